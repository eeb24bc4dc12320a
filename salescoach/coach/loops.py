"""The questions about pains: per pain a loop of S, P, I, N, cut to the time there is (METHOD.md §3.4)."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from salescoach.coach.room import (
    Chosen,
    Room,
    addresses,
    in_use,
    must_wait,
    proven,
    put,
    reached,
)
from salescoach.deal.deal import Row

if TYPE_CHECKING:
    from salescoach.playbook.model import Question


class Loops:
    """The loops of a room, each made when it is first needed."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._made: list[list[Chosen]] = []

    def within(self, budget: int) -> list[Chosen]:
        """As many loops as fit into `budget` questions, the most pressing pain first.

        The last one that does not fit whole is cut by its own rules.
        """
        taken: list[Chosen] = []
        for at in range(len(self._room.pain_rows)):
            left = budget - len(taken)
            if left <= 0:
                break
            loop = self._loop(at)
            if left < min(2, len(loop)):
                break
            taken += _trim(self._room, loop, left)
        return taken

    def _loop(self, at: int) -> list[Chosen]:
        """The loop of the pain at this place; no question comes in two loops."""
        while len(self._made) <= at:
            asked = {one.question for loop in self._made for one in loop}
            self._made.append(list(_loop(self._room, self._room.pain_rows[len(self._made)], asked)))
        return self._made[at]


def _loop(room: Room, row: Row, asked: set[str]) -> Iterator[Chosen]:
    """S, P, I, I, N for one pain: only what is still open, I and N waiting for the P where they must."""
    person = room.listener(row)
    if not person and room.people:
        return
    admitted = reached(room, row) >= 1
    seen: set[str] = set()
    for name, kind in room.deal.playbook.types.items():
        if kind.style != "question" or not kind.not_for or (admitted and not kind.opens_at):
            continue
        if not in_use(kind, room.deal):
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
    candidates.sort(key=lambda q: not _opens_gap(room, q, row))
    for question in candidates:
        if question.alone and len(room.people) > 1:
            continue
        chosen = put(room, question, person, row)
        if chosen and (not chosen.opens or any(not proven(room, a) for a in chosen.opens)):
            yield chosen._replace(waits=must_wait(room, question, row))


def _opens_gap(room: Room, question: "Question", row: Row) -> bool:
    """Whether an answer would fill a gap of the stage in this row."""
    return not room.gaps.isdisjoint(addresses(question, row))


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
