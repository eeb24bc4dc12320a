"""`never`: an act that costs `each` of the points whenever it is shown; without `each`, all of them at once.

`allowed`: so many are free. A row that can earn nothing takes `each` from what the others earned.
"""

from collections.abc import Mapping
from typing import Any

from salescoach.drill.rows import Measured, Tally, _window
from salescoach.drill.run import Counted
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    "acts": Parameter("acts", required=True),
    "each": Parameter("number"),
    "allowed": Parameter("number"),
    **_window.PARAMETERS,
}


def measure(given: Mapping[str, Any], run: Counted) -> Measured:
    """How often it was shown while it must not be."""
    shown = _window.looked_at(given, run, run.shown(given["acts"]))
    return Measured(len(shown), 0, (), tuple(shown[given.get("allowed", 0) :]))


def points(given: Mapping[str, Any], measured: Measured, most: int) -> float:
    """All, less each."""
    allowed: int = given.get("allowed", 0)
    each: int = given.get("each", most)
    left = most - max(0.0, measured.number - allowed) * each
    return max(0.0, left) if most else left


def tally(given: Mapping[str, Any]) -> Tally:
    """Every time."""
    allowed: int = given.get("allowed", 0)
    return Tally("times", f"≤ {allowed}" if allowed else "0", allowed + 3)
