"""Questions for what a stage is about besides its exit: the steps with fields that are always `asked`.

Closing asks worries out though no criterion counts them; running-in listens to problems; collecting asks
for reasons. A question that reveals one value (`risks.category=delivery`) is for rows of that value.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from salescoach.coach.room import Chosen, Room, proven, put, whom
from salescoach.coach.steps import applying
from salescoach.deal.conditions import exists
from salescoach.deal.deal import Row
from salescoach.fields import known

if TYPE_CHECKING:
    from salescoach.playbook.model import Question, Step, Worksheet


def about_topics(room: Room) -> Iterator[Chosen]:
    """For each row of such a step and each person in the room, the first question that reaches what is open."""
    used: set[str] = set()
    opened: set[str] = set()
    for step in applying(room.gate.stage, room.deal):
        if not step.asked:
            continue
        for one in _of_step(room, step, used):
            if not set(one.opens) or not set(one.opens) <= opened:
                used.add(one.question)
                opened |= set(one.opens)
                yield one


def _of_step(room: Room, step: "Step", used: set[str]) -> Iterator[Chosen]:
    sheet = room.deal.worksheets[step.fills]
    names = set(step.only or sheet.fields)
    questions = [q for q in room.direct if _fields(q, sheet.id) & names]
    for row in room.deal.rows(sheet.id):
        for question in questions:
            if question.id in used or not _open(room, question, row):
                continue
            person = _person(room, question, row)
            if chosen := put(room, question, person, row) if person or not room.people else None:
                yield chosen
                break
    if sheet.table is not None:
        yield from _new_rows(room, sheet, questions, used)


def _new_rows(
    room: Room, sheet: "Worksheet", questions: list["Question"], used: set[str]
) -> Iterator[Chosen]:
    """What could become a new row: one general question for each person there."""
    for person in room.people:
        for question in questions:
            conditional = any(sheet.fields[n].only_if is not None for n in _fields(question, sheet.id))
            if conditional or question.id in used or _values(question, sheet.id):
                continue
            if whom(room, question, None, [person]) == person and (
                chosen := put(room, question, person, None)
            ):
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


def _person(room: Room, question: "Question", row: Row) -> str:
    """The row's own person where present, else whoever the question is for."""
    own = room.view.value(row, row.sheet.who) if row.sheet.who else None
    if known(own) and own in room.people and whom(room, question, None, [str(own)]) == own:
        return str(own)
    return whom(room, question, row)
