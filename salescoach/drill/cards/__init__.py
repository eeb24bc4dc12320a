"""Kinds of cards, one file each: questions about the method, made from the playbook itself.

A kind's module has `cards(of)`. A deck that somebody wrote (`drill/cards/NAME.yaml` of a playbook) adds its cards to
the kind of its name, and needs no code. The right answer follows from the playbook, so that it is known in one place.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import NamedTuple, Protocol, cast

from salescoach import modules
from salescoach.dialogue import parse_number
from salescoach.drill.where import where
from salescoach.messages import Say
from salescoach.playbook.cards import Deck
from salescoach.playbook.model import LocalText, Playbook
from salescoach.text import pick

LETTERS = "ABCDEF"
MOST_WRONG = 3
"""Wrong answers that stand beside the right one."""
LONGEST_ANSWER = 60
_NUMBER = re.compile(r"(?:1 ?[:比] ?)?([0-9.,]+) ?(?:%|年|分|years?|points?)?")
_FULL_WIDTH = str.maketrans({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})


class Material(NamedTuple):
    """What cards are made of. `seed` picks numbers and which wrong answers are shown; it never changes an id."""

    playbook: Playbook
    decks: Mapping[str, Deck]
    language: str
    say: Say
    seed: int = 0

    def pick(self, text: LocalText | None) -> str:
        """A text in the language of the quiz."""
        return pick(text, self.language)

    def random(self, ident: str) -> Random:
        """Chance for one card: the same for the same seed."""
        return Random(f"{self.seed}/{ident}")


class Card(NamedTuple):
    """One question. `ident` is `kind/…` and survives rewording; `where` is an address in the playbook.

    Answered by choosing among `right` and `wrong`, or, where there is none wrong, by a `number`, right if it is no
    further off than `within`.
    """

    ident: str
    asks: str
    right: str
    wrong: tuple[str, ...]
    why: str
    where: str
    number: float = 0
    within: float = 0

    @property
    def kind(self) -> str:
        """The kind it is of."""
        return self.ident.partition("/")[0]


class Posed(NamedTuple):
    """A card as it is put to somebody: options in their order, `right` the place of the right one, -1 for a number.

    Plain values alone, so that an exam can be kept and gone on with whatever becomes of the playbook.
    """

    ident: str
    asks: str
    options: tuple[str, ...]
    right: int
    answer: str
    why: str
    where: str
    number: float = 0
    within: float = 0

    @property
    def kind(self) -> str:
        """The kind it is of."""
        return self.ident.partition("/")[0]


class Kind(Protocol):
    """The module of one kind."""

    def cards(self, of: Material, /) -> Iterator[Card]:
        """Every card of the kind, in an order that a learner may meet them in."""


def names() -> tuple[str, ...]:
    """Every kind that is made from the playbook."""
    return modules.names(__name__)


def kind(name: str) -> Kind:
    """The module of one kind. KeyError for one that there is not."""
    return cast(Kind, modules.named(__name__, name))


def cards(of: Material) -> list[Card]:
    """Every card there is, kind by kind."""
    found = list[Card]()
    for name in sorted({*names(), *of.decks}):
        if name in names():
            found += kind(name).cards(of)
        if name in of.decks:
            found += _written(of, name)
    return found


def title(of: Material, name: str) -> str:
    """What a kind is called."""
    return of.say(f"quiz.kind-{name}") if name in names() else of.pick(of.decks[name].title)


def _written(of: Material, name: str) -> Iterator[Card]:
    deck = of.decks[name]
    for card in deck.cards:
        right, *wrong = (of.pick(text) for text in deck.options(card))
        yield Card(
            f"{name}/{card.id}", of.pick(card.asks), right, tuple(wrong), of.pick(card.why), card.where
        )


def some(
    of: Material, ident: str, right: str, others: Sequence[str], most: int = MOST_WRONG
) -> tuple[str, ...]:
    """Wrong answers: so many of the others, none of them twice and none the right one."""
    wrong = [other for other in dict.fromkeys(others) if other != right]
    return tuple(of.random(ident).sample(wrong, min(most, len(wrong))))


def pose(of: Material, card: Card) -> Posed:
    """Put a card: its answers shuffled, where it stands in words. The answers that a deck shares keep their order."""
    options = [card.right, *card.wrong] if card.wrong else []
    of.random(f"{card.ident}?").shuffle(options)
    shared = [of.pick(a.label) for a in of.decks[card.kind].answers] if card.kind in of.decks else []
    if set(shared) == set(options):
        options = shared
    right = options.index(card.right) if options else -1
    stands = where(of.playbook, card.where, of.language)
    told = of.say("quiz.where", place=stands, address=card.where) if stands else card.where
    return Posed(
        card.ident, card.asks, tuple(options), right, card.right, card.why, told, card.number, card.within
    )


def parse_answer(posed: Posed, typed: str) -> float | None:
    """What was typed as the place of an option or a number; None for what is no answer to this card."""
    plain = " ".join(typed[: 10 * LONGEST_ANSWER].translate(_FULL_WIDTH).split())
    if len(typed) > 10 * LONGEST_ANSWER or len(plain) > LONGEST_ANSWER:
        return None
    if not posed.options:
        found = _NUMBER.fullmatch(plain.casefold())
        return parse_number(found[1]) if found else None
    letter = plain.upper().rstrip(".)、")
    marks = [*LETTERS[: len(posed.options)], *(str(i + 1) for i in range(len(posed.options)))]
    return marks.index(letter) % len(posed.options) if letter in marks else None


def is_right(posed: Posed, answer: float) -> bool:
    """Whether an answer is right: the option itself, or a number that is near enough."""
    return answer == posed.right if posed.options else abs(answer - posed.number) <= posed.within


def shown(posed: Posed, answer: float | None) -> str:
    """An answer in words, "" for none."""
    if answer is None:
        return ""
    if posed.options:
        return f"{LETTERS[int(answer)]}. {posed.options[int(answer)]}"
    return f"{answer:g}"
