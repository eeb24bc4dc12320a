"""The shape of a file of counts: what an observer saw in a drill, by the rows of its rubric."""

from typing import Any, Literal

import pydantic

from salescoach.playbook.model import Ident, Strict

MOST = 100_000
"""Nobody counts further."""


class Mark(Strict):
    """A moment: `at` minutes and seconds of the talk (`1:05`), the row or tick that it is about, words as they fell."""

    at: str = ""
    code: str = ""
    words: str = ""


class Counts(Strict):
    """What one observer counted.

    `counts`: by row a number, true or false, or `{number, also}` where something is counted beside it; a row without
    any was not counted. `ticked`: what happened, of what it takes to pass: facts by their address, acts, advances.
    """

    format: Literal[1]
    scenario: Ident
    observer: str = ""
    seller: str = ""
    day: str = ""
    counts: dict[str, Any] = {}
    ticked: list[str] = []
    marks: list[Mark] = []

    @pydantic.field_validator("observer", "seller", "day", mode="before")
    @classmethod
    def _as_text(cls, value: Any) -> Any:
        """Somebody may be called by a number."""
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return "" if value is None else value


def is_count(value: Any) -> bool:
    """Whether a row was counted like that."""
    if isinstance(value, dict):
        return set(value) <= {"number", "also"} and "number" in value and all(map(_is_number, value.values()))
    return value is None or _is_number(value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and 0 <= value <= MOST
