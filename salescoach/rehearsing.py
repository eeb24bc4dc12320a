"""The journey of a drill of a real deal: the deal and its next visit become a scenario, kept while it is played."""

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from salescoach import drilling, linting, planning
from salescoach.call import Call
from salescoach.deal.deal import PEOPLE
from salescoach.drill import from_deal
from salescoach.errors import RequestError
from salescoach.fields import known
from salescoach.files import atomic, drills
from salescoach.files.journal import Journal
from salescoach.files.repo import read_bytes
from salescoach.opening import Opened, Unusable, open_deal
from salescoach.yamlfile.render import Habit, document

if TYPE_CHECKING:
    from salescoach.playbook.answers import Answers
    from salescoach.playbook.scenario import Level

ENDINGS = (".yaml", ".yml")


class Options(NamedTuple):
    """Which visit (the next one where it is ""), how hard, and the seed that decides what is invented."""

    visit: str
    level: "Level"
    seed: int | None
    exam: bool = False


class Made(NamedTuple):
    """A scenario of a deal. `person`: who is played; `plain`: whether nobody recorded their personality."""

    opened: Opened
    ident: str
    raw: bytes
    options: drilling.Options
    person: str
    plain: bool


def make(call: Call, deal: str, options: Options, ident: str = "") -> Made:
    """The scenario of a deal as the bytes of its file; the deal itself is only read.

    Raises RequestError where there is no visit, nobody in it, nothing unknown; Unusable where a file is wrong.
    """
    opened = open_deal(call, deal)
    brief = planning.brief_of(call, opened, opened.deal.content, options.visit)
    ident = ident or from_deal.ident_of(deal)
    seed = drilling.seed_for(ident, call.today, options.seed, options.exam)
    visit = from_deal.Visit(
        brief.room, brief.visit, brief.questions, opened.library, _answers(call, opened), options.level, seed
    )
    content = from_deal.build(visit, ident)
    raw = _file(call, content, deal, seed)
    plays = drilling.Options(seed, options.exam)
    person = str(content["buyer"])
    row = opened.deal.row(PEOPLE, person)
    plain = row is None or not known(opened.deal.typed(row, "personality"))
    return Made(opened, ident, raw, plays, opened.deal.person(person), plain)


def _answers(call: Call, opened: Opened) -> "Answers":
    answers, found = linting.answers_of(drills.find_single(opened.root, call.playbooks, drills.ANSWERS))
    if answers is None:
        raise Unusable(found)
    return answers


def _file(call: Call, content: from_deal.Content, deal: str, seed: int) -> bytes:
    head = call.say("drill.made-of", deal=deal, day=call.today, seed=seed)
    lines = [f"# {line}" for line in head.splitlines()]
    return ("\n".join([*lines, *document(content, Habit(words_in_flow=True))]) + "\n").encode()


def scene_file(made: Made) -> Path:
    """Put the scenario where it stays while its run waits; the same content is the same file."""
    path = _place(made.opened.root, made.ident, made.raw)
    atomic.write(path, made.raw, atomic.ANY, new_mode=0o600)
    return path


def forget(path: Path) -> None:
    """Take away a scenario whose run is over."""
    path.unlink(missing_ok=True)
    if not any(path.parent.iterdir()):
        path.parent.rmdir()


def waiting_file(root: Path, ident: str) -> Path | None:
    """The scenario of the run that waits, None where none does, or its file is gone."""
    header, _ = Journal(drills.run_file(root, ident)).read()
    path = drills.made_file(root, ident, str(header.get("deal"))) if header is not None else None
    return path if path is not None and path.exists() else None


def _place(root: Path, ident: str, raw: bytes) -> Path:
    return drills.made_file(root, ident, sha256(raw).hexdigest())


def name_of(path: str) -> str:
    """What a scenario in this file is called. Raises RequestError where it can bear no such name."""
    from salescoach.playbook.scenario import is_name

    file = Path(path)
    if file.suffix not in ENDINGS or not is_name(file.stem):
        raise RequestError("not-a-scenario-file", path=path)
    return file.stem


def save(made: Made, path: str) -> Path:
    """Write the scenario for people to edit; another file that is there stays."""
    file = Path(path)
    if file.exists() and read_bytes(file) != made.raw:
        raise RequestError("file-is-there", path=path)
    atomic.write(file, made.raw, atomic.ANY)
    return file
