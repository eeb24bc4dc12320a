"""Every rule of `check` but the exit criteria (test_gates.py): what yields it, where, how it is said, what does not.

`rules/<family>.yaml` has the cases of `salescoach/rules/<family>.py`, `checking/file.yaml` those of the file itself. A
case edits a golden deal (goldens.py) and `finds` the rule at `at` (line:column) and `level`; `near` are the closest
edits that do not. Nothing else may be found, but what `also` names. `today`, the `team`'s settings and the stage in
which git had the deal before (`was`) are given where they matter; `what`, `why` and `next` are the words.

`checking/repo.yaml` has what is found in a team's repo as a whole: each case writes files; with `git` a
repo holds them, all but the `nested` folders, which are repos of their own.
"""

import ast
import json
import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, TESTS, TODAY, read_yaml
from goldens import EDITS, changed, golden
from journeys.repo import git
from journeys.tool import DEAL, copy_team, here
from test_check_faults import ROWS

from salescoach import derived, rules
from salescoach.call import Call
from salescoach.checking.explain import explain
from salescoach.checking.judging import Judgement
from salescoach.checking.words import told
from salescoach.deal.check import check
from salescoach.deal.deal import Deal, View
from salescoach.messages import speaker, texts
from salescoach.playbook.model import Playbook
from salescoach.playbook.team import Team
from salescoach.report import Told
from salescoach.rules import Base
from salescoach.yamlfile.read import read

Case = Mapping[str, Any]
SLOT = re.compile(r"\{\w*\}")
SETTINGS = Team(approvers=("ruth",))


def listed(*paths: Path) -> list[Any]:
    """The cases of some files."""
    held = {path.stem: read_yaml(path)["cases"] for path in paths}
    return [pytest.param(c, id=f"{stem}: {c['finds']}: {c['name']}") for stem in held for c in held[stem]]


def neighbours(cases: Sequence[Any]) -> list[Any]:
    """The near misses of cases, each with its case."""
    return [
        pytest.param(c, near, id=f"{c['finds']}: {near['name']}")
        for c in (p.values[0] for p in cases)
        for near in c.get("near", ())
    ]


DEALS = listed(*sorted((TESTS / "rules").glob("*.yaml")), TESTS / "checking" / "file.yaml")
REPOS = listed(TESTS / "checking" / "repo.yaml")


class Court:
    """Judges texts as `check` does, and tells what is new against the golden deal."""

    def __init__(self, playbook: Playbook) -> None:
        self.playbook = playbook
        self.before = cache(self._before)

    def _before(self, folder: Path) -> Counter[tuple[str, str]]:
        return Counter(kinds(self.judged(folder, golden(folder), {})))

    def judged(self, folder: Path, text: str, case: Case) -> Judgement:
        """The file and what it claims, judged on the case's day."""
        document = read(text.encode(), "deals/dunmore/deal.yaml")
        assert isinstance(document.data, dict)
        deal = Deal("dunmore", document.data, self.playbook, derived)
        today = date.fromisoformat(case.get("today", EDITS[folder]["today"]))
        team = Team(**case["team"]) if "team" in case else SETTINGS
        one = rules.Case(document, deal, team, today, Base(case["was"]) if "was" in case else None)
        found = [*document.findings, *check(document, deal, View(deal, today)), *rules.check(one)]
        return Judgement(document, sorted(found, key=lambda f: (f.line, f.column, f.rule)), one)

    def new(self, case: Case, edits: Sequence[Case]) -> tuple[Judgement, Counter[tuple[str, str]]]:
        """The judgement after edits, and what it finds that the golden deal does not have."""
        folder = TESTS / "gates" / case["deal"]
        text = golden(folder)
        for edit in edits:
            text = changed(text, edit)
        found = self.judged(folder, text, case)
        return found, Counter(kinds(found)) - self.before(folder)


def kinds(judgement: Judgement) -> list[tuple[str, str]]:
    """What was found, whatever its place: of an exit criterion also how it is told."""
    return [(f"{f.said}: {f.rule}" if f.said else f.rule, f.level) for f in judgement.findings]


@pytest.fixture(scope="module")
def court(playbook: Playbook) -> Court:
    return Court(playbook)


def also(case: Case) -> Counter[tuple[str, str]]:
    """What else a case says it finds: `level rule`."""
    found = (entry.partition(" ") for entry in case.get("also", ()))
    return Counter((rule, level) for level, _, rule in found)


@pytest.mark.parametrize("case", DEALS)
def test_what_is_wrong_is_found_where_it_stands(case: Case, court: Court) -> None:
    judgement, new = court.new(case, case.get("edits", ()))
    assert new == Counter([(case["finds"], case["level"])]) + also(case)
    at = next(
        n for n, f in enumerate(judgement.findings)
        if (case["finds"], case["level"]) == kinds(judgement)[n] and f"{f.line}:{f.column}" == case["at"]
    )  # fmt: skip
    english, chinese = (told(judgement, language)[at] for language in ("en", "zh"))
    assert english.what == case["what"]
    assert case.get("why", "") in english.why and english.todo == case.get("next", "")
    assert english.what != chinese.what and bool(english.why) == bool(chinese.why)
    for one in (english, chinese):
        assert_whole(one)


@pytest.mark.parametrize(("case", "near"), neighbours(DEALS))
def test_what_is_right_is_left_alone(case: Case, near: Case, court: Court) -> None:
    _, new = court.new({**case, **near}, near.get("edits", ()))
    assert new == also(near)


def assert_whole(one: Told) -> None:
    """Sentences without a gap."""
    assert one.what.strip() and one.mark
    for text in (one.what, one.why, one.todo):
        assert not SLOT.search(text) and "None" not in text, text


# --- a repo -----------------------------------------------------------------------------------


def team(case: Case, root: Path) -> Path:
    """A team's repo with the files of a case; `harbour` stands for the team's deal after the edits."""
    copy_team("desk", root)
    deal = (root / DEAL).read_text(encoding="utf-8")
    for edit in case.get("edits", ()):
        deal = changed(deal, edit)
    for name, content in case["files"].items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(deal if content == "harbour" else content, encoding="utf-8")
    nested = case.get("nested", ())
    if "git" in case:
        git(root, "init", "-q")
        git(root, "add", ".", *(f":!{name}" for name in nested))
    for name in nested:
        git(root / name, "init", "-q")
    return root


def told_of(root: Path) -> list[Told]:
    """Everything that `check` finds there."""
    ran = here(root, ["check", "--format", "json", "--lang", "en"])
    assert ran.code in (0, 1) and ran.err == "", ran
    report = json.loads(ran.out)
    found = [*report["findings"], *(f for deal in report["deals"] for f in deal["findings"])]
    return [Told(**f) for f in found]


def counted(found: Sequence[Told]) -> Counter[tuple[str, str]]:
    return Counter((t.rule, t.level) for t in found)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Counter[tuple[str, str]]:
    """What is found in the team's repo as it is, for each of its deals."""
    return counted(told_of(copy_team("desk", tmp_path_factory.mktemp("before") / "team")))


def new_in(root: Path, found: Sequence[Told], before: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """What is found that was not, but for the notes that every deal has."""
    return Counter({kind: n for kind, n in (counted(found) - before).items() if kind[1] != "note"})


@pytest.mark.parametrize("case", REPOS)
def test_what_is_wrong_in_a_repo_is_found(
    case: Case, tmp_path: Path, before: Counter[tuple[str, str]]
) -> None:
    root = team(case, tmp_path / "team")
    found = told_of(root)
    assert new_in(root, found, before) == Counter([(case["finds"], case["level"])]) + also(case)
    at = next(n for n, t in enumerate(found) if (t.rule, t.level) == (case["finds"], case["level"]))
    one = found[at]
    assert f"{one.path}:{one.line}:{one.column}".removesuffix(":0:0") == case["at"]
    assert one.what == case["what"]
    assert_whole(one)


@pytest.mark.parametrize(("case", "near"), neighbours(REPOS))
def test_what_is_right_in_a_repo_is_left_alone(
    case: Case, near: Case, tmp_path: Path, before: Counter[tuple[str, str]]
) -> None:
    root = team(near, tmp_path / "team")
    assert new_in(root, told_of(root), before) == also(near)


# --- none is without its case -------------------------------------------------------------------

NAMED_BY = ("rules", "checking", "fields", "yamlfile", "deal/check.py", "deal/waivers.py", "playbook/team.py")
OTHERS = ("flow_traps.py",)
"""Where rules are named that `check` may find; what only the linter of playbooks asks for."""
SENTENCES: Mapping[str, Mapping[str, str]] = texts("findings")
ACROSS = {name for name in SENTENCES if name.startswith("deal-")}
"""Names of folders that are none: the rule is put together from the error's key."""


def named() -> set[str]:
    """Every rule that is named there: a text of the code that is also the id of a sentence."""
    parts = [ROOT / "salescoach" / part for part in NAMED_BY]
    paths = [p for part in parts for p in ([part] if part.suffix else part.glob("*.py"))]
    nodes = (
        node
        for path in paths
        if path.name not in OTHERS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    )
    said = {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    return (said & set(SENTENCES)) | ACROSS


def test_every_rule_has_a_case() -> None:
    """What is no YAML is tried with the real command, in test_check_faults.py."""
    cases = {p.values[0]["finds"].partition(": ")[0] for p in (*DEALS, *REPOS)}
    gates = {name for name in texts("check") if name.startswith("gate-")}
    rows = {row.rule for row in ROWS}
    assert (named() | gates) - cases - rows == set()
    assert cases - named() - gates == set()


@pytest.fixture(scope="module")
def calls() -> list[Call]:
    return [Call(x, speaker(x), TODAY, None, None, False, os.environ) for x in ("en", "zh")]


@pytest.mark.parametrize("rule", sorted(named()))
def test_every_rule_is_explained_in_both_languages(rule: str, calls: Sequence[Call]) -> None:
    english, chinese = (explain(call, None, rule).splitlines() for call in calls)
    assert english[0] == chinese[0] == rule
    assert english[1].startswith("Says: ") and chinese[1].startswith("提示：")
    assert len(english) == len(chinese) == 2 + (rule in texts("whys"))
    assert not any(SLOT.search(line) for line in (*english, *chinese))
