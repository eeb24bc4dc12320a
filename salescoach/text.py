"""Localised text: one string for all languages, or one per language; slots that name what is known."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

SLOTS = (
    "person", "customer", "row", "key", "symptom", "root_cause", "event", "number", "need", "date",
)  # fmt: skip
"""The closed list of slots; each names a field of the row or deal at hand (FORMAT.md §2)."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SLOT = re.compile(r"\{(\w*)\}")


def pick(text: str | Mapping[Any, str] | None, language: str) -> str:
    """The text in `language`; `zh-Hant` falls back to `zh`, then to whatever there is; "" for none."""
    if text is None or isinstance(text, str):
        return text or ""
    for wanted in (language, language.partition("-")[0], "en"):
        if wanted in text:
            return text[wanted]
    return next(iter(text.values()), "")


def clause(words: str, language: str) -> str:
    """A text inside another sentence: no full stop at its end, no capital at its start."""
    plain = words.rstrip(".。 ")
    if not language.startswith("zh") and (plain[1:2].islower() or plain[:2] == "A "):
        plain = plain[0].lower() + plain[1:]
    return plain


def slots(text: str) -> list[str]:
    """The slot names that `text` uses, in order."""
    return _SLOT.findall(text)


def fill(text: str, known: Mapping[str, str]) -> str | None:
    """`text` with its slots filled, or None when one of them is not known."""
    if any(not known.get(name) for name in slots(text)):
        return None
    return _SLOT.sub(lambda found: known[found[1]], text)


def mentioned(text: str, names: Iterable[str]) -> list[str]:
    """Which of the names stand in `text`, whatever their case, width or spacing; a Latin name as whole words."""
    plain = _plain(text)
    tight = "" if plain.isascii() else plain.replace(" ", "")
    return [
        name
        for name, wanted, is_latin in _wanted(tuple(names))
        if (wanted in plain and _stands_in(wanted, plain) if is_latin else wanted in tight)
    ]


@lru_cache(64)
def _wanted(names: tuple[str, ...]) -> list[tuple[str, str, bool]]:
    """Each name, as it is looked for, and whether as whole words."""
    plain = [(name, _plain(name)) for name in names]
    return [(n, p if p.isascii() else p.replace(" ", ""), p.isascii()) for n, p in plain if p]


def _plain(text: str) -> str:
    same = text if text.isascii() else _half_width(text)
    return " ".join(same.casefold().split())


def _half_width(text: str) -> str:
    """NFKC. It takes six times as long where something has to be changed, and mostly that is punctuation alone."""
    for full, half in zip("，：；！？（）", ",:;!?()", strict=True):
        text = text.replace(full, half)
    return unicodedata.normalize("NFKC", text)


def _stands_in(name: str, text: str) -> bool:
    at = text.find(name)
    while at >= 0:
        around = text[max(0, at - 1) : at], text[at + len(name) : at + len(name) + 1]
        if not any(c.isascii() and c.isalnum() for c in around):
            return True
        at = text.find(name, at + 1)
    return False


def parse_day(value: Any) -> date | None:
    """A date of a deal file (`2026-12-02`), or None when it is none."""
    return _parse_day(value) if isinstance(value, str) else None


@lru_cache(4096)
def _parse_day(value: str) -> date | None:
    if not _DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


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
