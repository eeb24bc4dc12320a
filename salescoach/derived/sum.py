"""`sum`: the amounts of those rows of a table that meet `where` (METHOD.md §6.2: only confirmed items)."""

from collections.abc import Mapping, Sequence
from typing import Any

from salescoach.deal.conditions import judge
from salescoach.deal.deal import Row, View
from salescoach.fields import MISSING, known
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    "of": Parameter("place", required=True),
    "where": Parameter("condition", of="of"),
}


def inputs(parameters: Mapping[str, Any]) -> Sequence[str]:
    """None in the row: the amounts stand in the other table."""
    return []


def compute(parameters: Mapping[str, Any], row: Row, view: View) -> Any:
    """The sum, MISSING when no row counts."""
    sheet, _, name = parameters["of"].partition(".")
    amounts = [
        view.value(other, name)
        for other in view.deal.rows(sheet)
        if judge(parameters.get("where", {}), other, view).holds is True
    ]
    counted = [a for a in amounts if known(a)]
    return sum(counted) if counted else MISSING
