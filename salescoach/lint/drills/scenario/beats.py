"""Objections and events: each has its beat within the talk, and an objection can be settled."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint.drills._case import Case
from salescoach.yamlfile.document import Path


def check(case: Case) -> Iterator[Finding]:
    """Each by itself."""
    last = case.scenario.minutes - 1
    for at, one in enumerate(case.scenario.objections):
        path: Path = ("objections", at)
        if one.minute is None and not one.acts:
            yield case.find((*path, "id"), "objection-without-beat", value=one.id)
        if not one.good:
            yield case.find((*path, "good"), "nothing-settles", key=True, value=one.id)
        yield from case.minutes((*path, "minute"), one.minute, 0, last)
        for name in ("acts", "unless", "good", "bad"):
            yield from case.each_act((*path, name), getattr(one, name))
    for at, event in enumerate(case.scenario.events):
        yield from case.minutes(("events", at, "minute"), event.minute, 0, last)
