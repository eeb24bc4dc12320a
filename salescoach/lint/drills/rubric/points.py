"""Points: all that there are to earn come to 100, and a row earns points, takes some, or fails the run."""

from collections.abc import Iterator

from salescoach.drill.score import WHOLE
from salescoach.findings import Finding
from salescoach.lint.drills._case import RubricCase
from salescoach.playbook.scenario import RubricRow
from salescoach.yamlfile.document import Path


def check(case: RubricCase) -> Iterator[Finding]:
    """Each row by itself, then the sum."""
    rows = case.rubric.rows
    for at, row in enumerate(rows):
        if row.critical and row.points:
            yield case.find(("rows", at, "points"), "critical-with-points", value=row.id)
        elif not row.critical and row.points < 1 and not _takes(row):
            path: Path = ("rows", at, "points") if "points" in row.model_fields_set else ("rows", at)
            yield case.find(path, "row-without-points", value=row.id)
    total = sum(row.points for row in rows if not row.critical)
    if total != WHOLE:
        yield case.find(("rows",), "points-not-whole", key=True, value=total, whole=WHOLE)


def _takes(row: RubricRow) -> bool:
    """Whether a row has no points of its own and takes from those of the others, so many each time."""
    return row.kind == "never" and row.points == 0 and "each" in row.parameters
