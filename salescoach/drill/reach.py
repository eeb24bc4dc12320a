"""Which hidden fact a line is after: by the words that name it, by examples, and by the playbook's own questions."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from salescoach.drill.heard import LISTENED, Heard
from salescoach.drill.scene import Fact, Scene
from salescoach.text import mentioned

if TYPE_CHECKING:
    from salescoach.playbook.scenario import Words

ENOUGH = 1.0
"""From which score a line is about a fact: one word that names it, or an example that is much alike."""
SAID = 4.0
"""The score of what a trainer said: as much as words and examples together can have."""
REWORDED = 0.6
"""From which share of common words a line is a question that somebody wrote, said a little differently."""
_ALIKE = 0.45
"""From which share of common letters an example counts."""
_LATIN = re.compile(r"[0-9a-z]+(?:'[a-z]+)?")
_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        "a an the of to in on at is are was were do does did how what which who when where why you your our we us it "
        "its that this and or for with by from has have had be been can could would will if any there "
        "many much long often old big",
    )
)
"""English words that say nothing about what a line is about."""


_EMPTY_PAIRS = frozenset(
    run[at : at + 2]
    for run in re.findall(
        r"\w+",
        "有没有 什么 怎么样 如果 要是 的话 对您有什么帮助 对你有什么好处 您觉得 你们 我们 贵公司 是不是 多少 一下 这个 "
        "那个 哪些 哪个 会不会 能不能 可不可以 请问 目前 现在 一般 通常 带来什么影响 您认为 您这边",
    )
    for at in range(len(run) - 1)
)
"""Pairs of Chinese characters that stand in a question about anything."""


class Aim(NamedTuple):
    """How much a line is about something; `words` are those that tell."""

    score: float
    words: tuple[str, ...] = ()


def aim(text: str, about: "Words", examples: Iterable[str]) -> Aim:
    """How much a text is about what some words name and some examples ask."""
    named = mentioned(text, [word for words in about.values() for word in words])
    alike = max((likeness(text, example) for example in examples), default=0.0)
    score = min(2, len(named)) + (2 * alike if alike >= _ALIKE else 0.0)
    return Aim(score, tuple(named[:3]))


def aims(heard: Heard, scene: Scene, facts: Sequence[Fact]) -> list[Aim]:
    """How much a line is about each of some facts; which one a trainer said, where there is one."""
    if heard.fact and any(fact.at == heard.fact for fact in facts):
        return [Aim(SAID if fact.at == heard.fact else 0.0) for fact in facts]
    text = heard.text
    return [
        aim(text, fact.reaction.about, [*examples(fact.reaction.ask_like), *bank(scene, fact)])
        for fact in facts
    ]


def likeness(text: str, other: str) -> float:
    """What share of their words, or of their pairs of Chinese characters, two texts have in common: 0 to 1."""
    first, second = pieces(text), pieces(other)
    if not first or not second:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


@lru_cache(4096)
def pieces(text: str) -> frozenset[str]:
    """The words that mean something, cut to their stems, and pairs of Chinese characters."""
    plain = unicodedata.normalize("NFKC", text[:LISTENED]).casefold()
    words = {_stem(word) for word in _LATIN.findall(plain) if word not in _EMPTY}
    pairs = {run[at : at + 2] for run in _CHINESE.findall(plain) for at in range(max(1, len(run) - 1))}
    pairs -= _EMPTY_PAIRS
    return frozenset(words | pairs)


def _stem(word: str) -> str:
    for end in ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "ly"):
        if word.endswith(end) and len(word) - len(end) >= 3:
            word = word[: -len(end)]
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def examples(words: "Words") -> list[str]:
    """Examples in every language."""
    return [example for language in words.values() for example in language]


def alike(text: str, given: Iterable[str]) -> str:
    """Which of some examples a text is most like, "" where it is like none of them."""
    score, best = max(((likeness(text, one), one) for one in given), default=(0.0, ""))
    return best if score >= _ALIKE else ""


def bank(scene: Scene, fact: Fact) -> list[str]:
    """The playbook's own questions of the fact's chain that reveal this field."""
    chain = next((c for c in scene.playbook.chains if c.id == scene.chain_of(fact)), None)
    if chain is None:
        return []
    wanted = {f"{fact.sheet}.{fact.field}", f"{fact.sheet}.{fact.field}.{fact.key}"}
    return [
        text
        for q in scene.playbook.questions
        if q.id in chain.order and wanted & {r.partition("=")[0] for r in q.reveals}
        for text in (q.text.values() if isinstance(q.text, dict) else [q.text])
    ]
