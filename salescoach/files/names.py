"""Names in a team's repo found by listing folders alone: nothing is opened, and nothing odd is passed on."""

import contextlib
import os
import unicodedata
from pathlib import Path

from salescoach.errors import RequestError
from salescoach.files.repo import check_id


def deal_names(root: Path, beginning: str) -> list[str]:
    """Folders in `deals/` whose name may be an id and begins so, sorted. A name that is none may hold anything."""
    wanted = unicodedata.normalize("NFC", beginning)
    found = []
    with contextlib.suppress(OSError), os.scandir(root / "deals") as entries:
        for entry in entries:
            name = unicodedata.normalize("NFC", entry.name)
            if name.startswith(wanted) and is_id(name) and entry.is_dir(follow_symlinks=False):
                found.append(name)
    return sorted(found)


def is_id(name: str) -> bool:
    """Whether a name may be typed as an id, and passed to a shell."""
    try:
        return check_id(name) == name
    except RequestError:
        return False
