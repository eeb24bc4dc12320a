"""What the buyer answers beside the hidden facts: everyday things, asked by anybody."""

from pathlib import Path

import pytest
from conftest import ROOT
from journeys.tool import Ran, here
from test_drill_play import scene

from salescoach.drill.heard import Heard
from salescoach.drill.talk import Talk

GUIDE = (ROOT / "docs/scenarios.md").read_text("utf-8")
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
    (tmp_path / "deals").mkdir()
    ours = tmp_path / "playbooks/ours"
    for part, ident in (("scenarios", "soft-boxes"), ("rubrics", "listening")):
        body = GUIDE.partition(f"drill/{part}/{ident}.yaml`")[2].partition("```yaml\n")[2].partition("```")[0]
        (ours / "drill" / part).mkdir(parents=True)
        (ours / "drill" / part / f"{ident}.yaml").write_text(body, "utf-8")
    (ours / "playbook.yaml").write_text(GUIDE.partition("```yaml\n")[2].partition("```")[0], "utf-8")
    return tmp_path


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
