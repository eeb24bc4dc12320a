"""What a run is worth: every row of the rubric with the lines that decided, whether it passes, what was uncovered."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from salescoach.coach.gate import judge_on
from salescoach.drill import rows
from salescoach.drill.rows import Measured
from salescoach.drill.run import Run
from salescoach.drill.scene import Fact
from salescoach.text import pick

if TYPE_CHECKING:
    from salescoach.playbook.scenario import Rubric, RubricRow

WHOLE = 100
"""What the rows of a rubric come to."""


class Scored(NamedTuple):
    """A row of the rubric, scored; `points` of a critical row are 0 and `failed` tells whether it was broken."""

    row: "RubricRow"
    points: float
    measured: Measured
    failed: bool = False


class Score(NamedTuple):
    """All rows. `total` is out of 100, at most the rubric's cap where something critical happened."""

    rows: tuple[Scored, ...]
    total: int
    critical: tuple[str, ...]


class Wanted(NamedTuple):
    """One thing that it takes to pass. `kind`: score, found, advance, shown, never or critical; `of`: what."""

    kind: str
    of: str
    holds: bool


class Held(NamedTuple):
    """An exit criterion of the scenario's stage: at the start, after the talk, and in the truth."""

    address: str
    title: str
    before: bool
    after: bool
    possible: bool


def score(run: Run) -> Score:
    """A played run by its scenario's rubric; a critical mine, and an objection that was met critically, count, too."""
    rubric = run.scene.rubric
    measured = {row.id: rows.kind(row.kind).measure(row.parameters, run) for row in rubric.rows}
    return total(rubric, measured, _critical(run))


def total(rubric: "Rubric", measured: Mapping[str, Measured], critical: Sequence[str] = ()) -> Score:
    """The score of what was measured, by the tool or by an observer; rows that nobody measured earn nothing."""
    scored = [_scored(row, measured[row.id]) for row in rubric.rows if row.id in measured]
    broken = [*critical, *(one.row.id for one in scored if one.failed)]
    whole = int(max(0.0, sum(one.points for one in scored)) + 0.5)
    return Score(tuple(scored), min(whole, rubric.cap) if broken else min(whole, WHOLE), tuple(broken))


def _scored(row: "RubricRow", measured: Measured) -> Scored:
    kind = rows.kind(row.kind)
    if row.critical:
        return Scored(row, 0, measured, kind.points(row.parameters, measured, 1) < 1)
    points = kind.points(row.parameters, measured, row.points)
    return Scored(row, round(points, 1), measured)


def _critical(run: Run) -> list[str]:
    scenario, state = run.scene.scenario, run.talk.state
    mines = [mine.id for mine in scenario.mines if mine.critical and mine.id in state.mines]
    bad = {act.name for turn in run.turns if turn.objection for act in turn.acts}
    objections = [
        one.id
        for one in scenario.objections
        if one.critical and state.settled.get(one.id) is False and set(one.bad) & bad
    ]
    return [*mines, *objections]


def wanted(run: Run, score: Score) -> list[Wanted]:
    """Everything that it takes to pass, each with whether it holds."""
    passes, state = run.scene.scenario.passes, run.talk.state
    found = [Wanted("score", str(passes.score), score.total >= passes.score)]
    found += [Wanted("found", at, at in state.told) for at in passes.found]
    if passes.advance:
        found.append(
            Wanted("advance", ", ".join(passes.advance), bool(set(passes.advance) & set(state.granted)))
        )
    found += [Wanted("shown", act, bool(state.acts[act])) for act in passes.shown]
    found += [Wanted("never", act, not state.acts[act]) for act in passes.never]
    if score.critical:
        found.append(Wanted("critical", ", ".join(score.critical), False))
    return found


def passed(run: Run, score: Score) -> bool:
    """Whether the run passes."""
    return all(one.holds for one in wanted(run, score))


def uncovered(run: Run) -> list[Held]:
    """The exit of the scenario's stage, judged as in a real deal: what the rep knew, knows now, and could know."""
    scene, language = run.scene, run.scene.language
    gates = [
        judge_on(scene.stage, deal, scene.today)
        for deal in (scene.deal(scene.start), run.talk.state.deal(), scene.deal(_all(run)))
    ]
    return [
        Held(last.address, pick(last.criterion.title, language), *(j.holds for j in (first, now, last)))
        for first, now, last in zip(*(gate.judged for gate in gates), strict=True)
    ]


def _all(run: Run) -> dict[str, object]:
    """The deal of a rep who found everything and was granted everything."""
    from salescoach.deal.merge import merge
    from salescoach.drill.buyer import agreed

    content = run.scene.start
    for fact in run.scene.facts:
        content = merge(content, run.scene.told(fact))
    for offer in run.scene.scenario.advances:
        content = merge(content, agreed(run.scene, offer))
    return content


def not_found(run: Run) -> list[Fact]:
    """The facts that stayed hidden."""
    return [fact for fact in run.scene.facts if fact.at not in run.talk.state.told]
