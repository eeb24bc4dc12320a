"""What earlier runs found of files that did not change, by git's id of their content."""

import os
from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256

from salescoach import __version__
from salescoach.checking.deals import Entry
from salescoach.checking.desk import Desk
from salescoach.checking.outcome import Outcome
from salescoach.files import compiled, playbooks, repo, verdicts

KIND = "check"


def key_of(desk: Desk) -> str:
    """Everything but the file itself that a verdict depends on."""
    settings = repo.read_settings(desk.root) or b""
    held = sha256(f"{__version__}\0{desk.call.language}\0{desk.shown}\0".encode() + settings)
    for folder in playbooks.list_playbooks(desk.root, desk.call.playbooks):
        held.update(f"{folder.name}\0{compiled.key_of(playbooks.read_playbook(folder))}\0".encode())
    return held.hexdigest()


def look_up(desk: Desk, key: str, entries: Iterable[Entry], but: Collection[str]) -> dict[str, Outcome]:
    """The outcomes that still hold, by path; of the paths in `but` none."""
    kept = _rows(desk, key)
    today = str(desk.call.today)
    found = {}
    for entry in entries:
        if entry.path not in but and (one := _still(entry, kept.get(entry.path, ()), today)) is not None:
            found[entry.path] = one
    return found


def last_known(desk: Desk, key: str, entries: Iterable[Entry]) -> dict[str, Outcome]:
    """What was kept of a few deals as git lists them, whatever their files hold by now; all others are not read."""
    rows = b"\n" + (verdicts.load(desk.root, KIND, key) or b"") + b"\n"
    found = {}
    for entry in entries:
        start = rows.find(b"\n" + os.fsencode(entry.path) + b"\t")
        line = rows[start + 1 : rows.index(b"\n", start + 1)] if start >= 0 else b""
        one = _still(entry, line.decode("utf-8", "surrogateescape").split("\t")[1:], str(desk.call.today))
        if one is not None:
            found[entry.path] = one
    return found


def _still(entry: Entry, columns: Sequence[str], today: str) -> Outcome | None:
    """What columns say of a deal, where they are about this content of it, and this day."""
    one = from_columns(entry.path, columns) if columns and entry.blob else None
    if one is None or columns[0] != _content(entry) or not columns[1] <= today <= one.until:
        return None
    return one


def keep(
    desk: Desk,
    key: str,
    entries: Sequence[Entry],
    outcomes: Iterable[Outcome],
    but: Collection[str],
    alone: bool,
) -> None:
    """Keep outcomes for the next run, but for the paths in `but`; `alone`: what was kept before is forgotten."""
    today = str(desk.call.today)
    contents = {e.path: _content(e) for e in entries if e.blob and e.path not in but}
    lines = {} if alone else _rows(desk, key)
    for one in outcomes:
        if one.path in contents and "\t" not in one.path and "\n" not in one.path:
            lines[one.path] = to_columns(one, contents[one.path], today)
    text = "\n".join("\t".join((path, *columns)) for path, columns in sorted(lines.items()))
    verdicts.keep(desk.root, KIND, key, text.encode("utf-8", "surrogateescape"))


def _rows(desk: Desk, key: str) -> dict[str, list[str]]:
    """Path to the other columns of its row."""
    rows = verdicts.load(desk.root, KIND, key) or b""
    split = (line.split("\t") for line in rows.decode("utf-8", "surrogateescape").split("\n"))
    return {columns[0]: columns[1:] for columns in split if len(columns) > 1}


def _content(entry: Entry) -> str:
    if not entry.plans:
        return entry.blob
    return entry.blob + sha256("\0".join(entry.plans).encode("utf-8", "surrogateescape")).hexdigest()[:8]


def to_columns(one: Outcome, content: str, day: str) -> list[str]:
    """An outcome as text; `day` is the one that it was judged on."""
    counts = " ".join(map(str, one.counts))
    return [content, day, one.until, counts, one.states, one.same, one.playbook, one.worded, one.words]


def from_columns(path: str, columns: Sequence[str]) -> Outcome | None:
    """The outcome of columns, None where they are none."""
    try:
        _, _, until, counts, states, same, playbook, worded, said = columns
        notes, warnings, errors = map(int, counts.split(" "))
    except ValueError:
        return None
    return Outcome(path, (notes, warnings, errors), states, same, until, playbook, worded, said)
