"""What earlier runs found of files that did not change, by git's id of their content."""

from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256

from salescoach import __version__
from salescoach.checking.deals import Entry
from salescoach.checking.desk import Desk
from salescoach.checking.outcome import Outcome
from salescoach.files import compiled, playbooks, repo, verdicts


def key_of(desk: Desk) -> str:
    """Everything but the file itself that a verdict depends on."""
    settings = repo.read_settings(desk.root) or b""
    held = sha256(f"{__version__}\0{desk.call.language}\0{desk.shown}\0".encode() + settings)
    for folder in playbooks.list_playbooks(desk.root, desk.call.playbooks):
        held.update(f"{folder.name}\0{compiled.key_of(playbooks.read_playbook(folder))}\0".encode())
    return held.hexdigest()


def look_up(desk: Desk, key: str, entries: Iterable[Entry], but: Collection[str]) -> dict[str, Outcome]:
    """The outcomes that still hold, by path; of the paths in `but` none."""
    kept = verdicts.look_up(desk.root, key)
    today = str(desk.call.today)
    found = {}
    for entry in entries:
        columns = kept.get(entry.path)
        if columns is not None and entry.blob and entry.path not in but and _content(entry) == columns[0]:
            one = _from_columns(entry.path, columns)
            if one is not None and columns[1] <= today <= one.until:
                found[entry.path] = one
    return found


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
    lines = {
        o.path: _columns(o, contents[o.path], today)
        for o in outcomes
        if o.path in contents and "\t" not in o.path and "\n" not in o.path
    }
    before = {} if alone else verdicts.look_up(desk.root, key)
    verdicts.keep(desk.root, key, {**before, **lines})


def _content(entry: Entry) -> str:
    if not entry.plans:
        return entry.blob
    return entry.blob + sha256("\0".join(entry.plans).encode("utf-8", "surrogateescape")).hexdigest()[:8]


def _columns(one: Outcome, content: str, today: str) -> tuple[str, ...]:
    counts = " ".join(map(str, one.counts))
    return (content, today, one.until, counts, one.states, one.same, one.playbook, one.worded, one.words)


def _from_columns(path: str, columns: list[str]) -> Outcome | None:
    try:
        _, _, until, counts, states, same, playbook, worded, said = columns
        notes, warnings, errors = map(int, counts.split(" "))
    except ValueError:
        return None
    return Outcome(path, (notes, warnings, errors), states, same, until, playbook, worded, said)
