"""How long a line takes to say: the drill's clock follows from the lines, never from the wall."""

import re

WORDS_A_MINUTE, SIGNS_A_MINUTE = 130, 220
"""English words and Chinese characters that a person says in a minute, at the pace of a talk."""
LONGEST = 20_000
"""Characters that are counted: more than anybody says in an hour."""
PAUSE = 4
"""Seconds of a silence on purpose (METHOD.md §13.6, RP5)."""

_SIGN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f]+(?:['’.-][0-9A-Za-z\u00c0-\u024f]+)*")


def seconds(text: str) -> int:
    """Whole seconds to say a text in either language, or a mix of both; at least one."""
    return max(1, round(amount(text)))


def amount(text: str) -> float:
    """How much is said, in seconds, for shares of a talk; a silence is nothing."""
    heard = text[:LONGEST]
    return 60 * (len(_SIGN.findall(heard)) / SIGNS_A_MINUTE + len(_WORD.findall(heard)) / WORDS_A_MINUTE)
