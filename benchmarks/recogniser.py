"""How well lines are recognised: on lines that were held back, and how fast.

Run: python benchmarks/recogniser.py

Accuracy on `benchmarks/recogniser/held/`, lines of other writers, which nothing was learned from or tuned on; time per
line, for the longest line, and for loading in a fresh process. Exits with 1 when a goal below is broken.
"""

import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import median
from typing import NamedTuple

from measuring import ROOT, compare, seconds, told, verdict

from salescoach.drill.heard import LABELS, QUESTIONS, Heard
from salescoach.drill.recognise import recognise

HELD = Path(__file__).resolve().parent / "recogniser" / "held"
WEIGHTS = ROOT / "salescoach" / "drill" / "weights"
FOUR = {"en": 0.90, "zh": 0.93}
"""Share of the questions of the four types that must be right."""
CLEAR, STAYS_CLEAR = 0.97, 0.70
"""Share of the clear lines that must be right, and of all lines that must be clear."""
CAUGHT, FALSE_ALARMS = 0.85, 0.02
"""Share of the talk about us that must be heard as such, and of all other lines that may."""
MEDIAN, WORST = 2.0, 50.0
"""Milliseconds: a line, the longest line (100 kB)."""
LOAD = 3.6
"""Loading may take so many times as long as `python -c pass`: 50 ms where that takes 14."""
SIZE = 300.0
"""Kilobytes of weights."""
WEIRD = ("word " * 20_000, "?" * 100_000, "如果" * 17_000, "how many " * 11_000, "a" * 100_000, "😀" * 25_000)
LOADING = """
import time
from salescoach.drill.recognise import recognise
begun = time.perf_counter()
recognise({!r})
print(1000 * (time.perf_counter() - begun))
"""


class Judged(NamedTuple):
    """A held-back line, its label, and what it was heard as."""

    label: str
    heard: Heard


def main() -> None:
    """Measure both languages; exit 1 when a goal is broken."""
    kept = []
    for language in ("en", "zh"):
        files = sorted(HELD.glob(f"{language}*.tsv"))
        rows = [row.split("\t") for path in files for row in path.read_text(encoding="utf-8").splitlines()]
        judged = [Judged(label, recognise(text)) for label, text in rows]
        print(f"\n{language}: {len(judged)} lines\n")
        confusion(judged)
        kept += accuracy(judged, language)
        kept += times([text for _, text in rows], language)
    verdict(kept)


def confusion(judged: list[Judged]) -> None:
    """Rows: what the lines are; columns: what they were heard as."""
    pairs = Counter((one.label, one.heard.type) for one in judged)
    print(f"{'':<12}" + "".join(f"{label[:8]:>10}" for label in LABELS) + "    recall precision")
    for label in LABELS:
        row, column = (sum(pairs[key] for key in pairs if key[side] == label) for side in (0, 1))
        counts = "".join(f"{pairs[label, other]:>10}" for other in LABELS)
        recall, precision = (pairs[label, label] / max(count, 1) for count in (row, column))
        print(f"{label:<12}{counts}{recall:>10.2f}{precision:>10.2f}")


def accuracy(judged: list[Judged], language: str) -> list[bool]:
    """What the goals say about being right."""
    four = [one.label == one.heard.type for one in judged if one.label in QUESTIONS]
    clear = [one.label == one.heard.type for one in judged if one.heard.clear]
    pitch = [one.heard.type == "feature" for one in judged if one.label == "feature"]
    rest = [one.heard.type == "feature" for one in judged if one.label != "feature"]
    print()
    return [
        told("of the four types right", "", share(four), FOUR[language], None, more=True),
        told("of the clear lines right", "", share(clear), CLEAR, None, more=True),
        told("of all lines clear", "", len(clear) / len(judged), STAYS_CLEAR, None, more=True),
        told("of the talk about us caught", "", share(pitch), CAUGHT, None, more=True),
        told("of the rest taken for talk about us", "", share(rest), FALSE_ALARMS, None, more=False),
    ]


def times(lines: list[str], language: str) -> list[bool]:
    """What the goals say about time and size; both languages are loaded before a line is timed."""
    code = LOADING.format(lines[0])

    def load() -> float:
        command = [sys.executable, "-c", code]
        return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) / 1000

    took("how"), took("怎么")
    size = (WEIGHTS / f"{language}.json").stat().st_size / 1000
    return [
        told("a line, median", "ms", median(map(took, lines)), MEDIAN, None, more=False),
        told("the slowest of these lines", "ms", max(map(took, lines)), WORST, None, more=False),
        told("a line of 100 kB, the slowest", "ms", max(map(took, WEIRD)), WORST, None, more=False),
        compare("loading and the first line", load, lambda: seconds([sys.executable, "-c", "pass"]), LOAD, 7),
        told("weights", "kB", size, SIZE, None, more=False),
    ]


def took(line: str) -> float:
    """Milliseconds to recognise a line."""
    begun = time.perf_counter()
    recognise(line)
    return 1000 * (time.perf_counter() - begun)


def share(which: list[bool]) -> float:
    """How many of them hold, as a share of one."""
    return sum(which) / max(len(which), 1)


if __name__ == "__main__":
    main()
