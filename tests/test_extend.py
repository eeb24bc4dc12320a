"""Playbooks that extend another: what comes out, and where a fault of it is found."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, cases
from journeys.tool import copy_team, here
from test_lint import ODD, SMALL, files, paths, put

from salescoach import lint
from salescoach.findings import Finding, nearest
from salescoach.formats.lines import render
from salescoach.messages import texts
from salescoach.playbook.load import Loaded, load
from salescoach.yamlfile.read import read

HEAD = 'extends: {}\nformat: 1\nid: {}\nversion: "9"\ntitle: Ours\n'
Books = Mapping[str, Mapping[str, bytes]]


def book(extends: str, ident: str, rest: str = "") -> dict[str, bytes]:
    """A playbook of one file."""
    return {"playbook.yaml": (HEAD.format(extends, ident) + rest).encode()}


def loaded(books: Books, name: str) -> Loaded:
    return load(books[name], name, lambda n: (n, books[n]) if n in books else None, lambda: list(books))


def findings_of(book: Loaded) -> list[Finding]:
    return sorted([*book.findings, *lint.check(book)], key=lambda f: (f.path, f.line, f.column))


def told(finding: Finding, wanted: str) -> str:
    """A finding as the cases write it, with what it suggests where the case says so."""
    given = finding.facts.get("value", finding.facts.get("key_name"))
    names = finding.facts.get("names")
    near = nearest(str(given), names) if isinstance(names, list) and wanted.count(" ") == 2 else ""
    return f"{finding.path}:{finding.line}: {finding.rule} {near}".rstrip()


def at(content: Any, way: str) -> Any:
    """What stands at `stages/need/exit`; a list of items is the list of their ids."""
    for step in way.split("/"):
        if isinstance(content, list):
            content = next((i for i in content if i["id"] == step), None)
        elif content is not None:
            content = content.get(step)
    if isinstance(content, list) and content and "id" in content[0]:
        return [i["id"] for i in content]
    return content


@pytest.mark.parametrize(("worksheets", "case"), cases("extend"))
def test_what_comes_out(worksheets: list[Any], case: dict[str, Any]) -> None:
    ours = {
        **book("small", "ours", case.get("own", "")),
        **{k: v.encode() for k, v in case.get("files", {}).items()},
    }
    books = {"small": files(SMALL), "ours": ours, "above": book("ours", "above", case.get("above", ""))}
    came = loaded(books, "above" if "above" in case else "ours")
    wanted = case.get("findings", [])
    found = findings_of(came)
    said = [told(f, wanted[i] if i < len(wanted) else "") for i, f in enumerate(found)]
    assert sorted(said) == sorted(wanted), render(found, "en")
    assert len(render(found, "zh").splitlines()) == len(found)
    if "gives" in case or "gone" in case:
        assert came.playbook is not None
        content = came.playbook.model_dump(by_alias=True)
        assert {way: at(content, way) for way in case.get("gives", {})} == case.get("gives", {})
        assert [way for way in case.get("gone", ()) if at(content, way) is not None] == []


def test_the_base_stays_as_it_was() -> None:
    books = {"small": files(SMALL), "ours": book("small", "ours", "remove: [need/recap]\n")}
    before = loaded(books, "small").playbook
    assert loaded(books, "ours").playbook != before
    assert loaded(books, "small").playbook == before


def only(books: Books, name: str) -> Finding:
    (found,) = findings_of(loaded(books, name))
    return found


CIRCLES = [
    # who extends whom, the circle as it is told, the file it is told at
    ({"a": "a"}, "a -> a", "a"),
    ({"a": "b", "b": "a"}, "a -> b -> a", "a"),
    ({"a": "b", "b": "c", "c": "b"}, "b -> c -> b", "b"),
]


@pytest.mark.parametrize(("links", "circle", "where"), CIRCLES, ids=str)
def test_a_circle_is_told_with_the_place_of_each_extends(
    links: dict[str, str], circle: str, where: str
) -> None:
    books = {name: book(other, name) for name, other in links.items()}
    found = only(books, "a")
    assert (found.rule, found.path, found.line) == ("extends-circle", f"{where}/playbook.yaml", 1)
    line = render([found], "en")
    assert f": {circle} (" in line
    assert all(f"{name}/playbook.yaml:1" in line for name in circle.split(" -> "))


def test_a_missing_base_is_named_with_the_nearest() -> None:
    found = only({"small": files(SMALL), "ours": book("smal", "ours")}, "ours")
    assert render([found], "en") == (
        "ours/playbook.yaml:1:10: unknown-playbook: there is no playbook 'smal'. Use one of: ours, small. "
        "Did you mean 'small'?"
    )


def test_two_that_extend_the_same_do_not_disturb_each_other() -> None:
    books = {
        "small": files(SMALL),
        "left": book("small", "left", "remove: [need/recap]\n"),
        "right": book("small", "right", "change: {questions: [{id: C1, wins: [need/recap]}]}\n"),
    }
    left, right = loaded(books, "left").playbook, loaded(books, "right").playbook
    assert left and right
    assert [q.wins for q in left.questions if q.id == "C1"] == [["need/known-roles"]]
    assert [q.wins for q in right.questions if q.id == "C1"] == [["need/recap"]]


def test_fifty_levels() -> None:
    books: dict[str, Mapping[str, bytes]] = {"p0": {**files(SMALL)}}
    for n in range(1, 51):
        item = f'{{id: N{n}, type: P, reveals: [pains.symptom], text: {{en: "Q{n}?", zh: "问{n}？"}}}}'
        books[f"p{n}"] = book(f"p{n - 1}", f"p{n}", f"add: {{questions: [{item}]}}\n")
    top = loaded(books, "p50")
    assert findings_of(top) == []
    assert top.playbook and len(top.playbook.questions) == 4 + 50
    assert top.place(("questions", 23, "text", "en"))[:2] == ("p20/playbook.yaml", 6)


def test_a_fault_of_the_base_is_found_in_the_base() -> None:
    base = files(SMALL)
    base["questions.yaml"] = base["questions.yaml"].replace(b"type: P\n", b"type: PP\n", 1)
    found = only({"small": base, "ours": book("small", "ours", "remove: [too-dear]\n")}, "ours")
    assert (found.path, found.line, found.rule) == ("small/questions.yaml", 2, "unknown-type")


def test_after_a_removal_every_place_is_still_right() -> None:
    """The lists are shorter than their files: what comes later must not be looked for where it was."""
    books = {"small": files(SMALL), "ours": book("small", "ours", "remove: [P1, need/felt, people.title]\n")}
    books["small"]["worksheets.yaml"] = books["small"]["worksheets.yaml"].replace(
        b"  fields:\n    name:",
        b'  fields:\n    title: {kind: text, label: {en: "T", zh: "T"}}\n    name:',
        1,
    )
    whole, less = loaded(books, "small"), loaded(books, "ours")
    assert whole.playbook and less.playbook
    for name in ("questions", "worksheets"):
        was = {i.id: whole.place((name, n, "id")) for n, i in enumerate(getattr(whole.playbook, name))}
        now = {i.id: less.place((name, n, "id")) for n, i in enumerate(getattr(less.playbook, name))}
        assert now and now.items() <= was.items()
    assert less.place(("stages", 0, "exit", "criteria", 1, "id")) == whole.place(
        ("stages", 0, "exit", "criteria", 2, "id")
    )


def test_what_cannot_be_read_is_told_and_nothing_else() -> None:
    broken = {**files(SMALL), "questions.yaml": b"- id: 'P"}
    change = "change: {questions: [{id: P1, type: I}]}\n"
    found = only({"small": broken, "ours": book("small", "ours", change)}, "ours")
    assert (found.path, found.rule) == ("small/questions.yaml", "unclosed-quote")


def test_a_playbook_that_extends_says_what_it_is() -> None:
    found = findings_of(
        loaded({"small": files(SMALL), "ours": {"playbook.yaml": b"extends: small\nid: small\n"}}, "ours")
    )
    assert [(f.rule, f.facts.get("key_name", f.facts.get("first"))) for f in found if f.path] == [
        ("missing-key", "format"),
        ("missing-key", "version"),
        ("missing-key", "title"),
        ("id-taken", "small/playbook.yaml:2"),
    ]


@pytest.mark.parametrize("rest", ["change: {}", "add: {}", "remove: []"])
def test_changes_need_something_to_change(rest: str) -> None:
    content = files(SMALL)
    lines = content["playbook.yaml"].count(b"\n")
    content["playbook.yaml"] += rest.encode()
    found = only({"ours": content}, "ours")
    assert (found.path, found.line, found.rule) == ("ours/playbook.yaml", lines + 1, "needs-extends")
    alone = only({"ours": {"playbook.yaml": rest.encode()}}, "ours")
    assert (alone.line, alone.rule) == (1, "needs-extends")


@pytest.mark.parametrize("value", ["[one, two]", "", "{}"])
def test_one_playbook_is_extended_by_its_name(value: str) -> None:
    found = only({"ours": book(value, "ours")}, "ours")
    assert (found.line, found.rule) == (1, "not-text")


@pytest.mark.parametrize(
    "odd",
    [*ODD[::4], *(pytest.param(o, marks=pytest.mark.long) for at, o in enumerate(ODD) if at % 4)],
    ids=repr,
)
def test_whatever_stands_in_it_the_answer_is_findings(odd: object) -> None:
    own = read(book("small", "ours", SAMPLE.replace("step2_need", "need"))["playbook.yaml"], "ours").data
    base = files(SMALL)
    stages = read(base["stages.yaml"], "stages").data
    both = [(base, put(own, path, odd)) for path in list(paths(own))[1:]]
    both += [({**base, "stages.yaml": raw(put(stages, path, odd))}, own) for path in list(paths(stages))[:40]]
    for small, mine in both:
        found = findings_of(loaded({"small": small, "ours": {"playbook.yaml": raw(mine)}}, "ours"))
        assert len(render(found, "zh").splitlines()) == len(found)


def raw(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()


def test_every_rule_has_its_text() -> None:
    words = {
        w
        for path in (ROOT / "salescoach" / "playbook").glob("*.py")
        if path.stem != "scenario"  # names of situations and acts, no rules
        for w in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', path.read_text("utf-8"))
    }
    assert {"not-in-base", "extends-circle"} <= words
    assert words - set(texts("findings")) == set()


# --- with the tool --------------------------------------------------------------------------------

SAMPLE = """\
remove: [step2_need/recap, people.function]
change:
  stages:
    - id: step2_need
      exit:
        pass: 4
        criteria:
          - {id: impact, must: always}
add:
  stages:
    - id: step2_need
      exit:
        criteria:
          - id: seen-on-site
            title: {en: "We saw the problem on their floor", zh: "我们在现场看到过"}
            requires: [{evidence: customer_action}]
  questions:
    - id: A-show-us
      type: commitment
      stages: [step2_need]
      wins: [step2_need/seen-on-site]
      costs: effort
      text: {en: "Could you show us the place where it happens?", zh: "能带我们到现场看看吗？"}
      action: {en: "shows us the place where it happens", zh: "带我们到现场看问题"}
"""


@pytest.mark.parametrize("language", [pytest.param("en", marks=pytest.mark.long), "zh"])
def test_the_bundled_playbook_extended_lints_clean_and_prepares_the_demo(
    language: str, tmp_path: Path
) -> None:
    root = copy_team(f"demo-{language}", tmp_path / "team")
    own = root / "playbooks" / "ours"
    own.mkdir(parents=True)
    (own / "playbook.yaml").write_bytes(book("value-competition", "ours", SAMPLE)["playbook.yaml"])
    (deal,) = root.glob("deals/*/deal.yaml")
    text = deal.read_text("utf-8")
    assert "playbook: value-competition\n" in text
    deal.write_text(text.replace("playbook: value-competition\n", "playbook: ours\n"), encoding="utf-8")

    def run(*words: str) -> str:
        ran = here(root, [*words, "--lang", language])
        assert ran.code == 0, ran
        assert "Traceback" not in ran.err
        return ran.out

    assert run("playbook", "lint", "ours") == ""
    assert run("playbook", "lint") == ""
    assert "ours  Ours" in run("playbook", "list")
    card = run("playbook", "show", "ours", "--stage", "step2_need")
    assert "[seen-on-site]" in card.replace("\n", "")
    assert "[recap]" not in card
    run("prep", deal.parent.name, "--no-input")
    assert list(deal.parent.glob("plans/*.md"))
    run("new", "other", "--customer", "Other", "--playbook", "ours")
    assert "playbook: ours\n" in (root / "deals" / "other" / "deal.yaml").read_text("utf-8")


def test_a_fault_of_a_base_is_told_once(tmp_path: Path) -> None:
    root = copy_team("desk", tmp_path / "team")
    desk = root / "playbooks" / "desk" / "playbook.yaml"
    desk.write_text(desk.read_text("utf-8").replace("forbid: [bribery]", "forbid: [bribe]", 1), "utf-8")
    before = here(root, ["playbook", "lint"])
    for name in ("left", "right"):
        (root / "playbooks" / name).mkdir()
        (root / "playbooks" / name / "playbook.yaml").write_bytes(book("desk", name)["playbook.yaml"])
    assert before.code == 1
    assert here(root, ["playbook", "lint"]).out == before.out


def test_a_library_of_the_team_works_with_it(tmp_path: Path) -> None:
    root = copy_team("demo-en", tmp_path / "team")
    (root / "library.yaml").write_bytes(
        files(SMALL)["library.yaml"].replace(b"stages: [need]", b"stages: [step2_need]")
    )
    own = root / "playbooks" / "ours"
    own.mkdir(parents=True)
    (own / "playbook.yaml").write_bytes(book("value-competition", "ours")["playbook.yaml"])
    (deal,) = root.glob("deals/*/deal.yaml")
    text = deal.read_text("utf-8").replace("playbook: value-competition", "playbook: ours")
    assert text.count("    minutes: 45\n") == 1
    deal.write_text(
        text.replace("    minutes: 45\n", "    minutes: 45\n    objections: [too-dear]\n"), "utf-8"
    )
    ran = here(root, ["plan", deal.parent.name, "--output", "-"])
    assert ran.code == 0, ran
    assert "Too dear." in ran.out
