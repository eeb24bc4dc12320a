"""What the gate cannot do without is asked for in this visit, or agreed as its outcome."""

from collections.abc import Iterator

from salescoach.plan.brief import Brief
from salescoach.plan.checks import Flaw, flaw, in_visit
from salescoach.plan.checks.commitments import RUNGS
from salescoach.text import pick


def check(brief: Brief) -> Iterator[Flaw]:
    """Each must that does not hold."""
    after = {brief.commitment(rung).get("moves") for rung in RUNGS}
    for judged in brief.gate.judged:
        if not judged.must or judged.holds or judged.address in after:
            continue
        places = [judged.address, *(g.address for g in judged.verdict.gaps)]
        if not any(brief.question_for(place) for place in places):
            title = pick(judged.criterion.title, brief.language)
            yield flaw(in_visit(brief, "questions"), "must-not-covered", value=judged.address, title=title)
