"""`rows`: ids of several rows of another table (`of:`)."""

from typing import TYPE_CHECKING, Any

from salescoach.fields import Around, Problem
from salescoach.fields.row import problem as problem_of_one
from salescoach.fields.row import schema as schema_of_one
from salescoach.schema import Schema, list_of

if TYPE_CHECKING:
    from salescoach.playbook.model import Field

ASKED_AS = "choices"
GUARDED = False


def problem(value: Any, field: "Field", around: Around) -> Problem | None:
    """A list of ids that stand in that table."""
    if not isinstance(value, list):
        return Problem("not-a-list", {"value": value})
    for i, entry in enumerate(value):
        if found := problem_of_one(entry, field, around):
            return found._replace(at=(i,))
    return None


def schema(field: "Field", around: Around, language: str) -> Schema:
    """A list of ids."""
    return list_of(schema_of_one(field, around, language))


def show(value: Any, field: "Field", around: Around, language: str) -> str:
    """What the rows are called, as an enumeration."""
    comma = "、" if language.startswith("zh") else ", "
    return comma.join(around.name(field.of, str(entry), language) for entry in value)
