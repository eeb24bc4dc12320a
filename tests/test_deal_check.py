"""What is wrong in a deal, or in answers to be put into one: each bad content with its rule and its place."""

import re
from pathlib import Path

import pytest
from conftest import TODAY, MakeDeal
from journeys.tool import DEAL, Ran, copy_team, here, snapshot

from salescoach.deal.check import check
from salescoach.deal.deal import View
from salescoach.findings import Finding
from salescoach.formats.lines import render
from salescoach.yamlfile.read import read

HEAD = """\
playbook: value-competition
customer: Bad
stage: step2_need
team: [{id: lin, name: Lin}]
people: [{id: shen, name: Shen}]
"""
VISIT = HEAD + "activities:\n  - id: visit\n"  # what comes next stands in line 8
BEST = VISIT + "    commitments:\n      - id: best\n"  # line 10
SEEN = (
    HEAD + "evidence:\n  - for: people/shen/name\n    grade: customer_action\n    person: shen\n"
)  # line 10


def found_in(text: str, make_deal: MakeDeal) -> list[Finding]:
    """What the check finds in a deal file of the bundled playbook."""
    document = read(text.encode(), "deal.yaml")
    assert isinstance(document.data, dict) and not document.findings, document.findings
    deal = make_deal(document.data)
    return check(document, deal, View(deal, TODAY))


BAD = [
    (VISIT + "    minutes: -5\n", "8:14 not-minutes"),
    (VISIT + "    minutes: 0\n", "8:14 not-minutes"),
    (VISIT + "    minutes: 1441\n", "8:14 not-minutes"),
    (VISIT + "    minutes: 45.5\n", "8:14 not-minutes"),
    (VISIT + "    minutes: true\n", "8:14 not-minutes"),
    (VISIT + "    minutes: an hour\n", "8:14 not-minutes"),
    (VISIT + "    minutes: [45]\n", "8:14 not-minutes"),
    (VISIT + '    time: "25:99"\n', "8:11 not-a-time"),
    (VISIT + '    time: "24:00"\n', "8:11 not-a-time"),
    (VISIT + '    time: "9:30"\n', "8:11 not-a-time"),
    (VISIT + "    time: 14\n", "8:11 not-a-time"),
    (VISIT + "    time: １４:００\n", "8:11 not-a-time"),
    (VISIT + "    objections: too dear\n", "8:17 not-a-list"),
    (VISIT + "    objections:\n      - too dear\n      - 5\n", "10:9 not-text"),
    (VISIT + "    tasks: {a: b}\n", "8:12 not-a-list"),
    (VISIT + "    tasks: [rehearse, [agenda]]\n", "8:23 not-text"),
    (VISIT + "    objective: [a]\n", "8:16 not-text"),
    (VISIT + "    reason: 7\n", "8:13 not-text"),
    (VISIT + "    place: true\n", "8:12 not-text"),
    (VISIT + "    stop_if: {a: b}\n", "8:14 not-text"),
    (VISIT + "    people: [[shen]]\n", "8:14 no-such-row"),
    (VISIT + "    team: lin\n", "8:11 not-a-list"),
    (VISIT + "    parts: [notes]\n", "8:12 not-a-mapping"),
    (VISIT + "    parts: {lim: notes}\n", "8:13 no-such-row"),
    (VISIT + "    parts: {lin: [notes]}\n", "8:18 not-text"),
    (VISIT + "    commitments: she calls\n", "8:18 not-a-list"),
    (VISIT + "    commitments: [she calls]\n", "8:19 not-a-mapping"),
    (BEST + "        person: lin\n", "10:17 no-such-row"),
    (BEST + "        person: [shen]\n", "10:17 no-such-row"),
    (BEST + "        action: 5\n", "10:17 not-text"),
    (BEST + "        costs: time\n", "10:16 not-a-choice"),
    (BEST + "        costs: [effort]\n", "10:16 not-a-choice"),
    (BEST + "        by: soon\n", "10:13 not-a-date"),
    (BEST + "        moves: step2_need\n", "10:16 no-such-criterion"),
    (BEST + "        moves: [step2_need/raises-it]\n", "10:16 no-such-criterion"),
    (HEAD + "commitments:\n  - id: best\n    moves: step2_need/raise\n", "8:12 no-such-criterion"),
    (SEEN + "    date: 2026-11-22\n", "10:11 evidence-in-the-future"),
    (SEEN.replace("person: shen", "person: she") + "    date: 2026-11-18\n", "9:13 no-such-row"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), BAD, ids=[" ".join(t.split()[-2:]) for t, _ in BAD])
def test_bad_content_is_found_where_it_stands(text: str, told: str, make_deal: MakeDeal) -> None:
    assert [f"{f.line}:{f.column} {f.rule}" for f in found_in(text, make_deal)] == [told]


GOOD = [
    VISIT + f"    {line}\n"
    for line in (
        "minutes: 1", "minutes: 1440", "minutes: unknown", "minutes:", 'time: "00:00"', "time: 23:59",
        "time: unknown", "objections: [too dear, too late]", "tasks: []", "tasks: unknown", "place: unknown",
        "objective: Hear what hurts.", "parts: {lin: notes}", "people: unknown", "stop_if:", "commitments:",
        "commitments: [{id: best, person: shen, action: calls, costs: access, moves: step2_need/raises-it}]",
        "commitments: [{id: best, person: unknown, costs: unknown, moves: unknown, by: unknown}]",
    )
]  # fmt: skip
GOOD += [SEEN + "    date: 2026-11-21\n"]


@pytest.mark.parametrize("text", GOOD, ids=lambda t: t.splitlines()[-1].strip()[:30])
def test_right_content_is_left_alone(text: str, make_deal: MakeDeal) -> None:
    assert found_in(text, make_deal) == []


def test_all_is_told_at_once_with_its_cure(make_deal: MakeDeal) -> None:
    text = BEST + "        costs: efort\n        moves: step2_need/raises-its\n" + '    time: "25:99"\n'
    told = render(found_in(text + "evidence: []\n", make_deal), "en").splitlines()
    assert [x.split(" ")[0] for x in told] == ["deal.yaml:10:16:", "deal.yaml:11:16:", "deal.yaml:12:11:"]
    assert told[0].endswith("Did you mean 'effort'?")
    assert "no exit criterion 'step2_need/raises-its'" in told[1] and "'criteria'" not in told[1]
    assert told[1].endswith("Did you mean 'step2_need/raises-it'?")


def test_evidence_still_to_come_is_a_warning(make_deal: MakeDeal) -> None:
    found = found_in(SEEN + "    date: 2026-12-01\n", make_deal)
    assert [f.level for f in found] == ["warning"]
    assert "'2026-12-01' is still to come (today: 2026-11-21)" in render(found, "en")
    assert "今天是 2026-11-21" in render(found, "zh")


# --- answers -------------------------------------------------------------------------------------

SAID = (
    "evidence: [{for: pains/shades/symptom, grade: customer_quote, person: %s, date: 2026-11-18, words: w}]\n"
)
ANSWERS = [
    ("pains:\n  - {id: a, symptom: x}\n  - {id: a, symptom: y}\n", ["3:10 duplicate-id"]),
    ("people:\n  - {id: kim, name: A}\n  - {id: kim, name: B}\n" + SAID % "kim", ["3:10 duplicate-id"]),
    (SAID % "nobody", ["1:71 no-such-row"]),
    ("peple: []\npains: [{id: shades, owner: nobody}]\n" + SAID % "nobody",
     ["1:1 unknown-key", "2:29 no-such-row", "3:71 no-such-row"]),
    ("playbook: other\n", ["1:1 answers-cannot-change"]),
    ("pains: []\nstage: prove\n", ["2:1 answers-cannot-change"]),
    ("stage:\ncustomer: 5\n", ["1:1 answers-cannot-change", "2:11 missing-key", "2:11 not-text"]),
    ("stage: nowhere\npains: [{id: a, cost: much}]\n", ["1:1 answers-cannot-change", "2:23 not-a-number"]),
    ("activities:\n  - id: 2026-12-02-visit\n    minutes: 0\n    parts: {lin-qing: 3}\n",
     ["3:14 not-minutes", "4:23 not-text"]),
    ("pains:\n  - {symptom: no id}\n", ["2:5 missing-key"]),
]  # fmt: skip


def answer(tmp_path: Path, text: str) -> tuple[Path, Ran]:
    """A team whose rep brings these answers."""
    root = copy_team("desk", tmp_path / "team")
    (root / "answers.yaml").write_text(text)
    return root, here(root, ["prep", "harbour", "--answers", "answers.yaml", "--no-input"])


@pytest.mark.parametrize(("text", "told"), ANSWERS, ids=[t[:24] for t, _ in ANSWERS])
def test_bad_answers_are_found_where_they_stand(tmp_path: Path, text: str, told: list[str]) -> None:
    root, ran = answer(tmp_path, text)
    assert ran.code == 1
    places = re.findall(r"^answers\.yaml:(\d+:\d+): ([a-z-]+):", ran.err, re.MULTILINE)
    assert [" ".join(p) for p in places] == told, ran.err
    assert len(ran.err.splitlines()) == len(told)
    assert (root / DEAL).read_bytes() == (copy_team("desk", tmp_path / "other") / DEAL).read_bytes()


def test_a_fault_of_the_deal_hides_no_fault_of_the_answers_and_is_not_blamed_on_them(tmp_path: Path) -> None:
    root = copy_team("desk", tmp_path / "team")
    deal = root / DEAL
    deal.write_text(deal.read_text().replace("person: shen\n", "person: nobody\n").replace("gao\n", "Gao!\n"))
    for text, said in ((SAID % "nobody", ["answers.yaml:1:71: no-such-row"]), ("title: New\n", [])):
        (root / "answers.yaml").write_text(text)
        ran = here(root, ["prep", "harbour", "--answers", "answers.yaml", "--no-input", "--dry-run"])
        assert ran.code == bool(said)
        assert [": ".join(x.split(": ")[:2]) for x in ran.err.splitlines() if "answers.yaml" in x] == said


def test_what_answers_would_break_in_the_deal_is_told_at_its_place_there(tmp_path: Path) -> None:
    root, ran = answer(tmp_path, "people:\n")
    assert ran.code == 1
    assert re.findall(rf"^{DEAL}:(\d+:\d+): no-such-row:", ran.err, re.MULTILINE) == [
        "28:12",
        "34:13",
        "38:82",
        "47:14",
    ]
    assert snapshot(root)[DEAL] == (copy_team("desk", tmp_path / "other") / DEAL).read_bytes()


def test_answers_may_repeat_what_is_settled_and_lean_on_the_deal(tmp_path: Path) -> None:
    text = "playbook: desk\nstage: find\npains: [{id: shades, cost: 5}]\n" + SAID % "gao"
    root, ran = answer(tmp_path, text)
    assert ran.code == 0, ran.err
    assert "cost: 5 " in (root / DEAL).read_text() and "person: gao" in (root / DEAL).read_text()


def test_what_answers_replace_is_not_held_against_them(tmp_path: Path) -> None:
    root = copy_team("desk", tmp_path / "team")
    deal = root / DEAL
    without = deal.read_text().replace("team:\n- {id: lin-qing, name: Lin Qing, part: lead}\n", "")
    deal.write_text(without.replace("owner: lin-qing", "owner: Lin").replace("    team: [lin-qing]\n", ""))
    for owner, code in (("owner: lin\n", 0), ("", 1)):
        (root / "answers.yaml").write_text(owner + "team: [{id: lin, name: Lin}]\n")
        ran = here(root, ["prep", "harbour", "--answers", "answers.yaml", "--no-input", "--dry-run"])
        assert ran.code == code, ran.err
        assert (f"{DEAL}:8:8: no-such-row: 'team'" in ran.err) == bool(code)
