"""Every deal of a repo judged, by several processes where there are many, each made into one plain value."""

import os
from collections.abc import Callable, Sequence
from typing import Any

from salescoach.checking import words, workers
from salescoach.checking.deals import Entry
from salescoach.checking.judging import Judgement
from salescoach.errors import RequestError
from salescoach.report import Told
from salescoach.standing import facts, plain
from salescoach.standing.desk import Desk
from salescoach.standing.facts import Row

Make = Callable[[Judgement, Entry], Any]
"""Makes one deal's value, of what `marshal` carries."""
CLOSED = "closed"
"""The `act` of a deal whose file could not be opened."""


def rows(desk: Desk, entries: Sequence[Entry]) -> list[Row]:
    """The table's rows."""
    language = desk.call.language

    def closed(entry: Entry, reason: str) -> Row:
        return Row(entry.deal, errors=1, act=CLOSED, broken=reason)

    made = _each(
        desk, entries, lambda j, e: tuple(facts.row(j, e, language)), lambda e, r: tuple(closed(e, r))
    )
    return [Row(*one) for one in made]


def records(desk: Desk, entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Each deal as JSON says it."""
    return _each(desk, entries, lambda j, e: record(desk, j, e), lambda e, r: _closed(desk, e, r))


def record(desk: Desk, judgement: Judgement, entry: Entry) -> dict[str, Any]:
    """One deal as JSON says it."""
    language = desk.call.language
    if judgement.case is not None and judgement.case.deal.stage is not None:
        return plain.record(facts.standing(judgement, entry, language))
    error = facts.row(judgement, entry, language).broken
    return plain.broken(entry.deal, desk.path(entry), error, words.told(judgement, language))


def _closed(desk: Desk, entry: Entry, reason: str) -> dict[str, Any]:
    path = desk.path(entry)
    return plain.broken(entry.deal, path, reason, [Told(path, 0, 0, CLOSED, "error", reason)])


def _each(desk: Desk, entries: Sequence[Entry], make: Make, closed: Callable[[Entry, str], Any]) -> list[Any]:
    def one(number: int) -> Any:
        entry = entries[number]
        try:
            judgement = desk.judge(entry)
        except RequestError as error:
            return closed(entry, desk.call.say(f"errors.{error.key}", **error.facts))
        return make(judgement, entry)

    if not entries:
        return []
    first = one(0)  # its playbook is read before there are several processes, that all have it
    jobs = (os.cpu_count() or 1) if len(entries) > workers.FEWEST else 1
    rest = workers.run(lambda n: one(n + 1), len(entries) - 1, jobs, lambda _done: None)
    return [first, *rest]
