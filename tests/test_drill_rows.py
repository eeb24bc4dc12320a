"""Every way to count in a rubric: what lines of some types earn of ten points, in the scenario of the two blues.

A case is `tests/drill_rows/<kind>.yaml`: parameters, lines (their type, then what is said), points.
"""

from typing import Any

import pytest
import yaml
from conftest import TESTS
from test_drill_play import scene

from salescoach.drill import rows
from salescoach.drill.heard import Heard
from salescoach.drill.run import Run
from salescoach.drill.talk import Talk

CASES = {
    path.stem: yaml.safe_load(path.read_text()) for path in sorted((TESTS / "drill_rows").glob("*.yaml"))
}
MOST = 10


def test_every_kind_has_its_cases() -> None:
    assert set(CASES) == set(rows.names())


@pytest.mark.parametrize(
    ("kind", "case"),
    [(kind, case) for kind in CASES for case in CASES[kind]],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_what_lines_earn(kind: str, case: dict[str, Any]) -> None:
    talk = Talk(scene(), 1)
    for line in case["lines"]:
        name, _, said = line.partition(" ")
        talk.hear(Heard(said, name, 1.0, True))
    module = rows.kind(kind)
    measured = module.measure(case["given"], Run(talk))
    assert module.points(case["given"], measured, case.get("most", MOST)) == pytest.approx(case["points"])
    assert set(case["given"]) <= set(module.PARAMETERS)
    needed = {name for name, parameter in module.PARAMETERS.items() if parameter.required}
    assert needed <= set(case["given"])
