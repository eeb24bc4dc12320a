"""The shape of cards that somebody wrote, in pydantic: a deck in `drill/cards/` of a playbook."""

from collections.abc import Mapping
from typing import Any, Literal

import pydantic

from salescoach.playbook.model import Choice, Ident, LocalText, Strict


class WrittenCard(Strict):
    """One question with its right answer and wrong ones; `where` names what it is about, as `worksheet.field=choice`.

    In a deck with `answers`, `right` is the id of one of them, and the others are wrong.
    """

    id: Ident
    asks: LocalText
    right: LocalText
    wrong: list[LocalText] = pydantic.Field(default=[])
    why: LocalText
    where: str


class Deck(Strict):
    """Cards of one kind. `answers`: what every card of it may be answered with."""

    format: Literal[1]
    id: Ident
    title: LocalText
    answers: list[Choice] = pydantic.Field(default=[])
    cards: list[WrittenCard]

    @pydantic.model_validator(mode="after")
    def _answerable(self) -> "Deck":
        """Every card has a right answer and a wrong one, and no two have one id."""
        ids = {answer.id for answer in self.answers}
        seen = set[str]()
        for card in self.cards:
            if card.id in seen:
                raise ValueError(f"two cards have the id '{card.id}'")
            seen.add(card.id)
            if self.answers and (card.right not in ids or card.wrong or len(ids) < 2):
                raise ValueError(
                    f"card '{card.id}': 'right' is one of {sorted(map(str, ids))}, without 'wrong'"
                )
            if not self.answers and not card.wrong:
                raise ValueError(f"card '{card.id}' has no wrong answer")
        return self

    def options(self, card: WrittenCard) -> list[LocalText]:
        """What a card may be answered with, the right one first."""
        if not self.answers:
            return [card.right, *card.wrong]
        labels: Mapping[Any, LocalText] = {answer.id: answer.label for answer in self.answers}
        return [labels[card.right], *(label for ident, label in labels.items() if ident != card.right)]
