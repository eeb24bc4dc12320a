"""`never`: an act that costs `each` of the points whenever it is shown; without `each`, all of them at once.

`allowed`: so many are free. `until`: only so many seconds into the talk; `first`: only in this share of its planned
time, in percent; `until_need`: only before the customer said what they want.
"""

from collections.abc import Mapping
from typing import Any

from salescoach.drill.rows import Measured
from salescoach.drill.run import Run
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    "acts": Parameter("acts", required=True),
    "each": Parameter("number"),
    "allowed": Parameter("number"),
    "until": Parameter("number"),
    "first": Parameter("number"),
    "until_need": Parameter("yes_no"),
}


def measure(given: Mapping[str, Any], run: Run) -> Measured:
    """How often it was shown while it must not be."""
    need = run.explicit_need if given.get("until_need") else None
    end = min(
        given.get("until", run.talk.limit),
        run.talk.limit * given["first"] / 100 if given.get("first") else run.talk.limit,
    )
    bounded = bool(given.get("until") or given.get("first"))
    shown = [
        one
        for one in run.shown(given["acts"])
        if (not bounded or one.at < end) and (need is None or one.number <= need.number)
    ]
    return Measured(len(shown), 0, (), tuple(shown[given.get("allowed", 0) :]))


def points(given: Mapping[str, Any], measured: Measured, most: int) -> float:
    """All, less each."""
    allowed: int = given.get("allowed", 0)
    each: int = given.get("each", most)
    return max(0.0, most - max(0.0, measured.number - allowed) * each)
