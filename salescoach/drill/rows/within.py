"""`within`: an act shown at least `low` and at most `high` times; up to `half_to` times for `half` points only."""

from collections.abc import Mapping
from typing import Any

from salescoach.drill.rows import Measured, Tally, _window
from salescoach.drill.run import Counted
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    "acts": Parameter("acts", required=True),
    "low": Parameter("number", required=True),
    "high": Parameter("times", required=True),
    "half_to": Parameter("times"),
    "half": Parameter("times"),
    **_window.PARAMETERS,
}


def measure(given: Mapping[str, Any], run: Counted) -> Measured:
    """How often; what is too much is lost."""
    shown = _window.looked_at(given, run, run.shown(given["acts"]))
    return Measured(len(shown), 0, tuple(shown[: given["high"]]), tuple(shown[given["high"] :]))


def points(given: Mapping[str, Any], measured: Measured, most: int) -> float:
    """All, some, or none."""
    if given["low"] <= measured.number <= given["high"]:
        return most
    is_near = given["high"] < measured.number <= given.get("half_to", 0)
    return min(most, given.get("half", 0)) if is_near else 0


def tally(given: Mapping[str, Any]) -> Tally:
    """Every time."""
    low, high = given["low"], given["high"]
    return Tally("times", f"{low}–{high}" if low != high else f"{low}", high + 3)
