"""The questions fit the stage, the people and each other (METHOD.md §3.4, §5)."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from salescoach.coach.questions import MOST
from salescoach.coach.room import Chosen, admits, must_wait, row_of
from salescoach.deal.conditions import exists, names_in
from salescoach.deal.deal import Row
from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.checks import Flaw, flaw, in_visit, question_place

if TYPE_CHECKING:
    from salescoach.playbook.model import Question


def check(brief: Brief) -> Iterator[Flaw]:
    """The list as a whole, then each question."""
    path = in_visit(brief, "questions")
    if not brief.questions and not brief.deciders:
        yield flaw(path, "no-questions")
    if brief.questions and not _asks_for_an_act(brief):
        level = "warning" if known(brief.commitment("best").get("action")) else "error"
        yield flaw(path, "no-request", level)
    if len(brief.questions) > MOST:
        yield flaw(path, "too-many-questions", "warning", count=len(brief.questions), most=MOST)
    yield from _limits(brief)
    yield from _mix(brief)
    by_id = {q.id: q for q in brief.deal.playbook.questions}
    for at, one in enumerate(brief.questions):
        yield from _one(brief, at, one, by_id.get(one.question))


def _asks_for_an_act(brief: Brief) -> bool:
    """Whether a commitment is asked for, or nothing is left to win; the rep's own last words may be the request."""
    open_ones = [j for j in brief.gate.judged if not j.holds]
    return brief.request is not None or not open_ones or not brief.questions[-1].question


def _limits(brief: Brief) -> Iterator[Flaw]:
    counts = Counter(one.type for one in brief.questions)
    for name, kind in brief.deal.playbook.types.items():
        if kind.limit is not None and counts[name] > kind.limit:
            facts = {"type": name, "count": counts[name], "most": kind.limit}
            yield flaw(in_visit(brief, "questions"), "too-many-of-a-type", "warning", **facts)


def _mix(brief: Brief) -> Iterator[Flaw]:
    """Something must be asked about what the stage is about and may be asked: the pains, or its own topics."""
    if brief.deciders or not brief.questions:
        return
    bank = {q.id: q for q in brief.deal.playbook.questions}
    asked = [bank[one.question] for one in brief.questions if one.question in bank]
    sheets = {s.fills for s in brief.stage.steps if s.asked}
    if brief.room.about_pains:
        sheets |= brief.room.pain_sheets
    sheets -= brief.room.locked
    touched = {r.partition(".")[0] for q in asked for r in q.reveals}
    if sheets and not sheets & touched:
        yield flaw(in_visit(brief, "questions"), "mix-beside-the-stage", "warning", names=sorted(sheets))


def _one(brief: Brief, at: int, one: Chosen, question: "Question | None") -> Iterator[Flaw]:
    path = question_place(brief, at)
    if one.person and brief.present and one.person not in {r.id for r in brief.present}:
        yield flaw(path, "asks-absent", value=brief.deal.person(one.person))
    kind = brief.deal.playbook.types.get(one.type)
    if question is None or kind is None:
        return
    if one.person and not admits(kind, one.person, brief.deal):
        yield flaw(
            path, "question-not-for", value=one.text, type=one.type, person=brief.deal.person(one.person)
        )
    row = row_of(brief.deal, one.about)
    if row is not None and must_wait(brief.room, question, row) and not _opened_before(brief, at, one):
        yield flaw(path, "question-too-early", value=one.text, row=brief.deal.title(row, brief.language))
    if brief.room.is_locked(question):
        yield flaw(path, "question-closed", value=one.text)
    elif _locked(brief, one, question):
        yield flaw(path, "question-locked", value=one.text)


def _opened_before(brief: Brief, at: int, one: Chosen) -> bool:
    """Whether an earlier question about the same row lets them admit it first: of the type that opens the loop."""
    types = brief.deal.playbook.types
    opener = one.type
    while types[opener].opens_at and types[opener].after in types:
        opener = types[opener].after
    return any(earlier.about == one.about and earlier.type == opener for earlier in brief.questions[:at])


def _locked(brief: Brief, one: Chosen, question: "Question") -> bool:
    """Whether it is after a field behind a gate that another worksheet keeps shut: limits (METHOD.md §10.2)."""
    row = row_of(brief.deal, one.about)
    places = [r.partition("=")[0].split(".") for r in question.reveals]
    for sheet, name, *_ in (p for p in places if len(p) > 1):
        fields = brief.deal.worksheets[sheet].fields
        if any(fields[g].derived == "lookup" for g in names_in(fields[name].only_if)):
            own = row if row is not None and row.sheet.id == sheet else None
            if not exists(own or Row(brief.deal.worksheets[sheet], "", {}), name, brief.view):
                return True
    return False
