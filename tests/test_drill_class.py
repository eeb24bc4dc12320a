"""A class of twelve: each plays an exam from a command file and hands in one file; merged, certified, planned."""

import csv
import io
import json
from pathlib import Path

import pytest
from conftest import TESTS
from journeys.tool import Ran, here

NAMES = (
    "Ada Quist", "Bo Lindqvist", "陈晓", "Dario Fenn", "Ewa Marsh", "冯一诺", "Gil Torres", "Hana Voss",
    "=HYPERLINK(1)", "Jun Ahn", "Kit | Lowe", "李沐",
)  # fmt: skip
DAY = "2026-11-20"
VERDICTS = ("pass", "fail", "critical")
STEPS = ("prestudy", "test", "lecture", "discussion", "roleplay", "homework", "defence", "follow_up")


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a class hands in, made by the commands of a file: one line a command, run in each rep's own folder."""
    folder = tmp_path_factory.mktemp("class")
    commands = folder / "commands.txt"
    script = TESTS / "drills/old-tea-boxes"
    commands.write_text(
        "".join(
            f"{at}\tdrill play old-tea-boxes --exam --lang en --today {DAY} --lines {script}.{verdict}.en.txt\n"
            for at in range(len(NAMES))
            for verdict in [VERDICTS[at % 3], *(["pass"] if at == 1 else [])]
        ),
        encoding="utf-8",
    )
    for line in commands.read_text(encoding="utf-8").splitlines():
        at, _, command = line.partition("\t")
        rep = folder / f"rep{at}"
        (rep / "deals").mkdir(parents=True, exist_ok=True)
        assert here(rep, command.split()).code in (0, 1)
    for at, name in enumerate(NAMES):
        export = [
            "drill",
            "history",
            "--export",
            f"../{at:02}.json",
            "--name",
            name,
            "--today",
            DAY,
            "--lang",
            "en",
        ]
        ran = here(folder / f"rep{at}", export)
        assert ran.code == 0 and not ran.out, ran.err
    return folder


def results(folder: Path, *more: str) -> Ran:
    files = sorted(p.name for p in folder.glob("*.json"))
    return here(folder, ["drill", "results", *files, "--lang", "en", *more])


def test_twelve_files_become_one_table(handed_in: Path) -> None:
    told = results(handed_in)
    assert told.code == 0, told.err
    lines = told.out.splitlines()
    assert len([line for line in lines if any(line.startswith(name) for name in NAMES)]) == 12
    assert "rank" not in told.out and "Where the class is weak" in told.out
    found = json.loads(results(handed_in, "--format", "json").out)
    assert found["schema_version"] == 1 and [rep["name"] for rep in found["reps"]] == sorted(
        NAMES, key=str.casefold
    )
    by_name = {rep["name"]: rep for rep in found["reps"]}
    assert by_name["Ada Quist"]["passes"] == by_name["Ada Quist"]["exams"] == 1
    assert by_name["Bo Lindqvist"]["attempts"] == 2 and by_name["Bo Lindqvist"]["passes"] == 1
    assert by_name["陈晓"]["passes"] == 0 and by_name["陈晓"]["best"] <= 40
    assert all("rank" not in rep for rep in found["reps"])
    assert found["behaviours"] == sorted(
        found["behaviours"], key=lambda b: (b["share"], b["rubric"], b["row"])
    )
    assert len(found["attempts"]) == 13 and found["skipped"] == []


def test_a_leader_board_is_only_there_when_asked_for(handed_in: Path) -> None:
    reps = json.loads(results(handed_in, "--format", "json", "--leader-board").out)["reps"]
    ranks = [rep["rank"] for rep in reps]
    assert ranks == sorted(ranks) and ranks[0] == 1 and ranks.count(1) > 1, "the same result is the same rank"
    assert {rep["exams"] for rep in reps if rep["rank"] == 1} == {1}
    assert "rank" in results(handed_in, "--leader-board").out


def test_the_csv_is_for_a_learning_system_and_holds_no_formula(handed_in: Path) -> None:
    told = results(handed_in, "--format", "csv", "--output", "class.csv")
    assert told.code == 0 and told.out == ""
    rows = list(csv.DictReader(io.StringIO((handed_in / "class.csv").read_text(encoding="utf-8"))))
    assert len(rows) == 13
    assert {row["name"] for row in rows} >= {"陈晓", "'=HYPERLINK(1)"}
    assert all(row["total"].isdigit() and row["day"] == DAY and row["exam"] == "yes" for row in rows)


def test_the_page_keeps_its_table(handed_in: Path) -> None:
    page = results(handed_in, "--format", "markdown").out
    table = [line for line in page.splitlines() if line.startswith("| ")]
    assert "Kit \\| Lowe" in page
    assert len({line.replace("\\|", "").count("|") for line in table[:14]}) == 1


def test_what_came_twice_counts_once_and_what_cannot_be_read_is_told(handed_in: Path, tmp_path: Path) -> None:
    for path in handed_in.glob("*.json"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    whole = (tmp_path / "00.json").read_text(encoding="utf-8")
    (tmp_path / "again.json").write_text(whole, encoding="utf-8")
    assert json.loads(results(tmp_path, "--format", "json").out)["reps"][0]["attempts"] == 1
    (tmp_path / "cut.json").write_text(whole[:200], encoding="utf-8")
    (tmp_path / "empty.json").write_bytes(b"")
    (tmp_path / "newer.json").write_text(whole.replace('"schema_version": 1', '"schema_version": 2'), "utf-8")
    (tmp_path / "other.json").write_text("[1, 2]", encoding="utf-8")
    (tmp_path / "better.json").write_text(
        whole.replace('"passed": true', '"passed": false'), encoding="utf-8"
    )
    told = results(tmp_path, "--format", "json")
    found = json.loads(told.out)
    assert told.code == 2 and len(found["reps"]) == 12
    assert {one["path"]: one["why"] for one in found["skipped"]} == {
        "better.json": "changed", "cut.json": "damaged", "empty.json": "damaged", "newer.json": "newer",
        "other.json": "no-export",
    }  # fmt: skip
    assert all(name in told.err for name in ("better.json", "cut.json", "newer.json", "other.json"))
    assert here(tmp_path, ["drill", "results", "no.json", "--lang", "en"]).code == 2
    assert here(tmp_path, ["drill", "results", "00.json", "--format", "xml", "--lang", "en"]).code == 2


def test_an_export_is_never_written_over_something_else(handed_in: Path) -> None:
    rep = handed_in / "rep0"
    (rep / "notes.txt").write_text("mine", encoding="utf-8")
    ran = here(rep, ["drill", "history", "--export", "notes.txt", "--lang", "en"])
    assert ran.code == 2 and (rep / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_certificate_is_held_against_the_export(handed_in: Path, tmp_path: Path, language: str) -> None:
    page = tmp_path / "ada.md"
    write = ["drill", "certificate", "00.json", "--lang", language, "--today", "2026-11-21"]
    assert here(handed_in, [*write, "-o", str(page)]).code == 0
    text = page.read_text(encoding="utf-8")
    assert "Ada Quist" in text and "old-tea-boxes" in text and "2026-11-20" in text and "/100" in text
    check = ["drill", "certificate", "00.json", "--lang", "en", "--check", str(page)]
    assert here(handed_in, check).code == 0
    assert here(handed_in, [*check[:2], "03.json", *check[3:]]).code == 1, "somebody else's history"
    page.write_text(text.replace("Ada Quist", "Bo Lindqvist"), encoding="utf-8")
    told = here(handed_in, check)
    assert told.code == 1 and "changed" in told.out
    page.write_text("# Certificate\n", encoding="utf-8")
    assert here(handed_in, check).code == 1
    everybody = here(handed_in, ["drill", "certificate", "00.json", "01.json", "02.json", "--lang", language])
    page.write_text(everybody.out, encoding="utf-8")
    both = ["drill", "certificate", "00.json", "01.json", "--lang", "en", "--check", str(page)]
    assert here(handed_in, both).code == 0, here(handed_in, both).out
    refused = here(handed_in, ["drill", "certificate", "02.json", "--lang", "en"])
    assert refused.code == 2 and "nothing was passed" in refused.err


def test_a_rep_certifies_their_own_history(handed_in: Path) -> None:
    own = here(handed_in / "rep0", ["drill", "certificate", "--name", "Ada", "--lang", "en"])
    assert own.code == 0 and "Ada" in own.out
    (handed_in / "rep0/own.md").write_text(own.out, encoding="utf-8")
    check = ["drill", "certificate", "--check", "own.md", "--lang", "en", "--name"]
    assert [here(handed_in / "rep0", [*check, name]).code for name in ("Ada", "Bo")] == [0, 1]
    assert here(handed_in / "rep0", ["drill", "certificate", "--lang", "en"]).code == 2


# --- the training plan ------------------------------------------------------------------------------


def plan(root: Path, *more: str, today: str = "2026-11-21") -> dict[str, dict[str, object]]:
    ran = here(root, ["drill", "training", "--json", "--today", today, "--lang", "en", *more])
    assert ran.code == 0, ran.err
    (only,) = json.loads(ran.out)["plans"]
    assert tuple(step["id"] for step in only["steps"]) == STEPS
    return {step["id"]: step for step in only["steps"]}


def exam(root: Path, day: str, total: int) -> None:
    """What the history holds of a written test."""
    path = root / ".salescoach/drill/history.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    record = {
        "format": 1, "kind": "exam", "day": day, "scenario": "exam", "rubric": "exam", "exam": True, "total": total,
        "passed": total >= 80, "rows": {}, "name": "",
    }  # fmt: skip
    head = "" if path.exists() else '{"journal":1,"started":"2026-11-01","deal":""}\n'
    with path.open("a", encoding="utf-8") as file:
        file.write(head + json.dumps(record) + "\n")


def test_the_steps_keep_their_order(tmp_path: Path) -> None:
    (tmp_path / "deals").mkdir()
    steps = plan(tmp_path)
    assert steps["prestudy"]["state"] == "open" and steps["test"]["waits_for"] == ["prestudy"]
    steps = plan(tmp_path, "--done", "prestudy", "--on", "2026-11-16", "--by", "Lin")
    assert steps["prestudy"]["done_on"] == "2026-11-16"
    assert (steps["test"]["state"], steps["test"]["until"], steps["test"]["due"]) == (
        "open",
        "2026-11-30",
        True,
    )
    assert plan(tmp_path, today="2026-12-01")["prestudy"]["state"] == "stale", "older than 14 days: again"
    exam(tmp_path, "2026-11-18", 79)
    assert plan(tmp_path)["test"]["state"] == "open"
    exam(tmp_path, "2026-11-18", 81)
    assert plan(tmp_path, today="2026-12-24")["test"]["state"] == "done", "what was built upon stays"
    assert plan(tmp_path)["lecture"]["state"] == "open" and plan(tmp_path)["roleplay"]["state"] == "waiting"
    for step in ("lecture", "discussion"):
        plan(tmp_path, "--done", step, "--on", "2026-11-19")
    (tmp_path / "lines.txt").write_bytes((TESTS / "drills/two-blues.pass.en.txt").read_bytes())
    for count in (1, 2):
        play = ["drill", "play", "two-blues", "--lines", "lines.txt", "--lang", "en", "--today", "2026-11-20"]
        assert here(tmp_path, play).code == 0
        assert plan(tmp_path)["roleplay"]["shown"] == count
    assert plan(tmp_path)["roleplay"]["state"] == "done" and not plan(tmp_path)["roleplay"]["early"]
    for _ in range(3):
        plan(tmp_path, "--done", "homework", "--on", "2026-11-20")
    plan(tmp_path, "--done", "defence", "--on", "2026-11-20", "--by", "Wei")
    assert (
        plan(tmp_path, "--done", "defence", "--on", "2026-11-20", "--by", "wei")["defence"]["state"]
        == "started"
    )
    assert (
        plan(tmp_path, "--done", "defence", "--on", "2026-11-21", "--by", "Gao")["defence"]["state"] == "done"
    )
    last = plan(tmp_path)["follow_up"]
    assert (last["state"], last["until"], last["due"]) == ("open", "2027-01-20", False)
    assert plan(tmp_path, today="2027-01-10")["follow_up"]["due"] is True


def test_role_play_before_the_test_is_said_and_not_forbidden(tmp_path: Path) -> None:
    (tmp_path / "deals").mkdir()
    (tmp_path / "lines.txt").write_bytes((TESTS / "drills/two-blues.pass.en.txt").read_bytes())
    assert here(tmp_path, ["drill", "play", "two-blues", "--lines", "lines.txt", "--lang", "en"]).code == 0
    assert plan(tmp_path)["roleplay"]["early"] is True
    told = here(tmp_path, ["drill", "training", "--lang", "en", "--today", "2026-11-21"])
    assert "begun before: Written test, Group discussion" in told.out
    told = here(tmp_path, ["drill", "training", "--lang", "zh", "--today", "2026-11-21"])
    assert "笔试" in told.out and "就开始了" in told.out


def test_the_plans_of_a_class_come_from_what_it_handed_in(handed_in: Path) -> None:
    told = here(handed_in, ["drill", "training", "00.json", "02.json", "--json", "--lang", "en"])
    plans = json.loads(told.out)["plans"]
    assert [one["name"] for one in plans] == ["Ada Quist", "陈晓"]
    shown = [next(s["shown"] for s in one["steps"] if s["id"] == "roleplay") for one in plans]
    assert shown == [1, 0]


def test_a_wrong_step_or_day_is_refused_and_a_damaged_journal_set_aside(tmp_path: Path) -> None:
    (tmp_path / "deals").mkdir()
    done = ["drill", "training", "--lang", "en", "--today", "2026-11-21", "--done"]
    assert "prestudy" in here(tmp_path, [*done, "prestudi"]).err
    for day in ("2026-11-22", "yesterday"):
        assert here(tmp_path, [*done, "prestudy", "--on", day]).code == 2
    plan(tmp_path, "--done", "prestudy")
    journal = tmp_path / ".salescoach/drill/training.jsonl"
    journal.write_bytes(journal.read_bytes() + b"\xff{{\n")
    told = here(tmp_path, ["drill", "training", "--lang", "en", "--today", "2026-11-21"])
    assert told.code == 0 and "done on 21 November 2026" in told.out and "could not be read" in told.err
