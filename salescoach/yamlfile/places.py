"""Where values stand in a text that `quick` reads: the same places as the parser gives, without it."""

from itertools import pairwise
from typing import NamedTuple

from salescoach.yamlfile.document import Path
from salescoach.yamlfile.quick import ITEM, entry_of

_WITHIN = ("", " ", "-", "#")
"""What a line begins with that is no key of the whole."""


class _Row(NamedTuple):
    """An entry of a collection: its line from 1, its column from 0, its key ("" in a list).

    `value` is the column of what stands behind it in its line, -1 where nothing does.
    """

    line: int
    column: int
    key: str
    value: int


def _behind(line: str, column: int) -> int:
    """The column of what stands behind the spaces that begin in a column."""
    return len(line) - len(line[column:].lstrip(" "))


def _entry(rows: list[_Row], part: str | int) -> int:
    """The row of a part of a path among those of one collection, -1 where there is none."""
    column, left = rows[0].column, part
    for at, row in enumerate(rows):
        if row.column != column:
            continue
        if isinstance(left, int):
            if row.key:
                return -1
            if left == 0:
                return at
            left -= 1
        elif row.key == left:
            return at
    return -1


def _length(rows: list[_Row]) -> int:
    """How many of them belong to the first; a list may stand in the column of its key."""
    first = rows[0]
    for later, row in enumerate(rows[1:], 1):
        if row.column < first.column or (row.column == first.column and (row.key or not first.key)):
            return later
    return len(rows)


class Places:
    """The entries of a text, in its order. Only for a text that `quick` took."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        starts = [number for number, line in enumerate(self._lines, 1) if line[:1] not in _WITHIN]
        self._first = starts[0]
        keys = [self._lines[number - 1].partition(":")[0] for number in starts]
        self._spans = dict(zip(keys, pairwise([*starts, len(self._lines) + 1]), strict=True))
        self._read: dict[str, list[_Row]] = {}

    def _rows(self, key: str) -> list[_Row]:
        """A key of the whole, and all that stands below it."""
        if key not in self._read:
            self._read[key] = self._rows_between(*self._spans[key])
        return self._read[key]

    def _rows_between(self, start: int, end: int) -> list[_Row]:
        found = []
        inner = -1  # the column that the lines of a text over several lines are deeper than
        for number, line in enumerate(self._lines[start - 1 : end - 1], start):
            indent = len(line) - len(line.lstrip(" "))
            if inner >= 0 and (indent == len(line) or indent > inner):
                continue
            inner = -1
            entry = entry_of(line)
            if entry is None:
                continue
            column, is_item, key, _, style = entry
            if is_item:
                found.append(_Row(number, column, "", _behind(line, column + 1)))
                column += 2 if key else 0
            if key:
                value = -1 if style == "waits" else _behind(line, column + len(key) + 1)
                found.append(_Row(number, column, key, value))
            if style in ("|", ">-"):
                inner = column
        return found

    def place(self, path: Path, key: bool = False) -> tuple[int, int]:
        """As `Document.place`: line and column of a value or of its key; of what is nearest where it is missing."""
        here = self._first, 1
        if not path or path[0] not in self._spans:
            return here
        rows = self._rows(str(path[0]))
        first, end = 0, len(rows)
        for step, part in enumerate(path):
            at = _entry(rows[first:end], part)
            if at < 0:
                return here
            at += first
            row = rows[at]
            end = at + _length(rows[at:end])
            name = (row.line, row.column + 1)
            last = step == len(path) - 1
            child = rows[at + 1] if at + 1 < end else None
            if row.key and last and key:
                return name
            if row.value < 0 and child is None:
                return name
            if child is None or (row.key and row.value >= 0):
                inside = self._inside(row, path[step + 1 :], key)
                return row.line, inside + 1
            here = (child.line, child.column + 1)
            first = at + 1
        return here

    def _inside(self, row: _Row, path: Path, key: bool) -> int:
        """The column of what a path leads to in `[a, b]` or `{key: value}`, of the whole where it leads nowhere."""
        text = self._lines[row.line - 1][row.value :]
        if not path or text[0] not in "[{":
            return row.value
        inner = text.partition(" #")[0].rstrip(" ")[1:-1]
        at = place = 0
        while at < len(inner) and (found := ITEM.match(inner, at)):
            if path[0] == (found[1] or place):
                is_key = key and len(path) == 1 and found[1]
                return row.value + 1 + found.start(1 if is_key else 2 if found[2] else 3)
            at, place = found.end(), place + 1
        return row.value
