"""`outcome`: an advance or a continuation (METHOD.md §3.8).

An advance needs a named customer person, an action, a date, what it costs them, and the criterion it
moves. Whatever lacks one of these is a continuation, however warm the tone.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from salescoach.deal.deal import Row, View
from salescoach.fields import known
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    name: Parameter("field", required=True) for name in ("person", "action", "by", "costs", "moves")
}


def inputs(parameters: Mapping[str, Any]) -> Sequence[str]:
    """The five."""
    return [parameters[name] for name in PARAMETERS]


def compute(parameters: Mapping[str, Any], row: Row, view: View) -> Any:
    """`advance` or `continuation`."""
    return "advance" if all(known(view.value(row, name)) for name in inputs(parameters)) else "continuation"
