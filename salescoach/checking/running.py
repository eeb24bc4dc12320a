"""A whole run of `check`: list, look up, judge what is new, compare, choose what is shown."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from salescoach import __version__
from salescoach.call import Call
from salescoach.checking import across, deals, explain, method, words, workers
from salescoach.checking.deals import Entry
from salescoach.checking.judging import Judgement, Reader, judge
from salescoach.checking.outcome import Outcome, outcome, unpacked
from salescoach.errors import RequestError
from salescoach.files import compiled, git, playbooks, repo, verdicts
from salescoach.findings import LEVELS, Finding
from salescoach.opening import shown, team_of
from salescoach.playbook.team import Team
from salescoach.report import Checked, Report, Told
from salescoach.rules import Base
from salescoach.yamlfile.read import read, read_without_places

if TYPE_CHECKING:
    from salescoach.playbook.model import Playbook

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
    closed: list[tuple[str, RequestError]]


def run(call: Call, root: Path, options: Options) -> Ran:
    """Check the deals that are asked for."""
    team, elsewhere = team_of(root)
    listing = (
        deals.list_all(root) if not options.paths else deals.Listing(deals.named(root, options.paths), [])
    )
    bases = _bases(root, options, listing.entries)
    entries = _chosen(root, listing.entries, options)
    desk = _Desk(call, root, team, options, entries, bases)
    outcomes = desk.outcomes()
    is_whole = not (options.paths or options.changed or options.shard != (1, 1))
    beside = across.across(outcomes, listing.orphans, desk.shown) if is_whole else []
    elsewhere += [*desk.broken_playbooks(), *_tracked(root, desk.shown)]
    return Ran(_report(desk, outcomes, beside, elsewhere), desk.closed)


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


def _bases(root: Path, options: Options, entries: list[Entry]) -> dict[str, Base]:
    """What the changed deals were before: in git's last commit, or where the branch began."""
    commit = git.base_of(root, options.changed or "HEAD")
    if commit is None:
        return {}
    changed = git.changed(root, commit) or set()
    listed = [e.path for e in entries if e.path in changed]
    return {
        path: Base(stage)
        for path, raw in git.contents(root, commit, listed).items()
        if (stage := _stage_in(raw))
    }


def _stage_in(raw: bytes) -> str:
    """The stage that a deal's file names, read from its one line."""
    for line in raw.splitlines():
        if line.startswith(b"stage:"):
            return line[6:].partition(b"#")[0].strip(b" \"'\t").decode("utf-8", "replace")
    return ""


def _tracked(root: Path, shown_root: str) -> list[Finding]:
    """Private files that git holds: they would go to everybody."""
    held = git.is_tracked(root, "deals/*/private.yaml", ".salescoach/*")
    return [
        Finding(f"{shown_root}{path}", 0, 0, "private-tracked", "error", {"value": path}) for path in held
    ]


class _Desk:
    """What one run needs at hand: playbooks by name, what was found before, how many words are still wanted."""

    def __init__(
        self,
        call: Call,
        root: Path,
        team: Team,
        options: Options,
        entries: list[Entry],
        bases: dict[str, Base],
    ) -> None:
        self.call, self.root, self.team, self.options = call, root, team, options
        self.entries = entries
        self.bases = bases
        self.most = options.most or EVERY
        self.closed: list[tuple[str, RequestError]] = []
        path = shown(root)
        self.shown = "" if path == "." else f"{path}/"
        self._methods: dict[str, method.Method | None] = {}
        self._errors = 0

    def find(self, name: str) -> method.Method | None:
        """A playbook by its name, read once."""
        if name not in self._methods:
            self._methods[name] = method.load(self.root, self.call, name)
        return self._methods[name]

    @cached_property
    def _by_path(self) -> dict[str, Entry]:
        return {e.path: e for e in self.entries}

    @property
    def playbooks(self) -> list["Playbook"]:
        """Those that were needed so far."""
        return [m.playbook for m in self._methods.values() if m is not None and m.playbook is not None]

    def broken_playbooks(self) -> list[Finding]:
        """What is wrong in the playbooks that the deals name."""
        return [f for m in self._methods.values() if m is not None for f in m.findings if f.level == "error"]

    def outcomes(self) -> list[Outcome]:
        """Every deal's outcome, in the order of their paths; those that git knows unchanged are looked up."""
        kept = self._looked_up() if self.options.cache else {}
        new = [e for e in self.entries if e.path not in kept]
        made = self._judged(new)
        found = [kept.get(e.path) or made[e.path] for e in self.entries if e.path in kept or e.path in made]
        if self.options.cache and made:
            self._keep(found)
        return found

    def _judged(self, entries: list[Entry]) -> dict[str, Outcome]:
        if not entries:
            return {}
        self.find("value-competition")  # before there are several processes, that all have it
        gc.collect()
        gc.freeze()
        gc.disable()
        try:
            made = workers.run(
                lambda number: self._one(entries[number]),
                len(entries),
                self.options.jobs,
                lambda done: self.options.progress(done, len(entries)),
            )
            found = {}
            for value, entry in zip(made, entries, strict=True):
                if len(value) == 2:
                    self.closed.append((entry.path, RequestError(value[0], **value[1])))
                else:
                    found[entry.path] = Outcome(*value)
            return found
        finally:
            gc.enable()

    def _one(self, entry: Entry) -> tuple[object, ...]:
        """One deal's outcome as a plain tuple; of a file that cannot be opened, why not."""
        try:
            judgement = self.judgement(entry, read_without_places)
        except RequestError as error:
            return error.key, {k: str(v) for k, v in error.facts.items()}
        if self._wants(judgement):
            return tuple(self._worded(entry))
        return tuple(outcome(judgement, entry, self.call.today, None, self.call.language))

    def judgement(self, entry: Entry, reader: Reader) -> Judgement:
        """Read and judge one deal."""
        raw, path = deals.read(self.root, entry), f"{self.shown}{entry.path}"
        base = self.bases.get(entry.path)
        return judge(raw, path, entry, self.find, self.team, self.call.today, base, reader)

    def _worded(self, entry: Entry) -> Outcome:
        """A deal's outcome with every finding in words, at its place."""
        judgement = self.judgement(entry, read)
        said = words.told(judgement, self.call.language)
        return outcome(judgement, entry, self.call.today, said, self.call.language)

    def _wants(self, judgement: Judgement) -> bool:
        """Whether a deal's findings are surely shown: the gravest are, the first of them. Others are judged again."""
        errors = sum(f.level == "error" for f in judgement.findings)
        wanted = self.options.all_deals or (errors > 0 and self._errors < self.most)
        self._errors += errors
        return wanted

    # what earlier runs found

    def _key(self) -> str:
        """Everything but the file itself that a verdict depends on."""
        settings = repo.read_settings(self.root) or b""
        held = sha256(f"{__version__}\0{self.call.language}\0{self.shown}\0".encode() + settings)
        for folder in playbooks.list_playbooks(self.root, self.call.playbooks):
            held.update(f"{folder.name}\0{compiled.key_of(playbooks.read_playbook(folder))}\0".encode())
        return held.hexdigest()

    def _looked_up(self) -> dict[str, Outcome]:
        kept = verdicts.look_up(self.root, self._key())
        today = str(self.call.today)
        found = {}
        for entry in self.entries:
            columns = kept.get(entry.path)
            if (
                columns is not None
                and entry.blob
                and entry.path not in self.bases
                and _content(entry) == columns[0]
            ):
                one = _from_columns(entry.path, columns)
                if one is not None and columns[1] <= today <= one.until:
                    found[entry.path] = one
        return found

    def _keep(self, outcomes: list[Outcome]) -> None:
        today = str(self.call.today)
        by_path = self._by_path
        lines = {
            o.path: _columns(o, _content(by_path[o.path]), today)
            for o in outcomes
            if by_path[o.path].blob and o.path not in self.bases and "\t" not in o.path and "\n" not in o.path
        }
        verdicts.keep(self.root, self._key(), lines)

    def in_words(self, one: Outcome) -> Outcome:
        """An outcome with its words, judged again where they were not kept."""
        if one.words or not any(one.counts):
            return one
        return self._worded(self._by_path[one.path])


def _content(entry: Entry) -> str:
    plans = (
        sha256("\0".join(entry.plans).encode("utf-8", "surrogateescape")).hexdigest()[:8]
        if entry.plans
        else ""
    )
    return entry.blob + plans


def _columns(one: Outcome, content: str, today: str) -> tuple[str, ...]:
    counts = " ".join(map(str, one.counts))
    return (content, today, one.until, counts, one.states, one.same, one.playbook, one.words)


def _from_columns(path: str, columns: list[str]) -> Outcome | None:
    try:
        _, _, until, counts, states, same, playbook, said = columns
        notes, warnings, errors = map(int, counts.split(" "))
    except ValueError:
        return None
    return Outcome(path, (notes, warnings, errors), states, same, until, playbook, said)


# what is shown


def _report(desk: _Desk, outcomes: list[Outcome], beside: list[Finding], elsewhere: list[Finding]) -> Report:
    """The report: totals of all, and as many findings as are wanted, the gravest first, in the order of the files."""
    language = desk.call.language
    others = sorted(words.all_plain([*elsewhere, *beside], language))
    counts = dict.fromkeys(LEVELS, 0)
    for one in outcomes:
        for level, count in zip(LEVELS, one.counts, strict=True):
            counts[level] += count
    for told in others:
        counts[told.level] += 1
    letters = "".join(one.states for one in outcomes)
    judged = {letter: letters.count(letter) for letter in "hwmx"}
    room, left = dict.fromkeys(LEVELS, 0), desk.most
    for level in reversed(LEVELS):
        room[level] = min(left, counts[level])
        left -= room[level]
    listed = sum(room.values())
    shown_others = _within(others, room)
    shown_deals: Iterable[Checked] = _shown_deals(desk, outcomes, room)
    named = shown_others
    if not desk.options.all_deals:  # else there may be too many to be held at once
        shown_deals = list(shown_deals)
        named = [*shown_others, *(t for d in shown_deals for t in d.findings)]
    return Report(
        shown_deals,
        shown_others,
        explain.rules(named, desk.playbooks, language),
        counts,
        len(outcomes),
        judged["h"] + judged["w"],
        sum(judged.values()),
        sum(counts.values()) - listed,
        desk.options.fail_on,
    )


def _within(found: Iterable[Told], left: dict[str, int]) -> list[Told]:
    """Those for which there is room at their level, and what is left of it afterwards."""
    kept = []
    for told in found:
        if left[told.level]:
            left[told.level] -= 1
            kept.append(told)
    return kept


def _shown_deals(desk: _Desk, outcomes: list[Outcome], room: dict[str, int]) -> Iterator[Checked]:
    left = dict(room)
    for one in outcomes:
        if not desk.options.all_deals and not any(
            count and left[level] for level, count in zip(LEVELS, one.counts, strict=True)
        ):
            continue
        wanted = desk.in_words(one)
        playbook = desk.find(one.playbook) if one.playbook else None
        deal = unpacked(
            wanted, f"{desk.shown}{one.path}", playbook.playbook if playbook else None, desk.call.language
        )
        kept = _within(deal.findings, left)
        if kept or desk.options.all_deals:
            worst = max(
                (level for level, count in zip(LEVELS, one.counts, strict=True) if count),
                key=LEVELS.index,
                default="",
            )
            yield deal._replace(findings=tuple(kept), worst=worst)
