"""A whole run of `check`: list, look up, judge what is new, compare, choose what is shown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from salescoach.call import Call
from salescoach.checking import across, deals, kept, showing, words
from salescoach.checking.crew import Crew
from salescoach.checking.deals import Entry
from salescoach.checking.desk import Desk
from salescoach.checking.outcome import Outcome
from salescoach.errors import RequestError
from salescoach.files import git, repo
from salescoach.files.state import STATE
from salescoach.findings import Finding
from salescoach.report import Report
from salescoach.rules import Base

EVERY = 1 << 30


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
    private = git.tracked(root, "deals/*/private.yaml", f"{STATE}/*")  # git works while the settings are read
    asked = None if options.paths else git.standing(root, deals.FOLDER)
    desk = Desk(call, root)
    stands = asked() if asked else None
    listing = deals.list_all(root, stands) if stands else deals.Listing(deals.named(root, options.paths), [])
    changed, bases = _changes(root, options, stands, listing.entries)
    entries = _chosen(listing.entries, options, changed)
    is_whole = not (options.paths or options.changed or options.shard != (1, 1))
    most = options.most or EVERY
    crew = Crew(desk, bases, options.jobs, EVERY if options.all_deals else most, options.progress)

    key = kept.key_of(desk) if options.cache else ""
    known = kept.look_up(desk, key, entries, bases) if options.cache else {}
    made = crew.outcomes([e for e in entries if e.path not in known])
    outcomes = [o for e in entries if (o := known.get(e.path) or made.get(e.path)) is not None]

    beside = across.across(outcomes, listing.orphans, desk.shown) if is_whole else []
    elsewhere = [*desk.settings, *desk.broken_playbooks(), *_tracked(private(), desk.shown), *beside]
    others = words.all_plain(elsewhere, call.language)
    by_path = {e.path: e for e in entries}

    def in_words(lacking: Sequence[Outcome], level: str) -> Mapping[str, Outcome]:
        worded = crew.in_words([by_path[one.path] for one in lacking], level)
        made.update(worded)
        return worded

    totals = showing.Totals(outcomes)
    report = showing.report(
        desk, totals, outcomes, others, most, options.fail_on, options.all_deals, in_words
    )
    if options.cache and made:
        kept.keep(desk, key, entries, [made.get(o.path, o) for o in outcomes], bases, alone=is_whole)
    return Ran(report, crew.closed)


def _changes(
    root: Path, options: Options, stands: git.Standing | None, entries: Sequence[Entry]
) -> tuple[set[str], dict[str, Base]]:
    """The paths that differ from the commit asked for (or the last one), and what the changed deals were in it."""
    if options.changed:
        commit = git.base_of(root, options.changed)
        changed = git.changed(root, commit) if commit else None
        if commit is None or changed is None:
            raise RequestError("no-such-ref", name=options.changed)
    else:
        commit = "HEAD"
        changed = {*stands.touched()} if stands else {e.path for e in entries}
    before = git.contents(root, commit, [e.path for e in entries if e.path in changed])
    return changed, {path: Base(stage) for path, raw in before.items() if (stage := _stage_in(raw))}


def _chosen(entries: list[Entry], options: Options, changed: set[str]) -> list[Entry]:
    """Those that changed, and of these the machine's own share."""
    if options.changed:
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
