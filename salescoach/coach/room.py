"""The room of a visit: who sits there, what may be put to whom, and a question put to a person."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach.coach.gate import Gate, gaps_in_order
from salescoach.coach.slots import slots
from salescoach.deal.conditions import judge
from salescoach.deal.deal import Deal, Row, View
from salescoach.deal.evidence import Want
from salescoach.fields import MISSING
from salescoach.text import fill, pick

if TYPE_CHECKING:
    from salescoach.playbook.model import Question, QuestionType


class Chosen(NamedTuple):
    """A question for one person. `about` is a row's address or ""; `opens` the addresses that an answer fills.

    `waits`: only to be asked once that person has admitted the pain in this very talk.
    """

    question: str
    type: str
    person: str
    about: str
    text: str
    opens: tuple[str, ...] = ()
    wins: tuple[str, ...] = ()
    waits: bool = False


NO_AIM: Mapping[str, Any] = {}


class Room:
    """Who is in the room, for how long, in which language, and how the stage's gate stands on the day."""

    def __init__(
        self,
        deal: Deal,
        gate: Gate,
        people: Sequence[str],
        minutes: int,
        language: str,
        today: date,
        aim: Mapping[str, Any] = NO_AIM,
    ) -> None:
        self.deal = deal
        self.gate = gate
        self.people = people
        self.minutes = minutes
        self.language = language
        self.today = today
        self.aim = aim
        """The best commitment that the visit is after, as the deal has it; {} while none is chosen."""
        self.view = View(deal, today)
        self.ever = View(deal, today, ages=False)
        """What was ever said: nobody is asked twice because the first answer grew old."""

    @cached_property
    def gaps(self) -> frozenset[str]:
        """The addresses of what the stage's exit lacks."""
        return frozenset(g.address for _, g in gaps_in_order(self.gate))

    @cached_property
    def pain_sheets(self) -> frozenset[str]:
        """The tables that chains of questions are about."""
        return frozenset(c.about for c in self.deal.playbook.chains)

    @cached_property
    def reported(self) -> bool:
        """Whether somebody is there who hears a report instead of questions."""
        return any(hears_report(p, self.deal) for p in self.people)

    @cached_property
    def direct(self) -> list["Question"]:
        """Questions outside the pain loops that fit this stage, this industry and this many listeners."""
        types = self.deal.playbook.types
        return [
            q
            for q in self.deal.playbook.questions
            if types[q.type].style == "question"
            and in_use(types[q.type], self.deal)
            and not types[q.type].opens_at
            and (not q.stages or self.gate.stage.id in q.stages)
            and (not q.industry or q.industry == self.deal.industry)
            and not (q.alone and len(self.people) > 1)
            and not self.is_locked(q)
        ]

    @cached_property
    def locked(self) -> frozenset[str]:
        """The worksheets that a line not to cross closes just now: an open tender."""
        locks = [g.locks for g in self.deal.playbook.compliance if g.locks is not None]
        return frozenset(
            sheet
            for lock in locks
            if (form := self.deal.row(lock.form, "")) and judge(lock.have, form, self.view).holds is True
            for sheet in lock.worksheets
        )

    def is_locked(self, question: "Question") -> bool:
        """Whether a question is about a worksheet that is closed just now."""
        return not self.locked.isdisjoint(r.partition(".")[0] for r in question.reveals)

    def may_raise(self, row: Row) -> bool:
        """Whether a visit may be about this row."""
        about = row.sheet.ask_about
        fits = about is None or judge(about, row, self.view).holds is not False
        return fits and not self.confidential(row)

    def confidential(self, row: Row) -> bool:
        """Whether a row is one person's own matter while others sit there, too."""
        private = row.sheet.alone is not None and judge(row.sheet.alone, row, self.view).holds is True
        return private and list(self.people) != [self.view.value(row, row.sheet.who)]

    @cached_property
    def pain_rows(self) -> list[Row]:
        """The rows that chains are about: who can be asked first, then the furthest up the ladder, then the gaps."""
        in_gaps = {"/".join(address.split("/")[:2]) for address in self.gaps}

        def rank(row: Row) -> tuple[bool, int, bool]:
            return (
                not self.listener(row) and bool(self.people),
                -reached(self, row),
                f"{row.sheet.id}/{row.id}" not in in_gaps,
            )

        return sorted((row for sheet in sorted(self.pain_sheets) for row in self.deal.rows(sheet)), key=rank)

    def listener(self, row: Row) -> str:
        """Whom to ask about a pain: its owner when in the room, else the first who may be interviewed; or ""."""
        owner = self.view.value(row, row.sheet.who)
        may = self._interviewed
        free = [p for p in may if p not in self._owners]
        return str(owner) if owner in may else (free or may or [""])[0]

    @cached_property
    def _interviewed(self) -> list[str]:
        """Who in the room takes SPIN questions."""
        spin = [t for t in self.deal.playbook.types.values() if t.style == "question" and t.not_for]
        return [
            p
            for p in self.people
            if any(admits(t, p, self.deal) for t in spin) and not hears_report(p, self.deal)
        ]

    @cached_property
    def _owners(self) -> set[str]:
        """Everybody who has a pain of their own."""
        return {str(self.view.value(r, r.sheet.who)) for s in self.pain_sheets for r in self.deal.rows(s)}

    @property
    def about_pains(self) -> bool:
        """Whether the stage is about what the chains of questions are about: the pains."""
        return not self.pain_sheets.isdisjoint(s.fills for s in self.gate.stage.steps)


def admits(kind: "QuestionType", person: str, deal: Deal) -> bool:
    """Whether this type of question is for this person.

    `not_for` excludes someone only if all their roles are excluded; who draws both the report and the
    interview gets the one for their level.
    """
    if not in_use(kind, deal):
        return False
    roles = set(deal.roles(person))
    if kind.only_for and not roles & set(kind.only_for):
        return False
    decides = bool(roles & _reported_to(deal))
    if decides and roles - _reported_to(deal):
        row = deal.row("people", person)
        at_the_top = row is not None and deal.typed(row, "level") == "decision"
        return kind.style == "commitment" or (kind.style == "report") == at_the_top
    return not (roles and roles <= set(kind.not_for))


def in_use(kind: "QuestionType", deal: Deal) -> bool:
    """Whether the deal's stage is one in which this type is used."""
    return not kind.stages or deal.stage is None or deal.stage.id in kind.stages


def _reported_to(deal: Deal) -> set[str]:
    return {r for t in deal.playbook.types.values() if t.style == "report" for r in t.only_for}


def hears_report(person: str, deal: Deal) -> bool:
    """Whether this person gets the report instead of questions."""
    return any(t.style == "report" and admits(t, person, deal) for t in deal.playbook.types.values())


def put_again(room: Room, entry: Mapping[str, Any]) -> Chosen | None:
    """A question that a deal holds (`{id, person, about, words}`); None when its playbook has it no more."""
    person, words = str(entry.get("person", "")), entry.get("words")
    if not entry.get("id"):
        return typed(str(words), person) if words else None
    question = next((q for q in room.deal.playbook.questions if q.id == entry["id"]), None)
    if question is None:
        return typed(str(words), person) if words else None
    row = row_of(room.deal, str(entry.get("about", "")))
    if row is None and any(r.startswith("people.") for r in question.reveals):
        row = room.deal.row("people", person)
    found = put(room, question, person, row)
    if found is None:
        return typed(str(words), person) if words else None
    found = found._replace(about=str(entry.get("about", "")))
    if row is not None and row.sheet.id in room.pain_sheets:
        found = found._replace(waits=must_wait(room, question, row))
    return found._replace(text=str(words)) if words else found


def typed(text: str, person: str) -> Chosen:
    """A question in the rep's own words."""
    return Chosen("", "", person, "", text)


def put(room: Room, question: "Question", person: str, row: Row | None) -> Chosen | None:
    """The question put to a person about a row; None when a slot of it is not known."""
    text = fill(pick(question.text, room.language), slots(room.deal, room.view, room.language, row, person))
    if text is None:
        return None
    opens = addresses(question, row)
    about = f"{row.sheet.id}/{row.id}" if row is not None and row.id and opens else ""
    if row is not None and row.id and "{" in pick(question.text, room.language):
        about = f"{row.sheet.id}/{row.id}"
    return Chosen(question.id, question.type, person, about, text, tuple(opens), tuple(question.wins))


def addresses(question: "Question", row: Row | None) -> list[str]:
    """The places in this row that an answer may fill, but for fields that do not exist in it."""
    if row is None:
        return []
    places = [r.partition("=")[0].split(".") for r in question.reveals]
    return [row.address(*p[1:]) for p in places if p[0] == row.sheet.id and p[1:]]


def proven(room: Room, address: str) -> bool:
    """Whether the customer has said or shown this; where the exit needs it fresh, it must be."""
    view = room.view if address in room.gaps else room.ever
    return bool(view.proof(address, Want("customer_quote", MISSING)).records)


def row_of(deal: Deal, about: str) -> Row | None:
    sheet, _, ident = about.partition("/")
    return deal.row(sheet, ident) if about else None


def reached(room: Room, row: Row) -> int:
    """Which rung of its ladder a row has reached, 0 for the start."""
    ladder = next((n for n, f in row.sheet.fields.items() if f.derived == "ladder"), "")
    rungs = [c.id for c in row.sheet.fields[ladder].choices] if ladder else []
    value = room.ever.value(row, ladder)
    return rungs.index(value) if value in rungs else 0


def must_wait(room: Room, question: "Question", row: Row) -> bool:
    """Whether the question only opens once the person has admitted the pain."""
    return bool(room.deal.playbook.types[question.type].opens_at) and reached(room, row) == 0


def whom(room: Room, question: "Question", about: Row | None, people: Sequence[str] | None = None) -> str:
    """Whom to ask: the person it is about, else one of the roles it is for, else who is there; "" for nobody.

    `people` are those in question, everybody in the room when left out.

    Who hears the report is only asked what is meant for their role by name.
    """
    kind = room.deal.playbook.types[question.type]
    roles = set(question.for_roles)
    may = [
        p
        for p in (room.people if people is None else people)
        if admits(kind, p, room.deal)
        and (kind.style == "report" or not hears_report(p, room.deal) or roles & set(room.deal.roles(p)))
    ]
    fitting = [p for p in may if set(room.deal.roles(p)) & roles]
    if about is not None and about.id in may:
        other = roles and room.deal.roles(about.id) and about.id not in fitting
        return "" if other else about.id
    if roles and not fitting and any(room.deal.roles(p) for p in may):
        return ""
    return (fitting or may or [""])[0]
