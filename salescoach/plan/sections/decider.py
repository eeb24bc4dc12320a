"""The decision maker: what is decided, by whose word, and what the brief still lacks (METHOD.md §5)."""

from salescoach.deal.deal import Row
from salescoach.deal.evidence import COUNTING
from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import table

BRIEF = "brief"
"""The form that the three minutes are written in: with the decision maker there, the script shows it."""


def render(brief: Brief) -> str:
    """The forms that prepare the decision, as far as they are begun or the decision maker is in the room."""
    rows = []
    writing = not brief.deciders and any(s.fills == BRIEF for s in brief.stage.steps)
    for sheet in ("approval", *([BRIEF] if writing else [])):
        for row in brief.rows(sheet):
            rows.extend(_lines(brief, row))
    begun = any(known(line[1]) and line[1] != brief.say("unknown") for line in rows)
    return (
        table([brief.say("fact"), brief.say("state"), brief.say("source")], rows)
        if begun or brief.deciders
        else ""
    )


def _lines(brief: Brief, row: Row) -> list[list[str]]:
    lines = []
    for name, field in row.sheet.fields.items():
        shown = brief.show(row, name)
        records = [r for r in brief.deal.records_for(row.address(name)) if r.grade in COUNTING]
        if not shown and (row.sheet.id == BRIEF or not brief.deciders):
            continue
        source = brief.name(records[-1].person) if records else ""
        lines.append([brief.pick(field.label), shown or brief.say("unknown"), source])
    return lines
