"""Opening words: who we are in one sentence, purpose in their words, the time, and leave to ask (BAR.md part 4, 9)."""

from salescoach.coach.visit import minutes_of
from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import text


def render(brief: Brief) -> str:
    """Four lines, each to be said in a breath; the first impression opens a door and is no score."""
    form = next(iter(brief.rows("brief")), None)
    label = brief.show(form, "label") if form is not None else ""
    reason = brief.visit.get("reason")
    minutes = minutes_of(brief.visit)
    lines = [
        label or brief.say("opening-label"),
        brief.say("opening-purpose", what=text(reason)) if known(reason) else brief.say("opening-no-purpose"),
        brief.say("opening-time", minutes=minutes) if minutes else brief.say("agenda-open-plain"),
        brief.say("opening-ask"),
    ]
    return "\n".join(f"- {line}" for line in lines)
