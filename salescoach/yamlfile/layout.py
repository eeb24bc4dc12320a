"""Where the parts of a composed node stand in the text: lines, entries, what follows them."""

from re import compile as pattern
from typing import Any, NamedTuple

_BREAK = pattern(r"\r\n|\r|\n")
_TO_COLON = pattern(r"\s*:")
_TO_DASH = pattern(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*[ ]*(?=-)")


class Entry(NamedTuple):
    """One pair of a mapping or one item of a list: `start` of its key or dash, `mark` just after its
    colon or dash, `end` of its content (no comment, no line break)."""

    start: int
    mark: int
    end: int
    node: Any


class Unclear(Exception):  # noqa: N818 - the text is laid out in a way that is not edited
    """The place looked for is not where it usually is."""


class Layout:
    """Answers questions about one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._ends: dict[int, int] = {}
        self._breaks = [c for c in "\n\r" if c in text]

    def line_start(self, index: int) -> int:
        """The index where the line of `index` begins."""
        return max((self.text.rfind(c, 0, index) for c in self._breaks), default=-1) + 1

    def line_end(self, index: int) -> int:
        """The index of the line break after `index`, or the end of the text."""
        found = _BREAK.search(self.text, index)
        return found.start() if found else len(self.text)

    def next_line(self, index: int) -> int:
        """The index behind the line break after `index`, or the end of the text."""
        found = _BREAK.search(self.text, index)
        return found.end() if found else len(self.text)

    def column(self, index: int) -> int:
        """Characters before `index` on its line."""
        return index - self.line_start(index)

    def opens_line(self, index: int) -> bool:
        """Whether only spaces stand before `index` on its line."""
        return not self.text[self.line_start(index) : index].strip(" ")

    def same_line(self, first: int, second: int) -> bool:
        """Whether no line break stands between two indexes."""
        return _BREAK.search(self.text, first, second) is None

    def end(self, node: Any) -> int:
        """The end of a node's content; PyYAML's own end mark of a block lies behind its comments."""
        known = self._ends.get(id(node))
        if known is None:
            known = self._ends[id(node)] = self._end(node)
        return known

    def _end(self, node: Any) -> int:
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        if node.id != "scalar":
            return end if node.flow_style else self._block_end(node)
        if node.style not in ("|", ">"):
            return end
        if "+" in self.text[start : start + 3]:
            return end - len(_last_break(self.text[start:end]))
        return start + len(self.text[start:end].rstrip())

    def _block_end(self, node: Any) -> int:
        last = node.value[-1]
        if node.id == "mapping":
            return self._pair(last[0], last[1], False).end
        return self.entries(node)[-1].end if is_empty(last) else self.end(last)

    def entries(self, node: Any) -> list[Entry]:
        """The parts of a mapping or list in file order."""
        if node.id == "mapping":
            return [self._pair(key, value, bool(node.flow_style)) for key, value in node.value]
        if node.flow_style:
            return [Entry(i.start_mark.index, i.start_mark.index, self.end(i), i) for i in node.value]
        entries: list[Entry] = []
        at = int(node.start_mark.index)
        for item in node.value:
            dash = _TO_DASH.match(self.text, at)
            if dash is None or self.text[dash.end()] != "-":
                raise Unclear
            start = dash.end()
            at = start + 1 if is_empty(item) else self.end(item)
            entries.append(Entry(start, start + 1, at, item))
        return entries

    def _pair(self, key: Any, value: Any, in_flow: bool) -> Entry:
        key_end = self.end(key)
        colon = _TO_COLON.match(self.text, key_end)
        if colon is None and not (in_flow and is_empty(value)):
            raise Unclear
        mark = colon.end() if colon else key_end
        return Entry(key.start_mark.index, mark, mark if is_empty(value) else self.end(value), value)

    def after(self, end: int, column: int) -> int:
        """Where the line after an entry begins, past the comments that are indented deeper than it."""
        at = self.next_line(end)
        while at < len(self.text) and self._comment_column(at) > column:
            at = self.next_line(at)
        return at

    def glues(self, end: int, column: int) -> bool:
        """Whether a block scalar written here would swallow what follows: a deeper comment or spaces."""
        at = self.next_line(end)
        while at < len(self.text):
            line = self.text[at : self.next_line(at)]
            if line.strip():
                return self._comment_column(at) > column
            if len(line.rstrip("\r\n")) > column:
                return True
            at = self.next_line(at)
        return False

    def _comment_column(self, line_start: int) -> int:
        """The column of the comment that fills a line, or -1."""
        line = self.text[line_start : self.next_line(line_start)]
        return line.index("#") if line.lstrip(" ").startswith("#") else -1


def is_empty(node: Any) -> bool:
    """Whether nothing is written where the node stands."""
    return node.id == "scalar" and not node.style and node.value == ""


def _last_break(text: str) -> str:
    for line_break in ("\r\n", "\n", "\r"):
        if text.endswith(line_break):
            return line_break
    return ""
