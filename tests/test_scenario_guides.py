"""The guides to scenarios tell what the playbook says: which type reaches which field, what there is.

`--update-golden` writes these tables anew.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import read_yaml
from journeys.tool import here
from test_drill_lint import DRILL, GUIDES, bundled

from salescoach.drill.heard import QUESTIONS
from salescoach.drill.scene import types_of
from salescoach.playbook.model import Playbook
from salescoach.text import pick

HEADERS = {
    "types": {
        "en": "| worksheet or stage | types | fields or criteria |",
        "zh": "| 表或阶段 | 类型 | 字段或条件 |",
    },
    "rubrics": {
        "en": "| rubric | asks for (points) | critical |",
        "zh": "| 评分表 | 考什么（分数） | 一票否决 |",
    },
    "scenarios": {
        "en": "| scenario | title | level | industry | stage | rubric |",
        "zh": "| 情景 | 标题 | 难度 | 行业 | 阶段 | 评分表 |",
    },
}


def types_rows(playbook: Playbook) -> Iterator[str]:
    """Each worksheet and each stage, by the types that reach its parts; what no question reveals comes last."""
    for sheet in playbook.worksheets:
        found: dict[str, list[str]] = {}
        for name, field in sheet.fields.items():
            keys = [str(key.id) for key in field.keys]
            types = types_of(playbook, sheet.id, name, "").union(
                *(types_of(playbook, sheet.id, name, key) for key in keys)
            )
            shown = f"`{name}/{{{', '.join(keys)}}}`" if keys else f"`{name}`"
            if types or not field.derived:
                found.setdefault(_named(types), []).append(shown)
        yield from _rows(sheet.id, found)
    for stage in playbook.stages:
        found = {}
        for one in stage.exit.criteria:
            types = types_of(playbook, f"{stage.id}/{one.id}", "", "")
            found.setdefault(_named(types), []).append(f"`{one.id}`")
        yield from _rows(stage.id, found)


def _named(types: frozenset[str]) -> str:
    return ", ".join(f"`{name}`" for name in QUESTIONS if name in types) or "–"


def _rows(name: str, found: dict[str, list[str]]) -> Iterator[str]:
    for types in sorted(found, key=lambda types: (types == "–", types)):
        yield f"| `{name}` | {types} | {', '.join(found[types])} |"


def rubrics_rows(language: str) -> Iterator[str]:
    """Each rubric that comes with the tool: its rows, and what must not happen."""
    for path in sorted((DRILL / "rubrics").glob("*.yaml")):
        rubric = read_yaml(path)
        points = {"en": "{} ({})", "zh": "{}（{}）"}[language]
        rows = [row for row in rubric["rows"] if not row.get("critical")]
        counted = " · ".join(
            points.format(pick(row["title"], language), row.get("points", 0)) for row in rows
        )
        critical = " · ".join(pick(row["title"], language) for row in rubric["rows"] if row.get("critical"))
        yield f"| `{rubric['id']}` | {counted} | {critical} |"


def scenarios_rows(language: str) -> Iterator[str]:
    """Each scenario that comes with the tool."""
    for path in sorted((DRILL / "scenarios").glob("*.yaml")):
        one = read_yaml(path)
        parts = [
            pick(one["title"], language),
            *(f"`{one[key]}`" for key in ("level", "industry", "stage", "rubric")),
        ]
        yield f"| `{one['id']}` | {' | '.join(parts)} |"


@pytest.mark.parametrize("language", GUIDES)
@pytest.mark.parametrize("name", HEADERS)
def test_the_tables_are_those_of_the_playbook(
    name: str, language: str, request: pytest.FixtureRequest
) -> None:
    rows = {
        "types": lambda: types_rows(bundled()),
        "rubrics": lambda: rubrics_rows(language),
        "scenarios": lambda: scenarios_rows(language),
    }[name]()
    wanted = list(rows)
    path, header = GUIDES[language], HEADERS[name][language]
    lines = path.read_text("utf-8").split("\n")
    first = lines.index(header) + 2
    last = next(at for at in range(first, len(lines)) if not lines[at].startswith("|"))
    if request.config.getoption("--update-golden"):
        path.write_text("\n".join([*lines[:first], *wanted, *lines[last:]]), "utf-8")
    else:
        assert lines[first:last] == wanted, "run it with --update-golden"


def test_the_list_says_where_each_scenario_lies(tmp_path: Path) -> None:
    ran = here(tmp_path, ["drill", "list", "--json", "--lang", "en"])
    found = {one["id"]: (tmp_path / one["path"]).resolve() for one in json.loads(ran.out)["scenarios"]}
    assert found["two-blues"].name == "two-blues.yaml" and found["two-blues"].is_file()


def test_the_guides_know_every_industry() -> None:
    listed = ", ".join(f"`{one.id}`" for one in bundled().industries)
    assert listed in GUIDES["en"].read_text("utf-8")
    assert listed.replace(", ", "、") in GUIDES["zh"].read_text("utf-8")
