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
    """The most resident memory at one moment, in MB: of all processes summed, and of the largest one.

    Pages that processes share are counted in each of them, so the sum is never too small.
    """

    together: float
    largest: float


def peak(
    command: Sequence[str], codes: Collection[int], folder: Path, surroundings: Mapping[str, str]
) -> Peak | None:
    """Run a command and watch it; None where there is no /proc."""
    if not Path("/proc/self/task").is_dir():
        return None
    most = Peak(0, 0)
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd=folder, env=surroundings
    ) as running:
        while running.poll() is None:
            sizes = [_resident(pid) for pid in _family(running.pid)]
            most = Peak(max(most.together, sum(sizes)), max(most.largest, *sizes, 0.0))
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


def _resident(pid: int) -> float:
    """MB, 0 for a process that has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    held = next((line for line in status.splitlines() if line.startswith("VmRSS:")), "VmRSS: 0")
    return int(held.split()[1]) * 1024 / MB
