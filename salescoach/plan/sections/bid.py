"""Bid scoring: points by the tender's formula, what must be won outside price, whether to bid (METHOD.md §7.6)."""

import math

from salescoach.coach.flags import deciding_roles
from salescoach.deal.deal import Row
from salescoach.derived.bid_points import FORMULAS, needed_extra
from salescoach.fields import choice_of, known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, table
from salescoach.text import say_number

GROUPS = ("price_points", "commercial", "technical")


def render(brief: Brief) -> str:
    """A row per bidder, the points we need, and the four conditions of a bid."""
    rows = brief.rows("bids")
    form = next(iter(brief.rows("bid")), None)
    if not rows or form is None:
        return ""
    fields = rows[0].sheet.fields
    head = [brief.pick(fields[n].label) for n in ("name", "price", *GROUPS)] + [brief.say("sum")]
    shown = [
        [brief.title(r), brief.show(r, "price"), *(_number(brief, r, n) for n in GROUPS), _sum(brief, r)]
        for r in rows
    ]
    return paragraphs(
        table(head, shown), _needed(brief, form, rows), _conditions(brief, form), _source(brief, form)
    )


def _number(brief: Brief, row: Row, name: str) -> str:
    value = brief.view.value(row, name)
    return f"{value:.2f}" if isinstance(value, int | float) else "–"


def _sum(brief: Brief, row: Row) -> str:
    points = [brief.view.value(row, n) for n in GROUPS]
    return f"{sum(points):.2f}" if all(known(p) for p in points) else "–"


def _needed(brief: Brief, form: Row, rows: list[Row]) -> str:
    """The points that price costs us, under the tender's formula or, while that is open, under each."""
    ours = next((r for r in rows if brief.view.value(r, "ours") is True), None)
    prices = [brief.view.value(r, "price") for r in rows]
    weight = brief.view.value(form, "price_weight")
    if ours is None or not all(known(v) for v in (*prices, weight)):
        return brief.say("bid-open")
    own = brief.view.value(ours, "price")
    formula = brief.view.value(form, "formula")
    lines = []
    for name in [formula] if formula in FORMULAS else FORMULAS:
        label = choice_of(form.sheet.fields["formula"], name)
        points = _enough(needed_extra(str(name), weight, own, prices))
        lines.append(
            brief.say(
                "needed-extra", points=f"{points:.2f}", formula=brief.pick(label.label) if label else name
            )
        )
    return "\n".join(f"- {line}" for line in lines)


def _enough(points: float) -> float:
    """Two decimals, rounded up: a hundredth less would not draw level."""
    return math.ceil(points * 100 - 1e-9) / 100


def _conditions(brief: Brief, form: Row) -> str:
    """A winning row in their list, no failed gate, a gap that can be closed, a known decider: else no bid."""
    winning = any(
        "winning" in quadrants.values() and brief.view.value(r, "in_customer_list") == "listed"
        for r in brief.rows("criteria")
        if isinstance(quadrants := brief.view.value(r, "quadrant"), dict)
    )
    failed = brief.view.value(form, "gates_failed")
    answers = {
        "influenced": winning,
        "no-gate-failed": failed is False,
        "gap-closable": _closable(brief, form),
        "decider-known": bool(brief.deal.people_with(deciding_roles(brief.deal))),
    }
    shown = " · ".join(
        brief.say(f"bid-{name}", answer=brief.say("yes" if ok else "no")) for name, ok in answers.items()
    )
    return f"{shown}\n{brief.say('bid-go' if all(answers.values()) else 'bid-stop')}"


def _closable(brief: Brief, form: Row) -> bool:
    gap = brief.view.value(form, "realistic_gap")
    rows = brief.rows("bids")
    ours = next((r for r in rows if brief.view.value(r, "ours") is True), None)
    points = [brief.view.value(r, "price_points") for r in rows]
    if ours is None or not known(gap) or not all(known(p) for p in points):
        return False
    return bool(max(points) - brief.view.value(ours, "price_points") <= gap)


def _source(brief: Brief, form: Row) -> str:
    """Rules vary by tender, by law and in time: from where, checked when (METHOD.md §18, B30)."""
    source, day = brief.show(form, "rules_source"), brief.show(form, "rules_checked_on")
    gap = brief.view.value(form, "realistic_gap")
    room = brief.say("realistic", points=say_number(gap, brief.language)) if known(gap) else ""
    checked = brief.say("rules", source=source, date=day) if source and day else brief.say("rules-unchecked")
    return brief.sentences(room, checked)
