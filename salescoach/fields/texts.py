"""`texts`: a list of short texts."""

from typing import TYPE_CHECKING, Any

from salescoach.fields import Around, Problem
from salescoach.schema import Schema, list_of

if TYPE_CHECKING:
    from salescoach.playbook.model import Field

ASKED_AS = "text"
GUARDED = False


def problem(value: Any, field: "Field", around: Around) -> Problem | None:
    """A list whose entries are all text; one text alone will do."""
    entries = [value] if isinstance(value, str) else value
    if not isinstance(entries, list):
        return Problem("not-a-list", {"value": value})
    bad = next((i for i, entry in enumerate(entries) if not isinstance(entry, str)), None)
    return None if bad is None else Problem("not-text", {"value": entries[bad]}, (bad,))


def schema(field: "Field", around: Around, language: str) -> Schema:
    """A list of texts, or one text."""
    return {**list_of({"type": "string"}), "type": ["array", "string"]}


def show(value: Any, field: "Field", around: Around, language: str) -> str:
    """Joined as an enumeration."""
    entries = [value] if isinstance(value, str) else value
    return ("、" if language.startswith("zh") else ", ").join(entries)
