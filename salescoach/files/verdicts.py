"""What earlier runs of `check` found, by the content of each file: what did not change is not judged again.

One text file for each set of circumstances (version, playbooks, settings, language), a line for each deal. It is
read as text and never run; a damaged line, or one from elsewhere, is a deal judged again. A forged line could hide a
finding from whoever put it there, so a CI that keeps this folder between runs keeps it from strangers' branches.
"""

import contextlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from salescoach.errors import RequestError
from salescoach.files import atomic
from salescoach.files.state import STATE

MOST = 4
"""Sets of circumstances that are kept, the latest used."""
_HEAD = "salescoach verdicts 1\n"


def look_up(root: Path, key: str) -> dict[str, list[str]]:
    """Path to the other columns of its line; {} where nothing was kept."""
    with contextlib.suppress(OSError, ValueError):
        text = _path(root, key).read_text(encoding="utf-8", errors="surrogateescape")
        if text.startswith(_HEAD):
            split = (line.split("\t") for line in text[len(_HEAD) :].split("\n"))
            return {columns[0]: columns[1:] for columns in split if len(columns) > 1}
    return {}


def keep(root: Path, key: str, lines: Mapping[str, Iterable[str]]) -> None:
    """Keep a run's verdicts for the next; where that cannot be done, nothing happens. No column may hold a tab."""
    rows = ("\t".join((path, *columns)) for path, columns in sorted(lines.items()))
    text = _HEAD + "\n".join(rows) + "\n"
    with contextlib.suppress(OSError, RequestError, ValueError):
        atomic.write(_path(root, key), text.encode("utf-8", "surrogateescape"), atomic.ANY)
        old = sorted(
            _path(root, key).parent.glob("check-*.tsv"), key=lambda p: p.stat().st_mtime, reverse=True
        )
        for path in old[MOST:]:
            path.unlink()


def _path(root: Path, key: str) -> Path:
    return root / STATE / "cache" / f"check-{key[:32]}.tsv"
