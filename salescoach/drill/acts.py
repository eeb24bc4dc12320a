"""What a line of the rep does besides being of a type: signs of the rubric, and what no drill lets pass."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from salescoach.coach.compliance import signs_in
from salescoach.drill.heard import Heard
from salescoach.drill.scene import Scene
from salescoach.text import mentioned

_NUMBER = re.compile(r"(?<![\w.])[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_NOT_A_CLAIM = re.compile(
    r"\s*(?:[:：][0-9]|[点點号號日月年周週天秒]|个月|個月|分钟|分鐘|小时|小時"
    r"|(?:min|sec|hour|day|week|month|year)s?\b|[ap]m\b|o'clock|(?:th|st|nd|rd)\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)",
    re.IGNORECASE,
)
"""What follows a number that tells a time of day, a date or the length of a talk."""
_SCALES = {
    "万": 10_000,
    "萬": 10_000,
    "亿": 100_000_000,
    "億": 100_000_000,
    "k": 1000,
    "thousand": 1000,
    "m": 1_000_000,
    "million": 1_000_000,
}
_SCALE = re.compile(r"\s*(万|萬|亿|億|k\b|m\b|million|thousand)", re.IGNORECASE)
_PERCENT = re.compile(r"\s*(?:[%％]|per ?cent)", re.IGNORECASE)
SMALLEST = 10
"""A number below it is rarely a claim that needs a source."""


class Act(NamedTuple):
    """One thing that a line did. `words`: those of the line that show it."""

    name: str
    words: str


def acts(heard: Heard, scene: Scene, known: Collection[float]) -> Iterator[Act]:
    """Everything that a line did; `known`: the numbers that somebody gave."""
    yield Act(heard.type, " … ".join(heard.words))
    text = heard.text
    for sign in scene.rubric.signs:
        own = scene.scenario.signs.get(sign.id, {})
        words = [w for given in (sign.words, own) for language in given.values() for w in language]
        for found in mentioned(text, words)[:1]:
            yield Act(sign.id, found)
    for name in mentioned(text, scene.rivals)[:1]:
        yield Act("rival-named", name)
    for gate, found in signs_in(text, scene.playbook):
        if gate.level == "block":
            yield Act("compliance", found)
    for found in mentioned(text, INSULTS)[:1]:
        yield Act("insult", found)
    if not heard.asks and heard.type not in ("small_talk", "commitment"):
        for number, found in numbers(text):
            if (number >= SMALLEST or number < 1) and number not in known:
                yield Act("number-invented", found)
                break


@lru_cache(2048)
def numbers(text: str) -> tuple[tuple[float, str], ...]:
    """The numbers of a text that may be claims, each as it is written; times and dates are left out.

    A percentage is a share of one: 15 % is not the 15 of another sentence.
    """
    found = []
    for match in _NUMBER.finditer(text[:5000]):
        if _NOT_A_CLAIM.match(text, match.end()):
            continue
        value = float(match[0].replace(",", "").replace("，", ""))
        is_year = len(match[0]) == 4 and 1900 <= value <= 2100
        if is_year or "24/7" in text[max(0, match.start() - 3) : match.end() + 2]:
            continue
        scale = _SCALE.match(text, match.end())
        if _PERCENT.match(text, match.end()) or text[max(0, match.start() - 3) : match.start()] == "百分之":
            value /= 100
        elif scale:
            value *= _SCALES[scale[1].casefold()]
        found.append((value, match[0]))
    return tuple(found)


INSULTS = (
    "idiot", "stupid", "moron", "shut up", "fuck", "fucking", "bullshit", "asshole", "bastard", "screw you",
    "傻逼", "白痴", "笨蛋", "蠢货", "混蛋", "滚蛋", "王八蛋", "他妈的", "去死", "脑子有病", "闭嘴", "愚蠢",
    "太蠢", "真蠢",
)  # fmt: skip
