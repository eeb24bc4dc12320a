"""Cross-references of a playbook: one family of rules per file, all findings at once.

A module's `check` yields findings; its file is all that a new family needs. Modules whose name begins
with `_` hold what several families share.
"""

from collections.abc import Iterator
from typing import Protocol, cast

from salescoach import modules
from salescoach.findings import Finding
from salescoach.playbook.load import NOTHING_OUTSIDE, Loaded, Outside


class Family(Protocol):
    """A family's module."""

    def check(self, loaded: Loaded) -> Iterator[Finding]:
        """What is wrong, in any order; `loaded.playbook` is there, except for flow traps."""


def names() -> tuple[str, ...]:
    """Every family there is."""
    return modules.names(__name__)


def family(name: str) -> Family:
    """The module of one family."""
    return cast(Family, modules.named(__name__, name))


def check(loaded: Loaded, outside: Outside = NOTHING_OUTSIDE) -> list[Finding]:
    """Every finding in the order of the files.

    Where the shape is wrong, `loaded` says so itself; only flow traps, which are often its cause, are added.
    """
    chosen = names() if loaded.playbook is not None else ("flow",)
    found = [f for name in chosen for f in family(name).check(loaded._replace(outside=outside))]
    return sorted(found, key=lambda f: (f.path, f.line, f.column, f.rule))
