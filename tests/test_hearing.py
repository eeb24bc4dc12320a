"""A team's playbook tells by its own questions which type and which fact a line means, without code or training."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from journeys.tool import here
from test_corrections import play

from salescoach.drill.hearing import Ear
from salescoach.drill.recognise import recognise
from salescoach.playbook.load import load

PLAYBOOK = """
extends: value-competition
format: 1
id: ours
version: "1"
title: {en: "Our playbook", zh: "我们的打法"}
"""
ADDED = """
questions:
  - id: OURS-rash
    type: P
    industry: printing
    text: {en: "Any measles on the pallets?", zh: "托盘上出过麻疹吗？"}
    reveals: [pains.symptom]
  - id: OURS-bill
    type: I
    industry: printing
    text: {en: "And who foots the measles bill?", zh: "麻疹的账最后谁来买单？"}
    reveals: [pains.impacts.process]
chains:
  - id: PP-colour
    order: [OURS-rash, OURS-bill]
"""
"""What the team calls it when sheets come out in two shades: nobody else would understand."""
RASH = {"en": "any measles on the pallets", "zh": "托盘上出过麻疹吗"}
BILL = {"en": "And who foots the measles bill?", "zh": "麻疹的账最后谁来买单？"}
NEARLY = {"en": "So the measles bill, who foots it", "zh": "麻疹的账嘛，最后谁买单"}


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A team that plays our scenario with its own playbook."""
    ours = tmp_path / "playbooks" / "ours"
    (tmp_path / "deals").mkdir()
    (ours / "drill/scenarios").mkdir(parents=True)
    (ours / "playbook.yaml").write_text(PLAYBOOK, "utf-8")
    (ours / "add.yaml").write_text(ADDED, "utf-8")
    bundled = ROOT / "playbooks/value-competition/drill/scenarios/two-blues.yaml"
    text = bundled.read_text("utf-8").replace("id: two-blues", "id: measles")
    for name, playbook in (("measles", "ours"), ("plain", "value-competition")):
        own = text.replace("id: measles", f"id: {name}").replace(
            "playbook: value-competition", f"playbook: {playbook}"
        )
        (ours / f"drill/scenarios/{name}.yaml").write_text(own, "utf-8")
    return tmp_path


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_the_buyer_of_a_team_understands_its_own_questions(language: str, team: Path) -> None:
    lint = here(team, ["drill", "lint", "playbooks/ours", "--lang", "en"])
    assert (lint.code, lint.out) == (0, "")
    said = [RASH[language], BILL[language]]
    assert play(team, "plain", said, language).count("- ✓ [") == 0, "another playbook knows nothing of it"
    sheet = play(team, "measles", said, language)
    found = [line for line in sheet.splitlines() if line.startswith("- ✓ [")]
    assert len(found) == 2
    assert {"en": "two blues", "zh": "两种蓝"}[language] in found[0]
    assert {"en": "420,000", "zh": "42万"}[language] in found[1]
    assert "OURS-rash" in sheet and "OURS-bill" in sheet
    assert play(team, "measles", said, language) == sheet


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_a_transcript_is_tagged_with_the_questions_of_its_playbook(language: str, team: Path) -> None:
    talk = f"Ann: {RASH[language]}\nBob: hm\nAnn: {BILL[language]}\nBob: hm\n"
    (team / "talk.md").write_text(talk, "utf-8")
    ask = ["drill", "score", "measles", "--transcript", "talk.md", "--seller", "Ann", "--lang", language]
    tagged = json.loads(here(team, [*ask, "--json"]).out)["lines"]
    assert [(one["type"], one["sure"], one["question"]) for one in tagged] == [
        ("P", 1.0, "OURS-rash"),
        ("I", 1.0, "OURS-bill"),
    ]
    words = {"en": "by the playbook's question OURS-bill", "zh": "按打法里的提问 OURS-bill"}
    assert words[language] in here(team, ask).out
    plain = json.loads(here(team, [*ask[:2], *ask[3:], "--json"]).out)["lines"]
    assert not any(one["question"].startswith("OURS") for one in plain)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_trainer_goes_before_the_playbook(language: str, team: Path) -> None:

    corrected = here(team, ["drill", "correct", RASH[language], "--type", "small_talk"])
    assert corrected.code == 0
    sheet = play(team, "measles", [RASH[language]], language)
    assert "OURS-rash" not in sheet and "- ✓ [" not in sheet


def ear(**more: Any) -> Ear:
    """With the team's playbook."""
    folder = ROOT / "playbooks" / "value-competition"
    base = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.yaml")}
    own = {"playbook.yaml": PLAYBOOK.encode(), "add.yaml": ADDED.encode()}
    loaded = load(own, "ours", lambda _: ("base", base))
    assert loaded.playbook is not None, loaded.findings
    return Ear(loaded.playbook, more.get("corrections", {}))


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_words_that_are_only_alike_decide_between_two_types(language: str) -> None:
    hear = ear()
    before, after = recognise(NEARLY[language]), hear(NEARLY[language])
    assert not before.clear and "I" in (before.type, before.other)
    assert (after.type, after.clear, after.sure) == ("I", True, before.sure)
    assert after.question == "OURS-bill"


def test_what_only_sounds_like_a_type_does_not_override_what_is_clear() -> None:
    """The playbook's own check 'what did it cost' is asked like a situation question; whoever hears it hears more."""
    said = "When this last went wrong, what did it cost?"
    assert ear()(said).type == recognise(said).type == "I"


def test_silence_stays_silence() -> None:
    assert ear()("...").type == "silence"
