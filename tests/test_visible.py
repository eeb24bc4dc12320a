"""Strangers' text on a terminal: nothing acts, nothing hides, nothing is cut in half."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salescoach.visible import CLOSERS, clean, cut, visible, width, wrap

FAMILY, FLAG, THUMB, HEART = "👨\u200d👩\u200d👧", "🇨🇳", "👍🏽", "❤\ufe0f"
EMOJI = [FAMILY, FLAG, THUMB, HEART, "👩🏽\u200d🚀"]
TEXTS = st.lists(st.sampled_from([*"ab ，。“”（）客户", *EMOJI, "e\u0301"]), max_size=40).map("".join)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b]52;c;x\x07", r"\x1b[31mred\x1b]52;c;x\x07"),
        ("a\x00b\x7fc\x9bd\x85", r"a\x00b\x7fc\x9bd\x85"),
        ("gnp\u202eexe", r"gnp\u202eexe"),
        ("\u2066a\u2069\u200e\u200f\u061c", r"\u2066a\u2069\u200e\u200f\u061c"),
        ("a\u200bb\u00adc\ufeff\u2060", r"a\u200bb\xadc\ufeff\u2060"),
        ("客\u200d户", r"客\u200d户"),
        ("a\u2028b\u2029", r"a\u2028b\u2029"),
        ("\u3164\u115f", r"\u3164\u115f"),
        ("x\U000e0041", r"x\U000e0041"),
        ("bad\udcff", r"bad\udcff"),
        ("no\ufffe\uffffne", r"no\ufffe\uffffne"),
        (HEART + "\ufe0f", HEART + r"\ufe0f"),
        ("a\nb\r\nc\rd\te", "a b c d e"),
        ("[red]x[/red] :smile: 客户“x”", "[red]x[/red] :smile: 客户“x”"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert visible(shown) == shown


def test_line_ends_and_tabs_stay_where_lines_are_wanted() -> None:
    assert visible("a\n\tb\r\nc\x1b", one_line=False) == "a\n\tb\nc\\x1b"


@pytest.mark.parametrize(
    "text", ["::error file=a::b", "  ::stop-commands::x", "##[debug]x", "a ##vso[task]x"]
)
def test_no_command_for_a_ci_runner(text: str) -> None:
    for line in (visible(text), *visible(f"a\n{text}", one_line=False).split("\n")):
        assert not line.lstrip().startswith("::")
        assert "##[" not in line
        assert "##vso[" not in line


def test_headings_and_colons_stay() -> None:
    for text in ("## Plan", "a::b", "what: so", "### x [1]"):
        assert visible(text) == text


@pytest.mark.parametrize("emoji", EMOJI)
def test_emoji_stay_whole_and_take_two_cells(emoji: str) -> None:
    assert visible(emoji) == emoji
    assert clean(emoji) == (emoji, False)
    assert width(emoji) == 2


@given(st.text())
@settings(derandomize=True)
def test_nothing_shown_can_act(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
    shown.encode()


@pytest.mark.parametrize(
    ("typed", "kept", "changed"),
    [
        ("  Acme  ", "Acme", False),
        ("e\u0301", "é", False),
        ("a\r\nb\n\n  c", "a b c", True),
        ("a\tb", "a b", True),
        ("a\x00\x1b[31mb\u202e\u200b", "a[31mb", True),
        ("\udce5\udcae\udca2", "客", True),
        ("\ud83d\ude00", "😀", True),
        ("x\ud83d", "x\ufffd", True),
        ("", "", False),
    ],
)
def test_what_is_kept_of_what_was_typed(typed: str, kept: str, changed: bool) -> None:
    assert clean(typed) == (kept, changed)
    assert clean(kept) == (kept, False)


def test_paragraphs_stay_where_lines_are_wanted() -> None:
    assert clean("a\r\n\r\nb\tc\n", one_line=False) == ("a\n\nb\tc", True)
    assert clean("a\n\nb\tc", one_line=False) == ("a\n\nb\tc", False)


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("客户说", 6, "客户说"),
        ("客户说", 5, "客户…"),
        ("客户说", 4, "客…"),
        (FAMILY * 2, 3, FAMILY + "…"),
        (FLAG + "x" * 3, 3, FLAG + "…"),
        ("e\u0301" * 3, 2, "e\u0301…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
        ("", 0, ""),
    ],
)
def test_cut(text: str, cells: int, shown: str) -> None:
    assert cut(text, cells) == shown


@given(TEXTS, st.integers(0, 30))
@settings(derandomize=True)
def test_what_is_cut_fits_and_is_a_beginning(text: str, cells: int) -> None:
    shown = cut(text, cells)
    assert width(shown) <= cells
    assert shown == text or text.startswith(shown.removesuffix("…"))


def test_chinese_breaks_anywhere_but_before_closing_punctuation() -> None:
    text = "客户说“我们总是慢一个季度。”然后又说：价格不是问题，时间才是问题！"
    for cells in range(8, 40):
        lines = wrap(text, cells)
        assert "".join(lines) == text
        assert all(width(line) <= cells for line in lines)
        assert all(line[0] not in CLOSERS for line in lines)
        assert not any(line.endswith("“") for line in lines)


def test_english_breaks_at_spaces_and_long_words_are_split() -> None:
    assert wrap("The quick brown fox, don’t stop", 10) == ["The quick", "brown fox,", "don’t stop"]
    assert wrap("a " + "x" * 12 + " b", 5) == ["a", "xxxxx", "xxxxx", "xx b"]
    assert wrap("a " + "x" * 12 + " b", 5, split=False) == ["a", "x" * 12, "b"]
    assert wrap("one\n\ntwo", 10) == ["one", "", "two"]
    assert wrap("", 10) == [""]


@given(TEXTS, st.integers(2, 30))
@settings(derandomize=True)
def test_wrapped_lines_fit_and_lose_nothing(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(width(line) <= cells for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
