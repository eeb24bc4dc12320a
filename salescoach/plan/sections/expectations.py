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
    head = [brief.say(w) for w in ("topic", "promised", "limit", "told")]
    shown = [[brief.title(r), _promised(brief, r), _limit(brief, r), _told(brief, r)] for r in rows]
    return paragraphs(brief.say("limits-locked") if locked else _period(brief, service), table(head, shown))


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
    """To whom and when, and what they said to it."""
    if not known(brief.view.value(row, "told_on")):
        return brief.say("not-told")
    when = brief.say("comma").join(
        p for p in (brief.show(row, "told_to"), brief.day(row.cells.get("told_on"))) if p
    )
    reaction = brief.show(row, "reaction")
    return when + (brief.say("colon") + brief.say("quoted", words=reaction) if reaction else "")
