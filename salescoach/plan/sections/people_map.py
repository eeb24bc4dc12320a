"""Who is who at the customer: by level, with part and stance, and who was never met."""

from salescoach.coach.flags import met
from salescoach.deal.deal import PEOPLE, Row
from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.pictures.people_map import LEVELS, SIGNS, PeopleMap, Person

FEWEST, MOST = 3, 12


def render(brief: Brief) -> str:
    """A picture from three people on: two need no map."""
    rows = brief.rows(PEOPLE)
    if len(rows) < FEWEST:
        return ""
    have_met = met(brief.deal)
    people = tuple(_person(brief, row, row.id in have_met) for row in rows[:MOST])
    more = brief.say("more-rows", count=len(rows) - MOST) if len(rows) > MOST else ""
    picture = brief.picture(PeopleMap(people, (), _words(brief)))
    return f"{picture}\n\n{more}" if more else picture


def _person(brief: Brief, row: Row, was_met: bool) -> Person:
    level, stance = (_one(brief, row, name) for name in ("level", "stance"))
    parts = brief.plain(row, "buying_roles")
    return Person(row.id, brief.deal.title(row, brief.language), parts, stance, level, was_met)


def _one(brief: Brief, row: Row, name: str) -> str:
    value = brief.view.value(row, name)
    return str(value) if known(value) else ""


def _words(brief: Brief) -> dict[str, str]:
    names = [*filter(None, LEVELS), *SIGNS, "not-met"]
    return {name: brief.say(f"map-{name}") for name in names}
