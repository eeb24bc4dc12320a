"""`count`: an act shown as often as `target`, in proportion below it; with `spread`, over so many different things.

`spread`: `rows` (different pains) or `keys` (different dimensions of impact), `of` which worksheet; `over`: how many.
Of the two shares the lower one counts. `answered`: only lines that brought something out; `in_time`: none that asked
for what could not be told yet.
"""

from collections.abc import Mapping
from typing import Any

from salescoach.drill.rows import Measured, Tally, _window
from salescoach.drill.run import Counted
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    "acts": Parameter("acts", required=True),
    "target": Parameter("times", required=True),
    "spread": Parameter("spread"),
    "of": Parameter("table"),
    "over": Parameter("times"),
    "answered": Parameter("yes_no"),
    "in_time": Parameter("yes_no"),
    **_window.PARAMETERS,
}


def measure(given: Mapping[str, Any], run: Counted) -> Measured:
    """How often, and over how many rows or keys."""
    shown = _window.looked_at(given, run, run.shown(given["acts"]))
    if given.get("answered"):
        brought = run.brought()
        shown = [one for one in shown if one.number in brought]
    if given.get("in_time"):
        early = run.early()
        shown = [one for one in shown if one.number not in early]
    of = [one for one in shown if one.sheet == given.get("of", one.sheet)]
    about = {one.key if given.get("spread") == "keys" else one.row for one in of} - {""}
    return Measured(len(shown), len(about), tuple(shown))


def points(given: Mapping[str, Any], measured: Measured, most: int) -> float:
    """In proportion up to the target."""
    target: int = given["target"]
    over: int = given.get("over", 0)
    share = min(1.0, measured.number / target)
    if over:
        share = min(share, measured.spread / over)
    return most * share


def tally(given: Mapping[str, Any]) -> Tally:
    """Every time; where it must be over several things, each new one, too."""
    target: int = given["target"]
    return Tally(
        "times", f"≥ {target}", target + 2, given["spread"] if given.get("over") else "", given.get("over", 0)
    )
