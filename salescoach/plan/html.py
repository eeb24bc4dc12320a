"""The call plan as one HTML page, for phone and paper: it fetches nothing, runs nothing, and prints on A4."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from salescoach.plan.pictures import Picture
from salescoach.visible import visible, width

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_STAMP = re.compile(r"(?:\A|\n)<!--[^\n]*-->\s*\Z")
_NO_LETTER = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_QUESTION = re.compile(r"([^:：]{1,80} · [^:：]{1,80}(?:: |：))(.+?)( → [^→]+)?")
"""A line of the questions: of which kind and to whom; the words to say; what the answer is to bring."""
_TASK = re.compile(r"\[([ xX])\] ")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_OF_PEOPLE = {"paragraph_open", "list_item_open", "td_open", "th_open", "heading_open"}
"""Blocks in which a person's text may stand: each finds its own writing direction."""
_TAG, _SHORT, _BESIDE = 12, 10, 18
"""Cells: a first column that still stands beside the others on a phone; a column that is not worth a line break; what
all columns but the longest may take together if the table is to stay one on a phone.
"""
_PHONE, _SHEET = 32, 90
"""Cells that a phone and a sheet of paper hold beside each other in a table."""
_WORD = re.compile(r"[^\s\u2e80-\ua4cf\uac00-\ud7a3\uf900-\uffef]+")
"""What does not break by itself."""
_LARGEST, _SMALLEST, _FULL = 10.0, 7.5, 70.0
"""Letters of a printed carry-in in points; how many points times the root of its lines fill a sheet."""
_READABLE = 9.0
"""Letters of a card that needs several sheets however small they are."""
_LINE = 118
"""Cells in a printed line."""


def page(plan: str, pictures: Sequence[Picture], language: str) -> str:
    """The Markdown plan as a page; the n-th Mermaid fence becomes the n-th picture, one that has none stays text."""
    parser = _parser()
    text = _NO_LETTER.sub("\ufffd", visible(plan, one_line=False))
    tokens = parser.parse(_STAMP.sub("\n", text))
    at = next((n for n, t in enumerate(tokens) if t.type == "hr" and t.level == 0), len(tokens))
    carry_in, annex = tokens[:at], tokens[at + 1 :]
    _lower_headings(annex)
    drawn = list(pictures)
    parts = [
        f'<article class="carry-in" style="--letters: {_letters(carry_in):.1f}pt">',
        *_sections(parser, carry_in, "h2", drawn),
        "</article>",
    ]
    if annex:
        parts += ['<article class="annex">', *_sections(parser, annex, "h3", drawn), "</article>"]
    return _frame(_title(tokens), language, "\n".join(parts))


def sheets(cards: Sequence[str], language: str) -> str:
    """Markdown cards as a page on which each begins a sheet of paper; its title is the first card's."""
    parser, parts, title = _parser(), [], ""
    for card in cards:
        tokens = parser.parse(_NO_LETTER.sub("\ufffd", visible(card, one_line=False)))
        title = title or _title(tokens)
        fits = _letters(tokens)
        letters = f"--letters: {fits if fits > _SMALLEST else _READABLE:.1f}pt"
        parts += [
            f'<article class="carry-in" style="{letters}">',
            *_sections(parser, tokens, "h2", []),
            "</article>",
        ]
    return _frame(title, language, "\n".join(parts))


def _frame(title: str, language: str, body: str) -> str:
    return f"""\
<!doctype html>
<html lang="{escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="referrer" content="no-referrer">
<title>{escape(title) or "salescoach"}</title>
<style>
{_CSS}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def _parser() -> "MarkdownIt":
    """CommonMark and tables; what looks like HTML is text, only addresses of the web and of mail are links."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": True}).enable("table")
    parser.validateLink = lambda url: bool(_SAFE_LINK.match(url))  # type: ignore[method-assign]
    for name, rule in (("image", _alt), ("fence", _code), ("figure", _figure), ("box", _box)):
        parser.add_render_rule(name, rule)
    return parser


def _alt(_self: object, tokens: "Sequence[Token]", at: int, *_: object) -> str:
    """An image's words: the page shows none from elsewhere."""
    return escape(_words(tokens[at]))


def _code(_self: object, tokens: "Sequence[Token]", at: int, *_: object) -> str:
    return f'<pre dir="auto"><code>{escape(tokens[at].content)}</code></pre>\n'


def _figure(_self: object, tokens: "Sequence[Token]", at: int, *_: object) -> str:
    return f'<figure aria-label="{escape(tokens[at].info)}">\n{tokens[at].content}\n</figure>\n'


def _box(_self: object, tokens: "Sequence[Token]", at: int, *_: object) -> str:
    return f'<span class="box">{"✓" if tokens[at].content else ""}</span>'


def _title(tokens: "Sequence[Token]") -> str:
    return next((_words(after) for _, after in _headings(tokens)), "")


def _headings(tokens: "Sequence[Token]") -> "Iterator[tuple[Token, Token]]":
    """Every heading outside lists and quotations, with its words."""
    for one, after in pairwise(tokens):
        if one.type == "heading_open" and one.level == 0:
            yield one, after


def _words(token: "Token") -> str:
    """The text of an inline token without its markup."""
    if not token.children:
        return token.content if token.type in ("text", "code_inline") else ""
    return "".join(" " if c.type in ("softbreak", "hardbreak") else _words(c) for c in token.children)


def _lower_headings(annex: "Sequence[Token]") -> None:
    """The annex is a part of the plan: one page has one title."""
    for token in annex:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + 1, 6)}"


def _sections(
    parser: "MarkdownIt", tokens: "list[Token]", tag: str, pictures: list[Picture]
) -> Iterator[str]:
    """The blocks as HTML: what stands before the first heading of `tag`, then a section for each."""
    starts = [n for n, t in enumerate(tokens) if t.type == "heading_open" and t.level == 0 and t.tag == tag]
    for first, last in zip([0, *starts], [*starts, len(tokens)], strict=True):
        if first == last:
            continue
        dressed = list(_dressed(tokens[first:last], pictures))
        inside = parser.renderer.render(dressed, parser.options, {})
        element = "section" if first in starts else "header"
        yield f"<{element}>\n{inside}</{element}>"


def _dressed(tokens: "list[Token]", pictures: list[Picture]) -> "Iterator[Token]":
    """The tokens as this page shows them."""
    heading = ""
    for at, token in enumerate(tokens):
        if token.type in _OF_PEOPLE:
            token.attrSet("dir", "auto")
        if token.type == "heading_open":
            heading = _words(tokens[at + 1])
        elif token.type == "table_open":
            _dress_table(tokens[at : _end(tokens, at)])
        elif token.type == "inline" and token.level >= 3 and tokens[at - 2].type == "list_item_open":
            _dress_item(tokens[at - 2], token)
        elif token.type == "fence" and token.info.strip() == "mermaid" and pictures:
            token.type, token.info, token.content = "figure", heading, pictures.pop(0).svg()
        yield token


def _end(tokens: "Sequence[Token]", at: int) -> int:
    """Where the table that opens at `at` is over."""
    return next(n for n in range(at, len(tokens)) if tokens[n].type == "table_close")


def _dress_item(item: "Token", inline: "Token") -> None:
    """A task gets its box; a question is told from what stands around it."""
    from markdown_it.token import Token

    children = inline.children or []
    if task := _TASK.match(inline.content):
        item.attrJoin("class", "task")
        children[0].content = children[0].content[len(task[0]) :]
        inline.children = [Token("box", "span", 0, content=task[1].strip()), *children]
    elif (
        item.markup in (".", ")")
        and len(children) == 1
        and (found := _QUESTION.fullmatch(children[0].content))
    ):
        item.attrJoin("class", "question")
        inline.children = [
            piece
            for name, words in zip(("lead", "ask", "gain"), found.groups(default=""), strict=True)
            for piece in _span(name, words)
            if words
        ]


def _span(name: str, words: str) -> "list[Token]":
    from markdown_it.token import Token

    opening = Token("span_open", "span", 1, attrs={"class": name})
    return [opening, Token("text", "", 0, content=words), Token("span_close", "span", -1)]


class _Table(NamedTuple):
    """A table's shape: `head` and `rows` as plain words, `cells` the opening tokens of each row."""

    head: list[str]
    rows: list[list[str]]
    cells: "list[list[Token]]"

    def widest(self, column: int) -> int:
        """Cells that a column needs; its head may break between words."""
        words = max((width(w) for w in self.head[column].split()), default=0)
        return max([words, *(width(row[column]) for row in self.rows)])

    def longest_words(self) -> int:
        """Cells that the columns need together when no word is broken."""
        columns = zip(self.head, *self.rows, strict=True)
        return sum(max((width(w) for cell in c for w in _WORD.findall(cell)), default=1) for c in columns)

    def to_fill(self) -> list[int]:
        """The columns left for the pen: two or more at the end without a word in them."""
        last = max((n for row in self.rows for n, cell in enumerate(row) if cell), default=0)
        empty = list(range(last + 1, len(self.head)))
        return empty if len(empty) > 1 else []

    def short(self) -> list[int]:
        """The columns whose cells stay on one line."""
        many = len(self.head) > 9
        return [] if many else [n for n in range(len(self.head)) if self.widest(n) <= _SHORT]

    def form(self) -> str:
        """How it is shown on a phone: as it is, with its first column beside the others, or a card for each row."""
        widths = [self.widest(n) for n in range(len(self.head))]
        small = sum(widths) <= _PHONE or (sum(widths) - max(widths) <= _BESIDE and len(widths) < 4)
        if small and len(widths) < 6 and self.longest_words() <= _PHONE:
            return "plain"
        return "tagged" if len(widths) == 3 and widths[0] <= _TAG else "cards"


def _dress_table(tokens: "Sequence[Token]") -> None:
    """Classes that say how the table is read on a phone, heads that reach it as labels, room for the pen."""
    table = _table(tokens)
    form = table.form()
    tokens[0].attrSet("class", f"{form} wide" if len(table.head) > 6 else form)
    if form == "tagged":
        tokens[0].attrSet("style", f"--tag: {table.widest(0)}")
    for cell, words in zip(table.cells[0], table.head, strict=True):
        cell.tag = "th" if words else "td"
        if words:
            cell.attrSet("scope", "col")
    _close_heads(tokens)
    empty, short = table.to_fill(), table.short()
    for cells, row in zip(table.cells[1:], table.rows, strict=True):
        for n, (cell, name) in enumerate(zip(cells, table.head, strict=True)):
            if n in empty:
                cell.attrJoin("class", "pen")
            elif n in short:
                cell.attrJoin("class", "short")
            if form == "cards" and name and row[n] and n:
                cell.attrSet("data-label", f"{name}：" if width(name) > len(name) else f"{name}: ")
    if empty:
        tokens[0].attrJoin("class", "to-fill")
    if table.longest_words() > _SHEET:
        tokens[0].attrJoin("class", "broken")


def _close_heads(tokens: "Sequence[Token]") -> None:
    """A head without words is an ordinary cell."""
    for at, token in enumerate(tokens):
        if token.type == "th_close":
            token.tag = tokens[at - 2].tag


def _table(tokens: "Sequence[Token]") -> _Table:
    rows: list[list[str]] = []
    cells: list[list[Token]] = []
    for at, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
            cells.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(_words(tokens[at + 1]).strip())
            cells[-1].append(token)
    return _Table(rows[0], rows[1:], cells)


def _letters(carry_in: "Sequence[Token]") -> float:
    """How large the carry-in is printed: as large as one page holds."""
    lines = 0.0
    for at, token in enumerate(carry_in):
        if token.type == "table_open":
            lines += sum(_row_lines(row) for row in _table(carry_in[at : _end(carry_in, at)]).rows) + 1
        elif token.type == "heading_open":
            lines += 1.7
        elif token.type == "inline" and carry_in[at - 1].type == "paragraph_open":
            lines += sum(-(-width(line) // _LINE) for line in token.content.split("\n")) + 0.3
    return min(max(_FULL / sqrt(max(lines, 1)), _SMALLEST), _LARGEST)


def _row_lines(row: Sequence[str]) -> float:
    """How many lines a table's row takes: its longest cell has about half of the width."""
    cells = [width(cell) for cell in row]
    return max(1, -(-sum(cells) // _LINE), -(-max(cells) * 2 // _LINE)) + 0.3


_CSS = """\
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #16191d; --soft: #59616b; --line: #d5d9de; --wash: #f3f5f7; --accent: #0a5a6b;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #14171a; --ink: #e9ecef; --soft: #a7b0ba; --line: #363d45; --wash: #1e2328; --accent: #86cfdf; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, "PingFang SC",
    "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC",
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", sans-serif;
  overflow-wrap: break-word; font-variant-numeric: lining-nums; line-break: strict;
}
:lang(zh) body { line-height: 1.65; text-wrap: pretty; text-spacing-trim: normal; text-autospace: normal; }
main { max-width: 58rem; margin: 0 auto; padding: 1rem 1rem 3rem; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.75rem 0 .5rem; text-wrap: balance; font-weight: 700; }
h1 { font-size: 1.5rem; margin: 0 0 .4rem; }
h2 { font-size: 1.15rem; color: var(--accent); }
h3 { font-size: 1.05rem; color: var(--accent); }
h4 { font-size: 1rem; }
.annex { margin-top: 3rem; border-top: 3px solid var(--ink); }
.annex > header h2 { font-size: 1.4rem; color: var(--ink); margin: 1rem 0 0; }
.carry-in + .carry-in { margin-top: 3rem; border-top: 3px solid var(--ink); padding-top: 1rem; }
.carry-in > header p { color: var(--soft); margin: .2rem 0; }
p { margin: .5rem 0; }
ul, ol { margin: .5rem 0; padding-inline-start: 1.3rem; }
li { margin: .3rem 0; padding-inline-start: .2rem; }
li::marker { color: var(--accent); font-weight: 700; }
a { color: var(--accent); }
hr { border: 0; border-top: 1px solid var(--line); }
pre { overflow-x: auto; background: var(--wash); padding: .6rem; border-radius: .3rem; font-size: .85rem; }
pre code { overflow-wrap: normal; }
blockquote { margin: .5rem 0; padding-inline-start: .8rem; border-inline-start: 3px solid var(--line); }
figure { margin: 1rem 0; }
figure svg { display: block; width: 100%; max-width: 26rem; height: auto; }
.question { margin: .75rem 0; }
.lead, .gain { color: var(--soft); font-size: .875rem; }
.lead, .ask, .gain { display: block; }
.ask { font-weight: 600; }
.task { list-style: none; position: relative; }
.box {
  position: absolute; inset-inline-start: -1.3rem; top: .22em; width: 1.05em; height: 1.05em; line-height: 1;
  border: 1.5px solid currentColor; border-radius: 2px; text-align: center; font-size: 1rem;
}
.broken { overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
th, td { text-align: start; vertical-align: top; padding: .35rem .6rem .35rem 0; }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { font-size: .8125rem; font-weight: 600; color: var(--soft); }
tr { border-bottom: 1px solid var(--line); }
tbody td:first-child { font-weight: 600; }
td.short { white-space: nowrap; }
td.pen { border-inline-start: 1px solid var(--line); min-width: 4rem; }
.to-fill td { height: 2.4rem; }
.to-fill td.pen + td.short { white-space: nowrap; }
td.pen { width: 18%; }
.to-fill td:not(.pen) + td.short { white-space: nowrap; }
td.pen { width: 50%; }
@media screen and (max-width: 46rem) {
  .tagged, .cards, .tagged tbody, .cards tbody { display: block; }
  .tagged thead, .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .tagged tr, .cards tr { display: block; padding: .55rem 0; }
  .tagged td, .cards td { display: block; padding: 0; }
  .tagged tr { display: grid; grid-template-columns: calc(var(--tag) * .56rem) 1fr; }
  .tagged tr { column-gap: calc(min(var(--tag), 1) * .6rem); }
  .tagged td:first-child { grid-row: span 2; color: var(--accent); font-size: .875rem; line-height: 1.7; }
  .tagged td:nth-child(n + 2) { grid-column: 2; }
  .tagged td:nth-child(2) { font-weight: 600; }
  .cards td:first-child { font-size: 1.0625rem; margin-bottom: .1rem; }
  .cards td:empty { display: none; }
  .cards td[data-label]::before { content: attr(data-label); color: var(--soft); font-size: .875rem; }
}
@media screen and (min-width: 46.01rem) {
  .wide { font-size: .875rem; }
}
@page {
  size: A4; margin: 10mm 12mm 12mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #555; }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --soft: #444; --line: #aaa; --wash: #fff; --accent: #000;
  }
  body { font-size: 9pt; line-height: 1.3; orphans: 3; widows: 3; }
  :lang(zh) body { line-height: 1.4; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 1.55em; margin-bottom: .2em; }
  h2, h3 { font-size: 1.15em; margin: .6em 0 .15em; border-bottom: .4pt solid #888; }
  h4 { font-size: 1.05em; margin: .6em 0 .2em; }
  h1, h2, h3, h4, thead { break-after: avoid; }
  p, ul, ol, table { margin: .2em 0; }
  ul, ol { padding-inline-start: 5mm; }
  li, .question { margin: .15em 0; }
  thead { display: table-header-group; }
  thead th { font-size: .85em; }
  th, td { padding: .15em 2.5mm .15em 0; }
  tr { border-bottom-width: .4pt; }
  tr, li, figure, pre, blockquote, section:has(.to-fill) { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
  a[href^="http"]::after { content: " (" attr(href) ")"; }
  .lead, .ask, .gain { display: inline; font-size: 1em; }
  .carry-in { font-size: var(--letters); break-after: page; }
  .carry-in:last-child { break-after: auto; }
  .carry-in + .carry-in { margin: 0; border: 0; padding: 0; }
  .annex { margin: 0; border: 0; }
  .annex > header h2 { font-size: 1.55em; margin: 0; border: 0; }
  .wide { font-size: 8pt; line-height: 1.25; }
  .to-fill td { height: 10mm; }
  figure svg { max-width: 95mm; }
}
"""
