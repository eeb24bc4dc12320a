"""Ways to count in a rubric, one file each: `measure` looks at a run, `points` says what the measure earns.

An observer who counts what `tally` says gives the measure and needs `points` alone: a person and the tool score by one
rule.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol, cast

from salescoach import modules
from salescoach.drill.run import Counted, Shown
from salescoach.playbook.parameters import Parameter


class Measured(NamedTuple):
    """What was counted. `spread`: over how many different things; `earned` and `lost` are the lines that decided."""

    number: float
    spread: int = 0
    earned: tuple[Shown, ...] = ()
    lost: tuple[Shown, ...] = ()


class Tally(NamedTuple):
    """What an observer counts for a row. `unit`: times, percent, seconds or yes_no; `goal`: what to reach, as shown.

    `boxes`: how many a sheet of paper has to tick. `also`: what else is counted beside it: `rows` or `keys` (how many
    different ones), or `in-place` (how often it came where it should); "" for nothing; `over`: how many of that.
    """

    unit: str
    goal: str
    boxes: int = 0
    also: str = ""
    over: int = 0


class Kind(Protocol):
    """The module of one way to count."""

    PARAMETERS: Mapping[str, Parameter]

    def measure(self, given: Mapping[str, Any], run: Counted, /) -> Measured:
        """What a run comes to."""

    def points(self, given: Mapping[str, Any], measured: Measured, most: int, /) -> float:
        """What that earns of at most `most`."""

    def tally(self, given: Mapping[str, Any], /) -> Tally:
        """What an observer counts to measure it by hand."""


def names() -> tuple[str, ...]:
    """Every kind there is."""
    return modules.names(__name__)


def kind(name: str) -> Kind:
    """The module of one kind. KeyError for one that there is not."""
    return cast(Kind, modules.named(__name__, name))
