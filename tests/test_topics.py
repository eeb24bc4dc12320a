"""What a visit of the late stages is about: whose matter, which rows, what comes first, which words ask for it."""

from typing import Any

import pytest
from conftest import TODAY, MakeDeal, room

from salescoach.coach.commitments import request_for
from salescoach.coach.gate import judge
from salescoach.coach.interview import Case, Interview
from salescoach.coach.questions import choose
from salescoach.coach.room import Chosen, Room
from salescoach.dialogue import Reply
from salescoach.playbook.model import Playbook

CONTENT = dict[str, Any]
READY = {"check": "arrival in writing", "we_pass": True, "proof": "log", "verified_on": "2026-11-01"}
PAID = {"prepayment": "agreed", "signed_on": "2026-11-02", "prepaid_on": "2026-11-10"}


def asked(deal: Any, *people: str) -> list[Chosen]:
    return choose(room(deal, list(people), 60))


def types(chosen: list[Chosen]) -> set[str]:
    return {one.type for one in chosen}


def problem(mood: str, **more: Any) -> CONTENT:
    return {
        "id": "bill",
        "problem": "bills wrong",
        "person": "zhang",
        "mood": mood,
        "raised_on": "2026-11-20",
        **more,
    }


@pytest.mark.parametrize("mood", ["annoyed", "angry"])
def test_while_somebody_is_angry_the_talk_is_about_that_and_nothing_else(
    make_deal: MakeDeal, demo: CONTENT, mood: str
) -> None:
    deal = make_deal({**demo, "stage": "step7_expect", "contract": PAID, "issues": [problem(mood)]})
    chosen = asked(deal, "zhang", "shen")
    assert chosen[0].about == "issues/bill" and chosen[0].person == "zhang" and chosen[0].type == "care"
    assert types(chosen) <= {"care", "check", "commitment"}
    assert {one.about for one in chosen if one.type != "commitment"} == {"issues/bill"}


def test_once_it_is_settled_the_talk_is_about_the_stage_again(make_deal: MakeDeal, demo: CONTENT) -> None:
    fixed = problem("calm", next_agreed="run again", fixed_on="2026-11-21")
    deal = make_deal({**demo, "stage": "step7_expect", "contract": PAID, "issues": [fixed]})
    assert {one.about for one in asked(deal, "zhang", "shen")} - {"issues/bill"}


@pytest.mark.parametrize(
    ("harm", "people", "raised"),
    [
        ({}, ["zhang", "shen"], False),
        ({**READY, "we_pass": False}, ["zhang", "shen"], False),
        ({**READY, "verified_on": "2025-11-01"}, ["zhang", "shen"], False),
        (READY, ["zhang", "shen"], True),
        (READY, ["shen"], False),
    ],
    ids=[
        "a draft",
        "we do not pass it ourselves",
        "proof of long ago",
        "ready",
        "whoever suffers is not there",
    ],
)
def test_a_harm_is_raised_only_when_it_is_ready_and_with_whoever_suffers(
    make_deal: MakeDeal, demo: CONTENT, harm: CONTENT, people: list[str], raised: bool
) -> None:
    row = {"id": "late", "harm": "you stand still", "sufferer": "zhang", "dimension": "process", **harm}
    deal = make_deal({**demo, "stage": "step5_shield", "harms": [row]})
    assert any(one.type == "harm" for one in asked(deal, *people)) is raised


@pytest.mark.parametrize(("people", "raised"), [(["shen"], True), (["shen", "gao"], False), (["gao"], False)])
def test_a_personal_worry_is_raised_with_that_person_alone(
    make_deal: MakeDeal, demo: CONTENT, people: list[str], raised: bool
) -> None:
    own = {"id": "mine", "concern": "I signed it", "category": "personal", "person": "shen"}
    deal = make_deal({**demo, "stage": "step6_close", "risks": [own]})
    assert any(one.about == "risks/mine" for one in asked(deal, *people)) is raised


def test_an_open_tender_closes_what_it_is_about(
    make_deal: MakeDeal, demo: CONTENT, playbook: Playbook
) -> None:
    bank = {q.id: q for q in playbook.questions}
    for is_open in (False, True):
        deal = make_deal({**demo, "stage": "step5_shield", "evaluation": {"tender_open": is_open}})
        sheets = {
            r.partition(".")[0] for one in asked(deal, "luo", "shen") for r in bank[one.question].reveals
        }
        assert ("evaluation" in sheets) is not is_open


def with_aim(deal: Any, action: str, moves: str, person: str = "shen", by: str = "2026-12-09") -> Room:
    aim = {"action": action, "moves": moves, "person": person, "by": by, "costs": "effort"}
    assert deal.stage
    return Room(deal, judge(deal.stage, deal, TODAY), ["shen", "zhang"], 45, "en", TODAY, aim)


def test_the_request_is_for_the_best_commitment(make_deal: MakeDeal, demo: CONTENT) -> None:
    """In the playbook's words where it has the like, else as a note that they may agree to."""
    deal = make_deal(demo)
    alike = with_aim(
        deal, "puts the delay on the agenda of the June meeting and says who attends", "step2_need/raises-it"
    )
    [request] = request_for(alike)
    assert request.question.startswith("A-raise-agenda") and request.person == "shen"
    [note] = request_for(with_aim(deal, "walks us through the night shift", "step2_need/raises-it"))
    assert note.question == "" and note.wins == ("step2_need/raises-it",)
    assert (
        note.text
        == "May I note it like this: Shen Yu walks us through the night shift (9 Dec). Is that right for you?"
    )


def test_nobody_is_asked_for_the_act_of_somebody_who_is_not_there(make_deal: MakeDeal, demo: CONTENT) -> None:
    assert request_for(with_aim(make_deal(demo), "names a day", "step2_need/raises-it", person="gao")) == []


def interview(demo: CONTENT, playbook: Playbook, **content: Any) -> Interview:
    held = {**demo, **content}
    stage = next(s for s in playbook.stages if s.id == held["stage"])
    return Interview(Case(held, "demo", playbook, stage, playbook.library, "en", TODAY))


def keys_to_the_visit(talk: Interview) -> list[str]:
    """What is asked before the visit when everything is skipped."""
    found = []
    while (ask := talk.ask()) is not None and not ask.key.startswith("visit/"):
        found.append(ask.key)
        talk.reply(Reply("skip"))
    return found


def test_an_empty_table_that_the_stage_is_about_is_asked_for_its_first_row_once(
    demo: CONTENT, playbook: Playbook
) -> None:
    keys = keys_to_the_visit(interview(demo, playbook, stage="step6_close"))
    assert keys.count("risks#new.turn.first") == 1
    assert not [k for k in keys if k.startswith("risks#table")]


def test_a_small_deal_is_asked_less(demo: CONTENT, playbook: Playbook) -> None:
    """Light rigour leaves out the steps, the criteria and the sections that small deals keep in the head."""
    full, light = (
        keys_to_the_visit(interview(demo, playbook, stage="step5_shield", rigour=r))
        for r in ("full", "light")
    )
    assert any(k.startswith("options") for k in full) and any(k.startswith("allies") for k in full)
    assert not any(k.startswith(("options", "allies")) for k in light)
