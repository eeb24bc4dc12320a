"""The disk edge: nothing outside of the repo, old content or new, every confirmed answer."""

import errno
import itertools
import json
import os
import signal
import stat
import subprocess
import sys
import time
import unicodedata
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from salescoach.errors import RequestError
from salescoach.files import atomic, repo
from salescoach.files.journal import Journal
from salescoach.files.lock import locked
from salescoach.files.state import journal_file, make_folder
from salescoach.messages import speaker

TODAY = date(2026, 11, 21)
POSIX = pytest.mark.skipif(os.name == "nt", reason="pipes, modes and signals of POSIX")


def refused(key: str, call, *arguments, **named) -> RequestError:
    """The call is refused with this text, which can be said in both languages."""
    with pytest.raises(RequestError) as caught:
        call(*arguments, **named)
    assert caught.value.key == key
    for language in ("en", "zh"):
        assert "{" not in speaker(language)(f"errors.{key}", **caught.value.facts)
    return caught.value


def make(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x\n") if path.suffix else path.mkdir(exist_ok=True)
    return root


# --- the root ---------------------------------------------------------------------------------


@pytest.mark.parametrize("marker", ["salescoach.yaml", "deals", ".salescoach/.gitignore"])
def test_the_nearest_folder_upwards_is_the_root(tmp_path: Path, marker: str) -> None:
    make(tmp_path, marker, "a/b/c.txt")
    assert repo.find_root(tmp_path / "a" / "b", None, {}) == tmp_path
    make(tmp_path, "a/deals")
    assert repo.find_root(tmp_path / "a" / "b", None, {}) == tmp_path / "a"


@pytest.mark.parametrize("git", [".git", ".git/config.txt"])
def test_the_search_ends_at_the_top_of_git(tmp_path: Path, git: str) -> None:
    make(tmp_path, "deals", "work/a/c.txt")
    if git == ".git":
        (tmp_path / "work" / ".git").write_text("gitdir: elsewhere\n")
    else:
        make(tmp_path / "work", git)
    assert repo.find_root(tmp_path / "work" / "a", None, {}) is None
    make(tmp_path, "work/deals")
    assert repo.find_root(tmp_path / "work" / "a", None, {}) == tmp_path / "work"


def test_the_search_does_not_leave_the_home_folder(tmp_path: Path) -> None:
    make(tmp_path, "deals", "home/a/c.txt")
    assert repo.find_root(tmp_path / "home" / "a", None, {"HOME": str(tmp_path / "home")}) is None
    assert repo.find_root(tmp_path / "home" / "a", None, {}) == tmp_path


def test_a_named_root_wins_and_must_exist(tmp_path: Path) -> None:
    make(tmp_path, "deals", "flag/x.txt", "variable/x.txt")
    env = {"SALESCOACH_ROOT": str(tmp_path / "variable")}
    assert repo.find_root(tmp_path, str(tmp_path / "flag"), env) == tmp_path / "flag"
    assert repo.find_root(tmp_path, None, env) == tmp_path / "variable"
    for name in (str(tmp_path / "none"), "nul\0"):
        refused("no-root", repo.find_root, tmp_path, name, {})


# --- ids and paths ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["haichuan", "2026-12-02-visit", "a_b-c", "海川电信", "海川-2", "a海", "東京タワー"]
)
def test_ids(name: str) -> None:
    assert repo.check_id(name) == name


HOSTILE = [
    "", ".", "..", "../x", "a/b", "a\\b", "/etc/passwd", "~", "~root", "C:", "c:x", "a.", "a b", " a",
    "a ", "a\n", "nul\0", "A", "-a", "_a", "x.yaml", "$(id)", "a\u202eb", "\udcff", "é", "①",
    "海　川", "con.txt",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_id(tmp_path: Path, name: str) -> None:
    refused("bad-id", repo.deal_file, tmp_path, name)
    refused("bad-id", repo.plan_file, tmp_path, "fine", name)
    refused("bad-id", journal_file, tmp_path, name)


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com1", "lpt9"])
def test_names_that_windows_keeps(name: str) -> None:
    refused("reserved-id", repo.check_id, name)
    assert repo.check_id(name + "-2")


@pytest.mark.parametrize("name", ["a" * 81, "海" * 67])
def test_ids_that_make_no_file_name(name: str) -> None:
    refused("long-id", repo.check_id, name)
    assert repo.check_id(name[:-1])


def test_an_id_is_composed() -> None:
    assert repo.check_id(unicodedata.normalize("NFD", "ガス")) == "ガス"


def test_deals_that_look_like_one_that_is_there(tmp_path: Path) -> None:
    make(tmp_path, "deals/Haichuan", "deals/" + unicodedata.normalize("NFD", "ガス"))
    for name in ("haichuan", "ガス"):
        refused("deal-exists", repo.check_new, tmp_path, name)
    assert repo.check_new(tmp_path, "haichuan-2") == "haichuan-2"
    assert repo.check_new(tmp_path / "nowhere", "first") == "first"


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/etc/passwd", "deals/x\0y"])
def test_paths_outside(tmp_path: Path, path: str) -> None:
    refused("outside-root", repo.inside, tmp_path, path)


@POSIX
def test_links_are_followed_before_a_path_counts_as_inside(tmp_path: Path) -> None:
    root = make(tmp_path / "repo", "deals/a/deal.yaml", "deals/b/x.txt", "deals/loop/x.txt")
    make(tmp_path, "secret.yaml")
    (root / "deals/b/deal.yaml").symlink_to(tmp_path / "secret.yaml")
    (root / "deals/loop/deal.yaml").symlink_to("deal.yaml")
    (root / "deals/link.yaml").symlink_to("a/deal.yaml")
    assert repo.inside(root, "deals/link.yaml") == root / "deals/a/deal.yaml"
    refused("outside-root", repo.deal_file, root, "b")
    with pytest.raises(RequestError):
        repo.read_bytes(repo.deal_file(root, "loop"))


def test_places(tmp_path: Path) -> None:
    assert repo.deal_file(tmp_path, "海川") == tmp_path / "deals/海川/deal.yaml"
    assert repo.plan_file(tmp_path, "a", "v1") == tmp_path / "deals/a/plans/v1.md"
    assert repo.plan_file(tmp_path, "a", "v1", customer=True) == tmp_path / "deals/a/plans/v1.customer.md"


@POSIX
def test_deals_are_folders_that_hold_a_regular_deal_file(tmp_path: Path) -> None:
    make(
        tmp_path,
        "deals/b/deal.yaml",
        "deals/a/deal.yaml",
        "deals/Odd Name/deal.yaml",
        "deals/empty",
        "deals/c.yaml",
    )
    make(tmp_path, "deals/folder/deal.yaml/x.txt", "deals/pipe/x.txt", "elsewhere/deal.yaml")
    os.mkfifo(tmp_path / "deals/pipe/deal.yaml")
    (tmp_path / "deals/linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "deals/me").symlink_to(tmp_path / "deals")
    assert repo.list_deals(tmp_path) == ["Odd Name", "a", "b"]
    assert repo.list_deals(tmp_path / "nowhere") == []


@POSIX
def test_only_regular_files_are_read_and_nothing_hangs(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for path in (tmp_path / "pipe.yaml", tmp_path, Path("/dev/zero")):
        refused("not-a-file", repo.read_bytes, path)
    refused("no-file", repo.read_bytes, tmp_path / "none")
    refused("cannot-read", repo.read_bytes, tmp_path / "nul\0")
    (tmp_path / "large").write_bytes(b"x" * 100)
    refused("file-too-large", repo.read_bytes, tmp_path / "large", 99)
    assert repo.read_bytes(tmp_path / "large", 100) == b"x" * 100


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_closed_file_is_named(tmp_path: Path) -> None:
    make(tmp_path, "deals/a/deal.yaml")
    (tmp_path / "deals/a/deal.yaml").chmod(0)
    assert "deal.yaml" in str(
        refused("cannot-read", repo.read_bytes, repo.deal_file(tmp_path, "a")).facts["path"]
    )


# --- writing ----------------------------------------------------------------------------------


def left_over(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]


def test_a_file_is_replaced_only_if_it_is_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deal.yaml"
    atomic.write(path, b"one", None)
    atomic.write(path, b"two", b"one")
    with pytest.raises(atomic.Changed) as caught:
        atomic.write(path, b"three", b"one")
    assert caught.value.now == b"two"
    with pytest.raises(atomic.Changed):
        atomic.write(path, b"three", None)
    path.unlink()
    with pytest.raises(atomic.Changed) as caught:
        atomic.write(path, b"three", b"two")
    assert caught.value.now is None
    atomic.write(path, b"three", atomic.ANY)
    assert path.read_bytes() == b"three"
    assert left_over(path.parent) == []


@POSIX
def test_mode_and_link_are_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.write_bytes(b"one")
    real.chmod(0o640)
    link.symlink_to(real)
    atomic.write(link, b"two", b"one")
    assert link.is_symlink()
    assert real.read_bytes() == b"two"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@POSIX
def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "folder"):
        refused("not-a-file", atomic.write, tmp_path / name, b"x", atomic.ANY)
    assert left_over(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_file_or_folder_is_named_and_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "deal.yaml"
    path.write_bytes(b"one")
    path.chmod(0o444)
    refused("cannot-write", atomic.write, path, b"two", b"one")
    path.chmod(0o644)
    tmp_path.chmod(0o555)
    try:
        refused("cannot-write", atomic.write, path, b"two", b"one")
        assert path.read_bytes() == b"one"
    finally:
        tmp_path.chmod(0o755)


@pytest.mark.parametrize("name", ["open", "write", "fsync", "close", "replace"])
@pytest.mark.parametrize("code", ["ENOSPC", "EIO", "EROFS"])
def test_old_or_new_whichever_call_fails(tmp_path: Path, monkeypatch, name: str, code: str) -> None:
    """The disk fails at the Nth call of each kind, and stays so; the write itself comes in small pieces."""
    real = getattr(os, name)
    path = tmp_path / "deal.yaml"
    old, new = b"old " * 20, b"new " * 50
    for nth in range(1, 12):
        path.write_bytes(old)
        good = itertools.chain([True] * (nth - 1), itertools.repeat(False))

        def faulty(*arguments, good=good, **named):
            if not next(good):
                if name == "close":
                    real(*arguments)
                raise OSError(getattr(errno, code), os.strerror(getattr(errno, code)))
            if name == "write":
                return real(arguments[0], arguments[1][:30])
            return real(*arguments, **named)

        with monkeypatch.context() as patch:
            patch.setattr(os, name, faulty)
            try:
                atomic.write(path, new, old)
                wrote = True
            except RequestError as error:
                wrote = False
                assert error.facts["path"] == str(path)
                assert error.key != "disk-full" or error.facts["needed"] == len(new)
        assert path.read_bytes() in ((new,) if wrote else (old, new))
        assert left_over(tmp_path) == []


@POSIX
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount a small disk"
)
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        path = tmp_path / "deal.yaml"
        path.write_bytes(b"old")
        error = refused("disk-full", atomic.write, path, b"x" * 100_000, b"old")
        assert error.facts["needed"] == 100_000
        assert path.read_bytes() == b"old"
        assert left_over(tmp_path) == []

        journal = Journal(tmp_path / "j.jsonl")
        journal.begin(TODAY, b"")
        with pytest.raises(RequestError) as caught:
            for number in range(10_000):
                journal.append({"number": number, "text": "海" * 200})
        _, records = journal.read()
        assert caught.value.key == "journal-not-written"
        assert caught.value.facts["saved"] == len(records) > 10
        assert not journal.torn
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


def test_only_own_old_temporary_files_are_swept(tmp_path: Path) -> None:
    names = [".deal.yaml.0123abcd.tmp", ".deal.yaml.89abcdef.tmp", "mine.tmp", ".x.tmp", "deal.yaml"]
    for name in names:
        (tmp_path / name).write_text("x")
        os.utime(tmp_path / name, (0, 0))
    os.utime(tmp_path / names[1])
    assert atomic.sweep(tmp_path) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names[1:])
    assert atomic.sweep(tmp_path / "none") == 0


WRITER = """
import sys
from pathlib import Path
from salescoach.files import atomic
path, number = Path(sys.argv[1]), 0
print("ready", flush=True)
while True:
    number += 1
    atomic.write(path, (b"%06d " % number) * 3000, atomic.ANY)
"""


@POSIX
def test_sixty_kills_while_writing(tmp_path: Path) -> None:
    path = tmp_path / "deal.yaml"
    for batch in range(6):
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", WRITER, str(tmp_path / f"{i}.yaml")], stdout=subprocess.PIPE
            )
            for i in range(10)
        ]
        for writer in writers:
            assert writer.stdout
            writer.stdout.readline()
        for number, writer in enumerate(writers):
            time.sleep(0.004 + 0.001 * (number * 7 % 5))
            writer.send_signal(signal.SIGKILL)
        for writer in writers:
            writer.communicate()
        for i in range(10):
            path = tmp_path / f"{i}.yaml"
            if not path.exists():
                assert batch == 0
                continue
            content = path.read_bytes()
            assert content == content[:7] * 3000
    assert any((tmp_path / f"{i}.yaml").exists() for i in range(10))


APPENDER = """
import sys
from pathlib import Path
from salescoach.files import atomic
from salescoach.files.lock import locked
from salescoach.files.repo import read_bytes
root, name = Path(sys.argv[1]), sys.argv[2]
path = root / "deal.yaml"
for number in range(50):
    with locked(root / ".salescoach", "海川", patience=30):
        old = read_bytes(path)
        atomic.write(path, old + f"- {name} {number}\\n".encode(), old)
"""


def test_two_writers_keep_all_their_lines(tmp_path: Path) -> None:
    (tmp_path / "deal.yaml").write_bytes(b"")
    runs = [subprocess.Popen([sys.executable, "-c", APPENDER, str(tmp_path), name]) for name in "ab"]
    assert [run.wait() for run in runs] == [0, 0]
    lines = (tmp_path / "deal.yaml").read_text().splitlines()
    assert sorted(lines) == sorted(f"- {name} {number}" for name in "ab" for number in range(50))
    assert (tmp_path / ".salescoach/.gitignore").read_text() == "*\n"


HOLDER = """
import sys, time
from pathlib import Path
from salescoach.files.lock import locked
with locked(Path(sys.argv[1]), "a"):
    print("held", flush=True)
    time.sleep(60)
"""


@POSIX
def test_a_held_lock_names_its_holder_and_a_dead_one_frees_it(tmp_path: Path) -> None:
    state = tmp_path / ".salescoach"
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(state)], stdout=subprocess.PIPE)
    assert holder.stdout
    holder.stdout.readline()

    def take() -> None:
        with locked(state, "a", patience=0.1):
            pass

    try:
        assert refused("deal-locked", take).facts == {"deal": "a", "pid": str(holder.pid)}
        with locked(state, "b", patience=0.1):
            pass
    finally:
        holder.kill()
        holder.communicate()
    take()


# --- the journal ------------------------------------------------------------------------------


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = Journal(journal_file(tmp_path, "海川"))
    journal.begin(TODAY, b"deal")
    return journal


def test_answers_come_back_as_they_were_given(journal: Journal) -> None:
    records = [{"key": "pains/late/symptom", "value": "慢\u2028一\n季度"}, {"value": [1, 2.5, True, None]}]
    for record in records:
        journal.append(record)
    header, read = Journal(journal.path).read()
    assert header == {"journal": 1, "started": "2026-11-21", "deal": sha256(b"deal").hexdigest()}
    assert read == records
    assert len(journal.path.read_bytes().splitlines()) == 3


def test_nothing_is_read_where_nothing_is(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "none.jsonl")
    assert journal.read() == (None, [])
    journal.close_done()
    assert refused("journal-not-written", journal.append, {"a": 1}).facts["saved"] == 0


def test_git_is_told_before_the_first_byte(tmp_path: Path, journal: Journal) -> None:
    assert (tmp_path / ".salescoach/.gitignore").read_text() == "*\n"
    (tmp_path / ".salescoach/.gitignore").write_text("*\n# mine\n")
    make_folder(tmp_path / ".salescoach/locks")
    assert (tmp_path / ".salescoach/.gitignore").read_text() == "*\n# mine\n"


@POSIX
def test_others_do_not_read_the_answers(journal: Journal) -> None:
    journal.append({"a": 1})
    assert stat.S_IMODE(journal.path.stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize("tail", [b'{"key": "cut', b"{", b"\xe6\xb5", b"null", b'{"a": 1, '])
def test_a_torn_last_line_is_left_out_and_written_over(journal: Journal, tail: bytes) -> None:
    journal.append({"a": 1})
    with journal.path.open("ab") as file:
        file.write(tail)
    assert journal.read()[1] == [{"a": 1}]
    assert journal.torn
    assert journal.bad is None
    journal.append({"b": 2})
    assert journal.read()[1] == [{"a": 1}, {"b": 2}]
    assert not journal.torn


def test_a_last_line_that_lost_only_its_end_is_whole(journal: Journal) -> None:
    with journal.path.open("ab") as file:
        file.write(b'{"a": 1}')
    assert journal.read()[1] == [{"a": 1}]
    assert not journal.torn
    journal.append({"b": 2})
    assert journal.read()[1] == [{"a": 1}, {"b": 2}]


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x00\n", b"hello\n", b'{"journal": "x"}\n{"a": 1}\n', b"[1]\n"]
)
def test_an_unreadable_journal_is_put_aside(journal: Journal, content: bytes) -> None:
    journal.path.write_bytes(content)
    assert journal.read() == (None, [])
    assert journal.bad
    assert journal.bad.name.endswith(".bad")
    assert journal.bad.read_bytes() == content
    journal.begin(TODAY, b"")
    journal.append({"a": 1})
    first = journal.bad
    journal.path.write_bytes(content)
    journal.read()
    assert journal.bad != first


def test_a_spoiled_line_costs_only_itself(journal: Journal) -> None:
    for number in range(3):
        journal.append({"n": number})
    spoiled = journal.path.read_bytes().replace(b'{"n":1}', b"{<<<<<}")
    journal.path.write_bytes(spoiled)
    header, records = journal.read()
    assert header
    assert records == [{"n": 0}, {"n": 2}]
    assert journal.bad
    assert journal.bad.read_bytes() == spoiled
    assert journal.read() == (header, records)
    assert journal.bad is None


def test_a_journal_of_a_newer_version_is_refused_and_kept(journal: Journal) -> None:
    journal.path.write_text('{"journal": 2}\n{"new": 1}\n')
    assert refused("newer-journal", journal.read).facts["version"] == 2
    assert journal.path.read_text() == '{"journal": 2}\n{"new": 1}\n'


def test_a_finished_journal_is_kept_for_undo(journal: Journal) -> None:
    journal.append({"a": 1})
    journal.close_done()
    assert journal.read() == (None, [])
    assert journal.done_path.name == "海川.done.jsonl"
    assert Journal(journal.done_path).read()[1] == [{"a": 1}]
    journal.begin(TODAY, b"")
    journal.append({"b": 2})
    journal.close_done()
    assert Journal(journal.done_path).read()[1] == [{"b": 2}]


@pytest.mark.parametrize("name", ["write", "fsync"])
def test_a_full_disk_keeps_the_answers_before_and_says_how_many(
    journal: Journal, monkeypatch, name: str
) -> None:
    for number in range(3):
        journal.append({"n": number})
    before = journal.path.read_bytes()
    real = getattr(os, name)

    def full(number, *content):
        if content:
            real(number, content[0][:5])  # the disk takes the beginning of the line
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, name, full)
        assert refused("journal-not-written", journal.append, {"n": 3, "text": "x" * 50}).facts["saved"] == 3
    assert journal.path.read_bytes() == before
    journal.append({"n": 3})
    assert [record["n"] for record in journal.read()[1]] == [0, 1, 2, 3]


JOURNALIST = """
import sys
from datetime import date
from pathlib import Path
from salescoach.files.journal import Journal
journal, number = Journal(Path(sys.argv[1])), 0
journal.begin(date(2026, 11, 21), b"")
while True:
    journal.append({"n": number, "text": "x" * 2000})
    number += 1
    print(number, flush=True)
"""


@POSIX
def test_after_a_kill_every_confirmed_answer_is_there(tmp_path: Path) -> None:
    for run in range(8):
        path = tmp_path / f"{run}.jsonl"
        writer = subprocess.Popen([sys.executable, "-c", JOURNALIST, str(path)], stdout=subprocess.PIPE)
        assert writer.stdout
        writer.stdout.readline()
        time.sleep(0.003 * run)
        writer.kill()
        confirmed = len(writer.communicate()[0].split()) + 1
        _, records = Journal(path).read()
        assert [record["n"] for record in records] == list(range(len(records)))
        assert confirmed <= len(records) <= confirmed + 1


def test_a_record_is_one_line_of_json(journal: Journal) -> None:
    journal.append({"text": "a\nb\r\n\ud83d"})
    assert json.loads(journal.path.read_bytes().split(b"\n")[1])["text"] == "a\nb\r\n?"
    with pytest.raises(ValueError, match="JSON"):
        journal.append({"n": float("nan")})
