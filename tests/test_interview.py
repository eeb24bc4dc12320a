"""The preparation as a person goes through it: order, going back, what depends on what, what is told."""

from collections.abc import Callable
from typing import Any

import pytest
from conftest import TODAY

from salescoach.coach.draft import Answer
from salescoach.coach.interview import GAPS_ONLY, Case, Interview, Scope
from salescoach.dialogue import Ask, Reply
from salescoach.playbook.model import Playbook

Begin = Callable[..., Interview]


@pytest.fixture
def begin(playbook: Playbook, demo: dict[str, Any]) -> Begin:
    """A preparation of the demo deal, changed by keyword arguments."""

    def make(language: str = "en", scope: Scope = GAPS_ONLY, **changes: Any) -> Interview:
        content = {**demo, **changes}
        stage = next(s for s in playbook.stages if s.id == content["stage"])
        return Interview(Case(content, "demo", playbook, stage, playbook.library, language, TODAY), scope)

    return make


def asked(interview: Interview) -> Ask:
    """The question that is on the screen."""
    ask = interview.ask()
    assert ask is not None
    return ask


def until(interview: Interview, key: str) -> Ask:
    """Skip forward to a question."""
    for _ in range(60):
        ask = asked(interview)
        if ask.key == key:
            return ask
        interview.reply(Reply("skip"))
    raise AssertionError(f"{key} was never asked")


def keys(interview: Interview, most: int = 60) -> list[str]:
    """Every question of a preparation in which everything is skipped."""
    found = []
    while (ask := interview.ask()) is not None and len(found) < most:
        found.append(ask.key)
        interview.reply(Reply("skip"))
    return found


def test_musts_come_first_then_the_other_gaps_then_the_visit(begin: Begin) -> None:
    order = keys(begin())
    assert order[0] == "pains/late-tariffs/explicit_need#words"
    assert order[1] == "commitments#new.raises-it.1"
    assert order[2].startswith("pains/late-tariffs/impacts/future")
    first_of_visit = next(i for i, key in enumerate(order) if key.startswith("visit/"))
    assert all(key.startswith(("visit/", "questions#")) for key in order[first_of_visit:])


def test_nothing_known_is_asked_again(begin: Begin) -> None:
    order = keys(begin())
    assert not [
        key
        for key in order
        if key.startswith(("visit/date", "visit/place", "visit/people", "step2_need/recap"))
    ]


def test_a_story_of_the_demo_takes_at_most_25_prompts(begin: Begin) -> None:
    assert len(keys(begin())) <= 25


def test_their_words_become_evidence_with_person_grade_and_day(begin: Begin) -> None:
    interview = begin()
    interview.reply(Reply("value", "We need tariffs live within two weeks."))
    assert asked(interview).default == "customer_quote"
    interview.reply(Reply("value", "customer_quote"))
    assert asked(interview).default == "shen"  # the pain's owner
    interview.reply(Reply("value", "shen"))
    assert asked(interview).default == TODAY.isoformat()
    interview.reply(Reply("value", "2026-11-18"))
    record = {
        "for": "pains/late-tariffs/explicit_need",
        "grade": "customer_quote",
        "person": "shen",
        "date": "2026-11-18",
        "words": "We need tariffs live within two weeks.",
    }
    content = interview.moment().content
    assert record in content["evidence"]
    about_this_pain = [i for i, r in enumerate(content["evidence"]) if "pains/late-tariffs" in str(r["for"])]
    assert content["evidence"].index(record) == about_this_pain[-1]


def test_an_amount_from_the_customer_is_recorded_with_its_value(begin: Begin) -> None:
    interview = begin()
    until(interview, "pains/late-tariffs/impacts/future/amount")
    interview.reply(Reply("value", 300000))
    assert asked(interview).key == "pains/late-tariffs/impacts/future/per"
    interview.reply(Reply("value", "quarter"))
    ask = asked(interview)
    assert ask.key == "pains/late-tariffs/impacts/future=amount#grade"
    assert "300,000" in ask.prompt
    for value in ("customer_quote", "shen", "2026-11-18", "three hundred thousand a quarter"):
        interview.reply(Reply("value", value))
    record = next(r for r in interview.moment().content["evidence"] if r.get("value") == 300000)
    assert record["for"] == "pains/late-tariffs/impacts/future"
    assert next(j for j in interview.moment().gate.judged if j.criterion.id == "impact").holds


def test_unknown_is_written_down_and_skipped_is_not(begin: Begin) -> None:
    interview = begin()
    until(interview, "pains/late-tariffs/impacts/future/amount")
    interview.reply(Reply("unknown"))
    until(interview, "visit/objective")
    interview.reply(Reply("skip"))
    content = interview.moment().content
    assert content["pains"][0]["impacts"]["future"]["amount"] == "unknown"
    planned = next(a for a in content["activities"] if a["state"] == "planned")
    assert "objective" not in planned


def test_no_proof_yet_ends_the_questions_about_it(begin: Begin) -> None:
    interview = begin()
    until(interview, "pains/late-tariffs/impacts/future#grade")
    interview.reply(Reply("value", "none"))
    assert "#" not in asked(interview).key
    assert interview.moment().content["evidence"] == interview.case.content["evidence"]


def test_back_offers_the_earlier_answer_again(begin: Begin) -> None:
    interview = begin()
    until(interview, "visit/objective")
    interview.reply(Reply("value", "first idea"))
    assert interview.back()
    ask = asked(interview)
    assert (ask.key, ask.default) == ("visit/objective", "first idea")
    interview.reply(Reply("value", "better idea"))
    planned = next(a for a in interview.moment().content["activities"] if a["state"] == "planned")
    assert planned["objective"] == "better idea"


def test_back_at_the_first_question_stays_there(begin: Begin) -> None:
    interview = begin()
    assert not interview.back()
    assert asked(interview).key == "pains/late-tariffs/explicit_need#words"


def test_the_same_answer_given_again_keeps_everything_after_it(begin: Begin) -> None:
    interview = begin()
    until(interview, "visit/objective")
    for value in ("aim", "their reason"):
        interview.reply(Reply("value", value))
    before = [a.key for a in interview.answers]
    interview.back()
    interview.back()
    assert interview.reply(Reply("value", "aim")) == []
    assert [a.key for a in interview.answers] == before


def test_a_changed_answer_clears_what_depended_on_it_and_says_so(begin: Begin) -> None:
    interview = begin()
    until(interview, "visit/best/action")
    interview.reply(
        Reply("value", {"action": "calls the meeting", "costs": "effort", "moves": "step2_need/raises-it"})
    )
    interview.reply(Reply("value", "shen"))
    interview.reply(Reply("value", "2026-12-09"))
    for _ in range(3):
        interview.back()
    told = interview.reply(
        Reply("value", {"action": "sends data", "costs": "effort", "moves": "step2_need/impact"})
    )
    assert told == ["Cleared, because it depended on that: best outcome"]
    assert asked(interview).key == "visit/best/person"
    planned = next(a for a in interview.moment().content["activities"] if a["state"] == "planned")
    assert planned["commitments"] == [
        {"id": "best", "action": "sends data", "costs": "effort", "moves": "step2_need/impact"}
    ]


def test_a_value_that_no_longer_exists_takes_its_dependents_with_it(begin: Begin) -> None:
    interview = begin(scope=Scope(everything=True))
    until(interview, "pains/billing-errors/urgency")
    interview.reply(Reply("value", 4))
    interview.back()
    assert asked(interview).default == 4


def test_a_new_row_from_the_library_brings_symptom_and_cause_as_hypotheses(begin: Begin) -> None:
    interview = begin(pains=[])
    ask = until(interview, "pains#new.explicit-need.1")
    assert ask.free
    telecom = ask.choices[0]
    interview.reply(Reply("value", telecom.value))
    row = interview.moment().content["pains"][0]
    assert row["symptom"] == telecom.label
    assert row["root_cause"]
    assert asked(interview).key == f"pains/{row['id']}/owner"
    assert (
        interview.moment().desk.view.value(interview.moment().deal.rows("pains")[0], "need") == "hypothesis"
    )


def test_a_typed_row_gets_an_id_of_its_own(begin: Begin) -> None:
    interview = begin(pains=[], language="zh")
    until(interview, "pains#new.explicit-need.1")
    interview.reply(Reply("value", "夜里常要到现场"))
    assert interview.moment().content["pains"] == [{"id": "夜里常要到现场", "symptom": "夜里常要到现场"}]


def test_a_person_typed_as_witness_becomes_one_of_their_people(begin: Begin) -> None:
    interview = begin()
    interview.reply(Reply("value", "We need it."))
    interview.reply(Reply("value", "customer_quote"))
    interview.reply(Reply("value", "Wu Lan"))
    content = interview.moment().content
    assert {"id": "wu-lan", "name": "Wu Lan"} in content["people"]
    assert content["evidence"][-1]["person"] == "wu-lan" or any(
        r["person"] == "wu-lan" for r in content["evidence"]
    )


def test_the_exit_that_holds_is_announced_with_the_next_stage(begin: Begin) -> None:
    interview = begin()
    for value in ("We need tariffs in two weeks.", "customer_quote", "shen", "2026-11-18"):
        interview.reply(Reply("value", value))
    interview.reply(Reply("value", "puts it on the agenda of the operations meeting"))
    told: list[str] = []
    answers = {
        "person": "shen", "by": "2026-12-09", "costs": "effort", "grade": "customer_quote", "date": "2026-11-18",
        "words": "I will raise it on the 9th.",
    }  # fmt: skip
    for _ in range(12):
        ask = asked(interview)
        part = ask.key.rpartition("#")[2] if "#" in ask.key else ask.key.rpartition("/")[2]
        if not ask.key.startswith("commitments"):
            break
        told += interview.reply(Reply("value", answers.get(part, ask.default)))
    assert told == [
        "The exit of “Stimulate the need” holds. Next stage: Prove value, get the project approved."
    ]


def test_resuming_is_replaying(begin: Begin) -> None:
    first = begin()
    for _ in range(9):
        first.reply(
            Reply("value", asked(first).default) if asked(first).default is not None else Reply("skip")
        )
    second = begin()
    for answer in first.answers:
        second.take(Answer(*answer))
    assert second.ask() == first.ask()
    assert second.moment().content == first.moment().content


def test_one_step_asks_every_field_of_it_with_what_is_known(begin: Begin) -> None:
    interview = begin(scope=Scope(step="initiator"))
    ask = asked(interview)
    assert ask.key == "people#table.1"
    interview.reply(Reply("value", "shen"))
    assert (asked(interview).key, asked(interview).default) == ("people/shen/name!1", "Shen Yu")


def test_a_table_goes_row_by_row_with_add_edit_done(begin: Begin) -> None:
    interview = begin(scope=Scope(step="pains"))
    assert [c.value for c in asked(interview).choices][:2] == ["done", "add"]
    interview.reply(Reply("value", "add"))
    assert asked(interview).key == "pains#new.turn.1"
    interview.reply(Reply("value", "night calls"))
    assert "night-calls" in asked(interview).key
    while not asked(interview).key.startswith("pains#table"):
        interview.reply(Reply("skip"))
    interview.reply(Reply("value", "done"))
    assert interview.ask() is None


def test_everything_goes_through_all_that_is_missing(begin: Begin) -> None:
    few, all_ = keys(begin()), keys(begin(scope=Scope(everything=True)), most=200)
    assert set(few) <= set(all_)
    assert len(all_) > 2 * len(few)


def test_questions_can_be_reworded_dropped_swapped_and_added(begin: Begin) -> None:
    interview = begin()
    until(interview, "questions#review.1")
    before = [c.question for c in interview.chosen()]
    for reply in (0, "reword", "What does one quarter cost?", 1, "drop", "add", "Who else is hit?"):
        interview.reply(Reply("value", reply))
    swap = interview.reply(Reply("value", 0)) or asked(interview)
    assert isinstance(swap, Ask)
    other = next(c.value for c in swap.choices if c.value not in ("reword", "drop"))
    interview.reply(Reply("value", other))
    chosen = interview.chosen()
    assert chosen[0].question == other
    assert before[1] not in [c.question for c in chosen]
    assert "Who else is hit?" in [c.text for c in chosen]
    assert chosen[-1].wins, "the commitment stays last"


def test_every_question_has_progress_and_help_in_both_languages(begin: Begin) -> None:
    for language in ("en", "zh"):
        interview = begin(language=language)
        while (ask := interview.ask()) is not None:
            assert ask.above and ask.prompt
            if not ask.key.startswith("questions#"):
                assert ask.why, ask.key
            interview.reply(Reply("skip"))
