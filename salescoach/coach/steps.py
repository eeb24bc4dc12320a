"""The questions of a stage's steps: `--step` goes through one, `--all` through what is missing in all."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from salescoach.coach import records, rows
from salescoach.coach.asking import for_cell, for_field
from salescoach.coach.moment import Moment
from salescoach.deal.conditions import exists
from salescoach.deal.deal import Deal, Row
from salescoach.deal.evidence import COUNTING
from salescoach.dialogue import Ask, Choice
from salescoach.fields import MISSING, known
from salescoach.fields.cells import keys
from salescoach.playbook import rigour

if TYPE_CHECKING:
    from salescoach.playbook.model import Stage, Step


def applying(stage: "Stage", deal: Deal) -> list["Step"]:
    """The steps of a stage that a deal of this rigour goes through."""
    return rigour.applying(stage.steps, deal.rigour)


def asks(moment: Moment, steps: Sequence["Step"], known_too: bool) -> Iterator[Ask]:
    """Every field of the steps, with what is known as the default (`known_too`) or only what is missing."""
    for step in steps:
        fields = moment.deal.worksheets[step.fills].fields
        yield from _of_step(moment, step, step.only or [n for n, f in fields.items() if f.ask], known_too)


def asked_each_time(moment: Moment, step: "Step") -> Iterator[Ask]:
    """What a preparation asks of a step besides the gaps of the exit; of an empty table, its first row."""
    if not step.asked:
        return
    sheet = moment.deal.worksheets[step.fills]
    if sheet.table is not None and not moment.deal.rows(sheet.id):
        yield rows.ask(moment, sheet.id, f"{sheet.id}#new.turn.first")
    else:
        yield from _of_step(moment, step, step.asked, known_too=False)


def _of_step(moment: Moment, step: "Step", names: Sequence[str], known_too: bool) -> Iterator[Ask]:
    sheet = moment.deal.worksheets[step.fills]
    if sheet.form is not None:
        yield from _fields(moment, moment.deal.rows(sheet.id)[0], names, "", known_too)
    else:
        yield from _table(moment, sheet.id, names, known_too)


def _fields(moment: Moment, row: Row, names: Sequence[str], mark: str, known_too: bool) -> Iterator[Ask]:
    """The fields of one row that exist there."""
    desk = moment.desk
    for name in names:
        field = row.sheet.fields[name]
        if not exists(row, name, desk.view):
            continue
        if field.derived:
            if field.derived == "words" and not known(desk.view.value(row, name)):
                yield from records.asks(moment, row.address(name), COUNTING[-1])
        elif field.kind == "cells":
            yield from _cells(moment, row, name, mark, known_too)
        elif known_too or desk.view.value(row, name) is MISSING:
            yield for_field(desk, row.address(name) + mark, row, name, moment.tip(row.sheet.id, name))


def _cells(moment: Moment, row: Row, name: str, mark: str, known_too: bool) -> Iterator[Ask]:
    """The first part of each cell; a number is asked for where a criterion needs one."""
    field = row.sheet.fields[name]
    held = row.cells.get(name)
    part = next(iter(field.cell), "")
    for cell in keys(field, moment.deal):
        if known_too or not (isinstance(held, dict) and cell in held):
            where = row.address(name, cell, *([part] if part else [])) + mark
            yield for_cell(moment.desk, where, row, name, cell, part, moment.tip(row.sheet.id, name))


def _table(moment: Moment, sheet_id: str, names: Sequence[str], known_too: bool) -> Iterator[Ask]:
    """A table row by row: add one, edit one, done; each turn is a question of its own."""
    desk = moment.desk
    if not known_too:
        for row in desk.deal.rows(sheet_id):
            yield from _fields(moment, row, names, "", known_too=False)
    turns = [a for a in moment.answers if a.key.startswith(f"{sheet_id}#table.")]
    for count, turn in enumerate(turns, 1):
        if turn.act != "value" or turn.value == "done":
            return
        ident = str(turn.value)
        if turn.value == "add":
            key = f"{sheet_id}#new.turn.{count}"
            yield rows.ask(moment, sheet_id, key)
            ident = moment.draft.new_rows.get(key, "")
        edited = desk.deal.row(sheet_id, ident)
        if edited is not None and edited.id:
            yield from _fields(moment, edited, names, f"!{count}", known_too=True)
    yield _turn(moment, sheet_id, len(turns) + 1)


def _turn(moment: Moment, sheet_id: str, count: int) -> Ask:
    desk = moment.desk
    sheet = desk.deal.worksheets[sheet_id]
    edits = [
        Choice(r.id, desk.say("prep.edit", row=desk.deal.title(r, desk.language)))
        for r in desk.deal.rows(sheet_id)
    ]
    fixed = (Choice("done", desk.say("prep.done")), Choice("add", desk.say("prep.add")))
    prompt = desk.say("prep.table", table=desk.pick(sheet.title or sheet.table), count=len(edits))
    return Ask(
        f"{sheet_id}#table.{count}", "choice", prompt, default="done", choices=(*fixed, *edits), unknown=False
    )
