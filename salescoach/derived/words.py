"""`words`: the customer's own words, read from the evidence, never typed into a field (FORMAT.md §1)."""

from collections.abc import Mapping, Sequence
from typing import Any

from salescoach.deal.deal import Row, View
from salescoach.deal.evidence import COUNTING
from salescoach.fields import MISSING
from salescoach.playbook.parameters import Parameter

PARAMETERS = {"of": Parameter("field")}


def inputs(parameters: Mapping[str, Any]) -> Sequence[str]:
    """None in the row: the words stand in the evidence."""
    return []


def compute(parameters: Mapping[str, Any], row: Row, view: View) -> Any:
    """The words of every counting record of this field (or of `of`), oldest first; MISSING for none."""
    address = row.address(parameters.get("of", parameters["_field"]))
    said = [r.words for r in view.deal.records_for(address) if r.grade in COUNTING and r.words]
    return said or MISSING
