"""Reading YAML: what counts as what, and a finding with its line for every hostile file."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from salescoach.messages import LANGUAGES
from salescoach.messages.findings import TEXTS
from salescoach.yamlfile import parse
from salescoach.yamlfile.document import Document
from salescoach.yamlfile.flow_traps import flow_traps
from salescoach.yamlfile.read import read

PARSERS = {"libyaml": getattr(parse, "FastParser", None), "pure": parse.PureParser}
DEAL = Path(__file__).parent / "yamlfile" / "deal.yaml"


@pytest.fixture(params=sorted(PARSERS), autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Every test runs with both parsers."""
    if PARSERS[request.param] is None:
        pytest.skip("PyYAML without libyaml")
    monkeypatch.setattr(parse, "PARSER", PARSERS[request.param])
    yield request.param


def load(text: str | bytes) -> Document:
    return read(text if isinstance(text, bytes) else text.encode("utf-8"), "deal.yaml")


def seen(document: Document) -> list[tuple[int, str]]:
    return [(finding.line, finding.rule) for finding in document.findings]


# --- values ---------------------------------------------------------------------------------------

VALUES = {
    "": None, "~": None, "null": None, "Null": "Null", "true": True, "false": False, "True": "True",
    "NO": "NO", "yes": "yes", "on": "on", "off": "off", "y": "y",
    "0": 0, "7": 7, "-7": -7, "+7": 7, "0123": "0123", "0086123": "0086123", "0x1F": "0x1F",
    "1_000": "1_000",
    "1_200_000.50": "1_200_000.50", "1,200": "1,200", "100万": "100万", "￥1.2亿": "￥1.2亿",
    "12:30:45": "12:30:45", "14:00": "14:00", "2026-01-02": "2026-01-02", "2026-02-30": "2026-02-30",
    "1.10": 1.1, "1.10.3": "1.10.3", ".5": 0.5, "-0.25": -0.25, "1e3": 1000.0, "2E-2": 0.02, "1.": 1.0,
    "1e": "1e", "0o17": "0o17", "00.5": "00.5", "٣": "٣", "nan": "nan", "inf": "inf",
    "9" * 30: int("9" * 30), "'1'": "1", '"true"': "true", "''": "", "a  b": "a  b", "C#": "C#", "=": "=",
    '"\\u6d77\\x1b"': "海\x1b", "👩‍💻é": "👩‍💻é", "“引号”": "“引号”",
}  # fmt: skip


@pytest.mark.parametrize("text", VALUES)
def test_a_value_is_what_it_looks_like(text: str) -> None:
    document = load(f"key: {text}\nnext: 1\n")
    assert document.findings == []
    wanted = {"key": VALUES[text], "next": 1}
    assert document.data == wanted
    assert type(document.data["key"]) is type(wanted["key"])  # type: ignore[index]


def test_a_commented_chinese_deal_reads_as_written() -> None:
    document = read(DEAL.read_bytes(), "deal.yaml")
    data: Any = document.data
    assert document.findings == []
    assert (data["country"], data["fax"], data["phone"]) == ("NO", None, "0086123")
    assert (data["budget"], data["close_date"], data["playbook_version"]) == (
        "1_200_000.50",
        "2027-03-31",
        "1.10",
    )
    assert data["team"][1]["name"] == "吴'刚"
    assert data["people"][0]["note"] == "说话谨慎， 喜欢数字。\n"
    assert data["people"][1] == {"id": "zhang", "name": '张 "老" 三', "buying_roles": [], "reports_to": None}
    assert data["pains"][0]["words"] == "我们总是晚一个季度。\n# 这不是注释\n\n客户已经在走。\n"


@pytest.mark.parametrize("text", ["", "# only a comment\n", "\n\n"])
def test_an_empty_file_holds_nothing_and_is_no_fault(text: str) -> None:
    document = load(text)
    assert (document.data, document.readable, document.findings) == (None, True, [])
    assert document.place(("a",)) == (1, 1)


def test_a_scalar_and_a_list_are_left_to_the_caller() -> None:
    assert load("just text\n").data == "just text"
    assert load("- a\n- 1\n").data == ["a", 1]
    assert load("just text\n").findings == load("- a\n").findings == []


def test_a_merge_key_is_an_ordinary_key() -> None:
    assert load("<<: 1\na:\n  <<: {b: 2}\n").data == {"<<": 1, "a": {"<<": {"b": 2}}}


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_endings_and_a_byte_order_mark_change_nothing(ending: str, mark: str) -> None:
    text = DEAL.read_text(encoding="utf-8")
    plain, other = load(text), load(mark + text.replace("\n", ending))
    assert other.findings == []
    assert other.data == plain.data
    path = ("people", 1, "name")
    assert other.place(path) == plain.place(path) == (32, 13)


def test_unusual_breaks_and_marks_within_text_are_text() -> None:
    text = "a: x\x85y\nb: 'x\u2028y'\nc: \"x\u2029y\"\nd: x\ufeffy\ne: q\n"
    document = load(text)
    assert document.data == {"a": "x\x85y", "b": "x\u2028y", "c": "x\u2029y", "d": "x\ufeffy", "e": "q"}
    assert document.place(("e",)) == (5, 4)


# --- faults ---------------------------------------------------------------------------------------

BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)
)

FAULTS: dict[str, tuple[str | bytes, list[tuple[int, str]]]] = {
    "1 alias bomb": ("x: 1\n" + BOMB, [(2, "anchor"), (3, "anchor"), (3, "alias"), (3, "alias")]),
    "2 merge bomb": ("a: &a {k: v}\nb:\n  <<: [*a, *a]\n", [(1, "anchor"), (3, "alias"), (3, "alias")]),
    "3 flow nesting": ("a: 1\nb: " + "[" * 100_000, [(2, "too-deep")]),
    "3 small flow nesting": ("[" * 33 + "]" * 33, [(1, "too-deep")]),
    "3 list nesting": ("- " * 25_000, [(1, "too-deep")]),
    "3 mapping nesting": ("".join(" " * i + "a:\n" for i in range(40)), [(33, "too-deep")]),
    "4 big scalar": (b"a: " + b"x" * 5_000_000, [(0, "too-big")]),
    "4 many values": ("[" + "a," * 120_000 + "]", [(1, "too-many-values")]),
    "6 UTF-16": ("a: 客户\n".encode("utf-16"), [(0, "not-utf-8")]),
    "6 UTF-16 without mark": ("a: 客户\nb: c\n".encode("utf-16-le"), [(0, "not-utf-8")]),
    "6 UTF-16 the other way": ("a: 客户\nb: c\n".encode("utf-16-be"), [(0, "not-utf-8")]),
    "7 GBK": ("客户: 海川\n阶段: 发现\n".encode("gb18030"), [(0, "not-utf-8")]),
    "8 truncated": ("a: 1\nb: 海川".encode()[:-1], [(2, "bad-utf-8")]),
    "8 Latin-1": ("a: 1\r\nb: électricité\r\n".encode("latin-1"), [(2, "bad-utf-8")]),
    "9 mixed endings": ("a: 1\r\nb: 2\nc: 3\r\n", [(2, "mixed-line-endings")]),
    "9 one CR": ("a: 1\nb: 2\rc: 3\n", [(2, "mixed-line-endings")]),
    "11 tab indent": ("a:\n\tb: 1\n\tc: 2\n", [(2, "tab-indent")]),
    "11 tab after spaces": ("a:\n  b: 1\n  \tc: 2\n", [(3, "tab-indent")]),
    "12 duplicate": ("a: 1\nb: 2\na: 3\n", [(3, "duplicate-key")]),
    "12 deep duplicates": (
        "x:\n  - a: 1\n    'a': 2\n    a: 3\n",
        [(3, "duplicate-key"), (4, "duplicate-key")],
    ),
    "16 huge number": (f"a: 1\nb: {'9' * 5000}\n", [(2, "number-too-long")]),
    "16 31 digits": (f"a: -{'9' * 31}\n", [(1, "number-too-long")]),
    "17 not finite": (
        "a: .inf\nb: -.INF\nc: .nan\nd: 1e999\ne: [-1e999]\n",
        [(line, "not-finite") for line in (1, 2, 3, 4, 5)],
    ),
    "21 surrogate": ('a: 1\nb: "\\ud83d"\n', [(2, "surrogate")]),
    "21 pair": ('a: "\\uD83D\\uDE00"\n', [(1, "surrogate")]),
    "22 ESC": ("a: 1\nb: \x1b[31m\n", [(2, "control-character")]),
    "22 NUL and BEL": (
        "a: \x00\nb: 1\nc: \x07\nd: \x07\n",
        [(1, "control-character"), (3, "control-character")],
    ),
    "22 C1 and DEL": ("a: \x9b\nb: \x7f\n", [(1, "control-character"), (2, "control-character")]),
    "24 two documents": ("a: 1\n---\nb: 2\n", [(2, "several-documents")]),
    "25 keys": (
        "1: a\n~: b\ntrue: c\n[x]: d\n2.5: e\n? {a: b}\n: f\n.inf: g\n",
        [(line, "key-not-text") for line in (1, 2, 3, 4, 5, 6, 8)],
    ),
    "26 colon in a mapping": ("stage: a\n客户：海川\nowner: b\n", [(2, "full-width-colon")]),
    "26 colon in a row": ("people:\n  - id: s\n    姓名：沈\n    role: x\n", [(3, "full-width-colon")]),
    "26 nothing but colons": ("客户：海川\n阶段：发现\n", [(1, "full-width-colon"), (2, "full-width-colon")]),
    "26 quote": ('a: "海川”\nb: 1\n', [(1, "full-width-quote")]),
    "26 bracket": ("a: [x, y］\nb: 1\n", [(1, "full-width-bracket")]),
    "27 cut value": ("a: 1\nnote: C# dev #1\n- x: y\n"[:21], [(2, "value-cut")]),
    "28 conflict": ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n", [(2, "merge-conflict")]),
    "28 conflict without end": ("a: 1\n<<<<<<< HEAD\nb: 1\n", [(2, "merge-conflict")]),
    "29 tags": ("a: !!str 1\nb: !py/x {}\nc: ! z\nd: ! [a]\n", [(line, "tag") for line in (1, 2, 3, 4)]),
    "29 python": ("a: !!python/object/apply:os.system [id]\n", [(1, "tag")]),
    "29 unknown handle": ("a: !e!x 1\n", [(1, "tag")]),
    "at sign": ("a: 1\nb: @x\n", [(2, "special-start")]),
    "backtick": ("b: `x`\n", [(1, "special-start")]),
    "per cent": ("b: %5\n", [(1, "special-start")]),
    "star": ("b: *bold*\n", [(1, "special-start")]),
    "second colon": ("a: 1\nb: c: d\n", [(2, "colon-in-value")]),
    "too deep indent": ("a: b\n   c: d\n", [(2, "wrong-indent")]),
    "open quote": ('a: 1\nb: "x\nc: 1\n', [(2, "unclosed-quote")]),
    "open bracket": ("a: 1\nb: [1, 2\nc: 3\n", [(2, "unclosed-bracket")]),
    "open brace": ("a: {x: 1\n", [(1, "unclosed-bracket")]),
    "text after quote": ('a: "he" said\n', [(1, "text-after-quote")]),
    "no colon": ("a: 1\nstage step2\nb: 2\n", [(3, "yaml-syntax")]),
    "bad escape": ('a: "\\U00110000"\n', [(1, "yaml-syntax")]),
}  # fmt: skip

STILL_READABLE = ("9 ", "12 ", "16 ", "17 ", "25 ", "26 nothing", "27 ")


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_with_its_line(name: str) -> None:
    source, wanted = FAULTS[name]
    started = time.perf_counter()
    document = load(source)
    assert time.perf_counter() - started < (20 if parse.PARSER is parse.PureParser else 5)
    assert seen(document)[: len(wanted)] == wanted
    assert len(document.findings) == len(wanted) or name.startswith("1 ")
    assert document.readable is name.startswith(STILL_READABLE)
    assert document.readable or document.data is None


def test_every_fault_has_its_facts_in_both_languages() -> None:
    for source, _ in FAULTS.values():
        for finding in load(source).findings:
            for language in LANGUAGES:
                said = TEXTS[finding.rule][language].format(**finding.facts)
                assert said.endswith((".", "。", "”。"))


def test_every_text_belongs_to_a_rule_and_names_the_same_facts_in_both_languages() -> None:
    for texts in TEXTS.values():
        assert set(texts) == set(LANGUAGES)


def fact(source: str | bytes, name: str) -> object:
    return load(source).findings[0].facts[name]


def test_findings_tell_what_a_person_needs() -> None:
    assert fact("客户: 海川".encode("gbk"), "encoding") == "GBK/GB18030"
    assert fact("a: 海".encode("utf-16"), "encoding") == "UTF-16"
    assert fact("a: 1\nb: 海川".encode()[:-1], "offset") == 11
    assert fact("a: \x1b\n", "character") == "U+001B"
    conflict = load("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n").findings[0].facts
    assert (conflict["first"], conflict["last"]) == (2, 6)
    twice = load("a: 1\nb: 2\na: 3\n").findings[0].facts
    assert (twice["key"], twice["first"], twice["second"]) == ("a", 1, 3)
    assert fact("note: C# dev #1\n", "value") == "C# dev"


def test_what_is_at_fault_is_left_out_and_the_rest_is_read() -> None:
    assert load("a: 1\na: 2\n3: x\nb: [.inf, 4]\n").data == {"a": 1, "b": [".inf", 4]}


def test_all_faults_of_a_file_come_at_once_in_order_of_lines() -> None:
    text = "a: 1\r\na: 2\n3: x\r\nb: .inf\r\nnote: C# dev #1\r\n"
    rules = ["duplicate-key", "mixed-line-endings", "key-not-text", "not-finite", "value-cut"]
    assert sorted(rule for _, rule in seen(load(text))) == sorted(rules)
    assert [line for line, _ in seen(load(text))] == [2, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "text",
    ["a: b # note\n", "a: b  #note\n", "a: 'b' #1\n", "a: |\n  b #1\n", "a: b\n #c\n", "a: b#1\n", "a: #b\n"],
)
def test_an_ordinary_comment_is_silent(text: str) -> None:
    assert load(text).findings == []


@pytest.mark.parametrize("text", ["a: |\n  x\n  \ty\n", 'a: "x\n\ty"\n', "a:\t1\n", "a: 1 \t# c\n"])
def test_a_tab_that_is_no_indentation_is_silent(text: str, parser: str) -> None:
    if parser == "pure" and "\t" in text.partition("\n")[0]:
        pytest.skip("PyYAML's own parser takes no tab between words")
    assert load(text).findings == []


def test_conflict_markers_within_text_are_text() -> None:
    assert load("a: |\n  <<<<<<< HEAD\nb: <<<<<<<\n").findings == []


# --- places ---------------------------------------------------------------------------------------


def test_places_are_those_an_editor_shows() -> None:
    document = read(DEAL.read_bytes(), "deal.yaml")
    assert document.place(("stage",)) == (13, 8)
    assert document.place(("stage",), key=True) == (13, 1)
    assert document.place(("team", 1, "name")) == (18, 20)
    assert document.place(("people", 0)) == (23, 7)
    assert document.place(("pains", 0, "impacts", "future", "per"), key=True) == (42, 9)
    assert document.place(("fax",)) == (8, 6)


def test_an_empty_value_stands_at_its_key() -> None:
    document = read(DEAL.read_bytes(), "deal.yaml")
    assert document.place(("people", 1, "reports_to")) == (34, 7)


def test_a_missing_place_is_the_nearest_there_is() -> None:
    document = read(DEAL.read_bytes(), "deal.yaml")
    assert document.place(("people", 1, "phone")) == document.place(("people", 1)) == (31, 7)
    assert document.place(("people", 9, "phone"), key=True) == document.place(("people",))
    assert document.place(("stage", "x", 1)) == document.place(("stage",))
    assert document.place(("nowhere",)) == (2, 1)


# --- flow traps -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a: {en: first, second, zh: x}\n", [(1, "flow-extra-key")]),
        ("a: 1\nb: {en: Who?, zh: x}\n", [(2, "flow-sentence")]),
        ("a: {person}\n", [(1, "flow-slot")]),
        ("a: [x, {slot}]\n", [(1, "flow-slot")]),
        ("a: {en: 'first, second', zh: \"Who?\"}\n", []),
        ("a:\n  en: Who, me?\n  zh: x\n", []),
        ("a: {x: 1, y: 2}\nb: [c, d]\nc: {}\n", []),
    ],
)
def test_sentences_in_flow_style_are_found(text: str, wanted: list[tuple[int, str]]) -> None:
    assert [(finding.line, finding.rule) for finding in flow_traps(load(text))] == wanted


# --- any input at all -----------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *"abc:-#?!&*|>'\"%@`{}[], \n\t\r\\",
        "\n  ",
        "\n- ",
        ": ",
        " #",
        "：",
        "海",
        "\x85",
        "\u2028",
        "\ufeff",
        "1",
        "\\u",
    ]
)


def damaged() -> st.SearchStrategy[str]:
    """The deal with a few pieces put in at random, and pieces alone."""
    deal = DEAL.read_text(encoding="utf-8")
    spot = st.tuples(st.integers(0, len(deal)), PIECES)

    def damage(spots: list[tuple[int, str]]) -> str:
        text = deal
        for at, piece in spots:
            text = text[:at] + piece + text[at + 1 :]
        return text

    return st.lists(PIECES, max_size=30).map("".join) | st.lists(spot, max_size=3).map(damage)


def by_both(text: str) -> list[Document]:
    documents, before = [], parse.PARSER
    for each in PARSERS.values():
        parse.PARSER = each
        documents.append(load(text))
    parse.PARSER = before
    return documents


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML without libyaml")
def test_any_text_reads_without_an_exception_and_alike_in_both_parsers(parser: str) -> None:
    if parser == "pure":
        pytest.skip("compares both in one go")

    @settings(max_examples=400, derandomize=True, deadline=None)
    @given(damaged())
    def check(text: str) -> None:
        fast, pure = by_both(text)
        for document in (fast, pure):
            assert document.readable or any(f.level == "error" for f in document.findings)
        if fast.readable and pure.readable:
            assert fast.data == pure.data

    check()


def test_deep_nesting_does_not_crash_the_process(parser: str) -> None:
    source = (
        "import sys\nfrom salescoach.yamlfile.read import read\n"
        "for raw in (b'[' * 25_000, b'- ' * 25_000, b'{a: ' * 25_000, b'[\\n' * 25_000):\n"
        "    assert not read(raw, 'x').readable\n"
    )
    root = Path(__file__).parent.parent
    assert subprocess.run([sys.executable, "-c", source], cwd=root, check=False).returncode == 0


@settings(max_examples=200, derandomize=True, deadline=None)
@given(raw=st.binary(max_size=200))
def check_bytes(raw: bytes) -> None:
    document = read(raw, "x")
    assert document.readable or document.findings


def test_any_bytes_read_without_an_exception() -> None:
    check_bytes()
