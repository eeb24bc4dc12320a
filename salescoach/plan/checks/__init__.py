"""Whether a plan is good enough to go: "no plan, no visit", one check per file, all flaws at once.

A check's module has `check(brief)`; its file is all that a new one needs.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, Protocol, cast

from salescoach import modules
from salescoach.coach.room import put_again
from salescoach.plan.brief import Brief

Path = tuple[str | int, ...]


class Flaw(NamedTuple):
    """Something a plan lacks or must not hold: `path` is its place in the deal, `rule` a text of `findings`."""

    path: Path
    rule: str
    level: str
    facts: Mapping[str, Any]


def flaw(path: Path, rule: str, level: str = "error", /, **facts: object) -> Flaw:
    """A flaw with its facts."""
    return Flaw(path, rule, level, facts)


class Check(Protocol):
    """A check's module."""

    def check(self, brief: Brief) -> Iterator[Flaw]:
        """What is wrong, in any order."""


def names() -> tuple[str, ...]:
    """Every check there is."""
    return modules.names(__name__)


def flaws(brief: Brief) -> list[Flaw]:
    """Everything that keeps the plan from being good enough."""
    return [one for name in names() for one in cast(Check, modules.named(__name__, name)).check(brief)]


def in_visit(brief: Brief, *rest: str | int) -> Path:
    """The place of a part of the visit in the deal."""
    listed = brief.deal.content.get("activities")
    entries = listed if isinstance(listed, list) else []
    at = next((n for n, one in enumerate(entries) if one is brief.visit or one == brief.visit), -1)
    return ("activities", at, *rest) if at >= 0 else ("activities",)


def question_place(brief: Brief, number: int) -> Path:
    """The place of a question of the plan in the deal: what cannot be put again there has no number."""
    listed = brief.visit.get("questions")
    entries = enumerate(listed if isinstance(listed, list) else [])
    put = [at for at, e in entries if isinstance(e, Mapping) and put_again(brief.room, e) is not None]
    return in_visit(brief, "questions", *put[number : number + 1])
