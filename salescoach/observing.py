"""The journey of an observer: count while others play or afterwards, keep every key at once, score, compare."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach.call import Call
from salescoach.drill import counting, observed
from salescoach.drill.counting import Event, Item
from salescoach.drill.record import PLAYED
from salescoach.drill.scene import Scene
from salescoach.drill.score import Score
from salescoach.drill.sheet import minute
from salescoach.errors import RequestError
from salescoach.files import atomic, drills
from salescoach.files.journal import Journal
from salescoach.opening import Unusable, find_root_or_none, shown

if TYPE_CHECKING:
    from salescoach.playbook.counts import Counts

LONGEST_GAP = 3 * 3600
"""Seconds after which a count that was cut off goes on where it was: the talk that it was about is over."""


class Names(NamedTuple):
    """Who counts, and whom."""

    observer: str
    seller: str


class Kept(NamedTuple):
    """Where things were put. `aside`: a history that could not be read, else None."""

    counts: Path
    sheet: Path
    aside: Path | None


def read_counts(scene: Scene, items: Sequence[Item], path: str, raw: bytes) -> "Counts":
    """A file of counts for this scenario. Raises Unusable with every finding where something in it is wrong."""
    from salescoach.playbook.counts import is_count
    from salescoach.playbook.drills import load_counts

    counts, loaded = load_counts(raw, path)
    if counts is None:
        raise Unusable(loaded.findings)
    found = loaded.findings
    if counts.scenario != scene.scenario.id:
        names = [scene.scenario.id]
        found.append(
            loaded.finding(("scenario",), "not-a-choice", value=counts.scenario, choices=names, names=names)
        )
    rows = [one.id for one in items if one.row]
    for name, value in counts.counts.items():
        if name not in rows:
            found.append(loaded.finding(("counts", name), "unknown-key", key=True, key_name=name, names=rows))
        elif not is_count(value):
            found.append(loaded.finding(("counts", name), "not-a-tally", value=value))
    ticks = [one.id for one in items if not one.row]
    for at, name in enumerate(counts.ticked):
        if name not in ticks:
            found.append(
                loaded.finding(("ticked", at), "not-a-choice", value=name, choices=ticks, names=ticks)
            )
    for at, mark in enumerate(counts.marks):
        if mark.at and counting.seconds(mark.at) is None:
            found.append(loaded.finding(("marks", at, "at"), "not-a-moment", value=mark.at))
    if found:
        raise Unusable(found)
    return counts


def journal_of(call: Call, scene: Scene, names: Names) -> Journal:
    """Where what is being counted is kept."""
    ident = "\n".join(names)
    return Journal(drills.tally_file(find_root_or_none(call), scene.scenario.id, ident))


def waiting(journal: Journal) -> list[dict[str, Any]]:
    """What was counted and not finished, [] for nothing."""
    header, records = journal.read()
    return records if header is not None else []


def begin(journal: Journal, scene: Scene, names: Names) -> None:
    """Begin to keep a count."""
    journal.begin(scene.today, scene.scenario.id.encode())
    journal.append({"act": "begin", "scenario": scene.scenario.id, **names._asdict()})


def goes_on_at(records: Sequence[Mapping[str, Any]], wall: int) -> int:
    """At which second of the talk a count goes on; `wall`: what the clock of the computer says now, in seconds.

    One that was put aside goes on where it was. One that was cut off goes on with the talk, which did not wait.
    """
    last = records[-1] if records else {}
    at, then = last.get("at", 0), last.get("wall")
    if last.get("act") == "leave" or not isinstance(then, int) or not 0 <= wall - then <= LONGEST_GAP:
        return int(at)
    return int(at) + wall - then


def counts_of(scene: Scene, items: Sequence[Item], did: Sequence[Event], names: Names, end: int) -> "Counts":
    """What was counted, as a file holds it."""
    from salescoach.playbook.counts import Counts, Mark

    told = counting.tallied(did, items, end)
    numbers: dict[str, Any] = {}
    for one in items:
        number, also = told[one.id]
        if one.row and number is not None:
            numbers[one.id] = {"number": number, "also": also} if one.tally.also else number
    return Counts(
        format=1,
        scenario=scene.scenario.id,
        observer=names.observer,
        seller=names.seller,
        day=str(scene.today),
        counts=numbers,
        ticked=[one.id for one in items if not one.row and told[one.id].number],
        marks=[Mark(at=minute(at), code=of, words=words) for at, of, words in counting.marks(did)],
    )


def keep(call: Call, scene: Scene, counts: "Counts", items: Sequence[Item], score: Score, save: str) -> Kept:
    """Write the counts (to `save`, or where the others are), the sheet, and a line of the history."""
    from salescoach.drilling import keep_record, keep_sheet

    root, say = find_root_or_none(call), call.say
    path = Path(save) if save else drills.new_counts(root, str(scene.today), scene.scenario.id)
    text = observed.written(scene, counts, items, say)
    atomic.write(path, text.encode("utf-8", "backslashreplace"), atomic.ANY if save else None, new_mode=0o600)
    sheet = keep_sheet(call, scene.scenario.id, observed.render(scene, counts, score, say))
    return Kept(path, sheet, keep_record(call, observed.record(scene, counts, score)))


def run_of_history(call: Call, scene: Scene, back: int) -> Mapping[str, Any]:
    """A played run of this scenario; `back`: 1 for the last one, 2 for the one before. RequestError for none."""
    from salescoach.drilling import history

    runs = [
        one
        for one in history(call).records
        if one["scenario"] == scene.scenario.id
        and one.get("kind") == PLAYED
        and one["rubric"] == scene.rubric.id
    ]
    if not 0 < back <= len(runs):
        raise RequestError("no-such-run", number=back, scenario=scene.scenario.id, count=len(runs))
    return runs[-back]


def named(counts: "Counts", path: str) -> str:
    """What an observer is called in a comparison."""
    return counts.observer or shown(Path(path))
