"""Cross-references of a playbook: one family of rules per file, all findings at once.

A module's `check` yields findings; its file is all that a new family needs. Modules whose name begins
with `_` hold what several families share.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from salescoach.findings import Finding
from salescoach.playbook.load import Loaded


class Family(Protocol):
    """A family's module."""

    def check(self, loaded: Loaded) -> Iterator[Finding]:
        """What is wrong, in any order; `loaded.playbook` is there, except for flow traps."""


@cache
def names() -> tuple[str, ...]:
    """Every family there is."""
    return tuple(sorted(m.name for m in iter_modules(__path__) if not m.name.startswith("_")))


def family(name: str) -> Family:
    """The module of one family."""
    return cast(Family, import_module(f"{__name__}.{name}"))


def check(loaded: Loaded) -> list[Finding]:
    """Every finding in the order of the files.

    Where the shape is wrong, `loaded` says so itself; only flow traps, which are often its cause, are added.
    """
    chosen = names() if loaded.playbook is not None else ("flow",)
    found = [f for name in chosen for f in family(name).check(loaded)]
    return sorted(found, key=lambda f: (f.path, f.line, f.column, f.rule))
