"""Editing YAML: what was asked for is there, and every other byte is as a person wrote it."""

import copy
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from salescoach.yamlfile import parse
from salescoach.yamlfile.layout import Layout
from salescoach.yamlfile.match import same
from salescoach.yamlfile.read import read
from salescoach.yamlfile.rewrite import CannotEdit, rewrite, unified

DEAL = (Path(__file__).parent / "yamlfile" / "deal.yaml").read_text(encoding="utf-8")


def data_of(raw: bytes) -> Any:
    return copy.deepcopy(read(raw, "").data)


def edit(text: str, change: Callable[[Any], Any]) -> str:
    """`text` after `change` was made to its data; the change may return new data."""
    raw = text.encode("utf-8")
    data = data_of(raw)
    changed = change(data)
    wanted = data if changed is None else changed
    result = rewrite(raw, wanted)
    assert same(read(result, "").data, wanted)
    return result.decode("utf-8")


def put(*path: Any) -> Callable[[Any], None]:
    """Sets the value at a path: all parts but the last one lead to it."""

    def change(data: Any) -> None:
        *way, value = path
        for part in way[:-1]:
            data = data[part]
        data[way[-1]] = value

    return change


def drop(*path: Any) -> Callable[[Any], None]:
    def change(data: Any) -> None:
        for part in path[:-1]:
            data = data[part]
        del data[path[-1]]

    return change


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went and the lines that came."""
    old, new = before.splitlines(), after.splitlines()
    gone, come = [], []
    for kind, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            gone += old[i:i_end]
            come += new[j:j_end]
    return gone, come


# --- a person's deal ------------------------------------------------------------------------------

EDITS: dict[str, tuple[Callable[[Any], Any], list[str], list[str]]] = {
    "a word, its comment kept": (
        put("stage", "step3_value"),
        ["stage: step2_need             # 不要手工改"],
        ["stage: step3_value             # 不要手工改"],
    ),
    "single quotes kept": (put("customer", "海'淀"), ["customer: '海川电信'"], ["customer: '海''淀'"]),
    "double quotes kept": (
        put("playbook_version", "1.2"),
        ['playbook_version: "1.10"'],
        ['playbook_version: "1.2"'],
    ),
    "text becomes a number": (put("budget", 1_300_000), ["budget: 1_200_000.50"], ["budget: 1300000"]),
    "a number becomes text": (put("amount", "480000"), ["amount: 480000"], ['amount: "480000"']),
    "null becomes text": (put("fax", "021 0086"), ["fax: ~"], ["fax: 021 0086"]),
    "text that looks like a comment": (put("country", "C #1"), ["country: NO"], ['country: "C #1"']),
    "text becomes false": (put("country", False), ["country: NO"], ["country: false"]),
    "an empty value": (
        put("people", 1, "reports_to", "shen"),
        ["      reports_to:"],
        ["      reports_to: shen"],
    ),
    "a new key at the end of a row": (put("people", 1, "mobile", 7), [], ["      mobile: 7"]),
    "a new key behind its neighbour": (
        lambda d: {k: v for old in d for k, v in [(old, d[old]), ("vip", True)][: 1 + (old == "stage")]},
        [],
        ["vip: true"],
    ),
    "a folded text stays folded": (
        put("people", 0, "note", "只看数字。\n"),
        ["        说话谨慎，", "        喜欢数字。"],
        ["        只看数字。"],
    ),
    "a literal text stays literal": (
        put("pains", 0, "words", "晚了。\n还是晚。"),
        ["    words: |", "      我们总是晚一个季度。", "      # 这不是注释", "", "      客户已经在走。"],
        ["    words: |-", "      晚了。", "      还是晚。"],
    ),
    "lines are a block": (
        put("title", "一\n二\n"),
        ["title: 实时计费 # 短标题"],
        ["title: | # 短标题", "  一", "  二"],
    ),
    "a flow list grows": (
        lambda d: d["people"][0]["buying_roles"].append("NO"),
        ['      buying_roles: [initiator, "user"]'],
        ['      buying_roles: [initiator, "user", "NO"]'],
    ),
    "an empty flow list becomes a block": (
        put("people", 1, "buying_roles", ["user", {"a": 1}]),
        ["      buying_roles: []"],
        ["      buying_roles:", "      - user", "      - a: 1"],
    ),
    "a flow row in the style of its neighbours": (
        lambda d: d["team"].append({"id": "li", "name": "李, 四"}),
        [],
        ['- {id: li, name: "李, 四"}'],
    ),
    "a flow mapping loses a key": (
        drop("team", 0, "name"),
        ["- {id: lin-qing, name: 林青, part: lead}"],
        ["- {id: lin-qing, part: lead}"],
    ),
    "a flow mapping gains a key": (
        put("team", 1, "level", 2),
        ["- {id: \"wu\", name: '吴''刚', part: helper}"],
        ["- {id: \"wu\", name: '吴''刚', part: helper, level: 2}"],
    ),
    "a row in block style": (
        lambda d: d["people"].append({"id": "wang", "name": "王: 芳", "roles": ["user"], "n": {}}),
        [],
        ["    - id: wang", '      name: "王: 芳"', "      roles:", "      - user", '      "n": {}'],
    ),
    "a row goes, its headline stays": (
        drop("people", 1),
        ["    - id: zhang", '      name: "张 \\"老\\" 三"', "      buying_roles: []", "      reports_to:"],
        [],
    ),
    "a row before all others": (lambda d: d["evidence"].insert(0, {"for": "x"}), [], ["  - for: x"]),
    "a row without id is found by what it holds": (
        put("evidence", 0, "grade", "customer_written"),
        ["    grade: customer_quote"],
        ["    grade: customer_written"],
    ),
    "a key goes with its lines": (
        drop("pains", 0, "impacts"),
        ["    impacts:", "      future:", "        amount: unknown   # 要问", "        per: quarter"],
        [],
    ),
    "the first key of a row goes": (
        drop("pains", 0, "id"),
        ["  - id: late-tariffs", "    symptom: 新资费总比对手晚一个季度"],
        ["  - symptom: 新资费总比对手晚一个季度"],
    ),
    "a mapping becomes text": (
        put("pains", 0, "impacts", "future", "unknown"),
        ["      future:", "        amount: unknown   # 要问", "        per: quarter"],
        ["      future: unknown"],
    ),
    "text becomes a mapping": (
        put("title", {"en": "Charging", "zh": "计费"}),
        ["title: 实时计费 # 短标题"],
        ["title: # 短标题", "  en: Charging", "  zh: 计费"],
    ),
    "a list is emptied": (
        put("evidence", []),
        [
            "evidence:",
            "  - for: [pains/late-tariffs/symptom]",
            "    grade: customer_quote",
            "    words: we are always a quarter late",
        ],
        ["evidence: []"],
    ),
    "a new list at the end": (
        put("waivers", [{"for": "step2_need/recap", "until": "2027-01-31", "time": "14:00"}]),
        [],
        ["waivers:", "- for: step2_need/recap", "  until: 2027-01-31", '  time: "14:00"'],
    ),
}


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "bom"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("name", EDITS)
def test_an_edit_changes_its_own_lines_only(name: str, ending: str, mark: str) -> None:
    change, gone, come = EDITS[name]
    text = mark + DEAL.replace("\n", ending)
    result = edit(text, change)
    assert changed_lines(text, result) == (gone, come)
    assert result.startswith(mark)
    assert result.replace(ending, "").count("\n") == result.replace(ending, "").count("\r") == 0


@pytest.mark.parametrize("name", EDITS)
def test_the_pure_parser_leads_to_the_same_edit(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = edit(DEAL, EDITS[name][0])
    monkeypatch.setattr(parse, "PARSER", parse.PureParser)
    assert edit(DEAL, EDITS[name][0]) == fast


def test_all_edits_at_once() -> None:
    def change(data: Any) -> None:
        for name in (
            "a word, its comment kept",
            "a flow list grows",
            "lines are a block",
            "a row in block style",
        ):
            EDITS[name][0](data)
        data["team"].pop(0)
        data["pains"][0]["words"] = "短"
        data["evidence"].append({"for": "people/shen/relationship", "value": 3})

    result = edit(DEAL, change)
    comments = [
        line for line in DEAL.splitlines() if line.lstrip().startswith("#") and "不是注释" not in line
    ]
    assert [line for line in comments if line not in result.splitlines()] == []


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_nothing_wanted_changes_nothing(ending: str) -> None:
    raw = b"\xef\xbb\xbf" + DEAL.replace("\n", ending).rstrip("\r\n").encode("utf-8")
    assert rewrite(raw, data_of(raw)) == raw


# --- smaller layouts ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        pytest.param("", lambda _: {"a": {"b": [1]}}, "a:\n  b:\n    - 1\n", id="an empty file"),
        pytest.param("# c", lambda _: {"a": 1}, "# c\na: 1", id="a file of comments"),
        pytest.param("# c\n{}\n", lambda _: {"a": 1}, "# c\na: 1\n", id="an empty mapping"),
        pytest.param("a: 1\nb: 2", put("c", 3), "a: 1\nb: 2\nc: 3", id="no final line break"),
        pytest.param("a: 1\nb: 2", drop("b"), "a: 1\n", id="the last line goes"),
        pytest.param("a: |\n  x", put("b", 1), "a: |-\n  x\nb: 1", id="an open block scalar is closed"),
        pytest.param("a: x", put("a", "x\ny\n"), "a: |\n  x\n  y\n", id="a new block scalar is closed"),
        pytest.param("a: 1  \nb: 2 \n", put("a", 3), "a: 3  \nb: 2 \n", id="trailing spaces"),
        pytest.param("a:   x\n", put("a", "z"), "a:   z\n", id="wide gaps"),
        pytest.param(
            "a:\n- 1\n- 2\n", lambda d: d["a"].append(3), "a:\n- 1\n- 2\n- 3\n", id="list at the key"
        ),
        pytest.param("a:\n   -  1\n", lambda d: d["a"].append(3), "a:\n   -  1\n   -  3\n", id="list habits"),
        pytest.param("a:\n- x: 1\nb:\n", put("b", [2]), "a:\n- x: 1\nb:\n- 2\n", id="as siblings do"),
        pytest.param(
            "a:\n    b: 1\nc: 2\n", put("c", {"d": 3}), "a:\n    b: 1\nc:\n    d: 3\n", id="indent habit"
        ),
        pytest.param(
            "- - a\n  - b\n- c\n", lambda d: d[0].append("z"), "- - a\n  - b\n  - z\n- c\n", id="nested"
        ),
        pytest.param("- - a\n  - b\n", drop(0, 0), "- - b\n", id="nested, first goes"),
        pytest.param("-\n-\n", put(1, "x"), "-\n- x\n", id="empty items"),
        pytest.param("a: {x: , y}\n", put("a", "y", 2), "a: {x: , y: 2}\n", id="lone flow key"),
        pytest.param("a: {x: , y}\n", put("a", "x", 2), "a: {x: 2 , y}\n", id="empty flow value"),
        pytest.param('a: {"x":1,"y":[2]}\n', put("a", "y", [2, 3]), 'a: {"x":1,"y":[2, 3]}\n', id="json"),
        pytest.param("a: [1, 2, 3]\n", drop("a", 2), "a: [1, 2]\n", id="last of a flow list"),
        pytest.param("a: [1, 2, 3]\n", drop("a", 0), "a: [2, 3]\n", id="first of a flow list"),
        pytest.param(
            "a: [\n  1,  # one\n  2\n]\n", put("a", 1, 5), "a: [\n  1,  # one\n  5\n]\n", id="long flow"
        ),
        pytest.param("a: [[], {}]\n", put("a", [[1], {"b": 2}]), "a: [[1], {b: 2}]\n", id="empty in flow"),
        pytest.param("a: # c\n  b: 1\n", put("a", {}), "a: {} # c\n", id="comment of an emptied key"),
        pytest.param("a: 1\n  # mine\nb: 2\n", drop("a"), "b: 2\n", id="a deeper comment goes too"),
        pytest.param(
            "# above\na: 1 # beside\nb: 2\n", drop("a"), "# above\nb: 2\n", id="a comment above stays"
        ),
        pytest.param(
            "a: x\n  # c\n", put("a", "1\n2"), 'a: "1\\n2"\n  # c\n', id="no block swallows a comment"
        ),
        pytest.param(
            "- a: 1\n  # c\n  b: 2\n", drop(0, "a"), "-\n  # c\n  b: 2\n", id="a comment behind the dash"
        ),
        pytest.param(
            "a: |\n  x\nb: 1\n  # c\nc: 2\n", drop("b"), "a: |\n  x\nc: 2\n", id="none glued to a block"
        ),
        pytest.param("a: x\n  y\n\n  z # c\n", put("a", "q"), "a: q # c\n", id="plain over lines"),
        pytest.param('a: "x\n  y"\nb: 1\n', put("a", "q"), 'a: "q"\nb: 1\n', id="quoted over lines"),
        pytest.param("a:\n  x\nb: 1\n", put("a", ["q"]), "a:\n  - q\nb: 1\n", id="value on its own line"),
        pytest.param("a: |+\n  x\n\nb: 1\n", put("b", 2), "a: |+\n  x\n\nb: 2\n", id="kept breaks"),
        pytest.param("a: |+\n  x\n\nb: 1\n", put("a", "y"), "a: |-\n  y\nb: 1\n", id="kept breaks replaced"),
        pytest.param("a: |+\n  x\n\n", put("b", 1), "a: |+\n  x\n\nb: 1\n", id="behind kept breaks"),
        pytest.param("- id: a\n- id: b\n", lambda d: d[::-1], "- id: b\n- id: a\n", id="rows change places"),
        pytest.param("- id: a\n  x: 1 # c\n", put(0, "x", 2), "- id: a\n  x: 2 # c\n", id="a row changes"),
        pytest.param("? a\n: 1\nb: 2\n", put("b", 3), "? a\n: 1\nb: 3\n", id="beside an explicit key"),
        pytest.param("a: 1\na: 2\nb: 3\n", put("b", 4), "a: 1\na: 2\nb: 4\n", id="an old fault stays"),
        pytest.param("--- # c\na: 1\n...\n", put("a", 2), "--- # c\na: 2\n...\n", id="document marks"),
    ],
)
def test_a_layout_is_kept(before: str, change: Callable[[Any], Any], after: str) -> None:
    assert edit(before, change) == after


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "a ", " a", "- a", "-", "?", ": a", "a: b", "a:", "a #b", "#", "@x", "`", "%",
        "&a", "*a", "!a", "|", ">", "[a", "{a", "null", "~", "true", "NO", "yes", "1", "0123",
        "1.5", "1e3", ".inf", "12:30", "2026-01-02", "a\tb", "\x00\x07\x1b\x7f\x85\x9f",
        "\u2028\u2029", "\ufeff", "\ufffe", "'", '"', "\\", "海“川”：，", "👩‍💻", "\xa0x", "a\n", "\n",
        "\na", "a\n\nb", " a\nb", "a\n  b", "a\r\nb", "a\n\n", "a\n#b", "a\n \nb", "a\tb\n\tc",
        "a\n---\nb", "<<<<<<< a\nb", "=", "<<", "...", "---", "9" * 40, "\u202e", "a, b", "a]",
        "{slot}", "Who?",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "place",
    [
        "a: x\n",
        "a: 'x'\n",
        'a: "x"\n',
        "a: |\n  x\n",
        "a: >\n  x\n",
        "a:\n",
        "a: [x]\n",
        "- x\n",
        "a:\n- k: x",
    ],
)
def test_any_text_comes_back_from_any_place(place: str, text: str) -> None:
    old = data_of(place.encode())
    wanted: Any = {"a": text} if isinstance(old, dict) else [text]
    if isinstance(old, dict) and isinstance(old["a"], list):
        wanted = {"a": [{"k": text}] if isinstance(old["a"][0], dict) else [text]}
    for more in ({}, {text: text, "z": 1}):
        want = {**wanted, **more} if isinstance(wanted, dict) else [*wanted, text]
        assert same(read(rewrite(place.encode(), want), "").data, want)


def test_new_text_is_quoted_only_where_it_must_be() -> None:
    wanted = {
        "a": "海川 (北京)",
        "b": "2026-01-02",
        "c": "no",
        "d": "14:00",
        "e": "x: y",
        "f": "\u2028",
        "g": "emoji 👍",
    }
    text = rewrite(b"", wanted).decode("utf-8")
    assert text == 'a: 海川 (北京)\nb: 2026-01-02\nc: "no"\nd: "14:00"\ne: "x: y"\nf: "\\L"\ng: emoji 👍\n'


# --- refusals -------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [{1, 2}, object(), (1,), b"x", 1j])
def test_only_plain_data_can_be_written(value: object) -> None:
    with pytest.raises(TypeError):
        rewrite(b"a: 1\n", {"a": value})


def test_keys_are_text() -> None:
    with pytest.raises(TypeError):
        rewrite(b"a: 1\n", {1: "a"})


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud83d"])
def test_what_no_file_can_hold_is_refused_before_anything_is_written(value: object) -> None:
    with pytest.raises(ValueError):
        rewrite(b"a: 1\n", {"a": value})


@pytest.mark.parametrize("raw", [b"a: [1\n", b"a: &x 1\n", "客户: 海川".encode("gbk"), b"a: 1\n--- \nb: 2\n"])
def test_an_unreadable_file_is_left_alone_and_the_text_is_shown(raw: bytes) -> None:
    with pytest.raises(CannotEdit) as caught:
        rewrite(raw, {"stage": "step3_value"})
    assert "+stage: step3_value" in caught.value.by_hand


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        (b"a: 1\na: 2\nb: 3\n", {"b": 3}),  # the second `a` would come to light
        (b"? a\n: 1\n", {"a": 1, "b": 2}),
        (b"a: 1\n", {"a": 10**40}),
        (b"a: 1\n...\n", {"a": 1, "b": [1]} | {"x" * 2000: 1}),
    ],
)
def test_what_cannot_be_done_safely_is_shown_as_a_diff(raw: bytes, wanted: dict[str, object]) -> None:
    with pytest.raises(CannotEdit) as caught:
        rewrite(raw, wanted)
    assert caught.value.by_hand.startswith("@@")
    assert "\n+" in caught.value.by_hand or "\n-" in caught.value.by_hand


def test_a_diff_shows_the_change_and_nothing_when_there_is_none() -> None:
    shown = unified(b"a: 1\r\nb: 2", b"a: 1\r\nb: 3\r\n", "deals/x/deal.yaml")
    assert shown.splitlines() == [
        "--- deals/x/deal.yaml", "+++ deals/x/deal.yaml", "@@ -1,2 +1,2 @@",
        " a: 1", "-b: 2", "\\ No newline at end of file", "+b: 3",
    ]  # fmt: skip
    assert unified(b"a: 1", b"a: 1", "x") == ""


# --- speed ----------------------------------------------------------------------------------------


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML without libyaml")
def test_a_deal_of_500_rows_is_quick() -> None:
    row = "  - id: p{0}   # 行\n    name: 沈瑜 {0}\n    roles: [a, b]\n    note: >-\n      一句比较长的话\n"
    row += "    impacts:\n      future:\n        text: 每个季度慢一步\n        amount: {0}000\n"
    row += "    # 备注，占一点位置\n" * 8
    raw = ("customer: x\npeople:\n" + "".join(row.format(i) for i in range(500))).encode("utf-8")
    wanted = data_of(raw)
    wanted["people"][250]["name"] = "q"
    del wanted["people"][100]
    wanted["people"].append({"id": "new"})
    times = []
    for _ in range(3):
        started = time.perf_counter()
        rewrite(raw, wanted)
        times.append(time.perf_counter() - started)
    assert len(raw) > 150_000
    assert min(times) < 0.3  # about 0.1 where this was written


# --- anything at all ------------------------------------------------------------------------------

WORDS = st.sampled_from(
    [*"1~? ", "海川", "a b", "NO", "yes", "0123", "x: y", "C #1", "", "lang\nzwei", "d\n", "- x"]
)
TEXT = WORDS | st.text(max_size=12).filter(lambda text: text.isprintable())
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-999, 10**6)
    | st.floats(-1e6, 1e6).map(lambda f: round(f, 3))
    | TEXT
)
KEYS = st.sampled_from(["id", "name", "a", "b", "c", "客户", "no", "12", "a b", "e"])


def rows(leaves: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A table: rows that differ in their ids."""
    cells = st.lists(st.dictionaries(KEYS, leaves, max_size=3), max_size=4)
    return cells.map(lambda table: [{**row, "id": "pqrs"[at]} for at, row in enumerate(table)])


def trees(leaves: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    def deeper(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4) | rows(leaves)

    return st.recursive(leaves, deeper, max_leaves=14)


TREES = st.dictionaries(KEYS, trees(SCALARS), min_size=1, max_size=5)


@st.composite
def edited(draw: st.DrawFn, data: Any) -> Any:
    """`data` after a few random edits: set, add, append, insert, delete."""
    wanted = copy.deepcopy(data)
    for _ in range(draw(st.integers(1, 3))):
        spots = [wanted]
        for spot in spots:
            inner = spot.values() if isinstance(spot, dict) else spot
            spots += [child for child in inner if isinstance(child, dict | list)]
        spot = draw(st.sampled_from(spots))
        value = draw(trees(SCALARS))
        delete = bool(spot) and draw(st.booleans())
        if isinstance(spot, dict):
            key = draw(st.sampled_from(sorted(spot)) if delete else KEYS)
            spot.pop(key) if delete else spot.update({key: value})
        else:
            index = draw(st.integers(0, len(spot) - delete))
            spot[index : index + draw(st.integers(int(delete), 1))] = [] if delete else [value]
    return wanted


@st.composite
def styled(draw: st.DrawFn, data: Any) -> str:
    """`data` as PyYAML writes it in some style, with comments and blank lines between the lines."""
    text = (
        yaml.dump(
            data,
            default_flow_style=draw(st.sampled_from([False, None, True])),
            default_style=draw(st.sampled_from([None, None, "'", '"', "|"])),
            indent=draw(st.sampled_from([2, 4])),
            width=draw(st.sampled_from([20, 80, 1000])),
            allow_unicode=True,
            sort_keys=False,
            Dumper=draw(st.sampled_from([yaml.SafeDumper, Indented])),
        )
        .replace("!!null ", "")
        .replace("!!bool ", "")
        .replace("!!int ", "")
        .replace("!!float ", "")
    )
    lines = text.splitlines(keepends=True)
    for at in draw(st.lists(st.integers(0, len(lines)), max_size=3)):
        added = " " * draw(st.integers(0, 6)) + draw(st.sampled_from(["# 注释\n", "#\n", "\n"]))
        trial = [*lines[:at], added, *lines[at:]]
        if same(read("".join(trial).encode(), "").data, read(text.encode(), "").data):
            lines = trial
    text = "".join(lines)
    return draw(st.sampled_from([text, text, text.rstrip("\n"), text.replace("\n", "\r\n"), "\ufeff" + text]))


class Indented(yaml.SafeDumper):
    """Lists deeper than their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        return super().increase_indent(flow, False)


@st.composite
def cases(draw: st.DrawFn) -> tuple[bytes, Any]:
    raw = draw(styled(draw(TREES))).encode("utf-8")
    document = read(raw, "")
    data = document.data if isinstance(document.data, dict) else {}
    return raw, draw(edited(data))


REFUSED = [0, 0]  # edits tried, edits refused


@settings(max_examples=250, derandomize=True, deadline=None)
@given(cases())
def check_edit(case: tuple[bytes, Any]) -> None:
    raw, wanted = case
    before = read(raw, "")
    assert not before.readable or rewrite(raw, before.data) == raw
    REFUSED[0] += 1
    try:
        result = rewrite(raw, wanted)
    except CannotEdit:
        REFUSED[1] += 1
        return
    assert same(read(result, "").data, wanted)
    if same(before.data, {}) or not isinstance(before.data, dict) or before.root.flow_style:
        return
    entries = zip(before.root.value, Layout(before.text).entries(before.root), strict=True)
    for (key, _), entry in entries:  # a top-level entry that is not edited keeps every byte
        untouched = key.value in wanted and same(before.data[key.value], wanted[key.value])
        if untouched and not (entry.end >= len(before.text) and entry.node.end_mark.index == entry.end):
            assert before.text[entry.start : entry.end] in result.decode("utf-8")


def test_any_edit_of_any_file_holds_and_few_are_refused() -> None:
    check_edit()
    assert REFUSED[1] * 50 <= REFUSED[0]
