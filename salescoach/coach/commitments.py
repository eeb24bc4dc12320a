"""Requests for an advance: which action to ask for, so that a missing criterion is won (METHOD.md §3.8)."""

from typing import TYPE_CHECKING, NamedTuple

from salescoach.coach.gate import Judged
from salescoach.coach.room import Chosen, Room, put, row_of, whom
from salescoach.coach.slots import slots
from salescoach.fields import known
from salescoach.messages import speaker
from salescoach.text import fill, parse_day, pick, say_date

if TYPE_CHECKING:
    from salescoach.playbook.model import Question


def requests(room: Room) -> list[Chosen]:
    """Requests for an advance: those that win the first missing criterion first."""
    unmet = sorted(
        (j for j in room.gate.judged if not j.holds), key=lambda j: (not j.must, not needs_an_act(j))
    )
    missing = [j.address for j in unmet]
    row = next(iter(room.pain_rows), None) if room.about_pains else None
    found = []
    for question in room.deal.playbook.questions:
        if room.deal.playbook.types[question.type].style != "commitment":
            continue
        if (question.stages and room.gate.stage.id not in question.stages) or (
            question.alone and len(room.people) > 1
        ):
            continue
        if room.is_locked(question):
            continue
        ranks = [missing.index(w) for w in question.wins if w in missing]
        person = whom(room, question, None) if ranks else ""
        chosen = put(room, question, person, row) if ranks and (person or not room.people) else None
        if chosen:
            found.append((min(ranks), chosen))
    return [chosen for _, chosen in sorted(found, key=lambda pair: pair[0])]


ALIKE = 0.55
"""From which likeness on two actions are the same one in other words."""


def request_for(room: Room) -> list[Chosen]:
    """The one request of the visit: the words for its best commitment once that is chosen, else the first.

    A commitment that the playbook has no like of is asked for in the rep's words: another request would ask for
    something else.
    """
    ranked = requests(room)
    if not known(room.aim.get("action")):
        return ranked[:1]
    by_id = {q.id: q for q in room.deal.playbook.questions}
    wins = [c for c in ranked if room.aim.get("moves") in c.wins and c.person in ("", room.aim.get("person"))]
    alike = {c: _likeness(_action(room, by_id[c.question], c), str(room.aim["action"])) for c in wins}
    nearest = max(wins, key=lambda c: alike[c], default=None)
    return [nearest] if nearest is not None and alike[nearest] >= ALIKE else _noted(room)


def _likeness(one: str, other: str) -> float:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _noted(room: Room) -> list[Chosen]:
    """The best commitment itself, put as a note that the person may agree to."""
    kind = next((n for n, t in room.deal.playbook.types.items() if t.style == "commitment"), "")
    person, day = str(room.aim.get("person") or ""), parse_day(room.aim.get("by"))
    if not kind or not known(person) or (room.people and person not in room.people):
        return []
    say = speaker(room.language)
    by = say("plan.in-brackets", what=say_date(day, room.language, year=False)) if day else ""
    words = say("plan.request", who=room.deal.person(person), what=str(room.aim["action"]), by=by)
    wins = (str(room.aim["moves"]),) if known(room.aim.get("moves")) else ()
    return [Chosen("", kind, person, "", words, (), wins)]


def needs_an_act(judged: Judged) -> bool:
    """Whether the criterion waits for an agreed step itself, which no question but this one can bring."""
    return any(gap.address.partition("/")[0] == "commitments" for gap in judged.verdict.gaps)


def _action(room: Room, question: "Question", chosen: Chosen) -> str:
    """What the customer person would do, "" when a slot of it is not known."""
    row = row_of(room.deal, chosen.about)
    known_slots = slots(room.deal, room.view, room.language, row, chosen.person)
    return fill(pick(question.action, room.language), known_slots) or ""


class Commitment(NamedTuple):
    """An action to ask for: what the customer person does, what it costs them, which criterion it moves."""

    action: str
    costs: str
    moves: str
    person: str


def commitments(room: Room) -> list[Commitment]:
    """The actions that the commitment questions ask for, in the same order."""
    by_id = {q.id: q for q in room.deal.playbook.questions}
    missing = {j.address for j in room.gate.judged if not j.holds}
    found = []
    for chosen in requests(room):
        question = by_id[chosen.question]
        action = _action(room, question, chosen)
        if action:
            moves = next(w for w in question.wins if w in missing)
            found.append(Commitment(action, question.costs, moves, chosen.person))
    return list(dict.fromkeys(found))
