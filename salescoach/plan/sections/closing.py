"""Closing words: sum up in their words, the ask in full, and the smaller one."""

from salescoach.coach.slots import slots
from salescoach.deal.deal import Row
from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import text


def render(brief: Brief) -> str:
    """What was heard with their number, the request as it will be said, what it is for, the fall-back under it.

    A request that is the best commitment itself need not be told apart from it.
    """
    own = next((brief.show(form, "ask") for form in brief.rows("brief") if brief.deciders), "")
    asked = own or (text(brief.request.text) if brief.request is not None else "")
    lines = ["" if brief.deciders else _sum_up(brief)]
    if asked:
        lines.append(brief.say("ask-words", words=asked))
    said = brief.request is not None and not brief.request.question and not own
    lines += ["" if said else _step(brief, "best", "ask-for"), _step(brief, "minimum", "fall-back")]
    return "\n".join(f"- {line}" for line in lines if line)


def _sum_up(brief: Brief) -> str:
    """The pain that was talked about, what it costs on their figures or "their number", and what presses."""
    about = next((one.about for one in brief.questions if one.about.startswith("pains/")), "")
    row = brief.deal.row("pains", about.partition("/")[2])
    if row is None:
        return ""
    known_slots = slots(brief.deal, brief.view, brief.language, row)
    number = text(known_slots["number"]) if "number" in known_slots else _number_to_come(brief, row)
    parts = [brief.title(row), number, text(known_slots.get("event", ""))]
    return brief.say("sum-up-words", what=brief.say("semicolon").join(p for p in parts if p))


def _number_to_come(brief: Brief, row: Row) -> str:
    """A place for the number that a question of this visit is after."""
    after = any(a.startswith(row.address("impacts")) for one in brief.questions for a in one.opens)
    return brief.say("their-number") if after else ""


def _step(brief: Brief, rung: str, key: str) -> str:
    one = brief.commitment(rung)
    if not known(one.get("action")):
        return ""
    who = brief.name(str(one["person"])) if known(one.get("person")) else ""
    by = brief.day(one.get("by"))
    return brief.say(
        key, who=who, what=text(one["action"]), by=brief.say("in-brackets", what=by) if by else ""
    )
