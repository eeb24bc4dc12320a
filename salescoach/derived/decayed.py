"""`decayed`: a scale value that falls one level when the customer did nothing for `days` (METHOD.md §2.5).

An act is any record of grade A to C by the person in the row; a quote, a gift or a dinner is none.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from salescoach.deal.deal import Row, View
from salescoach.deal.evidence import at_least
from salescoach.fields import MISSING, known
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    "of": Parameter("field", required=True),
    "days": Parameter("number", required=True),
}


def inputs(parameters: Mapping[str, Any]) -> Sequence[str]:
    """The scale."""
    return [parameters["of"]]


def compute(parameters: Mapping[str, Any], row: Row, view: View) -> Any:
    """The scale's value, one level lower without an act in the last `days`; MISSING when it is not known."""
    value = view.value(row, parameters["of"])
    if not known(value):
        return MISSING
    since = view.on - timedelta(days=parameters["days"])
    acted = any(
        r.person == row.id and r.day and since <= r.day <= view.on and at_least(r.grade, "customer_action")
        for r in view.deal.records
    )
    order = [c.id for c in row.sheet.fields[parameters["of"]].choices]
    return value if acted else order[max(0, order.index(value) - 1)]
