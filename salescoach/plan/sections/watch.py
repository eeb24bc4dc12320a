"""Early warnings of a customer we may lose; where money is late, the money first (METHOD.md §11.7)."""

from salescoach.fields import choice_of
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs
from salescoach.plan.sections.payments import overdue


def render(brief: Brief) -> str:
    """A line per sign that was seen."""
    form = next(iter(brief.rows("watch")), None)
    seen = brief.view.value(form, "signals") if form is not None else None
    if form is None or not isinstance(seen, list):
        return ""
    found = [c for s in seen if (c := choice_of(form.sheet.fields["signals"], s)) is not None]
    lines = [f"- {brief.advice(c)}" for c in found]
    return paragraphs(brief.say("money-first") if found and overdue(brief) else "", "\n".join(lines))
