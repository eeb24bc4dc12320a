"""Work shared by processes: what each finds comes back in order, and none outlives the one that began it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from salescoach.checking.workers import run

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is one process only")

PIECES = 600
SLOW = f"""
import os, sys, time
from salescoach.checking.workers import run

def work(number):
    time.sleep(0.01)
    with open(sys.argv[1], "a") as log:
        log.write(f"{{os.getpid()}}\\n")

for _ in run(work, {PIECES}, 3, lambda done: None):
    pass
"""


def test_what_is_found_comes_back_in_order() -> None:
    def work(number: int) -> list[int]:
        return [number, os.getpid()]

    found = list(run(work, 50, 3, lambda done: None))
    assert [number for number, _ in found] == list(range(50))
    assert len({process for _, process in found}) == 3


def lines(log: Path) -> list[str]:
    return log.read_text().splitlines() if log.exists() else []


def test_no_worker_goes_on_when_the_first_process_was_killed(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with subprocess.Popen([sys.executable, "-c", SLOW, str(log)]) as first:
        while len(set(lines(log))) < 3:
            assert first.poll() is None
            time.sleep(0.01)
        first.send_signal(signal.SIGKILL)
    at_its_end = len(lines(log))
    time.sleep(0.5)
    assert len(lines(log)) <= at_its_end + 4 < PIECES / 2, "each of two workers ends what it has in hand"
