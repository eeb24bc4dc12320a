"""Field kinds: every case is a value with what is wrong with it, or how it reads (`fields/*.yaml`)."""

from typing import Any

import pytest
from conftest import MakeDeal, cases, small_playbook

from salescoach.fields import kind


@pytest.mark.parametrize(("worksheets", "case"), cases("fields"))
def test_field(make_deal: MakeDeal, worksheets: list[Any], case: dict[str, Any]) -> None:
    more: dict[str, Any] = {"chains": case["chains"]} if "chains" in case else {}
    playbook = small_playbook(worksheets, **more)
    deal = make_deal(case.get("deal", {}), playbook)
    field = playbook.worksheets[0].fields["it"]
    module = kind(field.kind)
    found = module.problem(case["value"], field, deal)
    assert (
        [found.rule, list(found.at)] == [case["problem"], case.get("at", [])]
        if found
        else "problem" not in case
    )
    for language, text in case.get("reads", {}).items():
        assert module.show(case["value"], field, deal, language) == text
