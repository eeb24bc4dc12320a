"""How much of what the stages so far ask is filled in. It counts facts, not proof: that is the gate's."""

from collections.abc import Iterator
from typing import NamedTuple

from salescoach.coach.steps import applying
from salescoach.deal.conditions import exists
from salescoach.deal.deal import Deal, Row, View
from salescoach.fields import known


class Filled(NamedTuple):
    """`known` of `asked` fields; a value `unknown` was asked and is not known."""

    known: int
    asked: int


def filled(deal: Deal, view: View) -> Filled:
    """The fields that the steps up to the deal's stage ask, in every row there is; an empty table counts as one row.

    A stage marked `pre` counts only while the deal is in it. Derived fields are never asked, nor are those whose
    `only_if` does not hold.
    """
    asked = {(row.sheet.id, row.id, name): (row, name) for row, name in _asked(deal, view)}
    return Filled(sum(known(view.value(row, name)) for row, name in asked.values()), len(asked))


def _asked(deal: Deal, view: View) -> Iterator[tuple[Row, str]]:
    stages = list(deal.stages.values())
    own = stages.index(deal.stage) if deal.stage else -1
    for at, stage in enumerate(stages[: own + 1]):
        for step in applying(stage, deal) if at == own or not stage.pre else ():
            sheet = deal.worksheets[step.fills]
            names = step.only or [n for n, f in sheet.fields.items() if f.ask]
            for row in deal.rows(sheet.id) or [Row(sheet, "", {})]:
                yield from ((row, n) for n in names if not sheet.fields[n].derived and exists(row, n, view))
