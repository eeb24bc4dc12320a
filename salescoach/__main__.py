"""The entry: runs one command line, alone speaks about what went wrong, and picks the exit code.

Exit codes (DESIGN.md §5): 0 fine · 1 findings · 2 impossible request · 3 our bug · 128 + signal.
"""

import contextlib
import errno
import gc
import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence

from salescoach import __version__

BUG = 3
CLOSED_PIPE = 141


def run() -> None:
    """The console script. A short run with much to load: neither collecting garbage nor taking all of it down pays."""
    gc.set_threshold(100_000)
    code = main(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def main(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    if sys.stdout is None:
        sys.stdout = _Closed()
    if list(arguments) == ["--version"]:  # answered before anything is imported for it
        return _speak(lambda: print(f"salescoach {__version__}"), "en")  # noqa: T201
    if os.environ.get("_SALESCOACH_COMPLETE"):  # a shell asks
        from salescoach.completing import answer

        return _speak(lambda: answer(os.environ), "en")
    from salescoach.cli import dispatch, split
    from salescoach.messages import find_language
    from salescoach.terminal.show import prepare

    prepare()
    common, rest = split(arguments)
    language = find_language(common.get("language"), os.environ)
    return _speak(lambda: dispatch(common, rest, language, os.environ), language, debug="debug" in common)


class _Closed(io.TextIOBase):
    """A standard output that was closed before we began: writing to it fails, and is not lost in silence."""

    def write(self, _text: str) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def _speak(work: Callable[[], int | None], language: str, debug: bool = False) -> int:
    try:
        code = _guarded(work, language, debug)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _forget_stdout()
        return CLOSED_PIPE
    except OSError as error:
        _forget_stdout()
        return _complain(language, "errors.no-output", reason=error.strerror or str(error))
    return code


def _guarded(work: Callable[[], int | None], language: str, debug: bool) -> int:
    """What `work` returns; everything that can go wrong in it, said in one sentence."""
    try:
        return work() or 0
    except (BrokenPipeError, SystemExit):
        raise
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        from salescoach.errors import Interrupted, RequestError
        from salescoach.opening import Unusable

        if isinstance(error, Interrupted):
            return 128 + error.signal_number
        if isinstance(error, RequestError):
            if error.key == "no-output":
                _forget_stdout()  # what is left in it would fail, and be said, a second time
            return _complain(
                language, f"errors.{error.key}", **error.facts, meant=_meant(error.facts, language)
            )
        if isinstance(error, Unusable):
            from salescoach.formats.lines import render
            from salescoach.terminal.show import note

            note(render(error.findings, language))
            return 1
        if isinstance(error, OSError) and error.filename is None:
            raise
        if debug:
            raise
        name = f"{type(error).__name__}: {error}"
        _complain(language, "errors.bug", name=name, version=__version__)
        return BUG


def _complain(language: str, key: str, meant: str = "", **facts: object) -> int:
    from salescoach.messages import speaker
    from salescoach.terminal.show import note
    from salescoach.visible import visible

    with contextlib.suppress(OSError):  # stderr may be gone too: then the exit code is all that can be said
        plain = {k: visible(v) if isinstance(v, str) and k != "edit" else v for k, v in facts.items()}
        note(f"salescoach: {speaker(language)(key, **plain)}{meant}")
    return 2


def _meant(facts: Mapping[str, object], language: str) -> str:
    """The name that was probably meant, where the request knows the `names` there are."""
    names, name = facts.get("names"), facts.get("name")
    if not isinstance(names, list | tuple) or not isinstance(name, str):
        return ""
    from salescoach.findings import nearest
    from salescoach.messages import speaker

    near = nearest(name, names)
    return speaker(language)("formats.did-you-mean", name=near) if near else ""


def _forget_stdout() -> None:
    """So that Python's own flush at exit does not complain a second time."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - pathlib is not loaded yet
        try:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        except (OSError, ValueError):
            sys.stdout = None


if __name__ == "__main__":
    run()
