"""Which deals a run is about, and what lies beside them in their folders."""

import os
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import groupby
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


class Listing:
    """All deals of a repo in the order of their paths, read as they are asked for: they may be very many.

    As git lists them where there is git (ignored files are nobody's), else as the disk does. `orphans`: the folders
    in `deals/` that hold something but no deal, of those that were passed; `nested`: those that are git repositories of
    their own: git lists none of their files here.
    """

    def __init__(self, root: Path, stands: git.Standing | None = None) -> None:
        self._root = root
        self._stands = stands or git.standing(root, FOLDER)()
        touched = self._stands.touched() if self._stands.is_known else ()
        folders = (path[:-1] for path in touched if path.endswith("/"))
        self.nested = [path for path in sorted(folders) if path.split("/")[0] == FOLDER]
        self.orphans: list[str] = []

    def __iter__(self) -> Iterator[Entry]:
        self.orphans = []
        for deal, files in groupby(self._files(), key=lambda file: file[0].split("/", 2)[1]):
            held = {path.split("/", 2)[2]: blob for path, blob in files}
            if FILE in held:
                plans = [name[len(PLANS) + 1 :] for name in held if name.startswith(f"{PLANS}/")]
                inner = tuple(sorted(name for name in plans if "/" not in name))
                yield Entry(f"{FOLDER}/{deal}/{FILE}", deal, held[FILE], inner)
            else:
                self.orphans.append(f"{FOLDER}/{deal}")

    def _files(self) -> Iterator[tuple[str, str]]:
        """Path and blob of every file in a folder of `deals/`, in the order of their bytes."""
        files = self._in_git() if self._stands.is_known else ((path, "") for path in _walk(self._root))
        return (file for file in files if file[0].startswith(f"{FOLDER}/") and file[0].count("/") > 1)

    def _in_git(self) -> Iterator[tuple[str, str]]:
        differs = self._stands.touched().items()
        touched = {path for path, letters in differs if letters[1] != " " and not path.endswith("/")}
        if not touched:
            return self._stands.files()
        same = (file for file in self._stands.files() if file[0] not in touched)
        now = ((path, "") for path in sorted(touched, key=os.fsencode) if not _is_gone(self._root / path))
        return merge(same, now, key=lambda file: os.fsencode(file[0]))


def _walk(root: Path) -> Iterable[str]:
    """What a listing needs of the disk: the files in each folder of `deals/`, and those in its `plans/`."""
    for deal in sorted(_names(root / FOLDER, folders=True), key=lambda name: os.fsencode(f"{name}/")):
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
        return [e.deal for e in Listing(root)]
    is_deal = inner[0] == FOLDER and (len(inner) == 2 or inner[2:] == (FILE,))
    if not is_deal or not os.path.lexists(root / FOLDER / inner[1] / FILE):
        raise RequestError("no-deal-at", path=path)
    return [inner[1]]


def in_shard(entry: Entry, number: int, of: int) -> bool:
    """Whether the `number`th of `of` machines checks it: decided by the deal's id alone, the same everywhere."""
    return crc32(entry.deal.encode("utf-8", "surrogateescape")) % of == number - 1


def read(root: Path, entry: Entry) -> bytes:
    """A deal's file; RequestError where it cannot be opened, is no file or leads out of the repo."""
    path = f"{root}/{entry.path}"
    if os.path.islink(path):  # noqa: PTH114 - of ten thousand files it is asked
        return repo.read_bytes(repo.inside(root, entry.path))
    return repo.read_bytes(path)
