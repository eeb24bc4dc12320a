"""Not to be said: unvoiced worries, names of others, figures of our own, limits before their time."""

from collections.abc import Iterator, Mapping

from salescoach.deal.evidence import COUNTING
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import text
from salescoach.plan.sections.expectations import OPEN
from salescoach.plan.sections.risks import GUESS

MOST = 4


def render(brief: Brief) -> str:
    """One line for each kind there is."""
    return "\n".join(f"- {line}" for line in _lines(brief))


def _lines(brief: Brief) -> Iterator[str]:
    comma = brief.say("comma")
    if brief.rivals:
        yield brief.say("no-names", who=comma.join(text(n) for n in brief.rivals[:MOST]))
    guesses = [brief.title(r) for r in brief.rows("risks") if brief.view.value(r, "state") == GUESS]
    if guesses:
        yield brief.say("no-guesses", what=brief.say("semicolon").join(guesses[:MOST]))
    ours = list(_our_figures(brief))
    if ours:
        yield brief.say("no-figures", what=brief.say("semicolon").join(ours[:MOST]))
    service = next(iter(brief.rows("service")), None)
    if service is not None and brief.rows("expectations") and brief.view.value(service, "gate") != OPEN:
        yield brief.say("limits-locked")


def _our_figures(brief: Brief) -> Iterator[str]:
    """Amounts that nobody of theirs gave (METHOD.md §0.4, G6)."""
    for row in brief.pains:
        cells = row.cells.get("impacts")
        for key, cell in cells.items() if isinstance(cells, Mapping) else ():
            amount = cell.get("amount") if isinstance(cell, Mapping) else None
            records = brief.deal.records_for(row.address("impacts", key))
            given = {r.value for r in records if r.grade in COUNTING}
            if isinstance(amount, int | float) and amount not in given:
                yield brief.cell(row, "impacts", key)
