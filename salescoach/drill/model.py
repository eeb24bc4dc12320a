"""The model: what each thing seen in a line speaks for, as benchmarks/recogniser/train.py learned it."""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from salescoach.drill.features import Feature, features
from salescoach.drill.folding import Folded
from salescoach.drill.heard import LABELS

"""The types that the model tells apart, in the order of a feature's weights."""
SCALES = {
    "r": 1.0, "rr": 0.5, "s": 0.7, "k": 0.7, "x": 0.5, "b": 0.7, "w": 0.7, "c": 0.35, "g": 0.6, "e": 1.0, "l": 0.3,
}  # fmt: skip
"""How strongly each kind of feature speaks; pieces of English words say little about form and much about topic."""
LEAN = {"en": 0.0, "zh": 0.8}
"""What talk about us has in advance: Chinese pitches were missed more often than other lines were taken for one."""
LENGTH = 4.0
"""The features of every line are scaled to a vector of this length, so that long lines are no surer than short ones."""

ZERO, STEPS, LARGEST = 80, 44, 1.6
"""A weight is kept as one printable character, at most so many steps from the character ZERO."""
WORTH = {
    chr(ZERO + step): (-1 if step < 0 else 1) * LARGEST * (step / STEPS) ** 2
    for step in range(-STEPS, STEPS + 1)
}
"""What each character is worth: the steps are fine near nothing and coarse far from it."""

Weights = Mapping[str, str]
"""Name of a feature to its weights, a character for each of `LABELS`."""


class Tagged(NamedTuple):
    """A stretch of a line with how likely it is of each type; `why`: the stretches that spoke for the likeliest."""

    folded: Folded
    types: dict[str, float]
    why: list[tuple[int, int, float]]


def tagged(folded: Folded, language: str, weights: Weights | None = None) -> Tagged:
    """What type of line a text is."""
    weights = weights if weights is not None else load(language)
    found = {f"{f.kind}:{f.name}": f for f in features(folded.text, language)}
    norm = _norm(found.values())
    scores = [0.0] * len(LABELS)
    known: list[tuple[Feature, str]] = []
    for name, feature in found.items():
        own = weights.get(name)
        if own is None:
            continue
        known.append((feature, own))
        strength = SCALES[feature.kind]
        for k, character in enumerate(own):
            scores[k] += strength * WORTH[character]
    scores = [score * norm for score in scores]
    scores[LABELS.index("feature")] += LEAN[language]
    likely = shares(scores)
    best, second = sorted(range(len(LABELS)), key=lambda k: -likely[k])[:2]
    why = [
        (f.start, f.end, SCALES[f.kind] * (WORTH[w[best]] - WORTH[w[second]]))
        for f, w in known
        if f.end > f.start
    ]
    return Tagged(folded, {label: likely[k] for k, label in enumerate(LABELS)}, why)


def seen(text: str, language: str) -> dict[str, float]:
    """The features of a folded text, each with its strength."""
    found = {f"{f.kind}:{f.name}": f for f in features(text, language)}
    norm = _norm(found.values())
    return {name: SCALES[feature.kind] * norm for name, feature in found.items()}


def shares(scores: Sequence[float]) -> list[float]:
    """Scores as shares of one."""
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    total = sum(raised)
    return [share / total for share in raised]


@cache
def load(language: str) -> Weights:
    """The weights of a language."""
    text = resources.files("salescoach.drill").joinpath("weights", f"{language}.json").read_bytes()
    weights: dict[str, str] = json.loads(text)
    return weights


def _norm(found: Iterable[Feature]) -> float:
    return LENGTH / math.sqrt(sum(SCALES[f.kind] ** 2 for f in found))
