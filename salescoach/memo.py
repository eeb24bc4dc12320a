"""Remembering what was made of an object that lives as long as the work does: a condition, a field, a playbook."""

from collections.abc import Callable
from typing import Any, TypeVar

Made = TypeVar("Made")


def by_identity(make: Callable[[Any], Made]) -> Callable[[Any], Made]:
    """`make`, done once for each object. The object is kept with it, so that no other one can get its identity."""
    kept: dict[int, tuple[Any, Made]] = {}

    def made(of: Any) -> Made:
        try:
            return kept[id(of)][1]
        except KeyError:
            return kept.setdefault(id(of), (of, make(of)))[1]

    return made
