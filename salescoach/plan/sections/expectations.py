"""Expectations: the period, what was promised where, which limits were told when (METHOD.md §10)."""

from salescoach.deal.deal import Row
from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, table

OPEN = "open"


def render(brief: Brief) -> str:
    """One line on the period, a table of promises and limits; before the gate that no limit is talked about."""
    rows = brief.rows("expectations")
    service = next(iter(brief.rows("service")), None)
    if service is None:
        return ""
    locked = brief.view.value(service, "gate") != OPEN
    if locked and not rows:
        return ""
    waiting = [r for r in rows if not known(brief.view.value(r, "told_on"))]
    head = [brief.say(w) for w in ("topic", "promised", "limit")]
    shown = [[brief.title(r), _promised(brief, r), _limit(brief, r)] for r in waiting]
    told = [_told(brief, r) for r in rows if r not in waiting]
    return paragraphs(
        brief.say("limits-locked") if locked else _period(brief, service),
        table(head, shown),
        brief.say("told-already", what=brief.say("semicolon").join(told)) if told else "",
    )


def _period(brief: Brief, service: Row) -> str:
    found = brief.chosen(service, "period")
    avoid = brief.say("not-so", what=brief.pick(found.avoid)) if found and found.avoid else ""
    return brief.sentences(brief.advice(found), avoid)


def _promised(brief: Brief, row: Row) -> str:
    where = brief.show(row, "promised_in")
    return (brief.show(row, "level") or brief.say("unknown")) + (
        brief.say("in-brackets", what=where) if where else ""
    )


def _limit(brief: Brief, row: Row) -> str:
    """Before the gate the field does not exist; after it, an empty one is still to be said."""
    if brief.view.value(row, "gate") != OPEN:
        return brief.say("locked")
    return brief.show(row, "limit") or brief.say("not-written")


def _told(brief: Brief, row: Row) -> str:
    """A topic whose limit was said: to whom and when."""
    parts = (brief.show(row, "told_to"), brief.day(row.cells.get("told_on")))
    when = brief.say("comma").join(p for p in parts if p)
    return brief.title(row) + (brief.say("in-brackets", what=when) if when else "")
