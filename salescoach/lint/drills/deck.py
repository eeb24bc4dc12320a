"""A deck of cards: its name, its texts, and that every card stands somewhere in the playbook."""

from collections.abc import Iterator

from salescoach.drill.where import where
from salescoach.findings import Finding
from salescoach.lint.drills._case import DeckCase


def check(case: DeckCase) -> Iterator[Finding]:
    """Addresses lead somewhere; no two answers of a card read alike."""
    deck = case.deck
    yield from case.named(deck.id)
    yield from case.texts(deck)
    for at, card in enumerate(deck.cards):
        if not where(case.playbook, card.where, "en"):
            yield case.find(("cards", at, "where"), "card-nowhere", value=card.where)
        answers = [str(answer) for answer in deck.options(card)]
        if len(set(answers)) < len(answers):
            yield case.find(("cards", at), "answer-twice", value=card.id)
