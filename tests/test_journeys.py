"""Whole journeys, as data: what is typed, how it ends, and which files are what afterwards.

A story is a folder in `journeys/`: `story.yaml` and, where files must be exactly so, `after/`. A step's
`changes` names every file that it may touch; all others must keep every byte. `--update-golden` writes `after/`.
"""

import shlex
from pathlib import Path
from typing import Any

import pytest
from conftest import read_yaml
from journeys.tool import DEAL, HERE, copy_team, here, leftovers, snapshot

STORIES = sorted(p.parent for p in HERE.glob("*/story.yaml"))


@pytest.mark.parametrize("folder", STORIES, ids=lambda p: p.name)
def test_a_story(folder: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    story = read_yaml(folder / "story.yaml")
    root = copy_team(story.get("team", "desk"), tmp_path / "team")
    for name, text in story.get("files", {}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
    for number, step in enumerate(story["steps"], 1):
        _play(root, step, f"{folder.name}, step {number}: {step.get('run', 'by hand')}")
    assert leftovers(root) == []
    after = folder / "after"
    if request.config.getoption("--update-golden"):
        for path in (p for p in after.rglob("*") if p.is_file()):
            path.write_bytes((root / path.relative_to(after)).read_bytes())
    for path in (p for p in after.rglob("*") if p.is_file()):
        assert (root / path.relative_to(after)).read_bytes() == path.read_bytes(), path.name


def _play(root: Path, step: dict[str, Any], name: str) -> None:
    for path, (old, new) in step.get("edit", {}).items():  # somebody's editor
        text = (root / path).read_bytes().decode()
        assert old in text, name
        (root / path).write_bytes(text.replace(old, new).encode())
    for path in step.get("remove", []):
        (root / path).unlink()
    if "run" not in step:
        return
    before = snapshot(root)
    ran = here(root, shlex.split(step["run"]), step.get("stdin", ""), step.get("env"))
    assert ran.code == step.get("exit", 0), (name, ran)
    after = snapshot(root)
    touched = sorted(n for n in {*before, *after} if before.get(n) != after.get(n))
    assert touched == sorted(step.get("changes", [])), name
    for stream, text in (("out", ran.out), ("err", ran.err)):
        for part in step.get(stream, []):
            assert part in text, (name, stream, part, text)
        for part in step.get(f"no_{stream}", []):
            assert part not in text, (name, stream, part, text)
        if step.get(f"{stream}_is") is not None:
            assert text == step[f"{stream}_is"], (name, stream)
    if step.get("exit", 0) == 2:  # one sentence at the end, with a cure
        line = ran.err.strip().split("\n")[-1]
        assert line.startswith("salescoach: "), name
    assert "Traceback" not in ran.err, name
    for path, parts in step.get("holds", {}).items():
        text = (root / path).read_text(encoding="utf-8")
        for part in parts:
            assert part in text, (name, path, part, text)


def test_every_story_says_what_it_is_about() -> None:
    assert len(STORIES) >= 15
    assert all(read_yaml(folder / "story.yaml").get("about") for folder in STORIES)


WAITING = """{"journal":1,"started":"2026-11-20","deal":"0"}
{"key":"people#new.turn.1","act":"value","value":"Wu Lan"}
"""


def test_answers_that_were_written_before_a_kill_are_not_written_twice(tmp_path: Path) -> None:
    root = copy_team("desk", tmp_path / "team")
    journal = root / ".salescoach" / "journal" / "harbour.jsonl"
    journal.parent.mkdir(parents=True)
    journal.write_text(WAITING)
    assert here(root, ["prep", "harbour", "--no-input"]).code == 0
    journal.with_suffix(".done.jsonl").rename(journal)  # killed before the journal was closed
    deal = (root / DEAL).read_bytes()
    assert "waiting" not in here(root, ["plan", "harbour"]).err
    again = here(root, ["prep", "harbour", "--no-input"])
    assert "The answers kept on 2026-11-20 are in the deal already." in again.err
    assert (root / DEAL).read_bytes() == deal
    assert deal.count(b"Wu Lan") == 1 and not journal.exists()


def test_written_answers_wait_again_when_the_deal_was_put_back(tmp_path: Path) -> None:
    root = copy_team("desk", tmp_path / "team")
    before = (root / DEAL).read_bytes()
    journal = root / ".salescoach" / "journal" / "harbour.jsonl"
    journal.parent.mkdir(parents=True)
    journal.write_text(WAITING)
    assert here(root, ["prep", "harbour", "--no-input"]).code == 0
    lines = journal.with_suffix(".done.jsonl").read_text("utf-8").splitlines(keepends=True)
    journal.write_text("".join(x for x in lines if '"written"' not in x), "utf-8")
    (root / DEAL).write_bytes(before)  # killed between the journal's line and the deal's
    assert here(root, ["prep", "harbour", "--no-input"]).code == 0
    assert (root / DEAL).read_bytes().count(b"Wu Lan") == 1


def test_what_killed_writers_left_is_swept_away(tmp_path: Path) -> None:
    root = copy_team("desk", tmp_path / "team")
    for place in (
        "deals/harbour/.deal.yaml",
        "deals/harbour/plans/.x.md",
        ".salescoach/journal/.harbour.jsonl",
    ):
        path = root / f"{place}.0123abcd.tmp"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("half")
    other = root / ".salescoach/journal/.other.jsonl.0123abcd.tmp"
    other.write_text("another deal's, being written now")
    assert here(root, ["prep", "harbour", "--no-input"]).code == 0
    assert leftovers(root) == [str(other.relative_to(root))]
