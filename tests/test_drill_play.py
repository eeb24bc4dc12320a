"""Playing a drill: at a real terminal, stopped and gone on with, with whatever somebody may type."""

import json
import re
import time
from functools import cache
from pathlib import Path
from zlib import crc32

import pytest
from journeys.tool import here, person_or_skip

from salescoach.drill.recognise import recognise
from salescoach.drill.scene import Scene
from salescoach.drill.talk import Talk

JOURNAL = ".salescoach/drill/runs/two-blues.jsonl"
HISTORY = ".salescoach/drill/history.jsonl"
SHEETS = ".salescoach/drill/sheets"
BLUES = {
    "en": "When two batches stand side by side, has anybody ever complained that the colours differ?",
    "zh": "不同批次摆在一起，有没有人投诉过颜色不一样？",
}
COST = {"en": "What did the scrapped boxes cost you last year?", "zh": "去年报废的盒子损失了多少钱？"}
TOLD = {"en": "two blues", "zh": "两种蓝"}
AMOUNT = {"en": "420,000", "zh": "42万"}
ODD = {
    "nothing but spaces": "   ",
    "emoji": "😀🎉👍🏽",
    "right to left": "\u202eשלום ما هي المشكلة؟\u202c",
    "terminal codes": "\x1b[2J\x1b]0;title\x07 hello \x9b31m",
    "another language": "Welche Schwierigkeiten haben Sie mit den Farben?",
    "insult": "you idiot",
    "markdown": "# [x](javascript:1) `rm -rf` <script>alert(1)</script> | a | b |",
    "long": "why " * 25_000,
    "one long word": "a" * 100_000,
    "long chinese": "问题" * 50_000,
    "question marks": "?" * 100_000,
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "deals").mkdir()
    return tmp_path


@cache
def scene(language: str = "en") -> Scene:
    """The two blues, on the day of the tests."""
    from datetime import date

    from salescoach.call import Call
    from salescoach.drilling import open_scene
    from salescoach.messages import speaker

    call = Call(language, speaker(language), date(2026, 11, 21), None, None, False, {})
    return open_scene(call, "two-blues")[0]


@pytest.mark.parametrize("language", ["en", pytest.param("zh", marks=pytest.mark.long)])
def test_a_rep_plays_pauses_and_goes_on(language: str, root: Path) -> None:
    play = ["drill", "play", "two-blues", "--lang", language, "--today", "2026-11-21"]
    person = person_or_skip(root, play)
    brief = {"en": "quality supervisor", "zh": "品控主管"}[language]
    assert brief in person.screen
    person.answer(BLUES[language])
    assert TOLD[language] in person.screen
    assert {"en": "found:", "zh": "挖到了："}[language] in person.screen
    person.answer(COST[language])
    assert AMOUNT[language] in person.screen
    person.answer("/back")
    person.press("leave")
    assert person.over and person.code == 0
    person = person_or_skip(root, play)
    assert {"en": "lines so far: 1", "zh": "已有1句"}[language] in person.screen
    person.answer(COST[language])
    assert AMOUNT[language] in person.screen, "the line that was taken back may be said again"
    person.answer("/end")
    assert person.over and person.code == 0
    (kept,) = [json.loads(line) for line in (root / HISTORY).read_text().splitlines()[1:]]
    assert kept["lines"] == 2 and kept["found"][0] == 2 and not kept["passed"]
    (sheet,) = (root / SHEETS).iterdir()
    text = sheet.read_text(encoding="utf-8")
    assert AMOUNT[language] in text and COST[language] in text
    assert not (root / JOURNAL).exists()


def test_kill_9_loses_no_line(root: Path) -> None:
    play = ["drill", "play", "two-blues", "--lang", "en", "--today", "2026-11-21"]
    person = person_or_skip(root, play)
    person.answer(BLUES["en"])
    person.answer(COST["en"])
    person.kill()
    person = person_or_skip(root, play)
    person.answer("/end")
    assert "420,000" in person.screen or "420,000" in next((root / SHEETS).iterdir()).read_text()
    kept = json.loads((root / HISTORY).read_text().splitlines()[-1])
    assert kept["lines"] == 2 and kept["found"][0] == 2


def test_in_an_exam_nothing_is_told_and_nothing_taken_back(root: Path) -> None:
    person = person_or_skip(root, ["drill", "play", "two-blues", "--exam", "--lang", "en"])
    person.answer(BLUES["en"])
    assert "two blues" in person.screen and "found:" not in person.screen and "%" not in person.screen
    person.answer("/back")
    person.answer("/end")
    assert person.code == 1
    kept = json.loads((root / HISTORY).read_text().splitlines()[-1])
    assert kept["lines"] == 1 and kept["exam"] and kept["seed"] == crc32(b"two-blues") % 10_000
    sheet = next((root / SHEETS).iterdir()).read_text()
    assert "facts stayed hidden" in sheet and "420,000" not in sheet


def test_real_time_is_a_limit_kept_over_breaks(root: Path) -> None:
    command = ["drill", "play", "two-blues", "--limit", "5", "--lang", "en"]
    person = person_or_skip(root, command)
    assert "at most 5 minutes" in person.screen
    person.answer(BLUES["en"])
    person.press("leave")
    assert person.over and "waits" in person.screen
    journal = root / JOURNAL
    kept = re.sub(r'"wall": ?[0-9]+', '"wall": 400', journal.read_text("utf-8"))
    assert '"wall": 400' in kept
    journal.write_text(kept, "utf-8")
    person = person_or_skip(root, command)
    assert person.over and "The real time is over" in person.screen
    record = json.loads((root / HISTORY).read_text("utf-8").splitlines()[-1])
    assert record["lines"] == 1 and record["wall"] >= 400


@pytest.mark.parametrize("name", ODD)
def test_whatever_is_typed_is_answered_in_character_at_once(name: str) -> None:
    took = []
    for _ in range(3):  # the best of three: other work on the machine is not ours
        talk = Talk(scene(), 1)
        for greeting in ("Good morning", "您好"):  # both languages are loaded
            talk.hear(recognise(greeting))
        begun = time.perf_counter()
        turn = talk.hear(recognise(ODD[name]))
        took.append(time.perf_counter() - begun)
    assert min(took) < 0.05
    assert turn.says and all(said.words for said in turn.says)
    assert turn.told == ()


@pytest.mark.parametrize("name", ODD)
def test_whatever_was_typed_does_no_harm_on_the_sheet(name: str, root: Path) -> None:
    lines = root / "lines.txt"
    lines.write_text(ODD[name] + "\n" + BLUES["en"] + "\n", encoding="utf-8")
    ran = here(
        root, ["drill", "play", "two-blues", "--lines", "lines.txt", "--lang", "en", "--today", "2026-11-21"]
    )
    assert ran.code == 0, ran.err
    assert (
        "\x1b" not in ran.out and "\x07" not in ran.out and "\u202e" not in ran.out and "\x9b" not in ran.out
    )
    assert "<script>" not in ran.out and "](javascript" not in ran.out
    assert "two blues" in ran.out


def test_a_history_that_is_damaged_or_newer_is_put_aside_and_training_goes_on(root: Path) -> None:
    (root / "lines.txt").write_text(BLUES["en"] + "\n")
    play = ["drill", "play", "two-blues", "--lines", "lines.txt", "--lang", "en", "--today", "2026-11-21"]
    assert here(root, play).code == 0
    path = root / HISTORY
    whole = path.read_bytes()
    for damaged in (b"{\n" + whole, whole + b"\xff\xfe{{{\n", b'{"journal":99}\n', b"\0" * 100):
        path.write_bytes(damaged)
        ran = here(root, play)
        assert ran.code == 0 and "history" in ran.err.casefold(), ran.err
        told = here(root, ["drill", "history", "--lang", "en"])
        assert told.code == 0 and "two-blues" in told.out
        assert any(p.read_bytes() == damaged for p in path.parent.glob("history*") if p != path), damaged


def test_without_a_terminal_it_says_what_to_do(root: Path) -> None:
    ran = here(root, ["drill", "play", "two-blues", "--lang", "en"])
    assert ran.code == 2 and "--lines" in ran.err
    ran = here(root, ["drill", "play", "two-offers", "--lang", "en"])
    assert ran.code == 2 and "drill kit two-offers" in ran.err
    ran = here(root, ["drill", "play", "two-blue", "--lang", "en"])
    assert ran.code == 2 and "two-blues" in ran.err
