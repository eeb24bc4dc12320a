"""`date`: a day, written `2026-12-02`."""

from typing import TYPE_CHECKING, Any

from salescoach.fields import Around, Problem
from salescoach.messages import speaker
from salescoach.schema import DAY, Schema, written
from salescoach.text import parse_day, say_date

if TYPE_CHECKING:
    from salescoach.playbook.model import Field

ASKED_AS = "date"
GUARDED = True


def problem(value: Any, field: "Field", around: Around) -> Problem | None:
    """A day that the calendar has, in the form YYYY-MM-DD."""
    return None if parse_day(value) else Problem("not-a-date", {"value": value})


def schema(field: "Field", around: Around, language: str) -> Schema:
    """A day in its form."""
    return written(DAY, speaker(language)("schema.a-day"))


def show(value: Any, field: "Field", around: Around, language: str) -> str:
    """As people write dates."""
    day = parse_day(value)
    return say_date(day, language) if day else str(value)
