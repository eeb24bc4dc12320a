"""Allies: who speaks, challenges, rescues of their own will and with facts (METHOD.md §8.7)."""

import math

from salescoach.deal.deal import Row
from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, table


def render(brief: Brief) -> str:
    """A row for each ally in their order; what they must never be asked for; the functions still open."""
    rows = brief.rows("allies")
    if not rows:
        return ""
    allowed = [r for r in rows if brief.view.value(r, "on_panel") is not True]
    ranked = sorted(allowed, key=lambda r: _place(brief.view.value(r, "order")))
    head = [brief.say(w) for w in ("function", "person", "fact", "when")]
    shown = [
        [
            brief.show(r, "function"),
            _person(brief, r),
            brief.show(r, "evidence") or brief.show(r, "topic"),
            brief.show(r, "occasion"),
        ]
        for r in ranked
    ]
    return paragraphs(
        table(head, shown), _excluded(brief, rows), _open(brief, rows[0], allowed), brief.say("ally-rule")
    )


def _place(order: object) -> float:
    """Who has no place in the order comes last."""
    return order if isinstance(order, int | float) and known(order) else math.inf


def _person(brief: Brief, row: Row) -> str:
    """Who, and how far the relationship is; without their own agreement it is only a hope."""
    relation = brief.show(row, "relationship")
    agreed = "" if brief.view.value(row, "agreed") is True else brief.say("not-agreed")
    note = brief.say("comma").join(p for p in (relation, agreed) if p)
    return brief.show(row, "person") + (brief.say("in-brackets", what=note) if note else "")


def _excluded(brief: Brief, rows: list[Row]) -> str:
    out = [brief.show(r, "person") for r in rows if brief.view.value(r, "on_panel") is True]
    return brief.say("on-panel", who=brief.say("comma").join(out)) if out else ""


def _open(brief: Brief, row: Row, allowed: list[Row]) -> str:
    field = row.sheet.fields["function"]
    held = {brief.view.value(r, "function") for r in allowed}
    left = [brief.pick(c.label) for c in field.choices if c.id not in held]
    return brief.say("nobody-for", what=brief.say("comma").join(left)) if left else ""
