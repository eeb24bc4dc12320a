"""The page for the customer holds nothing but what is marked for them: every worksheet is filled with poison."""

from collections.abc import Iterator
from typing import Any

import pytest
from conftest import MakeDeal, room

from salescoach.deal.deal import PEOPLE
from salescoach.plan.brief import CUSTOMER, TEAM, Brief
from salescoach.plan.render import render
from salescoach.playbook.model import Field, Playbook, Worksheet

CONTENT = dict[str, Any]
THEIRS = {
    "step2_need": "POISON.pains.symptom",
    "step4_criteria": "POISON.criteria.measure",
    "step5_shield": "POISON.harms.check",
    "step6_close": "POISON.risks.prevention_plan",
    "step7_expect": "POISON.expectations.limit",
    "step8_collect": "POISON.payments.name",
}
"""What the customer said, or we promised them, by stage: that is theirs to read."""
STAGES = tuple(THEIRS)
TEXTS = ("text", "texts")
NUMBERS = ("money", "number")
DAY = "2026-11-20"


def value(field: Field, poison: str, number: int) -> Any:
    """A right value of the field's kind: poison where it can hold text or a number of its own."""
    match field.kind:
        case "text":
            return poison
        case "texts":
            return [poison]
        case "money" | "number":
            return number
        case "percent":
            return 37
        case "date":
            return DAY
        case "yes_no":
            return True
        case "choice" | "scale":
            return field.choices[-1].id
        case "choices":
            return [field.choices[0].id]
        case "row":
            return {"people": "shen"}.get(field.of, "r")
        case "rows":
            return [{"people": "shen"}.get(field.of, "r")]
        case "cells":
            keys = [str(k.id) for k in field.keys] or ["r"]
            if field.choices:
                return dict.fromkeys(keys, field.choices[0].id)
            return {
                k: {p: value(f, f"{poison}.{k}.{p}", number + 7) for p, f in field.cell.items()} for k in keys
            }
    return None


def filled(sheet: Worksheet, number: int) -> CONTENT:
    cells = {
        name: value(field, f"POISON.{sheet.id}.{name}", number + at)
        for at, (name, field) in enumerate(sheet.fields.items())
        if not field.derived
    }
    return {k: v for k, v in cells.items() if v is not None}


def full(playbook: Playbook, stage: str) -> CONTENT:
    """A deal with one row in every worksheet, all of it typed, nothing of it said by the customer."""
    content: CONTENT = {"customer": "Haichuan", "title": "Charging", "stage": stage, "amount": 999_111}
    for at, sheet in enumerate(playbook.worksheets):
        row = filled(sheet, 7_000_000 + 1000 * at)
        content[sheet.id] = row if sheet.form is not None else [{"id": "r", **row}]
    content[PEOPLE] = [{**content[PEOPLE][0], "id": "shen", "name": "Shen Yu", "title": "manager"}]
    content["team"] = [{"id": "lin", "name": "Lin Qing"}]
    content["risks"][0]["category"] = "delivery"
    content["payments"][0]["paid"] = "part"
    return content


VISIT: CONTENT = {
    "id": "v", "kind": "visit", "state": "planned", "date": "2026-12-02", "time": "14:00", "minutes": 60,
    "place": "their office", "people": ["shen"], "team": ["lin"], "objective": "POISON.objective",
    "reason": "POISON.reason", "stop_if": "POISON.stop", "objections": ["POISON.objection"], "tasks": ["POISON.task"],
    "commitments": [{"id": "best", "person": "shen", "action": "POISON.best", "by": "2026-12-09"}],
    "questions": [{"person": "shen", "words": "POISON.question"}],
}  # fmt: skip


def page(
    make_deal: MakeDeal, content: CONTENT, audience: str = CUSTOMER, rivals: tuple[str, ...] = ()
) -> str:
    one = room(make_deal({**content, "activities": [VISIT]}), ["shen"], 60)
    return render(Brief(one, VISIT, (), one.deal.playbook.library, rivals, audience))


def everything(content: CONTENT, playbook: Playbook) -> Iterator[tuple[str, Field, str]]:
    """Every field that is filled, with what it holds as a page would print it."""
    for sheet in playbook.worksheets:
        row = content[sheet.id] if sheet.form is not None else content[sheet.id][0]
        for name, field in sheet.fields.items():
            if field.kind in TEXTS + NUMBERS and name in row:
                shown = row[name][0] if isinstance(row[name], list) else row[name]
                yield f"{sheet.id}.{name}", field, f"{shown:,}" if isinstance(shown, int) else shown


@pytest.mark.parametrize("stage", STAGES)
def test_nothing_that_the_customer_did_not_say_or_may_not_see_is_on_it(
    make_deal: MakeDeal, playbook: Playbook, stage: str
) -> None:
    """What the rep typed without proof stays here, but for rows that the playbook itself lets out."""
    content = full(playbook, stage)
    shown = page(make_deal, content)
    assert "POISON.objective" not in shown and "POISON.reason" not in shown
    assert not [p for p in ("stop", "objection", "task", "best", "question") if f"POISON.{p}" in shown]
    for place, field, poison in everything(content, playbook):
        if field.audience != CUSTOMER:
            assert poison not in shown, place


@pytest.mark.parametrize("stage", STAGES)
def test_the_same_poison_is_in_the_plan_for_the_team(
    make_deal: MakeDeal, playbook: Playbook, stage: str
) -> None:
    """The test above would be worth nothing if the page had nowhere to take the poison from."""
    assert page(make_deal, full(playbook, stage), TEAM).count("POISON") > 8


def said(content: CONTENT, playbook: Playbook) -> CONTENT:
    """The same deal, every field of it proven by a document of the customer, in words that are poison too."""
    records = []
    for sheet in playbook.worksheets:
        row = content[sheet.id] if sheet.form is not None else content[sheet.id][0]
        stem = sheet.id if sheet.form is not None else f"{sheet.id}/{row['id']}"
        for name, field in sheet.fields.items():
            frame = {
                "for": f"{stem}/{name}", "grade": "customer_document", "person": "shen", "date": DAY,
                "words": f"POISON.words.{sheet.id}.{name}",
            }  # fmt: skip
            if field.kind == "cells":
                held = row.get(name, {})
                for key in held:
                    amount = held[key].get("amount") if isinstance(held[key], dict) else held[key]
                    records.append({**frame, "for": f"{stem}/{name}/{key}", "value": amount})
            elif name in row or field.derived == "words":
                records.append({**frame, "value": row[name]} if name in row else frame)
    return {**content, "evidence": records}


@pytest.mark.parametrize("stage", STAGES)
def test_what_is_for_the_team_stays_here_however_well_it_is_proven(
    make_deal: MakeDeal, playbook: Playbook, stage: str
) -> None:
    content = said(full(playbook, stage), playbook)
    shown = page(make_deal, content)
    for place, field, poison in everything(content, playbook):
        if field.audience != CUSTOMER:
            assert poison not in shown, place
    own_words = {
        f"{s.id}.{n}" for s in playbook.worksheets for n, f in s.fields.items() if f.audience == CUSTOMER
    }
    for sheet in playbook.worksheets:
        for name in sheet.fields:
            if f"{sheet.id}.{name}" not in own_words:
                assert f"POISON.words.{sheet.id}.{name}" not in shown
    assert "customer\\_document" not in shown and "customer_document" not in shown
    assert THEIRS[stage] in shown, "the page would be empty otherwise"


def test_a_personal_matter_stays_here(make_deal: MakeDeal, playbook: Playbook) -> None:
    """What a pain means to one person, and a worry of one person, is not for the whole room."""
    early = page(make_deal, said(full(playbook, "step2_need"), playbook))
    assert "POISON.pains.impacts.process.text" in early
    assert "POISON.pains.impacts.personal.text" not in early and "POISON.pains.impacts.cross" not in early
    content = said(full(playbook, "step6_close"), playbook)
    assert "POISON.risks.prevention_plan" in page(make_deal, content)
    content["risks"][0]["category"] = "personal"
    assert "POISON.risks" not in page(make_deal, content)


@pytest.mark.parametrize("stage", STAGES)
def test_whose_words_they_were_stays_here(make_deal: MakeDeal, playbook: Playbook, stage: str) -> None:
    """A word given to one of us is not for the whole room, their own boss among them."""
    shown = page(make_deal, said(full(playbook, stage), playbook))
    assert "POISON.words.risks" not in shown and "POISON.words.issues" not in shown


@pytest.mark.parametrize("state", ["not voiced", "voiced"])
def test_a_worry_leaves_only_once_it_was_voiced_and_a_remedy_never(
    make_deal: MakeDeal, playbook: Playbook, state: str
) -> None:
    content = said(full(playbook, "step6_close"), playbook)
    content["risks"][0] |= {"category": "delivery", "customer_reaction": "still_worried"}
    if state == "not voiced":
        content["evidence"] = [r for r in content["evidence"] if "concern_words" not in str(r["for"])]
    shown = page(make_deal, content)
    assert ("POISON.risks.prevention_plan" in shown) == (state == "voiced")
    assert "POISON.risks.remedy" not in shown and "POISON.risks.stop_loss" not in shown


@pytest.mark.parametrize(
    "name",
    ["Xunheng Technology", "XUNHENG  technology", "迅衡科技", "迅衡 科技", "ＸＵＮＨＥＮＧ Technology"],
)
def test_what_names_a_rival_is_left_out(make_deal: MakeDeal, playbook: Playbook, name: str) -> None:
    content = said(full(playbook, "step2_need"), playbook)
    content["pains"][0]["root_cause"] = f"tariffs come after {name} has theirs"
    shown = page(make_deal, content, rivals=("Xunheng Technology", "迅衡科技"))
    assert "tariffs come after" not in shown and "POISON.pains.symptom" in shown
    content["rivals"] = [{"id": "x", "name": name, "kind": "supplier"}]
    assert "tariffs come after" not in page(make_deal, content)


def test_doing_nothing_is_no_rival(make_deal: MakeDeal, playbook: Playbook) -> None:
    content = said(full(playbook, "step2_need"), playbook)
    content["pains"][0]["root_cause"] = "wait another year is what we always do"
    content["rivals"] = [{"id": "x", "name": "wait another year", "kind": "do_nothing"}]
    assert "wait another year" in page(make_deal, content)
