"""A team's repo in real use: what `init` wrote runs as written, by the real git, pip and pre-commit.

The command lines are read out of the files that `init` wrote; nothing of them is repeated here.
"""

import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest
import yaml
from conftest import ROOT
from journeys.repo import attempt, git, surroundings

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(os.name == "nt", reason="CI's lines are for a POSIX shell"),
]
PARTS = ("salescoach", "playbooks", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
WORKFLOW, PIPELINE = ".github/workflows/salescoach.yml", ".gitlab-ci.yml"
DEAL = "deals/haichuan-charging/deal.yaml"
TODAY = "2026-11-21"
STAGE, CLAIM = "\nstage: step2_need", "\nstage: step3_value"
"""Where the deal stands, and a stage that it has not earned."""
PROOF, OPINION = (
    f"- for: step1_trust/opened-up\n    grade: {grade}" for grade in ("customer_quote", "seller_opinion")
)
"""What proves a criterion of a stage that the deal has left, and what proves nothing."""


class Team(NamedTuple):
    """A team's repo, its own programs first in `path`."""

    root: Path
    origin: Path
    path: str

    def run(self, line: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run one command line as CI's shell does."""
        return subprocess.run(
            ["bash", "-e", "-c", line], cwd=self.root, env=surroundings(PATH=self.path, **self.day, **more),
            stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip

    @property
    def day(self) -> dict[str, str]:
        """What a run's result depends on."""
        return {
            "SALESCOACH_TODAY": TODAY,
            "LC_ALL": "C.UTF-8",
            "PRE_COMMIT_HOME": str(self.origin.parent / "hooks"),
        }

    def commit(self, message: str, *words: str) -> subprocess.CompletedProcess[str]:
        """Commit everything, by git itself, with its hooks."""
        git(self.root, "add", ".")
        return attempt(self.root, "commit", "-m", message, *words, PATH=self.path, **self.day)

    def push(self, branch: str) -> subprocess.CompletedProcess[str]:
        """Push a branch, by git itself, with its hooks."""
        return attempt(self.root, "push", "origin", branch, PATH=self.path, **self.day)

    def edit(self, old: str, new: str) -> int:
        """Change the one place of the deal that reads `old`; the line where that ends."""
        path = self.root / DEAL
        before, found, after = path.read_text(encoding="utf-8").partition(old)
        assert found
        path.write_text(before + new + after, encoding="utf-8")
        return (before + new).count("\n") + 1


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pip and pre-commit take to install this checkout, as a git repo of its own."""
    folder = tmp_path_factory.mktemp("project")
    for name in PARTS:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    (folder / ".gitignore").write_text("__pycache__/\n")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "everything")
    return f"git+{folder.as_uri()}@{git(folder, 'rev-parse', 'HEAD')}"


@pytest.fixture(scope="module")
def team(project: str, tmp_path_factory: pytest.TempPathFactory) -> Team:
    """A team's repo with the demo's deal, everything pushed, salescoach installed by the workflow's own line."""
    pytest.importorskip("pre_commit", reason="pre-commit is not installed (pip install -e '.[dev]')")
    top = tmp_path_factory.mktemp("ci")
    root, origin, programs = top / "team", top / "origin.git", top / "venv"
    made = [sys.executable, "-m", "salescoach", "init", str(root), "--source", project]
    subprocess.run(made, check=True, capture_output=True, env={**os.environ, "SALESCOACH_LANG": "en"})
    venv.create(programs, with_pip=True, symlinks=True)
    beside = top / "bin"  # pre-commit and git as a person has them, beside what CI installs
    beside.mkdir()
    (beside / "pre-commit").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pre_commit "$@"\n')
    (beside / "pre-commit").chmod(0o755)
    team = Team(root, origin, os.pathsep.join([str(programs / "bin"), str(beside), os.environ["PATH"]]))
    shutil.copytree(ROOT / "salescoach/demo/en/deals", root / "deals", dirs_exist_ok=True)
    git(root, "init", "-q")
    (install,) = [s.line for s in github(team, "push") if "pip install" in s.line]
    done = team.run(install, **variables(team, WORKFLOW), PIP_DISABLE_PIP_VERSION_CHECK="1")
    assert done.returncode == 0, done.stderr
    assert team.commit("our first deal").returncode == 0
    git(top, "clone", "-q", "--bare", str(root), str(origin))
    git(root, "remote", "add", "origin", str(origin))
    git(root, "fetch", "-q", "origin")
    return team


class Step(NamedTuple):
    """One command line of a workflow. `always`: it runs also where one before it has failed."""

    line: str
    always: bool


def variables(team: Team, name: str) -> dict[str, str]:
    """What a CI file sets for every line in it."""
    content = yaml.safe_load((team.root / name).read_text(encoding="utf-8"))
    return {k: str(v) for k, v in (content.get("env") or content["variables"]).items()}


def github(team: Team, event: str) -> list[Step]:
    """The workflow's command lines for an event, its conditions judged as GitHub does."""
    content = yaml.safe_load((team.root / WORKFLOW).read_text(encoding="utf-8"))
    assert set(content[True]) >= {event}  # YAML 1.1 reads `on` as true; GitHub does not
    found = []
    for step in content["jobs"]["check"]["steps"]:
        words = str(step.get("if", "true")).replace("github.event_name", repr(event)).replace("&&", " and ")
        always = "!cancelled()" in words
        holds = eval(words.replace("!cancelled()", "True").replace("true", "True"))
        if "run" in step and holds:
            found.append(Step(step["run"], always))
    return found


def kept_between_runs(team: Team) -> list[Path]:
    """The folders that both code hosts keep from one run to the next."""
    github = yaml.safe_load((team.root / WORKFLOW).read_text(encoding="utf-8"))["jobs"]["check"]["steps"]
    gitlab = yaml.safe_load((team.root / PIPELINE).read_text(encoding="utf-8"))[".salescoach"]["cache"]
    (of_github,) = (s["with"]["path"] for s in github if "cache" in s.get("uses", ""))
    (of_gitlab,) = gitlab["paths"]
    return [team.root / of_github, team.root / of_gitlab]


def run_github(team: Team, event: str, **more: str) -> tuple[bool, str, str]:
    """Whether the job passes, what its log says and what its summary shows."""
    summary = team.origin.parent / "summary.md"
    summary.write_text("")
    failed, log = False, ""
    surrounding = {**variables(team, WORKFLOW), "GITHUB_STEP_SUMMARY": str(summary), "CI": "true", **more}
    for step in github(team, event):
        if "pip install" in step.line or (failed and not step.always):
            continue
        done = team.run(step.line, **surrounding)
        failed |= done.returncode != 0
        log += done.stdout + done.stderr
    return not failed, log, summary.read_text(encoding="utf-8")


def run_gitlab(team: Team, job: str, **more: str) -> tuple[bool, str, ElementTree.Element]:
    """Whether a job passes, its log, and the report that GitLab reads."""
    content: Mapping[str, Any] = yaml.safe_load((team.root / PIPELINE).read_text(encoding="utf-8"))
    surrounding = {**variables(team, PIPELINE), "CI": "true", **more}
    log, passed = "", True
    for line in content[job]["script"]:
        done = team.run(line, **surrounding)
        log += done.stdout + done.stderr
        if done.returncode:
            passed = False
            break
    report = team.root / content[content[job]["extends"]]["artifacts"]["reports"]["junit"]
    found = ElementTree.parse(report).getroot()
    report.unlink()
    return passed, log, found


def shown(log: str, line: int, rule: str) -> None:
    """The text for people, grouped by deal, has this error at this line."""
    assert re.search(rf"^{DEAL}$", log, re.MULTILINE), log
    assert re.search(rf"^ +{line}:\d+ error {rule}$", log, re.MULTILINE), log


def hooked(done: subprocess.CompletedProcess[str]) -> str:
    """What git and its hooks said."""
    return done.stdout + done.stderr


def test_a_gate_that_is_broken_fails_at_every_door_and_mended_passes(team: Team) -> None:
    """The hook, GitHub's lines, GitLab's lines, the push; one story, for each goes on from where the last ended."""
    done = team.run("pre-commit install")
    assert done.returncode == 0, done.stderr
    begun = git(team.root, "rev-parse", "HEAD")
    git(team.root, "switch", "-q", "-c", "decision")

    line = team.edit(STAGE, CLAIM)
    stopped = team.commit("they decide soon")
    assert stopped.returncode != 0
    shown(hooked(stopped), line, "step2_need/raises-it")
    team.edit(CLAIM, STAGE)

    line = team.edit(PROOF, OPINION)
    stopped = team.commit("she trusts us, surely")
    assert stopped.returncode != 0
    shown(hooked(stopped), line, "step1_trust/opened-up")
    assert git(team.root, "rev-parse", "HEAD") == begun

    assert team.commit("she trusts us, surely", "--no-verify").returncode == 0
    passed, log, summary = run_github(team, "pull_request", GITHUB_BASE_REF="main")
    assert not passed
    place = rf"file={DEAL},line={line},col=\d+,title=step1_trust/opened-up[^:]*"
    assert re.search(rf"^::error {place}::", log, re.MULTILINE), log
    assert re.search(rf"^\| {line}:\d+ \| error \| step1_trust/opened-up \|", summary, re.MULTILINE), summary
    passed, log, report = run_gitlab(team, "salescoach:changed", CI_MERGE_REQUEST_DIFF_BASE_SHA=begun)
    assert not passed
    shown(log, line, "step1_trust/opened-up")
    failed = {c.get("name", "").partition(":")[0]: c.findtext("failure") for c in report.iter("testcase")}
    assert f"{DEAL}:{line}:" in (failed["step1_trust/opened-up"] or "")
    pushed = team.push("decision")
    assert pushed.returncode != 0
    shown(hooked(pushed), line, "step1_trust/opened-up")

    team.edit(OPINION, PROOF)
    mended = team.commit("her words again")
    assert mended.returncode == 0, hooked(mended)
    passed, log, _ = run_github(team, "pull_request", GITHUB_BASE_REF="main")
    assert passed, log
    passed, log, report = run_gitlab(team, "salescoach:changed", CI_MERGE_REQUEST_DIFF_BASE_SHA=begun)
    assert passed, log
    assert not list(report.iter("failure"))
    pushed = team.push("decision")
    assert pushed.returncode == 0, hooked(pushed)

    for event in ("push", "schedule"):  # what runs on the default branch checks every deal
        passed, log, summary = run_github(team, event)
        assert passed, log
        assert "1 deal checked" in summary
    passed, log, report = run_gitlab(team, "salescoach:all")
    assert passed, log
    assert all(list(folder.glob("check-*")) for folder in kept_between_runs(team))
    assert list(report.iter("testcase"))
