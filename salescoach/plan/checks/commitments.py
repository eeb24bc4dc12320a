"""What we want to leave with must be advances, a best and a least one (METHOD.md §3.8)."""

import re
from collections.abc import Iterator

from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.checks import Flaw, flaw, in_visit
from salescoach.text import parse_day

RUNGS = ("best", "minimum")
_OURS = re.compile(r"\s*((we|our)\b|我们|我方)", re.IGNORECASE)
"""An action that begins with us is none of theirs: what we send is no progress."""


def check(brief: Brief) -> Iterator[Flaw]:
    """Each rung by itself, then both beside each other."""
    for rung in RUNGS:
        one = brief.commitment(rung)
        path = _path(brief, rung)
        if not known(one.get("action")):
            yield flaw(path, "no-commitment", rung=rung)
            continue
        lacking = brief.lacking(one)
        if lacking:
            yield flaw(path, "commitment-no-advance", value=one["action"], lacks=lacking)
        if _OURS.match(str(one["action"])):
            yield flaw((*path, "action"), "commitment-ours", value=one["action"])
        yield from _day(brief, rung)
        if "moves" not in lacking:
            yield from _moves(brief, rung)
    first, second = (brief.commitment(rung).get("action") for rung in RUNGS)
    if known(first) and first == second:
        yield flaw(_path(brief, "minimum"), "commitments-alike", "warning", value=first)


def _path(brief: Brief, rung: str) -> tuple[str | int, ...]:
    listed = brief.visit.get("commitments")
    entries = listed if isinstance(listed, list) else []
    at = next((n for n, one in enumerate(entries) if one is brief.commitment(rung)), -1)
    return in_visit(brief, "commitments", *((at,) if at >= 0 else ()))


def _day(brief: Brief, rung: str) -> Iterator[Flaw]:
    by, visit = parse_day(brief.commitment(rung).get("by")), parse_day(brief.visit.get("date"))
    if by is not None and visit is not None and by < visit:
        yield flaw((*_path(brief, rung), "by"), "commitment-too-early", value=str(by), visit=str(visit))


def _moves(brief: Brief, rung: str) -> Iterator[Flaw]:
    """A criterion that holds already, or belongs to another stage, is not moved by this visit."""
    moves = brief.commitment(rung).get("moves")
    open_ones = [j.address for j in brief.gate.judged if not j.holds]
    if known(moves) and open_ones and moves not in open_ones:
        yield flaw(
            (*_path(brief, rung), "moves"),
            "commitment-moves-nothing",
            "warning",
            value=moves,
            names=open_ones,
        )
