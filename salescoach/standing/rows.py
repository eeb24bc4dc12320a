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

Make = Callable[[Entry], Any]
"""Judges one deal and makes its value, of what `marshal` carries."""
CLOSED = "closed"
"""The `act` of a deal whose file could not be opened."""


def rows(desk: Desk, entries: Sequence[Entry]) -> list[Row]:
    """The table's rows."""

    def make(entry: Entry) -> tuple[Any, ...]:
        return tuple(facts.row(desk.glance(entry), entry, desk.call.language))

    def closed(entry: Entry, reason: str) -> tuple[Any, ...]:
        return tuple(Row(entry.deal, errors=1, act=CLOSED, broken=reason))

    return [Row(*one) for one in _each(desk, entries, make, closed)]


def records(desk: Desk, entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Each deal as JSON says it."""
    return _each(desk, entries, lambda e: record(desk, desk.judge(e), e), lambda e, r: _closed(desk, e, r))


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
            return make(entry)
        except RequestError as error:
            return closed(entry, desk.call.say(f"errors.{error.key}", **error.facts))

    if not entries:
        return []
    first = one(0)  # its playbook is read before there are several processes, that all have it
    jobs = workers.processes(len(entries), os.cpu_count() or 1)
    rest = workers.run(lambda n: one(n + 1), len(entries) - 1, jobs, lambda _done: None)
    return [first, *rest]
