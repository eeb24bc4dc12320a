"""One writer at a time for each deal."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from salescoach.errors import RequestError
from salescoach.files.atomic import write_error
from salescoach.files.repo import check_id
from salescoach.files.state import make_folder

PATIENCE = 5.0
"""Seconds to wait for another writer."""


@contextlib.contextmanager
def locked(state_dir: Path, deal_id: str, patience: float = PATIENCE, purpose: str = "") -> Iterator[None]:
    """Hold the deal's lock, in `locks/` of `state_dir`; the system frees it when its holder dies.

    A deal has one lock for writing its file (no `purpose`), and one for its preparation (`prep`). Raises
    RequestError, naming the holder's process id, when another one keeps it for `patience` seconds.
    """
    from filelock import FileLock, Timeout

    folder = state_dir / "locks"
    make_folder(folder)
    name = check_id(deal_id) + (f".{purpose}" if purpose else "")
    holder = folder / f"{name}.pid"
    lock = FileLock(folder / f"{name}.lock", timeout=patience, poll_interval=0.02)
    try:
        lock.acquire()
    except Timeout as error:
        key = "being-prepared" if purpose else "deal-locked"
        raise RequestError(key, deal=deal_id, pid=_read(holder)) from error
    except OSError as error:
        raise write_error(error, folder / f"{name}.lock", 0) from error
    try:
        with contextlib.suppress(OSError):
            holder.write_text(f"{os.getpid()}\n", encoding="ascii")
        yield
    finally:
        with contextlib.suppress(OSError):
            holder.unlink()
        lock.release()


def _read(holder: Path) -> str:
    try:
        return holder.read_text(encoding="ascii", errors="replace").strip() or "?"
    except OSError:
        return "?"
