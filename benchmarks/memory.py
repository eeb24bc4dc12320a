"""How much memory a program takes with everything it starts, as Linux counts it."""

import subprocess
import sys
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

EVERY = 0.02
"""Seconds between two looks."""
MB = 1_000_000


class Peak(NamedTuple):
    """The most resident memory at one moment, in MB: of all processes together, and of the largest one.

    Together, a page that several processes share is counted once (Linux calls this the proportional set size).
    """

    together: float
    largest: float


def peak(
    command: Sequence[str], codes: Collection[int], folder: Path, surroundings: Mapping[str, str]
) -> Peak | None:
    """Run a command and watch it; None where the system does not tell."""
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    most = Peak(0, 0)
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd=folder, env=surroundings
    ) as running:
        while running.poll() is None:
            sizes = [_sizes(pid) for pid in _family(running.pid)]
            together, largest = sum(size[1] for size in sizes), max(size[0] for size in sizes)
            most = Peak(max(most.together, together), max(most.largest, largest))
            time.sleep(EVERY)
    if running.returncode not in codes:
        sys.exit(f"{' '.join(command[:8])}\nended with {running.returncode}, expected {codes}")
    return most


def _family(pid: int) -> Iterator[int]:
    """A process and all that it started."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _sizes(pid: int) -> tuple[float, float]:
    """MB that are resident, and of these the process's share; 0 for one that has ended."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0.0, 0.0
    held = dict(line.split(":", 1) for line in rollup.splitlines() if ": " in line)
    resident, share = (int(held.get(name, "0").split()[0]) * 1024 / MB for name in ("Rss", "Pss"))
    return resident, share
