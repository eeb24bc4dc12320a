"""The invented deals that `benchmarks/` measure with: right where they should be, broken where they should be."""

import hashlib
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import ROOT, read_yaml

from salescoach import derived
from salescoach.coach.gate import judge
from salescoach.deal.check import check
from salescoach.deal.deal import Deal, View
from salescoach.findings import Finding
from salescoach.playbook.model import Playbook
from salescoach.playbook.team import Team, read_team
from salescoach.rules import Case
from salescoach.rules import check as check_rules
from salescoach.yamlfile.read import read

BENCHMARKS = ROOT / "benchmarks"
COUNT = 300
SMALLEST, LARGEST = 2_500, 11_500
DIGEST = "9f609e72234c9f82ed7b316fa5b7807431423aa2277625bd51ab3412abb347a6"
"""SHA-256 of the first deals, ids and files; whoever changes what they say writes the new one here."""

sys.path.append(str(BENCHMARKS))
from deals import SETTINGS, render  # noqa: E402 - a folder of programs, not a package
from story import STAGES, TODAY, Story  # noqa: E402


class Made(NamedTuple):
    """One deal that was made, and what is wrong in it: of its file, and of what it claims."""

    story: Story
    id: str
    text: str
    deal: Deal | None
    shape: list[Finding]
    rules: list[Finding]

    @property
    def levels(self) -> set[str]:
        return {f.level for f in [*self.shape, *self.rules]} - {"note"}


@pytest.fixture(scope="session")
def made(playbook: Playbook) -> list[Made]:
    """The first deals, each looked at on the day of the benchmarks."""
    team, found = read_team(read(SETTINGS.encode(), "salescoach.yaml"))
    assert not found
    return [look_at(number, playbook, team) for number in range(COUNT)]


def look_at(number: int, playbook: Playbook, team: Team) -> Made:
    story = Story(1, number)
    ident, text = render(story)
    document = read(text.encode(), "deal.yaml")
    if not isinstance(document.data, dict):
        return Made(story, ident, text, None, document.findings, [])
    deal = Deal(ident, document.data, playbook, derived)
    shape = [*document.findings, *check(document, deal, View(deal, TODAY))]
    return Made(story, ident, text, deal, shape, list(check_rules(Case(document, deal, team, TODAY))))


def of(made: list[Made], *flavours: str) -> list[Made]:
    found = [m for m in made if m.story.flavour in flavours]
    assert found
    return found


def test_clean_deals_have_nothing_wrong(made: list[Made]) -> None:
    wrong = {m.id: (m.story.flavour, *m.shape, *m.rules) for m in of(made, "plain", "waived") if m.levels}
    assert wrong == {}


def test_clean_deals_have_earned_every_stage_before(made: list[Made]) -> None:
    for m in of(made, "plain"):
        assert m.deal is not None
        unearned = [s for s in STAGES[: m.story.stage] if not judge(m.deal.stages[s], m.deal, TODAY).passes]
        assert unearned == [], m.id


def test_a_waived_criterion_is_the_only_one_that_lacks(made: list[Made]) -> None:
    for m in of(made, "waived"):
        assert m.deal is not None
        stage = m.deal.stages[m.story.waives.partition("/")[0]]
        gate = judge(stage, m.deal, TODAY)
        assert not gate.passes and [j.address for j in gate.lacking] == [m.story.waives], m.id


def test_some_deals_give_warnings_only(made: list[Made]) -> None:
    found = of(made, "late", "idle", "spare-waiver")
    assert {m.id: m.levels for m in found if "error" in m.levels} == {}


def test_broken_deals_are_found(made: list[Made]) -> None:
    assert [m.id for m in of(made, "broken") if "error" not in m.levels] == []


def test_every_way_to_break_a_deal_is_found(playbook: Playbook) -> None:
    from faults import FAULTS

    plain = [s for n in range(COUNT) if (s := Story(1, n)).flavour == "plain" and s.stage > 3]
    text = render(plain[0])[1]
    for at, (_, change) in enumerate(FAULTS):
        document = read(change(text).encode(), "deal.yaml")
        found = list(document.findings)
        if isinstance(document.data, dict):
            deal = Deal("broken", document.data, playbook, derived)
            found += check(document, deal, View(deal, TODAY))
            team = Team(approvers=("he-jun", "sun-lan"))
            found += check_rules(Case(document, deal, team, TODAY))
        assert [f for f in found if f.level == "error"], at


def test_the_mix_is_what_it_says(made: list[Made]) -> None:
    sizes = [len(m.text.encode()) for m in made]
    assert min(sizes) > SMALLEST and max(sizes) < LARGEST
    assert 5_000 < sum(sizes) / COUNT < 5_900
    flavours = Counter(m.story.flavour for m in made)
    assert 0.03 < flavours["broken"] / COUNT < 0.09
    assert 0.80 < sum(not m.levels for m in made) / COUNT < 0.92
    assert {m.story.stage for m in made} == set(range(len(STAGES)))
    assert 0.4 < sum(m.story.chinese for m in made) / COUNT < 0.7
    assert len({m.id for m in made}) == COUNT


def written(folder: Path, count: int) -> dict[str, bytes]:
    """What the program writes, by its path."""
    program = [sys.executable, str(BENCHMARKS / "deals.py"), str(folder), str(count)]
    subprocess.run(program, check=True, env={"PYTHONHASHSEED": str(count)})
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.yaml")}


def test_a_deal_is_the_same_however_many_there_are(tmp_path: Path, made: list[Made]) -> None:
    few, more = written(tmp_path / "few", 12), written(tmp_path / "more", 20)
    assert len(more) == 21
    assert few.items() <= more.items()
    assert {f"deals/{m.id}/deal.yaml": m.text.encode() for m in made[:20]}.items() <= more.items()
    assert read_yaml(tmp_path / "few" / "salescoach.yaml")["approvers"]


def test_every_machine_makes_the_same_bytes(made: list[Made]) -> None:
    assert hashlib.sha256("".join(m.id + m.text for m in made).encode()).hexdigest() == DIGEST


def test_another_seed_makes_other_deals(made: list[Made]) -> None:
    assert render(Story(2, 0))[1] != made[0].text
