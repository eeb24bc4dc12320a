"""JSON Schema lets pass what the checker and the loader let pass; `test_editor.py` has what an editor shows of it."""

import json
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import ROOT, TESTS, TODAY, cases, read_yaml, small_playbook
from journeys.tool import copy_team, here
from jsonschema import Draft7Validator
from test_carried import DEAL, FOLDERS, records
from test_deal_check import BAD, GOOD

from salescoach import derived, requirements
from salescoach.deal.check import check
from salescoach.deal.deal import Deal, View
from salescoach.deal.merge import merge
from salescoach.deal.schema import describe
from salescoach.drill import rows
from salescoach.drill.heard import LABELS
from salescoach.fields import EXIT, UNKNOWN, kind
from salescoach.findings import Finding
from salescoach.messages import texts
from salescoach.playbook import drill_schema
from salescoach.playbook import schema as of_playbooks
from salescoach.playbook.load import load
from salescoach.playbook.model import Extension, Field, Playbook
from salescoach.playbook.scenario import Rubric, Scenario, Talker
from salescoach.schema import DAY, or_word
from salescoach.yamlfile.read import read

BOOK = ROOT / "playbooks" / "value-competition"
DESK = TESTS / "journeys" / "team" / "playbooks" / "desk"
SMALL = TESTS / "lint" / "small"
DOCUMENT = read(b"{}", "deal.yaml")
REQUIRED = {name: requirements.kind(name).PARAMETERS for name in requirements.names()}
COUNTING = {name: rows.kind(name).PARAMETERS for name in rows.names()}
COMPUTED = {name: derived.kind(name).PARAMETERS for name in derived.names()}


def blank(folder: Path) -> Deal:
    loaded = load({p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.yaml")})
    assert loaded.playbook, loaded.findings
    return Deal("", {}, loaded.playbook, derived)


class Pair(NamedTuple):
    """The checker of one playbook's deals, and the schema that stands for it."""

    empty: Deal
    schema: Draft7Validator

    def errors(self, content: Mapping[str, Any]) -> list[Finding]:
        deal = Deal("deal", content, self.empty.playbook, derived)
        return [f for f in check(DOCUMENT, deal, View(deal, TODAY)) if f.level == "error"]

    def disagreement(self, content: Mapping[str, Any]) -> str:
        """Why they cannot both be right about it, "" where they can."""
        found, lets_pass = self.errors(content), self.schema.is_valid(content)
        told = [f.rule for f in found if not left_to_the_checker(f)]
        if told and lets_pass:
            return f"the schema lets pass: {told}"
        refused = "" if lets_pass else next(self.schema.iter_errors(content)).message
        return "" if found or lets_pass else f"the schema alone refuses: {refused[:200]}"


@cache
def pair(folder: Path, language: str = "en") -> Pair:
    empty = blank(folder)
    schema = describe({folder.name: empty}, language)
    Draft7Validator.check_schema(schema)
    return Pair(empty, Draft7Validator(schema))


# --- what only the checker can tell ---------------------------------------------------------------

SHAPED = ("pains/p/symptom", "people/nobody/name", "pains/p/impacts/future")
"""Addresses of the right shape that may lead nowhere."""
EXCEPTIONS: Mapping[str, Callable[[Mapping[str, Any]], bool]] = {
    "duplicate-id": lambda _: True,  # a schema compares no two entries
    "field-does-not-exist": lambda _: True,  # `only_if` looks at other fields
    "evidence-needs-value": lambda _: True,  # it depends on the kind of the field that `for` names
    "no-such-row": lambda facts: facts["table"] not in ("chains",),  # the ids stand elsewhere in the deal
    "no-such-cell": lambda facts: not facts["names"],  # keys are ids of a table, and the table is empty here
    "no-such-address": lambda facts: facts["value"] in SHAPED,  # so do the ids in addresses
    "not-a-date": lambda facts: facts["value"] == "2026-02-30",  # of the right form, not in the calendar
    "not-minutes": lambda facts: facts["value"] in (1.0, 45.0),  # to JSON Schema whole numbers
    "not-a-choice": lambda facts: isinstance(facts["value"], float) and facts["value"] == 1,  # the same
}
"""Rules of the checker that no schema can have, each with when."""


def left_to_the_checker(finding: Finding) -> bool:
    return finding.rule in EXCEPTIONS and EXCEPTIONS[finding.rule](finding.facts)


# --- contents ------------------------------------------------------------------------------------

ODD = (
    None, UNKNOWN, "", "text", "480,000", "2026-12-02", "2026-02-30", "2026-2-3", "14:00", "25:99", "Gao!",
    5, 0, -1, 45.0, 1.0, 45.5, 1441, 2e15, True, False, [], ["text"], [5], [None], [UNKNOWN], [{}], [["a"]], {},
    {"a": 1}, {"id": "x"}, *SHAPED, ["pains/p/symptom", 5], "step2_need/recap", "approval/reference", "nowhere/at/all",
)  # fmt: skip
"""What may come to stand anywhere."""
HEAD: dict[str, Any] = {
    "format": 1, "playbook": "value-competition", "playbook_version": "1.0", "customer": "Haichuan",
    "title": "Charging",
    "industry": "telecom", "owner": "lin", "stage": "step2_need", "rigour": "full", "late_entry": False,
    "result": "open",
    "result_reason": "none", "result_date": UNKNOWN, "amount": 480000, "currency": "CNY", "close_date": "2027-03-31",
    "team": [{"id": "lin", "name": "Lin", "part": "lead", "level": "seller", "email": "lin@example.com"}],
    "people": [{"id": "shen", "name": "Shen"}],
    "pains": [{"id": "p", "symptom": "late", "impacts": {"future": {"text": "lost", "amount": 5}, "process": UNKNOWN}}],
    "evidence": [{
        "for": ["pains/p/symptom", "step2_need/recap"], "value": 1, "grade": "customer_quote", "person": "shen",
        "date": "2026-11-18", "words": "late", "source": "visit",
    }],
    "activities": [{
        "id": "visit", "kind": "visit", "state": "planned", "date": "2026-12-02", "time": "14:00", "minutes": 45,
        "place": "there", "people": ["shen"], "team": ["lin"], "objective": "hear", "reason": "why",
        "commitments": [{"id": "best", "person": "shen", "action": "calls", "moves": "step2_need/recap",
                         "costs": "effort", "by": "2026-12-09"}],
        "stop_if": "no", "objections": ["dear"], "tasks": ["read"], "parts": {"lin": "notes"}, "questions": [],
        "plan": "plans/visit.md", "effective": True, "summary": "good",
    }],
    "stage_history": [
        {"stage": "step1_trust", "entered": "2026-10-23", "left": "2026-11-11", "by": "lin", "reason": "r"}
    ],
    "waivers": [{"for": "step2_need/recap", "reason": "r", "by": "boss", "until": "2026-12-31"}],
}  # fmt: skip
"""A right deal in which every fixed key stands."""


def places(content: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    inner = (
        content.items()
        if isinstance(content, dict)
        else enumerate(content)
        if isinstance(content, list)
        else ()
    )
    for key, value in inner:
        yield (*path, key)
        yield from places(value, (*path, key))


def changed(content: Mapping[str, Any], path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    copy: Any = deepcopy(content)
    here = copy
    for step in path[:-1]:
        here = here[step]
    if value is DELETED:
        del here[path[-1]]
    elif value is RENAMED:
        here[f"{path[-1]}s"] = here.pop(path[-1])
    else:
        here[path[-1]] = value
    assert isinstance(copy, dict)
    return copy


NEEDED = {key: HEAD[key] for key in ("customer", "people", "playbook", "stage", "team")}
DELETED, RENAMED = object(), object()


def one_of_each_kind(empty: Deal) -> Iterator[tuple[str, str]]:
    """Worksheet and field: the first of each kind in a table and in a form, typed and derived."""
    seen = set()
    for sheet in empty.playbook.worksheets:
        for name, field in sheet.fields.items():
            numbers = bool(field.choices) and isinstance(field.choices[0].id, int)
            what = (sheet.form is None, field.kind, bool(field.keys_from), bool(field.only_if), numbers)
            if what not in seen:
                seen.add(what)
                yield sheet.id, name


every = pytest.mark.parametrize("step", [11, pytest.param(1, marks=pytest.mark.long)])
"""Every eleventh of the contents; all of them in the long runs."""

# --- schema and checker ---------------------------------------------------------------------------


@pytest.mark.parametrize("folder", [BOOK, DESK], ids=lambda p: p.name)
def test_the_schema_is_one_that_an_editor_can_use(folder: Path) -> None:
    for language in ("en", "zh"):
        schema = pair(folder, language).schema.schema
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        assert all(e.get("description") and e.get("title") for e in schema["properties"].values())


@pytest.mark.parametrize(
    "path", sorted((ROOT / "salescoach" / "demo").glob("*/deals/*/deal.yaml")), ids=lambda p: p.parts[-4]
)
def test_the_demo_s_deals_are_right(path: Path) -> None:
    assert [e.message for e in pair(BOOK).schema.iter_errors(read_yaml(path))] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_a_deal_is_right_in_each_of_its_stages(folder: Path) -> None:
    content = read_yaml(folder / DEAL)
    for record in records(folder):
        content = {**merge(content, record.answers), "stage": record.stage}
        assert [e.message for e in pair(BOOK).schema.iter_errors(content)] == [], record.path


@every
def test_schema_and_checker_agree_on_every_fixed_key(step: int) -> None:
    both = pair(BOOK)
    assert both.errors(HEAD) == [] and both.schema.is_valid(HEAD)
    tried = [(path, value) for path in places(HEAD) for value in (*ODD, DELETED)]
    tried += [(path, RENAMED) for path in places(HEAD) if isinstance(path[-1], str)]
    wrong = {}
    for path, value in tried[::step]:
        near = {**NEEDED, path[0]: HEAD[str(path[0])]}
        wrong[f"{path} = {value!r}"] = both.disagreement(changed(near, path, value))
    assert {k: v for k, v in wrong.items() if v} == {}
    assert len(wrong) > 3000 / step


@every
def test_schema_and_checker_agree_on_every_kind_of_field(step: int) -> None:
    both = pair(BOOK)
    tried = []
    for sheet, name in one_of_each_kind(both.empty):
        worksheet, field = both.empty.worksheets[sheet], both.empty.worksheets[sheet].fields[name]
        for value in (*ODD, *values_near(both.empty, field)):
            row = {name: value} if worksheet.form is not None else [{"id": "p", name: value}]
            tried.append(({**NEEDED, sheet: row}, f"{sheet}.{name} = {value!r}"))
    wrong = {said: both.disagreement(content) for content, said in tried[::step]}
    assert {k: v for k, v in wrong.items() if v} == {}
    assert len(wrong) > 1000 / step


def values_near(empty: Deal, field: Field) -> Iterator[Any]:
    """Values that only this field may have, and some that it all but may have."""
    ids: list[Any] = [c.id for c in field.choices]
    yield from (*ids, ids, [*ids, UNKNOWN], [True])
    yield from (next(iter(empty.ids(of))) for of in ("chains", EXIT))
    for key in field.keys[:1]:
        yield from ({str(key.id): cell} for cell in (UNKNOWN, None, 5, {}, {"nobody": 1}))
        yield from ({str(key.id): {part: v}} for part in field.cell for v in (None, UNKNOWN, 5, "5", "once"))


@pytest.mark.parametrize("text", [t for t, _ in BAD] + GOOD, ids=lambda t: " ".join(t.split()[-2:]))
def test_schema_and_checker_agree_on_contents_written_by_hand(text: str) -> None:
    content = read(text.encode(), "deal.yaml").data
    assert isinstance(content, dict)
    assert pair(BOOK).disagreement(content) == ""


@pytest.mark.parametrize(("worksheets", "case"), cases("fields"))
def test_a_kind_s_schema_knows_what_the_kind_knows(worksheets: list[Any], case: dict[str, Any]) -> None:
    more: dict[str, Any] = {"chains": case["chains"]} if "chains" in case else {}
    empty = Deal("", {}, small_playbook(worksheets, **more), derived)
    field = empty.playbook.worksheets[0].fields["it"]
    schema = or_word(kind(field.kind).schema(field, empty, "en"), UNKNOWN, "en")
    row = {"id": "a", "it": case["value"]}
    held = Deal("", {**case.get("deal", {})}, empty.playbook, derived)
    found = kind(field.kind).problem(row["it"], field, held)
    lets_pass = Draft7Validator(schema).is_valid(case["value"])
    excused = found and found.rule in EXCEPTIONS and EXCEPTIONS[found.rule](found.facts)
    assert (
        lets_pass == (found is None)
        or excused
        or (lets_pass and case["value"] in ("2026-02-29", "2026-02-30"))
    )


def test_a_computed_field_is_not_proposed_and_says_why_it_cannot_be_typed() -> None:
    need = pair(BOOK).schema.schema["properties"]["pains"]["items"]["properties"]["words"]
    assert need["doNotSuggest"] and need["errorMessage"] == "computed, never typed in"


def test_words_that_wait_for_a_row_are_never_shown() -> None:
    said = json.dumps(pair(BOOK).schema.schema["properties"]["pains"], ensure_ascii=False)
    assert "'…': where does it come from" in said and "{row}" not in said and "{key}" not in said


def test_days_are_written_as_the_checker_reads_them() -> None:
    assert Draft7Validator({"pattern": f"^({DAY})$"}).is_valid("2026-12-31")


# --- the files of playbooks ------------------------------------------------------------------------


@cache
def of_part(part: str, language: str = "en") -> Draft7Validator:
    if part in drill_schema.PARTS:
        schema = drill_schema.describe(part, COUNTING, LABELS, language)
    else:
        schema = of_playbooks.describe(part, REQUIRED, COMPUTED, language)
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def part_of(path: str) -> str:
    """The part that a file of a playbook holds."""
    fits = [
        part
        for part, patterns in {**of_playbooks.parts(), **drill_schema.PARTS}.items()
        if any(fnmatch(path, p) for p in patterns)
        and not any(fnmatch(path, p[1:]) for p in patterns if p[0] == "!")
    ]
    assert len(fits) == 1, (path, fits)
    return fits[0]


def yaml_files() -> list[Any]:
    return [
        pytest.param(folder, path, id=f"{folder.name}/{path.relative_to(folder).as_posix()}")
        for folder in (BOOK, DESK, SMALL)
        for path in sorted(folder.rglob("*.yaml"))
    ]


@pytest.mark.parametrize(("folder", "path"), yaml_files())
def test_every_file_of_our_playbooks_is_right(folder: Path, path: Path) -> None:
    part = of_part(part_of(path.relative_to(folder).as_posix()))
    assert [e.message for e in part.iter_errors(read_yaml(path))] == []


@pytest.mark.parametrize(("worksheets", "case"), cases("extend"))
def test_a_playbook_that_extends_another_is_not_red(worksheets: list[Any], case: dict[str, Any]) -> None:
    text = 'extends: small\nformat: 1\nid: ours\nversion: "9"\ntitle: Ours\n' + str(case.get("own", ""))
    document = read(text.encode(), "playbook.yaml")
    if not document.readable or "findings" in case:
        return
    assert [e.message for e in of_part("playbook").iter_errors(document.data)] == []


@pytest.mark.parametrize("step", [37, pytest.param(3, marks=pytest.mark.long)])
def test_schema_and_loader_agree_on_playbooks(step: int) -> None:
    """What the schema refuses, the loader or the linter refuses; what the loader refuses, so does the schema."""
    whole = load({p.relative_to(SMALL).as_posix(): p.read_bytes() for p in SMALL.rglob("*.yaml")}).content
    tried = [(path, value) for path in places(whole) for value in (None, 5, True, "text", [], {}, DELETED)]
    tried += [(path, RENAMED) for path in places(whole) if isinstance(path[-1], str)]
    wrong = {}
    for path, value in tried[::step]:
        content = changed(whole, path, value)
        refused = any(True for _ in faults(content))
        said = next((e.message for e in of_part("playbook").iter_errors(content)), "")
        elsewhere = len(path) == 1 and value in (DELETED, RENAMED)  # it may stand in a file of its own
        if refused and not said and not elsewhere:
            wrong[f"{path} = {value!r}"] = "only the loader refuses"
        if said and not refused and not linted(content) and (path, value) not in ONE:
            wrong[f"{path} = {value!r}"] = said[:200]
    assert wrong == {}
    assert len(tried) / step > 50


ONE = [(("format",), True)]
"""To Python `true` is 1."""


def faults(content: Any) -> Iterator[Any]:
    from pydantic import ValidationError

    try:
        Playbook.model_validate(content)
    except ValidationError as error:
        yield error


def linted(content: Any) -> bool:
    from salescoach import lint

    loaded = load({"playbook.yaml": json.dumps(content, ensure_ascii=False).encode()})
    return bool(loaded.findings or lint.check(loaded))


def test_every_key_of_a_playbook_is_explained() -> None:
    """A field of the model without a text would be a KeyError; a text without a field is none we need."""
    raw = Playbook.model_json_schema()
    models = {
        **raw["$defs"],
        "Playbook": {"properties": {**raw["properties"], **Extension.model_json_schema()["properties"]}},
    }
    said = texts("playbook_schema")
    keys = {f"{model}-{key}" for model, of in models.items() for key in of["properties"]}
    assert {k for k in keys if k not in said and k.partition("-")[2] not in said} == set()
    assert {k for k in said if "-" in k and k not in keys and k.partition("-")[0] in models} == {
        "Library-rows"
    }


@pytest.mark.parametrize("root", [Scenario, Rubric, Talker])
def test_every_key_of_drill_content_is_explained(root: type[Any]) -> None:
    raw = root.model_json_schema()
    models = {**raw.get("$defs", {}), root.__name__: raw}
    said = texts("drill_schema")
    keys = {f"{model}-{key}" for model, of in models.items() for key in of["properties"]}
    assert {k for k in keys if k not in said and k.partition("-")[2] not in said} == set()
    assert {k for k in said if "-" in k and k not in keys and k.partition("-")[0] in models} == set()


@pytest.mark.parametrize(
    ("part", "path", "value"),
    [
        ("scenario", ("minutes",), "ten"),
        ("scenario", ("reactions", 0, "abuot"), {}),
        ("scenario", ("lines",), {"weather": []}),
        ("scenario", ("brief", "targets"), ["a", "b", "c"]),
        ("rubric", ("rows", 0, "kind"), "guess"),
        ("rubric", ("rows", 0, "target"), 0),
        ("buyer", ("lines", "vague"), DELETED),
    ],
)
def test_an_editor_underlines_what_cannot_stand_in_drill_content(part: str, path: Any, value: Any) -> None:
    files = {"scenario": "scenarios/two-blues", "rubric": "rubrics/spin", "buyer": "buyers/driver"}
    content = read_yaml(BOOK / "drill" / f"{files[part]}.yaml")
    for language in ("en", "zh"):
        assert of_part(part, language).is_valid(content)
        assert not of_part(part, language).is_valid(changed(content, path, value))


# --- the command ----------------------------------------------------------------------------------


def test_the_command_prints_or_writes(tmp_path: Path) -> None:
    root = copy_team("desk", tmp_path / "team")
    printed = here(root, ["playbook", "schema", "desk", "--deal", "--lang", "zh"])
    assert printed.code == 0 and json.loads(printed.out)["title"] == "商机 · 小打法"
    written = here(root, ["playbook", "schema", "--part", "stages", "--output", "stages.json"])
    assert (written.code, written.out) == (0, "")
    assert "Stage" in json.loads((root / "stages.json").read_text())["definitions"]


def test_without_a_name_the_deals_of_every_playbook_are_known(tmp_path: Path) -> None:
    root = copy_team("desk", tmp_path / "team")
    schema = Draft7Validator(json.loads(here(root, ["playbook", "schema", "--deal"]).out))
    Draft7Validator.check_schema(schema.schema)
    desk = {"playbook": "desk", "customer": "Quay", "stage": "find"}
    assert schema.is_valid(desk) and schema.is_valid(HEAD)
    for bad in ({**desk, "stage": "step2_need"}, {**HEAD, "stage": "find"}, {**desk, "playbook": "dusk"}):
        assert not schema.is_valid(bad)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["schema", "--part", "stage"], "'stage' is not one of: playbook, summary"),
        (["schema", "--part", "stage"], "Did you mean 'stages'?"),
        (["schema", "value-competiton", "--deal"], "there is no playbook 'value-competiton'"),
        (["schema", "value-competiton"], "Did you mean 'value-competition'?"),
        (["show", "value-competition", "--stage", "step2_ned"], "Did you mean 'step2_need'?"),
        (["lint", "--format", "jsn"], "Did you mean 'json'?"),
    ],
)
def test_what_is_not_there_is_said(words: list[str], said: str, tmp_path: Path) -> None:
    ran = here(tmp_path, ["playbook", *words])
    assert ran.code == 2 and said in ran.err
