"""A real git repo, and nothing of this machine's own settings in it."""

import os
import subprocess
from pathlib import Path

WHO = {
    f"GIT_{role}_{what}": "lin@example.com" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
}
ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
OPTIONS = ("-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", "-c", "core.quotePath=false")


def surroundings(**more: str) -> dict[str, str]:
    """The environment for git and for what runs git."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    return {**kept, **WHO, **ALONE, **more}


def attempt(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run git in a folder, whatever comes of it."""
    return subprocess.run(
        ["git", *OPTIONS, *words], cwd=folder, env=surroundings(**more), stdin=subprocess.DEVNULL,
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def git(folder: Path, *words: str, **more: str) -> str:
    """What git says; it must end well."""
    done = attempt(folder, *words, **more)
    assert done.returncode == 0, (words, done.stdout, done.stderr)
    return done.stdout.strip()
