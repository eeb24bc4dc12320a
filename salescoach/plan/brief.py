"""Everything the sections of a call plan draw on, gathered once."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from salescoach.coach.gate import Gate
from salescoach.coach.room import Chosen, Room, hears_report
from salescoach.deal.check import COSTS
from salescoach.deal.conditions import exists, judge
from salescoach.deal.deal import PEOPLE, Deal, Row, View
from salescoach.deal.evidence import QUOTE, Want
from salescoach.derived import outcome
from salescoach.fields import EXIT, MISSING, choice_of, kind, known
from salescoach.fields.cells import show_cell
from salescoach.messages import speaker
from salescoach.plan.markdown import text
from salescoach.plan.pictures import Picture, fence
from salescoach.text import clause, mentioned, parse_day, pick, say_date

if TYPE_CHECKING:
    from salescoach.playbook.model import Choice, Field, Library, Stage, Variant


TEAM, CUSTOMER = "team", "customer"
"""Whom a plan is for. What may reach the customer is marked on fields, keys and rows of the playbook."""
NO_SUPPLIER = ("in_house", "do_nothing", "other_spend")
"""Kinds of alternatives that are nobody's name."""


class Brief:
    """One visit of one deal, seen on `today`. Texts come out in `language`, escaped for Markdown.

    For the audience `customer` whatever is not marked for them comes out as "", and so does every text
    that names a rival: `withheld` counts those.
    """

    def __init__(
        self,
        room: Room,
        visit: Mapping[str, Any],
        questions: Sequence[Chosen],
        library: "Library",
        team_rivals: Sequence[str] = (),
        audience: str = TEAM,
    ) -> None:
        self.room = room
        self.visit = visit
        self.questions = questions
        self.library = library
        self.team_rivals = team_rivals
        self.audience = audience
        self.withheld: list[str] = []
        """Texts that a page for the customer left out, because they name a rival."""
        self.pictures: list[Picture] = []
        """What the plan draws, in the order of its fences."""

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

    @cached_property
    def variant(self) -> "Variant | None":
        """The kind of visit that the playbook has a plan of its own for; None for the plain one."""
        happens = {
            None: True,
            "report": bool(self.deciders),
            "first_contact": not any(a.get("state") == "done" for a in self.deal.activities),
        }
        return next(
            (
                v
                for v in self.deal.playbook.plan.variants
                if happens[v.when] and (not v.stages or self.stage.id in v.stages)
            ),
            None,
        )

    def sections(self, part: str) -> list[str]:
        """The names of the sections in `carry_in`, `annex` or `customer`, as this kind of visit has them."""
        plan = self.deal.playbook.plan
        listed: list[str] = getattr(self.variant, part, []) or getattr(plan, part)
        return [name for name in listed if self.deal.rigour == "full" or name not in plan.full_only]

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
        return text(clause(pick(content, self.language), self.language))

    def day(self, value: Any, year: bool = False) -> str:
        """A date of the deal as people write it; what is no date as it stands, "" for none."""
        found = parse_day(value)
        return say_date(found, self.language, year) if found else text(value) if known(value) else ""

    def money(self, amount: str) -> str:
        """An amount with the deal's currency as people say it."""
        currency = self.deal.say("currency")
        if self.language.startswith("zh") and currency == "CNY":
            return f"{amount}元"
        return f"{amount} {text(currency)}".strip()

    def name(self, person: str) -> str:
        """A customer person's name, escaped."""
        return text(self.deal.person(person)) if person else ""

    def title(self, row: Row) -> str:
        """What a row is called, escaped."""
        titled = row.sheet.fields.get(row.sheet.row_title)
        if self.audience == CUSTOMER and (titled is None or titled.audience != CUSTOMER):
            return ""
        return self.shared(self.deal.title(row, self.language))

    def show(self, row: Row, name: str) -> str:
        """A field's value as a person reads it, escaped; "" when it is not known, or not for the audience."""
        return self.shared(self.plain(row, name))

    def ever(self, row: Row, name: str) -> str:
        """The same by all that was ever said, however long ago."""
        return self.shared(self.plain(row, name, self.room.ever))

    def plain(self, row: Row, name: str, view: View | None = None) -> str:
        """The same, not escaped; seen from `view`, from today when that is left out."""
        field = row.sheet.fields.get(name)
        value = self._value(row, name, view or self.view)
        if field is None or not known(value) or not self._may_see(field):
            return ""
        if field.derived == "decayed":
            field = row.sheet.fields[str(field.parameters["of"])]
        return self._plain(field, value)

    def chosen(self, row: Row, name: str) -> "Choice | None":
        """The choice that a field holds, typed or derived; None when it is not known."""
        field = row.sheet.fields.get(name)
        value = self._value(row, name, self.view)
        return choice_of(field, value) if field is not None and known(value) else None

    def _value(self, row: Row, name: str, view: View) -> Any:
        """MISSING, too, where a value is left over in a field that does not exist in this row (`only_if`)."""
        here = name in row.sheet.fields and exists(row, name, view)
        return view.value(row, name) if here else MISSING

    def advice(self, choice: "Choice | None") -> str:
        """What a choice asks for: its name and its advice; "" for none."""
        return f"{self.pick(choice.label)}{self.say('colon')}{self.pick(choice.advice)}" if choice else ""

    def _may_see(self, field: "Field") -> bool:
        return self.audience == TEAM or field.audience == CUSTOMER

    @cached_property
    def rivals(self) -> list[str]:
        """The names of other suppliers: the team's list, and those of the deal."""
        listed = [r for r in self.deal.rows("rivals") if r.cells.get("kind") not in NO_SUPPLIER]
        named = [str(r.cells["name"]) for r in listed if known(r.cells.get("name"))]
        return list(dict.fromkeys([*self.team_rivals, *named]))

    def shared(self, words: str) -> str:
        """A person's text, escaped; for the customer "" when it names a rival."""
        if self.audience == CUSTOMER and mentioned(words, self.rivals):
            self.withheld.append(words)
            return ""
        return text(words)

    def picture(self, picture: Picture) -> str:
        """A picture as a block of Markdown."""
        self.pictures.append(picture)
        return fence(picture)

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
        field = row.sheet.fields[name]
        cells = row.cells.get(name)
        value = cells.get(key) if isinstance(cells, Mapping) else None
        if self.audience == CUSTOMER:
            value = self._visible_parts(field, key, value)
        return self.shared(show_cell(value, field, self.deal, self.language)) if known(value) else ""

    def _visible_parts(self, field: "Field", key: str, value: Any) -> Any:
        """What of a cell the customer may see: its key and each of its parts are marked."""
        if any(str(k.id) == key and k.audience != CUSTOMER for k in field.keys):
            return None
        if not field.cell:
            return value if field.audience == CUSTOMER else None
        held = value if isinstance(value, Mapping) else {}
        return {p: v for p, v in held.items() if p in field.cell and field.cell[p].audience == CUSTOMER}

    def rows(self, sheet: str) -> list[Row]:
        """The rows of a table that the audience may see, [] when the playbook has no such table."""
        rows = self.deal.rows(sheet)
        if self.audience == TEAM:
            return rows
        return [r for r in rows if self.may_leave(r)]

    def proven(self, row: Row, name: str, *key: str) -> bool:
        """Whether the customer said or showed what a field (or a cell of it) holds, and it still counts."""
        value = self.view.value(row, name)
        if key:
            value = value.get(key[0], MISSING) if isinstance(value, Mapping) else MISSING
        guarded = bool(row.sheet.fields[name].kind) and not key and kind(row.sheet.fields[name].kind).GUARDED
        want = Want(QUOTE, value if guarded else MISSING)
        return bool(self.room.view.proof(row.address(name, *key), want).records)

    def may_leave(self, row: Row) -> bool:
        """Whether a row may stand on a page for the customer."""
        sees = row.sheet.customer_sees
        return sees is None or judge(sees, row, self.view).holds is True

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

    def lacking(self, commitment: Mapping[str, Any]) -> list[str]:
        """What it needs to be an advance: a stranger, "soon" or a price is none of the parts (METHOD.md §3.8)."""
        held = {part: commitment.get(part) for part in outcome.PARAMETERS}
        wrong = {
            "person": self.deal.row(PEOPLE, str(held["person"])) is None,
            "by": parse_day(held["by"]) is None,
            "costs": held["costs"] not in COSTS,
            "moves": str(held["moves"]) not in self.deal.ids(EXIT),
        }
        return [part for part, value in held.items() if not known(value) or wrong.get(part)]

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

    def part_name(self, member: Mapping[str, Any]) -> str:
        """The same as a person says it, escaped."""
        part = self.part(member)
        try:
            return self.say(f"part-{part}") if part else ""
        except KeyError:
            return text(part)
