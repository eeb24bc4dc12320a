"""`words`: the customer's own words, read from the evidence, never typed into a field (FORMAT.md §1)."""

from collections.abc import Mapping, Sequence
from typing import Any

from salescoach.deal.deal import PEOPLE, Row, View
from salescoach.deal.evidence import COUNTING
from salescoach.fields import MISSING
from salescoach.playbook.parameters import Parameter

PARAMETERS = {"of": Parameter("field")}


def inputs(parameters: Mapping[str, Any]) -> Sequence[str]:
    """None in the row: the words stand in the evidence."""
    return []


def compute(parameters: Mapping[str, Any], row: Row, view: View) -> Any:
    """The words of every counting record of this field (or of `of`), oldest first; MISSING for none.

    Words do not expire; those of a person who is not in the deal, or of a day still to come, are none.
    """
    address = row.address(parameters.get("of", parameters["_field"]))
    people = view.deal.ids(PEOPLE)
    said = [
        (r.day, r.words)
        for r in view.deal.records_for(address)
        if r.grade in COUNTING and r.words and r.person in people and r.day and r.day <= view.on
    ]
    return [words for _, words in sorted(said, key=lambda pair: pair[0])] or MISSING
