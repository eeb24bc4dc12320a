"""What an observer counts in a drill, and what it comes to: by the same rules as the tool's own count."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach.drill import naming, rows
from salescoach.drill.heard import QUESTIONS
from salescoach.drill.rows import Measured, Tally
from salescoach.drill.run import Shown
from salescoach.drill.scene import Scene
from salescoach.drill.score import Score, Wanted, total
from salescoach.messages import Say

if TYPE_CHECKING:
    from salescoach.playbook.counts import Counts
    from salescoach.playbook.scenario import Rubric, RubricRow

DIGITS, LETTERS = "1234567890", "abcdefghijklmnopqrstuvwxyz"
DIFFERENT = ("rows", "keys")
"""What is counted beside a row and is part of its number: over how many different things."""


class Item(NamedTuple):
    """One thing to count (`row`: of the rubric) or to tick ("": what it takes to pass), with its key at a terminal."""

    key: str
    id: str
    title: str
    row: bool
    tally: Tally
    critical: bool = False


class Tallied(NamedTuple):
    """How often, and what is counted beside it. None: not counted."""

    number: int | None = None
    also: int = 0


def items(scene: Scene, say: Say) -> list[Item]:
    """Everything on the observer's sheet: the rows of the rubric, then what must have happened to pass.

    Questions have the letter of their type, a row that counts two things a letter (with shift for the second one), what
    is read off a clock the space bar; the rest digits, then letters.
    """
    found = [
        Item("", row.id, scene.pick(row.title), True, rows.kind(row.kind).tally(row.parameters), row.critical)
        for row in scene.rubric.rows
    ]
    tick = Tally("yes_no", "✓", 1)
    found += [Item("", ident, title, False, tick) for ident, title in _ticks(scene, say).items()]
    keys = _keys(scene.rubric, found)
    return [one._replace(key=keys[one.id]) for one in found]


def _ticks(scene: Scene, say: Say) -> dict[str, str]:
    """What it takes to pass besides points, by its id."""
    passes, scenario = scene.scenario.passes, scene.scenario
    ticks = {at: say("drill.wants-found", of=naming.place(scene, at, row_last=True)) for at in passes.found}
    for ident in passes.advance:
        ticks[ident] = say("drill.wants-advance", of=naming.advance(scene, ident))
    ticks |= {act: naming.act(scene, act, say) for act in passes.shown}
    for act in passes.never:
        ticks[act] = say("kit.happened", of=naming.act(scene, act, say))
    for one in scenario.moments:
        if one.critical:
            ticks[one.id] = say("kit.critical", cap=scene.rubric.cap, text=scene.pick(one.why))
    rubric = {row.id for row in scene.rubric.rows}
    return {ident: title for ident, title in ticks.items() if ident not in rubric}


def _keys(rubric: "Rubric", found: Sequence[Item]) -> dict[str, str]:
    keys: dict[str, str] = {}
    for row in rubric.rows:
        acts = row.parameters.get("acts", [])
        if (
            not row.critical
            and len(acts) == 1
            and acts[0] in QUESTIONS
            and acts[0].lower() not in keys.values()
        ):
            keys[row.id] = acts[0].lower()
    for one in found:
        if one.id in keys:
            continue
        if one.tally.unit in ("percent", "seconds"):
            keys[one.id] = " "
        else:
            wanted = [c for c in one.id if c in LETTERS] + list(LETTERS)
            free = [c for c in (wanted if one.tally.also else [*DIGITS, *wanted]) if c not in keys.values()]
            keys[one.id] = free[0] if free else ""
    return keys


# counting live: a fold over what was pressed


class Event(NamedTuple):
    """Something the observer did, `at` seconds into the talk.

    `act`: `count`, `also`, `speaks` (the seller begins or ends), `mark`, `words` (of the event before), `number` (said
    afterwards), `skip`; `of`: the item.
    """

    act: str
    of: str
    at: int
    words: str = ""
    number: int = 0
    also: int = 0


ACTS = ("count", "also", "speaks", "mark", "words", "number", "skip")


def events(records: Sequence[Mapping[str, Any]]) -> list[Event]:
    """What was kept in a journal and not taken back."""
    found: list[Event] = []
    for one in records:
        if one.get("act") == "back":
            found = found[:-1]
        elif one.get("act") in ACTS:
            numbers = [one.get(name) for name in ("at", "number", "also")]
            at, number, also = (n if isinstance(n, int) else 0 for n in numbers)
            found.append(
                Event(one["act"], str(one.get("of", "")), at, str(one.get("words", "")), number, also)
            )
    return found


def press(key: str, there: Sequence[Item]) -> tuple[str, str] | None:
    """What a key does: the act, and the id of its item; None for a key that does nothing."""
    if key == " ":
        return "speaks", ""
    if key == ".":
        return "mark", ""
    for one in there:
        if one.key == key:
            return "count", one.id
        if one.key == key.lower() and one.tally.also:
            return "also", one.id
    return None


def tallied(did: Sequence[Event], there: Sequence[Item], end: int) -> dict[str, Tallied]:
    """How often everything was counted by now, `end` seconds into the talk."""
    said, whole = spoken(did, end)
    return {one.id: _tallied(one, did, said, whole) for one in there}


def spoken(did: Sequence[Event], end: int) -> tuple[int, int]:
    """For how many seconds the seller spoke, and of how many it was said; both 0 where nobody kept count."""
    times = [one.at for one in did if one.act == "speaks"]
    if not times:
        return 0, 0
    own = sum(last - first for first, last in zip(times[::2], [*times[1::2], end], strict=False))
    return own, max(0, end - times[0])


def is_speaking(did: Sequence[Event]) -> bool:
    """Whether it is the seller who speaks."""
    return sum(one.act == "speaks" for one in did) % 2 == 1


def _tallied(item: Item, did: Sequence[Event], said: int, whole: int) -> Tallied:
    own = [one for one in did if one.of == item.id]
    last = next((one for one in reversed(own) if one.act in ("number", "skip")), None)
    if last is not None:
        return Tallied() if last.act == "skip" else Tallied(last.number, last.also)
    if item.tally.unit == "percent":
        return Tallied(round(100 * said / whole)) if whole else Tallied()
    if item.tally.unit == "seconds":
        return Tallied(said) if whole else Tallied()
    also = sum(one.act == "also" for one in own)
    number = sum(one.act == "count" for one in own)
    return Tallied(number + also if item.tally.also in DIFFERENT else number, also)


def marks(did: Sequence[Event]) -> Iterator[tuple[int, str, str]]:
    """Every moment that was kept, with the item and the words as they fell."""
    found: list[tuple[int, str, str]] = []
    for one in did:
        if one.act in ("count", "also", "mark"):
            found.append((one.at, one.of, ""))
        elif one.act == "words":
            at, of, words = found[-1] if found else (one.at, "", "")
            if words or not found:
                found.append((one.at, of, one.words))
            else:
                found[-1] = (at, of, one.words)
    yield from found


# what it comes to


def measured(rubric: "Rubric", counts: "Counts") -> dict[str, Measured]:
    """The counts as the rubric measures; rows that were not counted are left out."""
    found = {}
    for row in rubric.rows:
        number, also = counted(counts, row)
        if number is None:
            continue
        tally = rows.kind(row.kind).tally(row.parameters)
        if tally.also in DIFFERENT and number:
            also = max(also, 1)
        shown = tuple(_shown(counts, row.id))
        found[row.id] = Measured(number, also, shown)
    return found


def counted(counts: "Counts", row: "RubricRow") -> Tallied:
    """What an observer wrote down for a row; of what must never happen, nothing is none."""
    value = counts.counts.get(row.id)
    if value is None:
        return Tallied(0) if row.critical else Tallied()
    if isinstance(value, int):
        return Tallied(int(value))
    return Tallied(int(value["number"]), int(value.get("also", 0)))


def scored(scene: Scene, counts: "Counts") -> Score:
    """The score of what an observer counted."""
    scenario = scene.scenario
    bad = [one.id for one in scenario.moments if one.critical and one.id in counts.ticked]
    return total(scene.rubric, measured(scene.rubric, counts), bad)


def wanted(scene: Scene, counts: "Counts", score: Score) -> list[Wanted]:
    """Everything that it takes to pass, as the observer ticked it."""
    passes, ticked = scene.scenario.passes, set(counts.ticked)
    found = [Wanted("score", str(passes.score), score.total >= passes.score)]
    found += [Wanted("found", at, at in ticked) for at in passes.found]
    if passes.advance:
        found.append(Wanted("advance", ", ".join(passes.advance), bool(set(passes.advance) & ticked)))
    found += [Wanted("shown", act, act in ticked) for act in passes.shown]
    found += [Wanted("never", act, act not in ticked) for act in passes.never]
    if score.critical:
        found.append(Wanted("critical", ", ".join(score.critical), False))
    return found


_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])")


def seconds(clock: str) -> int | None:
    """`1:05` as 65; None for what is no time of a talk."""
    found = _CLOCK.fullmatch(clock)
    return int(found[1]) * 60 + int(found[2]) if found else None


def _shown(counts: "Counts", row: str) -> Iterator[Shown]:
    for at, mark in enumerate(counts.marks, 1):
        if mark.code == row and mark.words:
            yield Shown(row, at, seconds(mark.at) or 0, mark.words)
