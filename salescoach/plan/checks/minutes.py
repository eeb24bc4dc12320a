"""The visit has a day and a length, and the agenda fits into it."""

from collections.abc import Iterator

from salescoach.coach.visit import minutes_of
from salescoach.plan.brief import Brief
from salescoach.plan.checks import Flaw, flaw, in_visit
from salescoach.plan.sections.agenda import LEAST_EACH, least_minutes
from salescoach.text import parse_day


def check(brief: Brief) -> Iterator[Flaw]:
    """Day, length, and what the blocks and questions take at least."""
    day, minutes = parse_day(brief.visit.get("date")), minutes_of(brief.visit)
    if day is None:
        yield flaw(in_visit(brief, "date"), "no-day")
    elif day < brief.today:
        yield flaw(in_visit(brief, "date"), "day-gone", "warning", value=str(day), today=str(brief.today))
    if not minutes:
        yield flaw(in_visit(brief, "minutes"), "no-minutes")
    elif (least := least_minutes(brief)) > minutes:
        yield flaw(in_visit(brief, "minutes"), "too-little-time", value=minutes, least=least, each=LEAST_EACH)
