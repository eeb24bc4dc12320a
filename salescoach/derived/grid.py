"""`grid`: two inputs, one down, one across, give a quadrant (METHOD.md §2.4, §3.5, §7.4).

Where `across` is cells (one per rival), so is the result: one quadrant per judged rival. Inputs on a
numeric scale are `high` from `high_from` on, else `low`.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from salescoach.deal.deal import Row, View
from salescoach.fields import MISSING, known
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    "down": Parameter("field", required=True),
    "across": Parameter("field", required=True),
    "gives": Parameter("gives", required=True),
    "high_from": Parameter("number"),
}


def inputs(parameters: Mapping[str, Any]) -> Sequence[str]:
    """The two axes."""
    return [parameters["down"], parameters["across"]]


def compute(parameters: Mapping[str, Any], row: Row, view: View) -> Any:
    """The quadrant, a mapping of quadrants, or MISSING."""
    down = _axis(view.value(row, parameters["down"]), parameters)
    across = view.value(row, parameters["across"])
    line = parameters["gives"].get(down) if known(down) else None
    if line is None or not known(across):
        return MISSING
    if isinstance(across, dict):
        judged = {key: line[v] for key, v in across.items() if isinstance(v, str) and v in line}
        return judged or MISSING
    return line.get(_axis(across, parameters), MISSING)


def possible(parameters: Mapping[str, Any], row: Row, view: View) -> Collection[Any] | None:
    """Once `down` is known only its line is left: a criterion of low importance wins against nobody."""
    down = _axis(view.value(row, parameters["down"]), parameters)
    line = parameters["gives"].get(down) if known(down) else None
    return None if line is None else set(line.values())


def _axis(value: Any, parameters: Mapping[str, Any]) -> Any:
    if isinstance(value, int) and "high_from" in parameters:
        return "high" if value >= parameters["high_from"] else "low"
    return value
