"""A finding: something wrong or notable in a file, with its place, cause and cure.

A finding holds facts, not sentences: `rule` is also the key of its text in
`messages/findings.py`, so that it can be said in every language.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

LEVELS = ("note", "warning", "error")


class Finding(NamedTuple):
    """`line` and `column` count from 1; 0 means the whole file. `level` is one of LEVELS.

    `said`: the key of its text in `messages/findings.py` where that is not `rule` itself: an exit criterion is a
    rule of its own, told in the same words as all others.
    """

    path: str
    line: int
    column: int
    rule: str
    level: str
    facts: Mapping[str, object]
    said: str = ""


def worst(findings: Iterable[Finding]) -> str:
    """The highest level among `findings`, or "" when there are none."""
    return max((f.level for f in findings), key=LEVELS.index, default="")


def nearest(name: str, names: Iterable[object]) -> str:
    """The one of `names` that was probably meant, or "": by likeness, and by one edit for short Chinese names."""
    from difflib import get_close_matches

    known = [str(n) for n in names]
    found = get_close_matches(name, known, n=1, cutoff=0.6)
    if not found and len(name) <= 6 and not name.isascii():
        found = [k for k in known if _one_edit(name, k)][:1]
    return found[0] if found else ""


def _one_edit(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    if len(long) - len(short) > 1 or not short:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
