"""The questions for a new row of a table: typed, or chosen from what the company knows already."""

from collections.abc import Iterator

from salescoach.coach.moment import Moment
from salescoach.dialogue import Ask, Choice
from salescoach.text import pick


def ask(moment: Moment, sheet_id: str, key: str, prompt: str = "") -> Ask:
    """The question that makes a row."""
    desk = moment.desk
    sheet = desk.deal.worksheets[sheet_id]
    title = sheet.fields[sheet.row_title]
    choices = tuple(_from_library(moment, sheet_id))
    return Ask(
        key,
        "choice" if choices else "text",
        prompt or desk.pick(sheet.ask_new) or desk.say("prep.new-row", table=desk.pick(sheet.table)),
        choices=choices,
        free=bool(choices),
        why=desk.pick(title.why),
        good=desk.pick(title.good),
        bad=desk.pick(title.bad),
        tip=moment.tip(sheet_id, sheet.row_title),
        unknown=False,
    )


def _from_library(moment: Moment, sheet_id: str) -> Iterator[Choice]:
    """The company's own rows for this table, those of the customer's industry first, none that is there already."""
    desk = moment.desk
    sheet = desk.deal.worksheets[sheet_id]
    if sheet.suggest_new != "library":
        return
    there = {r.cells.get(name) for r in desk.deal.rows(sheet_id) for name in ("chain", sheet.row_title)}
    for row in sorted(desk.library.rows.get(sheet_id, []), key=lambda r: r.industry != desk.deal.industry):
        values = {name: pick(text, desk.language) for name, text in row.fills.items()}
        if there & {v for v in (values.get("chain"), values.get(sheet.row_title)) if v}:
            continue
        hint = next((pick(t, desk.language) for t in row.expect.values()), "")
        yield Choice(values, values.get(sheet.row_title, row.id), hint)
