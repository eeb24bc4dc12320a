"""Which evidence counts: what proves a criterion, and where a quote alone does (METHOD.md §0.3)."""

from collections.abc import Iterator

from salescoach.drill.cards import Card, Material, some


def cards(of: Material) -> Iterator[Card]:
    """For every criterion with an example, good against bad; for every stage, whether a quote alone proves."""
    examples = [(s, c) for s in of.playbook.stages for c in s.exit.criteria if c.good and c.bad]
    for stage, criterion in examples:
        ident = f"evidence/{stage.id}/{criterion.id}"
        asks = of.say("quiz.evidence-proves", title=of.pick(criterion.title))
        others = some(of, ident, "", [of.pick(c.bad) for _, c in examples if c is not criterion], most=1)
        why = of.pick(criterion.why) or of.say("quiz.evidence-why")
        where = f"stages/{stage.id}/{criterion.id}"
        yield Card(ident, asks, of.pick(criterion.good), (of.pick(criterion.bad), *others), why, where)
    answers = [of.say("quiz.quote-enough"), of.say("quiz.quote-not-enough")]
    for stage in of.playbook.stages:
        asks = of.say("quiz.evidence-quote", title=of.pick(stage.title))
        right, wrong = answers if stage.quote_alone else reversed(answers)
        why = of.say("quiz.quote-why" if stage.quote_alone else "quiz.quote-why-not")
        yield Card(f"evidence/{stage.id}", asks, right, (wrong,), why, f"stages/{stage.id}")
