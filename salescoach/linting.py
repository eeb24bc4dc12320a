"""Everything that is wrong in playbooks and drill content: read, and held against what it names."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from salescoach import lint
from salescoach.call import Call
from salescoach.completing import DEFAULT_PLAYBOOK, FORMATS_OF_LINT
from salescoach.errors import RequestError
from salescoach.files import drills, playbooks
from salescoach.findings import LEVELS, Finding, worst
from salescoach.opening import find_root_or_none, load_folder, load_playbook, shown, team_of

if TYPE_CHECKING:
    from salescoach.playbook.answers import Answers
    from salescoach.playbook.corrections import Corrections
    from salescoach.playbook.load import Loaded, Outside
    from salescoach.playbook.model import Playbook
    from salescoach.playbook.scenario import Room, Rubric, Scenario, Talker, Training


def check_options(fmt: str, fail_on: str) -> None:
    """Raises RequestError for a format or a level that there is not."""
    for value, allowed in ((fmt, FORMATS_OF_LINT), (fail_on, LEVELS)):
        if value not in allowed:
            raise RequestError("no-such-value", name=value, names=list(allowed), there=", ".join(allowed))


# playbooks


def of_playbooks(call: Call, names: Sequence[str]) -> list[Finding]:
    """Of every playbook named, or of all, with their drill content; and of the team's library."""
    from salescoach.playbook.load import Outside

    root = find_root_or_none(call)
    given = call.playbooks
    folders = [Path(n) if _is_folder(n) else playbooks.find_playbook(root, given, n) for n in names]
    team, team_findings = team_of(root)
    outside = Outside(call.today, team.rivals)
    found: list[Finding] = []
    of_library: list[list[Finding]] = []
    for folder in folders or playbooks.list_playbooks(root, given):
        loaded = load_folder(root, call, folder)
        found += [*loaded.findings, *lint.check(loaded, outside)]
        of_library.append(_team_library(root, loaded, outside))
        if loaded.playbook is not None:
            found += of_files(call, drills.in_folder(folder))
    # the team's library serves every playbook: it is wrong where it fits none
    found += [f for f in of_library[0] if all(f in other for other in of_library)] if of_library else []
    return [*_once(found), *team_findings]


def _team_library(root: Path | None, loaded: "Loaded", outside: "Outside") -> list[Finding]:
    """What is wrong in the team's own `library.yaml`, held against one playbook."""
    from salescoach.lint import library
    from salescoach.playbook.load import load_library, with_library

    raw = playbooks.read_library(root) if root is not None else None
    if raw is None or root is None or loaded.playbook is None:
        return []
    path = shown(root / playbooks.LIBRARY)
    own, read = load_library(raw, path)
    if own is None:
        return read.findings
    joined = with_library(loaded._replace(outside=outside), own, read)
    return [*read.findings, *(f for f in library.check(joined) if f.path == path)]


def _is_folder(name: str) -> bool:
    return "/" in name or "\\" in name or (Path(name) / "playbook.yaml").is_file()


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once: what two files build upon is wrong for both."""
    kept: list[Finding] = []
    for finding in findings:
        if finding not in kept:
            kept.append(finding)
    return kept


# drill content


class Cast(NamedTuple):
    """A scenario with all that it takes to play it, None what cannot be had; `findings` say why."""

    scenario: "Scenario | None"
    rubric: "Rubric | None"
    talker: "Talker | None"
    playbook: "Playbook | None"
    raw: bytes
    findings: list[Finding]
    others: "Mapping[str, Talker]" = MappingProxyType({})
    """How whoever comes in later talks, by person."""


def of_drills(call: Call, names: Sequence[str]) -> list[Finding]:
    """Of the scenarios, files and folders named, or of everything that there is."""
    root = find_root_or_none(call)
    paths = [path for name in names for path in drills.named(root, call.playbooks, name)]
    return of_files(call, paths if names else drills.list_all(root, call.playbooks))


def of_files(call: Call, paths: Iterable[Path]) -> list[Finding]:
    """Of files, each of the kind that its folder is called like."""
    shelf, found = Shelf(call), list[Finding]()
    for path in paths:
        match drills.kind_of(path):
            case drills.RUBRICS:
                found += shelf.rubric(path)[1]
            case drills.ANSWERS:
                found += answers_of(path)[1]
            case drills.ROOM:
                found += room_of(path)[1]
            case drills.TRAINING:
                found += training_of(path)[1]
            case drills.CORRECTIONS:
                found += corrections_of(path, shelf)[1]
            case drills.BUYERS:
                found += shelf.talker(path)[1]
            case drills.DECKS:
                found += shelf.deck(path)
            case _:
                found += cast(call, path, shelf).findings
    return _once(found)


class Shelf:
    """Playbooks, rubrics and ways of talking, each read once, with what is wrong in them."""

    def __init__(self, call: Call) -> None:
        self.call = call
        self.root = find_root_or_none(call)
        self.names = [folder.name for folder in playbooks.list_playbooks(self.root, call.playbooks)]
        self.rubrics, self.talkers = (
            drills.list_parts(self.root, call.playbooks, kind) for kind in (drills.RUBRICS, drills.BUYERS)
        )
        self._playbooks: dict[str, Loaded] = {}
        self._around: dict[Path, Playbook | None] = {}
        self._rubrics: dict[Path, tuple[Rubric | None, list[Finding]]] = {}
        self._talkers: dict[Path, tuple[Talker | None, list[Finding]]] = {}

    def facts(self) -> dict[str, Callable[[], Collection[str] | None]]:
        """Every scenario that there is, with how to look up the addresses of its facts."""
        found = drills.list_parts(self.root, self.call.playbooks, drills.SCENARIOS)
        return {name: partial(self._facts, path) for name, path in found.items()}

    def _facts(self, path: Path) -> Collection[str] | None:
        from salescoach.lint.drills import Case, There
        from salescoach.playbook.drills import load_scenario

        scenario, loaded = load_scenario(drills.read_part(path), shown(path))
        if scenario is None or scenario.playbook not in self.names:
            return None
        playbook = self.playbook(scenario.playbook).playbook
        if playbook is None:
            return None
        return Case(loaded, playbook, path.stem, scenario, None, None, None, There(), self.call.today).facts

    def playbook(self, name: str) -> "Loaded":
        """A playbook that there is."""
        if name not in self._playbooks:
            self._playbooks[name] = load_playbook(self.root, self.call, name)
        return self._playbooks[name]

    def around(self, path: Path) -> "Playbook | None":
        """The playbook in whose folder a file of drill content lies, else the one that comes with the tool."""
        folder = path.resolve().parent.parent.parent
        if folder not in self._around:
            known = playbooks.list_playbooks(self.root, self.call.playbooks)
            names = {one.resolve(): one.name for one in known}
            is_own = folder not in names and (folder / "playbook.yaml").is_file()
            found = load_folder(self.root, self.call, folder) if is_own else None
            self._around[folder] = (found or self.playbook(names.get(folder, DEFAULT_PLAYBOOK))).playbook
        return self._around[folder]

    def rubric(self, path: Path | None) -> "tuple[Rubric | None, list[Finding]]":
        """A rubric, None where its shape is wrong, with its findings."""
        if path is None:
            return None, []
        if path not in self._rubrics:
            self._rubrics[path] = self._read_rubric(path)
        return self._rubrics[path]

    def _read_rubric(self, path: Path) -> "tuple[Rubric | None, list[Finding]]":
        from salescoach.lint.drills import RubricCase, check_rubric
        from salescoach.playbook.drills import load_rubric

        rubric, loaded = load_rubric(drills.read_part(path), shown(path))
        playbook = self.around(path)
        if rubric is None or playbook is None:
            return rubric, loaded.findings
        return rubric, [*loaded.findings, *check_rubric(RubricCase(loaded, playbook, path.stem, rubric))]

    def talker(self, path: Path | None) -> "tuple[Talker | None, list[Finding]]":
        """How buyers of a personality talk, None where the file's shape is wrong, with its findings."""
        if path is None:
            return None, []
        if path not in self._talkers:
            self._talkers[path] = self._read_talker(path)
        return self._talkers[path]

    def _read_talker(self, path: Path) -> "tuple[Talker | None, list[Finding]]":
        from salescoach.lint.drills import TalkerCase, check_talker
        from salescoach.playbook.drills import load_talker

        talker, loaded = load_talker(drills.read_part(path), shown(path))
        playbook = self.around(path)
        if talker is None or playbook is None:
            return talker, loaded.findings
        return talker, [*loaded.findings, *check_talker(TalkerCase(loaded, playbook, path.stem, talker))]

    def deck(self, path: Path) -> list[Finding]:
        """What is wrong in a deck of cards."""
        from salescoach.lint.drills import DeckCase, check_deck
        from salescoach.playbook.drills import load_deck

        deck, loaded = load_deck(drills.read_part(path), shown(path))
        playbook = self.around(path)
        if deck is None or playbook is None:
            return loaded.findings
        return [*loaded.findings, *check_deck(DeckCase(loaded, playbook, path.stem, deck))]


def cast(call: Call, path: Path, shelf: Shelf | None = None) -> Cast:
    """A scenario's file with the rubric and the way of talking that it names."""
    from salescoach.lint.drills import Case, There, check_scenario
    from salescoach.playbook.drills import load_scenario, talker_of

    shelf, raw = shelf or Shelf(call), drills.read_part(path)
    scenario, loaded = load_scenario(raw, shown(path))
    if scenario is None:
        return Cast(None, None, None, None, raw, loaded.findings)
    playbook, wrong = _playbook(shelf, scenario.playbook, loaded)
    if playbook is None:
        return Cast(scenario, None, None, None, raw, [*loaded.findings, *wrong])
    rubric, of_rubric = shelf.rubric(shelf.rubrics.get(scenario.rubric))
    talker, of_talker = shelf.talker(shelf.talkers.get(talker_of(scenario)))
    scored = rubric if worst(of_rubric) != "error" else None
    there = There(list(shelf.rubrics), list(shelf.talkers))
    case = Case(loaded, playbook, path.stem, scenario, rubric, scored, talker, there, call.today)
    found = [*loaded.findings, *check_scenario(case), *of_rubric, *of_talker]
    others: dict[str, Talker] = {}
    for person in sorted({one.speaker for one in scenario.events} - {"", scenario.buyer}):
        other, wrong = shelf.talker(shelf.talkers.get(talker_of(scenario, person)))
        others |= {person: other} if other is not None else {}
        found += wrong
    return Cast(scenario, rubric, talker, playbook, raw, found, others)


def room_of(path: Path) -> "tuple[Room | None, list[Finding]]":
    """How a class plays in a room, None where the file's shape is wrong, with its findings."""
    from salescoach.playbook.drills import load_room

    room, loaded = load_room(drills.read_part(path), shown(path))
    return room, loaded.findings


def answers_of(path: Path) -> "tuple[Answers | None, list[Finding]]":
    """What drills of real deals are made with, None where the file's shape is wrong, with its findings."""
    from salescoach.playbook.drills import load_answers

    answers, loaded = load_answers(drills.read_part(path), shown(path))
    return answers, loaded.findings


def training_of(path: Path) -> "tuple[Training | None, list[Finding]]":
    """The steps of a training, None where the file's shape is wrong, with its findings."""
    from salescoach.playbook.drills import load_training

    training, loaded = load_training(drills.read_part(path), shown(path))
    return training, loaded.findings


def corrections_of(path: Path, shelf: Shelf | None = None) -> "tuple[Corrections | None, list[Finding]]":
    """A team's corrections, None where the file's shape is wrong, with its findings; facts are looked up in `shelf`."""
    from salescoach.lint.drills import CorrectionsCase, check_corrections
    from salescoach.playbook.drills import load_corrections

    corrections, loaded = load_corrections(drills.read_part(path), shown(path))
    if corrections is None:
        return None, loaded.findings
    facts = shelf.facts() if shelf is not None else None
    return corrections, [*loaded.findings, *check_corrections(CorrectionsCase(loaded, corrections, facts))]


def rubric_of(call: Call, path: Path | None) -> "tuple[Rubric | None, list[Finding]]":
    """A rubric, None where its shape is wrong, with its findings."""
    return Shelf(call).rubric(path)


def _playbook(shelf: Shelf, name: str, loaded: "Loaded") -> "tuple[Playbook | None, list[Finding]]":
    """The playbook that a scenario names, or what is wrong with it."""
    if name not in shelf.names:
        return None, [loaded.finding(("playbook",), "unknown-playbook", value=name, names=shelf.names)]
    found = shelf.playbook(name)
    return found.playbook, found.findings
