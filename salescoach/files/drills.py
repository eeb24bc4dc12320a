"""Where drills lie: in a playbook's `drill/`; corrections in the team's folder; runs and scores on this computer."""

from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

from salescoach.errors import RequestError
from salescoach.files import playbooks
from salescoach.files.repo import check_id, inside, read_bytes
from salescoach.files.state import STATE

FOLDER = "drill"
KINDS = SCENARIOS, RUBRICS, BUYERS, DECKS = "scenarios", "rubrics", "buyers", "cards"
SINGLES = ANSWERS, ROOM, TRAINING = "answers.yaml", "room.yaml", "training.yaml"
"""Files of which a playbook has one."""
CORRECTIONS = "corrections.yaml"
"""What a team's trainers corrected: beside its settings, for whatever playbooks it uses."""


def list_parts(root: Path | None, given: str | None, kind: str) -> dict[str, Path]:
    """The files of a kind by their stem, each stem where it is found first: the team's playbooks, then ours."""
    found: dict[str, Path] = {}
    for folder in _folders(root, given):
        for path in sorted((folder / FOLDER / kind).glob("*.yaml")):
            found.setdefault(path.stem, path)
    return dict(sorted(found.items()))


def find_part(root: Path | None, given: str | None, kind: str, name: str) -> Path:
    """One file of a kind. Raises RequestError naming those there are."""
    there = list_parts(root, given, kind)
    if name not in there:
        raise RequestError(f"no-{kind[:-1]}", name=name, names=list(there), there=", ".join(there) or "–")
    return there[name]


def find_single(root: Path | None, given: str | None, name: str) -> Path:
    """A file of which a playbook has one: the team's where there is one, else ours."""
    found = next(
        (path for folder in _folders(root, given) if (path := folder / FOLDER / name).exists()), None
    )
    if found is None:
        raise RequestError("no-drill-file", name=f"{FOLDER}/{name}")
    return found


def made_file(root: Path, scenario: str, digest: str) -> Path:
    """Where a scenario that was made of a deal stays while its run waits."""
    return state(root) / "my" / digest[:12] / f"{check_id(scenario)}.yaml"


def in_folder(playbook: Path) -> list[Path]:
    """Every file of drill content of a playbook."""
    folders = [playbook / FOLDER / kind for kind in KINDS]
    found = [path for folder in folders for path in sorted(folder.glob("*.yaml"))]
    singles = (playbook / FOLDER / name for name in SINGLES)
    return [*found, *(path for path in singles if path.is_file())]


def list_all(root: Path | None, given: str | None) -> list[Path]:
    """The same of every playbook that there is, and the team's corrections."""
    found = [path for folder in _folders(root, given) for path in in_folder(folder)]
    own = corrections_file(root) if root is not None else None
    return [*found, own] if own is not None and own.is_file() else found


def named(root: Path | None, given: str | None, name: str) -> list[Path]:
    """A file, the files in a folder or in the playbook of that folder, or the scenario of this name."""
    path = Path(name)
    if name.endswith((".yaml", ".yml")):
        return [path]
    if not path.is_dir():
        return [find_part(root, given, SCENARIOS, name)]
    inner = [path, *(path / kind for kind in KINDS)]
    found = in_folder(path) or [file for folder in inner for file in sorted(folder.glob("*.yaml"))]
    if not found:
        raise RequestError("no-drill-content", path=name)
    return found


def kind_of(path: Path) -> str:
    """What a file holds, by its name or its folder: a scenario where these say nothing."""
    folder = path.resolve().parent.name
    if folder in KINDS:
        return folder
    return path.name if path.name in (*SINGLES, CORRECTIONS) else SCENARIOS


def read_part(path: Path) -> bytes:
    """The content of a file; a link that leads out of its folder is refused."""
    return read_bytes(inside(path.parent, path.name) if path.is_symlink() else path)


def corrections_file(root: Path) -> Path:
    """Where a team keeps what its trainers corrected; it need not exist."""
    return root / CORRECTIONS


def state(root: Path | None) -> Path:
    """Where runs and scores are kept: the team's `.salescoach/`, else this person's own folder."""
    if root is not None:
        return root / STATE / FOLDER
    from platformdirs import user_state_path

    return user_state_path("salescoach", appauthor=False) / FOLDER


def run_file(root: Path | None, scenario: str) -> Path:
    """The journal of the run of a scenario that is going on."""
    return state(root) / "runs" / f"{check_id(scenario)}.jsonl"


def attempts(root: Path | None, scenario: str) -> list[Path]:
    """The journals of the runs that were played here, of a scenario or of any (""), the last one last.

    Of each scenario there are two at most: the run that waits, and the last one that came to its end.
    """
    found = []
    for path in (state(root) / "runs").glob("*.jsonl"):
        name, _, ending = path.name.partition(".")
        if ending in ("jsonl", "done.jsonl") and scenario in ("", name):
            found.append(path)
    return sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name))


def reviews_file(root: Path | None) -> Path:
    """The log of every card that was answered, one a line."""
    return state(root) / "reviews.jsonl"


def exam_file(root: Path | None) -> Path:
    """The journal of the exam that is going on."""
    return state(root) / "exam.jsonl"


def tally_file(root: Path | None, scenario: str, names: str) -> Path:
    """The journal of what somebody is counting in a scenario; `names`: who counts, and whom."""
    return state(root) / "runs" / f"{check_id(scenario)}.{crc32(names.encode()):08x}.counts.jsonl"


def new_counts(root: Path | None, day: str, scenario: str) -> Path:
    """Where an observer's counts of a day go: never over others."""
    return _unused(state(root) / "counts", f"{day}-{scenario}", ".yaml")


def history_file(root: Path | None) -> Path:
    """Where finished runs are kept, one a line."""
    return state(root) / "history.jsonl"


def training_file(root: Path | None) -> Path:
    """Where steps of a training that hands recorded are kept, one a line."""
    return state(root) / "training.jsonl"


def new_sheet(root: Path | None, day: str, scenario: str) -> Path:
    """Where the score sheet of a run of a day goes: never over another one."""
    return _unused(state(root) / "sheets", f"{day}-{scenario}", ".md")


def _unused(folder: Path, stem: str, suffix: str) -> Path:
    names = (f"{stem}{number}{suffix}" for number in ("", *(f"-{n}" for n in range(2, 10_000))))
    return next(path for name in names if not (path := folder / name).exists())


def _folders(root: Path | None, given: str | None) -> Iterable[Path]:
    found = playbooks.list_playbooks(root, given)
    own = playbooks.bundled()
    return sorted(found, key=lambda folder: (folder.parent == own, folder.name))
