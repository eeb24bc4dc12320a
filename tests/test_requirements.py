"""Requirement kinds: every case is a deal, what an exit asks, and what must come out (`requirements/*.yaml`)."""

from typing import Any

import pytest
from conftest import TODAY, MakeDeal, cases, small_playbook

from salescoach import requirements
from salescoach.deal.deal import View

HOLDS = {True: True, False: False, "cannot-tell": None}


@pytest.mark.parametrize(("worksheets", "case"), cases("requirements"))
def test_requirement(make_deal: MakeDeal, worksheets: list[Any], case: dict[str, Any]) -> None:
    deal = make_deal(case["deal"], small_playbook(worksheets))
    view = View(deal, TODAY, case.get("quote_alone", True))
    verdict = requirements.judge(case["needs"], "stage/event", view)
    assert (verdict.holds, [f"{g.address} {g.reason}" for g in verdict.gaps]) == (
        HOLDS[case["holds"]],
        case.get("gaps", []),
    )
    assert [r.words for r in verdict.proof if verdict.holds] == case.get("proof", [])
