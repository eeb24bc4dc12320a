"""Known, assumed, unknown, kept apart, with source and date; unknowns that the visit is after first."""

from collections.abc import Iterator, Mapping

from salescoach.coach.gate import gaps_in_order
from salescoach.deal.conditions import exists
from salescoach.deal.deal import PEOPLE, Row
from salescoach.deal.evidence import QUOTE, Record, Want
from salescoach.fields import UNKNOWN, known
from salescoach.fields.cells import key_name
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import table, text

MOST_ROWS = 10
MOST = {"known": 10, "assumed": 6, "unknown": 8}


def render(brief: Brief) -> str:
    """One table with three lanes; facts about the visit's people and the stage's worksheets."""
    lanes: dict[str, list[tuple[str, str]]] = {"known": [], "assumed": [], "unknown": []}
    for lane, what, source in _facts(brief):
        if (what, source) not in lanes[lane]:
            lanes[lane].append((what, source))
    gaps = {g.address for j, g in gaps_in_order(brief.gate)}
    lanes["unknown"].sort(key=lambda fact: fact[1] == "")
    rows = [
        [brief.say(f"lane-{lane}"), what, source]
        for lane in lanes
        for what, source in lanes[lane][: MOST[lane]]
    ]
    return table(["", brief.say("fact"), brief.say("source")], rows) if rows or gaps else ""


def _facts(brief: Brief) -> Iterator[tuple[str, str, str]]:
    sheets = {c.about: None for c in brief.deal.playbook.chains}
    sheets |= dict.fromkeys(s.fills for s in brief.stage.steps if s.fills not in (PEOPLE, *OURS))
    sheets[PEOPLE] = None
    for sheet in sheets:
        rows = brief.pains if sheet == "pains" else brief.present if sheet == PEOPLE else brief.rows(sheet)
        for row in rows[:MOST_ROWS]:
            yield from _of_row(brief, row)


OURS = ("value", "rivals", "brief")
"""Worksheets of our own figures and plans: nothing the customer could prove."""
PEOPLE_FACTS = ("buying_roles", "stance", "wants", "interests", "relationship")
"""Of the people in the room only what bears on the talk; a title is no discovery."""


def _of_row(brief: Brief, row: Row) -> Iterator[tuple[str, str, str]]:
    for name, field in row.sheet.fields.items():
        if row.sheet.id == PEOPLE and name not in PEOPLE_FACTS:
            continue
        if (field.derived and field.derived != "words") or field.kind == "criterion":
            continue
        if not exists(row, name, brief.view):
            continue
        if field.kind == "cells":
            yield from _of_cells(brief, row, name)
            continue
        value = brief.view.value(row, name)
        label = _label(brief, row, brief.pick(field.label))
        records = _records(brief, row.address(name))
        once = field.derived == "words" and known(value)
        if value == UNKNOWN or (field.derived and not records and field.ask and not once):
            yield "unknown", label, _asked_by(brief, row.address(name))
        elif known(value) and records:
            plain = name == row.sheet.row_title or field.derived == "words"  # the source says the words
            title = brief.title(row) if name == row.sheet.row_title else label
            what = title if plain else f"{label}{brief.say('colon')}{brief.show(row, name)}"
            yield "known", what, _source(brief, records[-1])
        elif known(value) and field.kind in ("text", "money", "number") and name != row.sheet.row_title:
            yield (
                "assumed",
                f"{label}{brief.say('colon')}{brief.show(row, name)}",
                _assumed(brief, row.address(name)),
            )


def _of_cells(brief: Brief, row: Row, name: str) -> Iterator[tuple[str, str, str]]:
    field = row.sheet.fields[name]
    cells = row.cells.get(name)
    for key, cell in cells.items() if isinstance(cells, Mapping) else ():
        label = _label(brief, row, text(key_name(field, key, brief.deal, brief.language)))
        address = row.address(name, key)
        records = _records(brief, address)
        shown = brief.cell(row, name, key)
        if shown and records:
            yield "known", f"{label}{brief.say('colon')}{shown}", _source(brief, records[-1])
        elif shown and field.cell:
            yield "assumed", f"{label}{brief.say('colon')}{shown}", _assumed(brief, address)
        if isinstance(cell, Mapping):
            for part, value in cell.items():
                if value == UNKNOWN and part in field.cell:
                    what = f"{label}{brief.say('comma')}{brief.pick(field.cell[part].label)}"
                    yield "unknown", what, _asked_by(brief, address)


def _label(brief: Brief, row: Row, label: str) -> str:
    return f"{brief.title(row)}{brief.say('comma')}{label}" if row.id else label


def _records(brief: Brief, address: str) -> tuple[Record, ...]:
    """What still proves it today; what they said too long ago is an assumption again."""
    return brief.room.view.proof(address, Want(QUOTE)).records


def _assumed(brief: Brief, address: str) -> str:
    """Ours, or theirs of long ago: that is confirmed again before anybody quotes it."""
    once = brief.room.ever.proof(address, Want(QUOTE)).records
    if not once or once[-1].day is None:
        return brief.say("our-estimate")
    return brief.say(
        "said-once", person=brief.name(once[-1].person), date=brief.day(str(once[-1].day), year=True)
    )


def _source(brief: Brief, record: Record) -> str:
    day = brief.day(record.day.isoformat()) if record.day else ""
    who = brief.say("comma").join(p for p in (brief.name(record.person), day, _where(brief, record)) if p)
    return (
        f"{who}{brief.say('colon')}{brief.say('quoted', words=text(record.words))}" if record.words else who
    )


def _where(brief: Brief, record: Record) -> str:
    return brief.say(f"grade-{record.grade}")


def _asked_by(brief: Brief, address: str) -> str:
    number = brief.question_for(address)
    return brief.say("question", number=number) if number else ""
