"""`choice`: one of the field's choices."""

from typing import TYPE_CHECKING, Any

from salescoach.fields import Around, Problem, choice_of, ranks
from salescoach.schema import Schema, meaning, one_of
from salescoach.text import pick

if TYPE_CHECKING:
    from salescoach.playbook.model import Field

IDS = (str, int)
"""What an id may be: yes and no are none."""
ASKED_AS = "choice"
GUARDED = True


def problem(value: Any, field: "Field", around: Around) -> Problem | None:
    """One of the ids under `choices`."""
    if type(value) in IDS and value in ranks(field):
        return None
    return Problem("not-a-choice", {"value": value, "choices": [c.id for c in field.choices]})


def schema(field: "Field", around: Around, language: str) -> Schema:
    """One of the ids, each with its label and what helps to choose it."""
    return one_of((c.id, meaning(c, language)) for c in field.choices)


def show(value: Any, field: "Field", around: Around, language: str) -> str:
    """Its label."""
    found = choice_of(field, value)
    return pick(found.label, language) if found else str(value)
