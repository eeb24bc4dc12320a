"""Lines that replace how a buyer of this personality talks: for situations that there are, none without a line."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint.drills._case import Case
from salescoach.lint.drills.talker import situations


def check(case: Case) -> Iterator[Finding]:
    """All of them."""
    yield from situations(case, case.scenario.lines)
