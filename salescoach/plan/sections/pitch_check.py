"""Four questions before we present anything (METHOD.md §8.2): any "no" means not yet."""

from datetime import timedelta

from salescoach.deal.evidence import COUNTING
from salescoach.fields import known
from salescoach.plan.brief import Brief

RECENT = timedelta(days=90)


def render(brief: Brief) -> str:
    """The four answers and the verdict on one line each."""
    answers = {
        "background": _background(brief),
        "pain": any(known(brief.view.value(r, "explicit_need")) for r in brief.rows("pains")),
        "decider": bool(brief.deciders),
        "shielded": _examined(brief),
    }
    shown = " · ".join(
        brief.say(f"check-{name}", answer=brief.say("yes" if ok else "no")) for name, ok in answers.items()
    )
    return f"{shown}\n{brief.say('may-present' if all(answers.values()) else 'do-not-present')}"


def _background(brief: Brief) -> bool:
    """Something that the customer told or showed us in the last 90 days, and a role we know."""
    recent = any(r.day and r.day >= brief.today - RECENT and r.grade in COUNTING for r in brief.deal.records)
    return recent and any(brief.deal.roles(row.id) for row in brief.rows("people"))


def _examined(brief: Brief) -> bool:
    """The customer named a requirement of their own, or a harm, while alternatives are known."""
    voiced = any(
        a.startswith(("criteria/", "harms/"))
        for r in brief.deal.records
        if r.grade in COUNTING
        for a in r.addresses
    )
    return bool(brief.rows("rivals")) and voiced
