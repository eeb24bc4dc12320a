"""Evidence: when a record counts, and why not when it does not (FORMAT.md §3, METHOD.md §0.3)."""

from datetime import date
from typing import Any

import pytest

from salescoach.deal.evidence import COUNTING, GRADES, QUOTE, Proof, Want, at_least, read_records, weigh
from salescoach.fields import MISSING

ON = date(2026, 11, 21)
ANY = Want(QUOTE)
LIFETIMES = {"customer_written": 180, "customer_action": 180, "customer_quote": 90}
PEOPLE = ("shen", "gao")


def weighed(*records: dict[str, Any], want: Want = ANY, on: date = ON, quote_alone: bool = True) -> Proof:
    """Records of Shen of yesterday unless they say otherwise, weighed."""
    frame = {"for": "a/b", "grade": QUOTE, "person": "shen", "date": "2026-11-20", "words": "so"}
    return weigh(read_records([{**frame, **r} for r in records]), want, PEOPLE, on, LIFETIMES, quote_alone)


@pytest.mark.parametrize("asked", COUNTING)
@pytest.mark.parametrize("grade", GRADES)
def test_a_grade_counts_where_it_is_as_good_as_asked_and_ours_never(grade: str, asked: str) -> None:
    counts = grade in COUNTING and GRADES.index(grade) <= GRADES.index(asked)
    assert at_least(grade, asked) is counts
    found = weighed({"grade": grade}, want=Want(asked))
    assert (bool(found.records), found.reason) == (counts, "" if counts else "too_weak")


def test_grades_run_from_a_to_f_and_the_last_two_never_count() -> None:
    assert GRADES == (
        "customer_document", "customer_written", "customer_action", "customer_quote",
        "seller_action", "seller_opinion",
    )  # fmt: skip
    assert "seller_action" not in COUNTING and "seller_opinion" not in COUNTING


@pytest.mark.parametrize("grade", ["", "quote", "Customer_Quote", "A", "seller_opinion"])
def test_a_grade_that_is_none_counts_nothing(grade: str) -> None:
    assert weighed({"grade": grade}) == Proof((), "too_weak")


@pytest.mark.parametrize(
    ("record", "want", "reason"),
    [
        ({}, Want(QUOTE), ""),
        ({"person": "nobody"}, Want(QUOTE), "stranger"),
        ({"person": ""}, Want(QUOTE), "stranger"),
        ({"person": "shen"}, Want(QUOTE, people=["gao"]), "stranger"),
        ({"person": "gao"}, Want(QUOTE, people=["gao"]), ""),
        ({"person": "gao"}, Want(QUOTE, people=[]), "stranger"),
        ({"date": "2026-11-21"}, Want(QUOTE), ""),
        ({"date": "2026-11-22"}, Want(QUOTE), "too_late"),
        ({"date": None}, Want(QUOTE), "too_late"),
        ({"date": "last week"}, Want(QUOTE), "too_late"),
        ({"date": "2026-08-23"}, Want(QUOTE), ""),
        ({"date": "2026-08-22"}, Want(QUOTE), "expired"),
        ({"date": "2026-05-25", "grade": "customer_written"}, Want(QUOTE), ""),
        ({"date": "2026-05-24", "grade": "customer_written"}, Want(QUOTE), "expired"),
        ({"date": "2026-05-24", "grade": "customer_action"}, Want(QUOTE), "expired"),
        ({"date": "2016-05-24", "grade": "customer_document"}, Want(QUOTE), ""),
        ({"value": 5}, Want(QUOTE, 5), ""),
        ({"value": 5.0}, Want(QUOTE, 5), ""),
        ({"value": 6}, Want(QUOTE, 5), "other_value"),
        ({"value": "5"}, Want(QUOTE, 5), "other_value"),
        ({"value": 1}, Want(QUOTE, True), "other_value"),
        ({"value": True}, Want(QUOTE, True), ""),
        ({}, Want(QUOTE, 5), "other_value"),
        ({"value": ["a", "b"]}, Want(QUOTE, "b"), ""),
        ({"value": ["a", "b"]}, Want(QUOTE, "c"), "other_value"),
        ({"value": 5}, Want(QUOTE), ""),
        ({"words": ""}, Want(QUOTE), ""),
        ({"words": ""}, Want(QUOTE, words=True), "unproven"),
        ({"words": "we need it"}, Want(QUOTE, words=True), ""),
    ],
)
def test_one_record(record: dict[str, Any], want: Want, reason: str) -> None:
    found = weighed(record, want=want)
    assert (found.reason, len(found.records)) == (reason, 0 if reason else 1)


def test_nothing_on_record() -> None:
    assert weighed() == Proof((), "unproven")


def test_only_what_counts_is_shown_as_proof() -> None:
    found = weighed({"grade": "seller_action", "words": "we sent it"}, {"words": "yes"}, {"person": "nobody"})
    assert [r.words for r in found.records] == ["yes"]


@pytest.mark.parametrize(
    ("records", "reason"),
    [
        ([{"value": 1}, {"value": 2, "date": "2026-08-22"}], "expired"),
        ([{"value": 2, "date": "2026-08-22"}, {"value": 1}], "expired"),
        ([{"value": 2, "person": "nobody"}, {"value": 2, "date": "2026-08-22"}, {"value": 1}], "expired"),
        ([{"value": 1}, {"value": 3}], "other_value"),
    ],
)
def test_the_reason_is_that_of_the_last_record_about_the_value(
    records: list[dict[str, Any]], reason: str
) -> None:
    """A person moves up level by level: that the last act has grown old counts, not that the first was another."""
    assert weighed(*records, want=Want(QUOTE, 2)).reason == reason


@pytest.mark.parametrize(
    ("records", "reason"),
    [
        ([{}], "quote_alone"),
        ([{}, {}], "quote_alone"),
        ([{}, {"words": "and once more"}], "quote_alone"),
        ([{}, {"person": "gao"}], ""),
        ([{}, {"person": "gao", "date": "2026-01-01"}], "quote_alone"),
        ([{}, {"person": "nobody"}], "quote_alone"),
        ([{}, {"grade": "customer_action"}], ""),
        ([{"grade": "customer_document"}], ""),
        ([{}, {"grade": "seller_action", "person": "gao"}], "quote_alone"),
    ],
)
def test_where_a_quote_alone_is_not_enough(records: list[dict[str, Any]], reason: str) -> None:
    """Two quotes need two people; one better record will do."""
    assert weighed(*records, quote_alone=False).reason == reason


def test_a_record_is_read_as_it_stands() -> None:
    words = "  We’re always “a quarter” late … 总是晚一个季度\n"
    record = read_records([{"for": ["a/b", 3, "c/d"], "grade": QUOTE, "person": "shen", "words": words}])[0]
    assert (record.addresses, record.words, record.value, record.day) == (
        ("a/b", "c/d"),
        words,
        MISSING,
        None,
    )


@pytest.mark.parametrize("entries", [None, "text", {"for": "a/b"}, [None, "text", 3, []]])
def test_what_is_no_record_is_left_to_the_checker(entries: Any) -> None:
    assert read_records(entries) == []


def test_places_in_the_list_are_kept_past_what_is_no_record() -> None:
    assert [r.at for r in read_records(["text", {"for": "a/b"}])] == [1]
