"""What is told freely: each is told to some question."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint.drills._case import Case


def check(case: Case) -> Iterator[Finding]:
    """Each by itself."""
    for at, one in enumerate(case.scenario.freely):
        if not any(one.about.values()) and not any(one.ask_like.values()):
            yield case.find(("freely", at, "says"), "remark-unreachable", key=True)
