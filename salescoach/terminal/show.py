"""Printing: the product on stdout, the conversation on stderr, nothing in it that acts on the terminal."""

import contextlib
import os
import shutil
import sys

from salescoach.errors import RequestError
from salescoach.visible import visible, width, wrap

NARROWEST = 20
_CODES = {"bold": "\x1b[1m", "dim": "\x1b[2m", "red": "\x1b[31m"}
_PLAIN = "\x1b[0m"


def prepare() -> None:
    """Make stdout and stderr unable to fail on a character that their encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def speak_to_programs() -> None:
    """Make stdout UTF-8 whatever the console is: what programs read does not ask."""
    with contextlib.suppress(AttributeError, ValueError):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]


def out(text: str, *, raw: bool = False) -> None:
    """Print the product to stdout, its last line ended; on a terminal, broken at words but for rows of tables.

    `raw` is for output formats that have done their own escaping, such as JSON or CI commands. Raises
    RequestError when it cannot be written; a closed pipe stays a BrokenPipeError.
    """
    safe = text if raw else visible(text, one_line=False)
    if not raw and on_terminal(sys.stdout):
        safe = _for_reading(safe)
    if sys.stdout is None:
        raise RequestError("no-output", reason="stdout is closed")
    try:
        sys.stdout.write(safe if safe.endswith("\n") or not safe else safe + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        raise RequestError("no-output", reason=getattr(error, "strerror", None) or str(error)) from error


def page(text: str) -> None:
    """Print Markdown to the terminal of stdout for somebody who looks on, not to be copied."""
    from salescoach.terminal.page import laid_out

    out(laid_out(visible(text, one_line=False), columns_of_output()), raw=True)


def columns_of_output() -> int:
    """The width that text on stdout keeps to: the terminal's, 0 where it is none."""
    return max(shutil.get_terminal_size().columns, NARROWEST) if on_terminal(sys.stdout) else 0


def passing(text: str) -> None:
    """A line about work in progress on the terminal of stderr; the next one takes its place."""
    with contextlib.suppress(AttributeError, OSError, ValueError):
        sys.stderr.write(f"\r{visible(text)}\x1b[K")
        sys.stderr.flush()


def note(text: str, style: str = "") -> None:
    """Print a line of the conversation to stderr: wrapped and styled (bold, dim, red) on a terminal."""
    _write(_laid_out(visible(text, one_line=False), style))


def answered(prompt: str, answer: str) -> None:
    """Leave one line about a question that is done: what was asked, what the answer is."""
    prompt, answer = visible(prompt), visible(answer)
    if width(prompt) + width(answer) + 2 < columns():
        _write(f"{_styled(prompt, 'dim')}  {answer}")
    else:
        _write(_laid_out(prompt, "dim") + "\n" + _laid_out(answer, ""))


def columns() -> int:
    """The width of the terminal that the conversation is on, in cells; at least 20."""
    wide = shutil.get_terminal_size().columns
    if not os.environ.get("COLUMNS"):
        with contextlib.suppress(AttributeError, OSError, ValueError):
            wide = os.get_terminal_size(sys.stderr.fileno()).columns  # stdout may be a pipe
    return max(wide, NARROWEST)


def coloured() -> bool:
    """Whether stderr takes styles: a terminal that is not dumb, and NO_COLOR is unset."""
    return on_terminal(sys.stderr) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def on_terminal(stream: object) -> bool:
    """Whether `stream` (stdin, stdout, stderr; None when it is closed) is a terminal."""
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError):
        return False


def _for_reading(text: str) -> str:
    """`text` for the terminal of stdout; rows of tables and long words (paths) stay whole, to be copied."""
    cells = max(shutil.get_terminal_size().columns, NARROWEST)
    lines = ([x] if x.startswith("|") else wrap(x, cells, split=False) for x in text.split("\n"))
    return "\n".join(line for broken in lines for line in broken)


def _laid_out(text: str, style: str) -> str:
    lines = wrap(text, columns()) if on_terminal(sys.stderr) else text.split("\n")
    return "\n".join(_styled(line, style) for line in lines)


def _styled(text: str, style: str) -> str:
    return f"{_CODES[style]}{text}{_PLAIN}" if style and text and coloured() else text


def _write(text: str) -> None:
    with contextlib.suppress(AttributeError, OSError, ValueError):  # a lost hint is no failure
        sys.stderr.write(text + "\n")
        sys.stderr.flush()
