"""`told`: what the customer told: facts about a worksheet or one field of it (`of`), as many as `target`."""

from collections.abc import Mapping
from typing import Any

from salescoach.drill.rows import Measured, _window
from salescoach.drill.run import Run, Shown
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    "of": Parameter("reveals", required=True),
    "target": Parameter("number", required=True),
    **_window.PARAMETERS,
}


def measure(given: Mapping[str, Any], run: Run) -> Measured:
    """How many facts, with the lines that brought them."""
    sheet, _, field = given["of"].partition(".")
    found = [
        Shown("told", turn.number, turn.at, turn.heard.text, fact.at)
        for fact, turn in run.told()
        if fact.sheet == sheet and field in ("", fact.field)
    ]
    found = _window.looked_at(given, run, found)
    return Measured(len(found), 0, tuple(found))


def points(given: Mapping[str, Any], measured: Measured, most: int) -> float:
    """In proportion up to the target."""
    target: int = given["target"]
    return most * min(1.0, measured.number / target)
