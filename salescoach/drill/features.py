"""What the model sees of a line: words, letters, the frames that fit, and the skeleton of words that carry its form."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import pairwise
from typing import NamedTuple

_TOKEN = re.compile(r"[a-z]+|[0-9]+(?:[.,][0-9]+)*%?|[?!,.:;-]|[\u3400-\u9fff]")
_OTHER, _NUMBER = "_", "#"
_LONGEST_PHRASE = 6
"""Characters of the longest Chinese phrase that is looked up."""


class Feature(NamedTuple):
    """One thing seen. `kind` and `name` identify it; it stands at `start` to `end` of the folded text."""

    kind: str
    name: str
    start: int
    end: int


class Token(NamedTuple):
    """A word, a number, a mark or a Chinese phrase; `signs`: what it counts as, the first of them in the skeleton."""

    text: str
    start: int
    end: int
    signs: tuple[str, ...]


@cache
def frames(language: str) -> dict[str, re.Pattern[str]]:
    """The compiled frames of a language."""
    rules = import_module(f"salescoach.drill.rules.{language}")
    return {name: re.compile(pattern) for name, pattern in rules.FRAMES.items()}


@cache
def _signs(language: str) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Whole words, and beginnings of words, to what they count as."""
    rules = import_module(f"salescoach.drill.rules.{language}")
    whole: dict[str, tuple[str, ...]] = {word: (word,) for word in rules.KEPT}
    begins: dict[str, tuple[str, ...]] = {}
    for name, words in rules.CLASSES.items():
        for word in words.split():
            table = begins if word.endswith("*") else whole
            plain = word.rstrip("*")
            table[plain] = (*table.get(plain, ()), name.upper())
    return whole, begins


def features(text: str, language: str) -> Iterator[Feature]:
    """Everything seen in a folded text; the same thing may come several times."""
    tokens = list(_tokens(text, language))
    yield from _fitting(text, language)
    yield from _skeleton(tokens)
    if language == "zh":
        yield from _grams(text)
    else:
        yield from _words(tokens)
    end = tokens[-1] if tokens else Token("", 0, 0, ())
    yield Feature("e", end.text if end.text in "?!." else "", end.start, end.end)
    yield Feature("l", str(min(len(tokens) // 4, 9)), 0, 0)


def _fitting(text: str, language: str) -> Iterator[Feature]:
    """The frames that fit, and each two of them."""
    fitting = []
    for name, pattern in frames(language).items():
        found = pattern.search(text)
        if found is not None:
            fitting.append(name)
            yield Feature("r", name, found.start(), found.end())
    for i, one in enumerate(fitting):
        for other in fitting[i + 1 :]:
            yield Feature("rr", f"{one} {other}", 0, 0)


def _skeleton(tokens: list[Token]) -> Iterator[Feature]:
    """Runs of one to four signs from the start, and anywhere; and which comes before which."""
    bones: list[tuple[str, int, int]] = [("^", 0, 0)]
    for token in tokens:
        sign = token.signs[0] if token.signs else _OTHER
        if sign == _OTHER == bones[-1][0]:
            bones[-1] = (_OTHER, bones[-1][1], token.end)
        else:
            bones.append((sign, token.start, token.end))
        for other in token.signs:
            yield Feature("k", other, token.start, token.end)
    bones.append(("$", bones[-1][2], bones[-1][2]))
    for size in (2, 3, 4):
        for at in range(len(bones) - size + 1):
            run = bones[at : at + size]
            yield Feature("s", " ".join(sign for sign, _, _ in run), run[0][1], run[-1][2])
    classes = list(dict.fromkeys(sign for token in tokens for sign in token.signs if sign.isupper()))
    for i, one in enumerate(classes):
        for other in classes[i + 1 :]:
            yield Feature("x", f"{one} {other}", 0, 0)


def _words(tokens: list[Token]) -> Iterator[Feature]:
    """English: words, pairs of words, and pieces of three to five letters."""
    for one, other in pairwise(tokens):
        yield Feature("b", f"{one.text} {other.text}", one.start, other.end)
    for token in tokens:
        yield Feature("w", token.text, token.start, token.end)
        if len(token.text) < 4 or not token.text.isalpha():
            continue
        padded = f"<{token.text[:20]}>"
        for size in (4, 5):
            for at in range(len(padded) - size + 1):
                yield Feature("c", padded[at : at + size], token.start, token.end)


def _grams(text: str) -> Iterator[Feature]:
    """Chinese: one to four characters."""
    for size in (1, 2, 3, 4):
        for at in range(len(text) - size + 1):
            yield Feature("g", text[at : at + size], at, at + size)


def _tokens(text: str, language: str) -> Iterator[Token]:
    at = 0
    whole, _ = _signs(language)
    while (found := _TOKEN.search(text, at)) is not None:
        start, end = found.span()
        word = found[0]
        if word >= "\u3400":
            for size in range(min(_LONGEST_PHRASE, len(text) - start), 0, -1):
                if text[start : start + size] in whole:
                    end = start + size
                    break
            word = text[start:end]
            yield Token(word, start, end, whole.get(word, ()))
        elif word[0].isdigit():
            yield Token(_NUMBER, start, end, (_NUMBER,))
        elif word.isalpha():
            yield Token(word, start, end, _signs_of(word, language))
        else:
            yield Token(word, start, end, (word,))
        at = end


def _signs_of(word: str, language: str) -> tuple[str, ...]:
    whole, begins = _signs(language)
    signs = whole.get(word, ())
    for size in range(len(word), 2, -1):
        signs += begins.get(word[:size], ())
    return signs
