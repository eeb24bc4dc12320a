"""`ladder`: the highest rung reached; rungs climb in order and each reuses `have` (METHOD.md §3.2).

A rung that is `optional` may be left out on the way up (a remedy that was never needed, METHOD.md §9.4).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from salescoach.deal.conditions import judge, names_in
from salescoach.deal.deal import Row, View
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    "start": Parameter("text", required=True),
    "rungs": Parameter("rungs", required=True),
}


def inputs(parameters: Mapping[str, Any]) -> Sequence[str]:
    """The fields of all rungs."""
    return list(dict.fromkeys(name for rung in parameters["rungs"] for name in names_in(rung["have"])))


def compute(parameters: Mapping[str, Any], row: Row, view: View) -> Any:
    """`start`, or what the last rung that holds (all below it holding, but for optional ones) reaches."""
    reached = parameters["start"]
    for rung in parameters["rungs"]:
        if judge(rung["have"], row, view).holds is True:
            reached = rung["reach"]
        elif not rung.get("optional"):
            break
    return reached
