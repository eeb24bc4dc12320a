"""The words of a text that tell what it is about: for deals that nobody gave such words."""

import re

from salescoach.playbook.scenario import Words

MOST = 10
_LATIN = re.compile(r"[A-Za-z][A-Za-z'-]{3,}")
_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        "about after again against also always another because been before being between both "
        "cannot could does done down each even every everybody from goes have having here into "
        "itself just last like long make makes many more most much must never nobody none nothing "
        "once only other others ours over same says should since some somebody still such take "
        "than that their theirs them then there these they thing this those through under until "
        "very were what when where which while will with within without would year years your "
        "yours comes come gets",
    )
)
"""English words that say nothing about a topic."""
_EMPTY_CHINESE = frozenset(
    "的了在和是有也就都而及与或把被让给从到对为个这那我你您他她它们不没很会能要可上下来去时候之后前"
)
"""Chinese characters that mostly join others: a pair with one of them names nothing."""


def keywords(text: str) -> list[str]:
    """English words, and pairs of Chinese characters, in the order of the text."""
    latin = [word for word in _LATIN.findall(text) if word.casefold() not in _EMPTY]
    pairs = [
        run[at : at + 2]
        for run in _CHINESE.findall(text)
        for at in range(len(run) - 1)
        if not set(run[at : at + 2]) & _EMPTY_CHINESE
    ]
    return list(dict.fromkeys([*(word.casefold() for word in latin), *pairs]))[:MOST]


def joined(*all_words: Words) -> Words:
    """Several lists of words as one, each word once."""
    found: Words = {}
    for words in all_words:
        for language, listed in words.items():
            found[language] = list(dict.fromkeys([*found.get(language, []), *listed]))
    return found
