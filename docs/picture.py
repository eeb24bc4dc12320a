"""Draws README's pictures: the demo on a real terminal (tmux, 80 columns), as SVG.

Run: python docs/picture.py. It needs tmux, and salescoach installed beside the Python that runs it.
"""

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import east_asian_width
from xml.sax.saxutils import escape

FOLDER = Path(__file__).resolve().parent
PICTURES = {"en": "demo.svg", "zh": "demo.zh.svg"}
COLUMNS, ROWS = 80, 40
KEYS = ("C-u", "?")
"""What is pressed in the demo before the picture is taken: "unknown" to the first question, help on the second."""
STILL = 1.0
DEADLINE = 30.0
WIDE, HIGH, EDGE, SIZE = 8.4, 19, 14, 14
COLOURS = {"31": "#f2777a", "38;5;67": "#7aa6da"}
NO_BREAK = "\u00a0"
"""A space that a picture does not merge with the next."""
CODE = re.compile(r"\x1b\[([\d;]*)m")


def main() -> None:
    """Write every picture."""
    for language, name in PICTURES.items():
        (FOLDER / name).write_text(draw(screen(language)), encoding="utf-8")


def screen(language: str) -> list[str]:
    """The lines of the terminal in the middle of the demo, with their colour codes."""
    server = ["tmux", "-u", "-L", f"salescoach-picture-{os.getpid()}", "-f", os.devnull]
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("CI", "SALESCOACH", "TMUX", "NO_COLOR"))}
    programs = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    locale = {"LC_ALL": "C.UTF-8", "PATH": programs, "SALESCOACH_LANG": language}
    with TemporaryDirectory() as folder:
        size = ["-x", str(COLUMNS), "-y", str(ROWS), "-c", folder]
        start = [*server, "new-session", "-d", *size, "PS1='$ ' exec bash --norc --noprofile"]
        subprocess.run(start, check=True, env={**kept, **locale})
        try:
            seen = _still(server, "")
            for keys in (("salescoach demo", "Enter"), *((key,) for key in KEYS)):
                subprocess.run([*server, "send-keys", *keys], check=True)
                seen = _still(server, seen)
        finally:
            subprocess.run([*server, "kill-server"], check=False)
    return seen.rstrip("\n").split("\n")


def _still(server: list[str], before: str) -> str:
    """The screen once it differs from `before` and has not changed for a while."""
    seen, since = before, time.monotonic()
    limit = since + DEADLINE
    while time.monotonic() < limit:
        capture = [*server, "capture-pane", "-e", "-p"]
        now = subprocess.run(capture, check=True, capture_output=True, encoding="utf-8").stdout
        if now != seen:
            seen, since = now, time.monotonic()
        elif seen.strip() != before.strip() and time.monotonic() - since > STILL:
            return seen
        time.sleep(0.1)
    raise TimeoutError(f"the screen did not come to rest:\n{seen}")


def draw(lines: list[str]) -> str:
    """The lines as one SVG picture that needs nothing from outside."""
    width, height = COLUMNS * WIDE + 2 * EDGE, len(lines) * HIGH + 2 * EDGE
    drawn, style = [], ""
    for at, line in enumerate(lines):
        text, style = _line(line, EDGE + (at + 0.75) * HIGH, style)
        drawn.append(text)
    fonts = (
        "ui-monospace,Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK SC','Microsoft YaHei',monospace"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}"'
        f' font-family="{fonts}" font-size="{SIZE}" fill="#dcdcdc">\n'
        f'<rect width="100%" height="100%" rx="6" fill="#1c1f24"/>\n' + "\n".join(drawn) + "\n</svg>\n"
    )


def _line(line: str, down: float, style: str) -> tuple[str, str]:
    """One line and the style it leaves behind; each stretch stands where the terminal put it, as wide as there."""
    drawn, column = [], 0
    for at, part in enumerate(CODE.split(line)):
        if at % 2:
            style = _style(style, part)
        elif part:
            cells = sum(2 if east_asian_width(c) in "WF" else 1 for c in part)
            if part.strip():
                place = f'x="{EDGE + column * WIDE:.1f}" textLength="{cells * WIDE:.1f}"'
                shown = escape(part).replace(" ", NO_BREAK)
                drawn.append(f'<tspan {place} lengthAdjust="spacingAndGlyphs"{style}>{shown}</tspan>')
            column += cells
    return f'<text y="{down:.1f}">{"".join(drawn)}</text>', style


def _style(style: str, codes: str) -> str:
    """The style after a colour code."""
    coloured = next((f' fill="{shown}"' for code, shown in COLOURS.items() if code in codes), "")
    if coloured:
        return coloured
    last = codes.rsplit(";", 1)[-1]
    if last in ("39", "49") and not any(shown in style for shown in COLOURS.values()):
        return style  # back to the usual colours, which bold and dim lines have anyway
    return {"1": ' fill="#ffffff" font-weight="600"', "2": ' fill="#8d939c"'}.get(last, "")


if __name__ == "__main__":
    main()
