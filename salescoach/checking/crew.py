"""Judging many deals: by several processes where that is worth it, in words where they will surely be shown."""

import gc
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from salescoach.checking import deals, words, workers
from salescoach.checking.deals import Entry
from salescoach.checking.desk import Desk
from salescoach.checking.judging import Judgement, judge, judge_at_once, settled
from salescoach.checking.outcome import Outcome
from salescoach.checking.summing import outcome
from salescoach.errors import RequestError
from salescoach.findings import LEVELS
from salescoach.rules import Base

Progress = Callable[[int], None]
"""Is told how many are done."""


class Closed(NamedTuple):
    """A deal that could not be opened, and why."""

    path: str
    error: RequestError


class Crew:
    """Makes outcomes. `most`: how many findings will be listed at most.

    `closed` takes the deals that could not be opened.
    """

    def __init__(self, desk: Desk, jobs: int, most: int, progress: Progress) -> None:
        self.desk = desk
        self.jobs, self.most, self.progress = jobs, most, progress
        self.closed: list[Closed] = []
        self._bases: Mapping[str, Base] = {}
        self._processes = 1
        self._before = dict.fromkeys(LEVELS, 0)

    def outcomes(
        self, entries: Sequence[Entry], bases: Mapping[str, Base], before: Mapping[str, int]
    ) -> dict[str, Outcome]:
        """What is to be kept of each deal, by its path. The gravest findings are in words, as many as are listed.

        `bases`: what changed deals were before; `before`: how many findings of each level other deals have.
        """
        self._bases, self._before = bases, dict(before)
        self._processes = workers.processes(len(entries), self.jobs)
        return self._made(entries, self._first, self._processes)

    def in_words(self, entries: Sequence[Entry], bases: Mapping[str, Base], level: str) -> dict[str, Outcome]:
        """The same deals with every finding of a level or above in words."""
        self._bases = bases
        processes = workers.processes(len(entries), self.jobs, workers.FEWEST // 4)
        return self._made(entries, lambda entry: self._worded(entry, level), processes)

    def _made(
        self, entries: Sequence[Entry], work: Callable[[Entry], Outcome], processes: int
    ) -> dict[str, Outcome]:
        if not entries:
            return {}
        self.desk.find("value-competition")  # before there are several processes, that all have it
        if len(entries) >= workers.FEWEST:
            gc.collect()
            gc.freeze()
        gc.disable()
        try:
            made = workers.run(
                lambda number: _plain(work, entries[number]),
                len(entries),
                processes,
                self.progress,
            )
            found = {}
            for value, entry in zip(made, entries, strict=True):
                if len(value) == 2:
                    self.closed.append(Closed(entry.path, RequestError(value[0], **value[1])))
                else:
                    found[entry.path] = Outcome(*value)
            return found
        finally:
            gc.enable()

    def _first(self, entry: Entry) -> Outcome:
        desk = self.desk
        raw, path, base = deals.read(desk.root, entry), desk.path(entry), self._bases.get(entry.path)
        judgement = judge_at_once(raw, path, entry, desk.find, desk.team, desk.call.today, base)
        return self._outcome(judgement, entry, self._surely_listed(judgement))

    def _worded(self, entry: Entry, level: str) -> Outcome:
        desk = self.desk
        raw, path, base = deals.read(desk.root, entry), desk.path(entry), self._bases.get(entry.path)
        return self._outcome(
            judge(raw, path, entry, desk.find, desk.team, desk.call.today, base), entry, level
        )

    def _outcome(self, judgement: Judgement, entry: Entry, level: str) -> Outcome:
        call = self.desk.call
        said = words.told(settled(judgement), call.language, level) if level else None
        made = outcome(judgement, entry, call.today, said, level, call.language)
        if judgement.case is not None:
            judgement.case.deal.forget()
        return made

    def _surely_listed(self, judgement: Judgement) -> str:
        """The mildest level of which, with all that are graver, fewer came before than will be listed.

        Every process takes it that the others find as much as it does.
        """
        before, own, wanted = 0, 0, ""
        for level in reversed(LEVELS):
            count = sum(f.level == level for f in judgement.findings)
            before += self._before[level]
            own += count
            if own and before < self.most:
                wanted = level
            self._before[level] += count * self._processes
        return wanted


def _plain(work: Callable[[Entry], Outcome], entry: Entry) -> tuple[object, ...]:
    """An outcome as a plain tuple; of a file that cannot be opened, why not."""
    try:
        return tuple(work(entry))
    except RequestError as error:
        return error.key, {k: str(v) for k, v in error.facts.items()}
