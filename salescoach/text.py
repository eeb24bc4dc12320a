"""Localised text: one string for all languages, or one per language; slots that name what is known."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

SLOTS = (
    "person", "customer", "row", "key", "symptom", "root_cause", "event", "number", "need", "date",
)  # fmt: skip
"""The closed list of slots; each names a field of the row or deal at hand (FORMAT.md §2)."""

_SLOT = re.compile(r"\{(\w*)\}")


def pick(text: str | Mapping[Any, str] | None, language: str) -> str:
    """The text in `language`; `zh-Hant` falls back to `zh`, then to whatever there is; "" for none."""
    if text is None or isinstance(text, str):
        return text or ""
    for wanted in (language, language.partition("-")[0], "en"):
        if wanted in text:
            return text[wanted]
    return next(iter(text.values()), "")


def slots(text: str) -> list[str]:
    """The slot names that `text` uses, in order."""
    return _SLOT.findall(text)


def fill(text: str, known: Mapping[str, str]) -> str | None:
    """`text` with its slots filled, or None when one of them is not known."""
    if any(not known.get(name) for name in slots(text)):
        return None
    return _SLOT.sub(lambda found: known[found[1]], text)


def say_date(day: date, language: str, year: bool = True) -> str:
    """A date as people write it: `2 December 2026`, `2 Dec`; `2026年12月2日`, `12月2日`."""
    if language.startswith("zh"):
        return f"{day.year}年{day.month}月{day.day}日" if year else f"{day.month}月{day.day}日"
    months = "January February March April May June July August September October November December"
    month = months.split()[day.month - 1]
    return f"{day.day} {month} {day.year}" if year else f"{day.day} {month[:3]}"


def say_number(number: float, language: str) -> str:
    """A number with thousands separators and no more decimals than it has (two at most)."""
    if language.startswith("zh") and abs(number) >= 10000 and number % 100 == 0:
        return f"{number / 10000:,.2f}".rstrip("0").rstrip(".") + "万"
    return f"{number:,.2f}".rstrip("0").rstrip(".") if number % 1 else f"{int(number):,}"
