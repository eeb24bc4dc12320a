"""What it takes to pass can be had: facts, acts and advances that there are, and the points for the score."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint.drills import _advances, _obstacles
from salescoach.lint.drills._best import best
from salescoach.lint.drills._case import Case


def check(case: Case) -> Iterator[Finding]:
    """Names, then contradictions, then the score."""
    passes = case.scenario.passes
    offers = [offer.id for offer in case.scenario.advances]
    yield from case.index.each(("pass", "found"), "unknown-fact", passes.found, list(case.facts))
    yield from case.index.each(("pass", "advance"), "unknown-advance", passes.advance, offers)
    yield from case.each_act(("pass", "shown"), passes.shown)
    yield from case.each_act(("pass", "never"), passes.never)
    needed = set(passes.shown)
    for address in passes.found:
        if address in case.facts:
            needed |= _obstacles.acts_for(case, case.facts[address])
    for at, act in enumerate(passes.never):
        if act in needed:
            yield case.find(("pass", "never", at), "never-if-needed", value=act, act=act)
    if case.scored is not None and not case.scenario.players:
        yield from _score(case)


def _score(case: Case) -> Iterator[Finding]:
    assert case.scored is not None
    most = 0.0
    for row in (row for row in case.scored.rows if not row.critical):
        can = best(case, row)
        most += can.points
        if can.points < row.points and row.kind != _advances.OUTCOME:
            facts = {"value": row.id, "points": row.points, "can": round(can.points, 1), "there": can.there}
            yield case.find(("rubric",), "row-never-full", "warning", False, **facts)
    wanted = case.scenario.passes.score
    if int(most + 0.5) < wanted:
        yield case.find(("pass", "score"), "score-too-high", value=wanted, most=int(most + 0.5))
