"""Purchase risks: voiced ones with prevention first, our guesses apart and only as questions (METHOD.md §9)."""

from salescoach.deal.deal import Row
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, table

GUESS = "hypothesis"


def render(brief: Brief) -> str:
    """A table of voiced worries with the next move, then a line for each guess."""
    rows = [r for r in brief.rows("risks") if not brief.room.confidential(r)]
    voiced = [r for r in rows if brief.view.value(r, "state") != GUESS]
    guesses = [r for r in rows if r not in voiced]
    head = [brief.say(w) for w in ("worry", "who", "prevention-first", "next-move")]
    shown = [
        [_worry(brief, r), brief.show(r, "person"), _prevention(brief, r), _move(brief, r)] for r in voiced
    ]
    lines = [brief.say("guess", what=_guess(brief, r), ask=_elicit(brief, r)) for r in guesses]
    note = brief.say("guesses") if guesses else ""
    return paragraphs(table(head, shown), note, "\n".join(f"- {line}" for line in lines))


def _guess(brief: Brief, row: Row) -> str:
    """What we believe, and of whom."""
    who = brief.show(row, "person")
    return brief.title(row) + (brief.say("in-brackets", what=who) if who else "")


def _worry(brief: Brief, row: Row) -> str:
    words = brief.show(row, "concern_words")
    return brief.say("quoted", words=words) if words else brief.title(row)


def _prevention(brief: Brief, row: Row) -> str:
    """Our plan against it with who and when; a strategic one also with the cost of stopping."""
    plan = brief.show(row, "prevention_plan") or brief.say("not-written")
    parts = [brief.show(row, n) for n in ("prevention_owner", "prevention_by")]
    by = brief.say("comma").join(p for p in parts if p)
    compare = brief.show(row, "stop_loss_comparison")
    against = brief.say("stop-loss", what=compare) if compare else ""
    return brief.say("semicolon").join(
        p for p in (plan + (brief.say("in-brackets", what=by) if by else ""), against) if p
    )


def _move(brief: Brief, row: Row) -> str:
    """What the state asks for next; where it is written."""
    written = brief.show(row, "written_in")
    return brief.sentences(
        brief.advice(brief.chosen(row, "state")), brief.say("written-in", where=written) if written else ""
    )


def _elicit(brief: Brief, row: Row) -> str:
    """The advice of its category: which question asks it out."""
    found = brief.chosen(row, "category")
    return brief.pick(found.advice) if found else ""
