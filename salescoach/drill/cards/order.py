"""What comes first, what comes next: every order that the playbook fixes.

Types of questions, the report to the decision maker, the funnel, the customer's own buying, ladders (prevention before
remedy, mood before matter), scales with steps, letters by the day (METHOD.md §1.2, §3.4, §5.2, §9.2, §10.4, §11.5).
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from salescoach.drill.cards import Card, Material, some
from salescoach.drill.cards._choices import Chosen, fields

FEWEST = 3
"""Things that it takes to make an order."""


class Order(NamedTuple):
    """Things in a fixed order: each its id, its name and its address. `optional`: those that may be left out."""

    ident: str
    title: str
    items: list[tuple[str, str, str]]
    optional: frozenset[str] = frozenset()


def cards(of: Material) -> Iterator[Card]:
    """What comes right after each; what may be left out is asked for by what has to come before it."""
    for sequence in sequences(of):
        if len(sequence.items) < FEWEST:
            continue
        names = [name for _, name, _ in sequence.items]
        story = of.say("quiz.order-why", title=sequence.title, items=" → ".join(names))
        fixed = [item for item in sequence.items if item[0] not in sequence.optional]
        for (before, name, _), (_, right, place) in pairwise(fixed):
            ident = f"order/{sequence.ident}/{before}"
            asks = of.say("quiz.order-next", title=sequence.title, name=name)
            wrong = some(of, ident, right, [n for n in names if n != name])
            yield Card(ident, asks, right, wrong, story, place)
        for at, (item, _, place) in enumerate(sequence.items):
            if item in sequence.optional and at:
                ident = f"order/{sequence.ident}/{item}/first"
                later = names[at : at + 3]
                yield Card(ident, of.say("quiz.order-first"), names[at - 1], tuple(later), story, place)


def sequences(of: Material) -> Iterator[Order]:
    """Every order there is."""
    book = of.playbook
    asked = [(n, of.pick(t.label), f"types/{n}") for n, t in book.types.items() if n in "SPIN"]
    yield Order("types", of.say("quiz.order-types"), asked)
    parts = {
        q.part: q.id for q in reversed(book.questions) if q.part and book.types[q.type].style == "report"
    }
    report = [(p, of.say(f"plan.part-{p}"), f"questions/{parts[p]}") for p in reversed(parts)]
    yield Order("report", of.say("quiz.order-report"), report)
    stages = [(s.id, of.pick(s.title), f"stages/{s.id}") for s in book.stages]
    yield Order("stages", of.say("quiz.order-stages"), stages)
    buying = [(b.id, of.pick(b.title), f"buying_stages/{b.id}") for b in book.buying_stages]
    yield Order("buying", of.say("quiz.order-buying"), buying)
    for chosen in fields(of):
        if chosen.field.derived == "ladder" or _climbs(chosen):
            yield _of_field(of, chosen)


def _climbs(chosen: Chosen) -> bool:
    """Whether the choices are steps that are gone one after another: each says what to do for the next."""
    steps = chosen.field.kind == "scale" or "bands" in chosen.field.parameters
    return steps and all(choice.advice for choice in chosen.field.choices)


def _of_field(of: Material, chosen: Chosen) -> Order:
    items = [(str(c.id), of.pick(c.label), f"{chosen.address}={c.id}") for c in chosen.field.choices]
    rungs = chosen.field.parameters.get("rungs", [])
    optional = frozenset(str(rung["reach"]) for rung in rungs if rung.get("optional"))
    title = of.say(
        "quiz.order-field",
        sheet=of.pick(chosen.sheet.title or chosen.sheet.table),
        field=of.pick(chosen.field.label),
    )
    return Order(chosen.address, title, items, optional)
