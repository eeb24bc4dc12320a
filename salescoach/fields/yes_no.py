"""`yes_no`: `true` or `false`."""

from typing import TYPE_CHECKING, Any

from salescoach.fields import Around, Problem
from salescoach.messages import speaker
from salescoach.schema import Schema, one_of

if TYPE_CHECKING:
    from salescoach.playbook.model import Field

ASKED_AS = "confirm"
GUARDED = True


def problem(value: Any, field: "Field", around: Around) -> Problem | None:
    """A truth value; the words yes and no are text in YAML 1.2."""
    return None if isinstance(value, bool) else Problem("not-yes-no", {"value": value})


def schema(field: "Field", around: Around, language: str) -> Schema:
    """The two truth values."""
    say = speaker(language)
    return one_of([(True, say("fields.yes")), (False, say("fields.no"))])


def show(value: Any, field: "Field", around: Around, language: str) -> str:
    """Yes or no."""
    return speaker(language)("fields.yes" if value else "fields.no")
