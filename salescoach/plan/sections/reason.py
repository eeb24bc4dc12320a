"""Why they should see us, in their words, and what this visit adds."""

from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, text
from salescoach.text import say_number


def render(brief: Brief) -> str:
    """The customer's reason, then our objective."""
    reason, objective = brief.visit.get("reason"), brief.visit.get("objective")
    lines = [text(reason) if known(reason) else brief.say("no-reason")]
    if known(objective):
        lines.append(brief.say("objective", what=text(objective)))
    lines.append(_aim(brief))
    return paragraphs(*lines)


def _aim(brief: Brief) -> str:
    """What we sell by when: this visit adds to it."""
    amount, day = brief.deal.content.get("amount"), brief.day(brief.deal.content.get("close_date"), year=True)
    contract = next(iter(brief.rows("contract")), None)
    signed = contract is not None and known(brief.view.value(contract, "signed_on"))
    if signed or brief.deal.content.get("result", "open") != "open":
        return ""
    if not known(amount) or not day or not isinstance(amount, int | float):
        return ""
    price = brief.money(say_number(amount, brief.language))
    what = [text(brief.deal.say("title")), price, brief.say("aim-by", date=day)]
    return brief.say("deal-aim", what=brief.say("comma").join(w for w in what if w))
