"""`money`: an amount in the deal's currency."""

from typing import TYPE_CHECKING, Any

from salescoach.fields import Around, Problem
from salescoach.fields.number import problem as problem_of_number
from salescoach.fields.number import schema
from salescoach.text import say_number

if TYPE_CHECKING:
    from salescoach.playbook.model import Field

__all__ = ["ASKED_AS", "GUARDED", "problem", "schema", "show"]

ASKED_AS = "money"
GUARDED = True


def problem(value: Any, field: "Field", around: Around) -> Problem | None:
    """A number; "100万" or "1,200" is told the number to write, never guessed at."""
    if not isinstance(value, str):
        return problem_of_number(value, field, around)
    from salescoach.dialogue import parse_money

    if (meant := parse_money(value)) is not None:
        return Problem("money-as-text", {"value": value, "number": meant})
    return problem_of_number(value, field, around)


def show(value: Any, field: "Field", around: Around, language: str) -> str:
    """With thousands separators, in 万 where Chinese counts so."""
    return say_number(value, language)
