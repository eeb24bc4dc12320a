"""Questions for what a stage is about besides its exit: the steps with fields that are always `asked`.

Closing asks worries out though no criterion counts them; running-in listens to problems; collecting asks
for reasons. A question that reveals one value (`risks.category=delivery`) is for rows of that value.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from salescoach.coach.room import Chosen, Room, proven, put, whom
from salescoach.coach.steps import applying
from salescoach.deal.conditions import exists, judge
from salescoach.deal.deal import Row
from salescoach.fields import known
from salescoach.text import pick

if TYPE_CHECKING:
    from salescoach.playbook.model import Question, Step, Worksheet


def urgent(room: Room) -> list["Step"]:
    """The steps that come before everything else today: somebody is angry, and nobody has listened yet."""
    return [
        s
        for s in applying(room.gate.stage, room.deal)
        if s.first_while is not None
        and any(judge(s.first_while, r, room.view).holds is True for r in room.deal.rows(s.fills))
    ]


def raisable(room: Room, question: "Question", row: Row | None) -> bool:
    """Whether a question may be put about this row, or about none.

    Somebody's own matter is raised with that person, who must be there.
    """
    if row is None:
        return not room.deal.playbook.types[question.type].needs_row
    if not row.sheet.only_with_who:
        return room.may_raise(row)
    own = room.view.value(row, row.sheet.who) if row.sheet.who else None
    return room.may_raise(row) and (not known(own) or not room.people or own in room.people)


def about_topics(room: Room, only: Sequence["Step"] = ()) -> Iterator[Chosen]:
    """For each row of such a step and each person in the room, the first question that reaches what is open.

    None once the exit is earned: what is settled is not stirred up. `only` are the steps that come first.
    """
    used: set[str] = set()
    opened: set[str] = set()
    for step in only or applying(room.gate.stage, room.deal):
        if not step.asked or room.gate.passes:
            continue
        for one in _of_step(room, step, used, rows_only=bool(only)):
            if not set(one.opens) or not set(one.opens) <= opened:
                used.add(one.question)
                opened |= set(one.opens)
                yield one


def _of_step(room: Room, step: "Step", used: set[str], rows_only: bool) -> Iterator[Chosen]:
    sheet = room.deal.worksheets[step.fills]
    names = set(step.only or sheet.fields)
    questions = [q for q in room.direct if _fields(q, sheet.id) & names]
    spoken: set[str] = set()
    by_name = sorted(questions, key=lambda q: "{row}" not in pick(q.text, room.language))
    for row in filter(room.may_raise, room.deal.rows(sheet.id)):
        for question in by_name:
            if question.id in used or not raisable(room, question, row) or not _open(room, question, row):
                continue
            person = person_for(room, question, row)
            if chosen := put(room, question, person, row) if person or not room.people else None:
                spoken.add(person)
                yield chosen
                break
    if sheet.table is not None and not rows_only:
        yield from _new_rows(room, sheet, [q for q in questions if q.id not in used], spoken)


def _new_rows(
    room: Room, sheet: "Worksheet", questions: list["Question"], spoken: set[str]
) -> Iterator[Chosen]:
    """What could become a new row: one general question for each person whom no row was put to."""
    asked: set[str] = set()
    for person in (p for p in room.people if p not in spoken):
        for question in questions:
            conditional = any(sheet.fields[n].only_if is not None for n in _fields(question, sheet.id))
            if conditional or question.id in asked or _values(question, sheet.id):
                continue
            if not raisable(room, question, None) or whom(room, question, None, [person]) != person:
                continue
            if chosen := put(room, question, person, None):
                asked.add(question.id)
                yield chosen
                break


def _fields(question: "Question", sheet: str) -> set[str]:
    """The fields of a worksheet that a question reveals."""
    places = [r.partition("=")[0].split(".") for r in question.reveals]
    return {p[1] for p in places if p[0] == sheet and len(p) > 1}


def _values(question: "Question", sheet: str) -> dict[str, str]:
    """The values for which alone a question is meant, by field."""
    pairs = [r.partition("=") for r in question.reveals if r.startswith(f"{sheet}.")]
    return {place.split(".")[1]: value for place, _, value in pairs if value}


def _open(room: Room, question: "Question", row: Row) -> bool:
    """Whether the question is for this row, and something that it reveals exists there and is not proven yet."""
    meant = _values(question, row.sheet.id)
    if not all(_holds(room.view.value(row, name), value) for name, value in meant.items()):
        return False
    return any(
        exists(row, name, room.view) and not proven(room, row.address(name))
        for name in _fields(question, row.sheet.id) - set(meant)
    )


def _holds(held: object, value: str) -> bool:
    return value in held if isinstance(held, list) else held == value


def person_for(room: Room, question: "Question", row: Row | None) -> str:
    """The row's own person where present, else whoever the question is for."""
    own = room.view.value(row, row.sheet.who) if row is not None and row.sheet.who else None
    if known(own) and own in room.people and whom(room, question, None, [str(own)]) == own:
        return str(own)
    return whom(room, question, row)
