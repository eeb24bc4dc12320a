"""The exam: the same questions for everybody with the same seed, a time limit, a pass mark, reasons after the end."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from salescoach.drill.cards import Card, Material, Posed, cards, is_right, pose
from salescoach.drill.record import FORMAT
from salescoach.drill.spacing import mixed

NAME = "exam"
"""What stands for the scenario and the rubric in the history."""


class Rules(NamedTuple):
    """How an exam is held: `length` questions, `minutes` of time, `passes` per cent to pass, who sits it."""

    seed: int
    length: int = 20
    minutes: int = 15
    passes: int = 80
    name: str = ""


class Sat(NamedTuple):
    """An exam at its end: answers by the place of the question, seconds on the wall (None: not timed), breaks."""

    rules: Rules
    questions: tuple[Posed, ...]
    answers: Mapping[int, float]
    seconds: int | None
    breaks: int = 0

    def is_right(self, at: int) -> bool:
        """Whether a question was answered right; none is wrong."""
        return at in self.answers and is_right(self.questions[at], self.answers[at])

    @property
    def right(self) -> int:
        """How many were."""
        return sum(self.is_right(at) for at in range(len(self.questions)))

    @property
    def total(self) -> int:
        """Per cent, rounded down: who is below the mark does not pass."""
        return 100 * self.right // max(len(self.questions), 1)

    @property
    def passed(self) -> bool:
        """Whether the mark was reached."""
        return self.total >= self.rules.passes

    @property
    def by_kind(self) -> dict[str, tuple[int, int]]:
        """Right and asked, by kind."""
        asked = Counter(question.kind for question in self.questions)
        right = Counter(q.kind for at, q in enumerate(self.questions) if self.is_right(at))
        return {kind: (right[kind], asked[kind]) for kind in sorted(asked)}


def paper(of: Material, rules: Rules, only: str = "") -> tuple[Posed, ...]:
    """The questions: every kind in turn, picked by the seed, which also made the numbers of `of`."""
    found: Sequence[Card] = [card for card in cards(of) if not only or card.kind == only]
    return tuple(pose(of, card) for card in mixed(found, rules.seed)[: rules.length])


def begun(rules: Rules, questions: Iterable[Posed], language: str, started: float) -> dict[str, Any]:
    """The first record of the journal: all that the exam needs to be gone on with, whatever becomes of the playbook."""
    return {
        "act": "begin",
        "format": FORMAT,
        "rules": rules._asdict(),
        "language": language,
        "started": started,
        "questions": [question._asdict() for question in questions],
    }


class Waiting(NamedTuple):
    """An exam that is going on: what it was begun with, the answers so far, the seconds that were used."""

    rules: Rules
    questions: tuple[Posed, ...]
    language: str
    started: float
    answers: dict[int, float]
    used: float
    breaks: int


def waiting(records: Sequence[Mapping[str, Any]]) -> Waiting | None:
    """The exam that a journal holds; None where its beginning cannot be read."""
    first = records[0] if records else {}
    try:
        rules = Rules(**first["rules"])
        questions = tuple(
            Posed(**{**q, "options": tuple(str(o) for o in q["options"])}) for q in first["questions"]
        )
        started = float(first["started"])
        whole = (
            first["act"] == "begin" and first["format"] == FORMAT and bool(questions) and rules.minutes > 0
        )
    except (KeyError, TypeError, ValueError):
        return None
    answers: dict[int, float] = {}
    used, breaks = 0.0, 0
    for one in records[1:]:
        at, answer, second = one.get("at"), one.get("answer"), one.get("second")
        used = max(used, second) if isinstance(second, int | float) else used
        breaks += one.get("act") == "resumed"
        if isinstance(at, int) and isinstance(answer, int | float) and 0 <= at < len(questions):
            answers[at] = answer
    return (
        Waiting(rules, questions, str(first.get("language")), started, answers, used, breaks)
        if whole
        else None
    )


def record(sat: Sat, of: Material, day: str) -> dict[str, Any]:
    """The exam as it is kept in the history: a row for each kind, so that its trend is shown like a behaviour's."""
    return {
        "format": FORMAT,
        "kind": NAME,
        "day": day,
        "scenario": NAME,
        "rubric": NAME,
        "playbook": of.playbook.id,
        "version": of.playbook.version,
        "language": of.language,
        "seed": sat.rules.seed,
        "exam": True,
        "name": sat.rules.name,
        "total": sat.total,
        "pass": sat.rules.passes,
        "passed": sat.passed,
        "rows": {kind: list(points) for kind, points in sat.by_kind.items()},
        "right": sat.right,
        "count": len(sat.questions),
        "answered": len(sat.answers),
        "minutes": sat.rules.minutes,
        "wall": sat.seconds,
        "breaks": sat.breaks,
    }
