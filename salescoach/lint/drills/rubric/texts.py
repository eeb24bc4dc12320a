"""Texts and words of a rubric in every language; what to do instead, for every row that can lose points."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint.drills._case import RubricCase


def check(case: RubricCase) -> Iterator[Finding]:
    """All of them."""
    yield from case.texts(case.rubric)
    for at, sign in enumerate(case.rubric.signs):
        if not any(sign.words.values()):
            yield case.find(("signs", at, "words"), "sign-without-words", key=True, value=sign.id)
        yield from case.words(("signs", at, "words"), sign.words)
    for at, row in enumerate(case.rubric.rows):
        if row.better is None and not row.critical:
            yield case.find(("rows", at, "id"), "row-without-better", "warning", value=row.id)
