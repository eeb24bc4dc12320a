"""Closing words: the ask in full, and the smaller one."""

from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import text


def render(brief: Brief) -> str:
    """The commitment question as it will be said; the fall-back under it."""
    asks = [q for q in brief.questions if q.wins and brief.deal.playbook.types[q.type].style == "commitment"]
    lines = []
    if asks:
        lines.append(brief.say("quoted", words=text(asks[-1].text)))
    elif known(brief.commitment("best").get("action")):
        lines.append(brief.say("ask-for", what=text(brief.commitment("best")["action"])))
    least = brief.commitment("minimum")
    if known(least.get("action")):
        who = brief.name(str(least["person"])) if known(least.get("person")) else ""
        lines.append(
            brief.say("fall-back", who=who, what=text(least["action"]), by=brief.day(least.get("by")))
        )
    return "\n".join(lines)
