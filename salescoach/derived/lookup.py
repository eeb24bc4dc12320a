"""`lookup`: a field of the row that this row refers to, or of a form (FORMAT.md §2).

So a rule that another worksheet decides stands there once: an ally's relationship among the people, the
gate before any talk of limits in the contract.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from salescoach.deal.deal import Row, View
from salescoach.fields import MISSING, known
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    "of": Parameter("place", required=True),
    "via": Parameter("field"),
}


def inputs(parameters: Mapping[str, Any]) -> Sequence[str]:
    """The reference, where there is one."""
    return [parameters["via"]] if "via" in parameters else []


def compute(parameters: Mapping[str, Any], row: Row, view: View) -> Any:
    """The other row's value; MISSING when no row is referred to, or it is not there."""
    sheet, _, name = parameters["of"].partition(".")
    ident = view.value(row, parameters["via"]) if "via" in parameters else ""
    other = view.deal.row(sheet, str(ident)) if ident == "" or known(ident) else None
    return view.value(other, name) if other is not None else MISSING
