"""Every fact can be told: a line reaches it, what must have happened can happen, and none waits for itself."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint.drills import _obstacles
from salescoach.lint.drills._case import Case
from salescoach.lint.drills._outlook import Outlook


def check(case: Case) -> Iterator[Finding]:
    """Each fact by itself, then how they hang together; in a room people know what they hear."""
    if case.scenario.players:
        return
    for fact in case.facts.values():
        yield from _obstacles.of_fact(case, fact)
    outlook = Outlook(case)
    types = case.playbook.types
    for fact in outlook.never_open():
        rungs = [types[kind].opens_at for kind in sorted(fact.types) if kind in types]
        facts = {"value": fact.at, "types": sorted(fact.types), "rungs": rungs}
        yield case.find(case.place_of(fact), "fact-never-open", "error", False, **facts)
    for circle in outlook.circles():
        place = case.place_of(case.facts[circle[0]])
        yield case.find(place, "facts-in-a-circle", circle=circle)
