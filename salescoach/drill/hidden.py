"""What a buyer hides where a drill is made of a real deal: rows that are open, and an answer for each open field."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach import fields
from salescoach.coach.gate import gaps_in_order
from salescoach.coach.room import Chosen, Room, proven
from salescoach.deal.deal import PEOPLE, Row
from salescoach.deal.evidence import QUOTE
from salescoach.drill.keywords import joined, keywords
from salescoach.drill.phrases import Known, Phrases, Text
from salescoach.fields import UNKNOWN, known
from salescoach.playbook.answers import INVENTED
from salescoach.text import parse_day, slots

if TYPE_CHECKING:
    from salescoach.playbook.answers import Answer, Answers, Cast, Part
    from salescoach.playbook.model import Field, Library, LibraryRow, LocalText, Worksheet
    from salescoach.playbook.scenario import Level, Words

MOST_ROWS = 4
"""Rows of one worksheet that one talk is about."""
EXAMPLES = 2
"""Questions of the playbook that are given as examples for a fact."""
SPREAD = 15
"""Days by which the seed moves a day that is invented."""
FILLS = {"symptom": "symptom", "root_cause": "root_cause", "concern": "concern", "harm": "harm"}
"""Slots, by the fields that fill them."""


class Topic(NamedTuple):
    """A row that the talk may be about. `is_new`: the deal does not have it; `expect`: what the library says of it."""

    sheet: "Worksheet"
    id: str
    cells: dict[str, Any]
    is_new: bool
    expect: "Mapping[str, LocalText]"
    about: "Words"

    def address(self, *parts: str) -> str:
        """The place of a field in it."""
        return "/".join(part for part in (self.sheet.id, self.id, *parts) if part)


class Secret(NamedTuple):
    """One thing that comes out when it is earned: its address, the value, the buyer's words, how it comes out."""

    at: str
    topic: Topic | None
    field: str
    key: str
    value: Any
    words: Text
    answer: "Answer"
    about: "Words"

    def cell(self) -> dict[str, Any]:
        """What the row then holds."""
        if self.value is None or not self.field:
            return {}
        return {self.field: {self.key: self.value} if self.key else self.value}


class _Value(NamedTuple):
    """What an answer comes to: the text that stands in the deal, whether it is one of its own, an amount, a day."""

    text: Text
    is_own: bool
    figure: float | None
    day: date | None


class Inventor:
    """Invents what nobody told yet, for one buyer in one room."""

    def __init__(
        self,
        room: Room,
        questions: Sequence[Chosen],
        buyer: str,
        cast: "Cast",
        library: "Library",
        answers: "Answers",
        phrases: Phrases,
        level: "Level",
        common: Known,
    ) -> None:
        self.room, self.deal, self.view, self.buyer = room, room.deal, room.view, buyer
        self.questions, self.cast, self.library, self.answers = questions, cast, library, answers
        self.phrases, self.level, self.common = phrases, level, common
        self.sheets = {sheet.id: sheet for sheet in room.deal.playbook.worksheets}

    @cached_property
    def topics(self) -> list[Topic]:
        """The rows that the talk is about, part by part."""
        return [topic for part in self.cast.parts for topic in self._of(part)]

    def secrets(self) -> Iterator[Secret]:
        """Everything that is hidden, in the order of the parts, then what else the exit lacks."""
        for topic in self.topics:
            yield from self._of_topic(topic)
        for place in self.cast.also:
            yield from self._also(place)

    # rows

    def _of(self, part: "Part") -> list[Topic]:
        sheet = self.sheets.get(part.of)
        if sheet is None:
            return []
        least = part.by_level.get(self.level, part.least)
        chosen = [topic for topic in self._in_deal(sheet) if self._is_open(topic)]
        chosen = chosen[: max(least, MOST_ROWS)]
        if sheet.table is None:
            return chosen
        fresh = [*self._from_library(sheet, part), *self._spare(sheet)]
        for name, values in part.first.items():
            for value in values:
                if not any(self._value(t, name) == value for t in chosen):
                    chosen += [t for t in fresh if t.cells.get(name) == value][:1]
        enough = sum(t.is_new or not part.open or not proven(self.room, t.address(part.open)) for t in chosen)
        chosen += [t for t in fresh if t not in chosen][: max(0, least - enough)]
        return chosen

    def _is_open(self, topic: Topic) -> bool:
        """Whether something in a row of the deal is not proven yet that a buyer could tell."""
        places = [a.at.split(".")[1:] for a in self.answers.answers if a.at.split(".")[0] == topic.sheet.id]
        return any(not proven(self.room, topic.address(*place)) for place in places)

    def _in_deal(self, sheet: "Worksheet") -> list[Topic]:
        rows = [row for row in self.deal.rows(sheet.id) if self._is_theirs(row)]
        own = [row.cells.get(sheet.who) == self.buyer if sheet.who else True for row in rows]
        ordered = sorted(zip(own, rows, strict=True), key=lambda pair: not pair[0])
        return [
            Topic(sheet, row.id, dict(row.cells), False, self._expected(row), self._about(row.cells))
            for _, row in ordered
        ]

    def _is_theirs(self, row: Row) -> bool:
        """Whether this buyer may be asked about a row."""
        own = row.cells.get(row.sheet.who) if row.sheet.who else None
        others = row.sheet.only_with_who and known(own) and own != self.buyer
        return self.room.may_raise(row) and not others

    def _expected(self, row: Row) -> "Mapping[str, LocalText]":
        """What the library says of rows with the same chain."""
        chain = row.cells.get("chain")
        listed = self.library.rows.get(row.sheet.id, []) if known(chain) else []
        return next((entry.expect for entry in listed if entry.fills.get("chain") == chain), {})

    def _from_library(self, sheet: "Worksheet", part: "Part") -> list[Topic]:
        """Rows of the library that the deal does not have: of its industry first, then in the order of the seed."""
        rows = self.deal.rows(sheet.id)
        taken = {row.id for row in rows} | {row.cells.get("chain") for row in rows if row.cells.get("chain")}
        fitting = [
            entry
            for entry in self.library.rows.get(sheet.id, [])
            if entry.industry in ("", self.deal.industry) and not {entry.id, entry.fills.get("chain")} & taken
        ]
        mixed = self.phrases.shuffled(fitting, f"library/{sheet.id}")
        return [self._new(sheet, entry, part.keep) for entry in sorted(mixed, key=lambda e: not e.industry)]

    def _new(self, sheet: "Worksheet", entry: "LibraryRow", keep: Sequence[str]) -> Topic:
        kept = {name: entry.expect[name] for name in keep if name in entry.expect}
        return self._topic(sheet, entry.id, {**entry.fills, **kept}, entry.expect, self._about(entry.fills))

    def _spare(self, sheet: "Worksheet") -> list[Topic]:
        listed = self.answers.spare.get(sheet.id, [])
        return [
            self._topic(sheet, spare.id, spare.fills, {}, spare.about)
            for spare in self.phrases.shuffled(listed, f"spare/{sheet.id}")
            if self.deal.row(sheet.id, spare.id) is None
        ]

    def _topic(
        self,
        sheet: "Worksheet",
        ident: str,
        cells: Mapping[str, Any],
        expect: "Mapping[str, LocalText]",
        about: "Words",
    ) -> Topic:
        who = {sheet.who: self.buyer} if sheet.who else {}
        return Topic(sheet, ident, {**cells, **who}, True, expect, about)

    def _about(self, cells: Mapping[str, Any]) -> "Words":
        """The words that name a row: those of its chain, and of what it says."""
        topics = self.answers.topics.get(str(cells.get("chain")), {})
        names = [*FILLS, "name", "topic", "problem", "how"]
        own: Words = {}
        for language in self.phrases.languages:
            texts = [self.phrases.every(cells[n])[language] for n in names if _is_text(cells.get(n))]
            own[language] = [word for text in texts for word in keywords(text)]
        return joined(topics, own)

    def _value(self, topic: Topic, name: str) -> Any:
        row = self.deal.row(topic.sheet.id, topic.id)
        return self.view.value(row, name) if row is not None else topic.cells.get(name)

    # fields

    def _of_topic(self, topic: Topic) -> Iterator[Secret]:
        """What is hidden in a row."""
        places = dict.fromkeys(a.at for a in self.answers.answers if a.at.split(".")[0] == topic.sheet.id)
        for place in places:
            _, field, key = (*place.split("."), "")[:3]
            if field in topic.sheet.fields and (secret := self._secret(place, topic, field, key)):
                yield secret

    def _also(self, place: str) -> Iterator[Secret]:
        """What the exit lacks, or the plan asks for, outside the parts."""
        if "/" in place:
            wanted = {j.address for j in self.room.gate.judged if not j.holds}
            if place in wanted and (answer := self._fitting(place, None)):
                words = self.phrases.one_of(answer.says, self.common, place)
                if words is not None:
                    yield Secret(place, None, "", "", None, words, answer, self._words(answer, None))
            return
        sheet, field = place.split(".")[:2]
        for topic in self._in_deal(self.sheets[sheet]) if sheet in self.sheets else []:
            person_of_others = sheet == PEOPLE and topic.id != self.buyer
            if topic.address(field) in self._asked and not person_of_others:
                secret = self._secret(place, topic, field, "")
                yield from [secret] if secret else []

    @cached_property
    def _asked(self) -> set[str]:
        """The addresses that the exit lacks, or that the plan asks for."""
        gaps = {gap.address for _, gap in gaps_in_order(self.room.gate)}
        return gaps | {address for one in self.questions for address in one.opens}

    def _secret(self, place: str, topic: Topic, field: str, key: str) -> Secret | None:
        address = topic.address(field, key)
        if not topic.is_new and proven(self.room, address):
            return None
        declared = topic.sheet.fields[field]
        held = topic.cells.get(field)
        held = held.get(key) if key and isinstance(held, Mapping) else None if key else held
        for answer in self._answers(place, topic):
            made = self._made(answer, topic, declared, held if known(held) else None, address)
            if made is not None:
                return Secret(address, topic, field, key, *made, answer, self._words(answer, topic))
        return None

    def _answers(self, place: str, topic: Topic | None) -> Iterator["Answer"]:
        for answer in self.answers.answers:
            fits = topic is None or all(self._holds(topic, *pair) for pair in answer.where.items())
            if answer.at == place and fits and (not answer.casts or self.cast.id in answer.casts):
                yield answer

    def _fitting(self, place: str, topic: Topic | None) -> "Answer | None":
        return next(self._answers(place, topic), None)

    def _holds(self, topic: Topic, name: str, wanted: str) -> bool:
        value = self._value(topic, name)
        return wanted in value.values() if isinstance(value, Mapping) else value == wanted

    def _made(
        self, answer: "Answer", topic: Topic, field: "Field", held: Any, address: str
    ) -> tuple[Any, Text] | None:
        """The value and the words for it, None where this answer does not fit what the deal holds."""
        if answer.value is not None and held is not None and held != answer.value:
            return None
        slots_known = {**self.common, **self._slots(topic, address)}
        figure, day = self._figure(answer, held, address), self._day(answer, address)
        if figure is not None:
            slots_known["number"] = self.phrases.amount(figure)
        if day is not None:
            slots_known["day"] = self.phrases.day(day)
        if field.kind == "row":
            return self._other_row(answer, field, held, slots_known, address)
        if held is not None and self._is_said_anew(answer, topic, address):
            shown = self._shown(held)
            words = self.phrases.one_of(self.answers.confirms, {"value": shown}, address) if shown else None
            return (None, words) if words else None
        chosen = self.phrases.choose(_groups(answer), slots_known, address)
        if chosen is None:
            return None
        words, *holds = chosen
        new = _Value(next(iter(holds), words), bool(holds), figure, day)
        return _stored(answer, field, held, new), words

    def _figure(self, answer: "Answer", held: Any, address: str) -> float | None:
        """The amount that an answer names: the deal's own where it has one."""
        if answer.figure is None:
            return None
        typed = held.get("amount") if isinstance(held, Mapping) else held
        if isinstance(typed, int | float) and not isinstance(typed, bool):
            return typed
        return self.phrases.figure(answer.figure, self._amount, address)

    def _day(self, answer: "Answer", address: str) -> date | None:
        if answer.days is None:
            return None
        return self.room.today + timedelta(days=answer.days + self.phrases.number(address, SPREAD))

    def _is_said_anew(self, answer: "Answer", topic: Topic, address: str) -> bool:
        """Whether the answer's sentences would say something else than what the deal holds."""
        field = address.rsplit("/", maxsplit=1)[-1]
        own = {*FILLS, topic.sheet.row_title, "impacts"}
        part = topic.sheet.fields.get(field)
        plain = part is not None and part.kind in ("text", "date")
        return plain and field not in own and answer.value is None

    def _other_row(
        self, answer: "Answer", field: "Field", held: Any, slots_known: Known, address: str
    ) -> tuple[Any, Text] | None:
        """An answer that names another row: the one that the deal holds, else the first of this talk."""
        rows = {topic.id: topic for topic in self.topics if topic.sheet.id == field.of}
        ident = held if held in rows else next(iter(rows), None)
        if ident is None:
            return None
        more = self._slots(rows[ident], "")
        words = self.phrases.one_of(answer.says, {**more, **slots_known}, address)
        return (None if held == ident else ident, words) if words else None

    def _slots(self, topic: Topic, address: str) -> dict[str, Text]:
        """What the slots stand for in a row, and at a cell of it."""
        cells, found = topic.cells, {}
        for slot, name in FILLS.items():
            if _is_text(cells.get(name)):
                found[slot] = self.phrases.inside(cells[name])
        title = cells.get(topic.sheet.row_title)
        if title is not None and _is_text(title):
            found["row"] = self.phrases.inside(title)
        elif (row := self.deal.row(topic.sheet.id, topic.id)) is not None and row.id:
            found["row"] = {language: self.deal.title(row, language) for language in self.phrases.languages}
        key = address.rpartition("/")[2]
        impacts = cells.get("impacts")
        cell = impacts.get(key) if isinstance(impacts, Mapping) else None
        typed = cell.get("text") if isinstance(cell, Mapping) else None
        effect = typed if _is_text(typed) else topic.expect.get(key)
        if effect is not None:
            found["effect"] = self.phrases.sentence(effect)
        return found

    def _shown(self, value: Any) -> Text | None:
        if isinstance(value, str) and (day := parse_day(value)) is not None:
            return self.phrases.day(day)
        return self.phrases.inside(value) if isinstance(value, str) else None

    @cached_property
    def _amount(self) -> float:
        amount = self.deal.content.get("amount")
        return amount if isinstance(amount, int | float) and not isinstance(amount, bool) else 0

    def _words(self, answer: "Answer", topic: Topic | None) -> "Words":
        """The words by which a line is known to be about it."""
        easy = answer.easy if self.level == "easy" else {}
        shared = self.answers.words.get(answer.alike, {})
        return joined(answer.about, shared, easy, topic.about if topic is not None else {})

    # how a secret stands in a scenario

    def record(self, secret: Secret) -> dict[str, Any]:
        """The evidence of a scenario's truth: invented, and marked so."""
        value = self._guarded(secret)
        return {
            "for": secret.at,
            "person": self.buyer,
            "grade": QUOTE,
            **({} if value is None else {"value": value}),
            "words": secret.words,
            "source": INVENTED,
        }

    def _guarded(self, secret: Secret) -> Any:
        """The value that the evidence proves, where it must name one."""
        if secret.topic is None:
            return None
        field = secret.topic.sheet.fields[secret.field]
        if not field.kind or field.kind == "cells" or not fields.kind(field.kind).GUARDED:
            return None
        return secret.value if secret.value is not None else secret.topic.cells.get(secret.field)

    def reaction(self, secret: Secret, there: Sequence[str]) -> dict[str, Any]:
        """How it comes out; `there`: the addresses of all secrets."""
        answer = secret.answer
        after = [secret.topic.address(name) for name in answer.after] if secret.topic is not None else []
        given = {
            "at": secret.at,
            "types": answer.types,
            "about": secret.about,
            "ask_like": self._examples(secret),
            "after": [address for address in after if address in there],
            "too_early": answer.too_early and self.phrases.every(answer.too_early),
            "hint": answer.hint and self.level != "easy" and self.phrases.every(answer.hint),
        }
        plain = answer.model_dump(
            include={
                "after_summaries", "after_silence", "shown", "mood", "until", "never_if", "unasked", "feel",
            },
            exclude_defaults=True,
        )  # fmt: skip
        return {**{name: value for name, value in given.items() if value}, **plain}

    def _examples(self, secret: Secret) -> "Words":
        """Questions of the playbook that reveal this field, where none is chosen by a chain."""
        if secret.topic is None or not secret.field or secret.topic.cells.get("chain"):
            return {}
        place = ".".join(part for part in (secret.topic.sheet.id, secret.field, secret.key) if part)
        plain = [
            self.phrases.every(q.text)
            for q in self.deal.playbook.questions
            if place in {r.partition("=")[0] for r in q.reveals}
            and q.industry in ("", self.deal.industry)
            and not any(slots(text) for text in self.phrases.every(q.text).values())
        ]
        chosen = self.phrases.shuffled(plain, f"examples/{place}")[:EXAMPLES]
        return {
            language: [text[language] for text in chosen] for language in self.phrases.languages if chosen
        }


def _stored(answer: "Answer", field: "Field", held: Any, new: _Value) -> Any:
    """What the deal then holds; None where nothing has to be added."""
    if field.derived:
        return None
    if field.kind == "cells":
        cell: dict[str, Any] = {"text": new.text}
        if answer.figure is not None:
            cell |= {"amount": new.figure, "per": answer.figure.per}
        there = {name for name in cell if isinstance(held, Mapping) and known(held.get(name, UNKNOWN))}
        return {n: v for n, v in cell.items() if n not in there and n in field.cell and v is not None}
    if held is not None:
        return None
    if answer.value is not None:
        return answer.value
    if field.kind == "date":
        return new.day.isoformat() if new.day is not None else None
    return new.figure if new.figure is not None and not new.is_own else new.text


def _groups(answer: "Answer") -> "list[list[LocalText]]":
    """Each sentence of an answer with what then stands in the deal."""
    held = answer.holds if len(answer.holds) == len(answer.says) else answer.holds[:1] * len(answer.says)
    return [
        [words, *text]
        for words, text in zip(answer.says, [[h] for h in held] or [[]] * len(answer.says), strict=True)
    ]


def _is_text(value: Any) -> bool:
    return bool(value) and (isinstance(value, dict) or (isinstance(value, str) and known(value)))
