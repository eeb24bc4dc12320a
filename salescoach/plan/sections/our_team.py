"""Ours on this visit: who does what, and opposite whom."""

from salescoach.plan.brief import Brief
from salescoach.plan.markdown import table, text


def render(brief: Brief) -> str:
    """A row for each of ours, where somebody has a counterpart in the room; the parts alone stand above."""
    team = brief.team()
    if not any(_opposite(brief, str(m.get("id"))) for m in team):
        return ""
    rows = [
        [text(m.get("name") or m.get("id") or ""), brief.part_name(m), _opposite(brief, str(m.get("id")))]
        for m in team
    ]
    return table([brief.say("who"), brief.say("part"), brief.say("opposite")], rows)


def _opposite(brief: Brief, member: str) -> str:
    """The customer's people in the room whose counterpart this member is."""
    theirs = [brief.title(r) for r in brief.present if brief.view.value(r, "peer") == member]
    return brief.say("comma").join(theirs)
