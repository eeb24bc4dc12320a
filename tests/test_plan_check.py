"""The check of a plan: every case is a small change to a good visit, and the flaws it makes (`checks/*.yaml`).

`deal` and `visit` are merged into the demo deal and its planned visit as answers are, `instead` replaces what
stands at a place whole. A flaw is a rule, its level and its place, in which `visit` stands for the visit.
A case with `near` all but breaks that rule.
"""

import ast
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, TESTS, TODAY, MakeDeal, read_yaml
from journeys.tool import copy_team, here

from salescoach.coach import gate
from salescoach.coach.asking import Desk
from salescoach.coach.draft import planned_visit
from salescoach.coach.review import reviewed
from salescoach.coach.visit import room_of
from salescoach.deal.deal import View
from salescoach.deal.merge import merge
from salescoach.findings import Finding
from salescoach.formats.lines import sentence
from salescoach.plan.brief import TEAM, Brief
from salescoach.plan.checks import flaws

CONTENT = dict[str, Any]
VISIT = "2026-12-02-visit"
CHECKS = ROOT / "salescoach" / "plan" / "checks"
GOOD: CONTENT = {
    "objective": "a number for the delay, in her words",
    "reason": "she asked how others got below two weeks",
    "stop_if": "the topic is closed until the next budget year",
    "objections": ["we have a project for that already"],
    "tasks": ["say the questions aloud"],
    "commitments": [
        {
            "id": "best", "person": "shen", "action": "puts the delay on the agenda of the 9th", "by": "2026-12-09",
            "costs": "reputation", "moves": "step2_need/raises-it",
        },
        {
            "id": "minimum", "person": "shen", "action": "sends the list of the last six launches",
            "by": "2026-12-04", "costs": "information", "moves": "step2_need/impact",
        },
    ],
    "questions": [
        {"id": "TI-I1", "person": "shen", "about": "pains/late-tariffs"},
        {"id": "TI-N1", "person": "shen", "about": "pains/late-tariffs"},
        {"id": "TI-P2", "person": "zhang", "about": "pains/billing-errors"},
        {"id": "TI-I3", "person": "zhang", "about": "pains/billing-errors"},
        {"id": "A-raise-agenda", "person": "shen"},
    ],
}  # fmt: skip
"""What the demo visit lacks for a plan that is good enough to go."""
GONE = "gone-from-the-playbook"
KNOWN_WISH = {"people": [{"id": "zhang", "wants": "first bills that need no correction"}]}


def all_cases() -> list[tuple[str, CONTENT]]:
    return [(p.stem, c) for p in sorted((TESTS / "checks").glob("*.yaml")) for c in read_yaml(p)["cases"]]


CASES = [pytest.param(case, id=f"{name}: {case['name']}") for name, case in all_cases()]


def changed(demo: CONTENT, case: CONTENT) -> CONTENT:
    """The good visit with the case's change; without one it is as good as before."""
    content = merge(demo, {**KNOWN_WISH, "activities": [{"id": VISIT, **GOOD}]})
    content = merge(content, case.get("deal", {}))
    content = merge(content, {"activities": [{"id": VISIT, **case.get("visit", {})}]})
    visit = next(a for a in content["activities"] if a["id"] == VISIT)
    for place, value in case.get("instead", {}).items():
        start, _, key = place.rpartition("/")
        (visit if start == "visit" else content)[key] = value
    return content


def brief_of(
    make_deal: MakeDeal,
    content: CONTENT,
    rivals: Sequence[str] = (),
    audience: str = TEAM,
    language: str = "en",
    asks: bool = True,
) -> Brief:
    """The brief of the planned visit, as the command makes it; where it `asks`, with questions."""
    deal = make_deal(content)
    stage, visit = deal.stage, planned_visit(content, TODAY)
    assert stage and visit
    desk = Desk(deal, View(deal, TODAY, stage.quote_alone), deal.playbook.library, language)
    one = room_of(desk, visit, gate.judge(stage, deal, TODAY))
    questions = reviewed(one, visit, ()) if asks else []
    return Brief(one, visit, questions, deal.playbook.library, rivals, audience)


def unheard(brief: Brief) -> set[str]:
    """Questions of the visit that the plan cannot print, but for those that a case says are gone."""
    listed = brief.visit["questions"]
    named = {q["id"] for q in listed if "id" in q} if isinstance(listed, list) else set()
    return named - {q.question for q in brief.questions} - {GONE}


def shown(path: Sequence[str | int], content: CONTENT) -> str:
    """A path in the deal, the visit by that name."""
    if path[:1] == ("activities",) and len(path) > 1:
        assert content["activities"][path[1]]["id"] == VISIT
        path = ("visit", *path[2:])
    return "/".join(map(str, path))


@pytest.mark.parametrize("case", CASES)
def test_exactly_these_flaws_are_found(make_deal: MakeDeal, demo: CONTENT, case: CONTENT) -> None:
    content = changed(demo, case)
    brief = brief_of(make_deal, content, case.get("rivals", ()))
    found = flaws(brief)
    assert not unheard(brief), "a question of the case is not in the playbook"
    assert [[f.rule, f.level, shown(f.path, content)] for f in found] == case["flaws"]
    for one in found:
        said = Finding("deal.yaml", 1, 1, one.rule, one.level, one.facts)
        assert all("MISSING" not in sentence(said, language) for language in ("en", "zh"))


def rules_of(name: str) -> set[str]:
    """The rules that a check's module can yield."""
    calls = [
        n for n in ast.walk(ast.parse((CHECKS / f"{name}.py").read_text("utf-8"))) if isinstance(n, ast.Call)
    ]
    named = [c.args[1] for c in calls if ast.unparse(c.func) == "flaw"]
    assert named and all(isinstance(n, ast.Constant) for n in named), name
    return {str(n.value) for n in named if isinstance(n, ast.Constant)}


@pytest.mark.parametrize("name", sorted(p.stem for p in CHECKS.glob("[!_]*.py")))
def test_every_rule_has_a_case_that_breaks_it_and_one_that_all_but_does(name: str) -> None:
    own = [case for file, case in all_cases() if file == name]
    broken = {rule for case in own for rule, _, _ in case["flaws"]}
    spared = {c["near"] for c in own if "near" in c and c["near"] not in [rule for rule, _, _ in c["flaws"]]}
    assert (rules_of(name) - broken, rules_of(name) - spared) == (set(), set())


STAGES = (
    "step0_incubate", "step1_trust", "step2_need", "step3_value", "step4_criteria", "step5_shield", "step6_close",
    "step7_expect", "step8_collect",
)  # fmt: skip
ABOUT_A_QUESTION = {"asks-absent", "question-not-for", "question-too-early", "question-locked", "no-request"}
ROWS: CONTENT = {
    "risks": [{"id": "r", "concern": "month end", "category": "delivery"}],
    "expectations": [{"id": "e", "topic": "engineer on site"}],
    "issues": [{"id": "i", "problem": "slow at month end", "person": "zhang"}],
    "payments": [{"id": "p", "name": "first payment", "due": "2026-11-01"}],
}


@pytest.mark.parametrize("stage", STAGES)
def test_the_coachs_own_questions_break_no_rule_about_questions(
    make_deal: MakeDeal, demo: CONTENT, stage: str
) -> None:
    """Whoever comes: what the coach chose can be put to them, now, in this order."""
    for people in (["shen"], ["zhang"], ["gao"], ["luo", "zhang"], ["shen", "zhang", "gao", "luo"]):
        visit = {
            "visit/people": people,
            "visit/questions": "unknown",
            "visit/commitments": "unknown",
            "visit/minutes": 60,
        }
        for rows in ({}, ROWS):
            content = changed(demo, {"deal": {"stage": stage, **rows}, "instead": visit})
            found = {f.rule for f in flaws(brief_of(make_deal, content))}
            assert not found & ABOUT_A_QUESTION, (people, rows)


# --- the command ------------------------------------------------------------------------------

DEAL = "deals/haichuan-charging/deal.yaml"
EARLY = "2026-12-01"
WISH = {"en": "wants: fewer bills", "zh": "wants: 少改账单"}


def team_with(folder: Path, language: str, **visit: Any) -> Path:
    """The demo team's repo, its visit complete but for what is said here."""
    root = copy_team(f"demo-{language}", folder / "team")
    before = (root / DEAL).read_text("utf-8")
    head, name, rest = before.replace("wants: unknown", WISH[language]).partition(f"- id: {VISIT}\n")
    added = {**GOOD, "questions": [*GOOD["questions"]], **visit}
    lines = [f"    {key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in added.items()]
    (root / DEAL).write_text(head + name + "".join(lines) + rest, "utf-8")
    assert here(root, ["plan", "haichuan-charging", "--lang", language]).code == 0
    return root


def line_of(root: Path, text: str) -> tuple[int, int]:
    """Where a text first stands in the deal's file."""
    before = (root / DEAL).read_text("utf-8").partition(text)[0]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def commitments(**minimum: str) -> list[CONTENT]:
    return [GOOD["commitments"][0], {**GOOD["commitments"][1], **minimum}]


@pytest.mark.parametrize(("language", "verdict"), [("en", "is due on"), ("zh", "早于拜访日")])
def test_the_command_says_where_and_what(tmp_path: Path, language: str, verdict: str) -> None:
    root = team_with(tmp_path, language, commitments=commitments(by=EARLY))
    done = here(root, ["plan", "haichuan-charging", "--check", "--lang", language])
    line, column = line_of(root, f'"{EARLY}"')
    assert done.code == 1
    assert done.out.startswith(f"{DEAL}:{line}:{column}: commitment-too-early: ") and verdict in done.out
    assert len(done.out.splitlines()) == 1


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_good_plan_may_go(tmp_path: Path, language: str) -> None:
    root = team_with(tmp_path, language)
    done = here(root, ["plan", "haichuan-charging", "--check", "--lang", language])
    assert (done.code, done.out) == (0, "") and done.err


def test_no_plan_no_visit(tmp_path: Path) -> None:
    root = team_with(tmp_path, "en")
    [plan] = (root / DEAL).parent.glob("plans/*.md")
    plan.unlink()
    done = here(root, ["plan", "haichuan-charging", "--check"])
    assert done.code == 1 and ": no-plan: " in done.out and len(done.out.splitlines()) == 1


@pytest.mark.parametrize(
    ("flags", "code"), [([], 0), (["--fail-on", "warning"], 1), (["--fail-on", "error"], 0)]
)
def test_a_warning_fails_only_where_it_is_told_to(tmp_path: Path, flags: list[str], code: int) -> None:
    alike = commitments(action=GOOD["commitments"][0]["action"])
    root = team_with(tmp_path, "en", commitments=alike)
    done = here(root, ["plan", "haichuan-charging", "--check", *flags])
    assert (done.code, "commitments-alike" in done.out) == (code, True)


def test_the_findings_as_json(tmp_path: Path) -> None:
    root = team_with(tmp_path, "en", commitments=commitments(by=EARLY))
    done = here(root, ["plan", "haichuan-charging", "--check", "--format", "json"])
    found = json.loads(done.out)["findings"]
    line, column = line_of(root, f'"{EARLY}"')
    assert done.code == 1
    assert [{k: v for k, v in f.items() if k != "message"} for f in found] == [
        {"path": DEAL, "line": line, "column": column, "rule": "commitment-too-early", "level": "error"}
    ]
    assert EARLY in found[0]["message"]
