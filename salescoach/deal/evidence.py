"""Evidence: what the customer did, wrote or said, and when it counts (FORMAT.md §3, METHOD.md §0.3)."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from salescoach.fields import MISSING
from salescoach.text import parse_day

GRADES = (
    "customer_document",
    "customer_written",
    "customer_action",
    "customer_quote",
    "seller_action",
    "seller_opinion",
)
"""A to F, best first. The last two are ours and never count."""
COUNTING = GRADES[:4]
OURS = GRADES[4:]
QUOTE = "customer_quote"
_ENOUGH = {asked: GRADES[: at + 1] if asked in COUNTING else COUNTING for at, asked in enumerate(GRADES)}
"""The grades that will do where one is asked for."""


class Record(NamedTuple):
    """One record of a deal's `evidence` list; `at` is its index there, `value` may be MISSING."""

    addresses: tuple[str, ...]
    value: Any
    grade: str
    person: str
    day: date | None
    words: str
    source: str
    at: int


class Want(NamedTuple):
    """What is asked of evidence: `grade` or better, for `value` (MISSING: for the field as such).

    `people`: whose it may be, None for anyone of theirs. `words`: the very words must be on record.
    """

    grade: str
    value: Any = MISSING
    people: Collection[str] | None = None
    words: bool = False


class Proof(NamedTuple):
    """The records that count; where there are none, why not.

    `reason` is one of: "" (proven), `unproven` (no record), `too_weak`, `expired`, `other_value`,
    `stranger` (a person who is not in `people`, or not of the role), `quote_alone`, `too_late`.
    """

    records: tuple[Record, ...]
    reason: str


UNPROVEN = Proof((), "unproven")
"""No record at all."""


def read_records(entries: Any) -> list[Record]:
    """The records of a deal's `evidence` list that can be read at all; the rest is the checker's to say."""
    records = []
    for at, entry in enumerate(entries if isinstance(entries, list) else []):
        if not isinstance(entry, dict):
            continue
        get, targets = entry.get, entry.get("for")
        addresses = targets if isinstance(targets, list) else [targets]
        records.append(
            Record(
                tuple([a for a in addresses if isinstance(a, str)]),
                get("value", MISSING),
                str(get("grade", "")),
                str(get("person", "")),
                parse_day(get("date")),
                str(get("words") or ""),
                str(get("source") or ""),
                at,
            )
        )
    return records


def at_least(grade: str, asked: str) -> bool:
    """Whether `grade` counts and is as good as `asked`."""
    return grade in _ENOUGH[asked]


def weigh(
    records: Iterable[Record],
    want: Want,
    known_people: Collection[str],
    on: date,
    lifetimes: Mapping[str, int],
    quote_alone: bool,
) -> Proof:
    """The records that prove `want` on the day `on`.

    The reason is that of the last record about this value; one about another tells only where there is none.
    Where a quote alone is not enough, two quotes from two people are, or one better record.
    """
    good: list[Record] = []
    reason = "unproven"
    for record in records:
        fault = _fault(record, want, known_people, on, lifetimes)
        if not fault:
            good.append(record)
        elif fault != "other_value" or reason == "unproven":
            reason = fault
    if not good:
        return Proof((), reason)
    if not quote_alone and all(r.grade == QUOTE for r in good) and len({r.person for r in good}) < 2:
        return Proof((), "quote_alone")
    return Proof(tuple(good), "")


def _fault(
    record: Record, want: Want, known_people: Collection[str], on: date, lifetimes: Mapping[str, int]
) -> str:
    """Why one record does not count for `want`, or ""."""
    if want.words and not record.words:
        return "unproven"
    grade, person, day = record.grade, record.person, record.day
    if grade not in _ENOUGH[want.grade]:
        return "too_weak"
    if person not in known_people or (want.people is not None and person not in want.people):
        return "stranger"
    if day is None or day > on:
        return "too_late"
    if grade in lifetimes and (on - day).days > lifetimes[grade]:
        return "expired"
    if want.value is not MISSING and not _proves(record.value, want.value):
        return "other_value"
    return ""


def _proves(recorded: Any, value: Any) -> bool:
    """Whether a recorded value is the one held; a recorded list proves each of its entries."""
    if isinstance(recorded, list):
        return value in recorded
    return bool(recorded == value) and isinstance(recorded, bool) == isinstance(value, bool)
