"""`count`: how many entries of a list, or cells with anything known, a field holds (METHOD.md §3.6)."""

from collections.abc import Mapping, Sequence
from typing import Any

from salescoach.deal.deal import Row, View
from salescoach.fields import known
from salescoach.playbook.parameters import Parameter

PARAMETERS = {"of": Parameter("field", required=True)}


def inputs(parameters: Mapping[str, Any]) -> Sequence[str]:
    """The list or the cells."""
    return [parameters["of"]]


def compute(parameters: Mapping[str, Any], row: Row, view: View) -> Any:
    """A whole number, 0 when nothing is known."""
    value = view.value(row, parameters["of"])
    if isinstance(value, dict):
        return sum(_begun(cell) for cell in value.values())
    return len(value) if isinstance(value, list) else 0


def _begun(cell: Any) -> bool:
    return any(known(part) for part in cell.values()) if isinstance(cell, dict) else known(cell)
