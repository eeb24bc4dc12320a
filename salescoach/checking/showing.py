"""Which of all that was found is listed: the gravest first, in the order of the files, as many as are wanted."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from salescoach.checking import explain
from salescoach.checking.desk import Desk
from salescoach.checking.outcome import NEVER, Outcome, unpacked
from salescoach.findings import LEVELS
from salescoach.report import Checked, Report, Told

InWords = Callable[[Sequence[Outcome], str], Mapping[str, Outcome]]
"""Outcomes with every finding of a level or above in words."""


class Totals:
    """What all deals come to. `until`: the last day on which this holds though nobody changes a file."""

    def __init__(self) -> None:
        self.counts = dict.fromkeys(LEVELS, 0)
        self.judged = dict.fromkeys("hwmx", 0)
        self.deals = self.clean = 0
        self.until = NEVER

    def dump(self) -> list[Any]:
        """As plain data."""
        return [self.counts, self.judged, self.deals, self.clean, self.until]

    @classmethod
    def load(cls, held: Sequence[Any]) -> "Totals":
        """From what `dump` gave. ValueError, TypeError or KeyError for anything else."""
        totals = cls()
        counts, judged, deals, clean, until = held
        totals.counts = {level: int(counts[level]) for level in LEVELS}
        totals.judged = {letter: int(judged[letter]) for letter in totals.judged}
        totals.deals, totals.clean, totals.until = int(deals), int(clean), str(until)
        return totals

    def add(self, one: Outcome, times: int = 1) -> None:
        """Count a deal in, or out with -1."""
        for level, count in zip(LEVELS, one.counts, strict=True):
            self.counts[level] += times * count
        for letter in self.judged:
            self.judged[letter] += times * one.states.count(letter)
        self.deals += times
        self.clean += times * (not any(one.counts[1:]))
        self.until = min(self.until, one.until)


def rooms(counts: Mapping[str, int], most: int) -> dict[str, int]:
    """How many findings of each level are listed: the graver ones first."""
    found = dict.fromkeys(LEVELS, 0)
    for level in reversed(LEVELS):
        found[level] = min(most, counts[level])
        most -= found[level]
    return found


class First:
    """Of deals that come in their order the first ones of which something may be listed.

    `room`: how many findings of each level; None where deals without a finding are named, too.
    """

    def __init__(self, room: Mapping[str, int] | None) -> None:
        self._left = dict(room) if room is not None else dict.fromkeys(LEVELS, 1)
        self._every = room is None
        self.outcomes: list[Outcome] = []

    def add(self, one: Outcome) -> bool:
        """Whether it is one of them."""
        takes = self._every
        for level, count in zip(LEVELS, one.counts, strict=True):
            if count and self._left[level]:
                self._left[level] = max(0, self._left[level] - count)
                takes = True
        if takes:
            self.outcomes.append(one)
        return takes


def listed(outcomes: Iterable[Outcome], room: Mapping[str, int]) -> list[Outcome]:
    """The deals of which something is listed."""
    first = First(room)
    for one in outcomes:
        first.add(one)
    return first.outcomes


def report(
    desk: Desk, totals: Totals, outcomes: Sequence[Outcome], others: list[Told], most: int, fail_on: str,
    every: bool, in_words: InWords,
) -> Report:  # fmt: skip
    """The report. `others`: findings that are no deal's; `every`: whether deals without a finding are named, too."""
    counts = dict(totals.counts)
    for told in others:
        counts[told.level] += 1
    room = rooms(counts, most)
    left = dict(room)
    shown_others = _within(sorted(others), left)
    wanted = outcomes if every else listed(outcomes, left)
    mildest = next((level for level in LEVELS if room[level]), LEVELS[-1])
    lacking = [one for one in wanted if any(one.counts) and not has_words(one, mildest)]
    worded = in_words(lacking, mildest)
    deals: Iterable[Checked] = _checked(desk, (worded.get(o.path, o) for o in wanted), left)
    named = shown_others
    if not every:  # else there may be too many to be held at once
        deals = [deal for deal in deals if deal.findings]
        named = [*shown_others, *(t for d in deals for t in d.findings)]
    held = totals.judged["h"] + totals.judged["w"]
    return Report(
        deals,
        shown_others,
        explain.rules(named, desk.playbooks, desk.call.language),
        counts,
        totals.deals,
        held,
        sum(totals.judged.values()),
        sum(counts.values()) - sum(room.values()),
        fail_on,
        totals.clean,
    )


def has_words(one: Outcome, level: str) -> bool:
    """Whether every finding of a level or above is in words."""
    return bool(one.worded) and LEVELS.index(one.worded) <= LEVELS.index(level)


def _within(found: Iterable[Told], left: dict[str, int]) -> list[Told]:
    """Those for which there is room at their level, and what is left of it afterwards."""
    kept = []
    for told in found:
        if left[told.level]:
            left[told.level] -= 1
            kept.append(told)
    return kept


def _checked(desk: Desk, outcomes: Iterable[Outcome], left: dict[str, int]) -> Iterator[Checked]:
    for one in outcomes:
        method = desk.find(one.playbook) if one.playbook else None
        deal = unpacked(
            one, f"{desk.shown}{one.path}", method.playbook if method else None, desk.call.language
        )
        found = [level for level, count in zip(LEVELS, one.counts, strict=True) if count]
        yield deal._replace(
            findings=tuple(_within(deal.findings, left)), worst=max(found, key=LEVELS.index, default="")
        )
