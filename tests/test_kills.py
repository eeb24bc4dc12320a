"""kill -9 at any moment of a preparation: every confirmed answer survives, no file is ever torn."""

import json
import random
import time
from pathlib import Path

import pytest
from journeys.tool import DEAL, PLAN, copy_team, leftovers, person_or_skip

from salescoach.yamlfile.read import read

pytest.importorskip("pexpect", reason="pexpect is not installed")

JOURNALS = (".salescoach/journal/harbour.jsonl", ".salescoach/journal/harbour.done.jsonl")
ERASE = "\x7f"
SLOWEST = 1.5
"""Seconds after which a run is killed at the latest: a start takes about half a second."""


class Siege:
    """One deal, prepared again and again under kills; `confirmed` are the texts that a next question followed."""

    def __init__(self, folder: Path, seed: int, slowest: float) -> None:
        self.folder = folder
        self.slowest = slowest
        self.random = random.Random(seed)
        self.kills = self.rounds = self.texts = 0
        self._fresh()

    def _fresh(self) -> None:
        self.rounds += 1
        self.root = copy_team("desk", self.folder / f"team{self.rounds}")
        self.before = (self.root / DEAL).read_bytes()
        self.confirmed: list[str] = []

    def run(self, kills: int) -> None:
        """Prepare until so many were killed, then once more to the end."""
        while self.kills < kills:
            if self.random.random() < 0.2:
                self._once(time.monotonic() + 60, at_the_end=True)
            else:
                self._once(time.monotonic() + self.random.uniform(0.1, self.slowest))
        while not self._once(time.monotonic() + 60):
            pass

    def _once(self, deadline: float, at_the_end: bool = False) -> bool:
        """Start or go on until the end (True) or the deadline, at which it is killed.

        `at_the_end`: the kill comes while the files are being written.
        """
        person = person_or_skip(self.root, ["prep", "harbour"], deadline=deadline)
        in_flight = asked = ""
        while not person.late:
            again = bool(asked) and person.question.partition("?")[0] == asked  # it was refused
            if in_flight and not again:
                self.confirmed.append(in_flight)
            if person.over:
                assert person.code == 0, person.screen
                self._ended()
                return True
            asked, in_flight = person.question.partition("?")[0], ""
            assert asked, person.screen
            if again:
                person.press(ERASE * 12, "enter")
            elif at_the_end and "Keep them, or pick one" in asked:
                person.child.send("\r")
                time.sleep(self.random.uniform(0, 0.25))
                break
            elif person.on_list:
                person.press(*([" "] if "space ticks" in person.screen else []), "enter")
            else:
                self.texts += 1
                in_flight = f"text {self.texts:05}"
                person.answer(in_flight)
        person.kill()
        self.kills += 1
        self._check_files()
        return False

    def _check_files(self) -> None:
        """After a kill: the deal is the old or the new one, and nothing confirmed is gone."""
        raw = (self.root / DEAL).read_bytes()
        document = read(raw, "deal.yaml")
        assert document.readable and not document.findings
        assert raw == self.before or b"\n    plan: plans/" in raw, "half a deal"
        assert raw.endswith(b"# the end\n")
        plan = self.root / PLAN
        assert not plan.exists() or "\n<!-- salescoach " in plan.read_text(encoding="utf-8")
        kept = raw.decode()
        for path in (self.root / name for name in JOURNALS):
            whole = path.read_text(encoding="utf-8") if path.exists() else ""
            kept += whole
            assert all(isinstance(json.loads(line), dict) for line in whole.split("\n")[:-1])
        assert [text for text in self.confirmed if text not in kept] == []

    def _ended(self) -> None:
        deal = (self.root / DEAL).read_text(encoding="utf-8")
        assert [(text, deal.count(text)) for text in self.confirmed if deal.count(text) != 1] == []
        assert (self.root / PLAN).is_file() or "id: 2026-12-02-visit" in deal
        assert leftovers(self.root) == []
        assert not (self.root / JOURNALS[0]).exists()
        self._fresh()


def under_fire(folder: Path, kills: int, seed: int, slowest: float = SLOWEST) -> None:
    siege = Siege(folder, seed, slowest)
    siege.run(kills)
    assert siege.kills >= kills and siege.rounds > 1 and siege.texts >= 4


def test_five_kills(tmp_path: Path) -> None:
    under_fire(tmp_path, 5, seed=1, slowest=1.0)


@pytest.mark.long
@pytest.mark.parametrize("seed", [11, 12, 13, 14])
def test_two_hundred_kills(tmp_path: Path, seed: int) -> None:
    under_fire(tmp_path, 50, seed)
