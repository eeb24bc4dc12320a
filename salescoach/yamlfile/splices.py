"""Pieces of a text to be replaced, collected on the original and applied at once."""

from re import compile as pattern
from typing import NamedTuple

from salescoach.yamlfile.layout import Unclear

_BREAK = pattern(r"\r\n|\r|\n")


class _Splice(NamedTuple):
    start: int
    end: int
    text: str
    whole_lines: bool


class Splices:
    """What will change in `text`. Of several at one place the first one given comes first."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = _BREAK.search(text)
        self.line_break = found.group() if found else "\n"
        self._splices: list[_Splice] = []

    def replace(self, start: int, end: int, text: str) -> None:
        """Within a line."""
        if self.text[start:end] != text:
            self._splices.append(_Splice(start, end, text, False))

    def lines(self, start: int, end: int, lines: list[str]) -> None:
        """Whole lines: both indexes are line starts, or the end of the text."""
        text = "".join(line + self.line_break for line in lines)
        if self.text[start:end] != text:
            self._splices.append(_Splice(start, end, text, True))

    def apply(self) -> str:
        """The text with all changes; it ends with a line break only if it did so before."""
        parts: list[str] = []
        at, last = 0, ""
        for splice in sorted(self._splices, key=lambda s: (s.start, s.end)):
            if splice.start < at:
                raise Unclear
            for part in (self.text[at : splice.start], splice.text):
                if part is splice.text and part and splice.whole_lines and last and last not in "\r\n":
                    parts.append(self.line_break)
                if part:
                    parts.append(part)
                    last = part[-1]
            at = splice.end
        result = "".join([*parts, self.text[at:]])
        if at == len(self.text) and self.text and self.text[-1] not in "\r\n":
            result = result.removesuffix(self.line_break)
        return result
