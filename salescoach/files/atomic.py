"""Writing a file so that after any fault it holds the old content or the new, never anything else."""

import contextlib
import errno
import os
import re
import stat
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from salescoach.errors import RequestError
from salescoach.files.repo import read_bytes
from salescoach.files.state import make_folder


class Whatever:
    """The type of ANY."""


ANY: Final = Whatever()
"""Whatever is there may be replaced."""
_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{8}\.tmp")


class Changed(Exception):  # noqa: N818 - not a fault: somebody else was quicker
    """The file is not what was read before; `now` is its content, None when it is gone."""

    def __init__(self, now: bytes | None) -> None:
        super().__init__(now)
        self.now = now


def write(
    path: Path, content: bytes | Sequence[bytes], expect: bytes | Whatever | None, *, new_mode: int = 0o666
) -> None:
    """Put `content`, or several parts one after another, into `path`, whole or not at all.

    `expect` is what the file held when it was read (None: there was no file; ANY: no matter). Hold the
    deal's lock around reading and writing; editors take no locks, so the file is compared once more just
    before it is replaced, and Changed raised if it differs. RequestError when the disk is full or read-only.
    The mode is kept (a new file gets `new_mode`, less the umask) and a link is followed; hard links part.
    """
    target = Path(os.path.realpath(path))
    make_folder(target.parent)
    temporary = target.with_name(f".{target.name[:40]}.{os.urandom(4).hex()}.tmp")
    parts = (content,) if isinstance(content, bytes) else content
    try:
        _create(temporary, parts, _mode(target), new_mode)
        if not isinstance(expect, Whatever) and (now := _content(target)) != expect:
            raise Changed(now)
        _replace(temporary, target)
    except OSError as error:
        raise write_error(error, path, sum(map(len, parts))) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def sweep(folder: Path, older_than: float = 3600, of: str = "") -> int:
    """Remove the temporary files that killed writers left in `folder`, `older_than` seconds old; how many.

    `of`: only those of the file with this name.
    """
    stem = f".{of[:40]}." if of else "."
    removed = 0
    with contextlib.suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            ours = entry.name.startswith(stem) and _TEMPORARY.fullmatch(entry.name)
            if not ours or not entry.is_file(follow_symlinks=False):
                continue
            with contextlib.suppress(OSError):
                if time.time() - entry.stat(follow_symlinks=False).st_mtime > older_than:
                    os.unlink(entry.path)  # noqa: PTH108 - scandir gives a path as text
                    removed += 1
    return removed


def write_all(number: int, *parts: bytes) -> None:
    """Write every byte to an open file and wait until the disk has it."""
    for part in parts:
        left = memoryview(part)
        while left:
            left = left[os.write(number, left) :]
    os.fsync(number)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in `folder` too, where the system can do that."""
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def write_error(error: OSError, path: Path, needed: int) -> RequestError:
    """What to say when `needed` bytes could not be written to `path`."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", None)):
        return RequestError("disk-full", path=str(path), needed=needed)
    return RequestError("cannot-write", path=str(path), reason=error.strerror or str(error))


def _create(path: Path, parts: Sequence[bytes], mode: int | None, new_mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    number = os.open(path, flags, new_mode if mode is None else mode)
    try:
        if mode is not None:
            path.chmod(mode)
        write_all(number, *parts)
    finally:
        os.close(number)


def _mode(path: Path) -> int | None:
    """The mode to keep; None when there is no file. What may not be written is not replaced either."""
    if not os.path.lexists(path):
        return None
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise RequestError("not-a-file", path=str(path))
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(mode)


def _content(path: Path) -> bytes | None:
    return read_bytes(path) if os.path.lexists(path) else None


def _replace(temporary: Path, target: Path) -> None:
    """Windows refuses while somebody has the target open: wait a little, five times."""
    for wait in (0.02, 0.05, 0.1, 0.2, None):
        try:
            temporary.replace(target)
            break
        except PermissionError:
            if os.name != "nt" or wait is None:
                raise
            time.sleep(wait)
    sync_folder(target.parent)
