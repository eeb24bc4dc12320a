"""What is asked and what comes back, between the coach (which decides) and the terminal (which shows).

Nothing here knows a screen. `parse_reply` turns what a person typed into plain data as a deal holds it, or
says what is wrong with it; it never guesses.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from salescoach.visible import clean

KINDS = ("text", "long", "line", "choice", "choices", "confirm", "date", "time", "number", "money", "percent")
ACTS = ("value", "unknown", "skip", "back", "plan", "leave")
LONGEST = 50_000
"""Characters of one answer."""


class Choice(NamedTuple):
    """One row of a list: what it stands for, what is shown, and a few words beside it."""

    value: Any
    label: str
    hint: str = ""


class Ask(NamedTuple):
    """One question to the person at the keyboard."""

    key: str
    """A stable id, such as `pains/late-tariffs/symptom`."""
    kind: str
    """One of KINDS."""
    prompt: str
    default: Any = None
    """The value that Enter takes; for `choices` a list of values."""
    choices: tuple[Choice, ...] = ()
    free: bool = False
    """A text that is not among the choices may be typed too."""
    why: str = ""
    good: str = ""
    bad: str = ""
    tip: str = ""
    unknown: bool = True
    skip: bool = True
    above: str = ""
    """A heading printed once before this question: stage, row, progress."""


class Reply(NamedTuple):
    """What the person did: one of ACTS; `value` is plain data as a deal holds it (dates, times as text)."""

    act: str
    value: Any = None


class Problem(NamedTuple):
    """Why what was typed is no answer: a text of `messages/prompts.py` and its facts."""

    key: str
    facts: Mapping[str, object]


def parse_reply(ask: Ask, typed: str, today: date) -> Reply | Problem:
    """`typed` as an answer to `ask`; an empty line takes the default, or skips where there is none.

    Values: text, date as `2026-12-02`, time as `14:00`, int or float, bool, a choice's value, a list of them.
    """
    text, _ = clean(typed, one_line=ask.kind != "long")
    if not text:
        return _empty(ask)
    if ask.kind != "line" and text.casefold() in _UNKNOWN:
        return Reply("unknown") if ask.unknown else Problem("must-be-known", {})
    if len(text) > LONGEST:
        return Problem("too-long", {"length": len(text), "most": LONGEST})
    return _PARSERS[ask.kind](ask, text, today)


def parse_money(text: str) -> int | float | None:
    """An amount: `1200`, `1,200`, `￥1.2亿`, `100万`, `$1.2m`, `300k`; None for anything doubtful: `1,20`.

    A whole amount is an int. Amounts beyond 1e15 are refused.
    """
    plain = _half_width(text)
    sign = "-" if plain.startswith("-") else ""
    return _number(sign + re.sub(r"^[¥$€£]\s*|\s*元$", "", plain.removeprefix("-").lstrip()), _UNITS)


def parse_number(text: str) -> int | float | None:
    """A number without a currency: `12`, `1,200`, `0.5`, `3万`; None for anything doubtful."""
    return _number(_half_width(text), _UNITS)


def parse_percent(text: str) -> int | float | None:
    """`30%` or `30` as 30, from 0 to 100; None for `0.3`, which may mean 30% or 0.3%."""
    plain = _half_width(text)
    bare = plain.removesuffix("%").removeprefix("百分之").strip()
    number = _number(bare, {"": 1})
    doubtful = number is not None and 0 < number < 1 and bare == plain
    return None if number is None or doubtful or not 0 <= number <= 100 else number


def parse_date(text: str, today: date) -> date | None:
    """A day as people write it, or None when it does not exist or can be read in two ways (`12/02`).

    `2026-12-02`, `2026年12月2日`, `2 Dec 2026`; `today`, `明天`, `+7`; `fri` and `周五` are the next one
    after today, `下周五` that of next week; without a year (`12-02`, `2 Dec`) the one nearest to today.
    """
    plain = re.sub(r"\s+", " ", _half_width(text).casefold())
    try:
        return _relative(plain, today) or _written(plain, today)
    except (OverflowError, ValueError):
        return None


def parse_time(text: str) -> str | None:
    """A time of day as `HH:MM`, from `14:00`, `14点`, `下午2点半`, `2pm`; None for a bare `2` or `25:00`."""
    found = _TIME.fullmatch(re.sub(r"\s", "", _half_width(text).casefold()))
    if not found or not (found["sign"] or found["after"]) or (found["before"] and found["after"]):
        return None
    minute = {"半": 30, "一刻": 15, "三刻": 45}.get(found["part"]) or int(found["minute"] or 0)
    half = found["before"] or (found["after"] or "").replace(".", "")
    hour = _HALVES[half].get(int(found["hour"]), 24)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _empty(ask: Ask) -> Reply | Problem:
    if ask.default is not None:
        return Reply("value", ask.default)
    return Reply("skip") if ask.skip else Problem("answer-needed", {})


def _half_width(text: str) -> str:
    """Full-width digits and signs as ASCII; nothing else is folded, so that `10²` is not read as 102."""
    return text.strip().translate(_FULL_WIDTH)


def _number(text: str, units: Mapping[str, int]) -> int | float | None:
    found = _NUMBER.fullmatch(text.casefold()) if len(text) <= 40 else None
    unit = units.get(found["unit"] or "") if found else None
    if not found or not unit:
        return None
    whole, part = (found["whole"] or "").replace(",", ""), found["part"] or ""
    if not whole + part:
        return None
    scaled, base = int(whole + part) * unit, 10 ** len(part)
    if scaled > 10**15 * base:
        return None
    number: int | float = scaled // base if scaled % base == 0 else scaled / base
    return -number if found["sign"] else number


def _relative(text: str, today: date) -> date | None:
    if text in _DAYS:
        return today + timedelta(days=_DAYS[text])
    if found := _STEPS.fullmatch(text):
        return today + timedelta(days=int(found[1]) * (7 if found[2] in ("w", "周") else 1))
    if found := _WEEKDAY.fullmatch(text):
        day, week = "一二三四五六日".find(found[2].replace("天", "日")), found[1]
        if week:
            return today + timedelta(days=_WEEKS[week] * 7 + day - today.weekday())
    else:
        day = _named(text, _WEEKDAYS)
    return today + timedelta(days=(day - today.weekday() - 1) % 7 + 1) if day >= 0 else None


def _written(text: str, today: date) -> date | None:
    found = next((f for pattern in _WRITTEN if (f := pattern.fullmatch(text))), None)
    if not found:
        return None
    parts = found.groupdict()
    month, day = _month(parts["month"]), int(parts["day"])
    if parts.get("year"):
        return date(int(parts["year"]), month, day) if int(parts["year"]) >= 1900 else None
    near = [
        d for year in (-1, 0, 1) if (d := _day(today.year + year, month, day)) and abs(d - today).days < 190
    ]
    return min(near, key=lambda d: abs(d - today), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return _named(text, _MONTHS) + 1


def _named(text: str, names: tuple[str, ...]) -> int:
    """The place of the name that begins with `text` (three letters or more), or -1."""
    return next((i for i, name in enumerate(names) if len(text) > 2 and name.startswith(text)), -1)


def _pick(ask: Ask, text: str) -> Reply | Problem:
    found = _find(ask, text)
    if found is not None:
        return Reply("value", found.value)
    return Reply("value", text) if ask.free else _no_choice(ask, text)


def _pick_several(ask: Ask, text: str) -> Reply | Problem:
    names = [text] if _find(ask, text) else [name.strip() for name in re.split(r"[,，、;；]", text)]
    values = []
    for name in filter(None, names):
        found = _find(ask, name)
        if found is None and not ask.free:
            return _no_choice(ask, name)
        value = found.value if found else name
        if value not in values:
            values.append(value)
    return Reply("value", values)


def _find(ask: Ask, text: str) -> Choice | None:
    """The choice whose value or whole label was typed."""
    wanted = _half_width(text).casefold()
    by_value = (choice for choice in ask.choices if str(choice.value).casefold() == wanted)
    by_label = (choice for choice in ask.choices if _half_width(choice.label).casefold() == wanted)
    return next(by_value, None) or next(by_label, None)


def _no_choice(ask: Ask, text: str) -> Problem:
    return Problem("no-choice", {"typed": text, "choices": ", ".join(choice.label for choice in ask.choices)})


def _yes_or_no(_ask: Ask, text: str) -> Reply | Problem:
    word = _half_width(text).casefold()
    if word in _YES or word in _NO:
        return Reply("value", word in _YES)
    return Problem("no-yes-or-no", {"typed": text})


def _as_text(_ask: Ask, text: str, _today: date) -> Reply:
    return Reply("value", text)


def _or_problem(key: str, text: str, value: object) -> Reply | Problem:
    return Problem(key, {"typed": text}) if value is None else Reply("value", value)


def _as_date(_ask: Ask, text: str, today: date) -> Reply | Problem:
    day = parse_date(text, today)
    return _or_problem("no-date", text, day and day.isoformat())


_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ",
    0xFFE5: "¥",
    0x2212: "-",
}
_UNKNOWN = frozenset(("unknown", "don't know", "don’t know", "未知", "不知道", "不清楚"))
_YES = frozenset(("y", "yes", "是", "是的", "对", "好"))
_NO = frozenset(("n", "no", "否", "不", "不是", "不对"))

_NUMBER = re.compile(
    r"(?P<sign>-)?(?P<whole>0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)?(?:\.(?P<part>[0-9]+))?"
    r" ?(?P<unit>[^0-9\s.,]+)?"
)
_UNITS = {
    "": 1, "k": 10**3, "thousand": 10**3, "千": 10**3, "w": 10**4, "万": 10**4, "十万": 10**5,
    "m": 10**6, "million": 10**6, "百万": 10**6, "千万": 10**7, "亿": 10**8,
    "bn": 10**9, "billion": 10**9, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12,
}  # fmt: skip

_DAYS = {
    "today": 0, "tomorrow": 1, "day after tomorrow": 2, "yesterday": -1,
    "今天": 0, "明天": 1, "后天": 2, "大后天": 3, "昨天": -1, "前天": -2,
}  # fmt: skip
_STEPS = re.compile(r"([+-][0-9]{1,4}) ?(d|w|天|周)?")
_WEEKS = {"上": -1, "本": 0, "这": 0, "下": 1, "下下": 2}
_WEEKDAY = re.compile(r"(上|本|这|下下?)?个?(?:周|星期|礼拜)([一二三四五六日天])")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_YEAR, _MONTH, _DAY = r"(?P<year>[0-9]{4})", r"(?P<month>[0-9]{1,2})", r"(?P<day>[0-9]{1,2})"
_NAME, _TH, _OF_YEAR = r"(?P<month>[a-z]{3,9})\.?", r"(?:st|nd|rd|th)?", rf"(?:,? {_YEAR})?"
_WRITTEN = [
    re.compile(pattern)
    for pattern in (
        rf"{_YEAR}([-/.]){_MONTH}\2{_DAY}",
        rf"(?:{_YEAR}年)?{_MONTH}月{_DAY}[日号]?",
        rf"{_MONTH}-{_DAY}",
        rf"{_DAY}{_TH} ?{_NAME}{_OF_YEAR}",
        rf"{_NAME} ?{_DAY}{_TH}{_OF_YEAR}",
    )
]

_TIME = re.compile(
    r"(?P<before>凌晨|早上|上午|中午|下午|傍晚|晚上)?(?P<hour>[0-9]{1,2})"
    r"(?P<sign>:(?=[0-9]{2})|[点时])?(?P<minute>(?<=[:点时])[0-9]{1,2})?(?P<part>(?<=[点时])(?:半|一刻|三刻))?"
    r"(?:(?<=[点时])整|(?<=[点时][0-9]{2})分|(?<=[点时][0-9])分)?(?P<after>a\.?m\.?|p\.?m\.?)?"
)


def _same(first: int, last: int) -> dict[int, int]:
    return {hour: hour for hour in range(first, last + 1)}


def _later(first: int, last: int) -> dict[int, int]:
    """Hours named in the twelve-hour way, and as 24 hours too."""
    return {hour: hour + 12 for hour in range(first, last + 1)} | _same(first + 12, last + 12)


_HALVES = {
    "": _same(0, 23),
    "am": {12: 0} | _same(1, 11),
    "pm": {12: 12} | {hour: hour + 12 for hour in range(1, 12)},
    "凌晨": {12: 0} | _same(0, 6),
    "早上": _same(4, 11),
    "上午": _same(1, 11),
    "中午": {1: 13, 2: 14} | _same(11, 14),
    "下午": {12: 12} | _later(1, 8),
    "傍晚": _later(4, 8),
    "晚上": _later(5, 11),
}
"""Which hours a word for a part of the day may stand before, and the hour meant."""

_PARSERS: Mapping[str, Callable[[Ask, str, date], Reply | Problem]] = {
    "text": _as_text,
    "long": _as_text,
    "line": _as_text,
    "choice": lambda ask, text, _: _pick(ask, text),
    "choices": lambda ask, text, _: _pick_several(ask, text),
    "confirm": lambda ask, text, _: _yes_or_no(ask, text),
    "date": _as_date,
    "time": lambda _, text, __: _or_problem("no-time", text, parse_time(text)),
    "number": lambda _, text, __: _or_problem("no-number", text, parse_number(text)),
    "money": lambda _, text, __: _or_problem("no-money", text, parse_money(text)),
    "percent": lambda _, text, __: _or_problem("no-percent", text, parse_percent(text)),
}
