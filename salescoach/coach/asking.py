"""From a field of a worksheet to the question the rep is asked about it."""

from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach.coach.slots import slots
from salescoach.deal.deal import Deal, Row, View
from salescoach.deal.evidence import COUNTING
from salescoach.dialogue import Ask, Choice
from salescoach.fields import EXIT, kind, known
from salescoach.fields.cells import key_name
from salescoach.messages import speaker
from salescoach.text import fill, pick

if TYPE_CHECKING:
    from salescoach.playbook.model import Field, Library


class Desk(NamedTuple):
    """What every question to the rep is made from."""

    deal: Deal
    view: View
    library: "Library"
    language: str

    def say(self, key: str, **facts: object) -> str:
        """A message of the tool in the rep's language."""
        return speaker(self.language)(key, **facts)

    def pick(self, text: Any) -> str:
        """A playbook's text in the rep's language."""
        return pick(text, self.language)


def for_field(desk: Desk, key: str, row: Row, name: str, tip: str = "") -> Ask:
    """The question for a field of a row; the known value is its default."""
    field = row.sheet.fields[name]
    value = desk.view.value(row, name)
    return _ask(desk, key, field, _prompt(desk, field, row, ""), value if known(value) else None, tip)


def for_cell(desk: Desk, key: str, row: Row, name: str, cell: str, part: str, tip: str = "") -> Ask:
    """The question for a part of a cell ("" where a cell is one choice)."""
    field = row.sheet.fields[name]
    label = key_name(field, cell, desk.deal, desk.language)
    inner = field.cell[part] if part else field
    held = row.cells.get(name)
    value = held.get(cell) if isinstance(held, dict) else None
    if part:
        value = value.get(part) if isinstance(value, dict) else None
    asked = inner if inner.ask else field
    prompt = _prompt(desk, asked, row, label)
    if part and asked is field and len(field.cell) > 1:
        prompt = desk.say("prep.part-of-cell", prompt=prompt, part=desk.pick(inner.label))
    ask = _ask(desk, key, inner, prompt, value if known(value) else None, tip)
    why, good, bad = (desk.pick(getattr(inner, n) or getattr(field, n)) for n in ("why", "good", "bad"))
    return ask._replace(why=why, good=good, bad=bad)


def _prompt(desk: Desk, field: "Field", row: Row, cell: str) -> str:
    """The field's `ask` with its slots filled; where one is not known, its label and the row."""
    known_slots = slots(desk.deal, desk.view, desk.language, row)
    known_slots["key"] = cell
    if row.sheet.who and known(person := desk.view.value(row, row.sheet.who)):
        known_slots["person"] = desk.deal.person(str(person))
    if row.sheet.id == "people":
        known_slots["person"] = known_slots.get("row", "")
    asked = fill(desk.pick(field.ask), known_slots) if field.ask else None
    title = f"{desk.deal.title(row, desk.language)}{desk.say('prep.colon')}" if row.id else ""
    return asked or f"{title}{desk.pick(field.label)}{f' ({cell})' if cell else ''}"


def _ask(desk: Desk, key: str, field: "Field", prompt: str, default: Any, tip: str) -> Ask:
    asked_as = kind(field.kind).ASKED_AS if field.kind else "text"
    return Ask(
        key,
        asked_as,
        prompt,
        default=default,
        choices=_choices(desk, field),
        free=field.kind == "row",
        why=desk.pick(field.why),
        good=desk.pick(field.good),
        bad=desk.pick(field.bad),
        tip=tip,
    )


_REFERENCES = {"chain": "chains", "member": "team", "criterion": EXIT}


def _choices(desk: Desk, field: "Field") -> tuple[Choice, ...]:
    if field.choices:
        return tuple(Choice(c.id, desk.pick(c.label), desk.pick(c.hint)) for c in field.choices)
    of = _REFERENCES.get(field.kind, field.of)
    if field.kind == "chain":
        own = desk.deal.industry
        chains = sorted(desk.deal.playbook.chains, key=lambda c: c.industry != own)
        return tuple(Choice(c.id, desk.pick(c.symptom)) for c in chains)
    return tuple(Choice(i, desk.deal.name(of, i, desk.language)) for i in desk.deal.ids(of)) if of else ()


def people(desk: Desk) -> tuple[Choice, ...]:
    """The customer's people, with their function beside the name."""
    return tuple(
        Choice(r.id, desk.deal.title(r, desk.language), str(desk.view.value(r, "title") or ""))
        for r in desk.deal.rows("people")
    )


def for_evidence(desk: Desk, name: str, part: str, about: str, person: str, least: str, help_: Ask) -> Ask:
    """One part of a record: `grade`, `person`, `date` or `words`; `about` says what it would prove.

    `least` is the grade that the criterion asks for; `help_` carries why, good and bad.
    """
    key = f"{name}#{part}"
    ask = help_._replace(key=key, default=None, choices=(), free=False)
    if part == "grade":
        grades = [Choice(g, desk.say(f"evidence.{g}"), desk.say(f"evidence.{g}-hint")) for g in COUNTING]
        none = Choice("none", desk.say("evidence.none"), desk.say("evidence.none-hint"))
        needs = desk.say("evidence.needs", grade=desk.say(f"evidence.{least}"))
        return ask._replace(
            kind="choice", prompt=about, choices=(*grades, none), default=None, tip=needs, unknown=False
        )
    if part == "person":
        prompt = desk.say("evidence.person")
        return ask._replace(
            kind="choice",
            prompt=prompt,
            choices=people(desk),
            free=True,
            default=person or None,
            unknown=False,
            skip=False,
        )
    if part == "date":
        return ask._replace(
            kind="date",
            prompt=desk.say("evidence.date"),
            default=desk.view.on.isoformat(),
            unknown=False,
            skip=False,
        )
    return ask._replace(kind="text", prompt=desk.say("evidence.words"), default=None)
