"""The questions about pains: per pain a loop of S, P, I, N, cut to the time there is (METHOD.md §3.4)."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from salescoach.coach.gate import gaps_in_order
from salescoach.coach.room import (
    Chosen,
    Room,
    addresses,
    admits,
    hears_report,
    must_wait,
    proven,
    put,
    reached,
)
from salescoach.deal.deal import Row

if TYPE_CHECKING:
    from salescoach.playbook.model import Question


def loops(room: Room, budget: int) -> list[list[Chosen]]:
    """A loop for each pain, the most pressing first, at most `budget` questions in all."""
    asked: set[str] = set()
    found = []
    for row in pain_rows(room):
        loop = list(_loop(room, row, asked))
        asked |= {one.question for one in loop}
        found.append(loop)
    return _share(room, found, budget)


def pain_rows(room: Room) -> list[Row]:
    """The rows that chains are about, the ones in the gaps first, then the furthest up the need ladder."""
    sheets = {c.about for c in room.deal.playbook.chains}
    rows = [r for s in sorted(sheets) for r in room.deal.rows(s)]
    gaps = [g.address for _, g in gaps_in_order(room.gate)]

    def rank(row: Row) -> tuple[bool, int, bool]:
        in_gaps = any(a.startswith(f"{row.sheet.id}/{row.id}/") for a in gaps)
        return (_listener(room, row) == "", -reached(room, row), not in_gaps)

    return sorted(rows, key=rank)


def _listener(room: Room, row: Row) -> str:
    """Whom to ask about a pain: its owner when in the room, else the first who may be interviewed."""
    owner = room.view.value(row, row.sheet.who)
    spin = [t for t in room.deal.playbook.types.values() if t.style == "question" and t.not_for]
    may = [
        p
        for p in room.people
        if any(admits(t, p, room.deal) for t in spin) and not hears_report(p, room.deal)
    ]
    if owner in may:
        return str(owner)
    others = {room.view.value(r, r.sheet.who) for r in room.deal.rows(row.sheet.id)}
    free = [p for p in may if p not in others]
    return (free or may or [""])[0]


def _loop(room: Room, row: Row, asked: set[str]) -> Iterator[Chosen]:
    """S, P, I, I, N for one pain: only what is still open, I and N waiting for the P where they must."""
    person = _listener(room, row)
    if not person:
        return
    admitted = reached(room, row) >= 1
    seen: set[str] = set()
    for name, kind in room.deal.playbook.types.items():
        if kind.style != "question" or not kind.not_for or (admitted and not kind.opens_at):
            continue
        most = kind.per_row
        for chosen in _of_type(room, row, name, person):
            if most and chosen.question not in asked and not set(chosen.opens) & seen:
                seen |= set(chosen.opens)
                most -= 1
                yield chosen


def _of_type(room: Room, row: Row, name: str, person: str) -> Iterator[Chosen]:
    """Questions of one type about a pain whose answers are still open: its chain's first, then general ones."""
    bound = [room.view.value(row, n) for n, f in row.sheet.fields.items() if f.kind == "chain"]
    chain = next((c for c in room.deal.playbook.chains if c.id in bound), None)
    by_id = {q.id: q for q in room.deal.playbook.questions}
    own = [by_id[q] for q in (chain.order if chain else []) if q in by_id]
    general = [q for q in room.deal.playbook.questions if not q.industry]
    candidates = [q for q in own + general if q.type == name]
    if any(_opens_gap(room, q, row) for q in candidates):
        candidates.sort(key=lambda q: not _opens_gap(room, q, row))
    for question in candidates:
        if question.alone and len(room.people) > 1:
            continue
        chosen = put(room, question, person, row)
        if chosen and (not chosen.opens or any(not proven(room, a) for a in chosen.opens)):
            yield chosen._replace(waits=must_wait(room, question, row))


def _opens_gap(room: Room, question: "Question", row: Row) -> bool:
    """Whether an answer would fill a gap of the stage in this row."""
    gaps = {g.address for _, g in gaps_in_order(room.gate)}
    return bool(gaps & set(addresses(question, row)))


def _share(room: Room, loops: list[list[Chosen]], budget: int) -> list[list[Chosen]]:
    """As many loops as fit, in order; the last one that does not fit whole is cut by its own rules."""
    taken: list[list[Chosen]] = []
    for loop in loops:
        left = budget - sum(map(len, taken))
        if left < min(2, len(loop)):
            break
        taken.append(_trim(room, loop, left))
    return taken


def _trim(room: Room, loop: list[Chosen], most: int) -> list[Chosen]:
    """A loop cut to `most` questions, in order: what can be spared goes first.

    First a second implication, then the situation question. With no room for P, I and N (or I and N) only
    what opens the pain remains: no need-payoff straight after the problem, no implication without a payoff
    (METHOD.md §3.4).
    """
    opening = [one for one in loop if not room.deal.playbook.types[one.type].opens_at]
    twice = [b for a, b in pairwise(loop) if a.type == b.type]
    for spare in [*twice, *opening[:-1]]:
        if len(loop) > most:
            loop = [one for one in loop if one is not spare]
    return loop if len(loop) <= most else opening[-most:] if most > 0 else []
