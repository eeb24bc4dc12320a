"""What git knows of a repo, asked of the `git` program: names, blob ids, what changed. Nothing is ever written.

Every answer is None where git is not there, the folder is no repo, or git refuses: who asks goes on without it.
"""

import os
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

PATIENCE = 120.0
"""Seconds that git may take for one answer."""
_HELD = re.compile(rb"(?:H (?:100(?:644|755) ([0-9a-f]+)|120000 [0-9a-f]+) 0\t([^\0]*)|[^\0]*)\0")
"""An entry of `ls-files -t -s`: blob (of a plain file) and path; neither where it is no file, or in conflict."""
_SUBMODULE = b"H 160000 "
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


class Asked:
    """A question to git, which works at it while nobody wants the answer yet."""

    def __init__(self, process: "subprocess.Popen[bytes] | None", given: bytes | None = None) -> None:
        self._process, self._given = process, given

    def __call__(self) -> bytes | None:
        """The answer, None where git cannot answer."""
        process, self._process = self._process, None
        if process is None:
            return None
        with process:
            try:
                answered, _ = process.communicate(self._given, timeout=PATIENCE)
            except (OSError, subprocess.SubprocessError):
                process.kill()
                process.communicate()
                return None
        return answered if process.returncode == 0 else None

    def __del__(self) -> None:
        """Nobody wanted the answer."""
        if self._process is not None:
            self._process.kill()
            with self._process:
                pass


def start(root: Path, *arguments: str, given: bytes | None = None) -> Asked:
    """Ask `git` in `root`, and go on; `given` is what it reads."""
    try:
        process = subprocess.Popen(
            ["git", "-C", str(root), *arguments],
            stdin=subprocess.DEVNULL if given is None else subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_QUIET},
        )
    except (OSError, ValueError):
        return Asked(None)
    return Asked(process, given)


def ask(root: Path, *arguments: str, given: bytes | None = None) -> bytes | None:
    """What `git` answers in `root`, None where it cannot."""
    return start(root, *arguments, given=given)()


class Standing(NamedTuple):
    """How a repo stands, as git sees it: the answers of `ls-files` and `status` for a few folders.

    `holds` names every file that git holds, with its blob; `status` those that differ from it or from the last
    commit; `prefix` is what stands before the paths in `status`. None where git knows nothing.
    """

    holds: bytes | None
    status: bytes | None
    prefix: str
    converts: bool

    @property
    def is_known(self) -> bool:
        """Whether git lists every file; of a submodule's files it does not."""
        held = self.holds or b""
        is_whole = not held.startswith(_SUBMODULE) and b"\0" + _SUBMODULE not in held
        return is_whole and self.holds is not None and self.status is not None

    def files(self) -> Iterator[tuple[str, str]]:
        """Path (from the root) and blob id of every file that the index holds and the disk should, in its order.

        The id of a link is "": what it leads to may change without it.
        """
        for found in _HELD.finditer(self.holds or b""):
            blob, path = found.groups()
            if path is not None:
                yield os.fsdecode(path), "" if blob is None or self.converts else blob.decode()

    @property
    def is_plain(self) -> bool:
        """Whether git's list says of every file what it holds: nothing is changed on its way, nothing is elsewhere."""
        held = self.holds or b""
        return self.is_known and not self.converts and b"H 120000 " not in held

    def matching(self, *patterns: str) -> list[str]:
        """The paths of the list that match a pattern; `*` is any text, as git takes it."""
        held = self.holds or b""
        found = []
        for pattern in patterns:
            parts = [re.escape(part.encode()) for part in pattern.split("*")]
            if parts[-1].replace(b"\\", b"") in held:  # a look that is quick where there is none
                found += re.findall(rb"\t(" + rb"[^\0]*".join(parts) + rb")(?=\0)", held)
        return [os.fsdecode(path) for path in found]

    def touched(self) -> dict[str, str]:
        """Path (from the root) to git's two letters of every file that differs from the last commit, new ones too."""
        start = len(self.prefix)
        entries = (os.fsdecode(entry) for entry in (self.status or b"").split(b"\0") if entry)
        return {e[3 + start :]: e[:2] for e in entries if e.startswith(self.prefix, 3)}


def tracked(root: Path, *patterns: str) -> Callable[[], list[str]]:
    """Ask which files that match git's patterns git holds."""
    asked = start(root, "ls-files", "-z", "--", *patterns)
    return lambda: [os.fsdecode(path) for path in (asked() or b"").split(b"\0") if path]


def standing(root: Path, *folders: str) -> Callable[[], Standing]:
    """Ask how the folders stand; git works while the answer is not wanted yet."""
    index = start(root, "ls-files", "-t", "-s", "-z", "--", *folders)
    status = start(
        root, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", *folders
    )
    ends = start(root, "config", "--get", "core.autocrlf")
    is_top = os.path.lexists(f"{root}/.git")
    prefix = start(root, "rev-parse", "--show-prefix") if not is_top else None

    def answer() -> Standing:
        before = os.fsdecode((prefix() or b"").removesuffix(b"\n")) if prefix is not None else ""
        held = index()
        converts = ends() not in (None, b"false\n", b"input\n") or b"/.gitattributes\0" in (held or b"")
        return Standing(held, status(), before, converts or _has_attributes(root))

    return answer


def _has_attributes(root: Path) -> bool:
    """Whether git may change files on their way, by rules of a folder above `deals/`."""
    for folder in (root / "deals", root, *root.parents):
        if os.path.lexists(folder / ".gitattributes"):
            return True
        if os.path.lexists(folder / ".git"):
            return os.path.lexists(folder / ".git" / "info" / "attributes")
    return False


def base_of(root: Path, since: str) -> str | None:
    """The commit to compare with: where this branch left `since`, else (a shallow clone) `since` itself."""
    if since.startswith("-"):
        return None
    answer = ask(root, "merge-base", since, "HEAD") or ask(
        root, "rev-parse", "--verify", "-q", f"{since}^{{commit}}"
    )
    return answer.decode().strip() if answer else None


def changed(root: Path, commit: str) -> set[str] | None:
    """Paths (from `root`) that differ from a commit; new files that git does not hold yet are among them."""
    names = ask(root, "diff", "--name-only", "--no-renames", "--relative", "-z", commit, "--", ".")
    new = ask(root, "ls-files", "-z", "-o", "--exclude-standard", "--", ".")
    if names is None or new is None:
        return None
    return {os.fsdecode(p) for p in (names + new).split(b"\0") if p}


def contents(root: Path, commit: str, paths: Sequence[str]) -> dict[str, bytes]:
    """What files (from `root`) held in a commit; b"" for those it did not hold."""
    wanted = [p for p in paths if "\n" not in p]
    if not wanted:
        return {}
    asked = b"".join(os.fsencode(f"{commit}:./{p}") + b"\n" for p in wanted)
    answer = ask(root, "cat-file", "--batch", given=asked)
    return dict(zip(wanted, _batch(answer), strict=False)) if answer else {}


def _batch(answer: bytes) -> Iterator[bytes]:
    """The contents in an answer of `cat-file --batch`; b"" for what is not there."""
    at = 0
    while at < len(answer):
        head, _, _ = answer[at:].partition(b"\n")
        at += len(head) + 1
        words = head.rsplit(b" ", 2)
        if len(words) == 3 and words[1] == b"blob":
            size = int(words[2])
            yield answer[at : at + size]
            at += size + 1
        else:
            yield b""
