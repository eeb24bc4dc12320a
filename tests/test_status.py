"""`status`: one deal's page, the table of all, and both as JSON; broken deals are rows, not ends."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import TODAY, MakeDeal
from goldens import EDITS, FOLDERS, changed, golden, rewound
from journeys.tool import Ran, Screen, copy_team, here

from salescoach.coach.completeness import filled
from salescoach.deal.deal import View
from salescoach.messages import speaker
from salescoach.standing import table
from salescoach.standing.facts import Row
from salescoach.standing.plain import KEYS
from salescoach.visible import width

NEED = next(f for f in FOLDERS if f.name == "step2_need")
VALUE = next(f for f in FOLDERS if f.name == "step3_value")
DAY = "2026-12-11"
BROKEN = {
    "no-yaml": "stage: [\n",
    "no-stage": "playbook: value-competition\ncustomer: X\nstage: step2_ned\n",
    "no-playbook": "playbook: value-competitoin\ncustomer: X\nstage: step2_need\n",
    "no-mapping": "- 1\n",
}
ODD = (
    "playbook: value-competition\ncustomer: 7\nstage: step2_need\nteam: 3\npeople: 7\n"
    "activities: [{people: 5, state: done}, {state: planned, date: 9}, 4]\n"
    "evidence: [{for: 3, date: 9}]\nstage_history: [3]\nwaivers: [4]\n"
)


def team(root: Path, **deals: str) -> Path:
    for name, text in deals.items():
        path = root / "deals" / name.replace("_", "-") / "deal.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    (root / "salescoach.yaml").write_text("format: 1\napprovers: [ruth]\n", encoding="utf-8")
    return root


def status(root: Path, *options: str, day: str = DAY) -> Ran:
    return here(root, ["status", *options, "--today", day])


def told(root: Path, *options: str) -> Any:
    done = status(root, *options, "--json")
    return json.loads(done.out)


# --- one deal --------------------------------------------------------------------------------------


def test_a_page_says_where_the_deal_stands_and_what_is_next(tmp_path: Path) -> None:
    copy_team("demo-en", tmp_path / "team")
    done = status(tmp_path / "team", "haichuan-charging", day="2026-11-21")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0] == "Haichuan Telecom · Real-time charging"
    assert "Stage: Stimulate the need (step2_need), 10 days; up to 60 are usual" in lines
    assert "Exit: 1 of 4 hold, 3 needed." in lines
    assert "  holds  They confirmed our written recap" in lines
    (proof,) = [line.strip() for line in lines if "“Your summary is correct" in line]
    assert proof.startswith("they wrote it: Shen Yu, 19 November 2026: “")
    (missing,) = [line for line in lines if line.startswith("  open   Must: the customer stated the need")]
    assert "explicit need: nothing from them yet" in missing
    after = lines[lines.index(missing) + 1]
    assert after.strip().startswith("Ask them: “") and after.strip() in lines[lines.index("Next") + 1]
    flags = lines[lines.index("Red flags") + 1 :]
    assert any(flag.startswith("  Gao Ming") for flag in flags)


def test_a_deal_that_has_earned_its_exit_is_told_to_move_on(tmp_path: Path) -> None:
    text, day = rewound(NEED)
    root = team(tmp_path, d=text)
    assert "Next\n  Everything is there. Move on: salescoach advance d\n" in status(root, "d", day=day).out
    assert "1 deal; 1 can move on" in status(root, day=day).out
    assert here(root, ["advance", "d", "--today", day]).code == 0
    assert told(root, "d")["deal"]["next"]["act"] == "ask"


def test_errors_come_before_anything_else_and_are_counted(tmp_path: Path) -> None:
    root = team(tmp_path, d=changed(golden(NEED), EDITS[NEED]["fails"]["step2_need/explicit-need"][2]))
    found = told(root, "d")["deal"]
    assert (found["next"]["act"], found["next"]["rule"]) == ("mend", "step2_need/explicit-need")
    errors = [f for f in found["findings"] if f["level"] == "error"]
    assert [f["rule"] for f in errors] == ["step2_need/explicit-need"]
    state = {c["rule"]: c["state"] for c in found["criteria"]}
    assert state["step2_need/explicit-need"] == "missing"
    out = status(root, "d").out
    assert "Next\n  Ask them: " in out and f"  error, line {errors[0]['line']}: " in out


def test_what_check_reports_stands_under_the_red_flags(tmp_path: Path) -> None:
    root = team(tmp_path, d=golden(NEED).replace("currency: EUR", "currancy: EUR"))
    (finding,) = told(root, "d")["deal"]["findings"]
    checked = json.loads(here(root, ["check", "--today", DAY, "--format", "json"]).out)
    assert finding in checked["deals"][0]["findings"]


def test_a_waived_criterion_says_by_whom_and_until_when(tmp_path: Path) -> None:
    waiver = "waivers:\n  - {for: step3_value/approved, reason: x, by: ruth, until: 2027-01-20}\n"
    root = team(tmp_path, d=golden(NEED).replace("waivers: []\n", waiver))
    found = next(c for c in told(root, "d")["deal"]["criteria"] if c["rule"] == "step3_value/approved")
    assert (found["state"], found["waiver"]) == ("waived", {"by": "ruth", "until": "2027-01-20"})
    assert "by ruth until 2027-01-20" in status(root, "d").out


def test_days_over_the_stage_are_called_stalled(tmp_path: Path) -> None:
    root = team(tmp_path, d=golden(NEED))
    assert "10 days; up to 90 are usual" in status(root, "d").out
    assert "150 days where 90 are usual: stalled" in status(root, "d", day="2027-04-30").out


def test_the_planned_visit_is_named_until_it_is_over(tmp_path: Path) -> None:
    visit = (
        "activities:\n  - {id: 2026-12-16-visit, kind: visit, state: planned, date: 2026-12-16,"
        ' time: "10:00", people: [colm], objective: who signs}\n'
    )
    root = team(tmp_path, d=golden(NEED).replace("activities:\n", visit))
    out = status(root, "d").out
    assert "Next visit: 16 December 2026 10:00, with Colm Hardy\n    who signs\n" in out
    assert "Next visit" not in status(root, "d", day="2026-12-17").out


def test_answers_that_wait_are_told(tmp_path: Path) -> None:
    root = copy_team("desk", tmp_path / "team")
    journal = root / ".salescoach/journal/harbour.jsonl"
    journal.parent.mkdir(parents=True)
    lines = [
        {"journal": 1, "started": "2026-11-20", "deal": "x"},
        {"key": "people#new", "act": "value", "value": "Bo"},
    ]
    journal.write_text("".join(json.dumps(x) + "\n" for x in lines), encoding="utf-8")
    assert "salescoach prep harbour" in status(root, "harbour").err


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_deal_is_a_finding(name: str, tmp_path: Path) -> None:
    root = team(tmp_path, d=BROKEN[name])
    done = status(root, "d")
    assert (done.code, done.out) == (1, "")
    assert "deals/d/deal.yaml:" in done.err
    again = status(root, "d", "--json")
    found = json.loads(again.out)["deal"]
    assert again.code == 1 and found["error"] and found["gate"] is None


def test_an_odd_deal_is_shown_all_the_same(tmp_path: Path) -> None:
    root = team(tmp_path, d=ODD)
    assert status(root, "d").code == status(root).code == 0


def test_no_such_deal(tmp_path: Path) -> None:
    done = status(team(tmp_path, haichuan=golden(NEED)), "haichaun")
    assert (done.code, "Did you mean 'haichuan'" in done.err) == (2, True)


# --- completeness ----------------------------------------------------------------------------------


def test_completeness_counts_what_the_stages_so_far_ask(make_deal: MakeDeal) -> None:
    empty = make_deal({"stage": "step1_trust", "people": [{"id": "a"}]})
    some = make_deal({"stage": "step1_trust", "people": [{"id": "a", "name": "A", "title": "unknown"}]})
    before, now = (filled(deal, View(deal, TODAY)) for deal in (empty, some))
    assert (before.known, now.known, before.asked == now.asked) == (0, 1, True)
    two = make_deal({"stage": "step1_trust", "people": [{"id": "a"}, {"id": "b"}]})
    later = make_deal({"stage": "step2_need", "people": [{"id": "a"}]})
    assert all(filled(deal, View(deal, TODAY)).asked > before.asked for deal in (two, later))


# --- all deals -------------------------------------------------------------------------------------


def test_all_deals_stand_in_one_table_by_their_ids(tmp_path: Path) -> None:
    root = team(tmp_path, zinc=golden(NEED), amber=golden(VALUE), **BROKEN)
    done = status(root)
    assert done.code == 0
    head, *rows = [line for line in done.out.splitlines() if line]
    assert head.split() == ["DEAL", "CUSTOMER", "STAGE", "DAYS", "EXIT", "ERRORS", "WARN", "NEXT"]
    assert [row.split()[0] for row in rows[:-1]] == ["amber", *sorted(BROKEN), "zinc"]
    assert all("cannot be read: deal.yaml:" in row for row in rows[1:-2])
    assert rows[-1] == "6 deals; 1 with errors; 4 cannot be read"
    assert "10/90   0/4       -     -  Ask them: “" in rows[-2]


@pytest.mark.parametrize(("deals", "code"), [({}, 0), (BROKEN, 1), ({"d": golden(NEED), **BROKEN}, 0)])
def test_the_exit_code_says_whether_anything_could_be_read(
    deals: dict[str, str], code: int, tmp_path: Path
) -> None:
    (tmp_path / "deals").mkdir()
    root = team(tmp_path, **deals)
    assert status(root).code == status(root, "--json").code == code


def test_a_deal_that_cannot_be_opened_is_a_row(tmp_path: Path) -> None:
    root = team(tmp_path, good=golden(NEED))
    (root / "deals/pipe/deal.yaml").mkdir(parents=True)
    (root / "deals/far").mkdir()
    (root / "deals/far/deal.yaml").symlink_to("/etc/hostname")
    done = status(root)
    assert (done.code, "far" in done.out, "good" in done.out) == (0, True, True)
    assert [d["error"] != "" for d in told(root)["deals"]] == [True, False, True]


def test_both_forms_of_json_have_the_same_keys(tmp_path: Path) -> None:
    root = team(tmp_path, d=golden(NEED), e=BROKEN["no-yaml"])
    every, one = told(root), told(root, "d")
    assert every["schema_version"] == one["schema_version"] == 1
    assert [list(deal) for deal in every["deals"]] == [list(KEYS)] * 2
    assert every["deals"][0] == one["deal"]
    found = one["deal"]
    assert found["stage"]["days"] == 10 and found["stage"]["next"] == "step4_criteria"
    assert found["completeness"]["known"] < found["completeness"]["asked"]
    recap = next(c for c in found["criteria"] if c["rule"] == "step2_need/recap")
    assert recap["state"] == "holds" and recap["proof"][0]["name"] == "Tessa Roe"


def test_many_deals_are_the_same_by_one_process_and_by_two(tmp_path: Path, monkeypatch: Any) -> None:
    from salescoach.checking import workers

    text = golden(NEED)
    root = team(tmp_path, **{f"d{n}": text for n in range(6)})
    alone = status(root).out
    monkeypatch.setattr(workers, "FEWEST", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert status(root).out == alone


def a_row(**more: Any) -> Row:
    known = {
        "deal": "海川", "customer": "海川电信股份有限公司华东分公司", "stage": "促成立项", "days": 45, "usual": 90,
        "held": 1, "criteria": 4, "errors": 2, "warnings": 1, "act": "ask", "todo": "能不能请您安排立项？" * 5,
    }  # fmt: skip
    return Row(**{**known, **more})


@pytest.mark.parametrize("columns", [120, 80, 60, 40, 20])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_line_is_wider_than_the_terminal(columns: int, language: str) -> None:
    rows = [a_row(), a_row(deal="x" * 30, customer="A", result="lost"), Row("y", errors=1, broken="z" * 90)]
    rows = rows if columns > 20 else [r._replace(deal="id") for r in rows]
    lines = list(table.render(rows, speaker(language), columns))
    assert [line for line in lines if width(line) > columns] == []
    assert all(row.deal in "\n".join(lines) for row in rows)


def test_columns_line_up_in_chinese(tmp_path: Path) -> None:
    lines = list(table.render([a_row(), a_row(deal="b", customer="B")], speaker("zh"), 80))
    ends = [width(line[: line.index("45/90")]) for line in lines if "45/90" in line]
    assert len(ends) == 2 and len(set(ends)) == 1


def test_strangers_text_does_nothing_to_the_terminal(tmp_path: Path) -> None:
    text = golden(NEED).replace("customer: Dunmore Valve Works", 'customer: "\\e[2J::error::x\\u202e"')
    root = team(tmp_path, d=text)
    for done in (status(root), status(root, "d"), status(root, "--json")):
        assert "\x1b" not in done.out and "\u202e" not in done.out
        assert not any(line.startswith("::") for line in done.out.splitlines())


@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_table_on_a_narrow_screen(language: str, tmp_path: Path) -> None:
    root = team(tmp_path, amber=golden(NEED), zinc=BROKEN["no-yaml"])
    screen = Screen(root, 40, SALESCOACH_LANG=language, SALESCOACH_TODAY=DAY)
    try:
        screen.run("status")
        shown = screen.until({"en": "2 deals", "zh": "2 个商机"}[language])
    finally:
        screen.close()
    lines = shown.splitlines()
    assert "amber" in lines and "zinc" in lines
    assert lines[lines.index("amber") + 1] == "  Dunmore Valve Works"
