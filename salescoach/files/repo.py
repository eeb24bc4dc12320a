"""The team's repo on disk: where it begins, which ids may be folder names, which files are deals."""

import os
import re
import stat
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from salescoach.errors import RequestError

LONGEST_ID = 80
"""Characters; in bytes 200, so that `<id>.customer.new.md` is still a file name."""
LARGEST = 16_000_000
"""Bytes of any file that is read; YAML has its own, smaller limit with a finding."""

_FLAGS = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_NOCTTY", "O_BINARY"):  # each where the system has it
    _FLAGS |= getattr(os, _name, 0)
_CJK = (
    "\u3005\u3007",
    "\u3041\u30ff",
    "\u3400\u4dbf",
    "\u4e00\u9fff",
    "\uac00\ud7a3",
    "\U00020000\U000323af",
)
"""First and last letter of each block. A pattern of these takes 8 ms to compile."""
_WINDOWS = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")


def find_root(start: Path, flag: str | None, env: Mapping[str, str]) -> Path | None:
    """The team's repo: `--root`, SALESCOACH_ROOT, else the nearest folder from `start` upwards that is one.

    The search ends at git's top and at the home folder. None when there is none; RequestError when the folder
    that was named does not exist.
    """
    for named in (flag, env.get("SALESCOACH_ROOT")):
        if named:
            if not os.path.isdir(named):  # noqa: PTH112 - Path.is_dir raises on NUL and on no permission
                raise RequestError("no-root", path=named)
            return Path(named).resolve()
    home = env.get("HOME") or env.get("USERPROFILE")
    here = start.resolve()
    for folder in (here, *here.parents):
        if _is_root(folder):
            return folder
        if os.path.lexists(folder / ".git") or (home and folder == Path(home).resolve()):
            return None
    return None


def _is_id(name: str) -> bool:
    """Small letters, digits and CJK letters; after the first also `-` and `_`."""
    letters = [c for at, c in enumerate(name) if not (at and c in "-_")]
    return bool(name) and all(
        ("a" <= c <= "z" or "0" <= c <= "9") or any(b[0] <= c <= b[1] for b in _CJK) for c in letters
    )


def check_id(name: str) -> str:
    """`name` (NFC) if it may be the id of a deal, an activity or a playbook, and so part of a path.

    Small letters, digits, `-` and `_`, or CJK letters. Raises RequestError for anything else, and for the
    names that Windows keeps for itself: a repo is cloned everywhere.
    """
    plain = unicodedata.normalize("NFC", name)
    if not _is_id(plain):
        raise RequestError("bad-id", name=name)
    if len(plain) > LONGEST_ID or len(plain.encode()) > 200:
        raise RequestError("long-id", name=name, most=LONGEST_ID)
    if _WINDOWS.fullmatch(plain):
        raise RequestError("reserved-id", name=name)
    return plain


def check_new(root: Path, deal_id: str) -> str:
    """`deal_id`, if no entry of `deals/` is named so already, or differs only in case or in NFC/NFD."""
    wanted = check_id(deal_id)
    for entry in _entries(root / "deals"):
        if unicodedata.normalize("NFC", entry.name).casefold() == wanted.casefold():
            raise RequestError("deal-exists", deal=wanted, path=f"deals/{entry.name}")
    return wanted


def inside(root: Path, path: str | Path) -> Path:
    """`path`, taken from `root` and with its links resolved; RequestError when that is not inside `root`."""
    try:
        top, full = root.resolve(), (root / path).resolve()
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links, a NUL
        raise RequestError("outside-root", path=str(path), root=str(root)) from error
    if not full.is_relative_to(top):
        raise RequestError("outside-root", path=str(path), root=str(root))
    return full


def deal_file(root: Path, deal_id: str) -> Path:
    """The file of a deal; it need not exist."""
    return inside(root, Path("deals", check_id(deal_id), "deal.yaml"))


def plan_file(
    root: Path, deal_id: str, activity: str, *, customer: bool = False, suffix: str = ".md"
) -> Path:
    """The call plan of an activity, or what of it the customer may see; it need not exist."""
    name = check_id(activity) + (".customer" if customer else "") + suffix
    return inside(root, Path("deals", check_id(deal_id), "plans", name))


SETTINGS = "salescoach.yaml"


def read_settings(root: Path) -> bytes | None:
    """The team's `salescoach.yaml`, None when there is none."""
    path = root / SETTINGS
    return read_bytes(inside(root, path)) if path.is_file() else None


def list_deals(root: Path) -> list[str]:
    """The names of the folders in `deals/` that hold a `deal.yaml`, sorted.

    A name that is no id is listed too: who opens it says so. Linked folders, pipes and devices are left out.
    """
    return sorted(entry.name for entry in _entries(root / "deals") if _holds_deal(entry))


def read_bytes(path: Path | str, most: int = LARGEST) -> bytes:
    """The content of a regular file; RequestError for a pipe or a device, which may hang or never end."""
    try:
        number = os.open(path, _FLAGS)
        try:
            held = os.fstat(number)
            if not stat.S_ISREG(held.st_mode):
                raise RequestError("not-a-file", path=str(path))
            content = b""
            while len(content) <= most and (more := os.read(number, min(held.st_size, most) + 1)):
                content += more
        finally:
            os.close(number)
    except FileNotFoundError as error:
        raise RequestError("no-file", path=str(path)) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise RequestError("cannot-read", path=str(path), reason=reason) from error
    if len(content) > most:
        raise RequestError("file-too-large", path=str(path), most=most)
    return content


def _is_root(folder: Path) -> bool:
    """os.path answers False where Path would raise: a folder above may be closed to us."""
    named = os.path.isfile(folder / SETTINGS)  # noqa: PTH113
    return named or any(os.path.isdir(folder / name) for name in ("deals", ".salescoach"))  # noqa: PTH112


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise RequestError("cannot-read", path=str(folder), reason=error.strerror or str(error)) from error


def _holds_deal(entry: os.DirEntry[str]) -> bool:
    try:
        if not entry.is_dir(follow_symlinks=False):
            return False
        return stat.S_ISREG(os.stat(os.path.join(entry.path, "deal.yaml")).st_mode)  # noqa: PTH116, PTH118
    except PermissionError:
        return True  # who opens it says that it is closed
    except OSError:
        return False
