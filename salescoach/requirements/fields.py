"""`fields: form`: the form meets all of `have`; fields that do not exist here are skipped."""

from collections.abc import Mapping
from typing import Any

from salescoach.deal.conditions import Verdict, both
from salescoach.deal.conditions import judge as judge_row
from salescoach.deal.deal import View
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    "fields": Parameter("form", required=True),
    "have": Parameter("condition", required=True, of="fields"),
}


def judge(needs: Mapping[str, Any], criterion: str, view: View) -> Verdict:
    """Hold the form against `have`."""
    return both(
        [judge_row(needs["have"], row, view, required=True) for row in view.deal.rows(needs["fields"])]
    )
