"""Ids of a scenario: each once among its like, and no mine is called like an act: both stand in `never_if`."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint.drills._case import Case, acts_of
from salescoach.lint.ids import once

LISTS = ("mines", "objections", "events", "advances", "players")


def check(case: Case) -> Iterator[Finding]:
    """List by list."""
    for name in LISTS:
        yield from once(case.loaded, (name,), (one.id for one in getattr(case.scenario, name)))
    for at, mine in enumerate(case.scenario.mines):
        if mine.id in acts_of(None):
            yield case.find(("mines", at, "id"), "id-reserved", value=mine.id)
