"""Which type is this question: the questions of the bank, those that speak for themselves (METHOD.md §3.2, §3.3)."""

from collections.abc import Iterator

from salescoach.drill.cards import Card, Material
from salescoach.text import slots


def cards(of: Material) -> Iterator[Card]:
    """One for every question of a type that is asked for its own sake."""
    types = {
        name: t
        for name, t in of.playbook.types.items()
        if t.style == "question" and t.sounds_like is None and not t.needs_row
    }
    labels = {name: of.pick(t.label) for name, t in types.items() if name in "SPIN"}
    for question in of.playbook.questions:
        words = of.pick(question.text)
        if question.type not in labels or slots(words):
            continue
        right = labels[question.type]
        wrong = tuple(label for label in labels.values() if label != right)
        why = of.say("quiz.types-why", label=right, purpose=of.pick(types[question.type].purpose))
        asks = of.say("quiz.types-asks", words=words)
        yield Card(f"types/{question.id}", asks, right, wrong, why, f"questions/{question.id}")
