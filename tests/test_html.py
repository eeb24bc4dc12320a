"""The plan as a page: it says what the Markdown says, nothing in it acts, and it fits a phone and a sheet of paper."""

import html
import json
import re
import shutil
import subprocess
import unicodedata
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import TESTS
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_mermaid import BROWSERS, HOSTILE, SWITCHES
from test_pictures import LABELS, people, quadrant

from salescoach.plan.html import page
from salescoach.plan.markdown import table, text
from salescoach.plan.pictures import Picture, fence
from salescoach.plan.pictures.people_map import Link, PeopleMap, Person
from salescoach.plan.pictures.quadrant import Corner, Quadrant
from salescoach.visible import visible

PLANS = sorted((TESTS / "plans").glob("*.md"))
SHOWN = ("demo", "demo-zh", "criteria", "decision-maker")
VOID = {"meta", "br", "hr"}
DRAWING = {"svg", "title", "rect", "circle", "path", "text"}
ELEMENTS = DRAWING | VOID | {
    "html", "head", "style", "body", "main", "article", "header", "section", "figure", "span", "h1", "h2", "h3", "h4",
    "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "pre", "code", "a", "em", "strong",
    "blockquote",
}  # fmt: skip
ATTACKS = (
    *(words for words in HOSTILE if words.strip()),
    "<script>alert(1)</script>",
    "</td></table><script src=//evil.example/x.js></script>",
    "</style><style>*{background:url(//evil.example)}",
    "<!-- hidden --> --> <![CDATA[x]]> <?php ?>",
    "[tap](javascript:alert(1)) <javascript:alert(1)> [a]: javascript:alert(1)",
    "[tap](data:text/html,<script>alert(1)</script>)",
    "![pixel](http://evil.example/pixel.png) ![x](data:image/png;base64,AAAA)",
    "https://evil.example and www.evil.example and a@evil.example",
    "<https://evil.example> <a@evil.example>",
    "`code` ``` ~~~ ---",
    "# heading",
    "- item",
    "1. one",
    "- [ ] task",
    "[ ] no task",
    "> quoted",
    "| cell | cell |",
    "&lt;b&gt; &amp; &#60; &quot;",
    "*em* **strong** _em_ ~~gone~~",
    "Implication · <b>x</b>: what? → gain",
    '" onmouseover="alert(1)" style="x',
    "\ufffe\uffff\ufdd0 \udcff \x00",
    "\u05e9\u05dc\u05d5\u05dd (x) \u0645\u0631\u062d\u0628\u0627",
    "x" * 300,
)


class Page(HTMLParser):
    """What a browser would see: elements with their attributes, and the words outside the head and the drawings."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.title = ""
        self.feed(source)
        self.close()
        assert self.open == [], "elements are left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"<{tag}> has an attribute twice"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        if "head" in self.open:
            self.title += data if self.open[-1] == "title" else ""
        elif "figure" not in self.open:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def pictures_of(plan: str) -> list[Picture]:
    """The pictures that a golden plan shows, read back from their Mermaid."""
    bodies = re.findall(r"^```mermaid\n(.*?)^```$", plan, re.DOTALL | re.MULTILINE)
    return [quadrant_of(body) if body.startswith("quadrantChart") else people_of(body) for body in bodies]


def quadrant_of(body: str) -> Quadrant:
    ends = re.findall(r'"([^"]*)"', body)[:8]
    placed = re.findall(r'"([^"]*)": \[([\d.]+), ([\d.]+)\]', body)
    return Quadrant(*ends, points=tuple((name, corner(float(x), float(y))) for name, x, y in placed))


def people_of(body: str) -> PeopleMap:
    level, found = "", []
    for line in body.splitlines():
        if group := re.match(r" *subgraph (\w+)", line):
            level = group[1]
        elif node := re.match(r' *(n\d+)\["(.*)"\]', line):
            found.append(Person(node[1], node[2], level=level))
        elif line.strip() == "end":
            level = ""
    links = re.findall(r' *(n\d+) -->(?:\|"(.*)"\|)? (n\d+)', body)
    return PeopleMap(tuple(found), tuple(Link(start, end, name) for start, name, end in links))


def corner(x: float, y: float) -> Corner:
    if y > 0.5:
        return "top_right" if x > 0.5 else "top_left"
    return "bottom_right" if x > 0.5 else "bottom_left"


def page_of(path: Path) -> str:
    plan = path.read_text(encoding="utf-8")
    return page(plan, pictures_of(plan), language_of(plan))


def language_of(plan: str) -> str:
    return "zh" if re.search("[\u4e00-\u9fff]", plan.splitlines()[0]) else "en"


def words_of(plan: str) -> str:
    """The plan's words without its marks, by rules simple enough to be checked by eye."""
    plan = re.sub(r"^```mermaid\n.*?^```$", "", plan, flags=re.DOTALL | re.MULTILINE)
    plan = re.sub(r"^(<!--.*-->|---|(\| --- )+\|)$", "", plan, flags=re.MULTILINE)
    plan = re.sub(r"^(#+|- \[ \]|-|\d+\.) ", "", plan, flags=re.MULTILINE)
    plan = re.sub(r"^\| | \|$|(?<!\\) \| ", " ", plan, flags=re.MULTILINE)
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", plan)


def squeezed(words: str) -> str:
    """Letters alone, as a reader of PDF files may give them back: without spaces, ligatures taken apart."""
    return "".join(unicodedata.normalize("NFKC", words).split())


def plan_with(words: str) -> str:
    """A plan with a stranger's text wherever one may stand."""
    safe = text(words)
    return "\n\n".join(
        [
            f"# {safe} · title",
            f"{safe}\n{safe}",
            f"## {safe}",
            table(["", "what", "by"], [[safe, safe, "x"], ["x", "y", safe]]),
            table(["a", "b", "c", "d", "e", "f", safe], [[safe] * 7]),
            f"- {safe}\n- [ ] {safe}",
            f"1. Kind · {safe}: {safe} → {safe}\n2. {safe}",
            "---",
            f"# {safe}",
            f"## {safe}",
            f"### {safe}",
            "<!-- salescoach 0123456789abcdef -->\n",
        ]
    )


@pytest.mark.parametrize("path", PLANS, ids=lambda p: p.stem)
def test_the_page_says_what_the_plan_says(path: Path) -> None:
    plan = path.read_text(encoding="utf-8")
    shown = Page(page_of(path))
    assert "".join("".join(shown.words).split()) == "".join(words_of(plan).split())
    assert shown.title == plan.splitlines()[0].removeprefix("# ")
    assert "salescoach " + plan.rsplit(" ", 2)[1] not in page_of(path)


@pytest.mark.parametrize("path", PLANS, ids=lambda p: p.stem)
def test_the_page_holds_nothing_that_acts(path: Path) -> None:
    source = page_of(path)
    shown = Page(source)
    assert set(shown.tags()) <= ELEMENTS
    for tag, attributes in shown.elements:
        assert not [
            name
            for name in attributes
            if name.startswith("on") or name in ("src", "href", "srcset", "action")
        ]
        style = attributes.get("style", "")
        assert re.fullmatch(r"|--tag: \d+|--letters: [\d.]+pt", style), f"{tag}: {style}"
    assert not re.search(r"https?:|url\(|@import|javascript:|//", source)
    assert source == page_of(path)


@pytest.mark.parametrize("path", PLANS, ids=lambda p: p.stem)
def test_the_frame_of_the_page(path: Path) -> None:
    source = page_of(path)
    shown = Page(source)
    assert source.startswith("<!doctype html>\n<html lang=")
    assert shown.all("html") == [{"lang": language_of(path.read_text(encoding="utf-8"))}]
    assert {"charset": "utf-8"} in shown.all("meta")
    policy = {m["http-equiv"]: m["content"] for m in shown.all("meta") if "http-equiv" in m}
    assert policy == {
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    }
    assert len(shown.all("style")) == 1 and len(shown.all("h1")) == 1


@pytest.mark.parametrize("path", PLANS, ids=lambda p: p.stem)
def test_the_page_can_be_heard(path: Path) -> None:
    shown = Page(page_of(path))
    levels = [int(tag[1]) for tag in shown.tags() if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))
    for tag, attributes in shown.elements:
        if tag in ("p", "li", "td", "th", "h1", "h2", "h3", "h4"):
            assert attributes.get("dir") == "auto", tag
    assert all(head["scope"] == "col" for head in shown.all("th"))
    assert all(figure["aria-label"] for figure in shown.all("figure"))
    assert all(svg["role"] == "img" for svg in shown.all("svg"))


@pytest.mark.parametrize("words", ATTACKS, ids=range(len(ATTACKS)))
def test_no_text_becomes_an_element(words: str) -> None:
    assert_harmless(words)


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        st.sampled_from("ab1 .)-+*_~`#>|[]()<>!&;:\\/\"'=\n\t·→：客户\u202e\x00"), min_size=1, max_size=30
    )
)
def test_no_mixture_of_marks_becomes_an_element(words: str) -> None:
    assume(text(words))
    assert_harmless(words)


def assert_harmless(words: str) -> None:
    """The page has the elements of a page about "x", and shows the text itself."""
    plan = plan_with(words)
    shown, usual = Page(page(plan, [], "en")), Page(page(plan_with("x"), [], "en"))
    without_spans = [tag for tag in shown.tags() if tag != "span"]
    assert without_spans == [tag for tag in usual.tags() if tag != "span"]
    names = {
        "lang",
        "charset",
        "name",
        "content",
        "http-equiv",
        "class",
        "dir",
        "scope",
        "style",
        "data-label",
    }
    assert {name for _, attributes in shown.elements for name in attributes} <= names
    expected = re.sub("[\ufffe\uffff\ufdd0]", "\ufffd", visible(words))
    assert "".join(expected.split()) in "".join("".join(shown.words).split())


def test_a_plan_edited_by_hand_keeps_its_links_and_loses_its_images() -> None:
    plan = (
        "# Plan\n\n[map](https://maps.example/x) [mail](mailto:a@b.example) [no](javascript:x) [no](data:text/html,x)"
        "\n\n![the *site*](https://evil.example/pixel.png) [file](file:///etc/passwd) [near](deal.yaml)\n\n"
        "<b onclick=x>bold</b>\n\n<!-- note -->\n\nend\n"
    )
    shown = Page(page(plan, [], "en"))
    assert [a["href"] for a in shown.all("a")] == ["https://maps.example/x", "mailto:a@b.example"]
    assert set(shown.tags()) <= ELEMENTS
    assert "the site" in "".join(shown.words) and "evil" not in "".join(shown.words)
    assert "<b onclick=x>bold</b>" in "".join(shown.words)


def test_each_fence_becomes_its_picture() -> None:
    charts: list[Picture] = [quadrant(("Price",)), people(("Shen Yu", "Gao Ming"))]
    plan = f"# P\n\n## First\n\n{fence(charts[0])}\n\n## Second & last\n\n{fence(charts[1])}\n\n```mermaid\npie\n```\n"
    source = page(plan, charts, "en")
    shown = Page(source)
    assert [f["aria-label"] for f in shown.all("figure")] == ["First", "Second & last"]
    assert source.index(charts[0].svg()) < source.index(charts[1].svg())
    assert "quadrantChart" not in source and "flowchart" not in source
    assert "pie" in "".join(shown.words), "a fence without a picture is shown as text"


def test_tasks_are_boxes_to_tick_with_a_pen() -> None:
    source = page("# P\n\n- [ ] call\n- [x] write\n- \\[ \\] words\n", [], "en")
    assert [item["class"] for item in Page(source).all("li") if "class" in item] == ["task", "task"]
    assert '<span class="box"></span>call' in source
    assert '<span class="box">✓</span>write' in source
    assert "[ ] words" in source and "<input" not in source


@pytest.mark.parametrize(
    ("head", "row", "form"),
    [
        (
            ["min", "", "who"],
            ["12", "from tariff to first bill: questions 3 and 4, sum up", "Lin Qing"],
            "plain",
        ),
        (
            ["", "criterion", "state"],
            ["●", "the need in their own words", "missing: nothing from them yet"],
            "tagged",
        ),
        (
            ["", "who", "does what", "by"],
            ["At least", "Shen Yu", "sends the list of the last six launches", ""],
            "cards",
        ),
        (["序号", "谁", "对方原话", "日期"], ["1", "沈瑜", "", ""], "plain"),
        (["n", "x"], ["1", "x" * 60], "cards"),
    ],
)
def test_how_a_table_is_shown_on_a_phone(head: list[str], row: list[str], form: str) -> None:
    shown = Page(page(f"# P\n\n{table(head, [row, row])}\n", [], "en"))
    assert shown.all("table")[0]["class"].split()[0] == form


def test_a_plan_of_nothing_is_a_page() -> None:
    assert Page(page("", [], "en")).title == "salescoach"
    assert "0123456789abcdef" not in page("<!-- salescoach 0123456789abcdef -->\n", [], "en")


# --- as a browser shows it ------------------------------------------------------------------------

MEASURED = """<!doctype html><meta charset="utf-8"><title>x</title><body>
<iframe id="phone" sandbox="allow-same-origin" style="width:360px;height:800px;border:0" srcdoc="{page}"></iframe>
<pre id="verdict"></pre>
<script>
document.getElementById("phone").onload = ({{target}}) => {{
  const shown = target.contentDocument;
  const seen = e => e.getBoundingClientRect();
  const wide = [...shown.body.querySelectorAll("*")].filter(e => !e.closest("thead"))
    .filter(e => seen(e).right > 360.5 || seen(e).left < -0.5).map(e => e.outerHTML.slice(0, 200));
  const crowded = [];
  for (const svg of shown.querySelectorAll("svg")) {{
    const texts = [...svg.querySelectorAll("text")], frame = seen(svg);
    texts.forEach((one, n) => {{
      const a = seen(one);
      if (a.right > frame.right + 1 || a.left < frame.left - 1 || a.bottom > frame.bottom + 1)
        crowded.push(["outside", one.textContent]);
      for (const other of texts.slice(n + 1)) {{
        const b = seen(other);
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 4) crowded.push([one.textContent, other.textContent]);
      }}
    }});
  }}
  const letters = parseFloat(target.contentWindow.getComputedStyle(shown.body).fontSize);
  document.getElementById("verdict").textContent = JSON.stringify({{
    across: shown.documentElement.scrollWidth, letters, wide, crowded, text: shown.body.innerText.length}});
}};
</script>
"""


def browser(folder: Path, target: Path, *switches: str) -> str:
    """What Chromium prints when it opens a file."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("chromium is not installed: no page is shown")
    fixed = [s for s in SWITCHES if s != "--dump-dom"]
    command = [found, *fixed, *switches, f"--user-data-dir={folder / 'profile'}", target.as_uri()]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=120).stdout


def measured(folder: Path, source: str) -> dict[str, Any]:
    """How the page comes out on a phone of 360 pixels."""
    wrapper = folder / "wrapper.html"
    wrapper.write_text(MEASURED.format(page=html.escape(source)), encoding="utf-8")
    shown = browser(folder, wrapper, "--dump-dom")
    verdict = re.search(r'<pre id="verdict">(.*?)</pre>', shown, re.DOTALL)
    assert verdict and verdict[1], shown[-2000:]
    found: dict[str, Any] = json.loads(html.unescape(verdict[1]))
    return found


def assert_fits_a_phone(found: dict[str, Any]) -> None:
    assert found["across"] <= 360
    assert found["letters"] >= 16
    assert (found["wide"], found["crowded"]) == ([], [])
    assert found["text"] > 100


@pytest.mark.long
@pytest.mark.parametrize("name", SHOWN)
def test_the_page_fits_a_phone(name: str, tmp_path: Path) -> None:
    assert_fits_a_phone(measured(tmp_path, page_of(TESTS / "plans" / f"{name}.md")))


@pytest.mark.long
def test_a_hostile_page_fits_a_phone(tmp_path: Path) -> None:
    plan = "\n\n".join(plan_with(words).partition("\n---\n")[0] for words in ATTACKS)
    charts: list[Picture] = [quadrant(LABELS), people(LABELS)]
    source = page("\n\n".join([plan, "## Pictures", *map(fence, charts)]), charts, "en")
    assert_fits_a_phone(measured(tmp_path, source))


@pytest.mark.long
@pytest.mark.parametrize("name", SHOWN)
def test_the_carry_in_is_printed_on_one_page(name: str, tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed: no printed page is read")
    path = TESTS / "plans" / f"{name}.md"
    source, paper = tmp_path / "page.html", tmp_path / "page.pdf"
    source.write_text(page_of(path), encoding="utf-8")
    browser(tmp_path, source, "--no-pdf-header-footer", f"--print-to-pdf={paper}")
    sheets = [squeezed(sheet.extract_text()) for sheet in pypdf.PdfReader(paper).pages]
    carry_in, _, annex = path.read_text(encoding="utf-8").partition("\n---\n")
    last = squeezed(words_of(carry_in.strip().splitlines()[-1]))
    first = squeezed(words_of("\n".join(annex.strip().splitlines()[:3])))
    assert last in sheets[0]
    assert first in sheets[1] and first not in sheets[0]
    assert f"1/{len(sheets)}" in sheets[0]
