"""A talk that was written down: who said what, of which type each line is and why, what it comes to."""

import json
from functools import cache
from pathlib import Path

import pytest
from conftest import TESTS
from journeys.tool import here
from test_drill_play import scene

from salescoach.drill.heard import TYPES, Heard
from salescoach.drill.talk import Talk
from salescoach.drill.transcript import parse, speakers

FORMS = {
    "plain": "{name}: {text}",
    "markdown": "- **{name}**: {text}",
    "stamps": "[00:{at:02}:10] {name}: {text}",
    "full width": "{name}：{text}",
    "quoted": "> {name}: {text}",
    "bold with the colon": "**{name}:** {text}",
}
SELLERS = {"en": "Lin Qing", "zh": "林青"}
BUYERS = {"en": "Ms Shen", "zh": "沈女士"}


@cache
def talk_of(language: str, scripts: tuple[str, ...] = ("pass", "fail")) -> list[tuple[str, str]]:
    """Who said what, in played drills one after the other."""
    found = []
    for verdict in scripts:
        talk = Talk(scene(language), 1)
        found.append((BUYERS[language], talk.opening.words))
        for line in (
            (TESTS / "drills" / f"two-blues.{verdict}.{language}.txt")
            .read_text(encoding="utf-8")
            .splitlines()
        ):
            kind, _, said = line.partition("|")
            found.append((SELLERS[language], said))
            found += [(BUYERS[language], one.words) for one in talk.hear(Heard(said, kind, 1.0, True)).says]
    return found


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_lines_are_read_however_they_are_written(form: str, language: str) -> None:
    said = talk_of(language)
    text = "# A visit\n\n" + "\n".join(
        FORMS[form].format(name=name, text=words, at=at % 60) for at, (name, words) in enumerate(said)
    )
    assert [(line.speaker, line.text) for line in parse(text)] == said
    assert set(speakers(parse(text))) == {SELLERS[language], BUYERS[language]}


def test_what_is_no_name_goes_on_with_the_line_before() -> None:
    text = "Ann: I have two points\nthe first: price\n12:30 is fine\n\nBob: fine\nAnn: good\nBob: see https://x.example/a"
    found = [(line.speaker, line.text) for line in parse(text)]
    assert found == [
        ("Ann", "I have two points the first: price is fine"),
        ("Bob", "fine"),
        ("Ann", "good"),
        ("Bob", "see https://x.example/a"),
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_sixty_lines_are_tagged_and_scored_with_the_reasons(language: str, tmp_path: Path) -> None:
    said = talk_of(language)
    assert len(said) >= 60
    (tmp_path / "talk.md").write_text("\n\n".join(f"{name}: {text}" for name, text in said), encoding="utf-8")
    ask = ["drill", "score", "--transcript", "talk.md", "--seller", SELLERS[language], "--lang", language]
    ran = here(tmp_path, [*ask, "--json"])
    assert ran.code == 0, ran.err
    found = json.loads(ran.out)
    own = [text for name, text in said if name == SELLERS[language]]
    assert [line["text"] for line in found["lines"]] == own
    assert all(line["type"] in TYPES and 0 <= line["sure"] <= 1 for line in found["lines"])
    questions = [line for line in found["lines"] if line["type"] in "SPIN"]
    assert len(questions) >= 15 and all(line["words"] for line in questions)
    assert all(word in line["text"] for line in questions for word in line["words"])
    assert sum(found["counts"].values()) == len(own)
    assert 0 < found["total"] <= found["possible"] <= 100
    sheet = here(tmp_path, ask)
    assert sheet.code == 0 and all(
        words in sheet.out for words in ("S : P : I : N", "P : I : N")[:1] if language == "en"
    )
    assert {"en": "agreed to the recording", "zh": "同意录音"}[language] in sheet.out
    assert here(tmp_path, [*ask, "--json"]).out == ran.out


def test_who_sells_must_be_said_and_must_speak(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("Ann: hello\nBob: hello\nAnn: bye\n")
    (tmp_path / "none.txt").write_text("just some words\n")
    score = ["drill", "score", "--lang", "en", "--transcript"]
    assert "Ann, Bob" in here(tmp_path, [*score, "talk.txt"]).err
    ran = here(tmp_path, [*score, "talk.txt", "--seller", "Anna"])
    assert ran.code == 2 and "Did you mean 'Ann'" in ran.err
    assert here(tmp_path, [*score, "none.txt", "--seller", "Ann"]).code == 2
    assert here(tmp_path, [*score, "talk.txt", "--seller", "ann"]).code == 0
    assert here(tmp_path, [*score, "talk.txt", "--seller", "Ann", "--rubric", "spinn"]).code == 2


def test_a_transcript_of_100_kb_is_read_at_once(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text(
        "Ann: " + "why is that so " * 7000 + "\nBob: no\n" + "Ann: ok\nBob: no\n" * 500
    )
    assert (
        here(tmp_path, ["drill", "score", "--transcript", "talk.txt", "--seller", "Ann", "--json"]).code == 0
    )
