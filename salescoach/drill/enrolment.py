"""Where somebody stands in a training: which steps are done, which may start, what is due and by when."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from salescoach.drill.exports import Record
from salescoach.drill.record import OBSERVED, PLAYED
from salescoach.text import parse_day

if TYPE_CHECKING:
    from salescoach.playbook.scenario import Step, Training

SOON = 14
"""Days before its last day in which a step is due."""


class Shown(NamedTuple):
    """One thing that counts for a step: the day, and who says so."""

    day: date
    by: str


class Standing(NamedTuple):
    """One step. `state`: done, started, open (may start), waiting (for `waits`), or stale: too long ago, begin anew.

    `done_on` the day on which it was done; `until`: the last day for it; `due`: whether that day is near or over;
    `early`: whether it was begun before it might.
    """

    step: "Step"
    state: str
    shown: tuple[Shown, ...]
    waits: tuple[str, ...] = ()
    done_on: date | None = None
    until: date | None = None
    due: bool = False
    early: bool = False


def standings(
    training: "Training", recorded: Mapping[str, Sequence[Shown]], records: Sequence[Record], today: date
) -> list[Standing]:
    """Every step in its order. `recorded`: what hands recorded by step; `records`: the history."""
    found: dict[str, Standing] = {}
    for step in training.steps:
        found[step.id] = _standing(step, found, _shown(step, recorded, records), today)
    for (
        step
    ) in training.steps:  # what is too old to build upon is begun anew, while nothing was built upon it
        _grow_stale(step, found, today)
    return list(found.values())


def _shown(step: "Step", recorded: Mapping[str, Sequence[Shown]], records: Sequence[Record]) -> list[Shown]:
    """All that counts for a step, the oldest first; a hand may record what the history does not have."""
    goal = step.exit
    fits = {"exams": _is_written, "runs": _is_played}.get(goal.by)
    counted = [
        Shown(day, str(one.get("observer") or ""))
        for one in records
        if fits is not None
        and fits(one)
        and (one.get("passed") is True if goal.score is None else int(one["total"]) >= goal.score)
        and (day := parse_day(one["day"])) is not None
    ]
    return sorted([*counted, *recorded.get(step.id, [])])


def _is_written(record: Record) -> bool:
    return record.get("kind") == "exam"


def _is_played(record: Record) -> bool:
    return record.get("kind") in (PLAYED, OBSERVED)


def _standing(step: "Step", before: Mapping[str, Standing], shown: Sequence[Shown], today: date) -> Standing:
    goal = step.exit
    waits = tuple(ident for ident in step.entry.after if before[ident].state != "done")
    opened = max((before[i].done_on or date.min for i in step.entry.after), default=None)
    may_from = opened if not waits else None
    within = [
        one
        for one in shown
        if goal.within_days is None
        or (may_from is not None and may_from <= one.day <= may_from + timedelta(days=goal.within_days))
    ]
    done_on = _done_on(step, within)
    until = _until(step, may_from)
    early = (
        bool(within) and bool(step.entry.after) and (bool(waits) or (may_from or date.min) > within[0].day)
    )
    state = "done" if done_on else "waiting" if waits else "started" if within else "open"
    due = state in ("open", "started") and until is not None and today + timedelta(days=SOON) >= until
    return Standing(step, state, tuple(within), waits, done_on, until, due, early)


def _done_on(step: "Step", shown: Sequence[Shown]) -> date | None:
    """The day on which enough was shown, by enough people; each day and person counts once where people count."""
    goal = step.exit
    people: set[str] = set()
    for count, one in enumerate(shown, 1):
        people.add(one.by.casefold())
        if count >= goal.times and len(people) >= goal.people:
            return one.day
    return None


def _until(step: "Step", may_from: date | None) -> date | None:
    """The last day for a step: from when it might start, so many days."""
    days = step.exit.within_days or step.entry.within_days
    return may_from + timedelta(days=days) if days is not None and may_from not in (None, date.min) else None


def _grow_stale(step: "Step", found: dict[str, Standing], today: date) -> None:
    days, own = step.entry.within_days, found[step.id]
    if days is None or own.state == "done" or not step.entry.after:
        return
    last = step.entry.after[-1]
    done_on = found[last].done_on
    if done_on is not None and today > done_on + timedelta(days=days):
        found[last] = found[last]._replace(state="stale", due=True)
        found[step.id] = own._replace(state="waiting", waits=(last,), until=None, due=False)
