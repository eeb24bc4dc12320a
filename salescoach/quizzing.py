"""The journeys of the quiz and the exam: what cards are made of, one after the other, each answer kept at once."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from salescoach.call import Call
from salescoach.drill import cards, exam, spacing
from salescoach.drill.cards import Card, Material, Posed
from salescoach.drilling import set_aside
from salescoach.errors import RequestError
from salescoach.files import drills
from salescoach.files.journal import Journal
from salescoach.opening import Unusable, find_root_or_none, load_playbook, shown


class Asked(Protocol):
    """Whoever answers: a person at a terminal, or lines of a file."""

    def answer(self, posed: Posed, at: int, of: int, /) -> tuple[float | None, float | None] | None:
        """The answer and the seconds it took (None where nobody was timed); None for the end, (None, …) for none."""

    def told(self, posed: Posed, answer: float, /) -> None:
        """Whether it was right, and why."""


def open_material(call: Call, playbook: str, seed: int) -> Material:
    """What cards are made of. Raises Unusable with every finding where something in it is wrong."""
    from salescoach.playbook.drills import load_deck

    root = find_root_or_none(call)
    loaded = load_playbook(root, call, playbook)
    if loaded.playbook is None:
        raise Unusable(loaded.findings)
    languages = loaded.playbook.languages
    language = call.language if call.language in languages else call.language.partition("-")[0]
    decks = {}
    for name, path in drills.list_parts(root, call.playbooks, drills.DECKS).items():
        deck, read = load_deck(drills.read_part(path), shown(path))
        if deck is None:
            raise Unusable(read.findings)
        decks[name] = deck
    return Material(loaded.playbook, decks, language, call.say, seed)


def kind_titles(call: Call) -> dict[str, str]:
    """What every kind of card is called; a deck that cannot be read is left out."""
    from salescoach.playbook.drills import load_deck
    from salescoach.text import pick

    found = {name: call.say(f"quiz.kind-{name}") for name in cards.names()}
    for name, path in drills.list_parts(find_root_or_none(call), call.playbooks, drills.DECKS).items():
        deck, _ = load_deck(drills.read_part(path), shown(path))
        if deck is not None:
            found.setdefault(name, pick(deck.title, call.language))
    return found


def check_kind(of: Material, kind: str) -> None:
    """Raises RequestError for a kind that there is not."""
    there = sorted({*cards.names(), *of.decks})
    if kind and kind not in there:
        raise RequestError("no-card-kind", name=kind, names=there, there=", ".join(there))


class Log(NamedTuple):
    """The log of all answers. `aside`: where one that could not be read was put, else None."""

    journal: Journal
    reviews: list[spacing.Review]
    aside: Path | None


def open_log(call: Call) -> Log:
    """What was answered on this computer. A damaged or newer log is set aside whole; what can be read goes on."""
    journal = Journal(drills.reviews_file(find_root_or_none(call)))
    try:
        _, records = journal.read()
    except RequestError:  # of a newer version
        return Log(journal, [], set_aside(journal.path))
    if spacing.is_newer(records):
        return Log(journal, [], set_aside(journal.path))
    return Log(journal, spacing.reviews(records), journal.bad)


class Sitting(NamedTuple):
    """How a sitting went: cards answered, of these right, and all answers ever since."""

    answered: int
    right: int
    reviews: list[spacing.Review]


def quiz(call: Call, of: Material, log: Log, chosen: Sequence[Card], asked: Asked) -> Sitting:
    """Ask one card after the other; every answer is on the disk before its reason is shown."""
    if chosen and not log.journal.path.exists():
        log.journal.begin(call.today, b"")
    answered = right = 0
    reviews = list(log.reviews)
    for at, card in enumerate(chosen, 1):
        posed = cards.pose(of, card)
        given = asked.answer(posed, at, len(chosen))
        if given is None:
            break
        answer, seconds = given
        if answer is None:
            continue
        is_right = cards.is_right(posed, answer)
        length = len(posed.asks) + sum(len(option) for option in posed.options)
        mark = spacing.rating(is_right, seconds, length, of.language, not posed.options)
        review = spacing.Review(card.ident, call.today, mark)
        log.journal.append(spacing.record(review, is_right, seconds))
        reviews.append(review)
        answered, right = answered + 1, right + is_right
        asked.told(posed, answer)
    return Sitting(answered, right, reviews)


class Held(NamedTuple):
    """The exam that is going on, and its journal, begun on a `day`. `aside`: where an unreadable one was put."""

    journal: Journal
    exam: exam.Waiting
    day: str
    resumed: bool
    aside: Path | None = None


def open_exam(call: Call, begin: Callable[[], tuple[exam.Rules, tuple[Posed, ...], str]], now: float) -> Held:
    """The exam that waits, else a new one, by its journal; what it was begun with holds. `now` in seconds."""
    journal = Journal(drills.exam_file(find_root_or_none(call)))
    try:
        header, records = journal.read()
        aside = journal.bad
    except RequestError:  # of a newer version
        header, records, aside = None, [], set_aside(journal.path)
    found = exam.waiting(records) if header is not None else None
    if found is not None and header is not None:
        journal.append({"act": "resumed", "second": elapsed(found, now)})
        return Held(journal, found._replace(breaks=found.breaks + 1), str(header["started"]), True, aside)
    if journal.path.exists():
        aside = set_aside(journal.path)
    rules, questions, language = begin()
    first = exam.begun(rules, questions, language, now)
    journal.begin(call.today, b"")
    journal.append(first)
    fresh = exam.waiting([first])
    assert fresh is not None
    return Held(journal, fresh, str(call.today), False, aside)


def elapsed(waiting: exam.Waiting, now: float) -> float:
    """Seconds since the beginning; a clock set back gives no time back."""
    return round(max(now - waiting.started, waiting.used), 1)


def keep_answer(held: Held, at: int, answer: float, now: float) -> Held:
    """Keep an answer at once; a later one to the same question replaces it."""
    second = elapsed(held.exam, now)
    kept: dict[str, Any] = {"at": at, "answer": answer, "second": second}
    held.journal.append(kept)
    answers = {**held.exam.answers, at: answer}
    return held._replace(exam=held.exam._replace(answers=answers, used=second))


def ended(held: Held, now: float) -> exam.Sat:
    """The exam at its end: no more time than there was counts as used."""
    of = held.exam
    seconds = min(round(elapsed(of, now)), 60 * of.rules.minutes)
    return exam.Sat(of.rules, of.questions, of.answers, seconds, of.breaks)
