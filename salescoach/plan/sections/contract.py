"""Contract and payment terms: what is reviewed, what is open, signature and first money (METHOD.md §11.4)."""

from salescoach.deal.deal import Row
from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs
from salescoach.plan.sections.expectations import OPEN

ASKED = ("payment_terms", "signers", "signed_on", "prepayment", "prepaid_on", "first_trigger", "sme_notice")


def render(brief: Brief) -> str:
    """Points not reviewed yet with what to look for, then the facts of signature and payment."""
    form = next(iter(brief.rows("contract")), None)
    if form is None or not _begun(brief, form):
        return ""
    facts = [
        f"{brief.pick(form.sheet.fields[n].label)}{brief.say('colon')}{brief.show(form, n)}"
        for n in ASKED
        if n in form.sheet.fields and brief.show(form, n)
    ]
    open_points = brief.show(form, "open_points")
    return paragraphs(
        "\n".join(f"- {fact}" for fact in facts),
        brief.say("open-points", what=open_points) if open_points else "",
        _unreviewed(brief, form),
        "" if brief.view.value(form, "gate") == OPEN else brief.advice(brief.chosen(form, "gate")),
    )


def _begun(brief: Brief, form: Row) -> bool:
    steps = {s.fills for s in brief.stage.steps}
    return form.sheet.id in steps or any(known(v) for v in form.cells.values())


def _unreviewed(brief: Brief, form: Row) -> str:
    """Each point of the list that nobody looked at yet: after signing it can only cost us."""
    done = brief.view.value(form, "reviewed")
    held = done if isinstance(done, list) else []
    left = [c for c in form.sheet.fields["reviewed"].choices if c.id not in held]
    if not left or known(brief.view.value(form, "signed_on")):
        return ""
    lines = [f"- [ ] {brief.pick(c.label)}{brief.say('colon')}{brief.pick(c.hint)}" for c in left]
    return paragraphs(brief.say("to-review", count=len(left)), "\n".join(lines))
