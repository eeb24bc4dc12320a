"""Everybody in the room has an interest that we know, or a question that finds it out (BAR.md part 4, 7)."""

from collections.abc import Iterator

from salescoach.deal.deal import PEOPLE, Row
from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.checks import Flaw, flaw, in_visit

INTEREST = ("wants", "interests")


def check(brief: Brief) -> Iterator[Flaw]:
    """Who is there at all, then each person."""
    if not brief.present:
        yield flaw(in_visit(brief, "people"), "nobody-in-the-room")
    for row in brief.present:
        if not any(known(brief.view.value(row, name)) for name in INTEREST) and not _asked(brief, row):
            yield flaw(
                (PEOPLE, row.at), "attendee-without-interest", value=brief.deal.title(row, brief.language)
            )


def _asked(brief: Brief, row: Row) -> bool:
    """Whether a question of this visit is after it."""
    wanted = {row.address(name) for name in INTEREST}
    return any(wanted & set(one.opens) for one in brief.questions)
