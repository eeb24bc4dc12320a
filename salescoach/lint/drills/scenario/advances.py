"""Advances: each is a row of the truth's commitments and can be earned; one is an advance where one is needed."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint.drills import _advances, _obstacles
from salescoach.lint.drills._case import Case


def check(case: Case) -> Iterator[Finding]:
    """Each by itself, then whether there is one that counts."""
    scenario = case.scenario
    for at, offer in enumerate(scenario.advances):
        rows = [row.id for row in case.scene.hidden.rows(_advances.SHEET)]
        yield from case.index.unknown(
            ("advances", at, "row"), "no-such-row", offer.row, rows, table=_advances.SHEET
        )
        if not scenario.players:
            yield from _obstacles.of_advance(case, at, offer)
        if offer.id in scenario.passes.advance and (lacking := _advances.lacking(case, offer)):
            yield case.find(("advances", at, "row"), "not-an-advance", value=offer.row, lacking=lacking)
    counted = case.rubric.rows if case.rubric is not None and not scenario.players else []
    counting = next((row.id for row in counted if row.kind == _advances.OUTCOME), "")
    if counting and not _advances.is_there(case):
        yield case.find(("advances",), "no-advance-to-earn", key=True, value=counting)
