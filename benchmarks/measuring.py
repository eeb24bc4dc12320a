"""What the benchmarks share: a fresh environment with the built wheel, times of whole processes, the verdict.

Times on a busy machine mean little, ratios of neighbours mean something: ours and the peer run in turn, and
the figure is the median of the pairs' ratios.
"""

import os
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
PAIRS = 15


def environment(folder: Path) -> Path:
    """Build the wheel, install it byte-compiled into a fresh environment; returns the folder of its programs."""
    venv.create(folder / "venv", with_pip=True)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(programs / "python"), "-m", "pip", "-q", "--disable-pip-version-check"]
    wheels = folder / "wheels"
    subprocess.run([*pip, "wheel", "--no-deps", "-w", str(wheels), str(ROOT)], check=True)
    subprocess.run([*pip, "install", "--compile", *map(str, wheels.glob("*.whl"))], check=True)
    return programs


def seconds(command: Sequence[str]) -> float:
    """How long a command runs, from start to exit."""
    begun = time.perf_counter()
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


def compare(name: str, ours: Callable[[], float], peer: Callable[[], float], limit: float) -> bool:
    """Measure pairs, print the medians, and say whether the ratio keeps its limit."""
    ours(), peer()  # the first run of each reads the files from the disk
    pairs = [(ours(), peer()) for _ in range(PAIRS)]
    ratio = median(a / b for a, b in pairs)
    kept = ratio <= limit
    times = f"{1000 * median(a for a, _ in pairs):7.0f} ms, peer {1000 * median(b for _, b in pairs):6.0f} ms"
    print(
        f"{name:<34}{times}  ratio {ratio:5.2f}  at most {limit}: {'ok' if kept else 'TOO SLOW'}", flush=True
    )
    return kept


def verdict(kept: Sequence[bool]) -> None:
    """Exit with 1 when a limit is broken."""
    sys.exit(0 if all(kept) else 1)
