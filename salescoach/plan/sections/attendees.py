"""In the room: each person's part, how to work with them, what they want; and who is not there."""

from salescoach.deal.deal import PEOPLE, Row
from salescoach.fields import choice_of, known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, table

MOST = 5
MOST_NAMED = 8


def render(brief: Brief) -> str:
    """A row per person, then one line of those who are absent."""
    if not brief.present:
        return brief.say("nobody")
    head = [brief.say("person"), brief.say("part"), brief.say("how"), brief.say("wants")]
    rows = [
        [_person(brief, r), _part(brief, r), _how(brief, r), _wants(brief, r)] for r in brief.present[:MOST]
    ]
    more = brief.present[MOST:]
    absent = [r for r in brief.rows(PEOPLE) if r not in brief.present]
    return paragraphs(
        table(head, rows),
        _list(brief, "more-people", more),
        _list(brief, "not-there", absent),
    )


def _person(brief: Brief, row: Row) -> str:
    title = brief.show(row, "title")
    return f"{brief.title(row)}{brief.say('comma')}{title}" if title else brief.title(row)


def _part(brief: Brief, row: Row) -> str:
    shown = [brief.show(row, n) for n in ("buying_roles", "stance", "relationship_now")]
    return brief.say("comma").join(s for s in shown if s) or brief.say("unknown-ask")


def _how(brief: Brief, row: Row) -> str:
    """How to work with this personality (METHOD.md §2.3): a hypothesis, not a label."""
    field = row.sheet.fields.get("personality")
    value = brief.view.value(row, "personality")
    found = choice_of(field, value) if field and known(value) else None
    if found is None:
        return brief.say("unknown-personality")
    advice = brief.clause(found.advice)
    avoid = brief.say("avoid", what=brief.clause(found.avoid)) if found.avoid else ""
    return f"{brief.pick(found.label)}{brief.say('colon')}{advice}{avoid}"


def _wants(brief: Brief, row: Row) -> str:
    return brief.show(row, "wants") or brief.say("unknown-ask")


def _list(brief: Brief, key: str, rows: list[Row]) -> str:
    """One line of people with their parts, no more than can be read."""
    shown = []
    for row in rows[:MOST_NAMED]:
        part = brief.show(row, "buying_roles")
        shown.append(brief.title(row) + (brief.say("in-brackets", what=part) if part else ""))
    if len(rows) > MOST_NAMED:
        shown.append(brief.say("and-more", count=len(rows) - MOST_NAMED))
    return brief.say(key, who=brief.say("semicolon").join(shown)) if shown else ""
