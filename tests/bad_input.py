"""Bad input that more than one test hands to the tool: FAULTS C, each row by its number; and what binds a writer."""

import codecs
import os
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import NamedTuple

import pytest

HEAD = "playbook: desk\ncustomer: Bad\nstage: find\n"
CONFLICT = "<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> theirs\n"
BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)
)


class Bad(NamedTuple):
    """A deal's content that is wrong, named by its row. `said`: part of the line that tells it.

    `found`: the finding, as `line:column rule`; 0:0 is the whole file.
    """

    name: str
    content: str | bytes
    said: str
    found: str

    @property
    def rule(self) -> str:
        """The finding's rule."""
        return self.found.partition(" ")[2]


REFUSED = [
    Bad("01 alias bomb", HEAD + BOMB, ":4:4: anchor:", "4:4 anchor"),
    Bad(
        "02 merge-key bomb",
        HEAD + "a: &a {x: 1}\n" + "b: &b {<<: [*a, *a, *a]}\n" * 8,
        ":4:4: anchor:",
        "4:4 anchor",
    ),
    Bad("03 nested deep", HEAD + "title: " + "[" * 100_000, ":4:39: too-deep:", "4:39 too-deep"),
    Bad(
        "03 nested deep in blocks",
        HEAD + "\n".join("  " * i + "a:" for i in range(60)),
        "too-deep:",
        "36:65 too-deep",
    ),
    Bad("04 five megabytes", HEAD + "title: " + "x" * 5_000_000, ": too-big:", "0:0 too-big"),
    Bad(
        "04 fifty thousand keys",
        HEAD + "".join(f"k{i}: 1\n" for i in range(60_000)),
        ": too-many-values:",
        "50000:9 too-many-values",
    ),
    Bad(
        "06 utf-16",
        codecs.BOM_UTF16_LE + HEAD.encode("utf-16-le"),
        ": not-utf-8: the file is saved as UTF-16",
        "0:0 not-utf-8",
    ),
    Bad(
        "07 gbk",
        HEAD.replace("Bad", "海川电信实时计费").encode("gbk"),
        ": not-utf-8: the file is saved as GB",
        "0:0 not-utf-8",
    ),
    Bad("08 cut utf-8", HEAD.replace("Bad", "海").encode()[:26], "bad-utf-8: the byte 0x", "2:11 bad-utf-8"),
    Bad("11 tab", HEAD + "lead:\n\ttier: x\n", ":5:1: tab-indent:", "5:1 tab-indent"),
    Bad("21 lone surrogate", HEAD + 'title: "\\ud83d"\n', ":4:9: surrogate:", "4:9 surrogate"),
    Bad(
        "22 nul",
        HEAD + "title: a\0b\n",
        ":4:9: control-character: the control character U+0000",
        "4:9 control-character",
    ),
    Bad(
        "22 escape",
        HEAD + "title: a\x1b[31mb\n",
        ":4:9: control-character: the control character U+001B",
        "4:9 control-character",
    ),
    Bad("24 two documents", HEAD + "---\n" + HEAD, ":4:1: several-documents:", "4:1 several-documents"),
    Bad("24 empty", "", "not-a-deal:", "1:1 not-a-deal"),
    Bad("24 a list", "- a\n- b\n", "not-a-deal:", "1:1 not-a-deal"),
    Bad("24 a scalar", "just words\n", "not-a-deal: 'just words'", "1:1 not-a-deal"),
    Bad("26 full-width colon", "playbook：desk\n", "full-width-colon:", "1:9 full-width-colon"),
    Bad(
        "26 full-width colon in a map",
        HEAD + "title：x\nowner: y\n",
        ":4:6: full-width-colon:",
        "4:6 full-width-colon",
    ),
    Bad(
        "26 full-width quote",
        HEAD + 'title: "x”\nowner: y\n',
        ":4:8: full-width-quote:",
        "4:8 full-width-quote",
    ),
    Bad(
        "28 merge conflict",
        HEAD + CONFLICT,
        ":4:1: merge-conflict: there is an unresolved merge conflict in lines 4-8",
        "4:1 merge-conflict",
    ),
    Bad(
        "29 python tag",
        HEAD + "title: !!python/object/apply:os.system [x]\n",
        ":4:8: tag: '!!python/object/apply:os.system'",
        "4:8 tag",
    ),
    Bad("29 own tag", HEAD + "title: !mine x\n", ":4:8: tag:", "4:8 tag"),
]


TOLD = [
    Bad("09 mixed line ends", HEAD + "title: a\r\n", ": mixed-line-endings:", "4:9 mixed-line-endings"),
    Bad(
        "12 duplicate key",
        HEAD + "title: a\ntitle: b\n",
        ":5:1: duplicate-key: the key 'title' stands in line 4",
        "5:1 duplicate-key",
    ),
    Bad("13 unknown key", HEAD + "titel: a\n", "delete it. Did you mean 'title'?", "4:1 unknown-key"),
    Bad(
        "16 huge number",
        HEAD + "amount: " + "9" * 5000 + "\n",
        ":4:9: number-too-long:",
        "4:9 number-too-long",
    ),
    Bad("17 nan", HEAD + "amount: .nan\n", ":4:9: not-finite:", "4:9 not-finite"),
    Bad("17 infinite", HEAD + "amount: 1e999\n", ":4:9: not-finite:", "4:9 not-finite"),
    Bad("18 yes is no amount", HEAD + "amount: true\n", ":4:9:", "4:9 not-a-number"),
    Bad(
        "19 no such day",
        HEAD + "close_date: 2026-02-30\n",
        ":4:13: not-a-date: '2026-02-30'",
        "4:13 not-a-date",
    ),
    Bad(
        "19 a day in short",
        HEAD + "close_date: 2026-3-1\n",
        ":4:13: not-a-date: '2026-3-1'",
        "4:13 not-a-date",
    ),
    Bad(
        "19 no such time",
        HEAD + "activities:\n  - {id: a, time: 25:99}\n",
        ":5:19: not-a-time: '25:99'",
        "5:19 not-a-time",
    ),
    Bad(
        "20 no such length",
        HEAD + "activities:\n  - {id: a, minutes: -5}\n",
        ":5:22: not-minutes: '-5'",
        "5:22 not-minutes",
    ),
    Bad("20 out of range", HEAD + "amount: 1E+1000000\n", ":4:9:", "4:9 not-finite"),
    Bad("20 beyond all money", HEAD + "amount: 10000000000000000000\n", ":4:9:", "4:9 number-out-of-range"),
    Bad("25 number as key", HEAD + "1: a\n", ":4:1: key-not-text:", "4:1 key-not-text"),
    Bad(
        "27 value cut",
        HEAD + "title: C# dev #1\n",
        ":4:15: value-cut: the value ends at 'C# dev'",
        "4:15 value-cut",
    ),
    Bad(
        "72 money in words",
        HEAD + "amount: 100万\n",
        "'100万' is text, not an amount. Write 1000000.",
        "4:9 money-as-text",
    ),
    Bad(
        "72 money with a sign",
        HEAD + "amount: ￥1.2亿\n",
        "'￥1.2亿' is text, not an amount. Write 120000000.",
        "4:9 money-as-text",
    ),
    Bad("72 money in doubt", HEAD + "amount: '1,20'\n", ":4:9:", "4:9 not-a-number"),
]


HOSTILE = [
    "# a heading", "## Closing words", "a | b | c", "\\| d", "- item", "1. one", "> quoted", "```\ncode", "`code`",
    "~~~", "---", "===", "**bold** _em_ ~~gone~~", "<b>html</b>", "<script>alert(1)</script>", "<!-- salescoach 1 -->",
    "-->", "&lt;b&gt; &#35;", "[link](javascript:alert(1))", "![img](http://x.test/a.png)", "http://x.test/auto",
    "[red]red[/red] [todo] [x] [/x]", ":smile: :boom:", 'mermaid "quotes" #quot; #35; ;', "%%{init: loose}%%",
    "::error::set-output", "##vso[task.x]y", "=1+1", "@x", "\u202edesrever\u202c", "\u2066iso\u2069", "a\u200bb",
    "line\u2028sep\u2029par\x85nel", "\U000e0041tag", "soft\xadhyphen", "emoji 👩‍👩‍👧‍👦 e\u0301", "“重要”**说明**",
    "全角｜竖线＃",
    "\\", "\\\\|", "x" * 3000, "two\nlines\n# three", "\ttab", "$(rm -rf) `rm` ;", "{person} {slot} {", "%s %d {0}",
]  # fmt: skip


def quoted(text: str) -> str:
    """A text as YAML in double quotes, every character that cannot be seen as an escape."""
    bare = text.replace("\\", "\\\\").replace('"', '\\"')
    unseen = {c for c in bare if unicodedata.category(c)[0] in "CZ" and c != " "}
    return '"' + "".join(f"\\U{ord(c):08x}" if c in unseen else c for c in bare) + '"'


def hostile_deal(text: str) -> str:
    t = quoted(text)
    return f"""playbook: desk
customer: {t}
title: {t}
stage: find
owner: lin
team:
  - {{id: lin, name: {t}, part: lead}}
people:
  - {{id: shen, name: {t}, title: {t}, buying_roles: [user]}}
  - {{id: gao, name: {t}, buying_roles: [decision_maker]}}
pains:
  - {{id: shades, symptom: {t}, owner: shen}}
evidence:
  - {{for: pains/shades/need, grade: customer_quote, person: shen, date: 2026-11-18, words: {t}, source: {t}}}
  - {{for: pains/shades/symptom, grade: customer_quote, person: shen, date: 2026-11-18, words: {t}}}
activities:
  - id: 2026-12-02-visit
    kind: visit
    state: planned
    date: 2026-12-02
    minutes: 45
    place: {t}
    people: [shen]
    team: [lin]
    objective: {t}
    reason: {t}
    stop_if: {t}
    tasks: [{t}]
    objections: [{t}]
    commitments:
      - {{id: best, person: shen, action: {t}, costs: effort, by: 2026-12-09, moves: find/recap}}
    questions:
      - {{words: {t}, person: shen}}
"""


def put(root: Path, content: str | bytes, name: str = "bad") -> Path:
    """A deal with exactly this content."""
    path = root / "deals" / name / "deal.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def odd_files(root: Path) -> dict[str, str]:
    """Deals that are no plain files; of each folder what is said of it on stderr."""
    outside = root.parent / "outside.yaml"
    outside.write_text(HEAD.replace("Bad", "Outside"))
    for name in ("pipe", "folder", "device", "away", "loop", "gone", "near"):
        (root / "deals" / name).mkdir()
    os.mkfifo(root / "deals/pipe/deal.yaml")
    (root / "deals/folder/deal.yaml").mkdir()
    (root / "deals/device/deal.yaml").symlink_to("/dev/zero")
    (root / "deals/away/deal.yaml").symlink_to(outside)
    (root / "deals/loop/deal.yaml").symlink_to("deal.yaml")
    (root / "deals/gone/deal.yaml").symlink_to("nowhere.yaml")
    (root / "near.yaml").write_text(HEAD.replace("Bad", "Near"))
    (root / "deals/near/deal.yaml").symlink_to(root / "near.yaml")
    (root / "deals/far").symlink_to(root.parent)
    return {
        "pipe": "is a folder, a pipe", "folder": "is a folder, a pipe", "device": "lies outside of",
        "away": "lies outside of", "loop": "lies outside of", "gone": "does not exist",
    }  # fmt: skip


def bound_by_permissions() -> list[str]:
    """What to put before a command so that permissions bind it, even as root."""
    if os.name == "nt":
        pytest.skip("needs Unix permissions")
    if os.getuid() != 0:
        return []
    powers = "-dac_override,-dac_read_search"
    prefix = ["setpriv", "--bounding-set", powers, "--inh-caps", powers]
    if shutil.which("setpriv") is None or subprocess.run([*prefix, "true"], check=False).returncode:
        pytest.skip("root is not bound by permissions here, and setpriv is missing")
    return prefix
