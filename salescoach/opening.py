"""Opening what a command works on: the repo, a playbook, a deal; with everything that is wrong in them."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach import derived
from salescoach.call import Call
from salescoach.errors import RequestError
from salescoach.findings import Finding, worst

if TYPE_CHECKING:
    from salescoach.deal.deal import Deal
    from salescoach.playbook.load import Loaded
    from salescoach.playbook.model import Library, Playbook, Stage
    from salescoach.playbook.team import Team
    from salescoach.schema import Schema
    from salescoach.yamlfile.document import Document


class Opened(NamedTuple):
    """A deal that is open: its file as read, and all it refers to."""

    root: Path
    path: Path
    document: "Document"
    deal: "Deal"
    playbook: "Playbook"
    library: "Library"
    team: "Team"
    stage: "Stage"
    findings: list[Finding]


def team_of(root: Path | None) -> tuple["Team", list[Finding]]:
    """The team's settings, and what is wrong in them."""
    from salescoach.files import repo
    from salescoach.playbook.team import Team, read_team
    from salescoach.yamlfile.lean import read_without_places, with_places

    raw = repo.read_settings(root) if root is not None else None
    if raw is None or root is None:
        return Team(), []
    document = read_without_places(raw, shown(root / repo.SETTINGS))
    team, found = read_team(document)
    return team, with_places(document, found)


class Unusable(Exception):  # noqa: N818 - carries findings, not a failure of ours
    """A file that a command cannot do without is wrong; the findings say how."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings)
        self.findings = findings


def find_root_or_none(call: Call) -> Path | None:
    """The team's repo, None when there is none here: playbooks come with the tool, too."""
    from salescoach.files import repo

    return repo.find_root(Path.cwd(), call.root, call.environment)


def find_root(call: Call) -> Path:
    """The team's repo. Raises RequestError when there is none here."""
    root = find_root_or_none(call)
    if root is None:
        raise RequestError("no-repo", here=str(Path.cwd()))
    return root


def load_playbook(root: Path | None, call: Call, name: str) -> "Loaded":
    """A playbook with its findings; paths in them are as a person would type them.

    One that was read before without a finding comes from what was kept of it, without places.
    """
    from salescoach.files import compiled, playbooks
    from salescoach.playbook.load import reload

    def key_of(one: str) -> str:
        return compiled.key_of(playbooks.read_playbook(playbooks.find_playbook(root, call.playbooks, one)))

    key = key_of(name)
    held = compiled.look_up(key)
    bases = held.get("bases") if held is not None else None
    if isinstance(bases, dict) and _same(bases, key_of) and (kept := reload(held.get("content"))):  # type: ignore[union-attr]
        return kept
    loaded = load_folder(root, call, playbooks.find_playbook(root, call.playbooks, name))
    if loaded.playbook is not None and not loaded.findings:
        compiled.keep(key, {"bases": {b: key_of(b) for b in loaded.bases}, "content": loaded.content})
    return loaded


def _same(bases: Mapping[str, Any], key_of: Callable[[str], str]) -> bool:
    """Whether what a playbook extends is still what it was."""
    try:
        return all(key_of(name) == key for name, key in bases.items())
    except RequestError:
        return False


def load_folder(root: Path | None, call: Call, folder: Path) -> "Loaded":
    """The playbook in a folder, joined with what it extends, with its findings."""
    from salescoach.files import playbooks
    from salescoach.playbook.load import load

    def find(name: str) -> tuple[str, dict[str, bytes]] | None:
        try:
            base = playbooks.find_playbook(root, call.playbooks, name)
        except RequestError:
            return None
        return shown(base), playbooks.read_playbook(base)

    def known() -> list[str]:
        return [path.name for path in playbooks.list_playbooks(root, call.playbooks)]

    return load(playbooks.read_playbook(folder), shown(folder), find, known)


def schema_of_deals(root: Path | None, call: Call, names: Iterable[str]) -> "Schema":
    """JSON Schema of the deals that these playbooks may have. Raises Unusable where one cannot be read."""
    from salescoach.deal.deal import Deal
    from salescoach.deal.schema import describe

    blanks = {}
    for name in names:
        loaded = load_playbook(root, call, name)
        if loaded.playbook is None:
            raise Unusable(loaded.findings)
        blanks[name] = Deal("", {}, loaded.playbook, derived)
    return describe(blanks, call.language)


def shown(path: Path) -> str:
    """A path as a person would type it from here."""
    here = Path.cwd()
    absolute = path.resolve()
    return absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else str(path)


def find_deal(call: Call, ident: str) -> tuple[Path, Path]:
    """The team's repo and the file of a deal in it. Raises RequestError where there is none, naming those there are."""
    from salescoach.files import repo

    root = find_root(call)
    path = repo.deal_file(root, ident)
    if not path.exists():
        there = repo.list_deals(root)
        if not there:
            raise RequestError("no-deal-yet", name=ident)
        raise RequestError("no-deal", name=ident, names=there, there=", ".join(there[:8]))
    return root, path


def open_deal(call: Call, ident: str) -> Opened:
    """Read a deal and its playbook.

    Raises RequestError when there is no such deal, Unusable when it or its playbook cannot be read; a
    deal that can be read with faults is opened, with its findings.
    """
    from salescoach.deal.check import check
    from salescoach.deal.deal import Deal, View
    from salescoach.files import repo
    from salescoach.yamlfile.read import read

    root, path = find_deal(call, ident)
    document = read(repo.read_bytes(path), shown(path))
    if not document.readable or not isinstance(document.data, dict):
        shape = Finding(document.path, 1, 1, "not-a-deal", "error", {"value": document.data})
        raise Unusable(document.findings if not document.readable else [*document.findings, shape])
    content: dict[str, Any] = document.data
    playbook, library, team_findings = _playbook(root, call, content, document)
    team, settings_findings = team_of(root)
    deal = Deal(ident, content, playbook, derived)
    findings = [
        *document.findings,
        *settings_findings,
        *team_findings,
        *check(document, deal, View(deal, call.today)),
    ]
    stage = deal.stage
    if stage is None:
        raise Unusable(findings)
    return Opened(root, path, document, deal, playbook, library, team, stage, findings)


SETTLED = ("playbook", "stage")
"""What a deal's own file alone decides: a partial deal is held against it."""


def faults_of(call: Call, opened: Opened, partial: "Document") -> list[Finding]:
    """The errors of a partial deal, and those that it would bring into the deal's own file, each at its place."""
    from salescoach.deal.check import check
    from salescoach.deal.deal import Deal, View
    from salescoach.deal.merge import merge

    content: dict[str, Any] = partial.data  # type: ignore[assignment]
    added = {k: v for k, v in content.items() if k not in SETTLED}
    part, whole = (
        Deal(opened.deal.ident, c, opened.playbook, derived)
        for c in (added, merge(opened.deal.content, added))
    )
    view = View(whole, call.today)
    answers = [*_changes(opened, partial), *check(partial, part, view)]
    there = {(f.line, f.column, f.rule) for f in opened.findings}
    left = {_about(f) for f in check(opened.document, whole, view)}  # what the answers do not replace
    brought = [
        f
        for f in check(opened.document, opened.deal, view)
        if (f.line, f.column, f.rule) not in there and _about(f) in left
    ]
    found = [*sorted(answers, key=lambda f: (f.line, f.column)), *brought]
    return [f for f in found if f.level == "error"]


def _about(finding: Finding) -> tuple[str, str]:
    facts = finding.facts
    return finding.rule, repr(facts.get("value", facts.get("key_name")))


def _changes(opened: Opened, partial: "Document") -> list[Finding]:
    """Where a partial deal names another playbook or stage than the deal."""
    content: dict[str, Any] = partial.data  # type: ignore[assignment]
    return [
        Finding(
            partial.path, *partial.place((key,), True), "answers-cannot-change", "error", {"key_name": key}
        )
        for key in SETTLED
        if key in content and content[key] != opened.deal.content.get(key)
    ]


def _playbook(
    root: Path, call: Call, content: Mapping[str, Any], document: "Document"
) -> tuple["Playbook", "Library", list[Finding]]:
    name = content.get("playbook")
    if not isinstance(name, str):
        line, column = document.place(("playbook",))
        raise Unusable(
            [Finding(document.path, line, column, "missing-key", "error", {"key_name": "playbook"})]
        )
    loaded = load_playbook(root, call, name)
    if loaded.playbook is None or worst(loaded.findings) == "error":
        raise Unusable(loaded.findings)
    library, findings = _library(root, loaded.playbook)
    return loaded.playbook, library, findings


def _library(root: Path, playbook: "Playbook") -> tuple["Library", list[Finding]]:
    """The playbook's library with the team's own rows before it."""
    from salescoach.files import playbooks

    raw = playbooks.read_library(root)
    if raw is None:
        return playbook.library, []
    from salescoach.playbook.load import load_library

    own, loaded = load_library(raw, shown(root / playbooks.LIBRARY))
    return (playbook.library if own is None else own.before(playbook.library)), loaded.findings
