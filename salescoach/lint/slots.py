"""Slots in texts: only those of the closed list; no other braces."""

import re
from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint._index import Index
from salescoach.lint._texts import texts
from salescoach.playbook.load import Loaded
from salescoach.text import SLOTS

_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


def check(loaded: Loaded) -> Iterator[Finding]:
    """Every slot of every text."""
    for path, text in texts(Index(loaded).playbook):
        for where, words in (
            [(path, text)] if isinstance(text, str) else [((*path, n), t) for n, t in text.items()]
        ):
            for found in _BRACES.finditer(words):
                if found[1] is None:
                    yield loaded.finding(where, "stray-brace", value=found[0])
                elif found[1] not in SLOTS:
                    yield loaded.finding(where, "unknown-slot", value=found[1], names=list(SLOTS))
