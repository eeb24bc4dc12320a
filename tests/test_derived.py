"""Derived fields: every case is a deal and what is computed in one of its rows (`derived/*.yaml`)."""

from datetime import date
from typing import Any

import pytest
from conftest import TODAY, MakeDeal, cases, small_playbook

from salescoach.deal.deal import View
from salescoach.fields import MISSING
from salescoach.text import parse_day


@pytest.mark.parametrize(("worksheets", "case"), cases("derived"))
def test_derived(make_deal: MakeDeal, worksheets: list[Any], case: dict[str, Any]) -> None:
    deal = make_deal(case["deal"], small_playbook(worksheets))
    on: date | None = parse_day(case["on"]) if "on" in case else TODAY
    assert on
    sheet, name, ident = (*case["field"].split("."), "")[:3]
    row = deal.row(sheet, ident)
    assert row
    value = View(deal, on).value(row, name)
    if isinstance(value, dict):
        value = {k: _rounded(v) for k, v in value.items()}
    assert _rounded(value) == case.get("gives", MISSING)


def _rounded(value: Any) -> Any:
    return round(value, 3) if isinstance(value, float) else value
