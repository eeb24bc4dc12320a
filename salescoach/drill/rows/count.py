"""`count`: an act shown as often as `target`, in proportion below it; with `spread`, over so many different things.

`spread`: `rows` (different pains) or `keys` (different dimensions of impact); `over`: how many. Of the two shares the
lower one counts. `before`: only what comes before the first of these acts; `until`: seconds of the talk.
"""

from collections.abc import Mapping
from typing import Any

from salescoach.drill.rows import Measured
from salescoach.drill.run import Run, Shown
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    "acts": Parameter("acts", required=True),
    "target": Parameter("number", required=True),
    "spread": Parameter("spread"),
    "over": Parameter("number"),
    "before": Parameter("acts"),
    "until": Parameter("number"),
}


def measure(given: Mapping[str, Any], run: Run) -> Measured:
    """How often, and over how many rows or keys."""
    shown = in_time(given, run, run.shown(given["acts"]))
    facts = [fact for one in shown if (fact := run.facts.get(one.about)) is not None]
    about = (
        {fact.key for fact in facts if fact.key}
        if given.get("spread") == "keys"
        else {f.row for f in facts if f.row}
    )
    return Measured(len(shown), len(about), tuple(shown))


def points(given: Mapping[str, Any], measured: Measured, most: int) -> float:
    """In proportion up to the target."""
    target: int = given["target"]
    over: int = given.get("over", 0)
    share = min(1.0, measured.number / target)
    if over:
        share = min(share, measured.spread / over)
    return most * share


def in_time(given: Mapping[str, Any], run: Run, shown: list[Shown]) -> list[Shown]:
    """Those that come before the acts and the second that the row names."""
    ends = [one.number for one in run.shown(given["before"])] if given.get("before") else []
    return [
        one
        for one in shown
        if (not ends or one.number < min(ends)) and (not given.get("until") or one.at < given["until"])
    ]
