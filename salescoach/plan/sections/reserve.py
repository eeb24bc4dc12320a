"""For our eyes only: remedies in reserve with their limits, worries for a talk of two (METHOD.md §9)."""

from salescoach.deal.conditions import exists
from salescoach.deal.deal import Row
from salescoach.plan.brief import Brief

CLOSED = ("written", "closed")
TERMS = ("remedy_trigger", "remedy_cap", "remedy_cost")


def render(brief: Brief) -> str:
    """A line for each; none for a worry that is settled."""
    rows = [r for r in brief.rows("risks") if brief.view.value(r, "state") not in CLOSED]
    apart = [
        brief.say("talk-alone", who=brief.show(r, "person") or "?", what=brief.title(r))
        for r in rows
        if brief.room.confidential(r)
    ]
    return "\n".join(f"- {line}" for line in [*filter(None, (_remedy(brief, r) for r in rows)), *apart])


def _remedy(brief: Brief, row: Row) -> str:
    """What we would do at the worst: only after prevention was heard, and by whoever may grant it."""
    plan = brief.show(row, "remedy_plan") if exists(row, "remedy_plan", brief.view) else ""
    if not plan:
        return ""
    terms = [
        f"{brief.clause(row.sheet.fields[n].label)}{brief.say('colon')}{brief.show(row, n)}"
        for n in TERMS
        if brief.show(row, n)
    ]
    limits = brief.say("in-brackets", what=brief.say("semicolon").join(terms)) if terms else ""
    approver = brief.show(row, "remedy_approver") or "?"
    return f"{brief.title(row)}{brief.say('colon')}{brief.say('reserve', what=plan + limits, who=approver)}"
