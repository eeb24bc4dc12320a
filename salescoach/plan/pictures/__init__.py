"""Pictures of the plan, one file each: Mermaid for the Markdown file, our own SVG for the page (FAULTS.md A5).

A picture is a value that holds plain texts as people wrote them. Both drawings make every text harmless; neither
needs a script, an address, an id or a colour that would be lost in grey print or on a dark screen.
"""

import re
from collections.abc import Iterable
from html import escape
from typing import Protocol

from salescoach.visible import visible, width, wrap

WIDTH = 328
"""Units across: one unit is one pixel on a phone of 360 pixels."""
LEADING = 1.3
"""From one line of text to the next, in letter heights."""
_NO_LETTER = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")


class Picture(Protocol):
    """What the plan draws."""

    def mermaid(self) -> str:
        """The body of a Mermaid fence."""

    def svg(self) -> str:
        """An `<svg>` element to stand in a page; its texts take the page's font and colour."""


def fence(picture: Picture) -> str:
    """The picture as a block of the Markdown plan."""
    return f"```mermaid\n{picture.mermaid()}\n```"


def written(text: str) -> str:
    """A person's text as XML: nothing in it is markup, nothing in it hides."""
    return escape(_NO_LETTER.sub("\ufffd", visible(text).strip()))


def fitted(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """`text` in lines that are at most `room` wide in letters of `size`, in any usual font; [] when empty."""
    plain = visible(text).strip()
    if not plain:
        return []
    ems = room / (size * (1.12 if bold else 1))
    tries = (wrap(plain, cells) for cells in range(int(ems / 0.4), 2, -1))
    return next((lines for lines in tries if all(_ems(line) <= ems for line in lines)), wrap(plain, 2))


def _ems(line: str) -> float:
    return sum(map(_breadth, line))


def _breadth(letter: str) -> float:
    """How wide a letter is, in letter heights, in the broadest of the usual fonts."""
    if letter in "mMW@%":
        return 1.0
    if letter.isascii():
        return (
            0.78 if letter.isupper() or letter in "w&" else 0.42 if letter in " ijltfr.,:;'|!()[]" else 0.64
        )
    return 0.66 if width(letter) < 2 and letter.isalnum() else 1.0 if width(letter) else 0.0


def lines_of_text(
    lines: Iterable[str], x: float, y: float, size: float, *, bold: bool = False, anchor: str = "start"
) -> list[str]:
    """One `<text>` per line, the first one's upper edge at `y`."""
    weight = ' font-weight="700"' if bold else ""
    at = "" if anchor == "start" else f' text-anchor="{anchor}"'
    step = size * LEADING
    return [
        f'<text x="{x:g}" y="{y + size + n * step:g}" font-size="{size:g}"{weight}{at}>{written(line)}</text>'
        for n, line in enumerate(lines)
    ]


def height_of(lines: Iterable[str], size: float) -> float:
    """How much the lines take from top to bottom."""
    return sum(size * LEADING for _ in lines)


def drawing(height: float, summary: str, parts: Iterable[str]) -> str:
    """The whole `<svg>`; `summary` is what a screen reader says instead of it."""
    head = f'<svg viewBox="0 0 {WIDTH} {height:g}" width="{WIDTH}" height="{height:g}" role="img" fill="currentColor">'
    return "\n".join([head, f"<title>{written(summary)}</title>", *parts, "</svg>"])
