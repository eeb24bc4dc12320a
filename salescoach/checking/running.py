"""A whole run of `check`: list, look up, judge what is new, compare, choose what is shown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
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
    from salescoach.checking.crew import Closed, Crew
    from salescoach.rules import Base

EVERY = 1 << 30
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
        self.key = kept.key_of(desk) if options.cache else ""
        self.closed: list[Closed] = []
        self.whole = ""
        """The key under which all of it is kept, "" where it is not."""
        is_kept = self.is_whole and options.cache and options.most and not options.all_deals
        if is_kept and stands is not None and stands.is_plain:
            self.whole = whole.key_of(self.key, self.most, stands)

    def changed_alone(self) -> Ran | None:
        """The run, where all but a few deals are known to be as they were; None where they are not."""
        stands = self.stands
        if not self.whole or stands is None or (entries := whole.changed(stands)) is None:
            return None
        before = whole.look_up(self.desk, self.whole)
        if before is not None and entries:
            old = kept.last_known(self.desk, self.key, entries)
            now = self._crew(entries).outcomes(entries)
            is_same = all(
                e.path in old and e.path in now and old[e.path].same == now[e.path].same for e in entries
            )
            before = whole.replaced(before, old.values(), now.values()) if is_same else None
        if before is None:
            return None
        by_path = {e.path: e for e in entries}

        def entry(path: str) -> Entry:
            return by_path.get(path) or whole.entry(stands, path)

        return self._ran(before.totals, before.first, before.others, {}, entry)

    def every(self, private: Iterable[str]) -> Ran:
        """The run over every deal that is asked for; what is known of unchanged files is looked up."""
        desk, options = self.desk, self.options
        if self.stands is not None:
            listing = deals.list_all(desk.root, self.stands)
        else:
            listing = deals.Listing(deals.named(desk.root, options.paths))
        entries = _chosen(desk.root, listing.entries, options)
        crew = self._crew(entries)
        known = kept.look_up(desk, self.key, entries, crew.bases) if options.cache else {}
        made = crew.outcomes([e for e in entries if e.path not in known])
        outcomes = [o for e in entries if (o := known.get(e.path) or made.get(e.path)) is not None]
        beside = across.across(outcomes, listing, desk.shown) if self.is_whole else []
        elsewhere = [*desk.settings, *desk.broken_playbooks(), *_tracked(private, desk.shown), *beside]
        others = _in_words(elsewhere, desk.call.language)
        totals = showing.Totals(outcomes)
        by_path = {e.path: e for e in entries}
        ran = self._ran(totals, outcomes, others, made, by_path.__getitem__)
        if options.cache and made:
            latest = [made.get(o.path, o) for o in outcomes]
            kept.keep(desk, self.key, entries, latest, crew.bases, alone=self.is_whole)
        if self.whole and not self.closed and not (self.stands and self.stands.touched()):
            whole.keep(desk, self.whole, self.most, [made.get(o.path, o) for o in outcomes], totals, others)
        return ran

    def _crew(self, entries: Sequence[Entry]) -> "Crew":
        from salescoach.checking.crew import Crew

        options = self.options
        most = EVERY if options.all_deals else self.most
        return Crew(self.desk, self._bases(entries), options.jobs, most, options.progress, self.closed)

    def _ran(
        self,
        totals: showing.Totals,
        outcomes: Sequence[Outcome],
        others: list[Told],
        made: dict[str, Outcome],
        entry: Callable[[str], Entry],
    ) -> Ran:
        """The report; `made` takes the outcomes that it needed in words."""

        def in_words(lacking: Sequence[Outcome], level: str) -> Mapping[str, Outcome]:
            asked = [entry(one.path) for one in lacking]
            worded = self._crew(asked).in_words(asked, level) if asked else {}
            made.update(worded)
            return worded

        options = self.options
        report = showing.report(
            self.desk, totals, outcomes, others, self.most, options.fail_on, options.all_deals, in_words
        )
        return Ran(report, self.closed)

    def _bases(self, entries: Sequence[Entry]) -> "dict[str, Base]":
        """What the deals that differ from the commit asked for, or the last one, were in it."""
        root, paths = self.desk.root, [e.path for e in entries]
        commit = git.base_of(root, self.options.changed) if self.options.changed else "HEAD"
        if self.stands is not None and not self.options.changed:
            touched = self.stands.touched()
            paths = [path for path in paths if path in touched]
        before = git.contents(root, commit, paths) if commit and paths else {}
        stages = {path: stage for path, raw in before.items() if (stage := _stage_in(raw))}
        if not stages:
            return {}
        from salescoach.rules import Base

        return {path: Base(stage) for path, stage in stages.items()}


def _chosen(root: Path, entries: list[Entry], options: Options) -> list[Entry]:
    """Those that changed, and of these the machine's own share."""
    if options.changed:
        commit = git.base_of(root, options.changed)
        changed = git.changed(root, commit) if commit else None
        if changed is None:
            raise RequestError("no-such-ref", name=options.changed)
        method_changed = any(p.startswith("playbooks/") or p == repo.SETTINGS for p in changed)
        folders = {p.split("/")[1] for p in changed if p.startswith("deals/") and p.count("/") > 1}
        entries = [e for e in entries if method_changed or e.deal in folders]
    return deals.in_shard(entries, *options.shard) if options.shard != (1, 1) else entries


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
