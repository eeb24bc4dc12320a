"""Dates that cannot be, and results that lack their reason or day."""

from collections.abc import Iterator

from salescoach.fields import known
from salescoach.findings import Finding
from salescoach.rules import OVER, Case
from salescoach.text import parse_day

OPEN = "open"


def check(case: Case) -> Iterator[Finding]:
    """Contacts that are done tomorrow or were planned for yesterday, then the deal's own days."""
    listed = case.deal.content.get("activities")
    for at, entry in enumerate(listed if isinstance(listed, list) else []):
        day = parse_day(entry.get("date")) if isinstance(entry, dict) else None
        if day is None:
            continue
        path = ("activities", at, "date")
        if entry.get("state") == "done" and day > case.today:
            yield case.find(path, "done-ahead", value=str(day), today=str(case.today))
        elif entry.get("state") == "planned" and day < case.today:
            yield case.find(path, "day-gone", "warning", value=str(day), today=str(case.today))
    yield from _result(case)


def _result(case: Case) -> Iterator[Finding]:
    content = case.deal.content
    result = content.get("result", OPEN)
    closes, ended = parse_day(content.get("close_date")), parse_day(content.get("result_date"))
    if result == OPEN and closes is not None and closes < case.today:
        yield case.find(
            ("close_date",), "close-date-gone", "warning", value=str(closes), today=str(case.today)
        )
    if ended is not None and ended > case.today:
        yield case.find(("result_date",), "result-ahead", value=str(ended), today=str(case.today))
    if result in OVER and not known(content.get("result_reason")):
        yield case.find(("result",), "result-without-reason", "warning", value=result)
    if result != OPEN and not known(content.get("result_date")) and "result" in content:
        yield case.find(("result",), "result-without-date", "warning", value=result)
