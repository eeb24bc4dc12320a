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
        """The text with all changes; new lines at its end end as the text did."""
        parts: list[str] = []
        at, last = 0, ""
        splices = sorted(self._splices, key=lambda s: (s.start, s.end))
        for splice in splices:
            if splice.start < at:
                raise Unclear
            kept = self.text[at : splice.start]
            last = kept[-1:] or last
            apart = (
                self.line_break if splice.whole_lines and splice.text and last and last not in "\r\n" else ""
            )
            parts += [kept, apart, splice.text]
            last = splice.text[-1:] or last
            at = splice.end
        result = "".join([*parts, self.text[at:]])
        open_end = self.text[-1:] not in ("\n", "\r", "")
        if (
            open_end
            and splices
            and splices[-1].end == len(self.text)
            and splices[-1].whole_lines
            and splices[-1].text
        ):
            result = result.removesuffix(self.line_break)
        return result
