"""Which quadrant is this, and whose mistake: every grid of the playbook (METHOD.md §2.4, §3.5, §7.4)."""

from collections.abc import Iterator
from typing import Any

from salescoach.drill.cards import Card, Material, some
from salescoach.drill.cards._choices import Chosen, fields, recognised, told


def cards(of: Material) -> Iterator[Card]:
    """For every quadrant: from its two inputs, and by its typical mistake."""
    for chosen in fields(of):
        if chosen.field.derived == "grid":
            yield from _by_inputs(of, chosen)
            yield from recognised(of, "quadrants", chosen, {"avoid": "quiz.quadrants-avoid"})


def _by_inputs(of: Material, chosen: Chosen) -> Iterator[Card]:
    choices = {choice.id: choice for choice in chosen.field.choices}
    labels = [of.pick(choice.label) for choice in choices.values()]
    given = chosen.field.parameters
    for down, line in given["gives"].items():
        for across, quadrant in line.items():
            ident = f"quadrants/{chosen.address}/{quadrant}/is"
            inputs = [
                _input(of, chosen, given[axis], value) for axis, value in (("down", down), ("across", across))
            ]
            asks = of.say(
                "quiz.quadrants-is", field=of.pick(chosen.field.label), down=inputs[0], across=inputs[1]
            )
            right = of.pick(choices[quadrant].label)
            wrong = some(of, ident, right, labels)
            where = f"{chosen.address}={quadrant}"
            yield Card(ident, asks, right, wrong, told(of, choices[quadrant]), where)


def _input(of: Material, chosen: Chosen, name: str, value: Any) -> str:
    """`Importance to the customer: Important`; on a numeric scale, where high begins."""
    field = chosen.sheet.fields[name]
    labels = [of.pick(c.label) for c in field.choices if c.id == value]
    if not labels:
        line = chosen.field.parameters["high_from"]
        labels = [of.say("quiz.from", number=line) if value == "high" else of.say("quiz.below", number=line)]
    return of.say("quiz.is", field=of.pick(field.label), value=labels[0])
