"""The playbook linter: every rule by the one change that breaks a sound playbook, with its place."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import TODAY, read_yaml

from salescoach import lint
from salescoach.findings import Finding
from salescoach.formats.lines import render, sentence, summary
from salescoach.messages import texts
from salescoach.playbook.load import Outside, load, load_library
from salescoach.yamlfile.read import read

RIVALS = ("Beize Paper", "北泽纸业")
HERE = Path(__file__).parent
ROOT = HERE.parent
SMALL = HERE / "lint" / "small"


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*.yaml"))}


def findings_of(content: dict[str, bytes]) -> list[Finding]:
    loaded = load(content)
    return [*loaded.findings, *lint.check(loaded, Outside(TODAY, RIVALS))]


def changed(file: str, old: str, new: str, times: int = 1) -> dict[str, bytes]:
    """The small playbook with one change; what is changed must be there exactly `times` times."""
    content = files(SMALL)
    text = content[file].decode()
    assert text.count(old) == times, (file, old, text.count(old))
    return {**content, file: text.replace(old, new).encode()}


def seen(content: dict[str, bytes]) -> set[tuple[str, int, str]]:
    return {(f.path, f.line, f.rule) for f in findings_of(content)}


def line_of(file: str, text: str) -> int:
    """The line of the small playbook where `text` begins."""
    before = (SMALL / file).read_text("utf-8").partition(text)[0]
    return before.count("\n") + 1


@pytest.mark.parametrize("folder", [SMALL, ROOT / "playbooks" / "value-competition"], ids=lambda p: p.name)
def test_a_sound_playbook_has_no_findings(folder: Path) -> None:
    assert render(findings_of(files(folder)), "en") == ""


W, S, Q, T = "worksheets.yaml", "stages.yaml", "questions.yaml", "types.yaml"
LADDER = "have: {need: {at_least: felt}}"
CELLS = "{impacts: {cells: 1, known: [text], proven_by: customer_quote}}"
CUSTOMER = "customer_sees: {symptom: known}"

MUTATIONS = [
    # names in worksheets and fields
    (W, "row_title: symptom", "row_title: symptm", "unknown-field"),
    (W, "who: owner", "who: ownr", "unknown-field"),
    (W, "  row_title: costs\n", "  title: C\n", "no-row-title"),
    (W, "  form: {en:", "  title: {en:", "table-or-form"),
    (W, "of: people\n", "of: peple\n", "unknown-table"),
    (W, "kind: yes_no\n      label: {en: \"Urgent", "kind: yesno\n      label: {en: \"Urgent", "unknown-kind"),
    (W, "derived: count", "derived: cout", "unknown-derived"),
    (W, "kind: chain", "keys: []", "kind-or-derived"),
    (W, "of: impacts", "off: impacts", "unknown-parameter"),
    (W, "      of: impacts\n", "", "missing-parameter"),
    (W, "of: impacts", "of: impact", "unknown-field"),
    (W, "days: 180", "days: soon", "not-a-whole-number"),
    (W, "kind: number\n", "kind: number\n      of: people\n", "needless-key"),
    (W, "kind: number\n", "kind: choice\n", "no-choices"),
    (W, "      cell:\n        text:", "      keys_from: people\n      cell:\n        text:", "keys-or-keys-from"),
    (W, "text: {kind: text, label", "text: {kind: cells, label", "not-in-a-cell"),
    (W, "- id: offer\n", "- id: offer\n  suggest_new: library\n", "needless-key"),
    (W, "- {symptom: known, owner: known}", "- {remedy: known, owner: known}", "depends-on-itself"),
    (W, "optional: true", "optional: often", "not-yes-no"),
    (W, "{from: 3, gives: late}", "{from: -20, gives: late}", "band-too-early"),
    (W, "{from: 3, gives: late}", "{from: 3, gives: lte}", "unknown-result"),
    (W, "{from: 3, gives: late}", "{form: 3, gives: late}", "missing-key"),
    (W, "{from: 3, gives: late}", "late", "not-a-mapping"),
    (W, "since: due", "since: do", "unknown-field"),
    (W, "start: guess", "start: gues", "unknown-result"),
    (W, "- reach: felt", "- reach: felts", "unknown-result"),
    (W, "gives:\n        high: {high: now,", "gives:\n        high: {high: nw,", "unknown-result"),
    (W, "low: {high: later", "lo: {high: later", "unknown-value"),
    (W, "    urgent:\n      kind: yes_no", "    urgent:\n      kind: cells\n      keys_from: pains", "cell-or-choices"),
    # conditions
    (W, CUSTOMER, "customer_sees: {symptum: known}", "unknown-field"),
    (W, CUSTOMER, "customer_sees: {}", "empty-condition"),
    (W, CUSTOMER, "customer_sees: {symptom: {at_lest: 1}}", "unknown-condition"),
    (W, CUSTOMER, "customer_sees: {symptom: {at_least: 1}}", "not-ordered"),
    (W, CUSTOMER, "customer_sees: {need: felts}", "unknown-value"),
    (W, CUSTOMER, "customer_sees: {words: late}", "words-compared"),
    (W, CUSTOMER, "customer_sees: {symptom: {is: [[x]]}}", "bad-value"),
    (W, CUSTOMER, "customer_sees: {chain: colours}", "unknown-chain"),
    (W, CUSTOMER, "customer_sees: {size: {at_least: many}}", "not-a-number"),
    (W, CELLS, CELLS.replace("cells: 1", "cells: 3"), "bad-count"),
    (W, CELLS, CELLS.replace("[text]", "[txt]"), "unknown-cell-part"),
    (W, CELLS, CELLS.replace("cells: 1, ", ""), "not-about-cells"),
    (W, CELLS, CELLS.replace("customer_quote", "seller_action"), "unknown-grade"),
    (S, LADDER, "have: {need: {is: felt, proven_by: customer_quote}}", "derived-not-provable"),
    # requirements
    (S, "- rows: pains\n            which", "- rowz: pains\n            which", "unknown-requirement"),
    (S, "rows: pains\n            which", "rows: pain\n            which", "unknown-table"),
    (S, "- fields: offer", "- fields: offers", "unknown-form"),
    (S, "covers: people.buying_roles", "covers: people.buying_role", "unknown-place"),
    (S, "values: [user, decision_maker]", "values: [users, decision_maker]", "unknown-value"),
    (S, "by_role: [user]", "by_role: [usr]", "unknown-role"),
    (S, "from_role: [user]", "from_role: [usr]", "unknown-role"),
    (S, "at_least: half", "at_least: most", "bad-count"),
    (S, "- evidence: customer_written", "- evidence: customer_writen", "unknown-grade"),
    (S, "- evidence: customer_written\n                from_role: [user]", "- one_of: []", "nested-one-of"),
    # stages, questions, chains, library, plan
    (S, "fills: pains", "fills: pain", "unknown-worksheet"),
    (S, "only: [name, buying_roles]", "only: [nme, name, buying_roles]", "unknown-field"),
    (S, "forbid: [bribery]", "forbid: [bribe]", "unknown-gate"),
    (T, "opens_at: admitted", "opens_at: admited", "unknown-rung"),
    (T, "after: P", "after: Q", "unknown-type"),
    (T, "only_for: [decision_maker]", "only_for: [decider]", "unknown-role"),
    (Q, "type: P", "type: PP", "unknown-type"),
    (Q, "for_roles: [user]", "for_roles: [uzer]", "unknown-role"),
    (Q, "stages: [need]", "stages: [needs]", "unknown-stage"),
    (Q, "industry: printing", "industry: print", "unknown-industry"),
    (Q, "pains.symptom", "pains.symptoms", "unknown-place"),
    (Q, "pains.impacts.process", "pains.impacts.proces", "unknown-cell"),
    (Q, "people.buying_roles=user", "people.buying_roles=usr", "unknown-value"),
    (Q, "need/recap", "need/recaps", "unknown-criterion"),
    (Q, "costs: effort", "costs: nothing", "unknown-value"),
    (Q, "part: label", "part: lable", "unknown-part"),
    (Q, "type: I\n", "type: I\n  part: label\n", "part-outside-report"),
    (Q, "  reveals: [pains.impacts.process]\n", "", "question-reveals-nothing"),
    ("chains.yaml", "about: pains", "about: pain", "unknown-table"),
    ("chains.yaml", "order: [P1, I1]", "order: [P1, I2]", "unknown-question"),
    ("chains.yaml", "order: [P1, I1]", "order: [I1, P1]", "chain-out-of-order"),
    ("library.yaml", "chain: colour", "chain: color", "unknown-chain"),
    ("library.yaml", "symptom: {en:", "symptoms: {en:", "unknown-field"),
    ("library.yaml", "process: {en:", "proces: {en:", "unknown-cell"),
    ("library.yaml", "pains:", "pain:", "not-in-library"),
    ("library.yaml", '"2027-01-31"\n    fills', '"2026-01-31"\n    fills', "review-overdue"),
    ("library.yaml", '"2027-02-28"', '"2026-11-20"', "review-overdue"),
    ("library.yaml", "2026-06-30", "2025-11-20", "evidence-too-old"),
    ("library.yaml", "2026-06-30", "June", "not-a-date"),
    ("library.yaml", "Two mills.", "Bought from BEIZE  Paper.", "rival-named"),
    ("library.yaml", "两家纸厂。", "从北泽 纸业买的。", "rival-named"),
    ("library.yaml", "Then we look at it.", "Beize Paper is dearer.", "rival-named"),
    ("library.yaml", "stages: [need]", "stages: [nead]", "unknown-stage"),
    ("playbook.yaml", "annex: [known]", "annex: [knowns]", "unknown-section"),
    ("playbook.yaml", "annex: [known]", "annex: [known, header]", "id-taken"),
    ("playbook.yaml", "[invitation]", "[invitatio]", "unknown-section"),
    ("playbook.yaml", "[invitation]", "[invitation, pains]", "unknown-section"),
    ("playbook.yaml", "stages: [need]", "stages: [nead]", "unknown-stage"),
    ("playbook.yaml", "when: first_contact, stages: [need], ", "", "variant-never-used"),
    # ids
    (W, "- id: commitments", "- id: pains", "id-taken"),
    (W, "- id: commitments", "- id: evidence", "id-reserved"),
    (W, "- id: commitments", "- id: need", "id-taken"),
    (W, "{id: r1, label", "{id: r0, label", "id-taken"),
    (W, "{id: r1, label", "{id: all, label", "id-reserved"),
    (W, "    remedy:\n", "    re.medy:\n", "bad-id"),
    (S, "- id: pains\n      title", "- id: people\n      title", "id-taken"),
    (S, "- id: seen\n", "- id: recap\n", "id-taken"),
    (Q, "- id: C1", "- id: R1", "id-taken"),
    # exits
    (S, "proven_by: customer_quote\n      - id: recap", "at_leest: 1\n      - id: recap", "typed-data-passes"),
    (S, "have: {price: {proven_by: customer_quote}}", "have: {price: known}", "typed-data-passes"),
    (S, LADDER, "have: {need: {at_least: guess}}", "typed-data-passes"),
    (S, "full: 3", "full: 2", "musts-against-pass"),
    (S, "light: 2", "light: 4", "pass-too-large"),
    (S, "light: 2", "light: 0", "pass-too-small"),
    # people
    (W, "- id: people\n", "- id: persons\n", "no-people"),
    (W, "    name:\n      kind: text", "    name:\n      kind: texts", "people-needs-field"),
    # texts
    (W, 'label: {en: "Owner", zh: "谁的"}', 'label: {en: "Owner"}', "missing-translation"),
    (W, 'label: {en: "Owner", zh: "谁的"}', "label: The person it belongs to", "untranslated-text"),
    (W, 'label: {en: "Owner", zh: "谁的"}', 'label: ""', "empty-text"),
    (W, 'label: {en: "Owner", zh: "谁的"}', 'label: {en: " ", zh: "谁的"}', "empty-text"),
    (Q, "{person}有什么难处", "有什么难处", "slots-differ"),
    (Q, "What does it cost", "What does {it} cost", "unknown-slot"),
    (Q, "What does it cost", "What does it} cost", "stray-brace"),
    (W, 'label: {en: "Owner", zh: "谁的"}', "label: {en: Owner, or so, zh: 谁的}", "flow-extra-key"),
    ("library.yaml", '"2027-01-31"\n    fills', '"31 January"\n    fills', "not-a-date"),
    ("playbook.yaml", "languages: [en, zh]", "languages: []", "no-languages"),
    # shape
    ("playbook.yaml", "format: 1", "format: 2", "not-a-choice"),
    ("playbook.yaml", "version:", "verzion:", "unknown-key"),
    (S, "full: 3", "ful: 3", "unknown-key"),
    (S, "light: 2", "light: two", "not-a-whole-number"),
    (S, "      fills: offer\n", "", "missing-key"),
    (S, "entry: []", "entry: none", "not-a-list"),
    (W, "row_title: name", "row_title: 5", "not-text"),
    (W, 'label: {en: "Owner", zh: "谁的"}', 'label: {en: "Owner", fr: "A qui"}', "not-a-choice"),
    (W, "  fields:\n    costs:", "  felds:\n    costs:", "unknown-key"),
    (Q, "type: I\n", "type: I\n  alone: often\n", "not-yes-no"),
    (Q, "- id: R1", "- id: R 1", "bad-id"),
    (T, "I:\n  label", "I: x\nJ:\n  label", "not-a-mapping"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "rule"), MUTATIONS, ids=lambda v: str(v)[:30])
def test_one_change_is_found_where_it_was_made(file: str, old: str, new: str, rule: str) -> None:
    content = changed(file, old, new)
    first = line_of(file, old)
    lines = range(first - 8, first + max(old.count("\n"), new.count("\n")) + 1)
    found = [f for f in findings_of(content) if f.rule == rule]
    assert any(f.path == file and f.line in lines for f in found), render(findings_of(content), "en")


def test_every_mutation_can_be_said_in_both_languages() -> None:
    for file, old, new, rule in MUTATIONS:
        found = findings_of(changed(file, old, new))
        english, chinese = render(found, "en").splitlines(), render(found, "zh").splitlines()
        assert len(english) == len(chinese) == len(found)
        assert any(f": {rule}: " in line for line in english)
        for line in english:
            words = line.split(": ", 2)[2]
            assert words[0] in "'0123456789" or words[0].islower(), line
        assert all(re.search(r"[\u4e00-\u9fff]", line) for line in chinese)


PROOF = "have: {price: {proven_by: customer_quote}}"
WINS = "wins: [need/recap, need/known-roles]"
SHADES = 'symptom: {en: "two shades", zh: "颜色不一"}'
EXACT = [
    # file, what is changed into what, the rule; and the file and the text at which it must be found
    (W, "row_title: symptom", "row_title: symptm", "unknown-field", W, "symptom\n  suggest_new"),
    (W, "days: 180", "days: soon", "not-a-whole-number", W, "180"),
    (W, CELLS, CELLS.replace("[text]", "[txt]"), "unknown-cell-part", W, "text], proven_by"),
    (W, CUSTOMER, "customer_sees: {symptum: known}", "unknown-field", W, "symptom: known}\n  fields"),
    (S, "at_least: half", "at_least: most", "bad-count", S, "half"),
    (S, "full: 3", "full: 2", "musts-against-pass", S, "3}"),
    (S, "light: 2", "light: 0", "pass-too-small", S, "2, full"),
    (Q, "pains.impacts.process", "pains.impacts.proces", "unknown-cell", Q, "pains.impacts.process"),
    (Q, WINS, "wins: [need/known-roles]", "no-question-reaches", S, "recap\n"),
    (W, "  who: owner\n", "", "no-who", S, "by_role"),
    (S, PROOF, "have: {price: known}", "typed-data-passes", S, "recap\n"),
    (S, "only: [price, size]", "only: [size]", "no-step-fills", S, "price: {proven_by"),
    (W, 'label: {en: "Owner", zh: "谁的"}', 'label: {en: "Owner"}', "missing-translation", W, 'label: {en: "Owner"'),
    (W, 'zh: "谁的"', 'zh: ""', "empty-text", W, '"谁的"'),
    ("library.yaml", '"2027-01-31"\n    fills', '"2027"\n    fills', "not-a-date", "library.yaml", '"2027-01-31"'),
    ("library.yaml", SHADES, "owner: somebody", "needs-other-first", "library.yaml", 'remedy: {en: "Sort'),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "rule", "where", "mark"), EXACT, ids=lambda v: str(v)[:30])
def test_the_place_is_exact_and_nothing_else_is_found(
    file: str, old: str, new: str, rule: str, where: str, mark: str
) -> None:
    before = (SMALL / where).read_text("utf-8").partition(mark)[0]
    place = (where, before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert [(f.rule, (f.path, f.line, f.column)) for f in findings_of(changed(file, old, new))] == [
        (rule, place)
    ]


def test_ten_faults_in_one_file_are_all_reported() -> None:
    text = files(SMALL)[W].decode()
    faults = [
        ("row_title: name", "row_title: nam"),
        ("{id: r1, label", "{id: r0, label"),
        ("days: 180", "days: long"),
        ("who: owner", "who: wner"),
        ("of: people\n", "of: peopl\n"),
        ("of: impacts", "of: impact"),
        ("start: guess", "start: guest"),
        ("[text]", "[txt]"),
        ("row_title: costs", "row_title: cost"),
        ('zh: "付出"', 'zh: ""'),
    ]
    for old, new in faults:
        assert text.count(old) == 1
        text = text.replace(old, new)
    found = findings_of({**files(SMALL), W: text.encode()})
    lines = {line_of(W, old) for old, _ in faults}
    assert len(lines) == 10
    assert lines <= {f.line for f in found if f.path == W}
    order = [(f.path, f.line, f.column, f.rule) for f in found]
    assert order == sorted(order)


def test_shape_errors_come_alone() -> None:
    content = changed(W, "who: owner", "who: ownr")
    content["types.yaml"] = content["types.yaml"].replace(b"style: report", b"style: rport")
    assert [(f.path, f.rule) for f in findings_of(content)] == [("types.yaml", "not-a-choice")]


def test_a_flow_trap_is_named_where_it_breaks_the_shape() -> None:
    content = changed(W, 'label: {en: "Owner", zh: "谁的"}', "label: {en: Owner, or so, zh: 谁的}")
    line = line_of(W, 'label: {en: "Owner"')
    assert seen(content) == {(W, line, "flow-extra-key"), (W, line, "not-a-choice")}


def test_an_unreadable_file_hides_no_other_fault_and_invents_none() -> None:
    content = {**files(SMALL), Q: b"- id: 'P", "typs.yaml": b"a: 1"}
    assert {(f.path, f.rule) for f in findings_of(content)} == {
        (Q, "unclosed-quote"),
        ("typs.yaml", "unknown-file"),
    }


def test_files_that_do_not_fit_together() -> None:
    content = {**files(SMALL), "languages.yaml": b"[en, zh]", "types/more.yaml": b"{}"}
    assert {(f.path, f.line, f.rule) for f in findings_of(content)} == {
        ("languages.yaml", 0, "field-twice"),
        ("types/more.yaml", 0, "not-a-folder"),
    }
    only_questions = {Q: files(SMALL)[Q]}
    assert [(f.path, f.rule) for f in findings_of(only_questions)] == [("playbook.yaml", "no-playbook-file")]


def test_a_list_may_be_split_over_a_folder_and_keeps_its_places() -> None:
    content = files(SMALL)
    content["questions/one.yaml"] = content.pop(Q).replace(b"type: report", b"type: rport")
    content["questions/two.yaml"] = b'id: X1\ntype: P\nreveals: [pains.owner]\ntext: {en: "Whose?", zh: ""}\n'
    assert seen(content) == {
        ("questions/one.yaml", 13, "unknown-type"),
        ("questions/two.yaml", 4, "empty-text"),
    }


def test_did_you_mean() -> None:
    found = findings_of(changed(W, "row_title: symptom", "row_title: symptm"))
    assert render(found, "en") == (
        "worksheets.yaml:36:14: unknown-field: 'pains' has no field 'symptm'. Correct the name, or add the field. "
        "Did you mean 'symptom'?"
    )
    assert render(found, "zh").endswith("请更正名称，或添加该字段。是不是“symptom”？")
    misspelt = changed(
        S, "which: {symptom: known}\n            by_role", "which: {symptm: known}\n            by_role"
    )
    assert "Did you mean 'symptom'?" in render(findings_of(misspelt), "en")
    unknown_key = findings_of(changed("playbook.yaml", "version:", "verzion:"))
    assert any("Did you mean 'version'?" in sentence(f, "en") for f in unknown_key)


def test_did_you_mean_in_chinese() -> None:
    content = changed(
        S, LADDER, LADDER + "\n          - {rows: people, at_least: 1, have: {personality: 分折型}}"
    )
    content[S] = content[S].replace(b"only: [name, buying_roles]", b"only: [name, buying_roles, personality]")
    assert render(findings_of(content), "zh").endswith("可用的有：分析型、表达型、known。是不是“分析型”？")


def test_proof_that_may_not_exist_is_no_proof() -> None:
    """A field that does not exist in a deal is skipped, and its `proven_by` with it."""
    price = "have: {price: {proven_by: customer_quote}}"
    content = changed(S, price, "have: {heavy: known, price: {proven_by: customer_quote}}")
    content[S] = content[S].replace(b"only: [price, size]", b"only: [price, size, urgent, heavy]")
    before = "    price:\n      kind: money\n"
    content[W] = content[W].replace(before.encode(), (before + "      only_if: {urgent: true}\n").encode())
    assert [f.rule for f in findings_of(content)] == ["typed-data-passes"]
    content[S] = content[S].replace(b"have: {heavy: known", b"have: {urgent: known")
    assert findings_of(content) == []


def test_all_musts_pass_only_together() -> None:
    text = (SMALL / S).read_text("utf-8")
    text = text.replace("must: full", "must: always").replace(
        "      - id: recap\n", "      - id: recap\n        must: always\n"
    )
    text = text.replace("applies: full", "must: always")
    for passes, faults in ((4, []), (3, ["musts-against-pass"]), (5, ["pass-too-large"])):
        content = {**files(SMALL), S: text.replace("{light: 2, full: 3}", str(passes)).encode()}
        assert [f.rule for f in findings_of(content)] == faults


ODD: list[object] = [[], {}, None, [["x"]], {"a": {"b": "c"}}, True, 1.5, -3, "", {"one_of": [{"one_of": 1}]},
                     {"impacts": {"cells": {}, "known": "a"}}, {"need": {"at_least": []}}, {"words": [{}]}]  # fmt: skip


def paths(node: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in inner:
        yield from paths(value, (*path, key))


def put(node: Any, path: tuple[str | int, ...], value: object) -> Any:
    if not path:
        return value
    if isinstance(node, dict):
        return {k: put(v, path[1:], value) if k == path[0] else v for k, v in node.items()}
    return [put(v, path[1:], value) if i == path[0] else v for i, v in enumerate(node)]


@pytest.mark.parametrize("file", [S, W])
def test_whatever_stands_in_a_free_part_the_answer_is_findings(file: str) -> None:
    """Requirements, conditions and parameters are free in the model; odd values there upset nobody."""
    content = files(SMALL)
    whole = read(content[file], file).data
    free = [p for p in paths(whole) if {"requires", "only_if", "customer_sees", "rungs", "gives"} & set(p)]
    assert len(free) > 20
    for at, path in enumerate(free):
        for odd in (ODD[at % len(ODD)], ODD[(at + 5) % len(ODD)], ODD[(at + 11) % len(ODD)]):
            raw = json.dumps(put(whole, path, odd), ensure_ascii=False).encode()
            found = findings_of({**content, file: raw})
            assert len(render(found, "zh").splitlines()) == len(found)


def test_a_teams_own_library() -> None:
    raw = files(SMALL)["library.yaml"]
    library, loaded = load_library(raw, "library.yaml")
    assert library is not None
    assert [o.id for o in library.objections] == ["too-dear"]
    assert [r.id for r in library.rows["pains"]] == ["shades"]
    assert loaded.findings == []
    library, loaded = load_library(raw.replace(b"owner: sales", b"ownr: sales"), "library.yaml")
    assert library is None
    assert {(f.line, f.rule) for f in loaded.findings} == {(25, "missing-key"), (26, "unknown-key")}


def test_summary_counts_by_level() -> None:
    def finding(level: str) -> Finding:
        return Finding("a.yaml", 1, 1, "empty-text", level, {})

    found = [finding("error"), finding("warning"), finding("error"), finding("error")]
    assert summary(found, "en") == "3 errors, 1 warning"
    assert summary(found, "zh") == "3 个错误、1 个警告"
    assert summary([], "en") == "nothing found"


def test_nothing_in_a_finding_acts_on_the_terminal() -> None:
    found = [
        Finding("a\x1b[31m.yaml", 0, 0, "unknown-key", "error", {"key_name": "k\u202ee\ny", "names": ["key"]})
    ]
    assert "\x1b" not in render(found, "en")
    assert "\u202e" not in render(found, "en")
    assert render(found, "en").startswith("a\\x1b[31m.yaml: unknown-key: ")
    assert "\n" not in render(found, "en")


def test_a_value_of_any_kind_is_shown_short() -> None:
    shown = {
        "[…]": [1, 2], "{…}": {"a": 1}, "null": None, "true": True, "1.5": 1.5, "x" * 59 + "…": "x" * 100,
    }  # fmt: skip
    for text, value in shown.items():
        assert f"'{text}'" in sentence(Finding("a", 1, 1, "not-a-date", "error", {"value": value}), "en")


def rules_in(path: Path) -> set[str]:
    """Words with hyphens in a module: its rule ids."""
    words = (n.value for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Constant))
    return {w for w in words if isinstance(w, str) and re.fullmatch(r"[a-z]+(-[a-z]+)+", w)}


def test_every_rule_has_its_text() -> None:
    package = ROOT / "salescoach"
    modules = [
        *(package / "lint").rglob("*.py"),
        package / "playbook" / "load.py",
        *(package / "fields").glob("*.py"),
    ]
    rules = set().union(*map(rules_in, modules))
    assert rules - set(texts("findings")) == set()
    assert len(rules) > 80


def test_every_rule_of_the_linter_has_a_mutation() -> None:
    rules = set().union(*map(rules_in, (ROOT / "salescoach" / "lint").glob("*.py")))
    of_drills = {
        c["rule"] for p in (HERE / "drill_lint").glob("*.yaml") for c in read_yaml(p)["cases"] if "rule" in c
    }
    assert rules - {m[3] for m in [*MUTATIONS, *EXACT]} - of_drills == set()
