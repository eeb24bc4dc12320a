"""Markdown on the screen of somebody who looks on: broken at words, lists hanging, no table wider than the screen."""

import re
from collections.abc import Iterator
from itertools import groupby

from salescoach.visible import width, wrap

_ITEM = re.compile(r"\s*(?:[-*] |\d+\. )?")
_BAR = re.compile(r"(?<!\\)\|")


def laid_out(text: str, cells: int) -> str:
    """`text`, which went through `visible`, in lines of at most `cells`."""
    lines: list[str] = []
    for is_table, group in groupby(text.split("\n"), lambda line: line.startswith("|")):
        part = list(group)
        fits = is_table and max(map(width, part)) <= cells
        if fits:
            lines += part
        else:
            listed = _as_list(part) if is_table else part
            lines += [piece for line in listed for piece in _hanging(line, cells)]
    return "\n".join(lines)


def _hanging(line: str, cells: int) -> Iterator[str]:
    """A line in pieces; those of a list's item begin where its first word does."""
    found = _ITEM.match(line)
    mark = found[0] if found else ""
    indent = " " * width(mark)
    for at, piece in enumerate(wrap(line[len(mark) :], cells - len(indent))):
        yield (indent if at else mark) + piece if piece else mark.rstrip()


def _as_list(rows: list[str]) -> Iterator[str]:
    """The rows of a table, each as an item: what it is about, then each cell after the name of its column."""
    head, _, *body = (_cells(row) for row in rows) if len(rows) > 1 else ([], [])
    for first, *rest in body:
        named = [f"{name} {cell}" for name, cell in zip(head[1:], rest, strict=False)]
        yield "- " + " · ".join([first, *named])


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in _BAR.split(row)[1:-1]]
