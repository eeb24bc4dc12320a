"""The journey of a correction: a line that was heard as something else, written into the team's `corrections.yaml`."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from salescoach import drilling, linting
from salescoach.call import Call
from salescoach.drill.folding import key
from salescoach.drill.heard import LABELS, LISTENED, Heard
from salescoach.errors import RequestError
from salescoach.files import atomic, drills
from salescoach.files.journal import Journal
from salescoach.files.lock import locked
from salescoach.files.repo import inside, read_bytes
from salescoach.files.state import STATE
from salescoach.findings import worst
from salescoach.opening import Unusable, find_root, shown
from salescoach.yamlfile.read import read
from salescoach.yamlfile.render import Habit, document
from salescoach.yamlfile.rewrite import CannotEdit, rewrite

LAST = "last"
"""The attempt that was played last, whatever its scenario."""
_LOCK = "corrections"


class Meant(NamedTuple):
    """What a line is. `scenario` and `fact`: the hidden fact of a scenario that it is after, "" for any."""

    line: str
    type: str
    scenario: str = ""
    fact: str = ""


class Corrected(NamedTuple):
    """Where the correction stands, and what the line was heard as before."""

    path: Path
    before: Heard
    is_new: bool


class Played(NamedTuple):
    """A line of an attempt, and the scenario that was played."""

    line: str
    scenario: str


def type_of(call: Call, given: str) -> str:
    """A type of line by its id, or by what it is called on the screen. Raises RequestError naming those there are."""
    known = {name.casefold(): name for name in LABELS}
    called = {call.say(f"drill.type-{name}").casefold(): name for name in LABELS}
    found = {**called, **known}.get(given.strip().casefold())
    if found is None:
        pairs = [
            call.say("drill.type-named", id=name, name=call.say(f"drill.type-{name}")) for name in LABELS
        ]
        there = call.say("drill.comma").join(pairs)
        raise RequestError("no-line-type", name=given, names=[*LABELS, *called], there=there)
    return found


def line_of_attempt(call: Call, scenario: str, number: int) -> Played:
    """A line of the attempt at a scenario that was played last here, or of the last one at any.

    Raises RequestError where there is none, or it has no such line.
    """
    root = find_root(call)
    paths = drills.attempts(root, "" if scenario == LAST else scenario)
    if not paths:
        raise RequestError("no-attempt-yet" if scenario == LAST else "no-attempt", name=scenario)
    played = paths[-1].name.partition(".")[0]
    records = Journal(paths[-1]).read()[1]
    lines = [line for line, _ in drilling.lines_of(records)]
    if not 0 < number <= len(lines):
        raise RequestError(
            "no-line-number", number=number, path=paths[-1].name.partition(".")[0], there=f"1–{len(lines)}"
        )
    return Played(lines[number - 1], played)


def line_of_transcript(path: str, number: int) -> str:
    """What was said in a line of a transcript. Raises RequestError where nothing was."""
    from salescoach.drill.transcript import parse

    said = {line.number: line.text for line in parse(drilling.read_text(path))}
    if number not in said:
        there = ", ".join(map(str, sorted(said, key=lambda one: (abs(one - number), one))[:5])) or "–"
        raise RequestError("no-line-number", number=number, path=path, there=there)
    return said[number]


def correct(call: Call, meant: Meant) -> Corrected:
    """Write a correction. Raises RequestError where it cannot be, Unusable where something in the file is wrong."""
    root = find_root(call)
    line = " ".join(meant.line[:LISTENED].split())
    if not key(line):
        raise RequestError("no-words-to-correct")
    before = _heard(call, meant, line)
    path = drills.corrections_file(root)
    inside(root, path)
    with locked(root / STATE, _LOCK):
        raw = read_bytes(path) if path.exists() else None
        content = _content(path, raw)
        is_new = _put(content["lines"], meant._replace(line=line))
        try:
            atomic.write(path, _bytes(call, path, raw, content), raw)
        except atomic.Changed as changed:
            raise RequestError("changed-before-writing", path=shown(path)) from changed
    return Corrected(path, before, is_new)


def _heard(call: Call, meant: Meant, line: str) -> Heard:
    """What a line was heard as until now. Raises RequestError where there is no such scenario or fact."""
    if not meant.scenario:
        if meant.fact:
            raise RequestError("fact-of-which-scenario", name=meant.fact)
        return drilling.ear(call, drilling.usual_playbook(call), "")(line)
    scene = drilling.open_scene(call, meant.scenario)[0]
    there = [fact.at for fact in scene.facts]
    if meant.fact and meant.fact not in there:
        facts = {"scenario": meant.scenario, "names": there, "there": ", ".join(there)}
        raise RequestError("no-fact", name=meant.fact, **facts)
    return drilling.ear(call, scene.playbook, meant.scenario)(line)


def _content(path: Path, raw: bytes | None) -> dict[str, Any]:
    if raw is None:
        return {"format": 1, "lines": []}
    corrections, found = linting.corrections_of(path)
    if corrections is None or worst(found) == "error":
        raise Unusable(found)
    data: Any = read(raw, shown(path)).data
    return {**data, "lines": data.get("lines") or []}


def _put(lines: list[dict[str, Any]], meant: Meant) -> bool:
    """Add a correction, or change the one of the same line; whether it is new."""
    facts = {meant.scenario: meant.fact} if meant.fact else {}
    for one in lines:
        if key(one["line"]) == key(meant.line):
            one["type"] = meant.type
            if facts:
                one["facts"] = {**one.get("facts", {}), **facts}
            return False
    lines.append({"line": meant.line, "type": meant.type, **({"facts": facts} if facts else {})})
    return True


def _bytes(call: Call, path: Path, raw: bytes | None, content: dict[str, Any]) -> bytes:
    if raw is None:
        return "\n".join([*_head(call), *document(content, Habit()), ""]).encode()
    try:
        return rewrite(raw, content)
    except CannotEdit as refused:
        raise RequestError("advance-by-hand", path=shown(path), edit=refused.by_hand) from refused


def _head(call: Call) -> Iterable[str]:
    return (f"# {line}" for line in call.say("drill.corrections-head").splitlines())
