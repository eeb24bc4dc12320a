"""Where playbooks lie: a folder given, the team's `playbooks/`, then the bundled ones."""

from pathlib import Path

from salescoach.errors import RequestError
from salescoach.files.repo import check_id, inside, read_bytes

FOLDER = "playbooks"
LIBRARY = "library.yaml"

DRILLS = "drill/"
"""The folder of what drills are made of: read by whoever drills."""


def bundled() -> Path:
    """The playbooks that come with the tool: in the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    return package / FOLDER if (package / FOLDER).is_dir() else package.parent / FOLDER


def places(root: Path | None, given: str | None) -> list[Path]:
    """The folders that are searched, in order."""
    own = [root / FOLDER] if root is not None else []
    return [*([Path(given)] if given else []), *own, bundled()]


def list_playbooks(root: Path | None, given: str | None) -> list[Path]:
    """The playbooks' folders, each name once, where it is found first."""
    found: dict[str, Path] = {}
    for place in places(root, given):
        for main in sorted(place.glob("*/playbook.yaml")) if place.is_dir() else []:
            found.setdefault(main.parent.name, main.parent)
    return [found[name] for name in sorted(found)]


def find_playbook(root: Path | None, given: str | None, name: str) -> Path:
    """The folder of a playbook by its name. Raises RequestError naming those there are."""
    check_id(name)
    for place in places(root, given):
        if (place / name / "playbook.yaml").is_file():
            return place / name
    there = [p.name for p in list_playbooks(root, given)]
    raise RequestError("no-playbook", name=name, names=there, there=", ".join(there))


def read_playbook(folder: Path) -> dict[str, bytes]:
    """A playbook's YAML files by their path within it, but for its drills; links that lead out are refused."""
    found = {}
    patterns = ("*.yaml", "*.yml", "*/*.yaml", "*/*.yml")
    for path in sorted(path for pattern in patterns for path in folder.glob(pattern)):
        name = path.relative_to(folder).as_posix()
        if name.startswith(DRILLS):
            continue
        linked = path.is_symlink() or path.parent.is_symlink()
        found[name] = read_bytes(inside(folder, name) if linked else path)
    return found


def read_library(root: Path) -> bytes | None:
    """The team's own `library.yaml`, None when there is none."""
    path = root / LIBRARY
    return read_bytes(inside(root, path)) if path.is_file() else None
