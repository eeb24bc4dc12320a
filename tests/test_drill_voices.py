"""Where several people of the customer are in the talk: each says what is theirs to say, in their own tone."""

from pathlib import Path

import pytest
from conftest import ROOT, read_yaml
from journeys.tool import here
from test_drill_lint import SCENARIO, write_guide

DRIVER = read_yaml(ROOT / "playbooks/value-competition/drill/buyers/driver.yaml")["lines"]
AMIABLE = read_yaml(ROOT / "playbooks/value-competition/drill/buyers/amiable.yaml")["lines"]
LU = """    - id: lu
      name: {en: "Lu Jian", zh: "陆健"}
      buying_roles: [decision_maker]
      personality: driver
"""
COMES = """  - id: director
    minute: 0
    speaker: lu
    tells: {en: "Her director comes in.", zh: "厂长进来了。"}
"""
LINES = {
    "en": [
        "P| What goes wrong with the boxes in the cold store?",
        "S| How many people work here?",
        "I| What does it do to your day, for you?",
        "summary| So the lower boxes give way after three days, every week.",
        "I| What does it do to your day, for you?",
        "commitment| Would you walk through the cold store with your director and us next week?",
        "commitment| Could Mr Lu sign for the trial pallets?",
    ],
    "zh": [
        "P| 冷库里的箱子哪里不顺？",
        "S| 这里有多少人？",
        "I| 这对您个人有什么影响？",
        "summary| 最下面的箱子放三天就发软，每周都有。",
        "I| 这对您个人有什么影响？",
        "commitment| 下周能请厂长和我们一起走一趟冷库吗？",
        "commitment| 陆厂长能签字要试用的托盘吗？",
    ],
}
TRIAL_ROW = """    - id: trial
      person: lu
      action: {en: "Signs for trial pallets", zh: "签字要试用的托盘"}
      by: +3
      costs: access
      moves: step2_need/raises-it
"""
TRIAL = """  - id: trial
    row: trial
    about:
      en: [trial pallets]
      zh: [试用的托盘]
    says: {en: "Send them on Monday.", zh: "周一送来。"}
    refuses: {en: "No pallets yet.", zh: "托盘先不要。"}
"""
NAMES = {"en": ("Han Mei", "Lu Jian"), "zh": ("韩梅", "陆健")}


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """The guide's scenario, in which the director comes in at once and answers; the objection stays hers."""
    text = SCENARIO.replace("      personality: amiable\n", "      personality: amiable\n" + LU)
    text = text.replace("events:\n", "events:\n" + COMES).replace("advances:\n", "advances:\n" + TRIAL)
    text = text.replace("  commitments:\n", "  commitments:\n" + TRIAL_ROW)
    text = text.replace("    minute: 5\n", "    minute: 0\n    speaker: han\n")
    return write_guide(tmp_path, text)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_says_what_is_theirs_in_their_own_tone(language: str, team: Path) -> None:
    lint = here(team, ["drill", "lint", "soft-boxes", "--lang", "en"])
    assert (lint.code, lint.out) == (0, "")
    (team / "lines.txt").write_text("\n".join(LINES[language]), "utf-8")
    words = ["drill", "play", "soft-boxes", "--lines", "lines.txt", "--seed", "1", "--lang", language]
    talk = here(team, [*words, "--today", "2026-11-21"]).out
    colon = "：" if language == "zh" else ": "
    han, lu = (f"**{name}**{colon}" for name in NAMES[language])
    says = {
        "en": ["Your boxes are dearer", "My nights are short.", "Next week then", "Send them on Monday."],
        "zh": ["听说你们的箱子贵", "觉都睡不好。", "那就下周", "周一送来。"],
    }[language]
    for person, said in zip((han, han, han, lu), says, strict=True):
        assert f"{person}{said}" in talk, talk
    tone = [one[language] for one in DRIVER["default"]]
    assert any(f"{lu}{said}" in talk for said in tone)
    assert not any(one[language] in talk for one in AMIABLE["default"])


def test_whoever_raises_an_objection_is_one_of_the_people(team: Path) -> None:
    path = team / "playbooks/ours/drill/scenarios/soft-boxes.yaml"
    text = path.read_text("utf-8").replace("    speaker: han\n", "    speaker: hann\n")
    path.write_text(text, "utf-8")
    ran = here(team, ["drill", "lint", "soft-boxes", "--lang", "en"])
    line = text[: text.index("speaker: hann")].count("\n") + 1
    assert ran.code == 1 and f"soft-boxes.yaml:{line}:14: no-such-row" in ran.out
    assert "Did you mean 'han'" in ran.out


def test_the_card_says_who_raises_it(team: Path) -> None:
    path = team / "playbooks/ours/drill/scenarios/soft-boxes.yaml"
    path.write_text(path.read_text("utf-8").replace("    speaker: han\n", "    speaker: lu\n"), "utf-8")
    kit = here(team, ["drill", "kit", "soft-boxes", "--lang", "en"]).out
    assert "Lu Jian: “Your boxes are dearer, I hear.”" in kit
