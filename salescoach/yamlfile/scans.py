"""Faults seen in the text itself, before any parser: conflict markers, control characters, line endings."""

from itertools import zip_longest
from re import MULTILINE
from re import compile as pattern

from salescoach.yamlfile.document import Fault, Lines

_OURS = "<<<<<<<"
_CONFLICT = pattern(r"^(?:<{7}|>{7})(?= |\r?$)", MULTILINE)
# all but tab, newline, CR and NEL; the last two are no characters at all
_CONTROL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_LONE_CR = pattern(r"\r(?!\n)")
_LONE_LF = pattern(r"(?<!\r)\n")


def scan(text: str) -> list[Fault]:
    """All faults of these kinds; any of level error means that the text is not worth parsing."""
    faults = _line_endings(text) if "\r" in text else []
    if not text.replace("\n", "").isprintable() and _CONTROL.search(text):
        faults += _control_characters(text)
    if _OURS in text:
        faults += _conflicts(text)
    return faults


def _conflicts(text: str) -> list[Fault]:
    """Each conflict with its lines; one without its last marker reaches to the next, or to the end."""
    lines = Lines(text)
    marks = [*_CONFLICT.finditer(text)]
    faults = []
    for found, following in zip_longest(marks, marks[1:]):
        if found.group() == _OURS:
            until = following.start() if following else len(text.rstrip())
            closed = following is not None and following.group() != _OURS
            facts: dict[str, object] = {
                "first": lines.line(found.start()),
                "last": lines.line(until if closed else until - 1),
            }
            faults.append(Fault(found.start(), "merge-conflict", facts=facts))
    return faults


def _control_characters(text: str) -> list[Fault]:
    """One fault for each kind of character, at its first place: a binary file has thousands."""
    first: dict[str, int] = {}
    for found in _CONTROL.finditer(text):
        first.setdefault(found.group(), found.start())
    return [
        Fault(index, "control-character", facts={"character": f"U+{ord(c):04X}", "count": text.count(c)})
        for c, index in first.items()
    ]


def _line_endings(text: str) -> list[Fault]:
    windows = text.count("\r\n")
    counts = {"crlf": windows, "lf": text.count("\n") - windows, "cr": text.count("\r") - windows}
    if sum(1 for count in counts.values() if count) < 2:
        return []
    usual = max(counts, key=lambda name: counts[name])
    other = {"crlf": _LONE_CR if counts["cr"] else _LONE_LF, "lf": pattern("\r"), "cr": pattern("\n")}[usual]
    found = other.search(text)
    return [Fault(found.start() if found else 0, "mixed-line-endings", "warning", dict(counts))]
