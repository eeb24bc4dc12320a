"""Everything the sections of a call plan draw on, gathered once."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from salescoach.coach.gate import Gate
from salescoach.coach.room import Chosen, Room, hears_report
from salescoach.deal.deal import PEOPLE, Deal, Row, View
from salescoach.fields import kind, known, parse_day
from salescoach.fields.cells import show_cell
from salescoach.messages import speaker
from salescoach.plan.markdown import text
from salescoach.text import pick, say_date

if TYPE_CHECKING:
    from salescoach.playbook.model import Field, Library, Stage


class Brief:
    """One visit of one deal, seen on `today`. Texts come out in `language`, escaped for Markdown."""

    def __init__(
        self,
        room: Room,
        visit: Mapping[str, Any],
        questions: Sequence[Chosen],
        library: "Library",
    ) -> None:
        self.room = room
        self.visit = visit
        self.questions = questions
        self.library = library

    @property
    def deal(self) -> Deal:
        """The deal."""
        return self.room.deal

    @property
    def gate(self) -> Gate:
        """The exit of the deal's stage."""
        return self.room.gate

    @property
    def stage(self) -> "Stage":
        """The stage being worked on."""
        return self.gate.stage

    @property
    def today(self) -> date:
        """The day the plan is made."""
        return self.room.today

    @property
    def language(self) -> str:
        """The plan's language."""
        return self.room.language

    @cached_property
    def view(self) -> View:
        """The deal as of today, by the rules of its stage."""
        return View(self.deal, self.today, self.stage.quote_alone)

    def say(self, key: str, **facts: object) -> str:
        """A text of the plan; facts must be escaped already."""
        return speaker(self.language)(f"plan.{key}", **facts)

    def pick(self, content: Any) -> str:
        """A playbook's text, escaped."""
        return text(pick(content, self.language))

    def sentences(self, *parts: str) -> str:
        """Sentences in a row; Chinese puts no space between them."""
        return ("" if self.language.startswith("zh") else " ").join(p for p in parts if p)

    def clause(self, content: Any) -> str:
        """A playbook's text inside our sentence: no full stop at its end, no capital at its start."""
        plain = pick(content, self.language).rstrip(".。 ")
        if not self.language.startswith("zh") and (plain[1:2].islower() or plain[:2] == "A "):
            plain = plain[0].lower() + plain[1:]
        return text(plain)

    def day(self, value: Any, year: bool = False) -> str:
        """A date of the deal as people write it; what is no date as it stands, "" for none."""
        found = parse_day(value)
        return say_date(found, self.language, year) if found else text(value) if known(value) else ""

    def name(self, person: str) -> str:
        """A customer person's name, escaped."""
        return text(self.deal.person(person)) if person else ""

    def title(self, row: Row) -> str:
        """What a row is called, escaped."""
        return text(self.deal.title(row, self.language))

    def show(self, row: Row, name: str) -> str:
        """A field's value as a person reads it, escaped; "" when it is not known."""
        field = row.sheet.fields.get(name)
        value = self.view.value(row, name) if field is not None else None
        if field is None or not known(value):
            return ""
        if field.derived == "decayed":
            field = row.sheet.fields[str(field.parameters["of"])]
        return text(self._plain(field, value))

    def _plain(self, field: "Field", value: Any) -> str:
        if field.kind:
            return kind(field.kind).show(value, field, self.deal, self.language)
        if field.choices and isinstance(value, str):
            return kind("choice").show(value, field, self.deal, self.language)
        if isinstance(value, int | float):
            return kind("money").show(value, field, self.deal, self.language)
        return str(value[-1] if isinstance(value, list) else value)

    def cell(self, row: Row, name: str, key: str) -> str:
        """One cell of a field, escaped; "" when nothing of it is known."""
        cells = row.cells.get(name)
        value = cells.get(key) if isinstance(cells, Mapping) else None
        return (
            text(show_cell(value, row.sheet.fields[name], self.deal, self.language)) if known(value) else ""
        )

    def rows(self, sheet: str) -> list[Row]:
        """The rows of a table, [] when the playbook has no such table."""
        return self.deal.rows(sheet)

    @cached_property
    def pains(self) -> list[Row]:
        """The pains: those that questions are about first, then as the coach ranks them."""
        asked = {one.about for one in self.questions}
        ranked = [r for r in self.room.pain_rows if r.sheet.id == "pains"]
        every = ranked or self.rows("pains")  # a playbook may have no chains about them
        return sorted(every, key=lambda r: f"pains/{r.id}" not in asked)

    @cached_property
    def present(self) -> list[Row]:
        """The customer's people in the room."""
        rows = (self.deal.row(PEOPLE, p) for p in self.room.people)
        return [r for r in rows if r is not None]

    @cached_property
    def deciders(self) -> list[Row]:
        """Those in the room who hear a report instead of questions."""
        return [r for r in self.present if hears_report(r.id, self.deal)]

    def commitment(self, ident: str) -> Mapping[str, Any]:
        """The commitment `best` or `minimum` of the visit, {} when there is none."""
        listed = self.visit.get("commitments")
        found = (
            [c for c in listed if isinstance(c, Mapping) and c.get("id") == ident]
            if isinstance(listed, list)
            else []
        )
        return found[0] if found else {}

    @property
    def request(self) -> Chosen | None:
        """The question that asks for the commitment, None when there is none."""
        types = self.deal.playbook.types
        asks = [one for one in self.questions if one.type in types and types[one.type].style == "commitment"]
        return asks[-1] if asks else None

    def question_for(self, address: str) -> int:
        """The number of the question whose answer would fill an address (or a part of it) or win a
        criterion, 0 for none.
        """
        won = [n for n, one in enumerate(self.questions, 1) if address in one.wins]
        if won:
            return won[-1]
        for number, one in enumerate(self.questions, 1):
            if any(
                a == address or address.startswith(a + "/") or a.startswith(address + "/") for a in one.opens
            ):
                return number
        return 0

    def team(self) -> list[Mapping[str, Any]]:
        """Our people on this visit, the lead first."""
        ids = self.visit.get("team")
        going = [m for m in self.deal.team if not isinstance(ids, list) or m.get("id") in ids]
        return sorted(going, key=lambda m: self.part(m) != "lead")

    def part(self, member: Mapping[str, Any]) -> str:
        """What one of ours does on this visit, "" when nothing is said."""
        parts = self.visit.get("parts")
        given = parts.get(member.get("id")) if isinstance(parts, Mapping) else None
        return str(given or member.get("part") or "")
