"""`follows`: an act is only shown after another one (a remedy after prevention); each time it is not costs `each`.

Where it is never shown, all points are earned if `needed` is not set, none if it is.
"""

from collections.abc import Mapping
from typing import Any

from salescoach.drill.rows import Measured, Tally
from salescoach.drill.run import Counted
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    "acts": Parameter("acts", required=True),
    "first": Parameter("acts", required=True),
    "each": Parameter("times"),
    "needed": Parameter("yes_no"),
}


def measure(given: Mapping[str, Any], run: Counted) -> Measured:
    """How often it came too early (`count`), and how often in its place (`spread`)."""
    begins = min((one.number for one in run.shown(given["first"])), default=None)
    shown = run.shown(given["acts"])
    good = [one for one in shown if begins is not None and one.number >= begins]
    bad = [one for one in shown if one not in good]
    return Measured(len(bad), len(good), tuple(good), tuple(bad))


def points(given: Mapping[str, Any], measured: Measured, most: int) -> float:
    """All, less each that came too early."""
    if given.get("needed") and not measured.spread:
        return 0
    each: int = given.get("each", most)
    return max(0.0, most - measured.number * each)


def tally(given: Mapping[str, Any]) -> Tally:
    """Every time that it came too early; and every time that it came in its place."""
    return Tally("times", "0", 3, "in-place", 1 if given.get("needed") else 0)
