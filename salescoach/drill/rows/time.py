"""`time`: the talk lasted at most so many seconds."""

from collections.abc import Mapping
from typing import Any

from salescoach.drill.rows import Measured, Tally
from salescoach.drill.run import Counted
from salescoach.playbook.parameters import Parameter

PARAMETERS = {"most": Parameter("times", required=True)}


def measure(given: Mapping[str, Any], run: Counted) -> Measured:
    """Seconds that the rep talked."""
    return Measured(run.said)


def points(given: Mapping[str, Any], measured: Measured, most: int) -> float:
    """All or nothing."""
    return most if 0 < measured.number <= given["most"] else 0


def tally(given: Mapping[str, Any]) -> Tally:
    """Seconds by the clock."""
    return Tally("seconds", f"≤ {given['most']} s")
