"""The tool as a person runs it: a command line in this process, a program of its own, or a real terminal."""

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from salescoach.__main__ import main

HERE = Path(__file__).parent
TEAM = HERE / "team"
DEMO = HERE.parent.parent / "salescoach" / "demo"
DAY = "2026-11-21"
DEAL = "deals/harbour/deal.yaml"
PLAN = "deals/harbour/plans/2026-12-02-visit.md"
CLEAN = {"LC_ALL": "C.UTF-8", "SALESCOACH_TODAY": DAY, "TERM": "xterm", "PYTHONIOENCODING": "utf-8"}
LEAKING = ("CI", "NO_COLOR", "COLUMNS", "LINES", "LANG", "LC_MESSAGES", "PYTHONUTF8", "PYTHONWARNINGS")


class Ran(NamedTuple):
    """How one run of the tool ended."""

    code: int
    out: str
    err: str


def copy_team(name: str, to: Path) -> Path:
    """A team's repo to work in: `desk` (a small playbook of its own), `demo-en` or `demo-zh`."""
    source = TEAM if name == "desk" else DEMO / name.partition("-")[2]
    shutil.copytree(source, to, ignore=shutil.ignore_patterns("replies.jsonl"))
    return to


def environment(**more: str) -> dict[str, str]:
    """The surroundings of a run, with nothing in them that this machine happens to have set."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("SALESCOACH") and k not in LEAKING}
    return {**kept, **CLEAN, **more}


def here(
    folder: Path, arguments: Sequence[str], stdin: str | bytes = "", extra: Mapping[str, str] | None = None
) -> Ran:
    """Run one command line in this process, in `folder`, with no terminal."""
    raw = stdin.encode() if isinstance(stdin, str) else stdin
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name in list(os.environ):
            if name.startswith("SALESCOACH") or name in LEAKING:
                patch.delenv(name)
        for name, value in {**CLEAN, **(extra or {})}.items():
            patch.setenv(name, value)
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), "utf-8"))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        code = main(list(arguments))
        texts = [stream.buffer.getvalue().decode() for stream in (out, err) if not stream.flush()]
    return Ran(code, *texts)


def apart(
    folder: Path, arguments: Sequence[str], prefix: Sequence[str] = (), **more: Any
) -> subprocess.CompletedProcess[bytes]:
    """Run the tool as a program of its own, under `prefix`; `more` goes to subprocess.run."""
    command = [*prefix, sys.executable, "-m", "salescoach", *arguments]
    more.setdefault("env", environment())
    more.setdefault("stdin", subprocess.DEVNULL)
    if "stdout" not in more:
        more["capture_output"] = True
    return subprocess.run(command, cwd=folder, timeout=60, check=False, **more)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file of the team's repo but the tool's own state."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and ".salescoach" not in p.relative_to(folder).parts
    }


def leftovers(folder: Path) -> list[str]:
    """Temporary files that a writer left behind."""
    return [str(p.relative_to(folder)) for p in folder.rglob("*.tmp")]


_CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[=>]|\r")
KEYS = {
    "back": "\x02", "skip": "\x0e", "unknown": "\x15", "plan": "\x10", "leave": "\x13", "stop": "\x03",
    "down": "\x1b[B", "up": "\x1b[A", "enter": "\r", "help": "?", "edit": "\x05",
}  # fmt: skip


class Person:
    """Somebody at a real terminal. `screen` is what was drawn since the last key, without its codes.

    `deadline`: the moment (time.monotonic) at which waiting ends and `late` is set.
    """

    READY = re.compile(r"\? (?:help|帮助)")

    def __init__(
        self, folder: Path, arguments: Sequence[str], columns: int = 200, deadline: float = 0, **extra: str
    ) -> None:
        import pexpect

        self._pexpect = pexpect
        self.child = pexpect.spawn(
            sys.executable, ["-m", "salescoach", *arguments], cwd=str(folder), env=environment(**extra),
            dimensions=(50, columns), encoding="utf-8", codec_errors="replace", timeout=20,
        )  # fmt: skip
        self.screen = ""
        self.over = self.late = False
        self._deadline = deadline
        self.wait()

    def wait(self) -> bool:
        """Until the next question is drawn; False when the program has ended or the deadline passed instead."""
        left = max(0.0, self._deadline - time.monotonic()) if self._deadline else 20
        ends = [self.READY, self._pexpect.EOF] + [self._pexpect.TIMEOUT] * bool(self._deadline)
        at = self.child.expect(ends, timeout=left)
        self.screen = _CODES.sub("", self.child.before or "")
        self.over, self.late = at == 1, at == 2
        if self.over:
            self.child.close()
        return at == 0

    @property
    def code(self) -> int:
        """The exit code as a shell shows it; only after the end."""
        status = self.child.exitstatus
        return status if status is not None else 128 + (self.child.signalstatus or 0)

    @property
    def question(self) -> str:
        """The question that is on the screen."""
        asked = [x[2:] for x in self.screen.split("\n") if x.startswith("? ")]
        return asked[-1].strip() if asked else ""

    @property
    def on_list(self) -> bool:
        """Whether the question is answered by picking from a list."""
        return "type to filter" in self.screen or "输入可筛选" in self.screen

    def press(self, *keys: str) -> bool:
        """Send named keys or text, then wait for the next question."""
        for key in keys:
            self.child.send(KEYS.get(key, key))
        return self.wait()

    def answer(self, text: str) -> bool:
        """Type an answer and confirm it."""
        return self.press(text, "enter")

    def kill(self) -> None:
        """kill -9."""
        self.child.kill(9)
        self.child.wait()
        self.child.close()


def person_or_skip(*arguments: Any, **more: Any) -> Person:
    """A Person, where pexpect and a real terminal are there."""
    pytest.importorskip("pexpect", reason="pexpect is not installed")
    return Person(*arguments, **more)


class Screen:
    """A shell in a tmux window of exactly this size: what a person would see."""

    def __init__(self, folder: Path, columns: int, lines: int = 40, **extra: str) -> None:
        self._socket = f"salescoach-{os.getpid()}-{time.monotonic_ns()}"
        size = ["-x", str(columns), "-y", str(lines)]
        shell = ["env", "PS1=READY> ", "bash", "--norc", "--noprofile"]
        bare = {k: v for k, v in environment(**extra).items() if k not in ("TERM", "TMUX")}
        subprocess.run(
            ["tmux", "-L", self._socket, "-u", "-f", "/dev/null", "new-session", "-d", "-s", "s", *size, *shell],
            cwd=folder, env={**bare, "TERM": "xterm"}, check=True,
        )  # fmt: skip
        self.until("READY>")

    def type(self, *keys: str) -> None:
        """Send keys, by tmux's names (`Enter`, `C-b`), or text."""
        self._tmux("send-keys", "-t", "s", *keys)

    def run(self, *arguments: str) -> None:
        """Start the tool."""
        self.type("clear; " + shlex.join([sys.executable, "-m", "salescoach", *arguments]), "Enter")

    def until(self, text: str, seconds: float = 20) -> str:
        """The screen, as soon as it shows `text`."""
        end = time.monotonic() + seconds
        while text not in (shown := self.shown()):
            assert time.monotonic() < end, f"{text!r} never came:\n{shown}"
            time.sleep(0.05)
        return shown

    def shown(self) -> str:
        """What is on the screen, without the spaces at the ends of lines."""
        return self._tmux("capture-pane", "-p", "-t", "s").rstrip("\n")

    def resize(self, columns: int, lines: int) -> None:
        """Make the window another size."""
        self._tmux("resize-window", "-t", "s", "-x", str(columns), "-y", str(lines))

    def close(self) -> None:
        """End this window's own tmux server."""
        self._tmux("kill-server")

    def _tmux(self, *arguments: str) -> str:
        command = ["tmux", "-L", self._socket, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
