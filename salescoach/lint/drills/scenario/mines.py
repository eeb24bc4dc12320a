"""Mines: each has something that sets it off, acts that there are, and a time in which it can go off."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint.drills._case import Case
from salescoach.yamlfile.document import Path


def check(case: Case) -> Iterator[Finding]:
    """Each by itself."""
    for at, mine in enumerate(case.scenario.mines):
        path: Path = ("mines", at)
        if not mine.acts and not any(mine.words.values()):
            yield case.find((*path, "id"), "mine-without-trigger", value=mine.id)
        for name in ("acts", "unless"):
            yield from case.each_act((*path, name), getattr(mine, name))
        yield from case.minutes((*path, "before"), mine.before, 1, case.scenario.minutes)
