"""Objections to expect: what they may say, the first question back, then the answer."""

from salescoach.plan.brief import Brief
from salescoach.plan.markdown import table, text


def render(brief: Brief) -> str:
    """From the library, or in the rep's words with an empty cell to think about."""
    picked = brief.visit.get("objections")
    by_id = {o.id: o for o in brief.library.objections}
    rows = []
    for one in picked if isinstance(picked, list) else []:
        found = by_id.get(one) if isinstance(one, str) else None
        if found is not None:
            says = brief.say("quoted", words=brief.pick(found.says))
            rows.append([says, brief.pick(found.ask), brief.pick(found.answer)])
        elif isinstance(one, str):
            rows.append([brief.say("quoted", words=text(one)), brief.say("clarify-first"), ""])
    return table([brief.say("they-say"), brief.say("first-ask"), brief.say("then")], rows)
