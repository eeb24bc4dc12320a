"""What the buyer answers beside the hidden facts: everyday things, asked by anybody."""

import json
from pathlib import Path

import pytest
from conftest import ROOT, read_yaml
from journeys.tool import Ran, here
from test_drill_lint import write_guide
from test_drill_play import scene

from salescoach.drill.heard import Heard
from salescoach.drill.talk import Talk

ASKED = {
    "en": (
        "How many pallets do you have in there?",
        "Eight hundred pallet places",
        "Boxes, is there any trouble with them?",
    ),
    "zh": ("您这里有多少托盘？", "八百个货位", "箱子有没有什么问题？"),
}


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A team with the guide's scenario and rubric."""
    return write_guide(tmp_path)


def play(root: Path, language: str, *lines: str) -> Ran:
    (root / "lines.txt").write_text("\n".join(lines), "utf-8")
    return here(root, ["drill", "play", "soft-boxes", "--lines", "lines.txt", "--lang", language])


@pytest.mark.parametrize("language", ASKED)
def test_everyday_things_are_told_to_whoever_asks(language: str, team: Path) -> None:
    everyday, told, problem = ASKED[language]
    ran = play(team, language, everyday, everyday, problem)
    assert ran.out.count(told) == 1, "told once, then that it was said"
    assert play(team, language, problem).out.count(told) == 0


def test_a_line_much_like_an_example_is_of_the_examples_type() -> None:
    talk = Talk(scene(), 1)
    alike = Heard(
        "When boxes from two batches stand side by side, has anybody seen a difference?", "I", 0.9, True
    )
    assert talk.settled(alike).type == "P"
    assert talk.settled(alike._replace(sure=0.99)).type == "I", "what is certain stays"
    assert talk.settled(alike._replace(text="When boxes stand side by side, who is told?")).type == "I"


SUMMED_UP = {
    "en": ("What does the repacking cost you?", "So to sum up: 60,000. Is that right?", "85,500"),
    "zh": ("重新装箱一年要花多少钱？", "也就是说，要6万，对吗？", "8万"),
}
"""A question that brings out a number, a summary with nothing else of it, and a number that nobody said."""


@pytest.mark.parametrize("language", SUMMED_UP)
def test_a_summary_of_their_numbers_is_one(language: str, team: Path) -> None:
    cost, summary, other = SUMMED_UP[language]
    problem = ASKED[language][2]
    number = {"en": "60,000", "zh": "6万"}[language]
    assert number in play(team, language, problem, f"I| {cost}").out
    talker = read_yaml(ROOT / "playbooks/value-competition/drill/buyers/amiable.yaml")
    empty = [line[language] for line in talker["lines"]["summary-empty"]]

    def is_empty(summed: str) -> bool:
        ran = play(team, language, problem, f"I| {cost}", f"summary| {summed}")
        return any(line in ran.out for line in empty)

    assert not is_empty(summary)
    assert is_empty(summary.replace(number, other))


HEARD = {
    "en": (
        "How much does the repacking cost you?",
        ["I (implication question)", "→ after pains/damp/impacts/process", "by the words", "reaches it (I)"],
        "How many people work on repacking?",
        ["S (situation question)", "→ after pains/damp/impacts/process", "does not reach it: I does"],
    ),
    "zh": (
        "重新装箱一年要花多少钱？",
        ["I（暗示提问）", "→ 问的是 pains/damp/impacts/process", "凭这些词：", "问得到（I）"],
        "重新装箱有几个人？",
        ["S（现状提问）", "→ 问的是 pains/damp/impacts/process", "问不到，能问到的是 I"],
    ),
}


@pytest.mark.parametrize("language", HEARD)
def test_a_line_is_heard_by_itself(language: str, team: Path) -> None:
    reaching, reached, beside, missed = HEARD[language]
    for line, told in ((reaching, reached), (beside, missed)):
        ran = here(team, ["drill", "hear", line, "--scenario", "soft-boxes", "--lang", language])
        assert ran.code == 0 and all(words in ran.out for words in told), ran.out
    alone = here(team, ["drill", "hear", reaching, "--lang", language]).out
    assert alone.startswith(reached[0]) and "→" not in alone


def test_a_line_is_heard_for_programs(team: Path) -> None:
    everyday = ASKED["en"][0]
    ran = here(team, ["drill", "hear", everyday, "--scenario", "soft-boxes", "--json", "--lang", "en"])
    told = json.loads(ran.out)
    assert (told["schema_version"], told["type"], told["line"]) == (1, "S", everyday)
    (best, *_) = told["about"]
    assert best["kind"] == "freely" and best["reaches"] and best["words"] == ["how many pallets"]
    fact = "pains/damp/symptom"
    correct = ["drill", "correct", everyday, "--type", "P", "--scenario", "soft-boxes", "--fact", fact]
    assert here(team, correct).code == 0
    ran = here(team, ["drill", "hear", everyday, "--scenario", "soft-boxes", "--json", "--lang", "en"])
    told = json.loads(ran.out)
    assert told["corrected"] and told["about"][0]["at"] == fact and told["about"][0]["corrected"]


CARELESS = {"en": "Your people are careless.", "zh": "你们的人不小心。"}


@pytest.mark.parametrize("language", CARELESS)
def test_a_mine_stands_on_the_sheet_with_the_line_that_set_it_off(language: str, team: Path) -> None:
    why = {"en": "She stands by her people.", "zh": "她护着自己的人。"}[language]
    assert f"] “{CARELESS[language]}” {why}\n" in play(team, language, CARELESS[language]).out
