"""How the rows of a rubric count: kinds that there are, with parameters that are right and go together."""

from collections.abc import Iterator

from salescoach.drill import rows
from salescoach.findings import Finding
from salescoach.lint import _parameters
from salescoach.lint.drills._case import RubricCase, acts_of
from salescoach.playbook.scenario import RubricRow
from salescoach.yamlfile.document import Path

TOGETHER = (("spread", "over"), ("half", "half_to"))
"""Parameters of which one does nothing without the other."""


def check(case: RubricCase) -> Iterator[Finding]:
    """Each row by itself."""
    acts = tuple(acts_of(case.rubric))
    for at, row in enumerate(case.rubric.rows):
        path: Path = ("rows", at)
        if row.kind not in rows.names():
            yield from case.index.unknown((*path, "kind"), "unknown-row-kind", row.kind, rows.names())
            continue
        declared = rows.kind(row.kind).PARAMETERS
        given = _parameters.Given(case.index, path, row.parameters, declared, acts=acts)
        wrong = list(_parameters.check(given, row.kind))
        yield from wrong
        if not wrong:
            yield from _together(case, path, row)


def _together(case: RubricCase, path: Path, row: RubricRow) -> Iterator[Finding]:
    given = row.parameters
    for name, other in TOGETHER:
        if name in given and other not in given:
            yield case.find((*path, name), "missing-parameter", key=True, value=other, kind=name)
    for low, high in (("low", "high"), ("high", "half_to")):
        if low in given and high in given and given[low] > given[high]:
            yield case.find((*path, high), "less-than", value=given[high], name=low, least=given[low])
