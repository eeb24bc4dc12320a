"""The journey of a training plan: the steps, what hands recorded, what the history or an export shows."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach import drilling, linting
from salescoach.call import Call
from salescoach.drill import exports
from salescoach.drill.enrolment import Shown, Standing, standings
from salescoach.drill.record import OBSERVED
from salescoach.errors import RequestError
from salescoach.files import drills
from salescoach.files.journal import Journal
from salescoach.opening import Unusable, find_root_or_none
from salescoach.text import parse_day

if TYPE_CHECKING:
    from salescoach.playbook.scenario import Training

NEEDED = "test"
"""The step without which nobody enters a role-play."""


class Plan(NamedTuple):
    """Somebody's plan. `aside`: where a journal that could not be read was put, else None."""

    name: str
    training: "Training"
    steps: list[Standing]
    aside: Path | None = None


def _training(call: Call) -> "Training":
    path = drills.find_single(find_root_or_none(call), call.playbooks, drills.TRAINING)
    training, found = linting.training_of(path)
    if training is None:
        raise Unusable(found)
    return training


def plan(call: Call, name: str, exported: Sequence[exports.Export] = ()) -> Plan:
    """The plan of a person ("": whose computer this is), from exports where there are any, else from the history."""
    training = _training(call)
    journal, entries = _entries(call)
    merged = exports.merged(list(exported))
    history: list[Any] = drilling.history(call).records if not exported else []
    records = next((r for who, r in merged.items() if who.casefold() == name.casefold()), None)
    if records is None:
        records = [one for one in history if _is_of(one, name)]
    recorded: dict[str, list[Shown]] = {}
    for one in entries:
        day = parse_day(one.get("on"))
        if one.get("act") == "done" and str(one.get("name", "")).casefold() == name.casefold() and day:
            recorded.setdefault(str(one.get("step")), []).append(Shown(day, str(one.get("by") or "")))
    return Plan(name, training, standings(training, recorded, records, call.today), journal.bad)


def _is_of(record: dict[str, Any], name: str) -> bool:
    """Whether an attempt of this computer is that of a person: what bears a name, of the one who bears it."""
    own = str(record.get("seller" if record.get("kind") == OBSERVED else "name") or "")
    return own.casefold() == name.casefold() or (not own and record.get("kind") != OBSERVED)


def _entries(call: Call) -> tuple[Journal, list[dict[str, Any]]]:
    journal = Journal(drills.training_file(find_root_or_none(call)))
    return journal, journal.read()[1]


def note_done(call: Call, name: str, step: str, on: str, by: str) -> date:
    """Record that a step was done on a day; it is on the disk when this returns.

    Raises RequestError where there is no such step, or the day is none or yet to come.
    """
    training = _training(call)
    there = [one.id for one in training.steps]
    if step not in there:
        raise RequestError("no-step", name=step, names=there, there=", ".join(there))
    day = parse_day(on) if on else call.today
    if day is None or day > call.today:
        raise RequestError("bad-done-day", value=on, today=call.today)
    journal, _ = _entries(call)
    if not journal.path.exists():
        journal.begin(call.today, b"")
    journal.append(
        {"act": "done", "name": name, "step": step, "on": str(day), "by": by, "noted": str(call.today)}
    )
    return day


def without_test(call: Call) -> bool:
    """Whether somebody follows the plan on this computer and begins a role-play before the test is passed."""
    if not _entries(call)[1]:
        return False
    return any(one.step.id == NEEDED and one.state != "done" for one in plan(call, "").steps)
