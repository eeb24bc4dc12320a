"""A team's corrections: lines with words, each once, types that there are, facts of scenarios that there are."""

from collections.abc import Iterator

from salescoach.drill.folding import key
from salescoach.drill.heard import LABELS
from salescoach.findings import Finding
from salescoach.lint.drills._case import CorrectionsCase


def check(case: CorrectionsCase) -> Iterator[Finding]:
    """Where the facts of scenarios are not known, addresses are not looked at."""
    seen: dict[str, int] = {}
    for at, one in enumerate(case.corrections.lines):
        place = ("lines", at)
        same = key(one.line)
        if not same:
            yield case.find((*place, "line"), "no-words", value=one.line)
        elif same in seen:
            first = case.loaded.place(("lines", seen[same], "line"))[1]
            yield case.find((*place, "line"), "corrected-twice", value=one.line, first=first)
        seen.setdefault(same, at)
        if one.type not in LABELS:
            yield case.find((*place, "type"), "not-a-choice", value=one.type, choices=LABELS, names=LABELS)
        for scenario, address in one.facts.items() if case.facts is not None else ():
            yield from _fact(case, (*place, "facts", scenario), scenario, address)


def _fact(
    case: CorrectionsCase, place: tuple[str | int, ...], scenario: str, address: str
) -> Iterator[Finding]:
    assert case.facts is not None
    if scenario not in case.facts:
        yield case.find(place, "unknown-scenario", key=True, value=scenario, names=list(case.facts))
    elif (there := case.facts[scenario]()) is not None and address not in there:
        yield case.find(place, "unknown-fact", value=address, names=list(there))
