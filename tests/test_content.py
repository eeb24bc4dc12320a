"""What comes with the tool: the playbooks lint clean and are complete, the demo's plans are sound Markdown."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from salescoach.files.playbooks import read_playbook
from salescoach.lint import check
from salescoach.playbook.load import Loaded, load
from salescoach.playbook.model import Criterion, Playbook, Stage

ROOT = Path(__file__).resolve().parent.parent
BUNDLED = sorted(p.parent for p in (ROOT / "playbooks").glob("*/playbook.yaml"))
LANGUAGES = ("en", "zh")
DEAL = "haichuan-charging"
PLAN = f"deals/{DEAL}/plans/2026-12-02-visit.md"
DAY = "2026-11-21"
VISIT_MINUTES = 45
CARRY_IN_LINES = 65
GENERAL_QUESTIONS = 10
"""At least so many of each type that fit any industry."""
INDUSTRY_QUESTIONS = 66


def tool(folder: Path, *words: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    """Run the tool as a program without a terminal, in English unless told otherwise."""
    surroundings = {
        "PATH": os.environ["PATH"],
        "SYSTEMROOT": os.environ.get("SYSTEMROOT", ""),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "PYTHONHASHSEED": seed,
        "SALESCOACH_LANG": "en",
    }
    return subprocess.run(
        [sys.executable, "-m", "salescoach", *words],
        cwd=folder,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@cache
def demo(language: str) -> tuple[str, bytes, bytes]:
    """What the demo prints, and the plan and the deal that it leaves behind."""
    with TemporaryDirectory() as name:
        done = tool(Path(name), "demo", "--dir", "demo", "--lang", language)
        assert done.returncode == 0, done.stderr
        root = Path(name) / "demo"
        return done.stdout, (root / PLAN).read_bytes(), (root / "deals" / DEAL / "deal.yaml").read_bytes()


def plan(language: str) -> str:
    """The demo's plan."""
    return demo(language)[1].decode()


def loaded(folder: Path) -> Loaded:
    return load(read_playbook(folder), folder.name)


def parsed(folder: Path) -> Playbook:
    found = loaded(folder).playbook
    assert found
    return found


bundled = pytest.mark.parametrize("folder", BUNDLED, ids=lambda f: f.name)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def test_there_is_a_playbook() -> None:
    assert [f.name for f in BUNDLED] == ["value-competition"]


@bundled
def test_it_loads_and_lints_without_a_finding(folder: Path) -> None:
    found = loaded(folder)
    assert found.playbook is not None
    assert [*found.findings, *check(found)] == []


@bundled
def test_playbook_lint_says_so_with_exit_code_0(folder: Path) -> None:
    done = tool(ROOT, "playbook", "lint", str(folder), "--fail-on", "note")
    assert done.returncode == 0, done.stdout + done.stderr


@bundled
def test_it_has_the_questions_of_the_method(folder: Path) -> None:
    playbook = parsed(folder)
    in_chains = {i for chain in playbook.chains if chain.industry for i in chain.order}
    with_industry = [q for q in playbook.questions if q.industry]
    assert len(with_industry) >= INDUSTRY_QUESTIONS
    assert {q.id for q in with_industry} <= in_chains
    general = [q.type for q in playbook.questions if not q.industry]
    assert {t: general.count(t) >= GENERAL_QUESTIONS for t in playbook.types} == dict.fromkeys(
        playbook.types, True
    )


@bundled
def test_every_exit_criterion_has_a_question_to_say_aloud(folder: Path) -> None:
    playbook = parsed(folder)
    silent = [
        f"{s.id}/{c.id}" for s in playbook.stages for c in s.exit.criteria if not _asked(playbook, s, c)
    ]
    assert silent == []


def _asked(playbook: Playbook, stage: Stage, criterion: Criterion) -> bool:
    """Whether a question that may be put in this stage wins the criterion or reveals a field of it."""
    fields = {name for needed in criterion.requires for name in _fields(needed)}
    return any(
        f"{stage.id}/{criterion.id}" in q.wins or any(r.startswith(f) for r in q.reveals for f in fields)
        for q in playbook.questions
        if not q.stages or stage.id in q.stages
    )


def _fields(needed: Mapping[str, Any]) -> list[str]:
    if "one_of" in needed:
        return [name for one in needed["one_of"] for name in _fields(one)]
    if "covers" in needed:
        return [needed["covers"]]
    sheet = needed.get("rows") or needed.get("fields")
    return [f"{sheet}.{name}" for name in needed.get("have", {})] if sheet else []


@each_language
def test_prep_needs_no_terminal_on_the_demo_deal(language: str, tmp_path: Path) -> None:
    assert tool(tmp_path, "demo", "--dir", "team", "--lang", language).returncode == 0
    written = tmp_path / "team" / PLAN
    written.unlink()
    done = tool(tmp_path / "team", "prep", DEAL, "--no-input", "--today", DAY, "--lang", language)
    assert done.returncode == 0, done.stderr
    assert written.read_text(encoding="utf-8") == plan(language)


@each_language
def test_the_plan_can_be_carried_in(language: str) -> None:
    printed, written, _ = demo(language)
    carry_in, fold, annex = written.decode().partition("\n---\n")
    assert fold and annex.strip()
    assert len(carry_in.splitlines()) <= CARRY_IN_LINES
    assert printed.strip() == carry_in.strip()


@each_language
def test_every_table_is_read_as_a_table_of_equal_rows(language: str) -> None:
    lines = plan(language).splitlines()
    blocks = [t.map for t in tokens(language) if t.type == "table_open"]
    in_tables = {number for block in blocks if block for number in range(*block)}
    assert len(blocks) >= 5
    assert in_tables == {number for number, line in enumerate(lines) if line.startswith("|")}
    for block in blocks:
        assert block
        columns = {len(re.findall(r"(?<!\\)\|", line)) for line in lines[slice(*block)]}
        assert len(columns) == 1, lines[slice(*block)]


@each_language
def test_nothing_is_set_bold(language: str) -> None:
    """`**“重要”**说明` stays literal in Markdown: emphasis around a person's words is a trap."""
    assert [t for token in tokens(language) for t in token.children or [] if t.type == "strong_open"] == []
    assert "**" not in plan(language)


@each_language
def test_the_agenda_fills_the_visit_exactly(language: str) -> None:
    agendas = [rows for rows in tables(language) if rows[0][0] in ("min", "分钟")]
    assert len(agendas) == 1
    assert sum(int(row[0]) for row in agendas[0][1:]) == VISIT_MINUTES


@each_language
def test_same_deal_same_day_same_bytes(language: str, tmp_path: Path) -> None:
    assert tool(tmp_path, "demo", "--dir", "again", "--lang", language, seed="7").returncode == 0
    assert (tmp_path / "again" / PLAN).read_bytes() == demo(language)[1]
    assert (tmp_path / "again" / "deals" / DEAL / "deal.yaml").read_bytes() == demo(language)[2]


@each_language
def test_no_text_of_the_other_language_and_no_open_slot(language: str) -> None:
    """Names are transcribed in the English story, so its plan holds no Chinese at all."""
    text = plan(language)
    assert re.findall(r"\{\w*\}", text) == []
    if language == "en":
        assert re.findall(r"[\u4e00-\u9fff]+", text) == []
    else:
        assert re.findall(r"[A-Za-z]+ [a-z]+ [a-z]+", text.replace("salescoach", "")) == []


def tokens(language: str) -> list[Token]:
    """The plan as GitHub reads it."""
    return MarkdownIt("gfm-like", {"linkify": False}).parse(plan(language))


def tables(language: str) -> list[list[list[str]]]:
    """The plan's tables: rows of cells, the head first."""
    found: list[list[list[str]]] = []
    for token in tokens(language):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type == "inline" and found and found[-1] and token.level > 3:
            found[-1][-1].append(token.content)
    return found
