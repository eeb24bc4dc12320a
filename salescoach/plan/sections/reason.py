"""Why they should see us, in their words, and what this visit adds."""

from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, text


def render(brief: Brief) -> str:
    """The customer's reason, then our objective."""
    reason, objective = brief.visit.get("reason"), brief.visit.get("objective")
    lines = [text(reason) if known(reason) else brief.say("no-reason")]
    if known(objective):
        lines.append(brief.say("objective", what=text(objective)))
    return paragraphs(*lines)
