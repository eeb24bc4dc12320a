"""Which deals a run is about, and what lies beside them in their folders."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from salescoach.errors import RequestError
from salescoach.files import git, repo

FOLDER = "deals"
FILE = "deal.yaml"
PLANS = "plans"


class Entry(NamedTuple):
    """A deal on the disk. `path` is from the root; `blob` is git's id of its content, "" where that is not known.

    `plans`: the names of the files in its `plans/`.
    """

    path: str
    deal: str
    blob: str = ""
    plans: tuple[str, ...] = ()


class Listing(NamedTuple):
    """All deals of a repo by path, and the folders in `deals/` that hold something but no deal.

    `nested`: the folders that are git repositories of their own: git lists none of their files here.
    """

    entries: list[Entry]
    orphans: Sequence[str] = ()
    nested: Sequence[str] = ()


def list_all(root: Path, stands: git.Standing | None = None) -> Listing:
    """Every deal: as git lists them where there is git (ignored files are nobody's), else as the disk does."""
    stands = stands or git.standing(root, FOLDER)()
    held = stands.blobs()
    if held is None:
        return _listed(dict.fromkeys(_walk(root), ""))
    for path, letters in stands.touched().items():
        if letters[1] != " " and (letters[1] != "D" or path in held):
            held[path] = ""
            if _is_gone(root / path):
                del held[path]
    return _listed({path: blob for path, blob in held.items() if path.startswith(f"{FOLDER}/")})


def _walk(root: Path) -> Iterable[str]:
    """What `list_all` needs of the disk: the files in each folder of `deals/`, and those in its `plans/`."""
    for deal in _names(root / FOLDER, folders=True):
        folder = root / FOLDER / deal
        try:
            names, plans = _names(folder), _names(folder / PLANS)
        except RequestError:
            names, plans = [FILE], []  # it is closed to us: who opens the deal says so
        if FILE not in names and os.path.lexists(folder / FILE):
            names.append(FILE)  # a folder: who opens the deal says so
        yield from (f"{FOLDER}/{deal}/{name}" for name in names)
        yield from (f"{FOLDER}/{deal}/{PLANS}/{name}" for name in plans)


def _is_gone(path: Path) -> bool:
    """Whether it is deleted, and not only closed to us: who opens that says so."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _names(folder: Path, folders: bool = False) -> list[str]:
    try:
        with os.scandir(folder) as found:
            return sorted(e.name for e in found if e.is_dir(follow_symlinks=False) == folders)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise RequestError("cannot-read", path=str(folder), reason=error.strerror or str(error)) from error


def _listed(files: dict[str, str]) -> Listing:
    plans: dict[str, list[str]] = {}
    folders: dict[str, bool] = {}
    entries = []
    nested = [path[:-1] for path in sorted(files) if path.endswith("/")]
    for path in sorted(files):
        parts = path.split("/")
        if len(parts) < 3 or parts[-1] == "":
            continue
        deal = parts[1]
        folders.setdefault(deal, False)
        if len(parts) == 3 and parts[2] == FILE:
            folders[deal] = True
            entries.append(Entry(path, deal, files[path]))
        elif len(parts) == 4 and parts[2] == PLANS:
            plans.setdefault(deal, []).append(parts[3])
    found = [e._replace(plans=tuple(plans[e.deal])) if e.deal in plans else e for e in entries]
    return Listing(found, [f"{FOLDER}/{d}" for d, holds in folders.items() if not holds], nested)


def named(root: Path, paths: Sequence[str]) -> list[Entry]:
    """The deals that paths name: a file, a deal's folder, a folder of deals, or a deal's id.

    Raises RequestError for what is none of them, or lies outside the repo.
    """
    found: dict[str, Entry] = {}
    for path in paths:
        for deal in _deals_at(root, path):
            folder = repo.inside(root, Path(FOLDER, deal))
            entry = Entry(f"{FOLDER}/{deal}/{FILE}", deal, "", tuple(_names(folder / PLANS)))
            found.setdefault(entry.path, entry)
    return [found[path] for path in sorted(found)]


def _deals_at(root: Path, path: str) -> list[str]:
    """The ids of the deals that one path names."""
    try:
        whole = Path(path).absolute() if os.path.lexists(path) else (root / FOLDER / path)
        inner = Path(os.path.normpath(whole)).relative_to(root).parts
    except ValueError as error:
        raise RequestError("outside-root", path=path, root=str(root)) from error
    if inner in ((), (FOLDER,)):
        return [e.deal for e in list_all(root).entries]
    is_deal = inner[0] == FOLDER and (len(inner) == 2 or inner[2:] == (FILE,))
    if not is_deal or not os.path.lexists(root / FOLDER / inner[1] / FILE):
        raise RequestError("no-deal-at", path=path)
    return [inner[1]]


def in_shard(entries: Iterable[Entry], number: int, of: int) -> list[Entry]:
    """Those that the `number`th of `of` machines checks: decided by the deal's id alone, the same everywhere."""
    return [e for e in entries if crc32(e.deal.encode("utf-8", "surrogateescape")) % of == number - 1]


def read(root: Path, entry: Entry) -> bytes:
    """A deal's file; RequestError where it cannot be opened, is no file or leads out of the repo."""
    path = f"{root}/{entry.path}"
    if os.path.islink(path):  # noqa: PTH114 - of ten thousand files it is asked
        return repo.read_bytes(repo.inside(root, entry.path))
    return repo.read_bytes(path)
