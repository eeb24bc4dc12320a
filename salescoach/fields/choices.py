"""`choices`: any number of the field's choices."""

from typing import TYPE_CHECKING, Any

from salescoach.fields import UNKNOWN, Around, Problem
from salescoach.fields.choice import problem as problem_of_one
from salescoach.fields.choice import schema as schema_of_one
from salescoach.fields.choice import show as show_one
from salescoach.schema import Schema, list_of

if TYPE_CHECKING:
    from salescoach.playbook.model import Field

ASKED_AS = "choices"
GUARDED = True


def problem(value: Any, field: "Field", around: Around) -> Problem | None:
    """A list of ids under `choices`; `unknown` stands alone, never beside values."""
    if not isinstance(value, list):
        return problem_of_one(value, field, around) and Problem("not-a-list", {"value": value})
    for i, entry in enumerate(value):
        if entry == UNKNOWN:
            return Problem("unknown-beside-values", {}, (i,))
        if found := problem_of_one(entry, field, around):
            return found._replace(at=(i,))
    return None


def schema(field: "Field", around: Around, language: str) -> Schema:
    """A list of ids, or one alone."""
    one = schema_of_one(field, around, language)
    types = ["array", "string", *(["integer"] if any(isinstance(i, int) for i in one["enum"]) else [])]
    return {**list_of(one), "type": types, "if": {"type": "array"}, "else": one}


def show(value: Any, field: "Field", around: Around, language: str) -> str:
    """Their labels, as an enumeration."""
    entries = value if isinstance(value, list) else [value]
    comma = "、" if language.startswith("zh") else ", "
    return comma.join(show_one(entry, field, around, language) for entry in entries)
