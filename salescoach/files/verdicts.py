"""What earlier runs of `check` found, by the content of each file: what did not change is not judged again.

One text file for each set of circumstances (version, playbooks, settings, language), a line for each deal. It is
read as text and never run; of a file that is damaged every deal is judged again. A forged one could hide a finding
from whoever put it there, so a CI that keeps this folder between runs keeps it from strangers' branches.
"""

import contextlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from zlib import crc32

from salescoach.errors import RequestError
from salescoach.files import atomic
from salescoach.files.state import STATE

MOST = 4
"""Sets of circumstances that are kept, the latest used."""


def look_up(root: Path, key: str) -> dict[str, list[str]]:
    """Path to the other columns of its line; {} where nothing was kept."""
    with contextlib.suppress(OSError, ValueError):
        head, _, rows = _path(root, key).read_bytes().partition(b"\n")
        if head == _head(rows):
            split = (line.split("\t") for line in rows.decode("utf-8", "surrogateescape").split("\n"))
            return {columns[0]: columns[1:] for columns in split if len(columns) > 1}
    return {}


def keep(root: Path, key: str, lines: Mapping[str, Iterable[str]]) -> None:
    """Keep a run's verdicts for the next; where that cannot be done, nothing happens. No column may hold a tab."""
    with contextlib.suppress(OSError, RequestError, ValueError):
        text = "\n".join("\t".join((path, *columns)) for path, columns in sorted(lines.items()))
        rows = text.encode("utf-8", "surrogateescape")
        atomic.write(_path(root, key), _head(rows) + b"\n" + rows, atomic.ANY)
        old = sorted(
            _path(root, key).parent.glob("check-*.tsv"), key=lambda p: p.stat().st_mtime, reverse=True
        )
        for path in old[MOST:]:
            path.unlink()


def _head(rows: bytes) -> bytes:
    """The first line: what this is, and a sum that tells whether the rows are as they were written."""
    return b"salescoach verdicts 2 %08x" % crc32(rows)


def _path(root: Path, key: str) -> Path:
    return root / STATE / "cache" / f"check-{key[:32]}.tsv"
