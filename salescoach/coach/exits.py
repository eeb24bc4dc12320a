"""The exits of a deal: of every stage that it claims to have left, and of the one being worked on."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from salescoach.coach.gate import Gate, judge_on, left_on
from salescoach.deal.deal import Deal


class Exit(NamedTuple):
    """The exit of a stage that was left. `left` is None where the history does not say when.

    `faded`: of a stage whose exit must hold always, the gate as of today where it held once and holds no more.
    """

    gate: Gate
    left: date | None
    faded: Gate | None = None


def exits(deal: Deal, today: date, waived: Collection[str] = ()) -> list[Exit]:
    """The exits before the deal's stage, each as of the day it was left, in the order of the funnel.

    A stage marked `pre` is judged only where the history knows it: most deals begin after it.
    """
    order = list(deal.stages.values())
    if deal.stage is None:
        return []
    found = []
    for stage in order[: order.index(deal.stage)]:
        left = left_on(stage, deal)
        if stage.pre and left is None:
            continue
        day = today if left is None else min(left, today)
        gate = judge_on(stage, deal, day, waived)
        faded = None
        if stage.holds == "always" and gate.passes and day != today:
            now = judge_on(stage, deal, today, waived)
            faded = None if now.passes else now
        found.append(Exit(gate, left, faded))
    return found


def begun_on(deal: Deal) -> date | None:
    """The day on which the stage being worked on was entered, None where the history does not say."""
    from salescoach.text import parse_day

    history = deal.content.get("stage_history")
    entries = [e for e in (history if isinstance(history, list) else []) if isinstance(e, dict)]
    stage = deal.stage.id if deal.stage else ""
    own = [day for e in entries if e.get("stage") == stage and (day := parse_day(e.get("entered")))]
    left = [day for e in entries if (day := parse_day(e.get("left")))]
    return own[-1] if own else max(left, default=None)
