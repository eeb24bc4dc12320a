"""`number`: an amount of anything but money."""

from typing import TYPE_CHECKING, Any

from salescoach.fields import Around, Problem
from salescoach.messages import speaker
from salescoach.schema import Schema
from salescoach.text import say_number

if TYPE_CHECKING:
    from salescoach.playbook.model import Field

ASKED_AS = "number"
GUARDED = True
LIMIT = 1e15
NUMBERS = (int, float)


def problem(value: Any, field: "Field", around: Around) -> Problem | None:
    """A finite number between -1e15 and 1e15."""
    if type(value) not in NUMBERS:
        return Problem("not-a-number", {"value": value})
    if not -LIMIT <= value <= LIMIT:
        return Problem("number-out-of-range", {"value": value})
    return None


def schema(field: "Field", around: Around, language: str) -> Schema:
    """A number within the limits."""
    return {
        "type": ["number"],
        "minimum": -LIMIT,
        "maximum": LIMIT,
        "patternErrorMessage": speaker(language)("schema.a-number"),
    }


def show(value: Any, field: "Field", around: Around, language: str) -> str:
    """With thousands separators."""
    return say_number(value, language)
