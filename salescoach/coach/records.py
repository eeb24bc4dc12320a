"""The questions for a record of evidence: its parts, in the order that fits what it proves."""

from collections.abc import Iterator, Mapping
from typing import Any

from salescoach.coach.asking import Desk, for_evidence, for_field
from salescoach.coach.draft import ASSUMED, Key
from salescoach.coach.moment import Moment
from salescoach.deal.deal import Spot
from salescoach.dialogue import Ask
from salescoach.fields import MISSING, UNKNOWN, kind, known
from salescoach.fields.cells import key_name, show_cell

PARTS = ("grade", "person", "date", "words")
WORDS_FIRST = ("words", "grade", "person", "date")


def asks(moment: Moment, name: str, least: str) -> Iterator[Ask]:
    """Every part of the record called `name` (its key without `#part`); none once it is plain there is no proof.

    `least` is the grade that the criterion asks for.
    """
    desk = moment.desk
    key = Key.parse(name)
    place = desk.deal.spot("/".join(key.path))
    words_first = place.field is not None and place.field.derived == "words"
    answered = {a.key.partition("!")[0]: a for a in moment.answers}
    grade, words = answered.get(f"{name}#grade"), answered.get(f"{name}#words")
    if grade is not None and (grade.act != "value" or grade.value == ASSUMED):
        return
    if words_first and words is not None and words.act != "value":
        return
    about = _about(moment, key, place)
    help_ = _help(moment, name, key, place)
    for part in WORDS_FIRST if words_first else PARTS:
        ask = for_evidence(desk, name, part, about, _likely_person(desk, place), least, help_)
        if words_first and part == "words":
            ask = ask._replace(prompt=about)
        elif part == "words":
            ask = ask._replace(unknown=False)  # without words it is still a proof; unknown would withdraw it
        if words_first and part == "grade":
            ask = ask._replace(prompt=desk.say("evidence.how"), default="customer_quote")
        yield ask


def subject(moment: Moment, key: str) -> str:
    """What the record that a question belongs to is about, "" for other questions."""
    parsed = Key.parse(key)
    return _about(moment, parsed, moment.deal.spot("/".join(parsed.path))) if parsed.part in PARTS else ""


def _help(moment: Moment, name: str, key: Key, place: Spot) -> Ask:
    """An empty question that carries why, good, bad and the tip."""
    source: Any = place.field if place.field is not None else _criterion(moment, key)
    texts = [moment.desk.pick(getattr(source, part, None)) for part in ("why", "good", "bad")]
    return Ask(
        name, "text", "", why=texts[0], good=texts[1], bad=texts[2], tip=moment.tip(key.path[0], place.name)
    )


def _criterion(moment: Moment, key: Key) -> Any:
    stage = moment.deal.stages.get(key.path[0])
    return next((c for c in stage.exit.criteria if c.id == key.path[1]), None) if stage else None


def _about(moment: Moment, key: Key, place: Spot) -> str:
    """What the record would prove, as a question."""
    desk = moment.desk
    if place.row is None or place.field is None:
        criterion = _criterion(moment, key)
        return desk.pick(criterion.ask) or desk.pick(criterion.title)
    if place.field.derived == "words":
        return for_field(desk, "", place.row, place.name).prompt
    title = f"{desk.deal.title(place.row, desk.language)} · " if place.row.id else ""
    return desk.say("evidence.proof", what=f"{title}{_shown(desk, key, place)}")


def _shown(desk: Desk, key: Key, place: Spot) -> str:
    """The value in question, behind its label."""
    assert place.row is not None and place.field is not None
    value = desk.view.value(place.row, place.name)
    field = place.field
    label = desk.pick(field.label)
    if field.kind == "cells" and isinstance(value, Mapping):
        cell = key.path[-1]
        inner = show_cell(value.get(cell, UNKNOWN), field, desk.deal, desk.language)
        return f"{key_name(field, cell, desk.deal, desk.language)}{desk.say('prep.colon')}{inner}"
    if key.value:
        value = [key.value] if field.kind == "choices" else key.value
    if not known(value):
        return label
    return f"{label}{desk.say('prep.colon')}{kind(field.kind).show(value, field, desk.deal, desk.language)}"


def _likely_person(desk: Desk, place: Spot) -> str:
    """Whose words or act it probably was: the row's person, or the person the row is."""
    if place.row is None:
        return ""
    if place.row.sheet.id == "people":
        return place.row.id
    value = desk.view.value(place.row, place.row.sheet.who) if place.row.sheet.who else MISSING
    return str(value) if known(value) else ""
