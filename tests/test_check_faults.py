"""Bad input and bad surroundings of `check`: FAULTS C, each row by its number, many of them in one team's repo.

However it ends: every fault is a finding at its place, the other deals are checked all the same, the exit code is
right, stderr holds no traceback, and what goes to stdout can be read by those who read it, in every format.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

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
from conftest import TESTS, read_yaml
from journeys.repo import git
from journeys.tool import Ran, apart, copy_team, environment, here, leftovers
from test_formats import NAMES, command, read_back

from salescoach.visible import visible

SYNTAX = [
    Bad("26 full-width bracket", HEAD + "team: [lin］\nowner: b\n", "", "4:7 full-width-bracket"),
    Bad("29 alias", HEAD + "title: *mine\n", "", "4:8 alias"),
    Bad("24 special start", HEAD + "title: @mine\n", "", "4:8 special-start"),
    Bad("24 two colons", HEAD + "title: a: b\n", "", "4:9 colon-in-value"),
    Bad("24 deeper than the line above", HEAD + "title: a\n  owner: b\n", "", "5:8 wrong-indent"),
    Bad("24 text after a quote", HEAD + 'title: "a" b\n', "", "4:12 text-after-quote"),
    Bad("24 open quote", HEAD + 'title: "a\nowner: b\n', "", "4:8 unclosed-quote"),
    Bad("24 open bracket", HEAD + "team: [lin\nowner: b\n", "", "4:7 unclosed-bracket"),
    Bad("24 no key", HEAD + "- a\n", "", "4:1 yaml-syntax"),
]
"""What only a reader of files can say; the rest is in `bad_input.py`."""
LATER = [
    Bad("72 money with lines", HEAD + "amount: 1_200_000\n", "", "4:9 not-a-number"),
    Bad("67 renamed stage", HEAD.replace("find", "fnd"), "", "3:8 no-such-stage"),
    Bad("67 renamed question", HEAD + "evidence:\n  - {for: find/sayed, date: 2026-11-18, grade: seller_action}\n", "",
        "5:11 no-such-address"),
    Bad("67 renamed playbook", HEAD.replace("desk", "desks"), "", "1:11 no-such-playbook"),
    Bad("41 playbook of another folder", HEAD.replace("desk", "../desk"), "", "1:11 no-such-playbook"),
    Bad("41 playbook that is a path", HEAD.replace("desk", "/etc"), "", "1:11 no-such-playbook"),
    Bad("41 playbook with a NUL", HEAD.replace("desk", '"a\\0b"'), "", "1:11 no-such-playbook"),
]  # fmt: skip
ROWS = [*REFUSED, *TOLD, *SYNTAX, *LATER]
FINE = {
    "05 a mark of UTF-8": b"\xef\xbb\xbf" + HEAD.encode(),
    "09 CRLF": HEAD.replace("\n", "\r\n").encode(),
    "09 CR": HEAD.replace("\n", "\r").encode(),
    "10 no last line end": HEAD.encode().rstrip(),
    "14 words that YAML 1.1 takes for truths": (HEAD + "title: NO\nindustry: off\n").encode(),
    "15 numbers that are codes": (HEAD + "title: 0086123\ncurrency: 12:30:45\n").encode(),
    "20 an amount": (HEAD + "amount: 1200000.50\n").encode(),
    "23 line ends that are none": (HEAD + 'title: "a\u2028b\u2029c\x85d"\n').encode(),
    "30 emoji": (HEAD + "title: 👩‍👩‍👧‍👦 e\u0301 🇨🇳\n").encode(),
    "31 ambiguous": (HEAD + "title: “重要”…①\n").encode(),
}
"""What is strange, and right."""
NAMES_OF_FOLDERS = [
    "::error::x", "##vso[task.x]y", "a|b", "a,b:c%0A", "\x1b[31mred", "\u202egnp", "x\ny", "`c` <b>", "=1+1", "Ａ",
    "x.", os.fsdecode(b"\xff\xfe"), "海" * 80, "con", "Harbour", " ",
]  # fmt: skip
"""What the folder of a deal may be called by somebody who means no good; most are no ids."""


class Fleet(NamedTuple):
    """A repo of bad deals and what `check` said of it, by folder."""

    root: Path
    ran: Ran
    seconds: float
    report: Mapping[str, Any]
    deals: Mapping[str, Any]


def by_folder(report: Mapping[str, Any]) -> dict[str, Any]:
    return {deal["path"].split("/")[1]: deal for deal in report["deals"]}


def check(root: Path, *arguments: str, code: int = 1) -> Ran:
    """Run `check` in this process; it must end so, in words."""
    ran = here(root, ["check", "--lang", "en", *arguments])
    assert ran.code == code and "Traceback" not in ran.err + ran.out, ran
    return ran


def numbered(name: str) -> str:
    """The folder of a row's deal."""
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in name.lower())


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Fleet:
    """Every row of the tables in a deal of its own, checked once."""
    root = copy_team("desk", tmp_path_factory.mktemp("fleet") / "team")
    for row in ROWS:
        put(root, row.content, numbered(row.name))
    for name, content in FINE.items():
        put(root, content, numbered(name))
    begun = time.monotonic()
    ran = check(root, "--format", "json")
    report = json.loads(ran.out)
    return Fleet(root, ran, time.monotonic() - begun, report, by_folder(report))


def shape(found: list[Mapping[str, Any]]) -> list[str]:
    """Findings as the tables write them, without those of exit criteria."""
    return [f"{f['line']}:{f['column']} {f['rule']}" for f in found if "/" not in f["rule"]]


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r.name)
def test_a_fault_is_a_finding_at_its_place(row: Bad, fleet: Fleet) -> None:
    found = fleet.deals[numbered(row.name)]["findings"]
    assert row.found in shape(found)
    told = next(f for f in found if f["rule"] == row.rule)
    assert told["path"] == f"deals/{numbered(row.name)}/deal.yaml"
    assert told["what"] and visible(told["what"]) == told["what"] and len(told["what"]) < 1_000


@pytest.mark.parametrize("value", [".nan", "-.inf", "1e999", "9" * 40])
def test_17_a_number_that_cannot_be_read_is_told_once_at_its_place(value: str, tmp_path: Path) -> None:
    """Its reader says why; that it is no amount, no day and no length either says nothing more."""
    put(
        copy_team("desk", tmp_path / "team"),
        f"{HEAD}amount: {value}\nclose_date: {value}\nactivities:\n  - {{id: a, minutes: {value}, odd: 1}}\n",
    )
    found = by_folder(json.loads(check(tmp_path / "team", "--format", "json").out))["bad"]["findings"]
    rule = "number-too-long" if value.isdecimal() else "not-finite"
    odd = f"7:{len('  - {id: a, minutes: , ') + len(value) + 1} unknown-key"
    assert shape(found) == [f"4:9 {rule}", f"5:13 {rule}", f"7:22 {rule}", odd]
    prepared = here(tmp_path / "team", ["prep", "bad", "--lang", "en", "--no-input"]).err
    assert [prepared.count(f":4:9: {word}") for word in (rule, "not-a-number")] == [1, 0]


@pytest.mark.parametrize("name", FINE)
def test_what_is_strange_and_right_is_left_alone(name: str, fleet: Fleet) -> None:
    assert shape(fleet.deals[numbered(name)]["findings"]) == []


def test_all_of_it_is_quick_and_the_other_deals_are_checked(fleet: Fleet, tmp_path: Path) -> None:
    assert fleet.seconds < 6
    assert fleet.ran.err == ""
    alone = json.loads(check(copy_team("desk", tmp_path / "team"), "--format", "json", code=0).out)
    assert fleet.deals["harbour"] == alone["deals"][0]
    assert len(fleet.deals) == fleet.report["summary"]["deals"] == len(ROWS) + len(FINE) + 1


# --- rows 30 to 42, 61: names that want to be something else, in every format ----------------------


def wicked(root: Path) -> Path:
    """A repo of hostile texts and hostile names of folders, each in every place that a finding quotes."""
    copy_team("desk", root)
    texts = [*HOSTILE[::2], *(entry["text"] for entry in read_yaml(TESTS / "hostile.yaml")["texts"][::8])]
    for number, text in enumerate(texts):
        told = f"result: {quoted(text)}\n{quoted(text)}: x\nindustry: red envelope {quoted(text)[1:-1]!r}\n"
        put(
            root,
            hostile_deal(text).replace("moves: find/recap", f"moves: {quoted(text)}") + told,
            f"h{number}",
        )
    for name in NAMES_OF_FOLDERS:
        put(
            root,
            HEAD.replace("Bad", "Wicked") + f"title: {quoted(name)}\n" if name.isprintable() else HEAD,
            name,
        )
    return root


@pytest.fixture(scope="module")
def bad_names(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wicked(tmp_path_factory.mktemp("names") / "team")


@pytest.mark.parametrize("name", NAMES)
def test_30_to_42_and_61_what_is_told_of_strangers_stays_words(name: str, bad_names: Path) -> None:
    """No control character, no bidi, no runner's command but our own; read back by each format's own reader."""
    most = ["--max-findings", "300"] if name == "sarif" else []  # its schema's reader is slow
    ran = check(bad_names, "--format", name, *most)
    read_back(name, ran.out)
    for line in ran.out.split("\n"):
        ours = name == "github" and command(line)
        assert visible(line) == line or ours, line
        assert ours or not line.lstrip().startswith("::"), line
    assert ran.err == ""


def test_41_42_every_name_that_is_no_id_is_told(bad_names: Path) -> None:
    found = json.loads(check(bad_names, "--format", "json").out)["findings"]
    told = {f["path"].split("/")[1]: f["rule"] for f in found if f["rule"].startswith(("deal-", "same-name"))}
    wanted = dict.fromkeys(NAMES_OF_FOLDERS, "deal-bad-id")
    assert told == {**wanted, "海" * 80: "deal-long-id", "con": "deal-reserved-id"} | {"harbour": "same-name"}


def test_71_two_files_of_one_deal_are_told_with_both_paths(fleet: Fleet) -> None:
    same = [f for f in fleet.report["findings"] if f["rule"] == "same-deal"]
    assert same
    for finding in same:
        other = finding["what"].partition(" as ")[2].partition(". Keep")[0]
        assert finding["path"] != other and (fleet.root / other).exists()


# --- rows 43 to 47: links, permissions, disks, outputs ---------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="needs a Unix file system")
@pytest.mark.parametrize("how", ["on the disk", "in git", "by name"])
def test_43_pipes_folders_devices_and_links(how: str, tmp_path: Path) -> None:
    """Nothing hangs, nothing outside is read, what cannot be opened is said, and the others are checked."""
    root = copy_team("desk", tmp_path / "team")
    said = odd_files(root)
    names = []
    if how == "in git":
        git(root, "init", "-q")
        git(root, "add", ".")
        del said["pipe"], said["folder"]  # git cannot hold them
    if how == "by name":
        names = [f"deals/{name}" for name in (*said, "near", "harbour")]
    begun = time.monotonic()
    ran = check(root, "--format", "json", *names, code=2)
    assert time.monotonic() - begun < 2
    lines = dict(line.split(": ", 1) for line in ran.err.splitlines())
    assert {path.split("/")[1]: words for path, words in lines.items()}.keys() == said.keys()
    for name, words in said.items():
        assert words in lines[f"deals/{name}/deal.yaml"]
    assert set(by_folder(json.loads(ran.out))) == {"near", "harbour"}
    assert "Outside" not in ran.out
    for name in ("deals/far", "deals/far/deals", "../outside.yaml", str(root.parent / "outside.yaml")):
        assert check(root, name, code=2).out == ""


@pytest.mark.parametrize("in_git", [False, True], ids=["on the disk", "in git"])
def test_44_what_may_not_be_read_is_said_and_the_others_are_checked(in_git: bool, tmp_path: Path) -> None:
    prefix = bound_by_permissions()
    root = copy_team("desk", tmp_path / "team")
    closed, hidden = put(root, HEAD, "closed"), put(root, HEAD, "hidden")
    put(root, HEAD.replace("find", "fnd"), "wrong")
    if in_git:
        git(root, "init", "-q")
        git(root, "add", ".")
    closed.chmod(0)
    hidden.parent.chmod(0)
    try:
        ran = apart(root, ["check", "--format", "json"], prefix)
        assert ran.returncode == 2
        said = ran.stderr.decode().splitlines()
        assert [line.split(": ")[0] for line in said] == [
            "deals/closed/deal.yaml", "deals/hidden/deal.yaml",
        ]  # fmt: skip
        assert all("Permission denied" in line for line in said)
        assert set(by_folder(json.loads(ran.stdout))) == {"harbour", "wrong"}
        (root / "salescoach.yaml").chmod(0)
        ran = apart(root, ["check"], prefix)
        assert (ran.returncode, ran.stdout) == (2, b"") and b"salescoach.yaml" in ran.stderr
        assert b"Traceback" not in ran.stderr
    finally:
        hidden.parent.chmod(0o755)


def test_44_a_team_folder_that_may_not_be_written(tmp_path: Path) -> None:
    """The cache is a convenience; a product is not."""
    prefix = bound_by_permissions()
    root = copy_team("desk", tmp_path / "team")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "all")
    root.chmod(0o555)
    try:
        ran = apart(root, ["check"], prefix)
        assert (ran.returncode, ran.stderr) == (0, b"") and b"1 deal checked" in ran.stdout
        ran = apart(root, ["check", "--output", "report.txt"], prefix)
        assert ran.returncode == 2 and ran.stderr.count(b"\n") == 1 and b"report.txt" in ran.stderr
        assert leftovers(root) == []
    finally:
        root.chmod(0o755)


def test_45_a_full_disk(small_disk: Path) -> None:
    root = copy_team("desk", small_disk / "team")
    git(root, "init", "-q")
    git(root, "add", ".")
    (root / "report.txt").write_text("what was there\n")
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space left"):
        while True:
            file.write(b"x" * 512)
    assert "1 deal checked" in check(root, code=0).out
    ran = check(root, "--output", "report.txt", code=2)
    assert "report.txt" in ran.err and ran.err.count("\n") == 1
    assert (root / "report.txt").read_text() == "what was there\n" and leftovers(root) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_46_an_output_that_is_full_closed_or_no_file(fleet: Fleet, tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        ran = apart(fleet.root, ["check", "deals/harbour"], stdout=full, stderr=subprocess.PIPE)
    assert ran.returncode == 2 and ran.stderr.count(b"\n") == 1
    assert b"could not be written to the output: No space left" in ran.stderr
    closed = ["sh", "-c", f"{sys.executable} -m salescoach check deals/harbour >&-"]
    ran = subprocess.run(closed, cwd=fleet.root, env=environment(), check=False, capture_output=True)
    assert ran.returncode == 2 and b"Traceback" not in ran.stderr
    os.mkfifo(tmp_path / "pipe")
    for output in (str(tmp_path / "pipe"), "/dev/full", "deals"):
        before = (fleet.root / output).stat()
        ran_here = check(fleet.root, "deals/harbour", "--output", output, code=2)
        assert output in ran_here.err and ran_here.err.count("\n") == 1
        assert (fleet.root / output).stat().st_mode == before.st_mode


@pytest.mark.skipif(os.name == "nt", reason="needs a Unix shell")
def test_47_a_reader_that_stops(bad_names: Path) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    ran = apart(bad_names, ["check", "--format", "json"], stdout=write_end, stderr=subprocess.PIPE)
    os.close(write_end)
    assert (ran.returncode, ran.stderr) == (141, b"")


# --- rows 57 to 64: surroundings ---------------------------------------------------------------------


CONSOLES = [
    ("text", {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}),
    ("sarif", {"PYTHONIOENCODING": "cp936:strict"}),
]


@pytest.mark.parametrize(("name", "extra"), CONSOLES, ids=lambda v: v if isinstance(v, str) else "")
def test_57_consoles_that_lack_characters(name: str, extra: dict[str, str], bad_names: Path) -> None:
    """What programs read is UTF-8 whatever the console is; what people read may hold escapes."""
    kept = {k: v for k, v in environment().items() if k != "PYTHONIOENCODING"}
    arguments = ["check", "--lang", "zh", *(f"deals/h{n}" for n in range(24)), "--format", name]
    ran = apart(bad_names, arguments, env={**kept, **extra})
    assert (ran.returncode, ran.stderr) == (1, b"")
    if name != "text":
        assert ran.stdout.decode() == here(bad_names, arguments).out


def test_61_bytes_that_are_no_text_in_the_command_line(bad_names: Path) -> None:
    odd = os.fsdecode(b"\xff\xfe")
    ran = apart(bad_names, ["check", "--format", "json", f"deals/{odd}/deal.yaml"])
    assert ran.returncode in (0, 1) and ran.stderr == b""
    assert len(json.loads(ran.stdout)["deals"]) == 1
    ran = apart(bad_names, ["check", os.fsdecode(b"\xfe")])
    assert ran.returncode == 2 and b"Traceback" not in ran.stderr and ran.stderr.count(b"\n") == 1


def test_62_a_deep_tree_with_much_beside_the_deals(tmp_path: Path) -> None:
    root = copy_team("desk", tmp_path / "team")
    deep = root / "deals" / "harbour" / Path(*(["x"] * 100))
    deep.mkdir(parents=True)
    (deep / "deal.yaml").write_text(HEAD)
    for number in range(500):
        (root / "deals/harbour" / f"note{number}.txt").write_text("x")
    assert list(by_folder(json.loads(check(root, "--format", "json", code=0).out))) == ["harbour"]
    git(root, "init", "-q")
    git(root, "add", ".")
    assert list(by_folder(json.loads(check(root, "--format", "json", code=0).out))) == ["harbour"]


def repo_of(root: Path, how: str) -> Path:
    """The team's repo in a state that git knows little of, or nothing; the folder to check in."""
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "all")
    match how:
        case "without commits":
            git(root, "update-ref", "-d", "HEAD")
        case "a torn index":
            (root / ".git/index").write_bytes(b"DIRC" + bytes(40))
        case "no objects":
            for path in (root / ".git/objects").glob("??/*"):
                path.unlink()
        case "of somebody else":
            if os.getuid() != 0:
                pytest.skip("only root may give a folder to somebody else")
            for path in (root, root / ".git"):
                os.chown(path, 12345, 12345)
        case "deals in a submodule":
            deals = root.parent / "deals"
            git(root, "mv", "deals", "was")
            (root / "was").rename(deals)
            git(deals, "init", "-q")
            git(deals, "add", ".")
            git(deals, "commit", "-qm", "all")
            git(root, "submodule", "--quiet", "add", str(deals), "deals")
            git(root, "add", ".")
            git(root, "commit", "-qm", "apart")
        case "a team in a folder of the repo":
            (root / "sales").mkdir()
            for name in ("deals", "playbooks", "salescoach.yaml"):
                git(root, "mv", name, f"sales/{name}")
            return root / "sales"
        case "no git":
            (root / ".git").rename(root / "git")
    return root


STATES = (
    "as usual", "without commits", "a torn index", "no objects", "of somebody else", "deals in a submodule",
    "a team in a folder of the repo", "no git",
)  # fmt: skip


@pytest.mark.parametrize("how", STATES)
def test_63_a_repo_that_git_cannot_tell_about(how: str, tmp_path: Path) -> None:
    """Every deal is checked; what only git can tell is not guessed."""
    root = repo_of(copy_team("desk", tmp_path / "team"), how)
    put(root, HEAD.replace("find", "fnd"), "wrong")
    ran = check(root, "--format", "json")
    assert set(by_folder(json.loads(ran.out))) == {"harbour", "wrong"} and ran.err == ""


def test_63_a_bare_repo_has_no_deals(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "team.git")
    ran = check(tmp_path / "team.git", code=2)
    assert ran.err.count("\n") == 1 and ran.out == ""


LONG = {
    "one word": "a" * 300_000, "nearly a tag": "<" * 100_000, "brackets": "(" * 100_000, "spaces": " x" * 100_000,
    "almost a date": "2026-1" * 40_000, "colons": "::" * 100_000, "a Chinese one": "海" * 100_000,
    "full-width colons": "a：" * 50_000, "quotes": "''" * 100_000, "dashes": "- " * 100_000,
    "nearly a sign": "red envelop " * 20_000,
}  # fmt: skip


def test_64_no_text_takes_long(tmp_path: Path) -> None:
    """Patterns that go back and forth would take minutes for one of these."""
    root = copy_team("desk", tmp_path / "team")
    for name, text in LONG.items():
        for how, written in (("plain", text), ("quoted", f'"{text}"'), ("block", f"|\n  {text}")):
            head = HEAD.replace("desk", "value-competition").replace("find", "step1_trust")
            put(root, f"{head}title: {written}\n", numbered(f"{name}-{how}"))
    begun = time.monotonic()
    ran = here(root, ["check", "--format", "json"])
    assert ran.code in (0, 1) and time.monotonic() - begun < 8
    assert len(json.loads(ran.out)["deals"]) == 3 * len(LONG) + 1
