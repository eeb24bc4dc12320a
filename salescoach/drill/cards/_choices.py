"""What several kinds share: the choices of a field, told apart by what their hint, advice and warning say."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from salescoach.drill.cards import Card, Material, some
from salescoach.playbook.model import Choice, Field, Worksheet


class Chosen(NamedTuple):
    """A field with its worksheet."""

    sheet: Worksheet
    name: str
    field: Field

    @property
    def address(self) -> str:
        """`worksheet.field`."""
        return f"{self.sheet.id}.{self.name}"


def fields(of: Material) -> Iterator[Chosen]:
    """Every field with choices that are its own."""
    for sheet in of.playbook.worksheets:
        for name, field in sheet.fields.items():
            if field.choices and field.derived != "lookup":
                yield Chosen(sheet, name, field)


def recognised(of: Material, kind: str, chosen: Chosen, parts: Mapping[str, str]) -> Iterator[Card]:
    """For every choice and each of `parts` (`hint`, `advice`, `avoid`, with the message that asks): which one is it?"""
    choices = chosen.field.choices
    labels = [of.pick(c.label) for c in choices]
    for choice in choices:
        for part, key in parts.items():
            text = getattr(choice, part)
            if not text or _shared(of, choices, choice, part):
                continue
            ident = f"{kind}/{chosen.address}/{choice.id}/{part}"
            right = of.pick(choice.label)
            asks = of.say(key, field=of.pick(chosen.field.label), words=of.pick(text))
            wrong = some(of, ident, right, labels)
            yield Card(ident, asks, right, wrong, told(of, choice), f"{chosen.address}={choice.id}")


def told(of: Material, choice: Choice) -> str:
    """All that the playbook says about a choice."""
    parts = [of.pick(choice.hint), of.pick(choice.advice)]
    if choice.avoid:
        parts.append(of.say("quiz.avoid", words=of.pick(choice.avoid)))
    gap = "" if of.language.startswith("zh") else " "
    return of.say("quiz.choice-why", label=of.pick(choice.label), words=gap.join(p for p in parts if p))


def _shared(of: Material, choices: list[Choice], choice: Choice, part: str) -> bool:
    """Whether another choice has the same words, so that nobody could tell."""
    words = of.pick(getattr(choice, part))
    return any(c is not choice and of.pick(getattr(c, part)) == words for c in choices)
