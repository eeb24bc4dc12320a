"""`percent`: a share from 0 to 100."""

from typing import TYPE_CHECKING, Any

from salescoach.fields import Around, Problem
from salescoach.fields.number import problem as problem_of_number
from salescoach.fields.number import schema as schema_of_number
from salescoach.schema import Schema
from salescoach.text import say_number

if TYPE_CHECKING:
    from salescoach.playbook.model import Field

ASKED_AS = "percent"
GUARDED = True


def problem(value: Any, field: "Field", around: Around) -> Problem | None:
    """A number from 0 to 100, without the sign."""
    found = problem_of_number(value, field, around)
    if found or 0 <= value <= 100:
        return found
    return Problem("not-a-percentage", {"value": value})


def schema(field: "Field", around: Around, language: str) -> Schema:
    """A number from 0 to 100."""
    return {**schema_of_number(field, around, language), "minimum": 0, "maximum": 100}


def show(value: Any, field: "Field", around: Around, language: str) -> str:
    """With the sign."""
    return f"{say_number(value, language)}%"
