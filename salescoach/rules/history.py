"""The way through the stages: nothing skipped, no way back without a reason, no stage that grows old.

It is read from the deal's `stage_history`, and from what the deal was before the change, where git knows that.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from salescoach.coach.exits import begun_on
from salescoach.fields import known
from salescoach.findings import Finding
from salescoach.rules import Case
from salescoach.text import parse_day

OPEN = "open"


def check(case: Case) -> Iterator[Finding]:
    """The list of stages, then the last move, then the days."""
    if case.deal.stage is None:
        return
    entries = _entries(case)
    yield from _days(case, entries)
    yield from _order(case, entries)
    yield from _end(case, entries)
    yield from _moved(case, entries)
    yield from _age(case)


def _entries(case: Case) -> list[tuple[int, Mapping[str, Any], int]]:
    """Place in the list, the entry, the stage's place in the funnel; what names no stage is left out."""
    history = case.deal.content.get("stage_history")
    order = list(case.deal.stages)
    listed = enumerate(history if isinstance(history, list) else [])
    return [
        (at, e, order.index(e["stage"]))
        for at, e in listed
        if isinstance(e, dict) and e.get("stage") in order
    ]


def _days(case: Case, entries: list[tuple[int, Mapping[str, Any], int]]) -> Iterator[Finding]:
    """Each stage left after it was entered, entered after the one before was left, and none of it ahead."""
    before: date | None = None
    for at, entry, _ in entries:
        entered, left = parse_day(entry.get("entered")), parse_day(entry.get("left"))
        for key, day, earlier in (("entered", entered, before), ("left", left, entered)):
            path = ("stage_history", at, key)
            if day is None:
                continue
            if day > case.today:
                yield case.find(path, "history-ahead", value=str(day), today=str(case.today))
            elif earlier is not None and day < earlier:
                yield case.find(path, "history-disorder", value=str(day), before=str(earlier))
        before = left or entered or before


def _order(case: Case, entries: list[tuple[int, Mapping[str, Any], int]]) -> Iterator[Finding]:
    """From one entry to the next, and to the deal's stage: forward by one, or back with a reason."""
    stages = list(case.deal.playbook.stages)
    for (_, _, before), (at, entry, now) in pairwise(entries):
        if now < before and not known(entry.get("reason")):
            yield case.find(
                ("stage_history", at), "moved-back", value=stages[now].id, before=stages[before].id
            )
    if not entries or case.is_late:
        return
    passed = {place for _, _, place in entries}
    first = min(place for place, s in enumerate(stages) if not s.pre)
    own = stages.index(case.deal.stage)  # type: ignore[arg-type]
    missed = [stages[p].id for p in range(max(first, min(passed)), own) if p not in passed]
    if missed:
        yield case.find(("stage_history",), "stage-skipped", stages=missed, value=stages[own].id)


def _end(case: Case, entries: list[tuple[int, Mapping[str, Any], int]]) -> Iterator[Finding]:
    """The last entry and the deal's stage tell the same."""
    assert case.deal.stage is not None
    own = case.deal.stage.id
    if not entries:
        return
    at, last, place = entries[-1]
    if not known(last.get("left")) and last["stage"] != own:
        yield case.find(("stage_history", at, "stage"), "history-differs", value=last["stage"], stage=own)
    elif known(last.get("left")) and place > list(case.deal.stages).index(own):
        yield case.find(("stage",), "history-differs", value=own, stage=last["stage"])


def _moved(case: Case, entries: list[tuple[int, Mapping[str, Any], int]]) -> Iterator[Finding]:
    """Against what the deal was before: several stages at once, or back without a word."""
    order = list(case.deal.stages)
    if case.base is None or case.deal.stage is None or case.base.stage not in order:
        return
    before, now = order.index(case.base.stage), order.index(case.deal.stage.id)
    if now > before + 1 and not case.is_late:
        facts = {"value": order[now], "before": order[before], "stages": order[before + 1 : now]}
        yield case.find(("stage",), "stages-at-once", "warning", **facts)
    told = any(place == now and known(e.get("reason")) for _, e, place in entries[-1:])
    if now < before and not told:
        yield case.find(("stage",), "moved-back", value=order[now], before=order[before])


def _age(case: Case) -> Iterator[Finding]:
    """Days in the stage, against what the playbook allows it (METHOD.md §12.2)."""
    stage, begun = case.deal.stage, begun_on(case.deal)
    if stage is None or stage.days is None or begun is None or case.deal.content.get("result", OPEN) != OPEN:
        return
    days = (case.today - begun).days
    facts = {"days": days, "most": stage.days.advice, "stage": stage.id, "since": str(begun)}
    if days > stage.days.red_flag:
        yield case.find(("stage",), "stage-stalled", "warning", **facts)
    elif days > stage.days.advice:
        yield case.find(("stage",), "stage-aged", "note", **facts)
