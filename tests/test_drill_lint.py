"""The linter of drill content: every rule by the one change that breaks the guide's example, with its place."""

import json
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import ROOT, TESTS, TODAY, read_yaml
from journeys.tool import Ran, here

from salescoach.drill import rows
from salescoach.drill.heard import TYPES
from salescoach.drill.rows import _window
from salescoach.files.playbooks import read_playbook
from salescoach.findings import Finding, worst
from salescoach.formats.lines import render
from salescoach.lint.drills import (
    Case,
    RubricCase,
    TalkerCase,
    There,
    check_rubric,
    check_scenario,
    check_talker,
)
from salescoach.messages import texts
from salescoach.playbook.drills import load_rubric, load_scenario, load_talker
from salescoach.playbook.load import load
from salescoach.playbook.model import Playbook
from salescoach.playbook.scenario import ACTS, SITUATIONS

GUIDES = {language: ROOT / "docs" / f"scenarios{end}.md" for language, end in (("en", ""), ("zh", ".zh"))}
BUNDLED = ROOT / "playbooks" / "value-competition"
DRILL = BUNDLED / "drill"


@cache
def blocks(language: str = "en") -> list[str]:
    """The playbook, the scenario, the rubric and the corrections of the guide."""
    found = re.findall(
        r"^( *)```yaml\n(.*?)^ *```", GUIDES[language].read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    return [re.sub(f"^{indent}", "", text, flags=re.MULTILINE) for indent, text in found]


PLAYBOOK, SCENARIO, RUBRIC, CORRECTIONS = blocks()
TALKER = (DRILL / "buyers" / "amiable.yaml").read_text("utf-8")
THERE = There(["listening", "spin"], ["amiable", "analytical", "driver", "expressive"])


@cache
def bundled() -> Playbook:
    playbook = load(read_playbook(BUNDLED)).playbook
    assert playbook is not None
    return playbook


def in_scenario(text: str, rubric_text: str = RUBRIC) -> list[Finding]:
    scenario, loaded = load_scenario(text.encode(), "soft-boxes.yaml")
    if scenario is None:
        return loaded.findings
    rubric, _ = load_rubric(rubric_text.encode(), "listening.yaml")
    scored = rubric if worst(in_rubric(rubric_text)) != "error" else None
    talker, _ = load_talker(TALKER.encode(), "amiable.yaml")
    case = Case(loaded, bundled(), "soft-boxes", scenario, rubric, scored, talker, THERE, TODAY)
    return [*loaded.findings, *check_scenario(case)]


def in_rubric(text: str) -> list[Finding]:
    rubric, loaded = load_rubric(text.encode(), "listening.yaml")
    more = check_rubric(RubricCase(loaded, bundled(), "listening", rubric)) if rubric is not None else []
    return [*loaded.findings, *more]


def in_talker(text: str) -> list[Finding]:
    talker, loaded = load_talker(text.encode(), "amiable.yaml")
    more = check_talker(TalkerCase(loaded, bundled(), "amiable", talker)) if talker is not None else []
    return [*loaded.findings, *more]


def test_the_example_is_right() -> None:
    assert render([*in_scenario(SCENARIO), *in_rubric(RUBRIC), *in_talker(TALKER)], "en") == ""


class Change(NamedTuple):
    """One change, and the rule that must come out at the line where `at` stands afterwards; "" for none."""

    change: str
    to: str
    rule: str = ""
    at: str = ""
    level: str = "error"

    def made(self, text: str) -> str:
        return changed(text, self.change, self.to)


def changes(name: str) -> list[Change]:
    return [Change(**one) for one in read_yaml(TESTS / "drill_lint" / f"{name}.yaml")["cases"]]


SCENARIO_CHANGES, RUBRIC_CHANGES, TALKER_CHANGES = map(changes, ("scenario", "rubric", "talker"))


def line_of(text: str, mark: str) -> int:
    assert mark in text, mark
    return text.partition(mark)[0].count("\n") + 1


def seen(findings: list[Finding]) -> list[tuple[str, str, int]]:
    return [(f.rule, f.level, f.line) for f in findings]


def changed(text: str, old: str, new: str) -> str:
    assert old in text, old
    return text.replace(old, new, 1)


def named(one: Change) -> str:
    return f"{one.rule}: {one.to[:30]}"


def holds(one: Change, text: str, found: list[Finding]) -> bool:
    expected = (one.rule, one.level, line_of(text, one.at)) if one.rule else None
    return expected in seen(found) if expected else not found


@pytest.mark.parametrize("one", SCENARIO_CHANGES, ids=named)
def test_a_change_of_the_scenario_is_found_where_it_was_made(one: Change) -> None:
    text = one.made(SCENARIO)
    found = in_scenario(text)
    assert holds(one, text, found), render(found, "en")


@pytest.mark.parametrize("one", RUBRIC_CHANGES, ids=named)
def test_a_change_of_the_rubric_is_found(one: Change) -> None:
    text = one.made(RUBRIC)
    found = in_rubric(text)
    assert holds(one, text, found), render(found, "en")


@pytest.mark.parametrize("one", TALKER_CHANGES, ids=named)
def test_a_change_of_a_way_of_talking_is_found(one: Change) -> None:
    text = one.made(TALKER)
    found = in_talker(text)
    assert holds(one, text, found), render(found, "en")


SCORES = [
    # what of the rubric this scenario holds too little of
    ("target: 1\n    points: 20", "target: 3\n    points: 20", "need"),
    ("    over: 2\n", "    over: 4\n", "implication"),
    ("target: 2\n    points: 15", "target: 2\n    spread: rows\n    over: 2\n    points: 15", "problem"),
]


@pytest.mark.parametrize(("old", "new", "row"), SCORES, ids=lambda v: str(v)[:20])
def test_a_row_that_can_never_be_full_is_a_warning(old: str, new: str, row: str) -> None:
    found = in_scenario(SCENARIO, changed(RUBRIC, old, new))
    assert [(f.rule, f.level, f.line, f.facts["value"]) for f in found] == [
        ("row-never-full", "warning", line_of(SCENARIO, "rubric: "), row)
    ]


def test_a_score_that_can_never_be_reached_is_an_error() -> None:
    text = changed(SCENARIO, "score: 60", "score: 95")
    found = seen(in_scenario(text, changed(RUBRIC, "    over: 2\n", "    over: 4\n")))
    assert ("score-too-high", "error", line_of(text, "score: 95")) in found


def only_fact(address: str) -> str:
    """The example with one fact alone."""
    start, rest = SCENARIO.split("  evidence:\n")
    records, rest = rest.split("reactions:\n")
    reactions, rest = rest.split("mines:\n")
    record = next(r for r in re.split(r"(?m)^(?=    - )", records) if f"for: {address}\n" in r)
    reaction = next(r for r in re.split(r"(?m)^(?=  - )", reactions) if f"at: {address}\n" in r)
    text = f"{start}  evidence:\n{record}reactions:\n{reaction}mines:\n{rest}"
    text = text.replace("found: [pains/damp/symptom]", "found: []")
    return text.replace("    after: [pains/damp/symptom]\n", "")


def test_an_impact_without_its_symptom_can_never_be_told() -> None:
    text = only_fact("pains/damp/impacts/process")
    found = seen(in_scenario(text))
    assert ("fact-never-open", "error", line_of(text, "at: pains/damp/impacts/process")) in found


def test_there_must_be_something_to_sum_up() -> None:
    text = only_fact("pains/damp/impacts/personal")
    assert ("nothing-to-sum-up", "error", line_of(text, "after_summaries")) in seen(in_scenario(text))


def without_words(text: str) -> str:
    """The same with nothing that tells which question means the fact."""
    head, reactions = text.split("reactions:\n")
    return f"{head}reactions:\n" + re.sub("    about:\n      en: .*\n      zh: .*\n", "", reactions, count=1)


def test_a_fact_that_nothing_names_is_not_reached() -> None:
    text = without_words(only_fact("pains/damp/symptom"))
    assert ("fact-unreachable", "error", line_of(text, "- at: pains/damp/symptom")) in seen(in_scenario(text))


def test_in_a_room_nobody_needs_words_that_are_recognised() -> None:
    players = (
        "players:\n  - {id: chair, title: {en: Chair, zh: 主持}, brief: {en: Lead it., zh: 主持会议。}}\n"
    )
    assert in_scenario(without_words(only_fact("pains/damp/symptom")) + players) == []


def test_every_finding_can_be_said_in_both_languages() -> None:
    found = [f for one in SCENARIO_CHANGES for f in in_scenario(one.made(SCENARIO))]
    found += [f for one in RUBRIC_CHANGES for f in in_rubric(one.made(RUBRIC))]
    found += [f for one in TALKER_CHANGES for f in in_talker(one.made(TALKER))]
    english, chinese = (render(found, language).splitlines() for language in ("en", "zh"))
    assert len(english) == len(chinese) == len(found)
    assert all(re.search(r"[\u4e00-\u9fff]", line) for line in chinese)


def test_every_rule_has_a_change_that_breaks_it() -> None:
    words = r'"([a-z]+(?:-[a-z]+)+)"'
    sources = (ROOT / "salescoach" / "lint" / "drills").rglob("*.py")
    rules = {w for path in sources for w in re.findall(words, path.read_text("utf-8"))} & set(
        texts("findings")
    )
    own = {"fact-never-open", "fact-unreachable", "nothing-to-sum-up", "row-never-full", "score-too-high"}
    own |= {"answer-twice", "card-nowhere"}  # of decks: test_drill_cards.py
    own |= {"corrected-twice", "no-words", "unknown-scenario"}  # of corrections: test_corrections.py
    tried = {one.rule for one in [*SCENARIO_CHANGES, *RUBRIC_CHANGES, *TALKER_CHANGES]}
    assert rules - tried == own, "these have a test of their own above"


def test_a_wrong_type_brings_no_second_error_about_the_facts_that_wait_for_it() -> None:
    text = changed(
        SCENARIO, "- at: pains/damp/symptom\n", "- at: pains/damp/symptom\n    types: [P, other]\n"
    )
    assert [f.rule for f in in_scenario(text)] == ["unknown-line-type"]


def test_whoever_wrote_only_the_head_is_told_all_that_lacks() -> None:
    head = SCENARIO.partition("pass:\n")[0]
    told = render(in_scenario(head), "en")
    lacking = re.findall(r"missing-key: '(\w+)' is missing", told)
    assert sorted(lacking) == ["brief", "buyer", "debrief", "opening", "truth"], told
    assert "'brief' is missing here. Add it, with: situation, objective, fallback, targets." in told
    assert "其中要有：situation、objective、fallback、targets。" in render(in_scenario(head), "zh")


def test_a_circle_is_told_whole() -> None:
    row = "boxes-that-give-way-in-the-cold-store-every-week-of-the-year"
    text = SCENARIO.replace("damp", row)
    text = changed(text, "after_summaries: 1", f"after: [pains/{row}/impacts/process]")
    waits = f"    after: [pains/{row}/impacts/personal]\n    too_early:\n"
    told = render(in_scenario(changed(text, "    too_early:\n", waits)), "en")
    first, second = f"pains/{row}/impacts/process", f"pains/{row}/impacts/personal"
    assert f"{first} -> {second} -> {first}. Take one of these out of 'after'" in told


PARTS = [
    "mood: x",
    "truth: []",
    "truth: {pains: 5}",
    "truth: {evidence: [5, {for: 3}, {for: []}]}",
    "start: {people: {}}",
]


@pytest.mark.parametrize("part", PARTS)
def test_what_has_no_shape_is_said_and_breaks_nothing(part: str) -> None:
    key = part.partition(":")[0]
    text = re.sub(rf"(?m)^{key}:.*\n(?:  .*\n)*", f"{part}\n", SCENARIO)
    assert worst(in_scenario(text)) == "error"


def test_no_cut_of_the_scenario_breaks_the_linter() -> None:
    """Every line left out, one at a time."""
    lines = SCENARIO.splitlines(keepends=True)
    for at in range(0, len(lines), 3):
        in_scenario("".join(lines[:at] + lines[at + 1 :]))


# --- the guide and the command ---------------------------------------------------------------------


def write_guide(root: Path, scenario: str = SCENARIO) -> Path:
    """Write the files of the guide into a team's folder; returns the folder."""
    drill = root / "playbooks" / "ours" / "drill"
    for folder in (root / "deals", drill / "scenarios", drill / "rubrics"):
        folder.mkdir(parents=True)
    (root / "playbooks/ours/playbook.yaml").write_text(PLAYBOOK, "utf-8")
    (drill / "scenarios/soft-boxes.yaml").write_text(scenario, "utf-8")
    (drill / "rubrics/listening.yaml").write_text(RUBRIC, "utf-8")
    return root


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A team's folder with the files of the guide."""
    return write_guide(tmp_path)


def spoil(team: Path, old: str, new: str) -> None:
    path = team / "playbooks/ours/drill/scenarios/soft-boxes.yaml"
    path.write_text(changed(path.read_text("utf-8"), old, new), "utf-8")


def tool(team: Path, *words: str) -> Ran:
    return here(team, [*words, "--lang", "en"])


LINES = {
    "en": """small_talk| Good morning, Ms Han. Thank you for your time.
other| May I take notes?
P| What goes wrong with the boxes in the cold store?
I| How much does the repacking cost you?
summary| So the lower boxes give way after three days, every week, and two people repack them by hand.
I| What does it do to your day, for you?
P| Where else do the stacks give trouble?
N| How would it help if the boxes stood in the cold for ten days?
commitment| Would you walk through the cold store with your director and us next week?
""",
    "zh": """small_talk| 韩经理早，谢谢您抽时间。
other| 我记一下，可以吗？
P| 冷库里的箱子哪里不顺？
I| 重新装箱一年要花多少钱？
summary| 最下面的箱子放三天就发软，每周都有，得两个人重新装箱。
I| 这对您个人有什么影响？
I| 对您来说还有什么影响？
P| 堆垛还有哪里有麻烦？
N| 箱子在冷库里能立十天，对您有什么帮助？
commitment| 下周能请厂长和我们一起走一趟冷库吗？
""",
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_example_is_linted_and_played_to_a_pass(language: str, team: Path) -> None:
    linted = tool(team, "drill", "lint", "playbooks/ours")
    assert (linted.code, linted.out) == (0, ""), linted.out
    (team / "lines.txt").write_text(LINES[language], "utf-8")
    ran = here(
        team, ["drill", "play", "soft-boxes", "--lines", "lines.txt", "--seed", "1", "--lang", language]
    )
    assert ran.code == 0 and ran.out.splitlines()[2].startswith("**100"), ran.out


def test_both_guides_show_the_same_files() -> None:
    assert blocks("en") == blocks("zh")


def table(language: str, header: str) -> list[list[str]]:
    """The rows of the table that begins with this header: the names in each cell."""
    lines = GUIDES[language].read_text("utf-8").splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith(f"| {header} |")) + 2
    last = next((at for at in range(first, len(lines)) if not lines[at].startswith("|")), len(lines))
    return [
        [" ".join(re.findall(r"`([^`]+)`", cell)) for cell in line.split("|")[1:-1]]
        for line in lines[first:last]
    ]


HEADERS = {"en": ("act", "situation", "kind", "parameter"), "zh": ("行为", "情形", "类型", "参数")}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_tables_of_the_guide_are_those_of_the_code(language: str) -> None:
    acts, situations, kinds, windows = (table(language, header) for header in HEADERS[language])
    assert [row[0] for row in acts] == list(dict.fromkeys([*TYPES, *ACTS]))
    assert [row[0] for row in situations] == list(SITUATIONS)
    own = {row[0]: row[2].split() for row in kinds}
    assert set(own) == set(rows.names())
    for name, parameters in own.items():
        declared = [p for p in rows.kind(name).PARAMETERS if p not in _window.PARAMETERS or name == "follows"]
        assert parameters == declared, name
    assert [row[0] for row in windows] == list(_window.PARAMETERS)


def test_all_bundled_files_lint_clean(tmp_path: Path) -> None:
    ran = tool(tmp_path, "drill", "lint", "--fail-on", "note")
    assert (ran.code, ran.out) == (0, "")


def test_every_finding_comes_at_once_and_for_programs(team: Path) -> None:
    spoil(team, "stage: step2_need", "stage: step2")
    spoil(team, "minute: 5", "minute: 50")
    ran = tool(team, "drill", "lint", "soft-boxes", "--format", "json")
    assert ran.code == 1
    assert [f["rule"] for f in json.loads(ran.out)["findings"]] == ["unknown-stage", "outside-the-talk"]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["soft-boxes"],
        ["playbooks/ours"],
        ["playbooks/ours/drill"],
        ["playbooks/ours/drill/scenarios"],
        ["playbooks/ours/drill/scenarios/soft-boxes.yaml"],
    ],
)
def test_a_scenario_is_found_by_name_file_and_folder(words: list[str], team: Path) -> None:
    spoil(team, "minute: 5", "minute: 50")
    ran = tool(team, "drill", "lint", *words)
    assert ran.code == 1
    assert ran.out.startswith("playbooks/ours/drill/scenarios/soft-boxes.yaml:")


def test_a_playbook_is_linted_with_its_drill_content(team: Path) -> None:
    spoil(team, "minute: 5", "minute: 50")
    ran = tool(team, "playbook", "lint", "ours")
    assert ran.code == 1 and "outside-the-talk" in ran.out


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("playbook: ours", "playbook: our", "unknown-playbook"),
        ("minute: 5", "minute: 50", "outside-the-talk"),
    ],
)
def test_a_scenario_with_errors_is_not_played(old: str, new: str, said: str, team: Path) -> None:
    spoil(team, old, new)
    (team / "lines.txt").write_text(LINES["en"], "utf-8")
    ran = tool(team, "drill", "play", "soft-boxes", "--lines", "lines.txt")
    assert ran.code != 0 and said in ran.out + ran.err


def test_what_is_not_there_is_said(team: Path) -> None:
    (team / "empty").mkdir()
    for words, said in (
        (["soft-box"], "soft-boxes"),
        (["empty"], "holds no scenario"),
        (["--fail-on", "x"], "'x'"),
    ):
        ran = tool(team, "drill", "lint", *words)
        assert ran.code == 2 and said in ran.err
