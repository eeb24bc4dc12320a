"""For the customer: what was agreed, by whom, by when. What we hope to get from this visit is not agreed yet."""

from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import table
from salescoach.text import parse_day

SHARED = True
MOST = 8


def render(brief: Brief) -> str:
    """A row for each open commitment of somebody who will be there; nothing that is a mere continuation."""
    there = {r.id for r in brief.present}
    rows = [
        r
        for r in brief.rows("commitments")
        if brief.view.value(r, "outcome") == "advance"
        and brief.view.value(r, "person") in there
        and str(r.cells.get("by")) > str(brief.visit.get("date") or brief.today)
    ]
    rows.sort(key=lambda r: (str(r.cells.get("by")), r.id))
    shown = [[brief.show(r, "person"), brief.title(r), _day(brief, r.cells.get("by"))] for r in rows]
    head = [brief.say(w) for w in ("who", "does", "by")]
    return table(head, [s for s in shown if s[1]][:MOST])


def _day(brief: Brief, value: object) -> str:
    return brief.day(value) if known(value) and parse_day(value) else ""
