"""How long a line takes to say: the drill's clock follows from the lines, never from the wall."""

import re

WORDS_A_MINUTE, SIGNS_A_MINUTE = 130, 220
"""English words and Chinese characters that a person says in a minute, at the pace of a talk."""
PAUSE = 4
"""Seconds of a silence on purpose (METHOD.md §13.6, RP5)."""

_SIGN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f]+(?:['’.-][0-9A-Za-z\u00c0-\u024f]+)*")


def seconds(text: str) -> int:
    """Whole seconds to say a text in either language, or a mix of both; at least one."""
    signs = len(_SIGN.findall(text))
    words = len(_WORD.findall(text))
    return max(1, round(60 * (signs / SIGNS_A_MINUTE + words / WORDS_A_MINUTE)))


def amount(text: str) -> float:
    """How much is said, in seconds, for shares of a talk; a silence is nothing."""
    return 60 * (len(_SIGN.findall(text)) / SIGNS_A_MINUTE + len(_WORD.findall(text)) / WORDS_A_MINUTE)
