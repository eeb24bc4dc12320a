"""README tells the truth: its commands run, its files load, its piece of a plan is what the demo writes."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from journeys.repo import surroundings

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ENGLISH, _, CHINESE = README.partition("\n## 中文\n")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SET_UP = ("python3 -m venv .venv && .venv/bin/python ", r"python -m venv .venv; .venv\Scripts\python ")
TODAY = "2026-11-21"
GATES = {"en": "\n## Gates in CI\n", "zh": "\n### CI 里的阶段关口\n"}
"""The section that is followed from an empty directory, by its heading; it ends where the next of its rank begins."""


def lines(language: str, text: str = README) -> list[str]:
    """The lines of README's fenced blocks in a language, in order."""
    return [line for name, body in BLOCK.findall(text) if name == language for line in body.splitlines()]


def ours(text: str) -> list[str]:
    """The commands that call salescoach itself."""
    return [line for line in lines("sh", text) if line.startswith("salescoach ")]


def run(folder: Path, command: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a printed command in a shell without a terminal, with `salescoach` as this checkout has it."""
    kept = {k: v for k, v in surroundings().items() if not k.startswith(("SALESCOACH", "CI"))}
    program = f'"{sys.executable}" -m salescoach'
    return subprocess.run(
        command.replace("salescoach", program, 1),
        shell=True,
        cwd=folder,
        env={
            **kept,
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            "SALESCOACH_LANG": "en",
            "SALESCOACH_TODAY": TODAY,
            **more,
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def write_files(folder: Path) -> None:
    """Write the files that README shows under their names."""
    for name, body in BLOCK.findall(README):
        if name == "yaml":
            write_file(folder, body)


@pytest.mark.parametrize("part", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_the_printed_commands_run_in_their_order(part: str, tmp_path: Path) -> None:
    """Those that ask run with --no-input here; asking is tried in the journeys."""
    write_files(tmp_path)
    assert {line.split()[1] for line in ours(part)} >= {"new", "prep", "plan", "playbook"}
    for line in ours(part):
        asks = line.split()[1] == "prep" and "--no-input" not in line
        done = run(tmp_path, f"{line} --no-input" if asks else line)
        flawed = "--check" in line  # the plan made without answers has nobody in the room
        assert done.returncode == (1 if flawed else 0), f"{line}\n{done.stderr}"
    assert {p.suffixes[-1] for p in tmp_path.glob("deals/*/plans/*")} == {".md", ".html"}
    assert list(tmp_path.glob("deals/*/plans/*.customer.md"))


def section(language: str) -> str:
    """What README says about gates in CI."""
    _, found, rest = README.partition(GATES[language])
    assert found
    return re.split(r"^##+ ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def follow(
    text: str, folder: Path, **surrounding: str
) -> Iterator[tuple[str, str, subprocess.CompletedProcess[str]]]:
    """Do what a section says, block by block: each command, what is shown under it, and how it went."""
    for name, body in BLOCK.findall(text):
        if name in ("yaml", "text"):
            write_file(folder, body)
        if name == "diff":
            apply(folder, body)
        for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:] if name == "console" else []:
            command, _, shown = part.partition("\n")
            if command.startswith("export "):
                surrounding |= dict(word.split("=") for word in command.split()[1:])
            elif command.startswith("cd "):
                folder /= command[3:]
            else:
                yield command, shown, run(folder, command.partition("  # ")[0], **surrounding)


def write_file(folder: Path, body: str) -> None:
    """Write a file that is shown under its name."""
    path = re.match(r"# (\S+)\n", body)
    assert path, "a file that is shown begins with its name"
    (folder / path[1]).parent.mkdir(parents=True, exist_ok=True)
    (folder / path[1]).write_text(body, encoding="utf-8")


def apply(folder: Path, diff: str) -> None:
    """Make the one change that a diff shows."""
    name, *body = diff.splitlines()
    old, new = ("".join(f"{x[1:]}\n" for x in body if x[0] in f" {sign}") for sign in "-+")
    path = folder / name.removeprefix("--- ")
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def alike(shown: str, printed: str) -> bool:
    """Whether this is what was printed: lines may end elsewhere, and a line `…` stands for any others."""
    pieces = re.split(r"^…$", shown, flags=re.MULTILINE)
    pattern = ".*".join(re.escape("".join(piece.split())) for piece in pieces)
    return re.fullmatch(pattern, "".join(printed.split()), re.DOTALL) is not None


@pytest.mark.parametrize("language", GATES)
def test_gates_in_ci_can_be_followed_word_for_word(language: str, tmp_path: Path) -> None:
    if not shutil.which("git"):
        pytest.skip("git is not installed: the section on CI is not followed")
    followed = []
    for command, shown, done in follow(section(language), tmp_path):
        code = re.search(r"  # .* (\d)$", command)
        assert done.returncode == int(code[1] if code else 0), (command, done.stdout, done.stderr)
        assert not shown or alike(shown, done.stdout), (command, done.stdout)
        followed.append(command.split()[:2])
    assert {words[1] for words in followed if words[0] == "salescoach"} == {
        "init",
        "check",
        "advance",
        "status",
    }


@pytest.mark.parametrize("name", ["class.zh.md", pytest.param("class.md", marks=pytest.mark.long)])
def test_a_training_day_can_be_followed_word_for_word(name: str, tmp_path: Path) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    state = {"XDG_STATE_HOME": str(tmp_path / "state"), "LOCALAPPDATA": str(tmp_path / "state")}
    steps = list(follow(text, tmp_path, SALESCOACH_LANG="zh" if ".zh." in name else "en", **state))
    for command, shown, done in steps:
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        assert not shown or alike(shown, done.stdout), (command, done.stdout)
    used = {words[2] for words in (command.split() for command, _, _ in steps) if words[0] == "salescoach"}
    assert used == {"kit", "exam", "score", "history", "results", "certificate", "training"}
    assert ",2026-11-21,observed,two-blues" in (tmp_path / "class.csv").read_text(encoding="utf-8-sig")


def test_gates_in_ci_say_the_same_in_both_languages() -> None:
    english, chinese = (section(language) for language in GATES)
    for pattern in (r"^\| `[^`]*`", r"^```\w*", r"^\$ (?:salescoach|git) \w+", r" --[a-z-]+", r"^[-+]\w+:"):
        same = [re.findall(pattern, part, re.MULTILINE) for part in (english, chinese)]
        assert same[0] == same[1], pattern


def test_every_other_printed_command_is_a_set_up_line_that_ci_runs() -> None:
    workflow = (ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8")
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    rest = [line for line in lines("sh") + lines("powershell") if not line.startswith("salescoach ")]
    assert [line for line in rest if not line.startswith(SET_UP)] == []
    for line in rest:
        if line.endswith("pytest"):
            assert line in workflow
    posix = [line for line in rest if line.startswith(SET_UP[0])]
    asked_for = re.findall(r"grep -E '(\^python3[^']*)' README\.md", script)
    assert all(any(re.search(pattern, line) for pattern in asked_for) for line in posix)


def test_both_shells_do_the_same_in_one_line_each() -> None:
    posix = [line for line in lines("sh") if line.startswith(SET_UP[0])]
    windows = lines("powershell")
    same = [
        line.replace(".venv/bin/", ".venv\\Scripts\\").replace(" && ", "; ").replace("python3", "python")
        for line in posix
    ]
    assert same == windows
    assert [line.split(" && ")[-1] for line in posix] == [
        ".venv/bin/salescoach demo",
        ".venv/bin/python -m pytest",
        ".venv/bin/salescoach demo --lang zh",
    ]


def test_the_piece_of_a_plan_is_what_the_demo_writes(tmp_path: Path) -> None:
    assert run(tmp_path, "salescoach demo --dir demo").returncode == 0
    (written,) = tmp_path.glob("demo/deals/*/plans/*.md")
    piece = "\n".join(lines("markdown"))
    assert len(piece) > 100
    assert piece in written.read_text(encoding="utf-8")


def test_the_options_that_are_named_exist(tmp_path: Path) -> None:
    commands = ["", "demo", "new", "prep", "plan", "init", "check", "advance", "status"]
    commands += [f"playbook {name}" for name in ("list", "show", "lint", "schema")]
    commands += [
        f"drill {name}"
        for name in (
            "list",
            "play",
            "my",
            "quiz",
            "exam",
            "kit",
            "score",
            "history",
            "results",
            "training",
            "certificate",
            "correct",
            "hear",
        )
    ]
    helps = "".join(run(tmp_path, f"salescoach {command} --help").stdout for command in commands)
    named = set(re.findall(r"`(?:\w+ )?(--[a-z-]+)", README)) | set(
        re.findall(r" (--[a-z-]+)", "\n".join(ours(README)))
    )
    assert [option for option in sorted(named - {"--from"}) if option not in helps] == []


def test_the_keys_that_are_named_are_the_keys() -> None:
    from salescoach.terminal.keys import EVERYWHERE

    keys = {f"Ctrl-{key[2:].upper()}" for key in EVERYWHERE if key.startswith("c-")} | {"Ctrl-C", "Ctrl-E"}
    assert set(re.findall(r"Ctrl-[A-Z]", ENGLISH)) == keys
    assert set(re.findall(r"Ctrl-[A-Z]", CHINESE)) == keys


def test_every_command_is_named_in_both_languages() -> None:
    from salescoach.cli import command_names

    for part in (ENGLISH, CHINESE):
        assert {name for name in command_names() if f"`{name}" not in part} == set()


def test_a_team_extends_a_playbook_as_told(tmp_path: Path) -> None:
    write_files(tmp_path)
    assert run(tmp_path, "salescoach new haichuan --customer Haichuan --playbook ours").returncode == 0
    done = run(tmp_path, "salescoach playbook lint ours")
    assert (done.returncode, done.stdout) == (0, "")
    shown = run(tmp_path, "salescoach playbook show ours --stage step2_need").stdout
    assert "[impact]" in shown
    assert "[recap]" not in shown
    assert run(tmp_path, "salescoach prep haichuan --no-input").returncode == 0


def test_a_team_copies_a_playbook_as_told(tmp_path: Path) -> None:
    own = tmp_path / "playbooks" / "ours"
    shutil.copytree(ROOT / "playbooks" / "value-competition", own)
    main = own / "playbook.yaml"
    text = main.read_text(encoding="utf-8")
    main.write_text(text.replace("\nid: value-competition\n", "\nid: ours\n"), encoding="utf-8")
    assert run(tmp_path, "salescoach new haichuan --customer Haichuan --playbook ours").returncode == 0
    assert "playbook: ours" in (tmp_path / "deals" / "haichuan" / "deal.yaml").read_text(encoding="utf-8")
    assert run(tmp_path, "salescoach playbook lint ours").returncode == 0
    assert run(tmp_path, "salescoach prep haichuan --no-input").returncode == 0


def test_the_files_that_are_linked_are_there() -> None:
    linked = set(re.findall(r"\]\(([^)#]+)\)", README))
    assert {name for name in linked if not (ROOT / name).is_file()} == set()


@pytest.fixture
def picture() -> Iterator[object]:
    """The script that draws the pictures."""
    sys.path.insert(0, str(ROOT / "docs"))
    yield pytest.importorskip("picture")
    sys.path.remove(str(ROOT / "docs"))


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_pictures_show_what_a_terminal_shows(language: str, picture: object) -> None:
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed: the pictures are not drawn again")
    if not (Path(sys.executable).parent / "salescoach").exists():
        pytest.skip("salescoach is not installed beside this Python: the pictures are not drawn again")
    shown = picture.draw(picture.screen(language))  # type: ignore[attr-defined]
    there = (ROOT / "docs" / picture.PICTURES[language]).read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert there == shown, "the screen has changed: python docs/picture.py draws it again"
