"""For the customer: what we understood from them, and what they may hold us to. Marks on fields and rows decide.

Where a worksheet says which rows the customer sees, those rows stand here; elsewhere only what the
customer said or showed. Who said it stays with us: a word given in confidence is not for the whole room.
"""

from collections.abc import Iterator, Mapping

from salescoach.deal.deal import PEOPLE, Row
from salescoach.fields.cells import key_name
from salescoach.plan.brief import CUSTOMER, Brief
from salescoach.plan.markdown import text

SHARED = True
NOT_HERE = (PEOPLE, "commitments")
"""Who is there stands above; what was agreed has its own heading."""
MOST = 12


def render(brief: Brief) -> str:
    """One line per row of what this stage is about."""
    lines = [
        line
        for sheet in dict.fromkeys(s.fills for s in brief.stage.steps)
        if sheet not in NOT_HERE
        for row in brief.rows(sheet)
        if (line := _line(brief, row))
    ]
    return "\n".join(f"- {line}" for line in lines[:MOST])


def _line(brief: Brief, row: Row) -> str:
    """The row's name, then its other facts; without a name that may be shown, the facts alone."""
    title = row.sheet.row_title
    named = brief.title(row) if title and _allowed(brief, row, title) else ""
    if title and not named and row.sheet.fields[title].audience == CUSTOMER:
        return ""  # facts without the name of what they are about would puzzle
    facts = brief.say("semicolon").join(f for f in _facts(brief, row) if f)
    return brief.say("colon").join(p for p in (named, facts) if p)


def _facts(brief: Brief, row: Row) -> Iterator[str]:
    for name, field in row.sheet.fields.items():
        if name == row.sheet.row_title:
            continue
        if field.kind == "cells":
            yield from _cells(brief, row, name)
        elif _allowed(brief, row, name):
            shown = brief.show(row, name)
            yield f"{brief.pick(field.label)}{brief.say('colon')}{shown}" if shown else ""


def _cells(brief: Brief, row: Row, name: str) -> Iterator[str]:
    cells = row.cells.get(name)
    for key in cells if isinstance(cells, Mapping) else ():
        shown = brief.cell(row, name, key) if brief.proven(row, name, key) else ""
        label = text(key_name(row.sheet.fields[name], key, brief.deal, brief.language))
        yield f"{label}{brief.say('colon')}{shown}" if shown else ""


def _allowed(brief: Brief, row: Row, name: str) -> bool:
    return row.sheet.customer_sees is not None or brief.proven(row, name)
