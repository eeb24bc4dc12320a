"""What earlier runs of `check` found, by the content of each file: what did not change is not judged again.

Each file is a line that says what it is, and rows. They are read as text and never run; of a file that is damaged
nothing is taken. A forged one could hide a finding from whoever put it there, so a CI that keeps this folder between
runs keeps it from strangers' branches.
"""

import contextlib
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from salescoach.errors import RequestError
from salescoach.files import atomic
from salescoach.files.state import STATE

MOST = 4
"""Files of a kind that are kept, the latest used."""


def load(root: Path, kind: str, key: str) -> bytes | None:
    """The rows that were kept under a key, None where there are none or they are damaged."""
    with contextlib.suppress(OSError), _path(root, kind, key).open("rb") as file:
        head, rows = file.readline(), file.read()
        if head == _head(crc32(rows)):
            return rows
    return None


def keep(root: Path, kind: str, key: str, rows: Sequence[bytes]) -> None:
    """Keep rows, parts of one text, for the next run; where that cannot be done, nothing happens."""
    path, crc = _path(root, kind, key), 0
    for part in rows:
        crc = crc32(part, crc)
    with contextlib.suppress(OSError, RequestError):
        atomic.write(path, [_head(crc), *rows], atomic.ANY)
        old = sorted(path.parent.glob(f"{kind}-*.tsv"), key=lambda p: p.stat().st_mtime, reverse=True)
        for one in old[MOST:]:
            one.unlink()


def _head(crc: int) -> bytes:
    """The first line: what this is, and a sum that tells whether the rows are as they were written."""
    return b"salescoach verdicts 4 %08x\n" % crc


def _path(root: Path, kind: str, key: str) -> Path:
    return root / STATE / "cache" / f"{kind}-{key[:32]}.tsv"
