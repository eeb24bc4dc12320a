"""Early warnings of a customer we may lose; where money is late, the money first (METHOD.md §11.7)."""

from salescoach.fields import choice_of
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs
from salescoach.plan.sections.payments import overdue


def render(brief: Brief) -> str:
    """A line per sign that was seen; what asks for nothing ("none seen") is none."""
    form = next(iter(brief.rows("watch")), None)
    seen = brief.view.value(form, "signals") if form is not None else None
    if form is None or not isinstance(seen, list):
        return ""
    signs = (choice_of(form.sheet.fields["signals"], s) for s in seen)
    found = [c for c in signs if c is not None and c.advice]
    note = brief.show(form, "note")
    lines = [f"- {line}" for line in (*map(brief.advice, found), note) if line]
    return paragraphs(brief.say("money-first") if found and overdue(brief) else "", "\n".join(lines))
