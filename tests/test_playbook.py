"""`playbook list`, `show` and `lint` as a playbook author meets them."""

import json
from pathlib import Path

import pytest

from salescoach.__main__ import main
from salescoach.visible import width

NAME = "value-competition"
BROKEN = """format: 1
id: ours
version: "1"
title: Ours
summery: x
languages: [en]
"""


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, English, nothing of the machine."""
    monkeypatch.chdir(tmp_path)
    for name in ("SALESCOACH_LANG", "SALESCOACH_ROOT", "LC_ALL", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_list_names_the_bundled_playbook(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["playbook", "list"]) == 0
    assert capsys.readouterr().out.startswith(f"{NAME}  Win on value  ")


def test_list_as_json_is_versioned(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["playbook", "list", "--json", "--lang", "zh"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert listed["schema_version"] == 1
    assert [(p["name"], p["title"]) for p in listed["playbooks"]] == [(NAME, "价值竞争")]


def test_a_playbook_of_the_team_comes_before_the_bundled_one(
    alone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (alone / "deals").mkdir()
    own = alone / "playbooks" / "ours"
    own.mkdir(parents=True)
    (own / "playbook.yaml").write_text(BROKEN)
    assert main(["playbook", "list"]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[0] == "ours  has faults: salescoach playbook lint ours"
    assert NAME in out


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("columns", [40, 80])
def test_show_fits_the_screen(
    language: str, columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert main(["playbook", "show", NAME, "--lang", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(width, lines)) <= columns
    assert any("[step4_criteria]" in line or "step4_criteria]" in line for line in lines)


def test_show_one_stage_has_the_whole_card(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["playbook", "show", NAME, "--stage", "step2_need"]) == 0
    out = capsys.readouterr().out
    for part in (
        "Goal: ",
        "Exit: 3 of 4",
        "● ",
        "proof: ",
        "Entry:",
        "What to do:",
        "Typical mistakes:",
        "Steps:",
    ):
        assert part in out
    assert "step3_value" not in out


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (["playbook", "show", "value-competiton"], NAME),
        (["playbook", "show", NAME, "--stage", "step2"], "step2_need"),
    ],
)
def test_an_unknown_name_is_told_those_there_are(
    words: list[str], near: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert near in capsys.readouterr().err


def test_lint_of_a_broken_folder_names_file_line_cause_and_cure(
    alone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (alone / "ours").mkdir()
    (alone / "ours" / "playbook.yaml").write_text(BROKEN)
    assert main(["playbook", "lint", "./ours"]) == 1
    told = capsys.readouterr()
    assert "ours/playbook.yaml:5:1: unknown-key: " in told.out
    assert "summary" in told.out
    assert "error" in told.err


def test_lint_as_json_holds_the_same(alone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (alone / "ours").mkdir()
    (alone / "ours" / "playbook.yaml").write_text(BROKEN)
    assert main(["playbook", "lint", "./ours", "--format", "json"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert {"path": "ours/playbook.yaml", "line": 5, "column": 1, "rule": "unknown-key"}.items() <= findings[
        0
    ].items() or any(f["rule"] == "unknown-key" and f["line"] == 5 for f in findings)


def test_lint_of_the_bundled_playbook_finds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["playbook", "lint"]) == 0
    assert capsys.readouterr().out == ""


def test_fail_on_takes_a_level(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["playbook", "lint", "--fail-on", "everything"]) == 2
    assert "note, warning, error" in capsys.readouterr().err
