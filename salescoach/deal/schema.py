"""The deals of a playbook as JSON Schema, for editors: what `check.py` accepts, with the playbook's own words.

What only the whole deal can tell is left to `check.py`: references to rows, ids that stand twice, dates the
calendar does not have, fields that exist only where another holds a value (`only_if`).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from salescoach import fields
from salescoach.deal import check
from salescoach.deal.conditions import names_in
from salescoach.deal.deal import Deal
from salescoach.deal.evidence import COUNTING, GRADES
from salescoach.fields import EXIT, UNKNOWN
from salescoach.messages import speaker
from salescoach.schema import (
    DAY,
    DRAFT,
    Schema,
    explain,
    list_of,
    literal,
    one_of,
    or_nothing,
    or_word,
    record,
    titled,
    with_keys_named,
    without_slots,
    written,
)
from salescoach.text import pick

if TYPE_CHECKING:
    from salescoach.playbook.model import Field, Stage, Worksheet


def describe(blanks: Mapping[str, Deal], language: str) -> Schema:
    """The schema of deals of any of these playbooks: by the name of each, a deal in which nothing stands yet."""
    schemas = {
        name: with_keys_named(Writer(name, blank, language).deal(), language)
        for name, blank in blanks.items()
    }
    if len(schemas) == 1:
        return {"$schema": DRAFT, **next(iter(schemas.values()))}
    name = {"playbook": one_of((n, pick(b.playbook.title, language)) for n, b in blanks.items())}
    ways = [
        {"if": {"properties": {"playbook": {"const": n}}, "required": ["playbook"]}, "then": schema}
        for n, schema in schemas.items()
    ]
    return {"$schema": DRAFT, "type": "object", "required": ["playbook"], "properties": name, "allOf": ways}


class Writer:
    """Writes the schema of one playbook's deals; every method here has its counterpart in `Checker`."""

    def __init__(self, name: str, blank: Deal, language: str) -> None:
        self.name = name
        self.blank = blank
        self.playbook = blank.playbook
        self.language = language
        self.say = speaker(language)

    def deal(self) -> Schema:
        """The whole file."""
        title = self.say("schema.deal", playbook=pick(self.playbook.title, self.language))
        own = {key: self._named(key, schema) for key, schema in self._top().items()}
        sheets = {w.id: self._worksheet(w) for w in self.playbook.worksheets}
        return {
            **titled(title, pick(self.playbook.summary, self.language), record({**own, **sheets})),
            "type": "object",
            "required": list(check.NEEDED),
        }

    def _named(self, key: str, schema: Schema) -> Schema:
        """With the words for a key that every deal has, whatever its playbook."""
        name, hint = self.say(f"schema.{key}"), self.say(f"schema.{key}-hint")
        return titled(name, self.say("schema.said", label=name, text=hint), schema)

    def _pick(self, text: object) -> str:
        return without_slots(pick(text, self.language))  # type: ignore[arg-type]

    # the forms that a key of every deal may have

    def _text(self) -> Schema:
        return {"type": ["string", "null"]}

    def _asked(self, schema: Schema) -> Schema:
        """A value, `unknown` or nothing."""
        return or_nothing(or_word(schema, UNKNOWN, self.language), self.language)

    def _kind(self, name: str, field: "Field | None" = None) -> Schema:
        schema = fields.kind(name).schema(field, self.blank, self.language)  # type: ignore[arg-type]
        return self._asked(schema)

    def _choice(self, values: Iterable[str], area: str = "schema") -> Schema:
        return one_of((value, self.say(f"{area}.{value}")) for value in values)

    def _some(self, schema: Schema) -> Schema:
        return or_nothing(list_of(schema), self.language)

    def _id(self) -> Schema:
        return self._named("id", written(check.ID, self.say("schema.an-id")))

    def _stage(self) -> Schema:
        return one_of((s.id, self._stage_says(s)) for s in self.playbook.stages)

    def _stage_says(self, stage: "Stage") -> str:
        return self.say("schema.said", label=self._pick(stage.title), text=self._pick(stage.goal))

    # the top level

    def _top(self) -> dict[str, Schema]:
        """Every key of FIXED; what the checker lets stand as it is has no form here."""
        choices = {key: or_nothing(self._choice(v), self.language) for key, v in check.CHOICES.items()}
        known: dict[str, Schema] = {
            **{key: self._text() for key in check.TEXTS},
            **{key: self._kind("date") for key in check.DAYS},
            **choices,
            **{key: {"type": "string"} for key in check.NEEDED},
            "format": {"default": 1},
            "playbook": {"type": "string", "default": self.name},
            "playbook_version": {"default": self.playbook.version},
            "stage": self._stage(),
            "industry": {**self._text(), "examples": [i.id for i in self.playbook.industries]},
            "late_entry": {"default": False},
            "amount": self._kind("money"),
            "team": self._entries("member", check.TEAM, {"id": self._id()}, ["id"]),
            "evidence": self._some(self._evidence()),
            "activities": self._entries("activity", check.ACTIVITY, self._activity(), ["id"]),
            "stage_history": self._entries(
                "history", check.HISTORY, {"stage": or_nothing(self._stage(), self.language)}
            ),
            "waivers": self._entries("waiver", check.WAIVER, {}),
        }
        return {key: known.get(key, {}) for key in check.FIXED}

    def _entries(
        self, name: str, keys: Iterable[str], known: dict[str, Schema], required: Iterable[str] = ()
    ) -> Schema:
        return self._some(self._entry(name, keys, known, required))

    def _entry(
        self, name: str, keys: Iterable[str], known: dict[str, Schema], required: Iterable[str] = ()
    ) -> Schema:
        """One entry of a fixed list; its keys' words are `name-key` in the messages."""
        days = {key: self._kind("date") for key in check.ENTRY_DAYS}
        forms = {**days, **known}
        entry = record({key: self._key(name, key, forms.get(key, {})) for key in keys}, required)
        return self._named(name, entry)

    def _key(self, name: str, key: str, schema: Schema) -> Schema:
        return schema if key == "id" and schema else self._named(f"{name}-{key}", schema)

    # worksheets

    def _worksheet(self, sheet: "Worksheet") -> Schema:
        title = self._pick(sheet.title or sheet.table or sheet.form)
        cells = {name: self._field(sheet, f) for name, f in sheet.fields.items()}
        if sheet.form is not None:
            return titled(title, title, or_nothing(record(cells), self.language))
        row = self._pick(sheet.table)
        asked = self._pick(sheet.ask_new)
        words = self.say("schema.said", label=row, text=asked) if asked else row
        rows = self._some(titled(row, words, record({"id": self._id(), **cells}, ["id"])))
        return titled(title, self.say("schema.rows", title=title, row=row), rows)

    def _field(self, sheet: "Worksheet", field: "Field") -> Schema:
        around = self._pick(sheet.table or sheet.form)
        title = self.say("schema.of", sheet=around, label=self._pick(field.label))
        if field.derived:
            return titled(title, self._derived(field), self._computed())
        lines = [explain(field, self.language), *self._only_if(sheet, field)]
        return titled(title, "\n".join(lines), self._kind(field.kind, field))

    def _derived(self, field: "Field") -> str:
        return self.say("schema.said", label=self._pick(field.label), text=self.say("schema.computed"))

    def _computed(self) -> Schema:
        return {"type": "null", "errorMessage": self.say("schema.computed"), "doNotSuggest": True}

    def _only_if(self, sheet: "Worksheet", field: "Field") -> Iterator[str]:
        names = [name for name in names_in(field.only_if) if name in sheet.fields]
        if names:
            labels = [self._pick(sheet.fields[name].label) for name in names]
            yield self.say("schema.only-if", fields=self.say("schema.comma").join(labels))

    # evidence

    def _evidence(self) -> Schema:
        """A record; where its grade counts, it names who it was."""
        known = {"for": self._for(), "grade": self._choice(GRADES, "evidence"), "date": self._day()}
        entry = self._entry("record", check.EVIDENCE, known, ["for", "grade", "date"])
        counting = {"properties": {"grade": {"enum": list(COUNTING)}}, "required": ["grade"]}
        person = {"properties": {"person": {"type": "string"}}, "required": ["person"]}
        return {**entry, "if": counting, "then": person}

    def _day(self) -> Schema:
        return or_word(written(DAY, self.say("schema.a-day")), UNKNOWN, self.language)

    def _for(self) -> Schema:
        forms = [self._place(), self._cell()]
        several = {"title": self.say("schema.places"), "type": "array", "minItems": 1}
        return {"anyOf": [*forms, {**several, "items": {"anyOf": forms}}]}

    def _place(self) -> Schema:
        """The addresses that need no id of a row: criteria, and fields of forms."""
        criteria = [(ident, self.blank.name(EXIT, ident, self.language)) for ident in self.blank.ids(EXIT)]
        of_forms = [
            (f"{sheet.id}/{name}", self._pick(field.label))
            for sheet in self.playbook.worksheets
            if sheet.form is not None
            for name, field in sheet.fields.items()
        ]
        wrong = {"errorMessage": self.say("schema.an-address")}
        return {"title": self.say("schema.place"), **one_of([*criteria, *of_forms]), **wrong}

    def _cell(self) -> Schema:
        """The addresses of fields of rows, and of cells."""
        stems = [
            f"{literal(sheet.id)}{'/[^/]*' if sheet.form is None else ''}/({'|'.join(map(literal, sheet.fields))})"
            for sheet in self.playbook.worksheets
            if sheet.id not in self.blank.stages
        ]
        pattern = f"({'|'.join(stems)})(/[^/]*)?"
        return {
            **written(pattern, self.say("schema.an-address")),
            "title": self.say("schema.cell"),
            "type": "string",
        }

    # activities

    def _activity(self) -> dict[str, Schema]:
        texts = self._asked(list_of({"type": "string"}))
        choices = {
            key: or_nothing(self._choice(v), self.language) for key, v in check.ACTIVITY_CHOICES.items()
        }
        time = written(check.TIME.pattern, self.say("schema.a-time"))
        minutes = {"type": ["integer"], "minimum": 1, "maximum": check.MOST_MINUTES}
        parts = {"type": ["object"], "additionalProperties": self._text()}
        return {
            "id": self._id(),
            **choices,
            **{key: self._text() for key in check.ACTIVITY_TEXT},
            **dict.fromkeys((*check.ACTIVITY_TEXTS, "people", "team"), texts),
            "minutes": self._asked(minutes),
            "time": self._asked(time),
            "parts": self._asked(parts),
            "commitments": self._asked(list_of(self._commitment())),
        }

    def _commitment(self) -> Schema:
        known = {
            "person": self._text(),
            "action": self._text(),
            "moves": self._kind("criterion"),
            "costs": self._asked(self._choice(check.COSTS)),
            "by": self._kind("date"),
        }
        return self._entry("commitment", check.COMMITMENT, known)
