"""Several counts of one talk side by side: two observers, or a person and the tool; where they drift apart."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach import markdown
from salescoach.drill.counting import scored
from salescoach.drill.observed import number
from salescoach.drill.scene import Scene
from salescoach.drill.score import Score
from salescoach.drill.sheet import minute
from salescoach.messages import Say

if TYPE_CHECKING:
    from salescoach.playbook.counts import Counts
    from salescoach.playbook.scenario import RubricRow

NEAR = 5
"""Points by which two totals may differ: an observer who drifts further is calibrated first."""
MOST_WORDS = 4
"""What each side wrote down for one row: so many are shown."""


class Cell(NamedTuple):
    """What one side has for a row: `points` of those there are; `counted` is "" where only points are known."""

    counted: str
    points: float
    words: tuple[str, ...] = ()


class Side(NamedTuple):
    """One count of the talk. `rows` by their id; what this side cannot count is left out."""

    name: str
    total: int
    rows: Mapping[str, Cell]


class Drift(NamedTuple):
    """How far a row is apart: `points` between the highest and the lowest, `counts`: whether the numbers differ."""

    row: "RubricRow"
    points: float
    counts: bool


def of_observer(scene: Scene, counts: "Counts", name: str) -> Side:
    """What an observer counted."""
    return of_score(name, scored(scene, counts))


def of_score(name: str, score: Score) -> Side:
    """What was counted, by whomever."""
    rows = {}
    for one in score.rows:
        lines = (*one.measured.earned, *one.measured.lost)
        words = tuple(f"[{minute(shown.at)}] “{shown.words}”" for shown in lines[:MOST_WORDS])
        rows[one.row.id] = Cell(number(one.measured.number, one.measured.spread), one.points, words)
    return Side(name, score.total, rows)


def of_record(name: str, kept: Mapping[str, Any]) -> Side:
    """A run of the history: it keeps points alone."""
    rows = {row: Cell("", points) for row, (points, _) in kept["rows"].items()}
    return Side(name, kept["total"], rows)


def drifts(scene: Scene, sides: Sequence[Side]) -> list[Drift]:
    """The rows on which the sides differ, the dearest first; what only one of them counted is no drift."""
    found = []
    for row in scene.rubric.rows:
        cells = [side.rows[row.id] for side in sides if row.id in side.rows]
        numbers = {cell.counted for cell in cells if cell.counted}
        points = [cell.points for cell in cells]
        if len(cells) > 1 and (len(numbers) > 1 or max(points) > min(points)):
            found.append(Drift(row, round(max(points) - min(points), 1), len(numbers) > 1))
    return sorted(found, key=lambda one: (not one.row.critical, -one.points))


def agreed(scene: Scene, sides: Sequence[Side]) -> tuple[int, int]:
    """On how many rows all agree, of those that more than one of them counted."""
    shared = [r.id for r in scene.rubric.rows if sum(r.id in side.rows for side in sides) > 1]
    apart = {one.row.id for one in drifts(scene, sides)}
    return len(set(shared) - apart), len(shared)


def render(scene: Scene, sides: Sequence[Side], say: Say) -> str:
    """The sheet."""
    return "\n\n".join(part for part in _parts(scene, sides, say) if part) + "\n"


def plain(scene: Scene, sides: Sequence[Side]) -> dict[str, Any]:
    """The same for programs."""
    same, of = agreed(scene, sides)
    return {
        "scenario": scene.scenario.id,
        "rubric": scene.rubric.id,
        "sides": [
            {
                "name": s.name,
                "total": s.total,
                "rows": {r: {"counted": c.counted, "points": c.points} for r, c in s.rows.items()},
            }
            for s in sides
        ],
        "drifts": [
            {"row": one.row.id, "points": one.points, "counts": one.counts} for one in drifts(scene, sides)
        ],
        "agreed": [same, of],
    }


def _parts(scene: Scene, sides: Sequence[Side], say: Say) -> Iterator[str]:
    yield f"# {say('observed.compared', title=markdown.text(scene.pick(scene.scenario.title)))}"
    same, of = agreed(scene, sides)
    totals = say("kit.comma").join(f"{markdown.text(side.name)} {side.total}" for side in sides)
    yield f"**{say('observed.totals', totals=totals, same=same, of=of)}**"
    spread = max(side.total for side in sides) - min(side.total for side in sides)
    yield say("observed.near" if spread <= NEAR else "observed.far", points=spread, near=NEAR)
    yield _table(scene, sides, say)
    yield from _to_talk_about(scene, sides, say)


def _table(scene: Scene, sides: Sequence[Side], say: Say) -> str:
    apart = {one.row.id: one for one in drifts(scene, sides)}
    heads = [say("drill.head-behaviour")]
    for side in sides:
        heads.append(markdown.text(side.name))
    heads.append(say("observed.head-drift"))
    cells = []
    for row in scene.rubric.rows:
        drift = apart.get(row.id)
        line = [markdown.text(scene.pick(row.title))]
        line += [_cell(side.rows.get(row.id), row, say) for side in sides]
        cells.append([*line, f"**{_drift(drift, say)}**" if drift else ""])
    return markdown.table(heads, cells)


def _cell(cell: Cell | None, row: "RubricRow", say: Say) -> str:
    if cell is None:
        return "–"
    if row.critical:
        return cell.counted or "–"
    points = say("observed.points", points=f"{cell.points:g}", of=row.points)
    return f"{cell.counted} · {points}" if cell.counted else points


def _drift(drift: Drift, say: Say) -> str:
    return say("observed.drift", points=f"{drift.points:g}") if drift.points else say("observed.drift-count")


def _to_talk_about(scene: Scene, sides: Sequence[Side], say: Say) -> Iterator[str]:
    found = [one for one in drifts(scene, sides) if one.points or one.row.critical]
    yield f"## {say('observed.talk-about')}"
    if not found:
        yield say("observed.nothing-to-talk")
        return
    for at, one in enumerate(found, 1):
        yield f"{at}. **{markdown.text(scene.pick(one.row.title))}**: {_drift(one, say)}"
        words = [
            f"   - {markdown.text(side.name)}: {' '.join(map(markdown.text, side.rows[one.row.id].words))}"
            for side in sides
            if one.row.id in side.rows and side.rows[one.row.id].words
        ]
        yield "\n".join(words)
    yield say("observed.how-to-settle")
