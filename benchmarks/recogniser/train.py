"""Train the recogniser from labelled lines and the playbook's questions: salescoach/drill/weights/{en,zh}.json.

Run: python benchmarks/recogniser/train.py [--cross]

Every line becomes the set of its features (`salescoach.drill.features`); a softmax regression is fitted by AdaGrad
in an order that a fixed seed shuffles. Weights are kept as characters, the smallest are dropped until the file is
small. With `--cross` nothing is written: each file of lines is judged by what was learned from the others.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from salescoach.drill.folding import fold
from salescoach.drill.heard import LABELS
from salescoach.drill.model import WORTH, ZERO, Weights, seen, shares
from salescoach.drill.recognise import CLEAR, decide
from salescoach.text import slots

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WEIGHTS = ROOT / "salescoach" / "drill" / "weights"
BANK = {
    "S": "S", "P": "P", "I": "I", "N": "N", "worry": "P", "care": "P", "harm": "I", "check": "S", "limit": "S",
    "commitment": "commitment",
}  # fmt: skip
"""Types of the playbook's questions to what they sound like; other types are not asked of a customer."""
NEGLIGIBLE = 0.005
"""A share of error below it changes nothing."""
SLOTS = {"en": {"number": "200", "": "it"}, "zh": {"number": "200", "": "它"}}
"""What stands in a question of the playbook for a slot."""
CHECKS = 0.1
"""How much a question of type `check` counts: there are hundreds, on narrow topics."""
RARE = {"commitment": 2.0, "other": 2.0, "small_talk": 2.0, "summary": 1.5}
"""How much a line of the files counts: there are four times as many questions as such lines."""
ROUNDS, RATE, SHRINK, SEED = 14, 0.06, 0.25, 7
"""Passes over all lines; step of the first pass; what a step shrinks all weights by, once a pass; the order."""
SAFE = 0.97
"""Of the lines that are clear, how many must be right."""
LARGEST = 295_000
"""Bytes of a file of weights."""


class Line(NamedTuple):
    """A labelled line; `weight` is how much it counts."""

    label: str
    text: str
    weight: float = 1.0


def main() -> None:
    """Train and write, or judge each file by the others."""
    for language in ("en", "zh"):
        files = sorted((HERE / "lines").glob(f"{language}-*.tsv"))
        if "--cross" in sys.argv:
            for held in files:
                model = train(
                    [line for f in files if f != held for line in read(f)] + bank(language), language
                )
                print(held.name, judge(model, read(held), language))
        else:
            model = train([line for f in files for line in read(f)] + bank(language), language)
            write(model, WEIGHTS / f"{language}.json")


def read(path: Path) -> list[Line]:
    """The lines of a file: label, tab, what was typed."""
    rows = (row.split("\t") for row in path.read_text(encoding="utf-8").splitlines())
    return [Line(label, text, RARE.get(label, 1.0)) for label, text in rows]


def bank(language: str) -> list[Line]:
    """The playbook's own questions."""
    found = []
    for path in sorted((ROOT / "playbooks" / "value-competition" / "questions").glob("*.yaml")):
        for question in yaml.safe_load(path.read_text(encoding="utf-8")):
            if question["type"] in BANK:
                text = question["text"][language]
                for slot in slots(text):
                    text = text.replace(f"{{{slot}}}", SLOTS[language].get(slot, SLOTS[language][""]))
                found.append(
                    Line(BANK[question["type"]], text, CHECKS if question["type"] == "check" else 1.0)
                )
    return found


def train(lines: Sequence[Line], language: str) -> Weights:
    """Fit a softmax regression."""
    rows = [(LABELS.index(line.label), line.weight, seen(fold(line.text).text, language)) for line in lines]
    often = Counter(name for _, _, row in rows for name in row)
    names = sorted(name for name, times in often.items() if times > 1)
    at = {name: i for i, name in enumerate(names)}
    examples = [(y, w, [(at[n], v) for n, v in row.items() if n in at]) for y, w, row in rows]
    weights = [[0.0] * len(LABELS) for _ in names]
    order = random.Random(SEED)
    for turn in range(ROUNDS):
        rate = RATE / (1 + turn / 3)
        order.shuffle(examples)
        for label, weight, row in examples:
            _step(weights, label, rate * weight, row)
        for own in weights:
            own[:] = [w * (1 - rate * SHRINK) for w in own]
    return {name: "".join(map(_character, weights[i])) for name, i in at.items()}


def _character(weight: float) -> str:
    """A weight as it is kept."""
    return min(WORTH, key=lambda character: abs(WORTH[character] - weight))


def _step(weights: list[list[float]], label: int, rate: float, row: list[tuple[int, float]]) -> None:
    """One step towards the label of one line."""
    scores = [0.0] * len(LABELS)
    for i, value in row:
        for k, w in enumerate(weights[i]):
            scores[k] += w * value
    wrong = [share - (k == label) for k, share in enumerate(shares(scores))]
    steps = [(k, rate * g) for k, g in enumerate(wrong) if abs(g) > NEGLIGIBLE]
    for i, value in row:
        own = weights[i]
        for k, step in steps:
            own[k] -= step * value


def write(weights: Weights, path: Path) -> None:
    """Write as many of the strongest as the size allows, one feature a line."""
    strongest = sorted(weights, key=lambda name: (-max(abs(WORTH[c]) for c in weights[name]), name))
    lines, size = [], 0
    for name in strongest:
        line = f"{json.dumps(name, ensure_ascii=False)}:{json.dumps(weights[name])}"
        size += len(line.encode()) + 2
        if size > LARGEST or set(weights[name]) == {chr(ZERO)}:
            break
        lines.append(line)
    path.write_text("{\n" + ",\n".join(sorted(lines)) + "\n}\n", encoding="utf-8", newline="\n")


def judge(weights: Weights, lines: Sequence[Line], language: str) -> str:
    """Accuracy on lines that were not learned from, how many are clear, and from which likelihood 0.97 are right."""
    told = []
    for line in lines:
        found = decide(fold(line.text), language, weights)
        types = found.types if found is not None else {"other": 0.0}
        best = max(types, key=lambda name: types[name])
        told.append((types[best], best == line.label, line.label in LABELS[:4]))
    four = [right for _, right, is_question in told if is_question]
    clear = [right for sure, right, _ in told if sure >= CLEAR]
    told.sort(reverse=True)
    cuts = [
        told[n][0] for n in range(len(told)) if sum(right for _, right, _ in told[: n + 1]) >= SAFE * (n + 1)
    ]
    return (
        f"{sum(four) / len(four):.3f} of four types, {sum(r for _, r, _ in told) / len(told):.3f} of all; "
        f"clear {len(clear) / len(told):.2f}, right there {sum(clear) / len(clear):.3f}; "
        f"{SAFE} from {cuts[-1] if cuts else 1:.2f} on"
    )


if __name__ == "__main__":
    main()
