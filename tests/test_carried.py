"""One deal carried through all eight stages by recorded preparations, as a rep would: in English and in Chinese.

`carried/<language>/<nn>-<stage>.yaml` is one preparation: the day, the stage (set by hand before it, as a rep
does), the answers, and whether the exit is earned after them. Beside it lie the plan and the customer's page
that come out; `pytest tests/test_carried.py --update-golden` writes them, the reviewer reads the difference.
"""

import json
import re
import shutil
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import TESTS, read_yaml
from journeys.tool import here

from salescoach import derived
from salescoach.coach.draft import planned_visit
from salescoach.coach.gate import judge
from salescoach.deal.check import check
from salescoach.deal.deal import Deal, Row, View
from salescoach.deal.evidence import COUNTING, GRADES
from salescoach.deal.merge import merge
from salescoach.fields import kind as field_kind
from salescoach.messages import speaker
from salescoach.playbook.model import Playbook
from salescoach.text import mentioned
from salescoach.yamlfile.read import read

CARRIED = TESTS / "carried"
DEAL = "deals/haichuan/deal.yaml"
CARRY_IN = 65
RECORDS = sorted(p for p in CARRIED.glob("*/*.yaml") if p.stem[:2].isdigit())
FOLDERS = sorted({p.parent for p in RECORDS})
SUPPLIERS = ("supplier", "incumbent")
"""Kinds of alternatives that have a name of somebody else's."""
KINDS = ("rival", "grade", "worry", "personal worry", "remedy", "private impact")

a_deal = pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
a_record = pytest.mark.parametrize("path", RECORDS, ids=lambda p: f"{p.parent.name}-{p.stem}")


class Record(NamedTuple):
    """One preparation as it was recorded."""

    path: Path
    day: date
    stage: str
    answers: Mapping[str, Any]
    passes: bool

    @property
    def language(self) -> str:
        """The folder it lies in."""
        return self.path.parent.name

    @property
    def visit(self) -> str:
        """The id of the visit that it plans."""
        planned = planned_visit(self.answers, self.day)
        assert planned is not None, self.path
        return str(planned["id"])

    def golden(self, suffix: str) -> Path:
        """The file beside it with what comes out."""
        return self.path.with_suffix(suffix)


def recorded(path: Path) -> Record:
    held = read_yaml(path)
    return Record(path, date.fromisoformat(held["today"]), held["stage"], held["answers"], held["passes"])


def records(folder: Path) -> list[Record]:
    return [recorded(p) for p in RECORDS if p.parent == folder]


# the run


@a_deal
def test_a_deal_is_carried_to_its_end(
    folder: Path, playbook: Playbook, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    team = tmp_path / "team"
    shutil.copytree(folder, team, ignore=lambda _, names: [n for n in names if n[:2].isdigit()])
    every = records(folder)
    for before, record in pairwise([None, *every]):
        assert record is not None
        left = before.stage if before is not None and before.stage != record.stage else ""
        if left:
            leave(team / DEAL, left, record)
        outcome = {".md": prepare(team, record), ".customer.md": page_for_them(team, record)}
        assert not errors(team, record, playbook), record.path
        assert passes(team, record, playbook, record.stage) is record.passes, record.path
        assert not left or passes(team, record, playbook, left), (record.path, left)
        for suffix, text in outcome.items():
            if request.config.getoption("--update-golden"):
                record.golden(suffix).write_text(text, encoding="utf-8")
            assert text == record.golden(suffix).read_text(encoding="utf-8"), record.path
    assert [r.stage for r in every if r.passes] == [playbook.stages[-1].id]
    assert {r.stage for r in every} == {s.id for s in playbook.stages}


def leave(path: Path, left: str, record: Record) -> None:
    """Set the deal's next stage and note when the last one was left, in an editor as a rep does."""
    text = path.read_text(encoding="utf-8").replace("stage_history: []\n", "stage_history:\n")
    text = re.sub(r"(?m)^stage: .*$", f"stage: {record.stage}", text, count=1)
    held = re.search(r"(?m)^stage_history:\n(?: .*\n)*", text)
    assert held is not None
    entry = f"  - stage: {left}\n    left: {record.day}\n    by: lin-qing\n"
    path.write_text(text[: held.end()] + entry + text[held.end() :], encoding="utf-8")


def prepare(team: Path, record: Record) -> str:
    """Run one preparation; the plan that it writes."""
    answers = team.parent / "answers.yaml"
    answers.write_text(json.dumps(record.answers, ensure_ascii=False), encoding="utf-8")
    command(team, record, "prep", "haichuan", "--answers", str(answers))
    return (team / DEAL).with_name("plans").joinpath(f"{record.visit}.md").read_text(encoding="utf-8")


def page_for_them(team: Path, record: Record) -> str:
    return command(
        team, record, "plan", "haichuan", "--visit", record.visit, "--audience", "customer", "-o", "-"
    )


def command(team: Path, record: Record, *arguments: str) -> str:
    """What one command prints; it must end well."""
    common = ["--no-input", "--today", str(record.day), "--lang", record.language]
    ran = here(team, [*arguments, *common])
    assert ran.code == 0, (record.path, arguments[0], ran.err)
    return ran.out


def errors(team: Path, record: Record, playbook: Playbook) -> list[Any]:
    """What is wrong in the deal's file as it stands after a preparation."""
    document = read((team / DEAL).read_bytes(), "deal.yaml")
    assert isinstance(document.data, dict)
    deal = Deal("haichuan", document.data, playbook, derived)
    found = [*document.findings, *check(document, deal, View(deal, record.day))]
    return [f for f in found if f.level == "error"]


def passes(team: Path, record: Record, playbook: Playbook, stage: str) -> bool:
    """Whether the exit of a stage holds: of one that was left, on the day it was left."""
    deal = Deal("haichuan", read_yaml(team / DEAL), playbook, derived)
    return judge(deal.stages[stage], deal, record.day).passes


# what came of it


@a_record
def test_the_plan_to_carry_in_is_one_page(path: Path) -> None:
    plan = recorded(path).golden(".md").read_text(encoding="utf-8")
    assert len(plan.partition("\n---\n")[0].splitlines()) <= CARRY_IN


@a_record
def test_the_customer_reads_nothing_that_is_ours(path: Path, playbook: Playbook) -> None:
    record = recorded(path)
    page = record.golden(".customer.md").read_text(encoding="utf-8").replace("\\", "")
    held = secrets(deal_after(record, playbook), record)
    assert {kind: leaked for kind in KINDS if (leaked := mentioned(page, held[kind]))} == {}


@a_deal
def test_a_deal_has_something_of_every_kind_to_keep(folder: Path, playbook: Playbook) -> None:
    last = records(folder)[-1]
    held = secrets(deal_after(last, playbook), last)
    assert [kind for kind in KINDS if not held[kind]] == []


def deal_after(record: Record, playbook: Playbook) -> Deal:
    """The deal with the answers of all preparations up to this one."""
    content: dict[str, Any] = read_yaml(record.path.parent / DEAL)
    for one in records(record.path.parent):
        if one.path <= record.path:
            content = merge(content, one.answers)
    return Deal("haichuan", {**content, "stage": record.stage}, playbook, derived)


def secrets(deal: Deal, record: Record) -> dict[str, list[str]]:
    """What must not reach the customer, by its kind, out of the deal itself."""
    view = View(deal, record.day)
    risks = deal.rows("risks")
    personal = [r for r in risks if r.cells.get("category") == "personal"]
    guesses = [r for r in risks if view.value(r, "state") == "hypothesis" and r not in personal]
    private = [k.id for k in deal.worksheets["pains"].fields["impacts"].keys if k.audience != "customer"]
    team: list[str] = read_yaml(record.path.parent / "salescoach.yaml")["rivals"]
    say = speaker(record.language)
    return {
        "rival": [*team, *(r.cells["name"] for r in deal.rows("rivals") if r.cells.get("kind") in SUPPLIERS)],
        "grade": [*GRADES, *(f"{say(f'plan.grade-{grade}')}{say('plan.colon')}“" for grade in COUNTING)],
        "worry": [w for r in guesses for w in written(deal, r, record.language)],
        "personal worry": [w for r in personal for w in written(deal, r, record.language)],
        "remedy": [w for r in risks for w in written(deal, r, record.language, "remedy_")],
        "private impact": [
            w for r in deal.rows("pains") for key in private for w in of_cell(deal, r, str(key))
        ],
    }


def written(deal: Deal, row: Row, language: str, prefix: str = "") -> list[str]:
    """The texts and sums of a row, and what was said about it, in the fields whose names begin so."""
    fields = {n: f for n, f in row.sheet.fields.items() if n.startswith(prefix) and n in row.cells}
    typed = [
        field_kind(f.kind).show(row.cells[n], f, deal, language)
        for n, f in fields.items()
        if f.kind in ("text", "money")
    ]
    about = row.address(prefix)
    return [*typed, *(r.words for r in deal.records for a in r.addresses if a.startswith(about) and r.words)]


def of_cell(deal: Deal, row: Row, key: str) -> list[str]:
    """What a pain's cell says, and the words that were said about it."""
    cell = row.cells.get("impacts", {}).get(key)
    said = [r.words for r in deal.records_for(row.address("impacts", key)) if r.words]
    return [cell["text"], *said] if cell else said
