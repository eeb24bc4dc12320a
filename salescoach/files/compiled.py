"""Playbooks that were read before, by the hash of their files: parsing the YAML is most of what a start costs.

What is kept is plain content, validated again on every use; a file here that is damaged, old or from
elsewhere costs time at most. Only playbooks without a finding are kept, so nothing is hidden.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from salescoach import __version__
from salescoach.errors import RequestError
from salescoach.files import atomic

MOST = 12
"""Playbooks that are kept, the latest used."""


def key_of(files: Mapping[str, bytes]) -> str:
    """What a playbook's files are called together; another byte or another version is another name."""
    found = hashlib.sha256(__version__.encode())
    for name, raw in sorted(files.items()):
        found.update(f"{len(name)}:{name}:{len(raw)}:".encode())
        found.update(raw)
    return found.hexdigest()


def look_up(key: str) -> dict[str, Any] | None:
    """What was kept under a key, None when there is nothing that can be used."""
    with contextlib.suppress(OSError, ValueError, RecursionError):
        path = _path(key)
        held = json.loads(path.read_bytes())
        os.utime(path)
        return held if isinstance(held, dict) and held.get("key") == key else None
    return None


def keep(key: str, held: Mapping[str, Any]) -> None:
    """Keep something for the next time; where that cannot be done, nothing happens."""
    whole = {**held, "key": key}
    with contextlib.suppress(OSError, ValueError, TypeError, RequestError):
        raw = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()
        if json.loads(raw) == whole:
            atomic.write(_path(key), raw, atomic.ANY)
            _forget_old()


def _path(key: str) -> Path:
    import platformdirs

    return Path(platformdirs.user_cache_dir("salescoach", appauthor=False), f"{key}.json")


def _forget_old() -> None:
    kept = sorted(_path("x").parent.glob("*.json"), key=lambda p: p.stat().st_mtime, reverse=True)
    for path in kept[MOST:]:
        path.unlink()
