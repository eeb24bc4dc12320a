"""Ids of a rubric: its own is that of its file, each row and sign has one, and no sign is called like an act."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint.drills._case import RubricCase, acts_of
from salescoach.lint.ids import once


def check(case: RubricCase) -> Iterator[Finding]:
    """All of them."""
    rubric = case.rubric
    yield from case.named(rubric.id)
    yield from once(case.loaded, ("rows",), (row.id for row in rubric.rows))
    yield from once(case.loaded, ("signs",), (sign.id for sign in rubric.signs))
    taken = acts_of(None)
    for at, sign in enumerate(rubric.signs):
        if sign.id in taken:
            yield case.find(("signs", at, "id"), "id-reserved", value=sign.id)
