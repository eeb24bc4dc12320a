"""`criterion`: the id of a criterion, written `stage/criterion`."""

from typing import TYPE_CHECKING, Any

from salescoach.fields import EXIT, Around, Problem
from salescoach.fields.row import ASKED_AS, GUARDED, problem_among, schema_among
from salescoach.schema import Schema

if TYPE_CHECKING:
    from salescoach.playbook.model import Field

__all__ = ["ASKED_AS", "GUARDED", "problem", "schema", "show"]


def problem(value: Any, field: "Field", around: Around) -> Problem | None:
    """An id that there is."""
    return problem_among(EXIT, value, around)


def schema(field: "Field", around: Around, language: str) -> Schema:
    """A criterion of the playbook, each with its title."""
    return schema_among(EXIT, around, language)


def show(value: Any, field: "Field", around: Around, language: str) -> str:
    """What people call it."""
    return around.name(EXIT, str(value), language)
