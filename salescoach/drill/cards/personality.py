"""Which personality is this, what does it like, what irritates it (METHOD.md §2.3)."""

from collections.abc import Iterator

from salescoach.drill.cards import Card, Material
from salescoach.drill.cards._choices import fields, recognised

FIELD = "people.personality"
PARTS = {
    "hint": "quiz.personality-hint",
    "advice": "quiz.personality-likes",
    "avoid": "quiz.personality-irritates",
}


def cards(of: Material) -> Iterator[Card]:
    """For every type: by its signs, its likes, its dislikes."""
    for chosen in fields(of):
        if chosen.address == FIELD:
            yield from recognised(of, "personality", chosen, PARTS)
