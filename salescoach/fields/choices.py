"""`choices`: any number of the field's choices."""

from typing import TYPE_CHECKING, Any

from salescoach.fields import UNKNOWN, Around, Problem, choice_of
from salescoach.fields.choice import problem as problem_of_one
from salescoach.fields.choice import show as show_one

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
        if not choice_of(field, entry):
            found = problem_of_one(entry, field, around)
            return found and found._replace(at=(i,))
    return None


def show(value: Any, field: "Field", around: Around, language: str) -> str:
    """Their labels, as an enumeration."""
    entries = value if isinstance(value, list) else [value]
    comma = "、" if language.startswith("zh") else ", "
    return comma.join(show_one(entry, field, around, language) for entry in entries)
