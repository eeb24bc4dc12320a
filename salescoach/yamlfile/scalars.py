"""What an unquoted word means: the few types we read from YAML, everything else is text."""

from functools import lru_cache
from math import isfinite
from re import compile as pattern

MAX_DIGITS = 30

WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}

_NUMBER_START = frozenset("0123456789+-.")
_OTHER_START = _NUMBER_START | {word[:1] for word in WORDS}
_INT = pattern(r"[-+]?(?:0|[1-9][0-9]*)")
_FLOAT = pattern(r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = pattern(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


class OutOfRange(Exception):  # noqa: N818 - names what the number is
    """A number that no deal needs and no program keeps. `rule` names the finding."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


def is_text(word: str) -> bool:
    """Whether an unquoted scalar is text by its first character: most are, and then nothing else needs a look."""
    return word[:1] not in _OTHER_START


@lru_cache(8192)
def plain(word: str) -> str | int | float | bool | None:
    """The value of an unquoted scalar. Raises OutOfRange for a number that cannot be kept."""
    if word in WORDS:
        return WORDS[word]
    if word[0] not in _NUMBER_START:
        return word
    if _INT.fullmatch(word):
        if len(word.lstrip("+-")) > MAX_DIGITS:
            raise OutOfRange("number-too-long")
        return int(word)
    if _NOT_FINITE.fullmatch(word):
        raise OutOfRange("not-finite")
    if _FLOAT.fullmatch(word):
        number = float(word)
        if not isfinite(number):
            raise OutOfRange("not-finite")
        return number
    return word
