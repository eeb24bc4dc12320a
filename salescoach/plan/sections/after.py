"""After the visit: a sheet to fill by hand within a day, in their words."""

from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, table


def render(brief: Brief) -> str:
    """A line per question, then what was promised."""
    rows = [[str(n), brief.name(q.person), "", ""] for n, q in enumerate(brief.questions, 1)]
    head = [brief.say("number"), brief.say("who"), brief.say("their-words"), brief.say("date")]
    return paragraphs(brief.say("after-note"), table(head, rows), brief.say("after-next"))
