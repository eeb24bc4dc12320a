"""`init` makes a team's repo that works at once, and changes nothing that is there without showing it."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, read_yaml
from journeys.repo import git
from journeys.tool import Person, Ran, environment, here, snapshot

from salescoach.files.origin import find_top, source_of
from salescoach.playbook.team import read_team
from salescoach.yamlfile.read import read

INDEX = "salescoach==9.8.7"
GIT = "git+https://git.example.com/sales/salescoach.git@v9.8.7"
WORKFLOW, PIPELINE, HOOKS = ".github/workflows/salescoach.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml"
SETTINGS, EXTENSIONS, SCHEMA = (
    f".vscode/{name}.json" for name in ("settings", "extensions", "salescoach-deal.schema")
)
FILES = {
    ".gitignore", "deals/.gitkeep", "playbooks/.gitkeep", "salescoach.yaml",
    WORKFLOW, PIPELINE, HOOKS, SETTINGS, EXTENSIONS, SCHEMA,
}  # fmt: skip
HAN = re.compile("[\u4e00-\u9fff]")
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a folder that nobody can write in")
POSIX = pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")


def init(folder: Path, *words: str, source: str = INDEX) -> Ran:
    """`salescoach init` in a folder, where it ends well."""
    ran = here(folder, ["init", *words, "--source", source])
    assert ran.code == 0, ran.err
    return ran


def refused(folder: Path, *words: str) -> str:
    """What `init` says in its one sentence where it cannot."""
    ran = here(folder, ["init", *words])
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1), ran
    return ran.err


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A team's repo as `init` makes it."""
    folder = tmp_path_factory.mktemp("made")
    init(folder)
    return folder


@pytest.fixture
def team(made: Path, tmp_path: Path) -> Path:
    """Such a repo to work in."""
    return shutil.copytree(made, tmp_path / "team")


# --- what is written --------------------------------------------------------------------------


def test_a_new_folder_gets_every_file_and_their_paths_are_printed(tmp_path: Path) -> None:
    ran = init(tmp_path, "team")
    assert {p.relative_to("team").as_posix() for p in map(Path, ran.out.splitlines())} == FILES
    assert set(snapshot(tmp_path / "team")) == FILES


@pytest.mark.parametrize("source", [INDEX, GIT])
@pytest.mark.parametrize("language", ["en", "zh", "zh-Hant"])
def test_every_file_can_be_read_and_speaks_the_asked_language(
    tmp_path: Path, language: str, source: str
) -> None:
    init(tmp_path, "--lang", language, source=source)
    for name in FILES - {".gitignore"}:
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert not re.search(r"@@|#:|\t", text)
        if name.endswith(".json"):
            assert json.loads(text)
        elif not name.endswith(".gitkeep"):
            assert yaml.safe_load(text), name
            comments = re.findall(r"^ *# (.*)", text, re.MULTILINE)
            assert any(HAN.search(c) for c in comments) is (language != "en"), name
    team, findings = read_team(read((tmp_path / "salescoach.yaml").read_bytes(), ""))
    assert (team.longest_waiver, findings) == (90, [])
    assert read_yaml(tmp_path / "salescoach.yaml")["language"] == language
    for name in (WORKFLOW, PIPELINE):
        said = read_variables(tmp_path / name)
        assert said["SALESCOACH_LANG"] == language
        assert said["SALESCOACH"] == source


def read_variables(path: Path) -> dict[str, str]:
    """The environment that a CI file sets for everything in it."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    found: dict[str, str] = content.get("env") or content["variables"]
    return found


def test_the_settings_name_every_key_that_the_tool_knows(team: Path) -> None:
    text = (team / "salescoach.yaml").read_text(encoding="utf-8")
    for key in ("company", "language", "currency", "rivals", "approvers", "longest_waiver"):
        assert re.search(rf"^(?:# )?{key}: ", text, re.MULTILINE), key
    (team / "salescoach.yaml").write_text(re.sub(r"^# (?=\w+: )", "", text, flags=re.MULTILINE))
    assert read_team(read((team / "salescoach.yaml").read_bytes(), ""))[1] == []


def test_git_ignores_what_is_private_and_keeps_the_folders(team: Path) -> None:
    git(team, "init", "-q")
    for name in (".salescoach/cache/x", "deals/harbour/private.yaml", "deals/harbour/deal.yaml"):
        (team / name).parent.mkdir(parents=True, exist_ok=True)
        (team / name).write_text("x\n")
    git(team, "add", ".")
    assert set(git(team, "ls-files").split()) == FILES | {"deals/harbour/deal.yaml"}


def test_a_first_deal_is_made_in_it(team: Path) -> None:
    assert here(team, ["new", "harbour", "--customer", "Harbour Ltd"]).code == 0
    assert (team / "deals/harbour/deal.yaml").is_file()
    assert "there already" in init(team).err


def test_pre_commit_takes_our_hooks_from_where_they_come_from(tmp_path: Path) -> None:
    init(tmp_path, source=GIT)
    (one,) = yaml.safe_load((tmp_path / HOOKS).read_text())["repos"]
    assert (one["repo"], one["rev"]) == ("https://git.example.com/sales/salescoach.git", "v9.8.7")
    assert [h["id"] for h in one["hooks"]] == [h["id"] for h in shipped()]


def test_from_an_index_the_same_hooks_are_written_out(team: Path) -> None:
    (one,) = yaml.safe_load((team / HOOKS).read_text())["repos"]
    assert one["repo"] == "local"
    for ours, theirs in zip(shipped(), one["hooks"], strict=True):
        assert theirs.pop("additional_dependencies") == [INDEX]
        elsewhere = ("description", "stages", "minimum_pre_commit_version")
        kept = {k: v for k, v in ours.items() if k not in elsewhere}
        assert {k: v for k, v in theirs.items() if k != "stages"} == kept
        assert set(theirs.get("stages", [])) <= set(ours.get("stages", []))


def shipped() -> list[dict[str, Any]]:
    """The hooks that this project offers."""
    found: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    return found


@pytest.mark.parametrize(
    ("path", "one", "every"),
    [
        ("deals/haichuan/deal.yaml", True, True),
        ("deals/海川/deal.yaml", True, True),
        ("deals/haichuan/plans/2026-12-02-visit.md", False, True),
        ("deals/haichuan/more/deal.yaml", False, True),
        ("old/deals/haichuan/deal.yaml", False, False),
        ("playbooks/ours/playbook.yaml", False, True),
        ("salescoach.yaml", False, True),
        ("salescoach.yaml.orig", False, False),
        ("README.md", False, False),
    ],
)
def test_the_hooks_run_for_the_files_that_matter(path: str, one: bool, every: bool) -> None:
    assert [bool(re.search(h["files"], path)) for h in shipped()] == [one, every]


def test_the_editor_s_schema_is_what_playbook_schema_writes_and_the_settings_name_it(team: Path) -> None:
    done = here(team, ["playbook", "schema", "--deal", "--output", "again.json"])
    assert (done.code, (team / "again.json").read_bytes()) == (0, (team / SCHEMA).read_bytes())
    assert json.loads((team / SETTINGS).read_text())["yaml.schemas"] == {SCHEMA: "deals/*/deal.yaml"}


def test_a_playbook_of_the_team_s_own_is_in_the_schema(team: Path) -> None:
    main = team / "playbooks/ours/playbook.yaml"
    main.parent.mkdir()
    main.write_text("extends: value-competition\nformat: 1\nid: ours\nversion: '1'\ntitle: Our way\n")
    said = init(team).err
    assert re.search(r"^… and \d+ lines more\.$", said, re.MULTILINE), "a diff of thousands of lines is cut"
    assert init(team, "--force").out == f"{SCHEMA}\n"
    assert json.loads((team / SCHEMA).read_text())["properties"]["playbook"]["enum"] == [
        "ours",
        "value-competition",
    ]
    assert "there already" in init(team).err


# --- what is there stays ----------------------------------------------------------------------


def test_a_second_run_says_that_everything_is_there(team: Path) -> None:
    before = snapshot(team)
    ran = init(team)
    assert (ran.out, ran.err) == ("", "Everything is there already: nothing was written.\n")
    assert snapshot(team) == before


def test_line_ends_of_windows_are_no_difference(team: Path) -> None:
    for path in (p for p in team.rglob("*") if p.is_file()):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert "there already" in init(team).err


def test_a_file_that_differs_is_shown_and_kept_until_forced(team: Path) -> None:
    path = team / HOOKS
    path.write_text(path.read_text() + "# ours\n")
    (team / PIPELINE).unlink()
    before = snapshot(team)
    ran = init(team)
    assert ran.out == f"{PIPELINE}\n"
    assert "\n-# ours\n" in ran.err
    assert HOOKS in ran.err
    assert {k: v for k, v in snapshot(team).items() if k != PIPELINE} == before
    forced = init(team, "--force")
    assert (forced.out, "\n-# ours\n" in forced.err) == (f"{HOOKS}\n", True)
    assert b"ours" not in path.read_bytes()
    assert "there already" in init(team).err


def test_the_team_s_settings_are_never_written_over(team: Path) -> None:
    path = team / "salescoach.yaml"
    path.write_text(path.read_text().replace("rivals: []", "rivals: [Xunheng]"))
    (team / WORKFLOW).write_text("# old\n")
    before = path.read_bytes()
    assert "settings" not in init(team).err
    forced = init(team, "--force")
    assert forced.out == f"{WORKFLOW}\n"
    assert forced.err.startswith("salescoach.yaml holds your team's settings: init never changes it.\n")
    assert path.read_bytes() == before
    (team / "salescoach.yaml").unlink()
    assert init(team).out == "salescoach.yaml\n"


def test_an_editor_s_own_settings_are_added_to_never_lost(team: Path) -> None:
    own = {"editor.tabSize": 4, "yaml.schemas": {"https://example.com/a.json": "a/*.yaml"}, "files.eol": "\n"}
    (team / SETTINGS).write_text(json.dumps(own, indent=4, ensure_ascii=False))
    (team / EXTENSIONS).write_text('{"recommendations": ["ms-python.python"]}\n')
    init(team)
    assert json.loads((team / SETTINGS).read_text()) == own
    init(team, "--force")
    both = json.loads((team / SETTINGS).read_text())
    ours = {".vscode/salescoach-deal.schema.json": "deals/*/deal.yaml"}
    assert both == {**own, "yaml.schemas": {**own["yaml.schemas"], **ours}}  # type: ignore[dict-item]
    assert '\n    "editor.tabSize": 4' in (team / SETTINGS).read_text()
    assert json.loads((team / EXTENSIONS).read_text()) == {
        "recommendations": ["ms-python.python", "redhat.vscode-yaml"]
    }
    assert "there already" in init(team).err


def test_a_team_s_own_choice_of_files_for_the_schema_holds(team: Path) -> None:
    own = '{"yaml.schemas": {".vscode/salescoach-deal.schema.json": ["deals/a/deal.yaml"]}}'
    (team / SETTINGS).write_text(own)
    assert "there already" in init(team, "--force").err
    assert (team / SETTINGS).read_text() == own


@pytest.mark.parametrize("own", ['// ours\n{"a": 1}\n', '{"a": 1,}\n', "[]\n", "", "\xff"])
def test_settings_with_comments_are_never_rewritten(team: Path, own: str) -> None:
    (team / SETTINGS).write_bytes(own.encode("latin-1"))
    ran = init(team, "--force")
    assert (ran.out, '"deals/*/deal.yaml"' in ran.err) == ("", True)
    assert (team / SETTINGS).read_bytes() == own.encode("latin-1")


@pytest.mark.parametrize(
    ("own", "then"),
    [
        ("*.tmp\n", "*.tmp\n.salescoach/\ndeals/*/private.yaml\n"),
        ("*.tmp", "*.tmp\n.salescoach/\ndeals/*/private.yaml\n"),
        ("*.tmp\r\n.salescoach/\r\n", "*.tmp\r\n.salescoach/\r\ndeals/*/private.yaml\r\n"),
        ("", ".salescoach/\ndeals/*/private.yaml\n"),
    ],
)
def test_what_git_ignores_is_added_to(team: Path, own: str, then: str) -> None:
    path = team / ".gitignore"
    path.write_bytes(own.encode())
    assert "+deals/*/private.yaml" in init(team).err
    assert path.read_bytes() == own.encode()
    init(team, "--force")
    assert path.read_bytes() == then.encode()
    assert "there already" in init(team).err


@POSIX
def test_a_person_is_asked_file_by_file(team: Path) -> None:
    for name in (WORKFLOW, PIPELINE):
        (team / name).write_text("# ours\n")
    person = Person(team, ["init", "--source", INDEX], SALESCOACH_LANG="en")
    assert WORKFLOW in person.screen
    assert "-# ours" in person.screen
    person.child.send("y\r")
    person.wait()
    assert PIPELINE in person.screen
    person.child.send("\r")
    person.wait()
    assert (person.over, person.code) == (True, 0)
    assert (team / PIPELINE).read_text() == "# ours\n"
    assert "jobs:" in (team / WORKFLOW).read_text()


# --- where it cannot be -----------------------------------------------------------------------


@POSIX
@pytest.mark.parametrize("link", ["deals", "salescoach.yaml", ".github", ".vscode", SETTINGS])
def test_a_link_that_leads_out_is_refused_before_anything_is_written(tmp_path: Path, link: str) -> None:
    outside, root = tmp_path / "outside", tmp_path / "team"
    (root / link).parent.mkdir(parents=True)
    outside.mkdir()
    (root / link).symlink_to(outside / "file" if "." in Path(link).name[1:] else outside)
    assert "outside" in refused(tmp_path, "team")
    assert (list(outside.iterdir()), snapshot(root)) == ([], {})


@POSIX
def test_a_pipe_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".gitlab-ci.yml")
    assert ".gitlab-ci.yml" in refused(tmp_path)
    assert snapshot(tmp_path) == {}


def test_a_file_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "team").write_text("x")
    assert "is a file" in refused(tmp_path, "team")
    (tmp_path / ".vscode").write_text("x")
    assert ".vscode" in here(tmp_path, ["init"]).err
    assert here(tmp_path, ["init"]).code == 2


@LINUX
def test_a_folder_that_cannot_be_written_in(tmp_path: Path) -> None:
    assert "/proc/sales" in refused(tmp_path, "/proc/sales")


@LINUX
def test_a_full_disk_is_said_and_a_second_run_goes_on(tmp_path: Path) -> None:
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        ran = here(tmp_path, ["init", "--source", INDEX])
        assert (ran.code, "disk is full" in ran.err) == (2, True), ran.err
        assert set(ran.out.splitlines()) == set(snapshot(tmp_path)) < FILES
        remount = [*mount[:3], "-o", "remount,size=1m", *mount[5:]]
        subprocess.run(remount, check=True)
        init(tmp_path)
        assert set(snapshot(tmp_path)) == FILES
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


# --- where CI gets it from --------------------------------------------------------------------


@pytest.mark.parametrize(
    "source", [" x", "-r x", "x\ny", 'x"y', "${TOKEN}", "a;b", "'x'", "x`y`", "./x.whl", "x\\y"]
)
def test_what_would_mean_something_else_in_a_ci_file_is_refused(tmp_path: Path, source: str) -> None:
    refused(tmp_path, "--source", source)
    assert snapshot(tmp_path) == {}


def test_without_a_source_it_says_so_and_nothing_wrong_can_be_installed(tmp_path: Path) -> None:
    """This checkout is installed from a folder: either what that was cloned from has its commit, or nobody has."""
    ran = here(tmp_path, ["init", "team"])
    installed = read_variables(tmp_path / "team" / WORKFLOW)["SALESCOACH"]
    reachable = re.fullmatch(r"git\+\w+://.+@[0-9a-f]{40}", installed)
    assert reachable or installed.startswith("git+https://git.example.com/")
    assert ("salescoach init team --source git+" in ran.err) is not bool(reachable)
    assert ("pre-commit install" in ran.err) is bool(reachable)
    again = here(tmp_path, ["init", "team"]).err
    assert "there already" in again
    assert ("salescoach init team --source git+" in again) is not bool(reachable)


def test_in_a_new_repo_each_command_says_how_to_begin(team: Path) -> None:
    """No number of nothing, no empty list, and what is to be typed can be typed."""
    assert "salescoach new NAME" in here(team, ["status"], extra={"LANG": "C"}).err
    assert (
        here(team, ["check"]).out == "0 deals checked, 0 without errors or warnings\nnothing found\nPassed\n"
    )
    missing = here(team, ["advance", "quay"])
    assert (missing.code, missing.err.count("\n")) == (2, 1)
    assert "no other here yet. Start it: salescoach new quay" in missing.err


@pytest.mark.parametrize("columns", [40, 80])
def test_help_keeps_to_the_terminal(columns: int, tmp_path: Path) -> None:
    shown = here(tmp_path, ["init", "--help"], extra={"COLUMNS": str(columns)}).out
    too_long = [line for line in shown.splitlines() if len(line) > columns and " " in line.strip()]
    assert too_long == []


VCS = {
    "url": "https://lin:secret@git.example.com/sales/coach.git",
    "vcs_info": {"vcs": "git", "commit_id": "abc"},
}
ARCHIVE = {"url": "https://files.example.com/salescoach-1-py3-none-any.whl", "archive_info": {}}


@pytest.mark.parametrize(
    ("said", "source"),
    [
        (VCS, "git+https://git.example.com/sales/coach.git@abc"),
        (
            {**VCS, "url": "ssh://git@git.example.com/coach.git"},
            "git+ssh://git@git.example.com/coach.git@abc",
        ),
        ({**VCS, "url": "file:///srv/coach"}, ""),
        (ARCHIVE, "https://files.example.com/salescoach-1-py3-none-any.whl"),
        ({**ARCHIVE, "url": "file:///tmp/salescoach-1-py3-none-any.whl"}, ""),
        ({"url": "file:///nowhere/at/all", "dir_info": {}}, ""),
    ],
)
def test_ci_installs_what_is_installed_here(said: dict[str, Any], source: str) -> None:
    assert source_of(json.dumps(said)) == source


def test_from_an_index_ci_installs_the_same_version() -> None:
    from salescoach import __version__

    assert source_of(None) == f"salescoach=={__version__}"


@pytest.mark.parametrize(
    ("origin", "address"),
    [
        ("https://lin:secret@git.example.com/coach.git", "https://git.example.com/coach.git"),
        ("git@git.example.com:sales/coach.git", "ssh://git@git.example.com/sales/coach.git"),
        ("/srv/git/coach", ""),
        ("../coach", ""),
    ],
)
def test_from_a_clone_ci_installs_its_commit_where_the_origin_has_it(
    tmp_path: Path, origin: str, address: str
) -> None:
    git(tmp_path, "init", "-q")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "one")
    git(tmp_path, "remote", "add", "origin", origin)
    said = json.dumps({"url": tmp_path.as_uri(), "dir_info": {"editable": True}})
    assert source_of(said) == ""  # never pushed
    git(tmp_path, "update-ref", "refs/remotes/origin/main", "HEAD")
    assert source_of(said) == (f"git+{address}@{git(tmp_path, 'rev-parse', 'HEAD')}" if address else "")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "two")
    assert source_of(said) == ""


# --- what is next -----------------------------------------------------------------------------


def test_it_says_how_to_begin_with_git_where_there_is_none(tmp_path: Path) -> None:
    assert re.search(r"cd 'our deals'\n +git init\n +git add", init(tmp_path, "our deals").err)
    assert not (tmp_path / "our deals" / ".git").exists()


def test_in_a_git_repo_it_does_not(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    said = init(tmp_path).err
    assert "git init" not in said
    assert " cd " not in said
    assert find_top(tmp_path) == tmp_path


def test_below_a_git_repo_s_top_it_says_that_ci_reads_only_the_top(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    said = init(tmp_path, "sales/team").err
    assert f"begins above, at {tmp_path}:" in said


# --- the real readers -------------------------------------------------------------------------


def program(name: str) -> list[str]:
    """How a Python program of the development environment is called."""
    pytest.importorskip(name, reason=f"{name} is not installed (pip install -e '.[dev]')")
    return [sys.executable, "-m", name]


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("source", [INDEX, GIT])
def test_the_files_are_valid_by_the_schemas_of_those_who_read_them(
    tmp_path: Path, language: str, source: str
) -> None:
    init(tmp_path, "--lang", language, source=source)
    schema, hooks = program("check_jsonschema"), program("pre_commit")
    text = (tmp_path / WORKFLOW).read_text(encoding="utf-8")
    with_sarif = re.sub(r"^      # (?=- |  )", "      ", text, flags=re.MULTILINE)
    assert "upload-sarif" in str(yaml.safe_load(with_sarif)) and "upload-sarif" not in str(
        yaml.safe_load(text)
    )
    (tmp_path / "sarif.yml").write_text(with_sarif, encoding="utf-8")
    good([*schema, "--builtin-schema", "vendor.github-workflows", "sarif.yml"], tmp_path)
    for name, vendor in ((WORKFLOW, "vendor.github-workflows"), (PIPELINE, "vendor.gitlab-ci")):
        good([*schema, "--builtin-schema", vendor, name], tmp_path)
    good([*hooks, "validate-config", HOOKS], tmp_path)
    good([*hooks, "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")], tmp_path)


def good(command: list[str], folder: Path, **more: str) -> str:
    done = subprocess.run(
        command, cwd=folder, env={**environment(), **more}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, (command, done.stdout, done.stderr)
    return done.stdout
