"""Strangers' texts (hostile.yaml) through every output, read back: they are words, never marks, commands or code.

A filled deal has rows in every worksheet of the playbook, a text wherever one may stand, choices taking turns. Its n-th
text is number n + shift of the list. There is one deal for each stage in each language, the shifts spread evenly over
the list, so that the texts wander through the hundreds of places.

A small deal has FEW texts, each of them in every kind of place: heading, cell, item, paragraph, both kinds of charts,
findings, and on the customer's page. There are as many as it takes to hold the whole list, languages taking turns.

What must come out is known from the same deal with harmless words: the same blocks, and the same sentences with the
texts in place of those words.
"""

import io
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import test_mermaid
from conftest import ROOT, TESTS, TODAY, read_yaml
from journeys.tool import here
from markdown_it import MarkdownIt
from markdown_it.token import Token
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.plain_text import PlainTextOutput
from test_html import ELEMENTS, Page

from salescoach import derived
from salescoach.call import Call
from salescoach.coach.interview import Case, Interview, Scope
from salescoach.deal.check import check
from salescoach.deal.conditions import exists
from salescoach.deal.deal import Deal, View
from salescoach.dialogue import Ask, Choice, Reply
from salescoach.findings import Finding
from salescoach.formats import json as as_json
from salescoach.formats import lines as as_text
from salescoach.messages import speaker
from salescoach.opening import Opened
from salescoach.plan.brief import CUSTOMER, TEAM
from salescoach.plan.checks import flaws
from salescoach.plan.html import page
from salescoach.plan.markdown import label, text
from salescoach.plan.pictures.people_map import LEVELS, Link, PeopleMap, Person
from salescoach.plan.render import render, stamped, untouched
from salescoach.planning import brief_of
from salescoach.playbook.load import Loaded, load
from salescoach.playbook.model import Field, Playbook, Worksheet
from salescoach.playbook.team import Team
from salescoach.terminal import show
from salescoach.terminal.prompts import Terminal
from salescoach.visible import clean, visible, width
from salescoach.yamlfile.read import read

LISTED: list[dict[str, str]] = read_yaml(TESTS / "hostile.yaml")["texts"]
BLANK = [entry["text"] for entry in LISTED if not entry["text"].strip()]
TEXTS = [entry["text"] for entry in LISTED if entry["text"].strip()]
STAGES = ("step2_need", "step4_criteria", "step5_shield", "step6_close", "step7_expect", "step8_collect")
KINDS = [(stage, language) for stage in STAGES for language in ("en", "zh")]
ROWS = {"people": 4, "rivals": 2, "criteria": 4, "pains": 2}
"""Rows of a table where one would leave out a picture or a sentence."""
FEW = 8
VISIT = "2026-12-02-visit"
COLUMNS = 80
MARKER = re.compile(r"plain(\d{3})")
AROUND = (
    "a\n{}\nb", "{}\n\nb", "- {}\n- b", "1. {}\n2. b", "- [ ] {}", "> {}", "## {}", "# a · {}", "a: “{}”",
    "| a | {} |\n| --- | --- |\n| b | c |\n| {} | d |\n| | {} |",
)  # fmt: skip
"""Places in Markdown, also such as no section has today."""


@cache
def loaded() -> Loaded:
    folder = ROOT / "playbooks" / "value-competition"
    return load({p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.yaml")})


def bundled() -> Playbook:
    playbook = loaded().playbook
    assert playbook is not None
    return playbook


# --- deals ------------------------------------------------------------------------------------------------

Texts = Callable[[int], str]
"""The text for the n-th place of a deal."""


def harmless(place: int) -> str:
    return f"plain{place % len(TEXTS):03}"


def hostile(shift: int) -> Texts:
    return lambda place: TEXTS[(place + shift) % len(TEXTS)]


def shift_of(kind: int) -> int:
    return kind * len(TEXTS) // len(KINDS)


class Filled:
    """A deal's content, made from what the playbook declares."""

    def __init__(self, playbook: Playbook, stage: str, turn: int, texts: Texts) -> None:
        self.playbook = playbook
        self.stage = next(s for s in playbook.stages if s.id == stage)
        self.criteria = [f"{stage}/{c.id}" for c in self.stage.exit.criteria]
        self.turns, places = count(turn), count()
        self.say: Callable[[], str] = lambda: texts(next(places))
        self.content = self._fixed()
        for sheet in playbook.worksheets:
            rows = [{"id": one, **self._row(sheet)} for one in self.ids(sheet.id)]
            self.content[sheet.id] = rows if sheet.form is None else self._row(sheet)
        while self._drops_what_does_not_exist():
            pass
        self.content["evidence"] = list(self._evidence(turn))
        self.content["activities"] = [self._visit(turn)]

    def ids(self, sheet: str) -> list[str]:
        return [f"{sheet[:4]}{n}" for n in range(ROWS.get(sheet, 1))]

    def _fixed(self) -> dict[str, Any]:
        return {
            "format": 1, "playbook": self.playbook.id, "customer": self.say(), "title": self.say(), "owner": "lin",
            "stage": self.stage.id, "rigour": "full", "amount": 480000, "currency": self.say(), "team": [
                {"id": "lin", "name": self.say(), "part": "lead"},
                {"id": "zhao", "name": self.say(), "part": self.say()},
            ],
        }  # fmt: skip

    def _row(self, sheet: Worksheet) -> dict[str, Any]:
        return {name: self._value(sheet.id, field) for name, field in sheet.fields.items() if field.kind}

    def _value(self, sheet: str, field: Field) -> Any:
        turn = next(self.turns)
        match field.kind:
            case "text":
                return self.say()
            case "texts":
                return [self.say(), self.say()]
            case "choice" | "scale":
                return field.choices[turn % len(field.choices)].id
            case "choices":
                return [field.choices[turn % len(field.choices)].id]
            case "row":
                return self.ids(field.of)[turn % len(self.ids(field.of))]
            case "rows":
                return self.ids(field.of)[: 1 + turn % 2]
            case "cells":
                keys = self.ids(field.keys_from) if field.keys_from else [str(k.id) for k in field.keys]
                return {key: self._cell(sheet, field, turn + n) for n, key in enumerate(keys)}
            case "chain":
                return next(c.id for c in self.playbook.chains if c.about == sheet)
            case "criterion":
                return self.criteria[turn % len(self.criteria)]
        plain = {"money": 1000 + turn, "number": turn, "percent": turn % 100, "yes_no": turn % 2 == 0}
        return {**plain, "date": f"2026-11-{1 + turn % 20:02}", "member": "lin"}[field.kind]

    def _cell(self, sheet: str, field: Field, turn: int) -> Any:
        if not field.cell:
            return field.choices[turn % len(field.choices)].id
        return {part: self._value(sheet, held) for part, held in field.cell.items()}

    def _deal(self) -> Deal:
        return Deal("x", self.content, self.playbook, derived)

    def _drops_what_does_not_exist(self) -> bool:
        deal = self._deal()
        view = View(deal, TODAY)
        rows: list[Any] = [row for sheet in self.playbook.worksheets for row in deal.rows(sheet.id)]
        gone = [
            (row, n) for row in rows for n in row.sheet.fields if n in row.cells and not exists(row, n, view)
        ]
        for row, name in gone:
            del row.cells[name]
        return bool(gone)

    def _evidence(self, turn: int) -> Iterator[dict[str, Any]]:
        """The customer said, wrote or did three of four things that the worksheets hold."""
        deal = self._deal()
        grades = ("customer_written", "customer_quote", "customer_action")
        fields = ((r, n) for w in self.playbook.worksheets for r in deal.rows(w.id) for n in w.fields)
        for n, (row, name) in enumerate(fields, turn):
            field = row.sheet.fields[name]
            if n % 4 == 0 or (name not in row.cells and field.derived != "words"):
                continue
            held = row.cells.get(name)
            for key, value in held.items() if field.kind == "cells" else [("", held)]:  # type: ignore[union-attr]
                numbers = (
                    [v for v in value.values() if isinstance(v, int)] if isinstance(value, dict) else [value]
                )
                yield {
                    "for": row.address(name, *filter(None, [key])), "grade": grades[n % 3], "date": "2026-11-18",
                    "value": next(iter(numbers), 0), "person": self.ids("people")[n % 4],
                    "words": self.say(), "source": self.say(),
                }  # fmt: skip

    def _visit(self, turn: int) -> dict[str, Any]:
        people = self.ids("people")
        best, least = (
            {"id": rung, "person": people[n], "action": self.say(), "costs": "effort", "by": "2026-12-09",
             "moves": self.criteria[0]}
            for n, rung in enumerate(("best", "minimum"))
        )  # fmt: skip
        own = [{"words": self.say(), "person": person} for person in people[:2]]
        return {
            "id": VISIT, "kind": "visit", "state": "planned", "date": VISIT[:10], "time": "14:00", "minutes": 60,
            "place": self.say(), "people": people[:3], "team": ["lin", "zhao"], "objective": self.say(),
            "reason": self.say(), "stop_if": self.say(), "tasks": [self.say(), self.say()], "objections": [self.say()],
            "commitments": [best, least], "questions": own if turn % 2 else [],
        }  # fmt: skip


def filled(kind: int, texts: Texts) -> dict[str, Any]:
    return Filled(bundled(), KINDS[kind][0], kind, texts).content


def small(texts: Texts) -> dict[str, Any]:
    """A deal of FEW texts, each of them in every kind of place."""
    customer, title, *rivals = names = [texts(n) for n in range(FEW)]
    numbered = list(enumerate(names))
    visit = {
        "id": VISIT, "kind": "visit", "state": "planned", "date": VISIT[:10], "minutes": 60, "tasks": names,
        "people": [f"p{n}" for n, _ in numbered],
        "commitments": [{"id": "best", "action": customer}, {"id": "minimum", "action": title}],
        "questions": [{"words": name, "person": "p0"} for name in names],
    }  # fmt: skip
    judged = {"importance": "high", "we_are": {"r0": "weaker"}}
    said = {"grade": "customer_written", "person": "p0", "date": "2026-11-18"}
    fields = next(sheet.fields for sheet in bundled().worksheets if sheet.id == "options")
    promise = {"person": "p0", "by": "2026-12-09", "costs": "effort", "moves": "step5_shield/harm-voiced"}
    return {
        "format": 1, "playbook": bundled().id, "customer": customer, "title": title, "stage": "step5_shield",
        "rigour": "full", "evaluation": {"tender_open": True}, "activities": [visit],
        "team": [{"id": f"t{n}", "name": name} for n, name in numbered],
        "people": [{"id": f"p{n}", "name": name, "buying_roles": ["evaluator"]} for n, name in numbered],
        "rivals": [{"id": f"r{n}", "name": name, "kind": "in_house"} for n, name in enumerate(rivals)],
        "criteria": [{"id": f"c{n}", "name": name, **judged} for n, name in numbered],
        "commitments": [{"id": f"a{n}", "action": name, **promise} for n, name in numbered],
        "options": [{"id": f"o{n}", "name": name, "advantage": name, "drawback": name} for n, name in numbered],
        "evidence": [
            {"for": f"options/o{n}/{field}", "words": name, **said} for n, name in numbered for field in fields
        ],
    }  # fmt: skip


class Made(NamedTuple):
    """What a deal becomes."""

    plan: str
    page: str
    findings: list[Finding]


def made(content: dict[str, Any], language: str, audience: str) -> Made:
    """The plan of a deal and what a check says about it; the page for the customer names no rival."""
    if audience == CUSTOMER:
        kept = [{**rival, "kind": "in_house"} for rival in content["rivals"]]
        content = {**content, "rivals": kept}
    deal = Deal("x", content, bundled(), derived)
    assert deal.stage is not None
    document = read(b"{}", "deal.yaml")
    path = Path(document.path)
    opened = Opened(path, path, document, deal, bundled(), bundled().library, Team(), deal.stage, [])
    call = Call(language, speaker(language), TODAY, None, None, ask=False, environment={})
    brief = brief_of(call, opened, content, audience=audience)
    plan = render(brief)
    found = [Finding("deal.yaml", 1, 1, f.rule, f.level, f.facts) for f in flaws(brief)]
    return Made(plan, stamped(page(plan, brief.pictures, language)), found)


# --- reading back -----------------------------------------------------------------------------------------

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HOLDERS = {"td_open": "cell", "th_open": "cell", "heading_open": "heading"}


class Seen(NamedTuple):
    """A plan as a Markdown reader takes it: its blocks, what stands in them as (kind of place, words), its charts."""

    blocks: list[tuple[str, str, int, str]]
    held: list[tuple[str, str]]
    charts: list[str]


def seen(plan: str) -> Seen:
    tokens = MARKDOWN.parse(plan)
    marks = {child.type for t in tokens for child in t.children or []} - {"text", "softbreak"}
    comments = [t.content for t in tokens if t.type == "html_block"]
    assert not marks, marks
    assert [c for c in comments if not re.fullmatch(r"<!-- salescoach [0-9a-f]{16} -->\n", c)] == []
    assert len(comments) == 1
    held = [
        (_place(before, token), "".join(child.content or "\n" for child in token.children or []))
        for before, token in pairwise(tokens)
        if token.type == "inline"
    ]
    blocks = [(t.type, t.tag, t.level, t.info) for t in tokens]
    return Seen(blocks, held, [t.content for t in tokens if t.type == "fence"])


def _place(before: Token, token: Token) -> str:
    return HOLDERS.get(before.type) or ("item" if token.level > 2 else "paragraph")


def put_in(words: str, shift: int) -> str:
    """Our sentences with the texts, as they must be seen, instead of the harmless words."""
    return MARKER.sub(lambda found: visible(hostile(shift)(int(found[1]))), words)


def squeezed(words: str) -> str:
    """Without spaces, and without what disarms the commands of CI runners at the beginning of a text."""
    return "".join(re.sub(r"\\(?=::)", "", words).replace("#\\#", "##").split())


UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def assert_nothing_acts(shown: str) -> None:
    """No character that commands a terminal or hides, no line that a CI runner would take for a command."""
    assert not {c for c in set(shown) - {"\n", "\u200d"} if unicodedata.category(c) in UNSEEN}
    assert not [x for x in shown.split("\n") if x.lstrip().startswith("::") or re.search(r"##\w*\[", x)]


CODES = "35|36|37|41|43|45|46|58|96|42|amp|gt|lt|quot"
LABEL = rf'"(?:[^"#`<>&\\%$]|%(?!%)|\$(?!\$)|#(?:{CODES});){{1,400}}"'
CHART = [
    r"quadrantChart", rf"    [xy]-axis {LABEL} --> {LABEL}", rf"    quadrant-[1-4] {LABEL}",
    rf"    {LABEL}: \[0\.\d\d, 0\.\d\d\]", r"flowchart TB", rf"    subgraph \w+\[{LABEL}\]", r"    end",
    rf" +n\d+\[{LABEL}\]", rf"    n\d+ -->(?:\|{LABEL}\|)? n\d+",
]  # fmt: skip
CHART_LINE = re.compile("|".join(CHART))


def assert_chart(chart: str, usual: str) -> None:
    """Every line is one of ours, every text in it a label, and the lines are those of the harmless chart."""
    lines = chart.splitlines()
    assert [x for x in lines if not CHART_LINE.fullmatch(x)] == []
    assert [re.sub(LABEL, "", x) for x in lines] == [re.sub(LABEL, "", x) for x in usual.splitlines()]
    assert_nothing_acts(chart)


def skeleton(shown: Page) -> list[str]:
    """The elements; how many lines a text takes in a drawing, and which part of a line is the question, may differ."""
    return [tag for tag in shown.tags() if tag not in ("text", "span")]


def shown_by(source: str) -> Page:
    """A page as a browser takes it, without our last line."""
    return Page(source.rpartition("<!--")[0])


def assert_page(source: str, plain: Page, shift: int) -> None:
    """The elements of the harmless page, its words with the texts put in, nothing that loads or runs."""
    shown = shown_by(source)
    assert skeleton(shown) == skeleton(plain)
    assert set(shown.tags()) <= ELEMENTS - {"a"}
    names = {name for _, attributes in plain.elements for name in attributes} | {"data-label", "text-anchor"}
    assert {name for _, attributes in shown.elements for name in attributes} <= names
    assert not [n for n in names if n.startswith("on") or n in ("href", "src", "srcset", "srcdoc", "action")]
    for words, usual_words in (("".join(shown.words), "".join(plain.words)), (shown.title, plain.title)):
        expected = re.sub("[\ufdd0-\ufdef\ufffe\uffff]", "\ufffd", put_in(usual_words, shift))
        assert squeezed(words) == squeezed(expected)
    assert_nothing_acts(source)


def assert_plan(plan: str, usual: Seen, shift: int) -> None:
    """The blocks of the harmless plan, its words with the texts put in, our own last line, one fold."""
    found = seen(plan)
    assert found.blocks == usual.blocks
    for (_, words), (_, plain) in zip(found.held, usual.held, strict=True):
        assert squeezed(words) == squeezed(put_in(plain, shift))
    for chart, plain in zip(found.charts, usual.charts, strict=True):
        assert_chart(chart, plain)
    assert_nothing_acts(plan)
    assert plan.count("\n---\n") == [name for name, *_ in usual.blocks].count("hr") < 2
    assert untouched(plan)
    assert not untouched(plan.replace("2026", "2027", 1))


# --- plans and pages --------------------------------------------------------------------------------------


class Usual(NamedTuple):
    """What comes out where nothing is hostile."""

    plan: Seen
    page: Page
    findings: list[Finding]


def usual_of(content: dict[str, Any], language: str, audience: str) -> Usual:
    done = made(content, language, audience)
    return Usual(seen(done.plan), shown_by(done.page), done.findings)


@cache
def usual(kind: int, audience: str) -> Usual:
    return usual_of(filled(kind, harmless), KINDS[kind][1], audience)


def test_the_list_of_texts() -> None:
    assert len(LISTED) >= 70
    assert all(entry["tries"] and set(entry) == {"id", "tries", "text"} for entry in LISTED)
    for key in ("id", "text"):
        assert len({entry[key] for entry in LISTED}) == len(LISTED), key


@pytest.mark.parametrize("kind", range(len(KINDS)), ids=["-".join(kind) for kind in KINDS])
def test_a_filled_deal_is_a_right_deal(kind: int) -> None:
    content = filled(kind, harmless)
    document = read(json.dumps(content).encode(), "deal.yaml")
    deal = Deal("x", content, bundled(), derived)
    assert check(document, deal, View(deal, TODAY)) == []


def test_every_text_stands_in_plans_of_filled_deals() -> None:
    met = {
        (int(number) + shift_of(kind)) % len(TEXTS)
        for kind in range(len(KINDS))
        for _, words in usual(kind, TEAM).plan.held
        for number in MARKER.findall(words)
    }
    assert [words for number, words in enumerate(TEXTS) if number not in met] == []


@pytest.mark.parametrize("audience", [TEAM, CUSTOMER])
@pytest.mark.parametrize("kind", range(len(KINDS)), ids=["-".join(kind) for kind in KINDS])
def test_a_hostile_deal_makes_the_plan_and_the_page_of_a_harmless_one(kind: int, audience: str) -> None:
    plain, shift = usual(kind, audience), shift_of(kind)
    done = made(filled(kind, hostile(shift)), KINDS[kind][1], audience)
    assert_plan(done.plan, plain.plan, shift)
    assert_page(done.page, plain.page, shift)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("audience", [TEAM, CUSTOMER])
def test_every_text_in_every_kind_of_place(audience: str, language: str) -> None:
    plain = usual_of(small(harmless), language, audience)
    assert_everywhere(plain, audience, language)
    for shift in range(FEW * (language == "zh"), len(TEXTS), 2 * FEW):
        done = made(small(hostile(shift)), language, audience)
        assert_plan(done.plan, plain.plan, shift)
        assert_page(done.page, plain.page, shift)
        assert_findings(done.findings, plain.findings, language, shift)


def assert_everywhere(plain: Usual, audience: str, language: str) -> None:
    """Each text of a small deal stands in every kind of place that there is."""
    places = {"cell", "item", "paragraph", *(["heading"] if audience == TEAM else [])}
    wanted = [" ".join(words for held, words in plain.plan.held if held == place) for place in places]
    if audience == TEAM:
        assert {chart.split()[0] for chart in plain.plan.charts} == {"quadrantChart", "flowchart"}
        wanted += [*plain.plan.charts, as_text.render(plain.findings, language)]
    for words in wanted:
        assert [n for n in range(FEW) if harmless(n) not in words] == [], words


@pytest.mark.parametrize("blank", BLANK)
@pytest.mark.parametrize("audience", [TEAM, CUSTOMER])
def test_texts_that_hold_nothing_leave_places_empty(audience: str, blank: str) -> None:
    for kind, (_, language) in list(enumerate(KINDS))[::3]:
        done = made(filled(kind, lambda place: blank), language, audience)
        names = {name for name, *_ in usual(kind, audience).plan.blocks}
        assert {name for name, *_ in seen(done.plan).blocks} <= names
        assert set(shown_by(done.page).tags()) <= ELEMENTS - {"a"}
        assert_nothing_acts(done.plan + done.page)


@pytest.mark.parametrize("around", AROUND)
def test_a_text_is_one_text_wherever_it_stands(around: str) -> None:
    plain = seen(stamped(around.replace("{}", "x") + "\n\n"))
    for words in TEXTS:
        found = seen(stamped(around.replace("{}", text(words)) + "\n\n"))
        assert found.blocks == plain.blocks, words
        wanted = [held.replace("x", visible(words)) for _, held in plain.held]
        assert [squeezed(held) for _, held in found.held] == [squeezed(held) for held in wanted]


def test_a_heading_keeps_the_sign_at_its_end() -> None:
    for words in ("C #", "a ## b ###", "#", "## #"):
        plan = stamped(f"# {text(words)}\n\n### x · {text(words)}\n\n")
        assert seen(plan).held == [("heading", words), ("heading", f"x · {words}")]


# --- what a check says ------------------------------------------------------------------------------------


def in_a_finding(words: str) -> str:
    """A value as a finding repeats it."""
    said = visible(words)
    return said if len(said) <= as_text.LONGEST else said[: as_text.LONGEST - 1] + "…"


def assert_findings(found: list[Finding], usual: list[Finding], language: str, shift: int) -> None:
    """Each finding is one line with the words of the harmless one; JSON says the same."""
    lines = as_text.render(found, language).split("\n")
    for line, plain in zip(lines, as_text.render(usual, language).split("\n"), strict=True):
        wanted = MARKER.sub(lambda n: in_a_finding(hostile(shift)(int(n[1]))), plain)
        assert squeezed(line) == squeezed(wanted)
        assert_nothing_acts(line)
    assert_json(found, lines, language)


def assert_json(found: list[Finding], lines: list[str], language: str) -> None:
    """It can be read, and holds every line without a loss."""
    document = as_json.listed(found, language)
    assert_nothing_acts(document)
    listed = json.loads(document)["findings"]
    assert [f"{f['path']}:{f['line']}:{f['column']}: {f['rule']}: {f['message']}" for f in listed] == lines


def broken(s: str) -> dict[str, Any]:
    """A deal that is wrong wherever one can be wrong, by keys, ids and values of one text."""
    return {
        "playbook": bundled().id, "customer": s, "stage": "step4_criteria", f"{s}?": 1, "owner": s, "rigour": s,
        "result": s, "close_date": s, "amount": s, "team": [{"id": s, "name": s}, {"id": "lin", f"{s}!": 2}],
        "people": [
            {"id": s}, {"id": "a", "name": s, "level": s, "buying_roles": [s], "peer": s, s: 1}, {"id": "a"},
        ],
        "pains": [
            {"id": "p", "owner": s, "chain": s, "impacts": {s: {"text": s}}, "urgency": s, "explicit_need": s},
            {"id": "q", "impacts": {"future": {s: 1, "amount": s}}},
        ],
        "criteria": [{"id": "c", "we_are": {s: "x"}}], "rivals": s, "approval": s,
        "evidence": [
            {"for": s, "grade": s, "person": s, "date": s}, {"for": f"pains/{s}/x", "grade": "customer_quote"},
            {"for": [f"people/a/{s}"], "grade": "customer_quote", "person": s, "date": "2026-11-01"},
        ],
        "stage_history": [{"stage": s, "entered": s}],
        "activities": [
            {"id": s, "kind": s, "state": s, "date": s, "time": s, "minutes": s, "people": [s], "team": [s], "tasks": s,
             "parts": {s: s}, "commitments": [{"id": s, "person": s, "costs": s, "by": s, "moves": s, s: 1}]},
        ],
    }  # fmt: skip


def test_what_is_wrong_in_a_deal_is_said_in_one_line_each() -> None:
    for number, words in enumerate([*TEXTS, *BLANK]):
        language = ("en", "zh")[number % 2]
        content = broken(words)
        document = read(in_yaml(content), "deal.yaml")
        assert document.data == content, "a deal can hold it"
        deal = Deal("x", content, bundled(), derived)
        found = check(document, deal, View(deal, TODAY))
        lines = as_text.render(found, language).split("\n")
        assert len(lines) == len(found) > 25
        assert sum(squeezed(in_a_finding(words)) in squeezed(line) for line in lines) > 20, words
        assert_nothing_acts("\n".join(lines))
        assert_json(found, lines, language)


def in_yaml(content: dict[str, Any]) -> bytes:
    """Content as a deal's file: in the form of JSON, every character that cannot be seen as an escape."""
    unseen = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
    return unseen.sub(lambda c: f"\\u{ord(c[0]):04x}", json.dumps(content, ensure_ascii=False)).encode()


# --- on a terminal ----------------------------------------------------------------------------------------


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_a_terminal(patch: pytest.MonkeyPatch) -> Screen:
    """From here on both streams are on a terminal without colours."""
    screen = Screen()
    patch.setattr(sys, "stdout", screen)
    patch.setattr(sys, "stderr", screen)
    patch.setenv("COLUMNS", str(COLUMNS))
    patch.setenv("NO_COLOR", "1")
    return screen


def assert_fits(shown: str) -> None:
    """No line is wider than the terminal but rows of tables and single words, which are to be copied."""
    assert_nothing_acts(shown)
    wide = [x for x in shown.split("\n") if width(x) > COLUMNS and not x.startswith("|")]
    assert [x for x in wide if " " in x or re.search("[\u4e00-\u9fff]", x)] == []


@pytest.mark.parametrize("kind", range(len(KINDS)), ids=["-".join(kind) for kind in KINDS])
def test_a_plan_on_a_terminal(kind: int, monkeypatch: pytest.MonkeyPatch) -> None:
    content, language = filled(kind, hostile(shift_of(kind))), KINDS[kind][1]
    done = made(content, language, TEAM)
    assert visible(done.plan, one_line=False) == done.plan, "what is piped is the plan itself"
    screen = on_a_terminal(monkeypatch)
    show.out(done.plan)
    assert squeezed(screen.getvalue()) == squeezed(done.plan)
    show.out(as_text.render(done.findings, language))
    assert_fits(screen.getvalue())


def test_notes_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = on_a_terminal(monkeypatch)
    for words in TEXTS:
        show.note(words)
        show.answered(words, words)
    assert_nothing_acts(screen.getvalue().replace("\t", " "))
    assert [x for x in screen.getvalue().split("\n") if width(x) > COLUMNS] == []


class Drawn(PlainTextOutput):
    """What prompts draw, without the codes that place it."""

    def get_size(self) -> Size:
        return Size(rows=50, columns=COLUMNS)


def drawn_asks(asks: Iterator[Ask], language: str, key: str) -> str:
    """The screens of these questions, `key` pressed at each."""
    written = io.StringIO()
    with create_pipe_input() as keyboard:
        terminal = Terminal(speaker(language), TODAY, keyboard=keyboard, screen=Drawn(written))
        for ask in asks:
            keyboard.send_text(key)
            terminal.ask(ask)
    return written.getvalue().replace("\r", "")


def test_prompts_show_every_text_as_it_is_seen_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = on_a_terminal(monkeypatch)
    for first in range(0, len(TEXTS), 12):
        some = TEXTS[first : first + 12]
        rows = tuple(Choice(n, words, words) for n, words in enumerate(some))
        ask = Ask("x", "choice", " ".join(some[:3]), choices=rows, why=some[0], above=f"1 · {some[-1]}")
        line = Ask("y", "text", some[-1], default=some[0])
        shown = drawn_asks(iter([ask, line]), "en", "\r")
        assert_nothing_acts(shown)
        for words in some:
            assert squeezed(visible(words)[:30]) in squeezed(shown), words
    assert_fits(screen.getvalue())


@pytest.mark.parametrize("kind", range(0, len(KINDS), 5), ids=["-".join(kind) for kind in KINDS[::5]])
def test_the_first_screens_of_a_preparation(kind: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked about rows whose names are hostile."""
    content = {**filled(kind, hostile(shift_of(kind))), "evidence": []}
    stage, language = KINDS[kind]
    deal = Deal("x", content, bundled(), derived)
    assert deal.stage is not None
    case = Case(content, "x", bundled(), deal.stage, bundled().library, language, TODAY)
    interview = Interview(case, Scope("", True))

    def first() -> Iterator[Ask]:
        for _ in range(3):
            ask = interview.ask()
            assert ask is not None, stage
            yield ask
            interview.reply(Reply("skip"))

    screen = on_a_terminal(monkeypatch)
    shown = drawn_asks(first(), language, "\x0e")
    assert_nothing_acts(shown + screen.getvalue())


# --- the commands -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [3, 8])
def test_the_commands(kind: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content, language = filled(kind, hostile(shift_of(kind))), KINDS[kind][1]
    for rival in content["rivals"]:
        rival["kind"] = "in_house"
    path = tmp_path / "deals" / "x" / "deal.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes(in_yaml(content))
    monkeypatch.setattr("salescoach.opening.load_playbook", lambda *_: loaded())
    done = {audience: made(content, language, audience) for audience in (TEAM, CUSTOMER)}
    to_stdout = ["plan", "x", "--lang", language, "--output", "-"]
    for audience in (TEAM, CUSTOMER):
        ran = here(tmp_path, [*to_stdout, "--audience", audience])
        assert (ran.code, ran.out) == (0, done[audience].plan)
        assert_nothing_acts(ran.err)
    ran = here(tmp_path, [*to_stdout, "--format", "html"])
    assert (ran.code, ran.out) == (0, done[TEAM].page)
    assert here(tmp_path, to_stdout[:-2]).code == 0
    for fmt in ("text", "json"):
        ran = here(tmp_path, ["plan", "x", "--lang", language, "--check", "--format", fmt])
        assert ran.code in (0, 1), ran.err
        assert_nothing_acts(ran.out + ran.err)
        rules = [f["rule"] for f in json.loads(ran.out)["findings"]] if fmt == "json" else []
        assert sorted(rules) == sorted(f.rule for f in done[TEAM].findings if fmt == "json")


# --- charts -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("$$x$$ fa:fa-bell", '"#36;#36;x#36;#36; fa#58;fa-bell"'),
        ("a\x1b[31mb\u202ec", '"a[31mbc"'),
        ("C:\\u1234", '"C:/u1234"'),
        ("\u200b\u2800", '"-"'),
    ],
)
def test_what_mermaid_would_take_for_its_own(words: str, quoted: str) -> None:
    """Formulas and icons; letters that cannot be seen are left out, letters that look like our escapes stay."""
    assert label(words) == quoted


@pytest.mark.long
@pytest.mark.parametrize("version", test_mermaid.VERSIONS)
def test_a_browser_draws_people_by_every_name(
    version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names of people, groups and arrows are text alone: no element of theirs, no formula, no icon."""
    texts, html = 'text")].map(t => t.textContent)', 'foreignObject")].map(t => t.innerHTML)'
    assert texts in test_mermaid.PAGE
    monkeypatch.setattr(test_mermaid, "PAGE", test_mermaid.PAGE.replace(texts, html))
    names = [words for words in TEXTS if clean(words)[0]]
    charts = []
    for first in range(0, len(names), 6):
        some = names[first : first + 6]
        people = tuple(Person(f"p{n}", name, level=LEVELS[n % 4]) for n, name in enumerate(some))
        links = tuple(Link(f"p{n}", "p0", name) for n, name in enumerate(some))
        charts.append(PeopleMap(people, links, {"decision": some[0]}).mermaid())
    for chart, drawn in zip(charts, test_mermaid.drawn(tmp_path, version, charts), strict=True):
        assert isinstance(drawn, list), f"{drawn}\n{chart}"
        elements = {tag for words in drawn for tag in re.findall(r"<(\w+)", words)}
        assert elements <= {"div", "span", "p", "br"}, chart
        assert not [words for words in drawn if "Unsupported markdown" in words]
