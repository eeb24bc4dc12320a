"""What do you do now: the advice that a worksheet gives for what was chosen or derived (METHOD.md §7.4 and others)."""

from collections.abc import Iterator

from salescoach.drill.cards import Card, Material, some
from salescoach.drill.cards._choices import fields, told
from salescoach.drill.cards.personality import FIELD
from salescoach.drill.cards.roles import FIELDS

FEWEST = 3
"""Choices with advice that it takes to choose among."""


def cards(of: Material) -> Iterator[Card]:
    """One for every choice with advice, quadrants first; people are asked about elsewhere."""
    found = [c for c in fields(of) if c.address not in (*FIELDS, FIELD)]
    for chosen in sorted(found, key=lambda c: c.field.derived != "grid"):
        advice = {c.id: of.pick(c.advice) for c in chosen.field.choices if c.advice}
        if len(set(advice.values())) < FEWEST:
            continue
        for choice in chosen.field.choices:
            if choice.id not in advice:
                continue
            ident = f"tactics/{chosen.address}/{choice.id}"
            asks = of.say(
                "quiz.tactics-asks",
                sheet=of.pick(chosen.sheet.title or chosen.sheet.table),
                field=of.pick(chosen.field.label),
                value=of.pick(choice.label),
                hint=of.pick(choice.hint),
            )
            right = advice[choice.id]
            wrong = some(of, ident, right, list(advice.values()))
            yield Card(ident, asks.strip(), right, wrong, told(of, choice), f"{chosen.address}={choice.id}")
