"""Payments: what is due, what is disputed, the next step of the dunning ladder (METHOD.md §11)."""

from salescoach.deal.deal import Row
from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, table
from salescoach.text import say_number

PAID = "full"


def render(brief: Brief) -> str:
    """A row for each payment; for those still out, what to do next and by whom; the undisputed rest is due at once."""
    rows = brief.rows("payments")
    if not rows:
        return ""
    fields = rows[0].sheet.fields
    head = [brief.pick(fields[n].label) for n in ("name", "amount", "due")] + [brief.say("state")]
    shown = [
        [brief.title(r), brief.show(r, "amount"), brief.day(r.cells.get("due")), _state(brief, r)]
        for r in rows
    ]
    steps = [line for r in rows if _out(brief, r) and (line := _steps(brief, r))]
    return paragraphs(
        table(head, shown), "\n".join(f"- {line}" for line in steps), brief.say("right-not-favour")
    )


def _out(brief: Brief, row: Row) -> bool:
    return bool(brief.view.value(row, "paid") != PAID)


def _state(brief: Brief, row: Row) -> str:
    """Paid, overdue by so many days, or due in so many; what came so far."""
    if not _out(brief, row):
        return brief.show(row, "paid")
    days = brief.view.value(row, "overdue")
    state = brief.say("unknown")
    if isinstance(days, int):
        state = brief.say("overdue", count=days) if days > 0 else brief.say("due-in", count=-days)
    came = brief.show(row, "received")
    return state + (brief.say("came", amount=came) if came else "")


def _steps(brief: Brief, row: Row) -> str:
    """What to do about one payment, in the order of doing it."""
    lines = [_dunning(brief, row), _dispute(brief, row), _cause(brief, row), _promise(brief, row)]
    said = brief.sentences(*lines)
    return f"{brief.title(row)}{brief.say('colon')}{said}" if said else ""


def _dunning(brief: Brief, row: Row) -> str:
    """The rung that today asks for, unless it was the last one taken; our own next action beside it."""
    rung = brief.chosen(row, "rung")
    if rung is None or brief.view.value(row, "last_step") == rung.id:
        return _own(brief, row)
    way = brief.say("in-brackets", what=brief.clause(rung.hint)) if rung.hint else ""
    return brief.sentences(brief.advice(rung) + way, _own(brief, row))


def _own(brief: Brief, row: Row) -> str:
    action = brief.show(row, "next_action")
    return brief.say("our-next", what=action) if action else ""


def _dispute(brief: Brief, row: Row) -> str:
    """The amount in dispute, and the rest that no dispute holds back (METHOD.md §11.3)."""
    disputed, amount = brief.view.value(row, "disputed_amount"), brief.view.value(row, "amount")
    if brief.view.value(row, "dispute") != "open":
        return ""
    if not known(disputed) or not known(amount):
        return brief.say("dispute-open")
    received = brief.view.value(row, "received")
    rest = amount - disputed - (received if known(received) else 0)
    numbers = {"disputed": disputed, "rest": max(rest, 0)}
    return brief.say("dispute-split", **{n: say_number(v, brief.language) for n, v in numbers.items()})


def _cause(brief: Brief, row: Row) -> str:
    """Its treatment, whose words they are; that they cannot pay is a finding beside it, not a cause."""
    words = brief.show(row, "cause_words")
    said = brief.say("quoted", words=words) if words else ""
    unable = brief.say("cannot-pay") if brief.view.value(row, "cannot_pay") is True else ""
    return brief.sentences(brief.advice(brief.chosen(row, "cause")), said, unable)


def _promise(brief: Brief, row: Row) -> str:
    promise = brief.show(row, "promise")
    if not promise:
        return ""
    who, day = brief.show(row, "promised_by"), brief.day(row.cells.get("promised_for"))
    kept = brief.show(row, "promise_kept")
    by = brief.say("comma").join(p for p in (who, day, kept) if p)
    return brief.say("promise", what=promise) + (brief.say("in-brackets", what=by) if by else "")


def overdue(brief: Brief) -> bool:
    """Whether any money is late."""
    days = [brief.view.value(r, "overdue") for r in brief.rows("payments") if _out(brief, r)]
    return any(isinstance(d, int) and d > 0 for d in days)
