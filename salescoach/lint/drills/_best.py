"""The most that a run of a scenario can earn of a row of its rubric."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from salescoach.drill import rows
from salescoach.drill.rows import Measured
from salescoach.lint.drills import _advances
from salescoach.lint.drills._case import Case
from salescoach.playbook.scenario import RubricRow


class Best(NamedTuple):
    """`points` of a row, at most; where these are not all, `there` is of what there are too few."""

    points: float
    there: int


def best(case: Case, row: RubricRow) -> Best:
    """What is not bounded by what the scenario holds can be done as often as it takes."""
    limit = _LIMITS.get(row.kind)
    if limit is None:
        return Best(row.points, 0)
    measured = limit(row.parameters, case)
    there = measured.spread if row.kind == "count" else int(measured.number)
    return Best(rows.kind(row.kind).points(row.parameters, measured, row.points), there)


def _count(given: Mapping[str, Any], case: Case) -> Measured:
    facts = [fact for fact in case.facts.values() if fact.sheet == given.get("of", fact.sheet)]
    keys = {fact.key for fact in facts if fact.key}
    spread = keys if given.get("spread") == "keys" else {fact.row for fact in facts if fact.row}
    return Measured(given["target"], len(spread))


def _told(given: Mapping[str, Any], case: Case) -> Measured:
    sheet, _, field = given["of"].partition(".")
    found = [f for f in case.facts.values() if f.sheet == sheet and field in ("", f.field)]
    return Measured(len(found))


def _outcome(_: Mapping[str, Any], case: Case) -> Measured:
    return Measured(int(_advances.is_there(case)))


_LIMITS: dict[str, Callable[[Mapping[str, Any], Case], Measured]] = {
    "count": _count,
    "told": _told,
    "outcome": _outcome,
}
"""The kinds of which a scenario may hold too little."""
