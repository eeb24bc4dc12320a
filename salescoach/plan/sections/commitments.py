"""What we want to leave with: the best and the least a customer person would do, and when to stop."""

from collections.abc import Mapping
from typing import Any

from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, table, text


def render(brief: Brief) -> str:
    """The ladder as a table; what is no advance is told so (METHOD.md §3.8)."""
    rows = [_row(brief, name) for name in ("best", "minimum")]
    stop = brief.visit.get("stop_if")
    if known(stop):
        rows.append([brief.say("stop"), "", text(stop), ""])
    head = ["", brief.say("who"), brief.say("does"), brief.say("by")]
    return paragraphs(table(head, rows), brief.say("continuation"))


def _row(brief: Brief, name: str) -> list[str]:
    one = brief.commitment(name)
    if not known(one.get("action")):
        return [brief.say(name), "", brief.say("no-commitment"), ""]
    action = text(one["action"])
    lacking = [brief.say(f"lacks-{part}") for part in brief.lacking(one)]
    if lacking:
        action += brief.say("not-an-advance", what=brief.say("comma").join(lacking))
    return [brief.say(name), _who(brief, one), action, brief.day(one.get("by"))]


def _who(brief: Brief, one: Mapping[str, Any]) -> str:
    return brief.name(str(one["person"])) if known(one.get("person")) else "?"
