"""`time`: the talk lasted at most so many seconds."""

from collections.abc import Mapping
from typing import Any

from salescoach.drill.rows import Measured
from salescoach.drill.run import Run
from salescoach.playbook.parameters import Parameter

PARAMETERS = {"most": Parameter("number", required=True)}


def measure(given: Mapping[str, Any], run: Run) -> Measured:
    """Seconds that the rep talked."""
    from salescoach.drill import clock

    return Measured(sum(clock.seconds(turn.heard.text) for turn in run.turns if turn.heard.type != "silence"))


def points(given: Mapping[str, Any], measured: Measured, most: int) -> float:
    """All or nothing."""
    return most if 0 < measured.number <= given["most"] else 0
