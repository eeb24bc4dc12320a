"""When a card comes again: spaced repetition by days, recomputed from the log of all answers.

The scheduler is `fsrs`, without its chance. It is told days, never hours: the same log and the same day give the same
cards wherever the clock's zone is, and what was answered at night is due in the morning. A day before a card's last
answer counts as that day, so that a clock set back harms nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from random import Random
from typing import Any, NamedTuple

from fsrs import Card as Kept
from fsrs import Rating, Scheduler, State

from salescoach.drill.cards import Card
from salescoach.text import parse_day

FORMAT = 1
"""The version of a record of the log."""
LEARNED = 21
"""Days to the next time from which a card counts as learned."""
QUICK, SLOW = 4.0, 20.0
"""Seconds over reading: below the first an answer was at hand, above the second it had to be worked out."""
READING = {"en": 16.0, "zh": 7.0}
"""Characters that are read in a second."""
SUM = 45.0
"""Seconds more that a sum may take."""
_SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False, maximum_interval=365)


class Review(NamedTuple):
    """One answer: `day` as the clock said, `rating` 1 (wrong) to 4 (right at once)."""

    card: str
    day: date
    rating: int


class Standing(NamedTuple):
    """How a card stands. `last` is when it was answered last, never before an earlier answer; `clock` what was said."""

    reviews: int
    lapses: int
    last: date
    clock: date
    due: date

    @property
    def interval(self) -> int:
        """Days from the last answer to the next."""
        return (self.due - self.last).days

    def is_due(self, today: date) -> bool:
        """Whether it is asked today. One that was answered in the future, by a wrong clock, is asked once a day."""
        return today >= self.due or (today < self.last and today != self.clock)

    @property
    def learned(self) -> bool:
        """Whether it sits."""
        return self.interval >= LEARNED


def rating(right: bool, seconds: float | None, length: int, language: str, is_sum: bool = False) -> int:
    """Wrong is 1 (again). Right is 3 (good); 4 (easy) if the answer was at hand, 2 (hard) if it took long.

    Judged by `seconds` less those to read `length` characters; None, where nobody was timed, is 3.
    """
    if not right:
        return int(Rating.Again)
    if seconds is None:
        return int(Rating.Good)
    thought = seconds - length / READING["zh" if language.startswith("zh") else "en"] - (SUM if is_sum else 0)
    return int(Rating.Easy if thought < QUICK else Rating.Hard if thought > SLOW else Rating.Good)


def record(review: Review, right: bool, seconds: float | None) -> dict[str, Any]:
    """An answer as it is kept."""
    kept = {
        "format": FORMAT,
        "card": review.card,
        "day": str(review.day),
        "rating": review.rating,
        "right": right,
    }
    return kept | ({"seconds": round(seconds, 1)} if seconds is not None else {})


def is_newer(records: Iterable[Mapping[str, Any]]) -> bool:
    """Whether some record is of a version that we do not know."""
    return any(isinstance(one.get("format"), int) and one["format"] > FORMAT for one in records)


def reviews(records: Iterable[Mapping[str, Any]]) -> list[Review]:
    """The answers that records of our version hold; anything else is left out."""
    found = []
    for one in records:
        day, mark, card = parse_day(one.get("day")), one.get("rating"), one.get("card")
        if one.get("format") == FORMAT and day and isinstance(card, str) and mark in (1, 2, 3, 4):
            found.append(Review(card, day, int(mark)))
    return found


def standings(log: Iterable[Review]) -> dict[str, Standing]:
    """How every card stands that was ever answered, by its id."""
    kept: dict[str, Kept] = {}
    found: dict[str, Standing] = {}
    for review in log:
        before = found.get(review.card)
        day = max(review.day, before.last) if before else review.day
        card = kept.get(review.card) or Kept(card_id=0, state=State.Learning, due=_noon(day))
        kept[review.card], _ = _SCHEDULER.review_card(card, Rating(review.rating), _noon(day))
        found[review.card] = Standing(
            reviews=before.reviews + 1 if before else 1,
            lapses=(before.lapses if before else 0) + (review.rating == Rating.Again),
            last=day,
            clock=review.day,
            due=kept[review.card].due.date(),
        )
    return found


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def latest(log: Sequence[Review]) -> date | None:
    """The last day that the log knows of."""
    return max((review.day for review in log), default=None)


def chosen(
    cards: Sequence[Card], known: Mapping[str, Standing], today: date, count: int, only_due: bool
) -> list[Card]:
    """The cards of one sitting: those due, the longest overdue first, then new ones of every kind in turn."""
    due = [c for c in cards if c.ident in known and known[c.ident].is_due(today)]
    due.sort(key=lambda c: (known[c.ident].due, c.ident))
    fresh = [] if only_due else mixed([c for c in cards if c.ident not in known], 0)
    return [*due, *fresh][:count]


def mixed(cards: Sequence[Card], seed: int) -> list[Card]:
    """All cards, the kinds in turn, each kind shuffled by the seed."""
    by_kind: dict[str, list[Card]] = {}
    for card in sorted(cards, key=lambda c: c.ident):
        by_kind.setdefault(card.kind, []).append(card)
    for kind, held in by_kind.items():
        Random(f"{seed}/{kind}").shuffle(held)
    order = list(by_kind)
    Random(f"{seed}").shuffle(order)
    most = max((len(held) for held in by_kind.values()), default=0)
    return [by_kind[kind][at] for at in range(most) for kind in order if at < len(by_kind[kind])]


class Count(NamedTuple):
    """How many cards of a kind there are: `new` never answered, `learning` answered but not learned, `due` of both."""

    kind: str
    cards: int
    new: int
    due: int
    learning: int
    learned: int


def counts(cards: Sequence[Card], known: Mapping[str, Standing], today: date) -> list[Count]:
    """How training stands, kind by kind."""
    found = []
    for kind in sorted({card.kind for card in cards}):
        held = [known.get(card.ident) for card in cards if card.kind == kind]
        met = [standing for standing in held if standing is not None]
        learned = sum(standing.learned for standing in met)
        due = sum(standing.is_due(today) for standing in met)
        found.append(Count(kind, len(held), len(held) - len(met), due, len(met) - learned, learned))
    return found
