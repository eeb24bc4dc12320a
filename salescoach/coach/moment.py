"""The preparation as it stands after the answers so far: what every question is made from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach.coach.asking import Desk
from salescoach.coach.draft import Answer, Draft
from salescoach.coach.gate import Gate
from salescoach.deal.deal import Deal
from salescoach.text import pick

if TYPE_CHECKING:
    from salescoach.playbook.model import Stage


class Moment(NamedTuple):
    """`content` is the deal as it would be written now; `desk` and `gate` see that."""

    draft: Draft
    content: dict[str, Any]
    desk: Desk
    gate: Gate
    answers: Sequence[Answer]

    @property
    def deal(self) -> Deal:
        """The deal as it would be now."""
        return self.desk.deal

    @property
    def stage(self) -> "Stage":
        """The stage being worked on."""
        return self.gate.stage

    def tip(self, sheet: str, name: str) -> str:
        """The coach's tip of the stage's step that fills a field, "" for none."""
        for step in self.stage.steps:
            if step.fills == sheet and (not step.only or name in step.only):
                return pick(step.tip, self.desk.language)
        return ""
