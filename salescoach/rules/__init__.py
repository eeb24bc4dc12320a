"""What `check` holds against a deal beyond its file's shape: one family of rules per file, all findings at once.

A family's module has `check(case)`; its file and its cases in `tests/rules/` are all that a new one needs.
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from salescoach import modules
from salescoach.coach.exits import Exit, exits
from salescoach.coach.gate import Gate, judge_on
from salescoach.deal.deal import Deal
from salescoach.deal.waivers import Waiver, read_waivers
from salescoach.findings import Finding

if TYPE_CHECKING:
    from salescoach.playbook.team import Team
    from salescoach.yamlfile.document import Document, Path

OVER = ("lost", "suspended")
"""Results after which nothing is claimed any more: no gate is held against such a deal."""


class Base(NamedTuple):
    """What the deal was before the change that is checked: in git's last commit, or where a branch began."""

    stage: str


class Case:
    """A deal under check: its file as read, what the team allows, what it was before, the day."""

    def __init__(
        self, document: "Document", deal: Deal, team: "Team", today: date, base: Base | None = None
    ) -> None:
        self.document = document
        self.deal = deal
        self.team = team
        self.today = today
        self.base = base

    def find(self, path: "Path", rule: str, level: str = "error", /, **facts: object) -> Finding:
        """A finding at a place of the deal's file."""
        return Finding(self.document.path, *self.document.place(path), rule, level, facts)

    @property
    def is_over(self) -> bool:
        """Whether the deal claims no stage any more."""
        return self.deal.content.get("result") in OVER

    @property
    def is_late(self) -> bool:
        """Whether others had shaped the deal before we came: its earlier exits are missed, and warned of."""
        return self.deal.content.get("late_entry") is True

    @cached_property
    def waivers(self) -> list[Waiver]:
        """The deal's waivers that can be read, with what is wrong with each."""
        return read_waivers(self.deal, self.team, self.today)

    @cached_property
    def waived(self) -> frozenset[str]:
        """The criteria that may be passed unmet today."""
        return frozenset(w.criterion for w in self.waivers if not w.fault)

    @cached_property
    def exits(self) -> list[Exit]:
        """The exits of the stages before the deal's."""
        return exits(self.deal, self.today, self.waived)

    @cached_property
    def pending(self) -> Gate | None:
        """The exit of the stage being worked on, as of today."""
        return judge_on(self.deal.stage, self.deal, self.today) if self.deal.stage else None


class Family(Protocol):
    """A family's module."""

    def check(self, case: Case) -> Iterator[Finding]:
        """Everything that is wrong, in any order."""


def names() -> tuple[str, ...]:
    """Every family there is."""
    return modules.names(__name__)


def check(case: Case) -> Iterator[Finding]:
    """Everything that any family finds."""
    for name in names():
        yield from cast(Family, modules.named(__name__, name)).check(case)
