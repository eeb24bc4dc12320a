"""A golden deal for each stage of the bundled playbook, and minimal edits that each fail exactly one criterion.

`gates/<stage>/deal.yaml` is a deal that has just left the stage, with every criterion of its exit met (the last
stage is never left: its deal is won and paid). `gates/<stage>/edits.yaml` beside it: the folder's `id` in a
team's repo, the day of the judgement, edits (`goldens.py`) that `fails` a criterion, and edits that leave all
`unchanged`. `gap` is the reason that the criterion then gives (`coach/gate.py`).
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import MakeDeal
from goldens import EDITS, FOLDERS, Edit, changed, golden

from salescoach import rules
from salescoach.coach.gate import Gate, judge, next_stage
from salescoach.deal.check import check
from salescoach.deal.deal import View
from salescoach.findings import Finding
from salescoach.playbook.model import Playbook
from salescoach.playbook.team import Team
from salescoach.rules import Case
from salescoach.yamlfile.read import read

a_golden = pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)


def failing() -> Iterator[Any]:
    for folder in FOLDERS:
        for criterion, edits in EDITS[folder]["fails"].items():
            for edit in edits:
                yield pytest.param(folder, criterion, edit, id=f"{criterion}: {edit['name']}")


def harmless() -> Iterator[Any]:
    for folder in FOLDERS:
        for edit in EDITS[folder]["unchanged"]:
            yield pytest.param(folder, edit, id=f"{folder.name}: {edit['name']}")


# the judgement


class Judgement(NamedTuple):
    """What a deal file looks like on the day of its judgement: its faults, and the exits that it claims."""

    case: Case
    faults: Sequence[Finding]
    gates: Sequence[Gate]

    @property
    def holds(self) -> dict[str, bool]:
        """Every criterion of every exit."""
        return {j.address: j.holds for gate in self.gates for j in gate.judged}

    @property
    def told(self) -> set[str]:
        """The criteria that `check` tells of, at any level that may fail a build; of the stage at work all."""
        found = list(rules.check(self.case))
        at_work = self.gates[-1].stage == self.case.deal.stage
        return {f.rule for f in found if f.rule in self.holds and (at_work or f.level != "note")}

    def reasons(self, criterion: str) -> set[str]:
        """Why a criterion does not hold."""
        judged = next(j for gate in self.gates for j in gate.judged if j.address == criterion)
        return {gap.reason for gap in judged.verdict.gaps}


def judged(folder: Path, text: str, make_deal: MakeDeal) -> Judgement:
    """The file held against its playbook, and every exit up to the folder's stage judged."""
    document = read(text.encode(), "deal.yaml")
    assert isinstance(document.data, dict) and not document.findings, document.findings
    deal = make_deal(document.data)
    today = date.fromisoformat(EDITS[folder]["today"])
    names = list(deal.stages)
    claimed = [deal.stages[s] for s in names[: names.index(folder.name) + 1]]
    return Judgement(
        Case(document, deal, Team(), today),
        check(document, deal, View(deal, today)),
        [judge(s, deal, today) for s in claimed],
    )


@a_golden
def test_a_golden_deal_has_earned_every_exit_before_its_stage(folder: Path, make_deal: MakeDeal) -> None:
    found = judged(folder, golden(folder), make_deal)
    assert not found.faults, found.faults
    assert [f for f in rules.check(found.case) if f.level != "note"] == []
    deal, left = found.case.deal, found.gates[-1].stage
    assert (deal.rigour, deal.stage) == ("full", next_stage(left, deal) or left)
    assert [g.stage.id for g in found.gates if not g.passes] == []
    assert [j.address for j in found.gates[-1].judged if not j.holds] == []


@pytest.mark.parametrize(("folder", "criterion", "edit"), list(failing()))
def test_one_edit_fails_one_criterion(folder: Path, criterion: str, edit: Edit, make_deal: MakeDeal) -> None:
    before = judged(folder, golden(folder), make_deal)
    after = judged(folder, changed(golden(folder), edit), make_deal)
    assert not after.faults, after.faults
    assert {c for c, holds in after.holds.items() if holds is not before.holds[c]} == {criterion}
    assert edit["gap"] in after.reasons(criterion)
    assert after.told == (set() if after.gates[-1].passes else {criterion})


@pytest.mark.parametrize(("folder", "edit"), list(harmless()))
def test_what_proves_nothing_changes_nothing(folder: Path, edit: Edit, make_deal: MakeDeal) -> None:
    text = changed(golden(folder), edit)
    assert text != golden(folder)
    found = judged(folder, text, make_deal)
    assert not found.faults, found.faults
    assert found.holds == judged(folder, golden(folder), make_deal).holds


def test_every_criterion_is_failed_in_more_than_one_way(playbook: Playbook) -> None:
    """Three ways for a must, two for any other, of every stage."""
    made = {c: len(edits) for held in EDITS.values() for c, edits in held["fails"].items()}
    asked = {f"{s.id}/{c.id}": 2 if c.must is None else 3 for s in playbook.stages for c in s.exit.criteria}
    assert [f.name for f in FOLDERS] == [s.id for s in playbook.stages]
    assert list(made) == list(asked)
    assert [c for c, least in asked.items() if made[c] < least] == []
    assert all(c.partition("/")[0] == f.name for f in FOLDERS for c in EDITS[f]["fails"])


def test_every_reason_for_a_gap_comes_up() -> None:
    reasons = {e["gap"] for held in EDITS.values() for edits in held["fails"].values() for e in edits}
    assert reasons == {
        "missing", "unknown", "differs", "unproven", "too_weak", "expired", "other_value", "stranger",
        "quote_alone", "too_late",
    }  # fmt: skip
