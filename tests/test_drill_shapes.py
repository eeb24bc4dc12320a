"""Files of drill content of the wrong shape: told with line, cause and cure in both languages, and red in an editor."""

import copy
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, read_yaml
from journeys.tool import copy_team, here
from jsonschema import Draft7Validator
from test_drill_lint import CORRECTIONS

from salescoach.drill import rows
from salescoach.drill.heard import LABELS
from salescoach.formats.lines import render
from salescoach.playbook import drill_schema, drills
from salescoach.yamlfile.read import read

DRILL = ROOT / "playbooks" / "value-competition" / "drill"
COUNTS = """format: 1
scenario: two-blues
observer: Chen
counts: {problem: 3}
ticked: [pains/colour/symptom]
marks:
  - {at: "1:05", code: problem, words: "two blues"}
"""
FILES = {
    "answers": (DRILL / "answers.yaml").read_text("utf-8"),
    "training": (DRILL / "training.yaml").read_text("utf-8"),
    "room": (DRILL / "room.yaml").read_text("utf-8"),
    "cards": (DRILL / "cards/traps.yaml").read_text("utf-8"),
    "counts": COUNTS,
    "corrections": CORRECTIONS,
}
LOADERS: dict[str, Callable[[bytes, str], Any]] = {
    "answers": drills.load_answers,
    "training": drills.load_training,
    "room": drills.load_room,
    "cards": drills.load_deck,
    "counts": drills.load_counts,
    "corrections": drills.load_corrections,
}
ODD = ([], {}, ["x"], {"x": 1}, 5, -99, 10**9, "Hm!", None, True, ["x"] * 30)
BEYOND = {"card-twice", "answers-and-wrong", "no-wrong-answer", "step-twice", "step-not-above"}
"""What no schema can tell: parts that do not fit each other."""
COUNTING = {name: rows.kind(name).PARAMETERS for name in rows.names()}


def places(content: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    if isinstance(content, dict):
        for key, value in content.items():
            yield from places(value, (*path, key))
    elif isinstance(content, list):
        for at, value in enumerate(content[:2]):
            yield from places(value, (*path, at))


def put(content: Any, path: tuple[str | int, ...], value: Any) -> Any:
    if not path:
        return value
    content = copy.deepcopy(content)
    here_ = content
    for step in path[:-1]:
        here_ = here_[step]
    here_[path[-1]] = value
    return content


@pytest.mark.parametrize(
    "part",
    [pytest.param(x, marks=pytest.mark.long) if x not in ("room", "corrections") else x for x in FILES],
)
def test_what_is_wrong_is_told_in_our_words_and_red_in_an_editor(part: str) -> None:
    content = read(FILES[part].encode(), part).data
    schema = Draft7Validator(drill_schema.describe(part, COUNTING, LABELS, "en"))
    tried = [(path, value) for path in places(content) for value in ODD]
    step = max(1, len(tried) // (40 if part == "answers" else 150))
    told = 0
    for path, value in tried[::step]:
        wrong = put(content, path, value)
        found = LOADERS[part](json.dumps(wrong).encode(), "x.yaml")[1].findings
        told += bool(found)
        assert not any(f.rule == "wrong-shape" for f in found), (path, value)
        if found and not {f.rule for f in found} & BEYOND:
            assert not schema.is_valid(wrong), (path, value, [f.rule for f in found])
        elif (
            not found and (value is not True) and path[-1:] != ("type",)
        ):  # true is 1, types are the linter's
            assert schema.is_valid(wrong), (path, value)
    assert told > 15


def changed(part: str, old: str, new: str) -> str:
    text = FILES[part]
    assert old in text, old
    return text.replace(old, new, 1)


ONE, TWO = re.findall(r"  - id: (\S+)\n", FILES["cards"])[:2]
STEPS = FILES["training"][FILES["training"].index("steps:") :]
CASES = {
    "a list for a mapping": ("room", "minutes:", "minutes: [5]\nseconds:", "not-a-mapping", "[5]"),
    "a file that is a list": ("training", FILES["training"], "# ours\n- a\n", "not-a-mapping", "- a"),
    "a mapping for a list": ("training", STEPS, "steps: {a: 1}\n", "not-a-list", "{a: 1}"),
    "no steps": ("training", STEPS, "steps: []\n", "too-few", "[]"),
    "too many minutes": ("room", "prepare: ", "prepare: 9", "too-large", "910"),
    "too few minutes": ("room", "prepare: ", "prepare: -", "too-small", "-10"),
    "two cards of one id": ("cards", f"- id: {TWO}", f"- id: {ONE} #", "card-twice", f"{ONE} #"),
    "a step twice": ("training", "- id: test", "- id: prestudy #", "step-twice", "prestudy #"),
    "a step from below": ("training", "[prestudy]", "[lecture]", "step-not-above", "lecture]"),
}


@pytest.mark.parametrize("name", CASES)
def test_each_fault_has_its_line_its_cause_and_its_cure(name: str) -> None:
    part, old, new, rule, at = CASES[name]
    text = changed(part, old, new)
    found = [f for f in LOADERS[part](text.encode(), f"{part}.yaml")[1].findings if f.rule == rule]
    before = text[: text.index(at)]
    assert [(f.line, f.column) for f in found] == [
        (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
    ]
    english, chinese = render(found, "en"), render(found, "zh")
    assert english.startswith(f"{part}.yaml:{found[0].line}:") and re.search("[\u4e00-\u9fff]", chinese)
    assert "None" not in english + chinese


@pytest.mark.parametrize("name", ["answers.yaml", "room.yaml", "training.yaml"])
def test_the_linter_reads_the_files_of_which_a_playbook_has_one(name: str, tmp_path: Path) -> None:
    team = copy_team("demo-en", tmp_path / "team")
    ours = team / "playbooks" / "ours" / "drill"
    ours.mkdir(parents=True)
    (ours.parent / "playbook.yaml").write_text(
        'extends: value-competition\nformat: 1\nid: ours\nversion: "1"\ntitle: {en: Ours, zh: 我们}\n',
        "utf-8",
    )
    (ours / name).write_text("# ours\ntitle: [5]\n", "utf-8")
    for words in ([f"playbooks/ours/drill/{name}"], ["playbooks/ours"]):
        ran = here(team, ["drill", "lint", *words, "--lang", "en"])
        assert ran.code == 1 and f"playbooks/ours/drill/{name}:2:" in ran.out
        assert "missing-key" in ran.out and "Input should" not in ran.out
    assert here(team, ["playbook", "lint", "ours", "--lang", "en"]).code == 1


@pytest.mark.parametrize("part", drill_schema.PARTS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_editor_gets_a_schema_of_every_file(part: str, language: str, tmp_path: Path) -> None:
    words = ["playbook", "schema", "--part", part, "--lang", language]
    ran = here(tmp_path, words)
    assert ran.code == 0
    schema = json.loads(ran.out)
    Draft7Validator.check_schema(schema)
    if part in FILES:
        assert Draft7Validator(schema).is_valid(read(FILES[part].encode(), part).data)
    if language == "zh":
        assert re.search("[\u4e00-\u9fff]", schema["title"])


def test_bundled_files_are_read_without_a_finding() -> None:
    for part, text in FILES.items():
        assert LOADERS[part](text.encode(), part)[1].findings == [], part
    assert read_yaml(DRILL / "training.yaml")["steps"]
