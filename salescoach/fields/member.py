"""`member`: the id of one of our team."""

from typing import TYPE_CHECKING, Any

from salescoach.fields import Around, Problem
from salescoach.fields.row import ASKED_AS, GUARDED, problem_among, schema

if TYPE_CHECKING:
    from salescoach.playbook.model import Field

__all__ = ["ASKED_AS", "GUARDED", "problem", "schema", "show"]


def problem(value: Any, field: "Field", around: Around) -> Problem | None:
    """An id that there is."""
    return problem_among("team", value, around)


def show(value: Any, field: "Field", around: Around, language: str) -> str:
    """What people call it."""
    return around.name("team", str(value), language)
