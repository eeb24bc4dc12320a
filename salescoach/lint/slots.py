"""Slots in texts: only those of the closed list; no other braces."""

import re
from collections.abc import Collection, Iterable, Iterator

from salescoach.findings import Finding
from salescoach.lint._index import Index
from salescoach.lint._texts import Placed, texts
from salescoach.playbook.load import Loaded
from salescoach.text import SLOTS

_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


def check(loaded: Loaded) -> Iterator[Finding]:
    """Every slot of every text."""
    yield from check_each(loaded, texts(Index(loaded).playbook), SLOTS)


def check_each(loaded: Loaded, placed: Iterable[Placed], known: Collection[str]) -> Iterator[Finding]:
    """Some texts of a file; where no slot is known, no brace may stand."""
    for path, text in placed:
        for where, words in (
            [(path, text)] if isinstance(text, str) else [((*path, n), t) for n, t in text.items()]
        ):
            for found in _BRACES.finditer(words):
                if not known:
                    yield loaded.finding(where, "slot-in-a-talk", value=found[0])
                elif found[1] is None:
                    yield loaded.finding(where, "stray-brace", value=found[0])
                elif found[1] not in known:
                    yield loaded.finding(where, "unknown-slot", value=found[1], names=list(known))
