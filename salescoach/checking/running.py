"""A whole run of `check`: list, look up, judge what is new, compare, choose what is shown."""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from salescoach.call import Call
from salescoach.checking import across, deals, kept, showing, whole
from salescoach.checking.deals import Entry
from salescoach.checking.desk import Desk
from salescoach.checking.outcome import Outcome
from salescoach.errors import RequestError
from salescoach.files import git, repo
from salescoach.files.state import STATE
from salescoach.findings import Finding
from salescoach.report import Report, Told

if TYPE_CHECKING:
    from salescoach.checking.crew import Crew
    from salescoach.rules import Base

EVERY = 1 << 30
PART = 4096
"""How many deals are held at once: of all others only what the report and the next run need."""
PRIVATE = ("deals/*/private.yaml", f"{STATE}/*")
"""Patterns of what no commit should hold."""


def silent(_done: int, _of: int) -> None:
    """Nobody is told how far it is."""


class Options(NamedTuple):
    """What the person asked for. `most`: how many findings are listed, 0 for all; `all_deals`: the clean ones, too."""

    paths: Sequence[str] = ()
    changed: str = ""
    shard: tuple[int, int] = (1, 1)
    jobs: int = 1
    most: int = 0
    cache: bool = True
    all_deals: bool = False
    fail_on: str = "error"
    progress: Callable[[int, int], None] = silent


class Ran(NamedTuple):
    """A run: its report, and the files that could not be opened, each with the reason."""

    report: Report
    closed: Sequence[tuple[str, RequestError]]


def run(call: Call, root: Path, options: Options) -> Ran:
    """Check the deals that are asked for."""
    # git works while the settings are read
    asked = None if options.paths else git.standing(root, deals.FOLDER, STATE)
    private = git.tracked(root, *PRIVATE) if options.paths else None
    job = _Job(Desk(call, root), options, asked() if asked else None)
    ran = job.changed_alone()
    if ran is None:
        ran = job.every(private() if private else job.stands.matching(*PRIVATE) if job.stands else [])
    return ran


class _Job:
    """One run. `stands`: how the repo stands in git, None where single deals were named."""

    def __init__(self, desk: Desk, options: Options, stands: git.Standing | None) -> None:
        self.desk, self.options, self.stands = desk, options, stands
        self.most = options.most or EVERY
        self.is_whole = not (options.paths or options.changed or options.shard != (1, 1))
        self.commit = git.base_of(desk.root, options.changed) if options.changed else "HEAD"
        self.key = kept.key_of(desk) if options.cache else ""
        self.whole = ""
        """The key under which all of it is kept, "" where it is not."""
        is_kept = self.is_whole and options.cache and options.most and not options.all_deals
        if is_kept and stands is not None and stands.is_plain:
            self.whole = whole.key_of(self.key, self.most, stands)
        self.worded: dict[str, Outcome] = {}
        """Outcomes that were made once more because they are listed, by path."""
        self._passed = self._all = 0

    def changed_alone(self) -> Ran | None:
        """The run, where all but a few deals are known to be as they were; None where they are not."""
        stands = self.stands
        if not self.whole or stands is None or (entries := whole.changed(stands)) is None:
            return None
        before = whole.look_up(self.desk, self.whole)
        if before is not None and entries:
            known = kept.Kept(self.desk, self.key)
            old = {e.path: one for e in entries if (one := known.known(e)) is not None}
            now = self._crew.outcomes(entries, self._bases(entries), before.totals.counts)
            is_same = all(
                e.path in old and e.path in now and old[e.path].same == now[e.path].same for e in entries
            )
            before = whole.replaced(before, old.values(), now.values()) if is_same else None
        if before is None:
            self._crew.closed.clear()
            return None
        by_path = {e.path: e for e in entries}

        def entry(path: str) -> Entry:
            return by_path.get(path) or whole.entry(stands, path)

        return self._ran(before.totals, before.first, before.others, entry)

    def every(self, private: Iterable[str]) -> Ran:
        """The run over every deal that is asked for, some at a time; what is known of unchanged files is looked up."""
        desk, options = self.desk, self.options
        listing = deals.Listing(desk.root, self.stands) if self.stands is not None else None
        asked = listing if listing is not None else deals.named(desk.root, options.paths)
        is_chosen = self._choice()
        if options.progress is not silent:
            self._all = sum(map(is_chosen, asked))
        totals, beside = showing.Totals(), across.Across(desk.shown)
        first = showing.First(None if options.all_deals else whole.rooms(self.most))
        book = kept.Kept(desk, self.key) if options.cache else None
        of_first: dict[str, tuple[Entry, int]] = {}
        for entries in _parts(filter(is_chosen, asked)):
            for entry, one in self._outcomes(entries, book, totals.counts):
                totals.add(one)
                beside.add(one)
                row = book.add(entry, one) if book is not None else 0
                if first.add(one):
                    of_first[one.path] = entry, row
        elsewhere = [*desk.settings, *desk.broken_playbooks(), *_tracked(private, desk.shown)]
        if listing is not None and self.is_whole:
            elsewhere += beside.findings(listing)
        others = _in_words(elsewhere, desk.call.language)
        ran = self._ran(totals, first.outcomes, others, lambda path: of_first[path][0])
        if book is not None:
            for path, one in self.worded.items():
                book.replace(*of_first[path], one)
            book.write(alone=self.is_whole)
        if self.whole and not ran.closed and not self._touched:
            latest = (self.worded.get(o.path, o) for o in first.outcomes)
            whole.keep(desk, self.whole, latest, totals, others)
        return ran

    @functools.cached_property
    def _crew(self) -> "Crew":
        from salescoach.checking.crew import Crew

        def progress(done: int) -> None:
            if self._passed + done < self._all:
                self.options.progress(self._passed + done, self._all)

        most = EVERY if self.options.all_deals else self.most
        return Crew(self.desk, self.options.jobs, most, progress)

    @functools.cached_property
    def _touched(self) -> Mapping[str, str]:
        """What differs from the last commit, as `Standing.touched` tells it."""
        return self.stands.touched() if self.stands is not None else {}

    def _choice(self) -> Callable[[Entry], bool]:
        """Tells the deals that changed, and of these the machine's own share."""
        options = self.options
        changed = git.changed(self.desk.root, self.commit) if options.changed and self.commit else None
        if options.changed and changed is None:
            raise RequestError("no-such-ref", name=options.changed)
        paths = changed or ()
        takes_all = not options.changed or any(
            p.startswith("playbooks/") or p == repo.SETTINGS for p in paths
        )
        folders = {p.split("/")[1] for p in paths if p.startswith("deals/") and p.count("/") > 1}

        def is_chosen(entry: Entry) -> bool:
            return (takes_all or entry.deal in folders) and deals.in_shard(entry, *options.shard)

        return is_chosen

    def _outcomes(
        self, entries: Sequence[Entry], book: "kept.Kept | None", before: Mapping[str, int]
    ) -> list[tuple[Entry, Outcome]]:
        """Of some deals all that could be opened; `before`: how many findings of each level other deals have."""
        bases = self._bases(entries)
        # what hangs on a commit, too, is not known by its blob alone
        entries = [e._replace(blob="") if e.path in bases else e for e in entries]
        known = [book.known(e) for e in entries] if book is not None else [None] * len(entries)
        new = [e for e, one in zip(entries, known, strict=True) if one is None]
        made = self._crew.outcomes(new, bases, before) if new else {}
        self._passed += len(entries)
        both = ((e, one or made.get(e.path)) for e, one in zip(entries, known, strict=True))
        return [(e, one) for e, one in both if one is not None]

    def _ran(
        self,
        totals: showing.Totals,
        outcomes: Sequence[Outcome],
        others: list[Told],
        entry: Callable[[str], Entry],
    ) -> Ran:
        """The report; what it needs in words is made."""

        def in_words(lacking: Sequence[Outcome], level: str) -> Mapping[str, Outcome]:
            asked = [entry(one.path) for one in lacking]
            self.worded = self._crew.in_words(asked, self._bases(asked), level) if asked else {}
            return self.worded

        options = self.options
        report = showing.report(
            self.desk, totals, outcomes, others, self.most, options.fail_on, options.all_deals, in_words
        )
        return Ran(report, self._crew.closed)

    def _bases(self, entries: Sequence[Entry]) -> "dict[str, Base]":
        """What the deals that differ from the commit asked for, or the last one, were in it."""
        paths = [e.path for e in entries]
        if self.stands is not None and not self.options.changed:
            paths = [path for path in paths if path in self._touched]
        before = git.contents(self.desk.root, self.commit, paths) if self.commit and paths else {}
        stages = {path: stage for path, raw in before.items() if (stage := _stage_in(raw))}
        if not stages:
            return {}
        from salescoach.rules import Base

        return {path: Base(stage) for path, stage in stages.items()}


def _parts(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    """A run's deals, a PART at a time."""
    while part := list(islice(entries, PART)):
        yield part


def _stage_in(raw: bytes) -> str:
    """The stage that a deal's file names, read from its one line."""
    for line in raw.splitlines():
        if line.startswith(b"stage:"):
            return line[6:].partition(b"#")[0].strip(b" \"'\t").decode("utf-8", "replace")
    return ""


def _tracked(private: Iterable[str], shown: str) -> list[Finding]:
    """Private files that git holds: they would go to everybody."""
    return [Finding(f"{shown}{p}", 0, 0, "private-tracked", "error", {"value": p}) for p in private]


def _in_words(found: Sequence[Finding], language: str) -> list[Told]:
    """Findings that belong to no deal, in words."""
    if not found:
        return []
    from salescoach.checking.words import all_plain

    return all_plain(found, language)
