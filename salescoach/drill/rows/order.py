"""`order`: acts shown each for the first time in this order; every one in its place earns its share."""

from collections.abc import Mapping
from typing import Any

from salescoach.drill.rows import Measured, Tally
from salescoach.drill.run import Counted
from salescoach.playbook.parameters import Parameter

PARAMETERS = {"acts": Parameter("acts", required=True)}


def measure(given: Mapping[str, Any], run: Counted) -> Measured:
    """How many stand in their place: shown, and after all those that come before them in the list."""
    latest, earned, lost = 0, [], []
    for act in given["acts"]:
        first = next(iter(run.shown([act])), None)
        if first is not None and first.number >= latest:
            earned.append(first)
            latest = first.number
        elif first is not None:
            lost.append(first)
    return Measured(len(earned), 0, tuple(earned), tuple(lost))


def points(given: Mapping[str, Any], measured: Measured, most: int) -> float:
    """In proportion."""
    return most * min(1.0, measured.number / len(given["acts"]))


def tally(given: Mapping[str, Any]) -> Tally:
    """Each of the acts that came in its place, once."""
    return Tally("times", f"{len(given['acts'])}", len(given["acts"]))
