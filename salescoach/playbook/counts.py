"""The shape of a file of counts: what an observer saw in a drill, by the rows of its rubric."""

from typing import Annotated, Any, Literal

import pydantic

from salescoach.playbook.model import Ident, Strict

Number = Annotated[int, pydantic.Field(ge=0, le=10_000)]


class Count(Strict):
    """How often, and beside it over how many different things, or how often in its place (see `drill/rows`)."""

    number: Number
    also: Number = 0


class Mark(Strict):
    """A moment: `at` minutes and seconds of the talk, the row or tick that it is about, words as they fell."""

    at: str = pydantic.Field(default="", pattern=r"^([0-9]{1,3}:[0-5][0-9])?$")
    code: str = ""
    words: str = ""


class Counts(Strict):
    """What one observer counted. A row without a number was not counted. `ticked`: what happened, of what it takes to
    pass: facts by their address, acts, advances.
    """

    format: Literal[1]
    scenario: Ident
    observer: str = ""
    seller: str = ""
    day: str = ""
    counts: dict[str, bool | Number | Count | None] = {}
    ticked: list[str] = []
    marks: list[Mark] = []

    @pydantic.field_validator("observer", "seller", "day", mode="before")
    @classmethod
    def _as_text(cls, value: Any) -> Any:
        """Somebody may be called by a number."""
        return (
            str(value)
            if isinstance(value, int) and not isinstance(value, bool)
            else ""
            if value is None
            else value
        )
