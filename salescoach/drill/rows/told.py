"""`told`: what the customer told: facts about a worksheet or one field of it (`of`), as many as `target`."""

from collections.abc import Mapping
from typing import Any

from salescoach.drill.rows import Measured, Tally, _window
from salescoach.drill.run import Counted
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    "of": Parameter("reveals", required=True),
    "target": Parameter("times", required=True),
    **_window.PARAMETERS,
}


def measure(given: Mapping[str, Any], run: Counted) -> Measured:
    """How many facts, with the lines that brought them."""
    found = _window.looked_at(given, run, run.told(given["of"]))
    return Measured(len(found), 0, tuple(found))


def points(given: Mapping[str, Any], measured: Measured, most: int) -> float:
    """In proportion up to the target."""
    target: int = given["target"]
    return most * min(1.0, measured.number / target)


def tally(given: Mapping[str, Any]) -> Tally:
    """Every fact that came out."""
    target: int = given["target"]
    return Tally("times", f"≥ {target}", target + 1)
