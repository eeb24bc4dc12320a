"""`days`: how long ago a date was, as a number or as the band it falls into (METHOD.md §11.5, §8.3).

Negative before the date. Once `until` is known the count has ended: nothing is overdue that is paid.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from salescoach.deal.deal import Row, View
from salescoach.fields import MISSING, known
from salescoach.playbook.parameters import Parameter
from salescoach.text import parse_day

PARAMETERS = {
    "since": Parameter("field", required=True),
    "until": Parameter("field"),
    "bands": Parameter("bands"),
}


def inputs(parameters: Mapping[str, Any]) -> Sequence[str]:
    """The dates."""
    return [parameters[name] for name in ("since", "until") if name in parameters]


def compute(parameters: Mapping[str, Any], row: Row, view: View) -> Any:
    """Whole days up to the day of the view, or the last band begun; MISSING when there is none."""
    begun = parse_day(view.value(row, parameters["since"]))
    if begun is None or ("until" in parameters and known(view.value(row, parameters["until"]))):
        return MISSING
    count = (view.on - begun).days
    if "bands" not in parameters:
        return count
    reached = [band["gives"] for band in parameters["bands"] if band["from"] <= count]
    return reached[-1] if reached else MISSING
