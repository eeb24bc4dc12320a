"""The gate of a stage: which exit criteria hold, by what proof, and what is missing (FORMAT.md §2)."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach import requirements
from salescoach.deal.conditions import Gap, Verdict, both
from salescoach.deal.deal import Deal, View
from salescoach.fields import FULL, RIGOURS
from salescoach.memo import by_identity
from salescoach.playbook.rigour import applying, needed
from salescoach.text import parse_day

if TYPE_CHECKING:
    from salescoach.playbook.model import Criterion, Stage

Test = tuple[Callable[[Mapping[str, Any], str, View], Verdict], Mapping[str, Any]]
"""How to judge one requirement, and its parameters."""


class Judged(NamedTuple):
    """One exit criterion, judged; `must` says whether the gate cannot pass without it.

    `waived`: somebody who may has allowed to pass it unmet.
    """

    criterion: "Criterion"
    address: str
    must: bool
    verdict: Verdict
    waived: bool = False

    @property
    def holds(self) -> bool:
        """Only what is certain holds."""
        return self.waived or self.verdict.holds is True


class Gate(NamedTuple):
    """A stage's exit, judged as of a day."""

    stage: "Stage"
    needs: int
    judged: tuple[Judged, ...]

    @property
    def held(self) -> int:
        """How many criteria hold."""
        return sum(j.holds for j in self.judged)

    @property
    def passes(self) -> bool:
        """Whether the exit is earned: enough criteria, all musts among them."""
        return self.held >= self.needs and all(j.holds for j in self.judged if j.must)

    @property
    def lacking(self) -> list[Judged]:
        """What is needed before the exit is earned: the musts, then of the others those that lack least."""
        unmet = [j for j in self.judged if not j.holds]
        musts = [j for j in unmet if j.must]
        short = self.needs - (len(self.judged) - len(unmet)) - len(musts)
        if short <= 0:
            return musts
        others = sorted((j for j in unmet if not j.must), key=lambda j: len(j.verdict.gaps))
        return [*musts, *others[:short]]


class _Asked(NamedTuple):
    """What an exit asks of a deal: `needs` of the criteria, each with its address, whether it is a must, its tests."""

    needs: int
    criteria: list[tuple["Criterion", str, bool, list[Test]]]


def judge(stage: "Stage", deal: Deal, today: date) -> Gate:
    """Judge a stage's exit: as of the day it was left, where it holds once and was left, else as of today."""
    left = left_on(stage, deal)
    as_of_today = stage.holds == "always" or stage == deal.stage or left is None
    return judge_on(stage, deal, today if as_of_today or left is None else min(left, today))


def judge_on(stage: "Stage", deal: Deal, day: date, waived: Collection[str] = ()) -> Gate:
    """Judge a stage's exit as of a day; `waived` are the criteria that may be passed unmet."""
    view = deal.seen(day, stage.quote_alone)
    asked = _asked(stage)[deal.rigour]
    judged = [
        Judged(
            c,
            address,
            must,
            both([test(needs, address, view) for test, needs in tests]),
            address in waived,
        )
        for c, address, must, tests in asked.criteria
    ]
    return Gate(stage, asked.needs, tuple(judged))


@by_identity
def _asked(stage: "Stage") -> dict[str, _Asked]:
    """What the exit of a stage asks, by the rigour of the deal."""
    return {rigour: _asked_with(stage, rigour) for rigour in RIGOURS}


def _asked_with(stage: "Stage", rigour: str) -> _Asked:
    criteria = [
        (
            c,
            f"{stage.id}/{c.id}",
            c.must == "always" or (c.must == "full" and rigour == FULL),
            [_test(needs) for needs in c.requires],
        )
        for c in applying(stage.exit.criteria, rigour)
    ]
    return _Asked(min(needed(stage.exit, rigour), len(criteria)), criteria)


def _test(needs: Mapping[str, Any]) -> Test:
    return requirements.kind(requirements.kind_of(needs)).judge, needs


def left_on(stage: "Stage", deal: Deal) -> date | None:
    """The day on which a stage was left the last time, None where the history does not say."""
    history = deal.content.get("stage_history")
    for entry in reversed(history if isinstance(history, list) else []):
        if (
            isinstance(entry, dict)
            and entry.get("stage") == stage.id
            and (left := parse_day(entry.get("left")))
        ):
            return left
    return None


def next_stage(stage: "Stage", deal: Deal) -> "Stage | None":
    """The stage after this one, None after the last."""
    order = list(deal.stages.values())
    at = order.index(stage)
    return order[at + 1] if at + 1 < len(order) else None


def gaps_in_order(gate: Gate) -> list[tuple[Judged, Gap]]:
    """What is missing, in the order a coach would ask: musts first, then what opens most.

    Musts keep the order of the method; of the others the one that lacks least comes first. A gap that
    serves several criteria is listed once, with the first of them.
    """
    shared: dict[str, int] = {}
    for j in gate.judged:
        for gap in () if j.holds else j.verdict.gaps:
            shared[gap.address] = shared.get(gap.address, 0) + 1
    unmet = [j for j in gate.judged if not j.holds]
    unmet.sort(key=lambda j: (not j.must, 0 if j.must else len(j.verdict.gaps)))
    seen: set[tuple[str, object]] = set()
    ordered = []
    for j in unmet:
        for gap in sorted(j.verdict.gaps, key=lambda g: -shared[g.address]):
            key = (gap.address, f"{gap.wanted}{gap.parts}")
            if key not in seen:
                seen.add(key)
                ordered.append((j, gap))
    return ordered
