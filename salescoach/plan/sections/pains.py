"""The pains with their four dimensions; what is open names the question that is to close it."""

from salescoach.deal.deal import Row
from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, table

MOST = 10
"""Rows of a table in the plan; the rest stands in the deal."""


def render(brief: Brief) -> str:
    """A row per pain; urgency tells when they buy, importance how much (METHOD.md §3.5)."""
    rows = brief.pains
    if not rows:
        return ""
    fields = rows[0].sheet.fields
    keys = [str(k.id) for k in fields["impacts"].keys]
    head = [brief.pick(fields[n].label) for n in ("symptom", "root_cause")]
    head += [brief.pick(k.label) for k in fields["impacts"].keys]
    head += [brief.pick(fields[n].label) for n in ("urgency", "importance", "need")]
    shown, more = rows[:MOST], len(rows) - MOST
    left = brief.say("more-rows", count=more) if more > 0 else ""
    return paragraphs(table(head, [_row(brief, r, keys) for r in shown]), left, _reading(brief, shown))


def _row(brief: Brief, row: Row, keys: list[str]) -> list[str]:
    cause = brief.show(row, "root_cause") or _ask(brief, row.address("root_cause"))
    urgency = brief.say("comma").join(
        s for s in (brief.show(row, "urgency"), brief.show(row, "urgency_event")) if s
    )
    basis = brief.say("comma").join(
        s for s in (brief.show(row, "importance"), brief.show(row, "importance_basis")) if s
    )
    impacts = [_impact(brief, row, key) for key in keys]
    return [
        brief.title(row),
        cause,
        *impacts,
        urgency or brief.say("unknown"),
        basis or brief.say("unknown"),
        brief.ever(row, "need"),
    ]


def _impact(brief: Brief, row: Row, key: str) -> str:
    """What is known of a dimension, marked as ours where nothing proves it, and the question still to ask."""
    shown = brief.cell(row, "impacts", key)
    address = row.address("impacts", key)
    if shown and not brief.deal.records_for(address):
        shown += brief.say("assumed-mark")
    asked = _ask(brief, address)
    return brief.say("comma").join(p for p in (shown, asked if asked != "–" else "") if p) or "–"


def _ask(brief: Brief, address: str) -> str:
    number = brief.question_for(address)
    return brief.say("ask", number=number) if number else "–"


def _reading(brief: Brief, rows: list[Row]) -> str:
    open_importance = not any(known(brief.view.value(r, "importance")) for r in rows)
    return brief.say("urgency-importance") + (brief.say("no-budget-talk") if open_importance else "")
