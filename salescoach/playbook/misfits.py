"""What a model finds wrong with several of its parts together, each told as a fault of shape is: place, cause, cure."""

from collections.abc import Sequence
from typing import Any, NamedTuple


class Misfit(NamedTuple):
    """`at`: the path of the part within the model; `rule`: the key of its text in `messages/findings.py`."""

    at: tuple[str | int, ...]
    rule: str
    facts: dict[str, Any]


class Misfits(ValueError):  # noqa: N818 - pydantic wants a ValueError
    """Raised by a model's validator with everything that does not fit."""

    def __init__(self, found: Sequence[Misfit]) -> None:
        super().__init__("; ".join(f"{one.at}: {one.rule}" for one in found))
        self.found = tuple(found)


def check(found: Sequence[Misfit]) -> None:
    """Raises Misfits where anything was found."""
    if found:
        raise Misfits(found)
