"""What people type, and what is understood: exactly, or not at all."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salescoach.dialogue import (
    KINDS,
    Ask,
    Choice,
    Problem,
    Reply,
    parse_date,
    parse_money,
    parse_number,
    parse_percent,
    parse_reply,
    parse_time,
)
from salescoach.messages import speaker

TODAY = date(2026, 11, 21)  # a Saturday
CHOICES = (Choice("high", "High"), Choice("low", "Low"), Choice(3, "三,以上"))


def ask(kind: str, **named: Any) -> Ask:
    return Ask("a/key", kind, "What?", **named)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1200", 1200),
        ("1,200", 1200),
        ("1，200", 1200),
        ("１２００", 1200),
        ("0", 0),
        ("-5", -5),
        ("−5", -5),
        ("100万", 1_000_000),
        ("100 万", 1_000_000),
        ("100万元", 1_000_000),
        ("1.2亿", 120_000_000),
        ("￥1.2亿", 120_000_000),
        ("¥300", 300),
        ("$1.2m", 1_200_000),
        ("$ 1,200.50", 1200.5),
        ("300k", 300_000),
        ("300K", 300_000),
        ("50w", 500_000),
        ("3千万", 30_000_000),
        ("1.1m", 1_100_000),
        ("0.1", 0.1),
        (".5", 0.5),
        ("1.2 million", 1_200_000),
        ("1000000000000000", 10**15),
        ("¥-5", -5),
        ("-¥5", -5),
    ],
)
def test_amounts(text: str, amount: float) -> None:
    assert parse_money(text) == amount
    assert type(parse_money(text)) is (int if amount == int(amount) else float)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "1,20",
        "12,34,567",
        "0,500",
        "1.200,50",
        "1.2.3",
        "5.",
        "1 200",
        "0086",
        "1万5",
        "1e6",
        "10²",
        "①",
        "½",
        "一百万",
        "万",
        "k",
        "¥",
        "100x",
        "about 5",
        "5-6",
        "--5",
        "1000000000000001",
        "9" * 5000,
        "0x10",
        "1_000",
        "nan",
        "inf",
        "٣",
        "USD 5",
        "100万美元",
    ],
)
def test_doubtful_amounts_are_not_guessed(text: str) -> None:
    assert parse_money(text) is None


@given(st.text())
@settings(derandomize=True)
def test_any_text_is_answered_without_a_fault(text: str) -> None:
    for kind in KINDS:
        found = parse_reply(ask(kind, choices=CHOICES), text, TODAY)
        assert isinstance(found, Reply | Problem)


@given(st.integers(-(10**15), 10**15))
@settings(derandomize=True)
def test_whole_amounts_are_read_as_they_are_written(number: int) -> None:
    assert parse_money(f"{number}") == parse_money(f"{number:,}") == parse_number(f"{number}") == number


def test_percentages() -> None:
    assert [parse_percent(t) for t in ("30%", "30", "百分之30", "30％", "0.3%", "0", "100")] == [
        30,
        30,
        30,
        30,
        0.3,
        0,
        100,
    ]
    assert [parse_percent(t) for t in ("0.3", "101%", "-1%", "三成", "%", "30k")] == [None] * 6


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-02", "2026-12-02"),
        ("2026-3-1", "2026-03-01"),
        ("2026/12/2", "2026-12-02"),
        ("2026.12.02", "2026-12-02"),
        ("２０２６－１２－０２", "2026-12-02"),
        ("2026年12月2日", "2026-12-02"),
        ("12月2号", "2026-12-02"),
        ("12-02", "2026-12-02"),
        ("2 Dec", "2026-12-02"),
        ("Dec 2", "2026-12-02"),
        ("2nd December, 2026", "2026-12-02"),
        ("5 sept", "2026-09-05"),
        ("today", "2026-11-21"),
        ("Tomorrow", "2026-11-22"),
        ("今天", "2026-11-21"),
        ("明天", "2026-11-22"),
        ("后天", "2026-11-23"),
        ("昨天", "2026-11-20"),
        ("+7", "2026-11-28"),
        ("-3", "2026-11-18"),
        ("+2w", "2026-12-05"),
        ("fri", "2026-11-27"),
        ("Friday", "2026-11-27"),
        ("sat", "2026-11-28"),
        ("sun", "2026-11-22"),
        ("周五", "2026-11-27"),
        ("星期六", "2026-11-28"),
        ("周日", "2026-11-22"),
        ("礼拜天", "2026-11-22"),
        ("下周一", "2026-11-23"),
        ("下下周三", "2026-12-02"),
        ("本周一", "2026-11-16"),
        ("上周五", "2026-11-13"),
        ("1 feb", "2027-02-01"),
        ("2024-02-29", "2024-02-29"),
        ("9999-12-31", "9999-12-31"),
    ],
)
def test_dates(text: str, day: str) -> None:
    assert parse_date(text, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-02-30",
        "2026-13-01",
        "02-29",
        "31-12",
        "12/02",
        "02.12.",
        "2026/12-02",
        "2年2月",
        "0000-01-01",
        "1026-01-01",
        "next friday",
        "fr",
        "s",
        "32 dec",
        "dec",
        "soon",
        "+99999",
        "2026-12-02T10:00",
        "周八",
        "20261202",
    ],
)
def test_what_is_no_date_or_two(text: str) -> None:
    assert parse_date(text, TODAY) is None


def test_dates_at_the_edges_of_the_calendar() -> None:
    assert parse_date("+7", date(9999, 12, 30)) is None
    assert parse_date("12-28", date(2027, 1, 3)) == date(2026, 12, 28)
    assert parse_date("02-29", date(2028, 1, 3)) == date(2028, 2, 29)
    assert parse_date("12-31", date(9999, 12, 30)) == date(9999, 12, 31)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("14:00", "14:00"),
        ("14：00", "14:00"),
        ("9:05", "09:05"),
        ("14点", "14:00"),
        ("14点整", "14:00"),
        ("14时30分", "14:30"),
        ("14点30", "14:30"),
        ("2点半", "02:30"),
        ("下午2点半", "14:30"),
        ("下午2点一刻", "14:15"),
        ("下午2:30", "14:30"),
        ("下午14点", "14:00"),
        ("晚上8点", "20:00"),
        ("凌晨12点", "00:00"),
        ("中午12点", "12:00"),
        ("中午1点", "13:00"),
        ("上午9点", "09:00"),
        ("2pm", "14:00"),
        ("2:30 PM", "14:30"),
        ("2 p.m.", "14:00"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
    ],
)
def test_times(text: str, time: str) -> None:
    assert parse_time(text) == time


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2",
        "1400",
        "14:",
        "14:5",
        "24:00",
        "25点",
        "14:60",
        "14点60",
        "13pm",
        "下午2",
        "晚上12点",
        "上午13点",
        "noon",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert parse_time(text) is None


def test_every_kind_gives_plain_data() -> None:
    typed = {
        "text": (" Shen\nYu ", "Shen Yu"),
        "long": ("a\r\nb", "a\nb"),
        "line": ("weiß nicht", "weiß nicht"),
        "choice": ("HIGH", "high"),
        "choices": ("low，High、low", ["low", "high"]),
        "confirm": ("是", True),
        "date": ("fri", "2026-11-27"),
        "time": ("下午2点", "14:00"),
        "number": ("1,200", 1200),
        "money": ("100万", 1_000_000),
        "percent": ("30%", 30),
    }
    assert set(typed) == set(KINDS)
    for kind, (text, value) in typed.items():
        assert parse_reply(ask(kind, choices=CHOICES), text, TODAY) == Reply("value", value)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "line"])
@pytest.mark.parametrize("word", ["unknown", "Unknown ", "未知", "不知道", "不清楚", "don’t know"])
def test_unknown_in_words(kind: str, word: str) -> None:
    assert parse_reply(ask(kind, choices=CHOICES), word, TODAY) == Reply("unknown")
    refused = parse_reply(ask(kind, choices=CHOICES, unknown=False), word, TODAY)
    assert isinstance(refused, Problem)
    assert refused.key == "must-be-known"


def test_a_line_is_what_was_typed() -> None:
    """What a rep says to a buyer may be any word, "unknown", too."""
    for words in ("unknown", "不清楚", "I do not know"):
        assert parse_reply(ask("line", unknown=False), words, TODAY) == Reply("value", words)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_line_takes_the_default_or_skips(kind: str) -> None:
    assert parse_reply(ask(kind, default="d"), "  ", TODAY) == Reply("value", "d")
    assert parse_reply(ask(kind, default=0), "", TODAY) == Reply("value", 0)
    assert parse_reply(ask(kind), "", TODAY) == Reply("skip")
    assert parse_reply(ask(kind, skip=False), "", TODAY) == Problem("answer-needed", {})


def test_choices_are_found_by_value_or_label_and_free_text_only_where_it_may_be() -> None:
    assert parse_reply(ask("choice", choices=CHOICES), "三，以上", TODAY) == Reply("value", 3)
    assert parse_reply(ask("choices", choices=CHOICES), "三,以上", TODAY) == Reply("value", [3])
    assert parse_reply(ask("choice", choices=CHOICES), "3", TODAY) == Reply("value", 3)
    assert parse_reply(ask("choice", choices=CHOICES, free=True), "hi", TODAY) == Reply("value", "hi")
    for kind in ("choice", "choices"):
        assert isinstance(parse_reply(ask(kind, choices=CHOICES), "hi", TODAY), Problem)


@pytest.mark.parametrize(
    ("word", "meant"), [("y", True), ("YES", True), ("对", True), ("n", False), ("否", False)]
)
def test_yes_and_no(word: str, meant: bool) -> None:
    assert parse_reply(ask("confirm"), word, TODAY) == Reply("value", meant)


def test_a_long_paste_is_taken_and_a_huge_one_refused() -> None:
    assert parse_reply(ask("long"), "海" * 20_000, TODAY) == Reply("value", "海" * 20_000)
    assert isinstance(parse_reply(ask("text"), "x" * 50_001, TODAY), Problem)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_problem_can_be_said(language: str) -> None:
    say = speaker(language)
    for kind, text in [
        ("date", "x{y}"),
        ("time", "x"),
        ("number", "x"),
        ("money", "x"),
        ("percent", "x"),
        ("confirm", "x"),
        ("choice", "x"),
        ("choices", "x"),
        ("text", "x" * 50_001),
    ]:
        problem = parse_reply(ask(kind, choices=CHOICES), text, TODAY)
        assert isinstance(problem, Problem)
        said = say(f"prompts.{problem.key}", **problem.facts)
        assert kind == "text" or text in said
