"""`chain`: the id of a chain of the playbook, which binds the row to its questions."""

from typing import TYPE_CHECKING, Any

from salescoach.fields import Around, Problem
from salescoach.fields.row import ASKED_AS, GUARDED, problem_among, schema_among
from salescoach.schema import Schema

if TYPE_CHECKING:
    from salescoach.playbook.model import Field

__all__ = ["ASKED_AS", "GUARDED", "problem", "schema", "show"]


def problem(value: Any, field: "Field", around: Around) -> Problem | None:
    """An id that there is."""
    return problem_among("chains", value, around)


def schema(field: "Field", around: Around, language: str) -> Schema:
    """A chain of the playbook, each with its symptom."""
    return schema_among("chains", around, language)


def show(value: Any, field: "Field", around: Around, language: str) -> str:
    """What people call it."""
    return around.name("chains", str(value), language)
