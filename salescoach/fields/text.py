"""`text`: one or more sentences."""

from typing import TYPE_CHECKING

from salescoach.fields import Around, Problem
from salescoach.schema import Schema

if TYPE_CHECKING:
    from salescoach.playbook.model import Field

ASKED_AS = "text"
GUARDED = False


def problem(value: object, field: "Field", around: Around) -> Problem | None:
    """Text; a number or a truth value without quotes is none."""
    return None if isinstance(value, str) else Problem("not-text", {"value": value})


def schema(field: "Field", around: Around, language: str) -> Schema:
    """Any text."""
    return {"type": ["string"]}


def show(value: object, field: "Field", around: Around, language: str) -> str:
    """As it stands."""
    return str(value)
