"""What is kept of a run, and how somebody gets on: attempts, and the trend of each behaviour."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from salescoach.drill.run import Run
from salescoach.drill.scene import Scene
from salescoach.drill.score import Score, passed

FORMAT = 1
"""The version of a record. Whoever meets a higher one leaves it alone."""
PLAYED, OBSERVED = "play", "observed"
"""Kinds of records: what somebody played, and what an observer made: the attempt is that of its `seller`."""
FADES = 0.7
"""What a run weighs against the next one: recent runs say more about what somebody can do now."""


class Trend(NamedTuple):
    """One behaviour of one rubric over several runs: shares of its points, 0 to 1. `first` and `last` of the runs."""

    rubric: str
    row: str
    runs: int
    first: float
    last: float
    now: float


def record(run: Run, score: Score, seed: int, exam: bool, wall: int) -> dict[str, Any]:
    """A run as it is kept; `wall`: seconds that the person took."""
    scene = run.scene
    return {
        **scored(PLAYED, scene, score, str(scene.today), passed(run, score)),
        "seed": seed,
        "exam": exam,
        "found": [len(run.talk.state.told), len(scene.facts)],
        "outcome": run.outcome,
        "lines": len(run.turns),
        "seconds": run.seconds,
        "wall": wall,
    }


def scored(kind: str, scene: Scene, score: Score, day: str, holds: bool) -> dict[str, Any]:
    """What every record of a scenario has, whoever counted; `holds`: whether it is a pass."""
    return {
        "format": FORMAT,
        "kind": kind,
        "day": day,
        "scenario": scene.scenario.id,
        "playbook": scene.playbook.id,
        "version": scene.playbook.version,
        "rubric": scene.rubric.id,
        "level": scene.scenario.level,
        "language": scene.language,
        "total": score.total,
        "passed": holds,
        "critical": list(score.critical),
        "rows": {one.row.id: [one.points, one.row.points] for one in score.rows if one.row.points},
    }


def is_record(value: Mapping[str, Any]) -> bool:
    """Whether a record can be read: of our version, with what every one has."""
    rows = value.get("rows")
    return (
        value.get("format") == FORMAT
        and isinstance(value.get("total"), int)
        and all(isinstance(value.get(key), str) for key in ("day", "scenario", "rubric"))
        and isinstance(rows, dict)
        and all(isinstance(r, list) and len(r) == 2 and r[1] for r in rows.values())
    )


def trends(records: Sequence[Mapping[str, Any]]) -> list[Trend]:
    """The trend of each behaviour, in the order of the rubrics; `records` in the order of time.

    What somebody observed is not what they can do.
    """
    found: dict[tuple[str, str], list[float]] = {}
    for one in (r for r in records if r.get("kind") != OBSERVED):
        for row, (points, of) in one["rows"].items():
            found.setdefault((one["rubric"], row), []).append(points / of)
    return [
        Trend(rubric, row, len(shares), shares[0], shares[-1], weighted(shares))
        for (rubric, row), shares in found.items()
    ]


def weighted(shares: Iterable[float]) -> float:
    """The mean of what comes in the order of time, the last one weighing most."""
    total = weight = 0.0
    for share in shares:
        total, weight = FADES * total + share, FADES * weight + 1
    return total / weight if weight else 0.0
