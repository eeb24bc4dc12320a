"""Who says that, and for whom is it right: buying roles, levels, allies (METHOD.md §2.2, §8.7)."""

from collections.abc import Iterator

from salescoach.drill.cards import Card, Material
from salescoach.drill.cards._choices import fields, recognised

FIELDS = ("people.buying_roles", "people.level", "people.stance", "allies.function")
PARTS = {"hint": "quiz.roles-hint", "advice": "quiz.roles-advice", "avoid": "quiz.roles-avoid"}


def cards(of: Material) -> Iterator[Card]:
    """For every role: by its sign, by what is right for it, by what is wrong."""
    for chosen in fields(of):
        if chosen.address in FIELDS:
            yield from recognised(of, "roles", chosen, PARTS)
