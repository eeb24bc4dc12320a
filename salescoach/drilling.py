"""The journey of a drill: open a scenario, hear line after line, keep each at once, score the run."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol
from zlib import crc32

from salescoach import linting
from salescoach.call import Call
from salescoach.completing import DEFAULT_PLAYBOOK
from salescoach.drill import record
from salescoach.drill.heard import Heard
from salescoach.drill.scene import Scene
from salescoach.drill.spoken import Spoken
from salescoach.drill.talk import Talk, Turn
from salescoach.errors import RequestError
from salescoach.files import atomic, drills
from salescoach.files.journal import Journal
from salescoach.files.repo import read_bytes
from salescoach.findings import worst
from salescoach.opening import Unusable, find_root_or_none, load_playbook, shown, team_of
from salescoach.text import pick

if TYPE_CHECKING:
    from salescoach.drill.hearing import Hear
    from salescoach.playbook.model import Playbook
    from salescoach.playbook.scenario import Room, Rubric, Scenario


def read_given(path: str) -> bytes:
    """The content of a file, or of stdin (`-`)."""
    return sys.stdin.buffer.read() if path == "-" else read_bytes(Path(path))


def read_text(path: str) -> str:
    """The text of a file, or of stdin; bytes that are no text are shown as such."""
    return read_given(path).decode("utf-8-sig", "replace")


class Options(NamedTuple):
    """How a run is played: the seed that picks among lines, whether hints stay hidden, and how many minutes it may last
    on the wall (0: as many as it takes).
    """

    seed: int
    exam: bool = False
    limit: int = 0


class Partner(Protocol):
    """Whoever sits in front of the drill: a person at a terminal, or recorded lines."""

    def line(self) -> str | None:
        """What the rep says next; None to pause. BACK takes the last line back."""

    def choose(self, heard: Heard, /) -> str:
        """Which type a line was meant to be, where it could be two."""

    def show(self, talk: Talk, turn: Turn) -> None:
        """What came of a line."""

    def spent(self) -> int:
        """Seconds that the run has taken so far on the wall, breaks left out."""


BACK = "\0back"
"""What `Partner.line` returns to take the last line back."""


class Played(NamedTuple):
    """A run. `ended`: whether it came to its end, else it waits to be gone on with."""

    talk: Talk
    options: Options
    ended: bool


def open_scene(call: Call, name: str, shelf: linting.Shelf | None = None) -> tuple[Scene, bytes]:
    """A scenario with all it needs, and its file's content. `name` is its id, or the path of a file; `shelf`: what was
    read before for another one.

    Raises RequestError where there is none, Unusable with every finding where something in it is wrong.
    """
    root = find_root_or_none(call)
    path = Path(name) if name.endswith((".yaml", ".yml")) else None
    path = path or drills.find_part(root, call.playbooks, drills.SCENARIOS, name)
    cast = linting.cast(call, path, shelf)
    scenario, rubric, talker, playbook = cast[:4]
    ready = scenario is not None and rubric is not None and talker is not None and playbook is not None
    if not ready or worst(cast.findings) == "error":
        raise Unusable(cast.findings)
    assert scenario and rubric and talker and playbook
    language = call.language if call.language in playbook.languages else call.language.partition("-")[0]
    rivals = team_of(root)[0].rivals
    scene = Scene(scenario, rubric, talker, playbook, call.today, language, rivals, cast.others)
    return scene, cast.raw


def named_rubric(call: Call, root: Path | None, name: str) -> "Rubric":
    """A rubric by its id. Raises RequestError where there is none, Unusable where something in it is wrong."""
    path = drills.find_part(root, call.playbooks, drills.RUBRICS, name)
    rubric, found = linting.rubric_of(call, path)
    if rubric is None or worst(found) == "error":
        raise Unusable(found)
    return rubric


def open_room(call: Call) -> "Room":
    """How a class plays in a room. Raises Unusable where the file's shape is wrong."""
    room, found = linting.room_of(drills.find_single(find_root_or_none(call), call.playbooks, drills.ROOM))
    if room is None:
        raise Unusable(found)
    return room


BREAK = '\n<div style="break-after: page; page-break-after: always"></div>\n\n'
"""How Markdown that is printed begins a new page; readers that know no HTML show nothing."""


def paged(call: Call, cards: Sequence[str], fmt: str) -> str:
    """Cards as one document in which each begins a page: `markdown`, or an `html` page that fetches nothing."""
    if fmt == "markdown":
        return BREAK.join(cards)
    from salescoach.plan.html import sheets

    return sheets(cards, call.language)


def scenarios(call: Call) -> "dict[str, Scenario | None]":
    """Every scenario there is by its id, None where its shape is wrong."""
    from salescoach.playbook.drills import load_scenario

    found = drills.list_parts(find_root_or_none(call), call.playbooks, drills.SCENARIOS)
    return {name: load_scenario(drills.read_part(path), shown(path))[0] for name, path in found.items()}


def scenario_paths(call: Call) -> dict[str, str]:
    """Where the file of each lies."""
    found = drills.list_parts(find_root_or_none(call), call.playbooks, drills.SCENARIOS)
    return {name: shown(path) for name, path in found.items()}


def industries(call: Call, names: Iterable[str]) -> dict[str, str]:
    """The industries that playbooks know, by id, as people call them; a playbook that cannot be read knows none."""
    shelf = linting.Shelf(call)
    loaded = (shelf.playbook(name).playbook for name in sorted(names) if name in shelf.names)
    return {
        str(one.id): pick(one.label, call.language)
        for playbook in loaded
        if playbook
        for one in playbook.industries
    }


def rubrics(call: Call) -> "list[Rubric]":
    """Every rubric whose shape is right."""
    from salescoach.playbook.drills import load_rubric

    found = drills.list_parts(find_root_or_none(call), call.playbooks, drills.RUBRICS)
    loaded = (load_rubric(drills.read_part(path), shown(path))[0] for path in found.values())
    return [one for one in loaded if one is not None]


def journal_of(call: Call, scene: Scene) -> Journal:
    """Where the lines of the run that is going on are kept."""
    return Journal(drills.run_file(find_root_or_none(call), scene.scenario.id))


def seed_of(scene: Scene, asked: int | None, exam: bool) -> int:
    """The seed asked for; else in an exam the scenario's own, so that a class has the same, and that of the day."""
    return seed_for(scene.scenario.id, scene.today, asked, exam)


def seed_for(scenario: str, today: date, asked: int | None, exam: bool) -> int:
    """The same for a scenario that is not open yet."""
    if asked is not None:
        return asked
    return crc32(scenario.encode()) % 10_000 if exam else today.toordinal() % 10_000


def waiting(journal: Journal) -> tuple[Options, list[dict[str, Any]]] | None:
    """How a run that waits was begun, and its lines; None where there is none."""
    header, records = journal.read()
    first = records[0] if records else {}
    if header is None or first.get("act") != "begin" or not isinstance(first.get("seed"), int):
        return None
    limit = first.get("limit")
    return Options(first["seed"], first.get("exam") is True, limit if isinstance(limit, int) else 0), records[
        1:
    ]


def spent_on(records: Sequence[Mapping[str, Any]]) -> int:
    """Seconds on the wall that the lines of a run that waits have taken."""
    return max((one["wall"] for one in records if isinstance(one.get("wall"), int)), default=0)


def begin(journal: Journal, scene: Scene, raw: bytes, options: Options) -> None:
    """Begin to keep a run."""
    journal.begin(scene.today, raw)
    journal.append({"act": "begin", "scenario": scene.scenario.id, **options._asdict()})


def lines_of(records: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """The lines that were said and not taken back, each with the type that it was meant to be."""
    lines: list[tuple[str, str]] = []
    for one in records:
        if one.get("act") == "back":
            lines = lines[:-1]
        elif one.get("act") == "meant" and lines:
            lines[-1] = (lines[-1][0], str(one.get("as", "")))
        elif isinstance(one.get("line"), str):
            lines.append((one["line"], str(one.get("as", ""))))
    return lines


def play(
    scene: Scene,
    options: Options,
    partner: Partner,
    journal: Journal | None,
    before: Sequence[Mapping[str, Any]],
    hear: "Hear",
) -> Played:
    """Play until the time is up or the rep stops. Every line is on the disk before anything else is asked or said.

    `before`: the lines of the same run that were said already.
    """
    lines = lines_of(before)
    talk = _again(scene, options, lines, hear)
    while not talk.is_over:
        said = partner.line()
        if said is None:
            return Played(talk, options, False)
        if said == BACK:
            if lines and not options.exam:
                _keep(journal, {"act": "back"})
                lines = lines[:-1]
                talk = _again(scene, options, lines, hear)
            continue
        if said == END:
            break
        heard = talk.settled(hear(said))
        _keep(journal, {"line": said, "wall": partner.spent()})
        chosen = partner.choose(heard) if _doubtful(heard, options) else ""
        if chosen:
            _keep(journal, {"act": "meant", "as": chosen})
        lines.append((said, chosen))
        partner.show(talk, talk.hear(meant(heard, chosen)))
    return Played(talk, options, True)


END = "\0end"
"""What `Partner.line` returns to take leave of the buyer."""


def _doubtful(heard: Heard, options: Options) -> bool:
    """Whether the rep is asked what they meant: not in an exam, where the buyer's reaction alone counts."""
    return not options.exam and not heard.clear and bool(heard.other)


def meant(heard: Heard, chosen: str) -> Heard:
    """A line as the rep says that it was meant."""
    return heard._replace(type=chosen, clear=True, other="") if chosen else heard


def _again(scene: Scene, options: Options, lines: list[tuple[str, str]], hear: "Hear") -> Talk:
    talk = Talk(scene, options.seed)
    for said, chosen in lines:
        talk.hear(meant(hear(said), chosen))
    return talk


def _keep(journal: Journal | None, record: Mapping[str, Any]) -> None:
    if journal is not None:
        journal.append(record)


def open_transcript(
    call: Call, path: str, text: str, seller: str, rubric: str, scene: Scene | None = None
) -> Spoken:
    """A talk that was written down, with every line of the seller tagged. `scene`: what it was about; without one it is
    held against the playbook that comes with the tool, and `rubric`, which also goes before the scene's own.

    Raises RequestError where nobody speaks, or it is not said who sells.
    """
    from salescoach.drill.transcript import parse, speakers

    root = find_root_or_none(call)
    lines = parse(text)
    there = speakers(lines)
    if not there:
        raise RequestError("no-talk", path=path)
    facts = {"names": there, "there": ", ".join(there[:8])}
    if not seller:
        raise RequestError("needs-seller", **facts)
    sells = next((name for name in there if name.casefold() == seller.casefold()), None)
    if sells is None:
        raise RequestError("no-seller", name=seller, path=path, **facts)
    playbook = scene.playbook if scene else usual_playbook(call)
    own = scene.rubric if scene and not rubric else named_rubric(call, root, rubric or RUBRIC)
    hear = ear(call, playbook, scene.scenario.id if scene else "")
    return Spoken(lines, sells, own, playbook, team_of(root)[0].rivals, hear)


RUBRIC = "spin"
"""What a transcript is scored by where nobody says what else."""


def usual_playbook(call: Call) -> "Playbook":
    """The playbook that comes with the tool. Raises Unusable where the team's own of this name is wrong."""
    loaded = load_playbook(find_root_or_none(call), call, DEFAULT_PLAYBOOK)
    if loaded.playbook is None:
        raise Unusable(loaded.findings)
    return loaded.playbook


def ear(call: Call, playbook: "Playbook", scenario: str) -> "Hear":
    """How lines are heard with this playbook. `scenario`: whose facts trainers may have named, "" for none.

    Raises Unusable where something in the team's corrections is wrong: scores would differ for no reason anybody sees.
    """
    from salescoach.drill.corrections import by_key
    from salescoach.drill.hearing import Ear

    root = find_root_or_none(call)
    path = drills.corrections_file(root) if root is not None else None
    if path is None or not path.is_file():
        return Ear(playbook, {})
    corrections, found = linting.corrections_of(path)
    if corrections is None or worst(found) == "error":
        raise Unusable(found)
    return Ear(playbook, by_key(corrections, scenario))


def no_play(scene: Scene) -> None:
    """Raises RequestError for a scenario that people play in a room."""
    if scene.scenario.players:
        raise RequestError("kit-only", name=scene.scenario.id)


class History(NamedTuple):
    """The runs that were kept, the oldest first. `aside`: where a file that could not be read was put, else None."""

    records: list[dict[str, Any]]
    aside: Path | None = None


def history(call: Call) -> History:
    """What is kept on this computer. A damaged file is set aside whole, and what can be read of it goes on."""
    journal = Journal(drills.history_file(find_root_or_none(call)))
    try:
        _, records = journal.read()
    except RequestError:  # of a newer version
        return History([], set_aside(journal.path))
    return History([one for one in records if record.is_record(one)], journal.bad)


def set_aside(path: Path) -> Path:
    """Give a file another name, so that a new one can be begun."""
    aside = next(p for n in count(1) if not (p := path.with_name(f"{path.name}.{n}.aside")).exists())
    path.replace(aside)
    return aside


def keep_record(call: Call, kept: Mapping[str, Any]) -> Path | None:
    """Add a run to the history; where an unreadable one was put aside for it, None for none."""
    journal = Journal(drills.history_file(find_root_or_none(call)))
    aside = history(call).aside
    if not journal.path.exists():
        journal.begin(call.today, b"")
    journal.append(kept)
    return aside


def keep_sheet(call: Call, scenario: str, sheet: str) -> Path:
    """Write a score sheet where the others are."""
    path = drills.new_sheet(find_root_or_none(call), str(call.today), scenario)
    atomic.write(path, sheet.encode("utf-8", "backslashreplace"), None, new_mode=0o600)
    return path
