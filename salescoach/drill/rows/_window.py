"""Which part of a talk a row of a rubric looks at: the same parameters for every way to count.

`before`, `after`: only before, or after, the first of these acts; `until`: seconds of the talk; `first`: this share of
its planned time, in percent; `until_need`: until the customer said what they want; `together`: only lines in which one
of these acts was shown, too.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from salescoach.drill.run import Counted, Shown
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    "before": Parameter("acts"),
    "after": Parameter("acts"),
    "until": Parameter("number"),
    "first": Parameter("number"),
    "until_need": Parameter("yes_no"),
    "together": Parameter("acts"),
}


def looked_at(given: Mapping[str, Any], run: Counted, shown: Sequence[Shown]) -> list[Shown]:
    """Those of some lines that a row looks at."""
    low, high = _number(run, given.get("after")), _number(run, given.get("before"))
    end = given.get("until")
    if given.get("first"):
        end = min(end or run.limit, run.limit * given["first"] / 100)
    need = run.need if given.get("until_need") else None
    beside = {one.number for one in run.shown(given["together"])} if given.get("together") else None
    return [
        one
        for one in shown
        if (low is None or one.number >= low)
        and (high is None or one.number < high)
        and (end is None or one.at < end)
        and (need is None or one.number <= need)
        and (beside is None or one.number in beside)
    ]


def _number(run: Counted, acts: Sequence[str] | None) -> int | None:
    """The number of the first line in which one of some acts was shown; None where no acts are named, or none was."""
    return min((one.number for one in run.shown(acts)), default=None) if acts else None
