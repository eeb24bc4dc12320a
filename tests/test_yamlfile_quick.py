"""The quick reader reads as the parser does, or not at all."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from salescoach.yamlfile.places import Places
from salescoach.yamlfile.quick import quick
from salescoach.yamlfile.read import read

DEALS = sorted([*ROOT.glob("salescoach/demo/**/deal.yaml"), *ROOT.glob("tests/gates/*/deal.yaml")])
PIECES = (
    ":", " ", "-", "- ", "#", " #", " # ", "\n", "\n  ", "'", '"', "[", "]", "{", "}", ",", "|", ">-", ">", "&a ", "*a",
    "!", "\t", "\r\n", "? ", "%", "@", "null", "true", "~", "1e5", "0x1F", "012", "-5", "+1", ".5", "1e999", "9" * 40,
    "---\n", "...\n", "a: b", "：", "，", "\u3000", "\u00a0", "\ufeff", "\x85", "\\", "''", "key:", "<<: x", "\n\n",
    "  ",
)  # fmt: skip
"""What a hand may put into a deal, or take for YAML."""


def same(text: str) -> bool:
    """Whether the quick reader took a text; it must then have read what the parser reads, without a fault."""
    found = quick(text)
    if found is None:
        return False
    whole = read(text.encode(), "deal.yaml")
    assert repr(whole.data) == repr(found), text
    assert whole.findings == [], text
    places = Places(text)
    for path in paths(found):
        for key in (False, True):
            assert places.place(path, key) == whole.place(path, key), (path, key, text)
    return True


def paths(value: Any, start: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every path in a value, and beside each some that lead nowhere."""
    yield start
    yield from ((*start, wrong) for wrong in ("nowhere", 99))
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in inner:
        yield from paths(one, (*start, name))


@pytest.mark.parametrize("path", DEALS, ids=lambda p: p.parent.name)
def test_a_deal_as_people_write_it_is_taken(path: Path) -> None:
    assert same(path.read_text("utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nb: 0.5\n", "a: yes\nb: no\nc: 2026-11-22\n", "a:\nb: x\n", "a:\n- x\n- y: 1\n  z: 2\n",
        "a:\n  b:\n    c: d\ne: f\n", "a: [x, 'y, z', \"# q\", 3]\n", "a: {b: c, d: 'it''s'}\n", "a: []\nb: {}\n",
        "a: |\n  one\n  two\nb: >-\n  one\n  two\n", "a: C#\nb: x  # note\n", "a: 14:00\nb: http://x\n", "甲: 乙\n",
        "a: x\n\n# note\n\nb: y\n", "a: null\nb: ~\nc: true\n", "a: 'x' # note\n",
    ],
)  # fmt: skip
def test_the_usual_forms(text: str) -> None:
    assert same(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: x\n  y\n", "a: x\n b: y\n", "a: b: c\n", "a: x\na: y\n", "a: 'x'   y\n", "a: [x\n  , y]\n", "a: &b x\n",
        "a: !x y\n", "a:\n   b: 1\n  c: 2\n", "a: |\n  x\n\n  y\n", "a: >-\n  x\n   y\n", "a: x #y\n", "null: x\n",
        "1: x\n", "a: 1e999\n", "a:\tx\n", "a: x\r\n", "a: \"\\x41\"\n", "---\na: x\n",
        "a: [x, [y]]\n", "a: {b: 1, b: 2}\n", "- id\n", "", "# note\n",
        "".join("  " * n + "a:\n" for n in range(20)), "<<<<<<< HEAD\na: x\n=======\n", "a: |\n  x", "a: [x,]\n",
        "a: {b}\n",
        "a: x\n- y\n",
    ],
)  # fmt: skip
def test_what_needs_the_parser_is_left_to_it(text: str) -> None:
    assert quick(text) is None


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.long)])
def test_damaged_deals_are_read_alike_or_not_at_all(seed: int) -> None:
    chance = random.Random(seed)
    texts = [path.read_text("utf-8") for path in DEALS]
    taken = 0
    for _ in range(800 if seed == 1 else 20_000):
        text = chance.choice(texts)
        lines = text.split("\n")
        start = chance.choice([at for at, line in enumerate(lines) if line[:1].isalpha()])
        text = "\n".join(lines[start : start + chance.randrange(4, 40)])
        for _ in range(chance.randrange(1, 3)):
            at = chance.randrange(len(text) + 1)
            cut = chance.choice((0, 0, 0, 1, 3))
            text = text[:at] + chance.choice(PIECES) + text[at + cut :]
        taken += same(text)
    assert taken > 100, "else nothing was compared"
