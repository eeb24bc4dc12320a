"""The shape of cards that somebody wrote, in pydantic: a deck in `drill/cards/` of a playbook."""

from collections.abc import Mapping
from typing import Any, Literal

import pydantic

from salescoach.playbook.misfits import Misfit, check
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
        ids = [str(answer.id) for answer in self.answers]
        first: dict[str, int] = {}
        found: list[Misfit] = []
        for at, card in enumerate(self.cards):
            place: tuple[str | int, ...] = ("cards", at)
            if first.setdefault(card.id, at) != at:
                found.append(
                    Misfit((*place, "id"), "card-twice", {"value": card.id, "first": first[card.id] + 1})
                )
            if ids and str(card.right) not in ids:
                facts = {"value": str(card.right), "choices": ids, "names": ids}
                found.append(Misfit((*place, "right"), "not-a-choice", facts))
            if ids and card.wrong:
                found.append(Misfit((*place, "wrong"), "answers-and-wrong", {}))
            if not ids and not card.wrong:
                found.append(Misfit((*place, "right"), "no-wrong-answer", {"value": card.id}))
        if len(ids) == 1:
            found.append(Misfit(("answers",), "too-few", {"count": 1, "least": 2}))
        check(found)
        return self

    def options(self, card: WrittenCard) -> list[LocalText]:
        """What a card may be answered with, the right one first."""
        if not self.answers:
            return [card.right, *card.wrong]
        labels: Mapping[Any, LocalText] = {answer.id: answer.label for answer in self.answers}
        return [labels[card.right], *(label for ident, label in labels.items() if ident != card.right)]
