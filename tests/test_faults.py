"""Bad input and bad surroundings, through the real command line: FAULTS C, each row by its number.

However it ends: the exit code named there, a sentence with a cure, no traceback, no other file touched.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from bad_input import (
    HEAD,
    HOSTILE,
    REFUSED,
    TOLD,
    Bad,
    bound_by_permissions,
    hostile_deal,
    odd_files,
    put,
    quoted,
)
from journeys.tool import (
    DEAL,
    Ran,
    apart,
    copy_team,
    environment,
    here,
    leftovers,
    person_or_skip,
    snapshot,
)
from markdown_it import MarkdownIt

from salescoach.yamlfile.read import read


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_team("desk", tmp_path / "team")


def quietly(ran: Ran, code: int) -> Ran:
    """It ended with this code, in words."""
    assert ran.code == code, ran
    assert "Traceback" not in ran.err + ran.out and ran.code != 3
    return ran


# --- rows 1 to 29: what may stand in a file ---------------------------------------------------


@pytest.mark.parametrize("bad", REFUSED, ids=lambda b: b.name)
def test_a_file_that_cannot_be_used_is_a_finding_with_its_place(root: Path, bad: Bad) -> None:
    put(root, bad.content)
    before = snapshot(root)
    started = time.monotonic()
    for arguments in (["prep", "bad", "--no-input"], ["plan", "bad"]):
        ran = quietly(here(root, arguments), 1)
        assert any(x.startswith("deals/bad/deal.yaml") and bad.said in x for x in ran.err.splitlines()), (
            ran.err[:500]
        )
        assert ran.out == ""
    assert time.monotonic() - started < 4
    assert quietly(here(root, ["plan", "bad", "--lang", "zh"]), 1).err != ran.err
    assert snapshot(root) == before
    quietly(here(root, ["plan", "harbour"]), 0)  # one broken file never hides another


@pytest.mark.parametrize("bad", TOLD, ids=lambda b: b.name)
def test_a_fault_that_leaves_the_rest_usable_is_told(root: Path, bad: Bad) -> None:
    path = put(root, bad.content)
    ran = here(root, ["prep", "bad", "--no-input", "--dry-run"])
    assert ran.code in (0, 1) and "Traceback" not in ran.err
    assert any(x.startswith("deals/bad/deal.yaml") and bad.said in x for x in ran.err.splitlines()), ran.err
    assert isinstance(bad.content, str) and path.read_bytes() == bad.content.encode()


def test_14_15_words_and_codes_stay_as_they_were_written(root: Path) -> None:
    put(
        root, "playbook: desk\ncustomer: NO\ntitle: 0086123\nstage: find\nindustry: off\ncurrency: 12:30:45\n"
    )
    ran = quietly(here(root, ["plan", "bad", "--output", "-"]), 2)  # there is no visit
    assert "no visit is planned" in ran.err
    quietly(here(root, ["prep", "bad", "--no-input"]), 0)
    plan = (root / "deals/bad/plans/2026-11-21-visit.md").read_text()
    assert plan.startswith("# NO · 0086123\n")


def test_09_lone_carriage_returns_are_line_ends_and_stay(root: Path) -> None:
    path = put(root, HEAD.replace("\n", "\r"))
    quietly(here(root, ["prep", "bad", "--no-input"]), 0)
    assert path.read_bytes().startswith(HEAD.replace("\n", "\r").encode()) and b"\n" not in path.read_bytes()


def test_12_what_is_written_to_a_file_with_faults_leaves_the_faults(root: Path) -> None:
    path = put(root, HEAD + "title: a\ntitle: b\n")
    ran = here(root, ["prep", "bad", "--no-input"])
    assert ran.code in (0, 2) and "Traceback" not in ran.err
    text = path.read_text()
    assert text.startswith(HEAD) and "\ntitle: a\n" in text and "\ntitle: b\n" in text


def extending(root: Path, name: str, other: str) -> None:
    """A playbook of the team that only extends another."""
    folder = root / "playbooks" / name
    folder.mkdir()
    head = f'extends: {other}\nformat: 1\nid: {name}\nversion: "1"\ntitle: {name}\n'
    (folder / "playbook.yaml").write_text(head)


EXTENDS = [
    # who extends whom, and what is said at which place
    (("one two", "two one"), "playbooks/one/playbook.yaml:1:10: extends-circle:", "one -> two -> one (playbooks/one/"),
    (("one one",), "playbooks/one/playbook.yaml:1:10: extends-circle:", "one -> one (playbooks/one/playbook.yaml:1)"),
    (("one two", "two dsk"), "playbooks/two/playbook.yaml:1:10: unknown-playbook:", "Did you mean 'desk'?"),
    (("one ../one",), "playbooks/one/playbook.yaml:1:10: unknown-playbook:", "'../one'"),
]  # fmt: skip


@pytest.mark.parametrize(("links", "place", "said"), EXTENDS, ids=lambda v: str(v)[:30])
def test_66_extends_that_lead_nowhere(root: Path, links: tuple[str, ...], place: str, said: str) -> None:
    for link in links:
        extending(root, *link.split())
    put(root, HEAD.replace("desk", "one"))
    told = quietly(here(root, ["plan", "bad"]), 1).err
    assert place in told and said in told
    assert place in quietly(here(root, ["playbook", "lint", "one"]), 1).out
    assert "one  has faults" in quietly(here(root, ["playbook", "list"]), 0).out


def test_66_extends_fifty_deep_and_two_of_the_same(root: Path) -> None:
    for at in range(50):
        extending(root, f"p{at}", f"p{at - 1}" if at else "desk")
    extending(root, "other", "p20")
    for name in ("p49", "other"):
        assert f"({name} 1)" in quietly(here(root, ["playbook", "show", name]), 0).out
        put(root, HEAD.replace("desk", name), name)
        quietly(here(root, ["prep", name, "--no-input"]), 0)


# --- rows 30 to 37: hostile texts ---------------------------------------------------------------


def shape(plan: str) -> list[tuple[Any, ...]]:
    """What a Markdown reader takes a plan for: its blocks, and how many cells each table row has."""
    tokens = MarkdownIt("commonmark").enable("table").parse(plan)
    blocks = [(t.type, t.tag) for t in tokens if t.type not in ("inline", "text")]
    inline = {c.type for t in tokens for c in t.children or []}
    assert inline <= {"text", "softbreak", "text_special"}, inline
    return blocks


def rows(plan: str) -> list[int]:
    """The cells of every table row, as the bars in the text make them."""
    return [
        len(x.replace("\\\\", "").replace("\\|", "").split("|"))
        for x in plan.splitlines()
        if x.startswith("|")
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_30_to_37_hostile_texts_are_only_text(root: Path, language: str) -> None:
    put(root, hostile_deal("plain"), "plain")
    plain = quietly(here(root, ["plan", "plain", "--output", "-", "--lang", language]), 0).out
    wanted, cells = shape(plain), rows(plain)
    for number, text in enumerate(HOSTILE if language == "en" else HOSTILE[::4]):
        name = f"h{number}"
        put(root, hostile_deal(text), name)
        ran = quietly(here(root, ["plan", name, "--output", "-", "--lang", language]), 0)
        assert shape(ran.out) == wanted, (text, ran.out)
        assert rows(ran.out) == cells, (text, ran.out)
        written = quietly(here(root, ["prep", name, "--no-input", "--lang", language]), 0)
        plan = (root / f"deals/{name}/plans/2026-12-02-visit.md").read_text(encoding="utf-8")
        assert shape(plan) == wanted, text
        for shown in (ran.out, plan, ran.err, written.err, written.out):
            unseen = {
                c
                for c in shown
                if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") and c not in "\n\t\u200d"
            }
            assert not unseen, (text, unseen)
            assert not [x for x in shown.splitlines() if x.lstrip().startswith("::") or "##vso[" in x], text
        assert "**" not in plan.replace("\\*\\*", "").replace("\\*", ""), text


def test_33_34_hostile_names_reach_the_terminal_as_text(root: Path) -> None:
    put(root, hostile_deal("[red]x[/x] \u202e :smile: \\x1b[31m"), "bad")
    pytest.importorskip("pexpect", reason="pexpect is not installed")
    person = person_or_skip(root, ["prep", "bad"])
    raw = person.child.before
    assert "\u202e" not in raw and "\\u202e" in raw
    assert "[red]x[/x]" in raw and ":smile:" in raw and "\\x1b[31m" in raw
    person.press("stop")


# --- rows 41 to 45: names, links, permissions, a full disk -----------------------------------------

BAD_IDS = [
    "../harbour", "..", ".", "/etc/passwd", "~", "~root", "C:\\x", "harbour/../harbour", "a\0b", "a b",
    "-x ", "Ａ", "é",
    "con", "aux", "nul", "com1", "x.", "x:y", "x" * 300, "海" * 90, "\u202ex", "a\nb", "$(x)", "HARBOUR", "",
]  # fmt: skip


@pytest.mark.parametrize("name", BAD_IDS, ids=lambda n: ascii(n)[:20])
def test_41_42_no_deal_id_leaves_the_root(root: Path, name: str) -> None:
    (root.parent / "deal.yaml").write_text(HEAD)
    before = {p for p in root.parent.rglob("*") if ".salescoach" not in p.parts}
    for arguments in (
        ["prep", "--no-input", "--", name],
        ["plan", "--", name],
        ["new", "--customer", "X", "--no-input", "--", name],
    ):
        ran = quietly(here(root, arguments), 2)
        assert "\u202e" not in ran.err and ran.err.count("\n") == 1
    assert {p for p in root.parent.rglob("*") if ".salescoach" not in p.parts} == before


@pytest.mark.parametrize(
    "output",
    [
        "../plan.md", "/tmp/salescoach-plan.md", "deals/../../plan.md", "~/plan.md/../../../plan.md", "a\0.md",
        "link/plan.md",
    ],
    ids=ascii,
)  # fmt: skip
def test_41_no_output_path_leaves_the_root(root: Path, output: str) -> None:
    (root / "link").symlink_to(root.parent)
    before = {p for p in root.parent.rglob("*") if ".salescoach" not in p.parts}
    ran = quietly(here(root, ["plan", "harbour", "--output", output]), 2)
    assert "lies outside of" in ran.err
    assert {p for p in root.parent.rglob("*") if ".salescoach" not in p.parts} == before
    assert not Path("/tmp/salescoach-plan.md").exists()


@pytest.mark.parametrize("output", [DEAL, "playbooks/desk/playbook.yaml", "deals", "x.txt"])
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_41_a_plan_replaces_nothing_but_a_plan(root: Path, output: str, force: list[str]) -> None:
    before = snapshot(root)
    assert "ends in .md" in quietly(here(root, ["plan", "harbour", "--output", output, *force]), 2).err
    assert snapshot(root) == before


@pytest.mark.parametrize("name", ["../desk", "/desk", "..", "Desk", "de sk", "a\0b", "con"], ids=ascii)
def test_41_no_playbook_name_leaves_its_folder(root: Path, name: str) -> None:
    shutil.copytree(root / "playbooks/desk", root / "desk")
    quietly(here(root, ["new", "quay", "--customer", "X", "--no-input", "--playbook", name]), 2)
    put(root, HEAD.replace("desk", quoted(name)))
    quietly(here(root, ["plan", "bad"]), 2)
    assert not (root / "deals/quay").exists()


def test_41_another_folder_of_playbooks(root: Path) -> None:
    (root / "theirs").mkdir()
    (root / "playbooks/desk").rename(root / "theirs/desk")
    assert quietly(here(root, ["plan", "harbour"]), 2).err.startswith(
        "salescoach: there is no playbook 'desk'"
    )
    for given in ("theirs", "./theirs", str(root / "theirs")):
        quietly(here(root, ["plan", "harbour", "--output", "-", "--playbooks", given]), 0)
    assert "no playbook" in quietly(here(root, ["plan", "harbour", "--playbooks", "nowhere"]), 2).err


def test_42_names_that_differ_only_in_case_or_form(root: Path) -> None:
    assert (
        "is there already" in quietly(here(root, ["new", "harbour", "--customer", "X", "--no-input"]), 2).err
    )
    (root / "deals" / unicodedata.normalize("NFD", "ガス")).mkdir()
    assert "is there already" in quietly(here(root, ["new", "ガス", "--customer", "X", "--no-input"]), 2).err


def test_43_a_pipe_a_folder_a_device_and_links(root: Path) -> None:
    outside = root.parent / "outside.yaml"
    for name in (*odd_files(root), "far"):
        started = time.monotonic()
        ran = quietly(here(root, ["prep", name, "--no-input"]), 2)
        assert time.monotonic() - started < 2, name
        assert ran.err.count("\n") == 1
    assert outside.read_text() == HEAD.replace("Bad", "Outside")
    quietly(here(root, ["prep", "near", "--no-input"]), 0)
    assert (root / "deals/near/deal.yaml").is_symlink() and "activities" in (root / "near.yaml").read_text()


def test_43_a_playbook_that_links_out_of_its_folder(root: Path) -> None:
    (root.parent / "secret.yaml").write_text("x: 1\n")
    (root / "playbooks/desk/questions.yaml").symlink_to(root.parent / "secret.yaml")
    assert "lies outside of" in quietly(here(root, ["plan", "harbour"]), 2).err


def test_44_a_file_that_may_not_be_read_and_a_folder_that_may_not_be_written(root: Path) -> None:
    prefix = bound_by_permissions()
    (root / DEAL).chmod(0)
    ran = apart(root, ["plan", "harbour"], prefix)
    assert ran.returncode == 2 and b"cannot be read: Permission denied" in ran.stderr
    (root / DEAL).chmod(0o644)
    for folder in (root, root / "deals/harbour"):
        folder.chmod(0o555)
        before = snapshot(root)
        for arguments in (["prep", "harbour", "--no-input"], ["plan", "harbour"]):
            ran = apart(root, arguments, prefix)
            assert ran.returncode == 2 and b"Permission denied" in ran.stderr, ran
            assert b"Traceback" not in ran.stderr
        assert snapshot(root) == before and leftovers(root) == []
        folder.chmod(0o755)
    (root / DEAL).chmod(0o444)
    before = snapshot(root)
    ran = apart(root, ["prep", "harbour", "--no-input"], prefix)
    assert ran.returncode == 2 and b"cannot be written" in ran.stderr and snapshot(root) == before


def test_45_a_full_disk(small_disk: Path) -> None:
    root = copy_team("desk", small_disk / "team")
    before = (root / DEAL).read_bytes()
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space left"):
        while True:
            file.write(b"x" * 512)
    ran = here(root, ["prep", "harbour", "--no-input"])
    assert (
        ran.code == 2
        and "Traceback" not in ran.err
        and "No space left" in ran.err + "No space left" * ("disk is full" in ran.err)
    )
    assert (root / DEAL).read_bytes() == before and leftovers(root) == []
    filler.unlink()
    quietly(here(root, ["prep", "harbour", "--no-input"]), 0)


# --- rows 46 to 60: surroundings ----------------------------------------------------------------


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_46_an_output_that_is_full_or_closed(root: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        for arguments in (
            ["plan", "harbour", "--output", "-"],
            ["--version"],
            ["--help"],
            ["prep", "--help"],
        ):
            ran = apart(root, arguments, stdout=full, stderr=subprocess.PIPE)
            assert ran.returncode == 2, arguments
            assert (
                ran.stderr.count(b"\n") == 1
                and b"could not be written to the output: No space left" in ran.stderr
            )
    for redirection in (">&-", ">&- 2>&-", "2>/dev/full"):
        command = f"{sys.executable} -m salescoach plan harbour --output - {redirection}"
        ran = subprocess.run(
            ["sh", "-c", command], cwd=root, env=environment(), check=False, capture_output=True
        )
        assert ran.returncode == (0 if redirection.startswith("2>") else 2), redirection
        assert b"Traceback" not in ran.stderr + ran.stdout


@pytest.mark.skipif(os.name == "nt", reason="needs a Unix shell")
def test_47_a_reader_that_stops(root: Path) -> None:
    put(root, hostile_deal("x" * 3000), "long")
    for arguments in ("plan long --output -", "prep --help", "--help", "playbook show value-competition"):
        read_end, write_end = os.pipe()
        os.close(read_end)
        ran = apart(root, arguments.split(), stdout=write_end, stderr=subprocess.PIPE)
        os.close(write_end)
        assert (ran.returncode, ran.stderr) == (141, b""), arguments


def test_53_many_writers_at_once(root: Path) -> None:
    runs = []
    for number in range(4):
        (root / f"n{number}.yaml").write_text(f"people:\n  - {{id: p{number}, name: Person {number}}}\n")
        command = [
            sys.executable,
            "-m",
            "salescoach",
            "prep",
            "harbour",
            "--answers",
            f"n{number}.yaml",
            "--no-input",
        ]
        runs.append(subprocess.Popen(command, cwd=root, env=environment(), stderr=subprocess.PIPE))
    ends = [(run.communicate(timeout=60)[1], run.returncode) for run in runs]
    assert all(code == 0 for _, code in ends), ends
    raw = (root / DEAL).read_bytes()
    assert not read(raw, "").findings and raw.endswith(b"# the end\n")
    assert [raw.count(f"name: Person {n}".encode()) for n in range(4)] == [1] * 4
    assert leftovers(root) == []


@pytest.mark.parametrize("day", ["0001-01-01", "2028-02-29", "9999-12-31", "1970-01-01"])
def test_56_any_day(root: Path, day: str) -> None:
    put(root, HEAD)
    quietly(here(root, ["prep", "bad", "--no-input", "--today", day]), 0)
    quietly(here(root, ["prep", "harbour", "--no-input", "--today", day]), 0)


@pytest.mark.parametrize(
    "extra",
    [
        {"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "cp936"}, {"PYTHONIOENCODING": "ascii:strict"},
    ],
    ids=lambda e: "-".join(e.values()),
)  # fmt: skip
def test_57_consoles_that_lack_characters(tmp_path: Path, extra: dict[str, str]) -> None:
    root = copy_team("demo-zh", tmp_path / "team")
    kept = {k: v for k, v in environment().items() if k != "PYTHONIOENCODING"}
    for arguments in (["prep", "haichuan-charging", "--no-input"], ["plan", "没有"]):
        ran = apart(root, [*arguments, "--lang", "zh"], env={**kept, **extra})
        assert ran.returncode == (2 if arguments[-1] == "没有" else 0), ran.stderr
        assert ran.stderr
        assert b"Traceback" not in ran.stderr and b"Error" not in ran.stderr
    written = (root / "deals/haichuan-charging/plans/2026-12-02-visit.md").read_text(encoding="utf-8")
    assert "海川电信" in written, "files are UTF-8 whatever the console is"


def test_58_no_home(root: Path) -> None:
    bare = {
        k: v for k, v in environment().items() if not k.startswith("XDG") and k not in ("HOME", "USERPROFILE")
    }
    for extra in ({}, {"HOME": "/nowhere", "XDG_STATE_HOME": "relative"}):
        assert apart(root, ["prep", "harbour", "--no-input"], env={**bare, **extra}).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="needs a Unix shell")
@pytest.mark.parametrize("stdin", ["<&-", "</dev/null"])
def test_60_no_terminal_and_no_stdin(root: Path, stdin: str) -> None:
    for arguments, code, said in (
        ("prep harbour", 2, b"--answers FILE, or --no-input"),
        ("new quay", 2, b"--customer"),
        ("prep harbour --no-input", 0, b"Call plan"),
    ):
        command = f"{sys.executable} -m salescoach {arguments} {stdin}"
        ran = subprocess.run(
            ["sh", "-c", command], cwd=root, env=environment(), check=False, capture_output=True
        )
        assert (ran.returncode, said in ran.stderr) == (code, True), ran.stderr
    command = f"{sys.executable} -m salescoach prep harbour --answers - {stdin}"
    ran = subprocess.run(["sh", "-c", command], cwd=root, env=environment(), check=False, capture_output=True)
    if stdin == "<&-":
        assert ran.returncode == 2 and b"no standard input" in ran.stderr
    else:
        assert ran.returncode == 0 and b"unchanged" in ran.stderr


def test_61_bytes_that_are_no_text_in_the_command_line(root: Path) -> None:
    ran = apart(root, ["plan", os.fsdecode(b"\xff\xfe")])
    assert ran.returncode == 2 and b"Traceback" not in ran.stderr


# --- in a real terminal --------------------------------------------------------------------------


def test_52_59_a_window_that_is_made_tiny_and_wide_again(root: Path) -> None:
    pytest.importorskip("pexpect", reason="pexpect is not installed")
    person = person_or_skip(root, ["prep", "harbour"])
    person.child.send("We need ")
    person.child.setwinsize(5, 10)
    time.sleep(0.2)
    person.child.send("one ")
    person.child.setwinsize(1, 1)
    time.sleep(0.2)
    person.child.setwinsize(50, 200)
    time.sleep(0.3)
    person.press("colour.", "enter")
    while not person.over and not person.on_list:
        person.wait()
    person.press("enter")
    person.press("enter")
    person.press("enter")
    person.press("leave")
    assert person.over and person.code == 0
    assert "words: We need one colour.\n" in (root / DEAL).read_text()


def test_70_a_paste_of_twenty_kilobytes_with_lines_and_controls(root: Path) -> None:
    pytest.importorskip("pexpect", reason="pexpect is not installed")
    person = person_or_skip(root, ["prep", "harbour"])
    pasted = "We need\r\nthis:\t" + "长 word\x07 " * 2500 + "\x1b[31mend"
    person.child.send("\x1b[200~" + pasted + "\x1b[201~")
    time.sleep(1)
    person.press("enter")
    while not person.on_list and not person.over:
        person.wait()
    assert "line breaks or hidden characters were taken out" in person.screen
    for _ in range(3):
        person.press("enter")
    person.press("leave")
    text = (root / DEAL).read_text(encoding="utf-8")
    assert (
        "We need this: 长 word 长 word" in " ".join(text.split())
        and "\x07" not in text
        and "\x1b" not in text
    )


def test_a_signal_while_nothing_is_asked_ends_in_order(root: Path) -> None:
    if os.name == "nt":
        pytest.skip("needs Unix signals")
    command = [sys.executable, "-m", "salescoach", "prep", "harbour", "--answers", "-"]
    run = subprocess.Popen(
        command, cwd=root, env=environment(), stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    time.sleep(0.8)  # it waits for the answers
    before = snapshot(root)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=20)
    assert run.returncode == 130 and b"Traceback" not in err and snapshot(root) == before
