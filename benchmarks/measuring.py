"""What the benchmarks share: a fresh environment with the built wheel, times of whole processes, the verdict.

Times on a busy machine mean little, ratios of neighbours mean something: ours and the peer run in turn, and
the figure is the median of the pairs' ratios.
"""

import os
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
PAIRS = 15
WARM_ENOUGH = 5.0
"""Seconds: a first run that takes longer is counted; reading the files from the disk is little of it."""
ONCE = 60.0
"""Seconds: a peer that takes longer is timed once."""

Timed = Callable[[], float]


def environment(folder: Path) -> Path:
    """Build the wheel, install it byte-compiled into a fresh environment; returns the folder of its programs."""
    programs = fresh(folder)
    wheels = folder / "wheels"
    subprocess.run([*_pip(programs), "wheel", "--no-deps", "-w", str(wheels), str(ROOT)], check=True)
    install(programs, *map(str, wheels.glob("*.whl")))
    return programs


def fresh(folder: Path) -> Path:
    """A new environment with pip alone; returns the folder of its programs."""
    venv.create(folder / "venv", with_pip=True)
    return folder / "venv" / ("Scripts" if os.name == "nt" else "bin")


def install(programs: Path, *wanted: str) -> None:
    """Install packages as anybody would, byte-compiled."""
    subprocess.run([*_pip(programs), "install", "--compile", *wanted], check=True)


def _pip(programs: Path) -> list[str]:
    return [str(programs / "python"), "-m", "pip", "-q", "--disable-pip-version-check"]


def seconds(
    command: Sequence[str],
    codes: Collection[int] = (0,),
    folder: Path | None = None,
    surroundings: Mapping[str, str] | None = None,
) -> float:
    """How long a command runs, from start to exit; another exit code than these ends the benchmark."""
    begun = time.perf_counter()
    ran = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=surroundings,
        check=False,
    )
    took = time.perf_counter() - begun
    if ran.returncode not in codes:
        said = ran.stderr.decode(errors="replace")[-2000:]
        sys.exit(f"{' '.join(command[:8])}\nended with {ran.returncode}, expected {codes}\n{said}")
    return took


def compare(
    name: str, ours: Timed, peer: Timed, limit: float, pairs: int = PAIRS, aim: float | None = None
) -> bool:
    """Ours may take `limit` times as long as the peer. Measures pairs, prints the medians, says whether it does."""
    timed = _in_turn(ours, peer, pairs)
    ratio = median(a / b for a, b in timed)
    return told(name, _times(timed), ratio, limit, aim, more=False)


def outrun(
    name: str, ours: Timed, peer: Timed, limit: float, pairs: int = PAIRS, aim: float | None = None
) -> bool:
    """Ours must be `limit` times as fast as the peer: the same, read the other way round."""
    timed = _in_turn(ours, peer, pairs)
    ratio = median(b / a for a, b in timed)
    return told(name, _times(timed), ratio, limit, aim, more=True)


def told(name: str, what: str, figure: float, limit: float, aim: float | None, more: bool) -> bool:
    """Print a figure's line; whether it keeps its limit, from below or (`more`) from above."""
    kept = figure >= limit if more else figure <= limit
    sort = "at least" if more else "at most"
    aimed = "" if aim is None else f" (aim {aim:g})"
    print(
        f"{name:<40}{what} {figure:7.2f}  {sort} {limit:g}{aimed}: {'ok' if kept else 'NOT KEPT'}", flush=True
    )
    return kept


def _in_turn(ours: Timed, peer: Timed, pairs: int) -> list[tuple[float, float]]:
    """Seconds of ours and of the peer, in turn. The first run reads the files from the disk and is left out."""
    ours()
    first = peer()
    if first > ONCE:
        return [(ours(), first) for _ in range(pairs)]
    begun = [(ours(), first)] if first > WARM_ENOUGH else []
    return begun + [(ours(), peer()) for _ in range(pairs - len(begun))]


def _times(timed: Sequence[tuple[float, float]]) -> str:
    mine, theirs = (median(pair[side] for pair in timed) for side in (0, 1))
    return f"{1000 * mine:7.0f} ms, peer {1000 * theirs:7.0f} ms  ratio"


def verdict(kept: Sequence[bool]) -> None:
    """Exit with 1 when a limit is broken."""
    sys.exit(0 if all(kept) else 1)
