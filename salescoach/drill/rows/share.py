"""`share`: the rep said at most so many percent of all that was said."""

from collections.abc import Mapping
from typing import Any

from salescoach.drill.rows import Measured, Tally
from salescoach.drill.run import Counted
from salescoach.playbook.parameters import Parameter

PARAMETERS = {"most": Parameter("times", required=True)}


def measure(given: Mapping[str, Any], run: Counted) -> Measured:
    """Whole percent."""
    return Measured(round(100 * run.share))


def points(given: Mapping[str, Any], measured: Measured, most: int) -> float:
    """All or nothing."""
    return most if measured.number <= given["most"] else 0


def tally(given: Mapping[str, Any]) -> Tally:
    """Whole percent, by the clock or by guess."""
    return Tally("percent", f"≤ {given['most']} %")
