"""Completion in the shell: what is offered where, by listing alone, and never anything that a shell could trip over."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from goldens import FOLDERS, golden
from journeys.tool import apart, environment, here

from salescoach.completing import SHELLS, VARIABLE

NEED = next(f for f in FOLDERS if f.name == "step2_need")
HOSTILE = (
    "-rf", "$(touch pwned)", "`touch pwned`", "a b", "a'b", 'a"b', "a;touch pwned", "\x1b]0;x\x07", "\u202ex",
    "x\ny", "*", "~", "UPPER", "..x",
)  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A team's repo with three deals, of which one is more than a name."""
    for name in ("harbour", "haichuan", "海川"):
        (tmp_path / "deals" / name).mkdir(parents=True)
    (tmp_path / "deals/harbour/deal.yaml").write_text(golden(NEED), encoding="utf-8")
    return tmp_path


def complete(folder: Path, *words: str, shell: str = "bash") -> list[str]:
    """What is offered for the last word."""
    asks = {VARIABLE: f"complete_{shell}"}
    if shell == "bash":
        line = ["salescoach", *words]
        asks |= {"COMP_WORDS": "\n".join(line), "COMP_CWORD": str(len(words))}
    else:
        asks |= {"_TYPER_COMPLETE_ARGS": " ".join(["salescoach", *words])}
        asks |= {"_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    done = here(folder, [], extra=asks)
    for name in asks:
        os.environ.pop(name, None)
    assert (done.code, done.err) == (0, "")
    return done.out.split("\n")[:-1] if done.out else []


@pytest.mark.parametrize("command", ["prep", "plan", "advance", "status"])
def test_every_command_about_a_deal_offers_ids(command: str, root: Path) -> None:
    assert complete(root, command, "") == ["haichuan", "harbour", "海川"]
    assert complete(root, command, "har") == ["harbour"]
    assert complete(root, command, "海") == ["海川"]


def test_paths_and_new_ids_are_left_to_the_shell(root: Path) -> None:
    assert complete(root, "check", "") == complete(root, "new", "") == []


def test_commands_and_options_are_offered(root: Path) -> None:
    assert {"status", "advance", "check"} <= set(complete(root, ""))
    assert complete(root, "adv") == ["advance"]
    assert {"--waive", "--to", "--root"} <= set(complete(root, "advance", "harbour", "--"))


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["advance", "harbour", "--to", "step4"], ["step4_criteria"]),
        (["advance", "harbour", "--to", "=", "step4"], ["step4_criteria"]),
        (["advance", "harbour", "--waive", "step3_value/a"], ["step3_value/approved"]),
        (["advance", "harbour", "--waive", "step2"], []),
        (["advance", "haichuan", "--waive", "step2_need/r"], ["step2_need/recap", "step2_need/raises-it"]),
        (["new", "x", "--stage", "step1"], ["step1_trust"]),
        (["playbook", "show", "val"], ["value-competition"]),
        (["playbook", "show", "value-competition", "--stage", "step8"], ["step8_collect"]),
        (["check", "--format", "j"], ["json", "junit"]),
        (["check", "--fail-on", ""], ["note", "warning", "error"]),
        (["plan", "harbour", "--format", "h"], ["html"]),
        (["--lang", ""], ["en", "zh"]),
        (["--root", ""], []),
    ],
)
def test_what_else_is_known(words: list[str], offered: list[str], root: Path) -> None:
    assert complete(root, *words) == offered


def test_the_options_that_hold_everywhere_say_which_repo(root: Path, tmp_path_factory: Any) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert complete(elsewhere, "prep", "") == []
    assert complete(elsewhere, "--root", str(root), "prep", "h") == ["haichuan", "harbour"]
    assert complete(elsewhere, "prep", "--root", str(root), "h") == ["haichuan", "harbour"]


@pytest.mark.parametrize(
    "words", [["prep", ""], ["advance", "x", "--to", "y"], ["--root", "/no", "prep", ""]]
)
def test_where_there_is_nothing_nothing_is_said(words: list[str], tmp_path: Path) -> None:
    assert complete(tmp_path, *words) == []


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be")
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_name_that_is_no_id_is_never_offered(shell: str, root: Path) -> None:
    for name in HOSTILE:
        for folder in (root / "deals" / name, root / "playbooks" / name):
            folder.mkdir(parents=True)
            (folder / "playbook.yaml").touch()
    (root / "deals" / os.fsdecode(b"\xff")).mkdir()
    offered = "\n".join(
        [*complete(root, "prep", "", shell=shell), *complete(root, "playbook", "show", "", shell=shell)]
    )
    assert "harbour" in offered and "value-competition" in offered
    assert [name for name in HOSTILE if name in offered.replace("*: :", "")] == []


def test_neither_yaml_nor_a_playbook_is_read_for_an_id(root: Path) -> None:
    code = (
        "import sys\nfrom salescoach.__main__ import main\nmain([])\n"
        "heavy = ('yaml', 'pydantic', 'rich', 'questionary', 'salescoach.playbook.model', 'salescoach.deal')\n"
        "sys.stderr.write(repr([n for n in heavy if n in sys.modules]))"
    )
    asks = {VARIABLE: "complete_bash", "COMP_WORDS": "salescoach\nprep\n", "COMP_CWORD": "2"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, env=environment(**asks), capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("haichuan\nharbour\n海川\n", "[]")


def test_thousands_of_deals_are_listed_in_no_time(root: Path) -> None:
    for number in range(2_000):
        (root / "deals" / f"deal-{number}").mkdir()
    begun = time.monotonic()
    offered = complete(root, "prep", "deal-19")
    assert len(offered) == 111 and time.monotonic() - begun < 1


# --- setting it up ---------------------------------------------------------------------------------


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_each_shell_is_shown(shell: str, tmp_path: Path) -> None:
    done = here(tmp_path, ["--show-completion", shell])
    assert (done.code, done.err) == (0, "")
    assert VARIABLE in done.out and f"complete_{'powershell' if shell == 'pwsh' else shell}" in done.out


def test_a_shell_that_is_not_known_is_named(tmp_path: Path) -> None:
    done = here(tmp_path, ["--install-completion", "zhs"])
    assert (done.code, "Did you mean 'zsh'" in done.err) == (2, True)


def test_installing_writes_what_the_shell_reads(tmp_path: Path) -> None:
    (tmp_path / ".bashrc").write_text("alias ll='ls -l'\n", encoding="utf-8")
    done = apart(
        tmp_path,
        ["--install-completion", "bash"],
        env=environment(HOME=str(tmp_path), USERPROFILE=str(tmp_path)),
    )
    assert done.returncode == 0, done.stderr
    mine = (tmp_path / ".bashrc").read_text(encoding="utf-8")
    assert mine.startswith("alias ll='ls -l'\n") and ".bash_completions" in mine
    assert VARIABLE in (tmp_path / ".bash_completions/salescoach.sh").read_text(encoding="utf-8")


# --- in a real bash --------------------------------------------------------------------------------


@pytest.fixture
def bash(root: Path) -> Iterator[Any]:
    """An interactive bash in the repo that has read the script, `salescoach` on its path."""
    pexpect = pytest.importorskip("pexpect", reason="pexpect is not installed: no real terminal")
    if not shutil.which("bash"):
        pytest.skip("bash is not installed")
    (root / "bin").mkdir()
    program = root / "bin/salescoach"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m salescoach "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    for name in HOSTILE:
        (root / "deals" / name).mkdir()
    surroundings = environment(PATH=f"{root / 'bin'}{os.pathsep}{os.environ['PATH']}", HOME=str(root))
    child = pexpect.spawn(
        "bash", ["--norc", "--noprofile", "-i"], cwd=str(root), env={**surroundings, "PS1": "READY> "},
        encoding="utf-8", timeout=20, dimensions=(24, 200),
    )  # fmt: skip
    child.expect_exact("READY> ")
    child.sendline('eval "$(salescoach --show-completion bash)"')
    child.expect_exact("READY> ")
    yield child
    child.close(force=True)


def test_bash_completes_a_deal_and_lists_several(bash: Any, root: Path) -> None:
    bash.send("salescoach prep harb\t")
    bash.expect_exact("prep harbour")
    bash.send("\x15salescoach status ha\t\t")
    bash.expect(r"haichuan +harbour")
    bash.send("\x15salescoach advance harbour --waive step3_value/ap\t")
    bash.expect_exact("step3_value/approved")
    bash.send('\x15salescoach prep \'\t\t\x15echo o""k\r')
    bash.expect_exact("\rok\r\n")
    assert not (root / "pwned").exists()


def test_bash_offers_files_for_check(bash: Any, root: Path) -> None:
    bash.send("salescoach check deals/harbour/de\t")
    bash.expect_exact("deals/harbour/deal.yaml")
