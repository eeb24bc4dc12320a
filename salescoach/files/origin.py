"""Where this salescoach was installed from, so that others can install the same one."""

import json
import os
import re
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from salescoach import __version__
from salescoach.files.git import ask

NAME = "salescoach"
_PACKAGE = Path(__file__).resolve().parent.parent
_LIKE_SCP = re.compile(r"(?P<user>[\w.-]+@)?(?P<host>[\w.-]{2,}):(?P<path>[^/\\].*)")
_SHARED = ("https", "http", "ssh", "git")
"""Ways to an address that another computer can go, too."""


def find_source() -> str:
    """What `pip install` takes to get this very salescoach elsewhere; "" when only this computer has it."""
    try:
        said = metadata.distribution(NAME).read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return _of_clone(_PACKAGE.parent)
    return source_of(said)


def source_of(said: str | None) -> str:
    """The same for a distribution whose `direct_url.json` says this (PEP 610); None: it has no such file.

    An index gives `salescoach==VERSION`, a git address its commit, a folder that is a clone the commit it
    stands at, where its origin has that one. Passwords are never part of it.
    """
    if said is None:
        return f"{NAME}=={__version__}"
    record = json.loads(said)
    url = str(record.get("url", ""))
    if "vcs_info" in record:
        vcs, address = record["vcs_info"], _shared(url)
        return f"{vcs['vcs']}+{address}@{vcs['commit_id']}" if address else ""
    parts = urlsplit(url)
    if parts.scheme == "file":
        return _of_clone(Path(url2pathname(parts.path))) if "dir_info" in record else ""
    return _shared(url)


def find_top(folder: Path) -> Path | None:
    """The top of the git repository that `folder` lies in, or will lie in; None when there is none."""
    here = folder.resolve()
    return next((f for f in (here, *here.parents) if os.path.lexists(f / ".git")), None)


def _of_clone(folder: Path) -> str:
    """The commit that a clone stands at, at its origin; "" where the origin does not have it."""
    if find_top(folder) != folder.resolve() or not _git(folder, "branch", "-r", "--contains", "HEAD"):
        return ""
    address = _shared(_git(folder, "remote", "get-url", "origin"))
    return f"git+{address}@{_git(folder, 'rev-parse', 'HEAD')}" if address else ""


def _shared(address: str) -> str:
    """An address without its password; "" when it is only this computer's."""
    short = _LIKE_SCP.fullmatch(address) if "://" not in address else None
    if short:
        return f"ssh://{short['user'] or ''}{short['host']}/{short['path']}"
    parts = urlsplit(address)
    if parts.scheme not in _SHARED or not parts.hostname:
        return ""
    user = f"{parts.username}@" if parts.scheme == "ssh" and parts.username else ""
    host = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=user + host, query="", fragment="").geturl()


def _git(folder: Path, *words: str) -> str:
    """What git says, "" when it has nothing to say or is not there."""
    return (ask(folder, *words) or b"").decode(errors="replace").strip()
