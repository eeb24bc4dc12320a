"""What git knows of a repo, asked of the `git` program: names, blob ids, what changed. Nothing is ever written.

Every answer is None where git is not there, the folder is no repo, or git refuses: who asks goes on without it.
"""

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

PATIENCE = 120.0
"""Seconds that git may take for one answer."""
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


def ask(root: Path, *arguments: str, given: bytes | None = None) -> bytes | None:
    """What `git` answers in `root`, None where it cannot."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],
            input=given,
            stdin=None if given is not None else subprocess.DEVNULL,
            capture_output=True,
            env={**os.environ, **_QUIET},
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return done.stdout if done.returncode == 0 else None


def blobs(root: Path, folder: str) -> dict[str, str] | None:
    """Path (from `root`) to blob id of every file under `folder` that the index holds and the disk should.

    The id of a link is "": what it leads to may change without it. None also where there is a submodule, whose
    files this index does not know.
    """
    answer = ask(root, "ls-files", "-t", "-s", "-z", "--", folder)
    if answer is None:
        return None
    found = {}
    for entry in answer.split(b"\0"):
        head, _, path = entry.partition(b"\t")
        if head.startswith((b"H 100644 ", b"H 100755 ")):
            found[os.fsdecode(path)] = head[9:-2].decode()
        elif head.startswith(b"H 120000 "):
            found[os.fsdecode(path)] = ""
        elif head.startswith(b"H 160000 "):
            return None
    return found


def touched(root: Path, folder: str) -> set[str] | None:
    """Paths (from `root`) under `folder` whose content may differ from the index, new files among them."""
    answer = ask(root, "ls-files", "-z", "-m", "-d", "-o", "--exclude-standard", "--", folder)
    return None if answer is None else {os.fsdecode(p) for p in answer.split(b"\0") if p}


def converts(root: Path) -> bool:
    """Whether the files may differ from their blobs: line ends or filters that git applies on the way."""
    if ask(root, "config", "--get", "core.autocrlf") not in (None, b"false\n", b"input\n"):
        return True
    attributes = ask(root, "ls-files", "-z", "--", ":(top,glob)**/.gitattributes", ":(top).gitattributes")
    return bool(attributes)


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
    """What files (from `root`) held in a commit; those it did not hold are left out."""
    prefix = ask(root, "rev-parse", "--show-prefix")
    if prefix is None or not paths:
        return {}
    top = os.fsdecode(prefix).removesuffix("\n")
    wanted = [p for p in paths if "\n" not in p]
    asked = b"".join(os.fsencode(f"{commit}:{top}{p}") + b"\n" for p in wanted)
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


def is_tracked(root: Path, *patterns: str) -> list[str]:
    """Which files that match git's patterns git holds."""
    answer = ask(root, "ls-files", "-z", "--", *patterns)
    return [os.fsdecode(p) for p in answer.split(b"\0") if p] if answer else []
