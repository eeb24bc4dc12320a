"""`outcome`: the talk ended with an order or an advance (METHOD.md §3.8); a continuation earns nothing."""

from collections.abc import Mapping
from typing import Any

from salescoach.drill.rows import Measured, Tally
from salescoach.drill.run import Counted
from salescoach.playbook.parameters import Parameter

PARAMETERS: dict[str, Parameter] = {}


def measure(given: Mapping[str, Any], run: Counted) -> Measured:
    """1 for an advance, else 0."""
    granted = run.granted()
    is_advance = run.outcome == "advance"
    return Measured(
        int(is_advance), 0, tuple(granted) if is_advance else (), () if is_advance else tuple(granted)
    )


def points(given: Mapping[str, Any], measured: Measured, most: int) -> float:
    """All or nothing."""
    return most if measured.number else 0


def tally(given: Mapping[str, Any]) -> Tally:
    """Whether there was one."""
    return Tally("yes_no", "✓", 1)
