"""A finding: something wrong or notable in a file, with its place, cause and cure.

A finding holds facts, not sentences: `rule` is also the key of its text in
`messages/findings.py`, so that it can be said in every language.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

LEVELS = ("note", "warning", "error")


class Finding(NamedTuple):
    """`line` and `column` count from 1; 0 means the whole file. `level` is one of LEVELS."""

    path: str
    line: int
    column: int
    rule: str
    level: str
    facts: Mapping[str, object]


def worst(findings: Iterable[Finding]) -> str:
    """The highest level among `findings`, or "" when there are none."""
    return max((f.level for f in findings), key=LEVELS.index, default="")
