"""A playbook for judging deals: from what was kept of it, else from its files."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from salescoach.call import Call
from salescoach.errors import RequestError
from salescoach.files import compiled, playbooks
from salescoach.findings import Finding, worst
from salescoach.playbook import plain

if TYPE_CHECKING:
    from salescoach.playbook.model import Playbook


class Method(NamedTuple):
    """A playbook as plain objects; None where it is broken: then `findings` say how.

    `instead`: the names that there are, where there is no playbook of the name asked for; None where there is.
    """

    playbook: "Playbook | None"
    findings: list[Finding]
    instead: tuple[str, ...] | None = None


def load(root: Path, call: Call, name: str) -> Method:
    """The playbook of that name, or the names that there are instead."""
    try:
        key = key_of(root, call, name)
    except RequestError as error:
        if error.key in ("no-playbook", "bad-id", "long-id", "reserved-id"):
            there = playbooks.list_playbooks(root, call.playbooks)
            return Method(None, [], tuple(folder.name for folder in there))
        raise
    held = compiled.look_up(key)
    if held is not None and held.get("format") == plain.FORMAT:
        with contextlib.suppress(
            ValueError, KeyError, TypeError, AttributeError
        ):  # damaged, or nobody knows by whom
            return Method(plain.load(held["plain"]), [])
    return _compile(root, call, name, key)


def key_of(root: Path, call: Call, name: str) -> str:
    """What a playbook's files are called together, those of what it extends and may extend among them."""
    found = playbooks.find_playbook(root, call.playbooks, name)
    if found.parent == playbooks.bundled():
        return compiled.key_of(playbooks.read_playbook(found)) + "-plain"
    every = {
        f"{folder.name}/{path}": raw
        for folder in playbooks.list_playbooks(root, call.playbooks)
        for path, raw in playbooks.read_playbook(folder).items()
    }
    return compiled.key_of({**every, "": name.encode()}) + "-plain"


def _compile(root: Path, call: Call, name: str, key: str) -> Method:
    from salescoach.opening import load_playbook

    loaded = load_playbook(root, call, name)
    if loaded.playbook is None or worst(loaded.findings) == "error":
        return Method(None, loaded.findings)
    held = plain.dump(loaded.playbook)
    if not loaded.findings:
        compiled.keep(key, {"format": plain.FORMAT, "plain": held})
    return Method(plain.load(held), loaded.findings)
