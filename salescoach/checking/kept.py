"""What earlier runs found of files that did not change, by git's id of their content."""

import os
from collections.abc import Iterator, Sequence
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


class Kept:
    """What is known of the deals of a run, and what is to be kept of them. Deals are added in the order of paths."""

    def __init__(self, desk: Desk, key: str) -> None:
        self._desk, self._key = desk, key
        self._today = str(desk.call.today)
        self._old = Rows(verdicts.load(desk.root, KIND, key) or b"")
        self._new: list[bytes] = []
        self._held = 0

    def known(self, entry: Entry) -> Outcome | None:
        """What still holds of a deal as git lists it, whatever its file holds by now; None where nothing does."""
        if not entry.blob:
            return None
        columns = self._old.of(os.fsencode(entry.path)).decode("utf-8", "surrogateescape").split("\t")
        one = from_columns(entry.path, columns)
        if one is None or columns[0] != _content(entry) or not columns[1] <= self._today <= one.until:
            return None
        self._held += 1
        return one

    def add(self, entry: Entry, one: Outcome) -> int:
        """Keep what a deal came to for the next run; the place that it is kept at."""
        self._new.append(self._row(entry, one))
        return len(self._new) - 1

    def replace(self, entry: Entry, at: int, one: Outcome) -> None:
        """The same deal with more in words."""
        self._new[at] = self._row(entry, one)
        self._held -= 1

    def write(self, alone: bool) -> None:
        """For the next run, where there is more than was held; `alone`: what was kept of other deals is forgotten."""
        if self._held == len(self._new):
            return
        new = [row for row in self._new if row]
        if not alone:
            paths = {row.partition(b"\t")[0] for row in new}
            new = sorted([*new, *(row for row in self._old if row.partition(b"\t")[0] not in paths)])
        verdicts.keep(self._desk.root, KIND, self._key, new)

    def _row(self, entry: Entry, one: Outcome) -> bytes:
        if not entry.blob or "\t" in entry.path or "\n" in entry.path:
            return b""
        columns = to_columns(one, _content(entry), self._today)
        return ("\t".join((entry.path, *columns)) + "\n").encode("utf-8", "surrogateescape")


class Rows:
    """Lines in the order of their paths, each a path, a tab and more; quick for who asks in that order."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._next = 0

    def of(self, path: bytes) -> bytes:
        """What follows a path and its tab, b"" where it is not there."""
        head = path + b"\t"
        if not self._raw.startswith(head, self._next):
            self._next = self._first_not_before(head)
            if not self._raw.startswith(head, self._next):
                return b""
        start = self._next + len(head)
        end = self._raw.find(b"\n", start)
        end = end if end >= 0 else len(self._raw)
        self._next = end + 1
        return self._raw[start:end]

    def __iter__(self) -> Iterator[bytes]:
        return (line + b"\n" for line in self._raw.split(b"\n") if line)

    def _first_not_before(self, head: bytes) -> int:
        """Where the first line starts that is not less than what a line begins with."""
        low, high = 0, len(self._raw)
        while low < high:
            start = self._raw.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self._raw.find(b"\n", start)
            end = end if end >= 0 else len(self._raw)
            if self._raw[start:end] < head:
                low = end + 1
            else:
                high = start
        return low


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
