"""Trainers' corrections: written by one command, reviewed as a file, heard everywhere, shown for what they are."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import read_yaml
from journeys.tool import Ran, copy_team, here, person_or_skip
from test_drill_lint import CORRECTIONS, write_guide

from salescoach.drill.heard import LABELS

MISHEARD = {"en": "I see, the scrap heap.", "zh": "废品堆，我明白了。"}
"""Lines in which no words tell that they ask what the trouble costs."""
AS = {"en": "by a trainer's correction", "zh": "按培训师的更正"}
TOLD = "- ✓ ["
"""How a sheet begins the line of a fact that came out."""
FILE = "corrections.yaml"
BY_HAND = """# ours, reviewed every Friday
format: 1

lines:
  # said by everybody
  - {line: 'How''s the weather up there',   type: small_talk}  # and no situation question

  - line: "讲讲看"
    type:    S
"""


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A team's folder with the scenario of the guide."""
    return write_guide(tmp_path)


def correct(team: Path, *words: str, language: str = "en") -> Ran:
    return here(team, ["drill", "correct", *words, "--lang", language])


def lines(team: Path) -> list[Any]:
    found: list[Any] = read_yaml(team / FILE)["lines"]
    return found


def tagged(team: Path, text: str) -> dict[str, Any]:
    """How a line of a transcript is heard."""
    (team / "talk.md").write_text(f"Ann: {text}\nBob: hm\n", "utf-8")
    ran = here(team, ["drill", "score", "--transcript", "talk.md", "--seller", "Ann", "--json"])
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)["lines"][0]
    return found


# --- the file --------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "zh"])
def test_one_command_corrects_a_line_from_now_on(language: str, team: Path) -> None:
    said = MISHEARD[language]
    before = tagged(team, said)
    assert before["type"] != "I" and not before["corrected"]
    ran = correct(team, said, "--type", "I", language=language)
    assert ran.code == 0 and said in ran.err and FILE in ran.err
    assert {"en": "implication question", "zh": "暗示提问"}[language] in ran.err
    assert lines(team) == [{"line": said, "type": "I"}]
    for typed in (said, said.upper(), f"  {said[:-1]} !"):
        after = tagged(team, typed)
        assert (after["type"], after["sure"], after["corrected"], after["words"]) == ("I", 1.0, True, [])
    assert not tagged(team, said + said)["corrected"]
    assert here(team, ["drill", "lint", FILE]).code == 0


def test_what_people_wrote_in_the_file_stays_byte_for_byte(team: Path) -> None:
    path = team / FILE
    path.write_text(BY_HAND, "utf-8")
    assert correct(team, "how much", "--type", "S").code == 0
    assert path.read_text("utf-8") == BY_HAND + "  - line: how much\n    type: S\n"
    assert correct(team, "讲讲看！", "--type", "P").code == 0
    assert path.read_text("utf-8") == BY_HAND.replace("type:    S", "type:    P") + (
        "  - line: how much\n    type: S\n"
    )
    path.write_bytes(BY_HAND.replace("\n", "\r\n").encode())
    assert correct(team, "how much", "--type", "S").code == 0
    assert path.read_bytes() == (BY_HAND + "  - line: how much\n    type: S\n").replace("\n", "\r\n").encode()


def test_a_type_may_be_called_as_on_the_screen_and_an_unknown_one_is_told(team: Path) -> None:
    assert correct(team, "so?", "--type", "implication question").code == 0
    assert correct(team, "那呢", "--type", "痛点提问", language="zh").code == 0
    assert correct(team, "and?", "--type", "n").code == 0
    assert [one["type"] for one in lines(team)] == ["I", "P", "N"]
    ran = correct(team, "so?", "--type", "sumary")
    assert ran.code == 2 and "Did you mean 'summary'" in ran.err and "I (implication question)" in ran.err
    assert correct(team, "so?", "--type", "silence").code == 2
    assert [one["type"] for one in lines(team)] == ["I", "P", "N"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["so?"], "--type"),
        (["--type", "I"], "which line"),
        (["so?", "--line", "3", "--type", "I"], "which line"),
        (["so?", "--transcript", "talk.md", "--type", "I"], "which line"),
        (["--line", "0", "--type", "I"], "no attempt"),
        (["?!", "--type", "I"], "no words"),
        (["😀", "--type", "I"], "no words"),
        (["--line", "1", "--type", "I"], "no attempt"),
        (["--line", "1", "--attempt", "two-blues", "--type", "I"], "two-blues"),
        (["so", "--type", "I", "--fact", "pains/damp/symptom"], "--scenario"),
        (["so", "--type", "I", "--fact", "a/b", "--scenario", "soft-box"], "Did you mean 'soft-boxes'"),
        (
            ["so", "--type", "I", "--fact", "pains/damp/symptoms", "--scenario", "soft-boxes"],
            "Did you mean 'pains/damp/symptom'",
        ),
    ],
)
def test_what_cannot_be_corrected_is_said_and_nothing_written(
    words: list[str], told: str, team: Path
) -> None:
    ran = correct(team, *words)
    assert ran.code == 2 and told in ran.err
    assert not (team / FILE).exists()


def test_a_link_that_leads_out_of_the_team_is_not_followed(team: Path, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside.yaml"
    (team / FILE).symlink_to(outside)
    ran = correct(team, "so?", "--type", "I")
    assert ran.code == 2 and not outside.exists()


def test_without_a_team_there_is_nowhere_to_keep_it(tmp_path: Path) -> None:
    ran = correct(tmp_path, "so?", "--type", "I")
    assert ran.code == 2 and "--root" in ran.err and not list(tmp_path.iterdir())


WRONG = {
    "  - {line: How much?, type: I}\n  - {line: how  MUCH, type: P}": ("corrected-twice", "how  MUCH"),
    "  - {line: '…', type: I}": ("no-words", "'…'"),
    "  - {line: so, type: silence}": ("not-a-choice", "silence"),
    "  - {line: so, type: sumary}": ("not-a-choice", "sumary"),
    "  - {line: so, typ: I, type: I}": ("unknown-key", "typ:"),
    "  - {line: so, type: I, facts: {soft-box: pains/damp/symptom}}": ("unknown-scenario", "soft-box:"),
    "  - {line: so, type: I, facts: {soft-boxes: pains/damp/smell}}": ("unknown-fact", "pains/damp/smell"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_in_the_file_is_told_with_its_place(wrong: str, team: Path) -> None:
    rule, at = WRONG[wrong]
    text = f"format: 1\nlines:\n{wrong}\n"
    (team / FILE).write_text(text, "utf-8")
    line = text[: text.rindex(at)].count("\n") + 1
    column = len(text[: text.rindex(at)].rpartition("\n")[2]) + 1
    for language, letters in (("en", "[a-z]"), ("zh", "[\u4e00-\u9fff]")):
        ran = here(team, ["drill", "lint", FILE, "--lang", language])
        assert ran.code == 1 and re.search(f"^{FILE}:{line}:{column}: {rule}: .*{letters}", ran.out)
    if "facts" not in wrong:  # what only the linter looks up stops nobody
        (team / "lines.txt").write_text("so\n")
        for words in (
            ["drill", "play", "two-blues", "--lines", "lines.txt"],
            ["drill", "correct", "how much else", "--type", "I"],
        ):
            ran = here(team, [*words, "--lang", "en"])
            assert ran.code == 1 and f"{FILE}:{line}:" in ran.err
    assert (team / FILE).read_text("utf-8") == text


def test_the_example_of_the_guide_is_right_and_heard(team: Path) -> None:
    (team / FILE).write_text(CORRECTIONS, "utf-8")
    assert here(team, ["drill", "lint", "--fail-on", "note"]).code == 0
    assert tagged(team, "what would that save us")["type"] == "N"
    (team / FILE).write_text(CORRECTIONS.replace("type: N", "type: Q"), "utf-8")
    assert f"{FILE}:4:11: not-a-choice" in here(team, ["drill", "lint", "--lang", "en"]).out


def test_a_type_is_one_that_the_recogniser_knows() -> None:
    assert set(LABELS) == {"S", "P", "I", "N", "summary", "feature", "commitment", "small_talk", "other"}


# --- in talks --------------------------------------------------------------------------------------


def play(team: Path, scenario: str, said: list[str], language: str) -> str:
    (team / "lines.txt").write_text("\n".join(said), "utf-8")
    words = ["drill", "play", scenario, "--lines", "lines.txt", "--seed", "1", "--lang", language]
    ran = here(team, [*words, "--today", "2026-11-21"])
    assert ran.code == 0, ran.err
    return ran.out


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_a_buyer_hears_a_corrected_line_as_it_was_meant(language: str, team: Path) -> None:
    said = {"en": "And over there on the right?", "zh": "右边那里呢？"}[language]
    before = play(team, "two-blues", [said], language)
    assert TOLD not in before and AS[language] not in before
    fact = ["--scenario", "two-blues", "--fact", "pains/colour/symptom"]
    assert correct(team, said, "--type", "P", *fact).code == 0
    after = play(team, "two-blues", [said], language)
    assert TOLD in after and AS[language] in after
    assert play(team, "two-blues", [said], language) == after, "the same lines give the same bytes"
    assert here(team, ["drill", "lint"]).code == 0
    assert TOLD not in play(team, "soft-boxes", [said], language), "it is a fact of another scenario"


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_a_line_of_the_last_attempt_is_corrected_by_its_number(language: str, team: Path) -> None:
    words = ["drill", "play", "two-blues", "--lang", language, "--today", "2026-11-21"]
    person = person_or_skip(team, words)
    person.answer("...")
    person.answer(MISHEARD[language])
    person.answer("/end")
    assert person.over and person.code == 0
    (sheet,) = (team / ".salescoach/drill/sheets").iterdir()
    assert "- **2** [0:" in sheet.read_text("utf-8")
    assert correct(team, "--line", "3", "--type", "I").code == 2
    assert correct(team, "--line", "2", "--type", "I").code == 0
    assert lines(team) == [{"line": MISHEARD[language], "type": "I"}]
    assert correct(team, "--line", "2", "--attempt", "two-blues", "--type", "P").code == 0
    assert lines(team) == [{"line": MISHEARD[language], "type": "P"}]
    person = person_or_skip(team, words)
    person.answer(MISHEARD[language])
    assert AS[language] in person.screen
    assert {"en": "problem question", "zh": "痛点提问"}[language] in person.screen


def test_what_a_rep_chooses_stays_in_the_attempt(team: Path) -> None:
    (team / "lines.txt").write_text(f"I| {MISHEARD['en']}\n", "utf-8")
    assert here(team, ["drill", "play", "two-blues", "--lines", "lines.txt"]).code == 0
    assert not (team / FILE).exists() and tagged(team, MISHEARD["en"])["type"] != "I"


def test_a_line_of_a_transcript_is_corrected_by_its_number(team: Path) -> None:
    (team / "talk.md").write_text("# A visit\n\nAnn: Good morning\n\n**Bob**: hm\n\n- Ann: So the heap\n")
    score = ["drill", "score", "--transcript", "talk.md", "--seller", "Ann", "--lang", "en"]
    assert "- **7** [0:" in here(team, score).out
    ran = correct(team, "--transcript", "talk.md", "--line", "6", "--type", "I")
    assert ran.code == 2 and "5, 7, 3" in ran.err
    assert correct(team, "--transcript", "talk.md", "--line", "7", "--type", "I").code == 0
    assert lines(team) == [{"line": "So the heap", "type": "I"}]
    sheet = here(team, score).out
    assert "So the heap\n  - implication question, by a trainer's correction" in sheet


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_drills_of_real_deals_hear_corrections_too(language: str, tmp_path: Path) -> None:
    team = copy_team(f"demo-{language}", tmp_path / "demo")
    assert correct(team, MISHEARD[language], "--type", "I").code == 0
    (team / "lines.txt").write_text(MISHEARD[language], "utf-8")
    words = ["drill", "my", "haichuan-charging", "--lines", "lines.txt", "--seed", "3"]
    ran = here(team, [*words, "--today", "2026-11-21", "--lang", language])
    assert ran.code == 0 and AS[language] in ran.out
