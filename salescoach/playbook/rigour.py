"""What a stage asks of a deal by its rigour: which parts apply to it, and how many criteria must hold."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from salescoach.fields import FULL

if TYPE_CHECKING:
    from salescoach.playbook.model import Criterion, Exit, Step

    Part = TypeVar("Part", Criterion, Step)


def applying(parts: "Sequence[Part]", rigour: str) -> "list[Part]":
    """The criteria or steps that a deal of this rigour has."""
    return [part for part in parts if part.applies == "always" or rigour == FULL]


def needed(leaving: "Exit", rigour: str) -> int:
    """How many criteria must hold before the exit is earned."""
    passes = leaving.passes
    return passes if isinstance(passes, int) else int(getattr(passes, rigour))
