"""`row`: the id of a row of another table (`of:`)."""

from typing import TYPE_CHECKING, Any

from salescoach.fields import Around, Problem
from salescoach.schema import Schema, one_of

if TYPE_CHECKING:
    from salescoach.playbook.model import Field

ASKED_AS = "choice"
GUARDED = False


def problem(value: Any, field: "Field", around: Around) -> Problem | None:
    """An id that stands in that table."""
    return problem_among(field.of, value, around)


def problem_among(of: str, value: Any, around: Around) -> Problem | None:
    """An id among those of `of` (a table, "chains", EXIT, "team")."""
    if isinstance(value, str) and value in around.ids(of):
        return None
    return Problem("no-such-row", {"value": value, "table": of, "names": sorted(around.ids(of))})


def schema(field: "Field", around: Around, language: str) -> Schema:
    """An id; whether there is such a row, only the deal can tell."""
    return {"type": ["string"]}


def schema_among(of: str, around: Around, language: str) -> Schema:
    """One of the ids of `of`, where the playbook alone has them ("chains", EXIT)."""
    return one_of((ident, around.name(of, ident, language)) for ident in around.ids(of))


def show(value: Any, field: "Field", around: Around, language: str) -> str:
    """What the row is called."""
    return around.name(field.of, str(value), language)
