"""Everybody in the room has an interest that we know, or a question that finds it out (BAR.md part 4, 7)."""

from collections.abc import Iterator

from salescoach.deal.deal import PEOPLE, Row
from salescoach.fields import UNKNOWN, known
from salescoach.plan.brief import Brief
from salescoach.plan.checks import Flaw, flaw, in_visit

INTEREST = ("wants", "interests")


def check(brief: Brief) -> Iterator[Flaw]:
    """Who is there at all, then each person: never thought of is an error, asked and not known a warning."""
    if not brief.present:
        yield flaw(in_visit(brief, "people"), "nobody-in-the-room")
    for row in brief.present:
        values = [brief.view.value(row, name) for name in INTEREST]
        if not any(known(v) for v in values) and not _asked(brief, row):
            level = "warning" if UNKNOWN in values else "error"
            name = brief.deal.title(row, brief.language)
            yield flaw((PEOPLE, row.at), "attendee-without-interest", level, value=name)


def _asked(brief: Brief, row: Row) -> bool:
    """Whether a question of this visit is after it."""
    wanted = {row.address(name) for name in INTEREST}
    return any(wanted & set(one.opens) for one in brief.questions)
