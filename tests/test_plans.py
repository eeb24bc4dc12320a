"""Whole plans against golden files: each `plans/<name>.yaml` says how the demo deal is changed first.

`pytest tests/test_plans.py --update-golden` writes what comes out; the reviewer reads the difference.
"""

from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, TODAY, read_yaml

from salescoach.coach.draft import planned_visit
from salescoach.coach.interview import Case, Interview
from salescoach.coach.visit import room_of
from salescoach.deal.merge import merge
from salescoach.plan.brief import Brief
from salescoach.plan.render import render, untouched
from salescoach.playbook.model import Playbook

PLANS = Path(__file__).parent / "plans"
NAMES = sorted(p.stem for p in PLANS.glob("*.yaml"))
CARRY_IN = 65


def plan_of(name: str, playbook: Playbook) -> str:
    """The plan for one changed demo deal."""
    change: dict[str, Any] = read_yaml(PLANS / f"{name}.yaml")
    language = change["language"]
    content = read_yaml(ROOT / f"salescoach/demo/{language}/deals/haichuan-charging/deal.yaml")
    content = {k: v for k, v in content.items() if k not in change.get("remove", [])}
    for table in set(change.get("deal", {})) & {"people"}:
        content.pop(table)
    content = merge(content, change.get("deal", {}))
    visit = planned_visit(content, TODAY)
    assert visit is not None
    visit.update(change.get("visit", {}))
    stage = next(s for s in playbook.stages if s.id == content["stage"])
    interview = Interview(Case(content, "demo", playbook, stage, playbook.library, language, TODAY))
    moment = interview.moment()
    planned = planned_visit(moment.content, TODAY) or {}
    room = room_of(moment.desk, planned, moment.gate)
    return render(Brief(room, planned, interview.chosen(), playbook.library))


@pytest.mark.parametrize("name", NAMES)
def test_the_plan_is_as_it_was_read_and_approved(
    name: str, playbook: Playbook, request: pytest.FixtureRequest
) -> None:
    plan = plan_of(name, playbook)
    golden = PLANS / f"{name}.md"
    if request.config.getoption("--update-golden"):
        golden.write_text(plan, encoding="utf-8")
    assert plan == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_carry_in_page_is_one_page(name: str, playbook: Playbook) -> None:
    assert len(plan_of(name, playbook).partition("\n---\n")[0].splitlines()) <= CARRY_IN


def test_a_plan_knows_whether_anybody_edited_it(playbook: Playbook) -> None:
    plan = plan_of("demo", playbook)
    assert untouched(plan)
    assert untouched(plan.replace("\n", "\r\n"))
    assert not untouched(plan.replace("Shen Yu", "Shen  Yu", 1))
    assert not untouched(plan.rpartition("<!--")[0])
