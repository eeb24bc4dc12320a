"""Counting by hand: at a real terminal with undo and kill -9, afterwards one by one, and by the machine's own rules."""

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import TESTS, TODAY
from journeys.tool import Person, Screen, here
from test_drill_play import scene
from test_kit import LANGUAGES, SCENARIOS, desk

from salescoach.drill import counting, observed, rows
from salescoach.drill.counting import Event
from salescoach.drill.heard import Heard
from salescoach.drill.run import Run
from salescoach.drill.score import score
from salescoach.drill.talk import Talk
from salescoach.messages import speaker
from salescoach.observing import LONGEST_GAP, Names, counts_of, goes_on_at, read_counts

HISTORY = ".salescoach/drill/history.jsonl"
COUNTS = ".salescoach/drill/counts"
COUNT = [
    "drill",
    "score",
    "two-blues",
    "--counts",
    "--observer",
    "Chen",
    "--seller",
    "Lin",
    "--today",
    str(TODAY),
]
SAY = speaker("en")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "deals").mkdir()
    return tmp_path


@pytest.fixture
def screen(root: Path) -> Any:
    pytest.importorskip("pexpect")
    shown = Screen(root, 80, 40)
    yield shown
    shown.close()


def kept(root: Path) -> dict[str, Any]:
    (path,) = (root / COUNTS).iterdir()
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_an_observer_counts_live_and_takes_back(language: str, root: Path, screen: Screen) -> None:
    screen.run(*COUNT, "--lang", language)
    last, done = {"en": ("last:", "The counts are in"), "zh": ("上一项：", "计数存在")}[language]
    screen.until({"en": "nothing counted yet", "zh": "还没有计数"}[language])
    screen.type("P", "p", "P", "s", " ")
    screen.until(last)
    screen.type("i")
    screen.type("Enter")
    screen.type("\u4ee3\u4ef7\u591a\u5927\uff1f" if language == "zh" else "what does it cost?")
    screen.type("Enter")
    screen.type("4", "5", "BSpace", "8")
    screen.until("  8     1")
    assert "p/P   3/2" in screen.shown() and "  5     0" in screen.shown()
    screen.type("C-d")
    screen.until("READY>")
    assert done in screen.shown().replace("\n", "") or done in screen.shown()
    counts = kept(root)["counts"]
    assert counts["problem"] == {"number": 3, "also": 2} and counts["situation"] == 1
    assert counts["outcome"] == 1 and counts["pitch-first-third"] == 0, "the last but one was taken back"
    assert kept(root)["ticked"] == ["pains/colour/symptom"]
    words = [mark["words"] for mark in kept(root)["marks"] if mark["code"] == "implication"]
    assert words == [{"en": "what does it cost?", "zh": "代价多大？"}[language]]
    record = json.loads((root / HISTORY).read_text().splitlines()[-1])
    assert record["kind"] == "observed" and record["observer"] == "Chen" and record["seller"] == "Lin"
    assert not list((root / ".salescoach/drill/runs").glob("*[0-9a-f].counts.jsonl"))


@pytest.mark.long
def test_kill_9_loses_no_key_and_the_talk_goes_on_meanwhile(root: Path) -> None:
    pexpect = pytest.importorskip("pexpect")
    person = _counting(root)
    person.child.send("PPs")
    _until_kept(root, 4)
    person.kill()
    time.sleep(2)
    person = _counting(root)
    assert "kept so far: 3" in person.screen
    person.child.send("n\x13")
    person.child.expect(pexpect.EOF)
    told = " ".join(person.child.before.split())
    assert "--counts --observer Chen --seller Lin" in told
    person = _counting(root)
    person.child.send("\x04")
    person.child.expect(pexpect.EOF)
    counts = kept(root)["counts"]
    assert counts["problem"] == {"number": 2, "also": 2}
    assert counts["situation"] == counts["payoff"] == 1
    times = [counting.seconds(mark["at"]) or 0 for mark in kept(root)["marks"]]
    assert times == sorted(times) and times[-1] - times[0] >= 2


class Observer(Person):
    """Somebody who counts; ready as soon as the clock runs."""

    READY = re.compile(r" of 15:00")


def _counting(root: Path) -> Observer:
    return Observer(root, [*COUNT, "--lang", "en"])


def _until_kept(root: Path, lines: int) -> None:
    """Until so many records are on the disk, after the header."""
    end = time.monotonic() + 20
    while True:
        found = list((root / ".salescoach/drill/runs").glob("*.counts.jsonl"))
        if found and len(found[0].read_text().splitlines()) > lines:
            return
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.long
def test_counts_are_entered_afterwards_one_by_one(root: Path) -> None:
    pytest.importorskip("pexpect")
    there = counting.items(scene(), SAY)
    command = ["drill", "score", "two-blues", "--later", "--lang", "en", "--today", str(TODAY)]
    person = Person(root, command)
    assert "Situation questions" in person.question
    person.answer("3")
    person.answer("5")
    assert "different ones" in person.question
    person.press("back")
    assert "How often: Problem questions" in person.question
    person.answer("4")
    person.answer("2")
    person.press("leave")
    assert person.over and "waits" in person.screen
    person = Person(root, command)
    assert "Implication" in person.question
    person.answer("many")
    assert "Implication" in person.question, "what is no number is not taken"
    person.press("\x7f" * 4, "4", "enter")
    person.answer("2")
    for _ in there[3:]:
        person.press("enter")
    assert person.over and person.code == 0, person.screen
    counts = kept(root)["counts"]
    assert counts["problem"] == counts["implication"] == {"number": 4, "also": 2}
    assert counts["payoff"] is None and counts["outcome"] == 1
    assert len(kept(root)["ticked"]) == 2


def test_without_a_terminal_a_form_is_filled_in(root: Path) -> None:
    ran = here(root, ["drill", "score", "two-blues", "--counts", "--lang", "en"])
    assert ran.code == 2 and "--form" in ran.err
    form = here(root, ["drill", "score", "two-blues", "--form", "--observer", 'Wu: "B" #1', "--lang", "en"])
    assert form.code == 0
    (root / "form.yaml").write_text(form.out)
    ran = here(root, ["drill", "score", "two-blues", "--from", "form.yaml", "--lang", "en"])
    assert ran.code == 0 and "**0 of 100" in ran.out and "Not counted" in ran.out, ran.err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCENARIOS)
def test_every_scenario_can_be_counted(name: str, language: str) -> None:
    """Every item has a key of its own, and what was pressed comes back from the file as it was."""
    one = desk(name, language)
    there = counting.items(one.scene, one.say)
    keys = [item.key for item in there if item.key != " "]
    assert all(keys) and len(set(keys)) == len(keys)
    did = [Event(*found, at) for at, key in enumerate(keys * 2) if (found := counting.press(key, there))]
    counts = counts_of(one.scene, there, did, Names("Wu", "3"), 900)
    written = observed.written(one.scene, counts, there, one.say)
    again = read_counts(one.scene, there, "counts.yaml", written.encode())
    assert counting.scored(one.scene, again) == counting.scored(one.scene, counts)
    assert again.ticked == counts.ticked and again.marks == counts.marks and again.observer == "Wu"
    assert observed.render(one.scene, again, counting.scored(one.scene, again), one.say).startswith("# ")


def test_a_person_and_the_tool_score_by_one_rule() -> None:
    """What the tool measured in a talk, written down by hand, comes to the same points."""
    talk = Talk(scene(), 1)
    for line in (TESTS / "drills" / "two-blues.pass.en.txt").read_text().splitlines():
        kind, _, said = line.partition("|")
        talk.hear(Heard(said, kind, 1.0, True))
    run = Run(talk)
    by_tool = score(run)
    there = counting.items(run.scene, SAY)
    did = [
        Event("number", one.row.id, 0, "", int(one.measured.number), one.measured.spread)
        for one in by_tool.rows
    ]
    by_hand = counting.scored(run.scene, counts_of(run.scene, there, did, Names("", ""), 0))
    assert [one.points for one in by_hand.rows] == [one.points for one in by_tool.rows]
    assert by_hand.total == by_tool.total


def test_forbidden_phrases_in_a_meeting_take_points_away(root: Path) -> None:
    (root / "c.yaml").write_text(
        "format: 1\nscenario: two-offers\ncounts: {statements: 8, forbidden: 3, help: 1}\n"
    )
    ran = here(root, ["drill", "score", "two-offers", "--from", "c.yaml", "--lang", "en", "--json"])
    assert ran.code == 0 and json.loads(ran.out)["total"] == 55
    assert "two-offers" in here(root, ["drill", "history", "--lang", "en"]).out, "it can be read again"


def test_what_must_never_happen_fails_the_run(root: Path) -> None:
    (root / "c.yaml").write_text(
        "format: 1\nscenario: two-blues\ncounts: {problem: {number: 4, also: 2}, implication: {number: 4, also: 2}, "
        "payoff: 2, invented: 1}\n"
    )
    ran = here(root, ["drill", "score", "two-blues", "--from", "c.yaml", "--lang", "en"])
    assert "**40 of 100 · not passed**" in ran.out and "critical: A number that nobody gave" in ran.out


def test_a_file_that_is_wrong_is_told_with_its_places(root: Path) -> None:
    (root / "c.yaml").write_text(
        "format: 1\nscenario: two-blue\ncounts:\n  implicaton: 2\n  payoff: -1\n  outcome: maybe\n"
        "  problem: {number: 2, of: 1}\nticked: [pains/colour/sympton]\nmarks: [{at: 1:75}]\n"
    )
    ran = here(root, ["drill", "score", "two-blues", "--from", "c.yaml", "--lang", "en"])
    assert ran.code == 1
    places = [line.partition(": ")[0] for line in ran.err.splitlines()]
    assert places == [f"c.yaml:{at}" for at in ("2:11", "4:3", "5:11", "6:12", "7:12", "8:10", "9:14")], (
        ran.err
    )
    assert "Did you mean 'implication'" in ran.err and "Did you mean 'pains/colour/symptom'" in ran.err
    assert not (root / HISTORY).exists()
    for wrong, words in (
        ([], "--counts"),
        (["two-blues", "c.yaml"], "--compare"),
        (["two-blues", "--compare"], "--run"),
    ):
        ran = here(root, ["drill", "score", *wrong, "--lang", "en"])
        assert ran.code == 2 and words in ran.err, ran.err


def test_a_count_that_was_cut_off_goes_on_with_the_talk() -> None:
    assert goes_on_at([], 100) == 0
    assert goes_on_at([{"act": "count", "at": 60, "wall": 1000}], 1030) == 90
    assert goes_on_at([{"act": "leave", "at": 60, "wall": 1000}], 1030) == 60
    assert goes_on_at([{"act": "count", "at": 60, "wall": 1000}], 900) == 60, "a clock that was set back"
    assert goes_on_at([{"act": "count", "at": 60, "wall": 1000}], 1001 + LONGEST_GAP) == 60


def test_the_clock_tells_the_sellers_share() -> None:
    did = [Event("speaks", "", at) for at in (10, 30, 60)]
    assert counting.spoken(did, 70) == (30, 60)
    there = counting.items(scene(), SAY)
    assert counting.tallied(did, there, 70)["talk-share"].number == 50
    assert counting.tallied([], there, 70)["talk-share"].number is None


def test_every_kind_counts_by_hand(root: Path) -> None:
    assert all(hasattr(rows.kind(name), "tally") for name in rows.names())
