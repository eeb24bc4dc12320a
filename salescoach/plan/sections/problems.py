"""Problems after delivery: first the mood, then the matter; who does the next step (METHOD.md §10.4)."""

from salescoach.deal.deal import Row
from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, table

CLOSED = "closed"
MOODS = ("angry", "annoyed", "calm")


def render(brief: Brief) -> str:
    """A row for each problem that nobody closed, the angriest person first."""
    rows = [r for r in brief.rows("issues") if brief.view.value(r, "state") != CLOSED]
    if not rows:
        return ""
    rows.sort(key=lambda r: _anger(brief.view.value(r, "mood")))
    head = [brief.say(w) for w in ("problem", "who", "next-move", "ours")]
    shown = [[_problem(brief, r), _who(brief, r), _next(brief, r), _ours(brief, r)] for r in rows]
    return paragraphs(table(head, shown), brief.say("mood-first"))


def _anger(mood: object) -> int:
    return MOODS.index(mood) if isinstance(mood, str) and mood in MOODS else len(MOODS)


def _problem(brief: Brief, row: Row) -> str:
    days = brief.view.value(row, "age")
    since = brief.say("days-open", count=days) if isinstance(days, int) else ""
    effect = brief.show(row, "payment_effect")
    notes = brief.say("semicolon").join(p for p in (since, effect) if p)
    return brief.title(row) + (brief.say("in-brackets", what=notes) if notes else "")


def _who(brief: Brief, row: Row) -> str:
    mood = brief.show(row, "mood")
    return brief.show(row, "person") + (brief.say("in-brackets", what=mood) if mood else "")


def _next(brief: Brief, row: Row) -> str:
    """What the protocol asks for in this state; nothing technical before somebody listened."""
    found = brief.chosen(row, "state")
    agreed = brief.show(row, "next_agreed")
    return brief.sentences(
        brief.pick(found.advice) if found else "", brief.say("agreed-so-far", what=agreed) if agreed else ""
    )


def _ours(brief: Brief, row: Row) -> str:
    """Sales listens, service repairs: one person for both is a fault."""
    parts = [brief.show(row, n) for n in ("heard_by", "fixer")]
    same = known(brief.view.value(row, "fixer")) and parts[0] == parts[1]
    return " / ".join(p or "?" for p in parts) + (brief.say("same-person") if same else "")
