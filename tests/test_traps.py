"""The traps of METHOD.md §18 that apply to stages 0 to 4 and to their plans, one test or more for each row."""

from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from conftest import TESTS as HERE
from conftest import TODAY, MakeDeal, read_yaml, room

from salescoach.coach import gate
from salescoach.coach.draft import Answer, Draft
from salescoach.coach.questions import choose
from salescoach.coach.room import Chosen, hears_report
from salescoach.deal.deal import Deal, View
from salescoach.fields import MISSING, kind
from salescoach.plan.brief import Brief
from salescoach.plan.render import render
from salescoach.plan.sections import section
from salescoach.playbook.model import Field, Playbook

CONTENT = dict[str, Any]
STAGES = (
    "step0_incubate", "step1_trust", "step2_need", "step3_value", "step4_criteria", "step5_shield",
    "step6_close", "step7_expect", "step8_collect",
)  # fmt: skip


def record(
    address: str | list[str], grade: str = "customer_quote", person: str = "shen", **more: Any
) -> CONTENT:
    frame = {"for": address, "grade": grade, "person": person, "date": "2026-11-20", "words": "so"}
    return {**frame, **more}


def held(deal: Deal, stage: str, today: date = TODAY) -> set[str]:
    """Which exit criteria of a stage hold."""
    return {j.criterion.id for j in gate.judge(deal.stages[stage], deal, today).judged if j.holds}


def brief(deal: Deal, *people: str, language: str = "en", visit: CONTENT | None = None) -> Brief:
    """The plan's brief for a visit with these people."""
    one = room(deal, list(people), language=language)
    planned = {
        "people": list(people),
        "minutes": 45,
        "date": "2026-12-02",
        "team": ["lin-qing"],
        **(visit or {}),
    }
    return Brief(one, planned, choose(one), deal.playbook.library)


def part(name: str, of: Brief) -> str:
    return section(name).render(of)


def choices(playbook: Playbook, sheet: str, name: str) -> list[Any]:
    field = next(w for w in playbook.worksheets if w.id == sheet).fields[name]
    return [c.id for c in field.choices]


# --- B01: a continuation is no progress -------------------------------------------------------

UTTERANCES = [
    pytest.param(c["said"], c["noted"], c["outcome"], id=c["said"])
    for c in read_yaml(HERE / "traps" / "outcomes.yaml")
]


def with_commitment(content: CONTENT, noted: CONTENT) -> CONTENT:
    row = {"id": "it", **noted}
    proof = record("commitments/it/moves", value=noted.get("moves"))
    return {**content, "commitments": [row], "evidence": [*content["evidence"], proof]}


@pytest.mark.parametrize(("said", "noted", "outcome"), UTTERANCES)
def test_b01_advance_or_continuation(
    make_deal: MakeDeal, demo: CONTENT, said: str, noted: CONTENT, outcome: str
) -> None:
    """Who, what, by when, at what cost to them, towards what: all five, however warm the tone (METHOD.md §3.8)."""
    deal = make_deal(with_commitment(demo, noted))
    assert View(deal, TODAY).value(deal.rows("commitments")[0], "outcome") == outcome
    assert ("raises-it" in held(deal, "step2_need")) is (outcome == "advance")


def test_b01_there_are_twenty_cases_of_both_kinds() -> None:
    outcomes = [u.values[2] for u in UTTERANCES]
    assert len(outcomes) >= 20 and set(outcomes) == {"advance", "continuation"}


@pytest.mark.parametrize("lacking", ["person", "by", "costs", "moves"])
def test_b01_the_plan_says_what_an_ask_lacks(make_deal: MakeDeal, demo: CONTENT, lacking: str) -> None:
    ask = {
        "id": "best", "person": "shen", "action": "puts it on the agenda", "by": "2026-12-09",
        "costs": "reputation", "moves": "step2_need/raises-it",
    }  # fmt: skip
    whole = part("commitments", brief(make_deal(demo), "shen", visit={"commitments": [ask]}))
    short = part(
        "commitments", brief(make_deal(demo), "shen", visit={"commitments": [{**ask, lacking: "unknown"}]})
    )
    assert "no advance yet" not in whole and "no advance yet" in short


# --- B04: our doings move nothing -------------------------------------------------------------


@pytest.mark.parametrize("grade", ["seller_action", "seller_opinion"])
def test_b04_what_we_did_or_feel_earns_no_exit(make_deal: MakeDeal, demo: CONTENT, grade: str) -> None:
    """Every record of the deal, and one for every criterion, as ours: not one criterion of any stage holds."""
    demo["evidence"] = [{**r, "grade": grade} for r in demo["evidence"]]
    deal = make_deal(demo)
    demo["evidence"] += [record(address, grade) for address in deal.ids("criteria")]
    deal = make_deal(demo)
    for stage in deal.stages:
        assert held(deal, stage) == set(), stage


def test_b04_typed_data_alone_earns_no_exit(make_deal: MakeDeal, demo: CONTENT) -> None:
    """Whatever the rep fills in: without the customer nothing holds."""
    demo["evidence"] = []
    demo["approval"] = {"reference": "P-17", "budget": 100, "time_window": "May", "decisions": ["whether"]}
    demo["value_case"] = [
        {"id": "v", "how": "h", "amount_per_year": 100, "counted": True, "type": "cost_down"}
    ]
    demo["criteria"] = [
        {
            "id": "c", "name": "n", "importance": "high", "weight": 10, "in_customer_list": "listed",
            "we_are": {"incumbent": "weaker"}, "counter_move": "fix", "customer_reaction": "they nodded",
        },
    ]  # fmt: skip
    for person in demo["people"]:
        person.update(
            relationship="r4_ally", buying_roles=["initiator", "decision_maker", "designer", "evaluator"]
        )
    demo["commitments"] = [
        {
            "id": "c",
            "person": "shen",
            "action": "a",
            "by": "2026-12-09",
            "costs": "effort",
            "moves": "step2_need/raises-it",
        }
    ]
    deal = make_deal(demo)
    for stage in deal.stages:
        assert held(deal, stage) == set(), stage


# --- B05, B06: steps are steps, names are names ----------------------------------------------


def test_b05_b06_stages_are_the_canonical_steps_each_once(playbook: Playbook) -> None:
    """Step 0 is no step of the eight, and other names of a step make no step of their own."""
    assert tuple(s.id for s in playbook.stages) == STAGES
    assert [s.id for s in playbook.stages if s.pre] == ["step0_incubate"]
    for language in ("en", "zh"):
        titles = [s.title[language] for s in playbook.stages if isinstance(s.title, dict)]
        assert len(set(titles)) == len(playbook.stages)


def test_b05_the_pre_step_has_no_number(make_deal: MakeDeal, demo: CONTENT) -> None:
    assert "Stage 2 of 8" in part("header", brief(make_deal(demo), "shen"))
    early = part("header", brief(make_deal({**demo, "stage": "step0_incubate"}), "shen"))
    assert "Pre-step" in early and " of 8" not in early


# --- B09: four quadrants, per rival -----------------------------------------------------------

QUADRANTS = {
    ("high", "stronger"): "winning",
    ("high", "weaker"): "killer",
    ("low", "stronger"): "sleeping",
    ("low", "weaker"): "valueless",
}


def matrix(demo: CONTENT, importance: Any, first: Any, second: Any) -> CONTENT:
    demo["rivals"] = [{"id": "one", "name": "One"}, {"id": "two", "name": "Two"}]
    row = {"id": "c", "name": "delivery", "importance": importance, "we_are": {"one": first, "two": second}}
    return {**demo, "criteria": [row]}


@pytest.mark.parametrize("importance", ["high", "low"])
@pytest.mark.parametrize("first", ["stronger", "weaker"])
@pytest.mark.parametrize("second", ["stronger", "weaker"])
def test_b09_each_rival_has_its_own_quadrant(
    make_deal: MakeDeal, demo: CONTENT, importance: str, first: str, second: str
) -> None:
    deal = make_deal(matrix(demo, importance, first, second))
    assert View(deal, TODAY).value(deal.rows("criteria")[0], "quadrant") == {
        "one": QUADRANTS[importance, first],
        "two": QUADRANTS[importance, second],
    }


def test_b09_the_plan_shows_a_matrix_for_each_rival(
    make_deal: MakeDeal, demo: CONTENT, playbook: Playbook
) -> None:
    """Winning against one, a killer against the other, each with what to do about that."""
    text = part("criteria", brief(make_deal(matrix(demo, "high", "stronger", "weaker")), "shen"))
    against_one, against_two = text.split("### ")[1:]
    field = next(w for w in playbook.worksheets if w.id == "criteria").fields["quadrant"]
    labels = {c.id: c.label["en"] for c in field.choices if isinstance(c.label, dict)}
    assert f"| delivery | {labels['winning']} |" in against_one
    assert f"| delivery | {labels['killer']} |" in against_two


def test_b09_killers_are_diluted_and_sleepers_awakened(playbook: Playbook) -> None:
    field = next(w for w in playbook.worksheets if w.id == "criteria").fields["quadrant"]
    advice = {c.id: (c.advice or {})["zh"] for c in field.choices if isinstance(c.advice, dict)}
    assert "唤醒" in advice["sleeping"] and "唤醒" not in advice["killer"]
    assert all(advice.values()) and len(set(advice.values())) == 4


def test_b09_no_rival_judged_is_no_quadrant(make_deal: MakeDeal, demo: CONTENT) -> None:
    deal = make_deal(matrix(demo, "high", "unknown", "unknown"))
    assert View(deal, TODAY).value(deal.rows("criteria")[0], "quadrant") is MISSING


# --- B10: what may be done about a killer -----------------------------------------------------


def test_b10_only_honest_moves_against_a_killer(
    make_deal: MakeDeal, demo: CONTENT, playbook: Playbook
) -> None:
    """Denying or hiding is no choice, and what is no choice answers nothing."""
    moves = choices(playbook, "criteria", "counter_move")
    assert moves == ["redefine", "trade_off", "outweigh", "alternative_route", "fix"]
    demo["stage"] = "step4_criteria"
    content = matrix(demo, "high", "weaker", "weaker")
    content["people"].append({"id": "lu", "name": "Lu", "buying_roles": ["designer"]})
    content["evidence"] += [
        record("criteria/c/customer_reaction", person="lu", words="That would do."),
        record("criteria/c/customer_reaction", words="Fine with me."),
    ]
    for move, answered in (("deny", False), ("hide", False), *((m, True) for m in moves)):
        content["criteria"][0]["counter_move"] = move
        assert ("killers-answered" in held(make_deal(content), "step4_criteria")) is answered, move


# --- B11: what is derived has no setter -------------------------------------------------------


def test_b11_a_typed_derived_value_is_ignored(make_deal: MakeDeal, demo: CONTENT, playbook: Playbook) -> None:
    """Every derived field of every worksheet: typing any of its choices in changes nothing."""
    plain = make_deal(demo)
    typed = deepcopy(demo)
    names = []
    for sheet in playbook.worksheets:
        derived = {n: f for n, f in sheet.fields.items() if f.derived}
        values = {n: (str(f.choices[-1].id) if f.choices else 999) for n, f in derived.items()}
        rows = [typed.setdefault(sheet.id, {})] if sheet.form is not None else typed.get(sheet.id, [])
        for row in rows:
            row.update(values)
        names += [(sheet.id, n) for n in derived]
    forced = make_deal(typed)
    assert len(names) >= 10
    for sheet_id, name in names:
        for before, after in zip(plain.rows(sheet_id), forced.rows(sheet_id), strict=True):
            assert View(forced, TODAY).value(after, name) == View(plain, TODAY).value(before, name), name


def test_b11_the_interview_never_sets_one(make_deal: MakeDeal, demo: CONTENT, playbook: Playbook) -> None:
    for sheet in playbook.worksheets:
        for name, field in sheet.fields.items():
            assert not (field.kind and field.derived), name


# --- B12: urgency fixes the time, importance the budget ---------------------------------------


def test_b12_urgency_and_importance_are_two_facts_with_two_proofs(make_deal: MakeDeal, demo: CONTENT) -> None:
    demo["evidence"].append(record("pains/late-tariffs/urgency", value=4))
    deal = make_deal(demo)
    row, view = deal.rows("pains")[0], View(deal, TODAY)
    assert view.value(row, "importance") == "unknown" and view.value(row, "priority") is MISSING
    assert not deal.records_for("pains/late-tariffs/importance")


@pytest.mark.parametrize(
    ("urgency", "importance", "priority"),
    [(5, 1, "quick_small"), (1, 5, "big_but_slow"), (4, 4, "act_now"), (3, 3, "park")],
)
def test_b12_neither_stands_for_the_other(
    make_deal: MakeDeal, demo: CONTENT, urgency: int, importance: int, priority: str
) -> None:
    demo["pains"][0].update(urgency=urgency, importance=importance)
    deal = make_deal(demo)
    assert View(deal, TODAY).value(deal.rows("pains")[0], "priority") == priority


def test_b12_no_budget_talk_while_importance_is_open(make_deal: MakeDeal, demo: CONTENT) -> None:
    shown = part("pains", brief(make_deal(demo), "shen"))
    assert (
        "Urgency tells when they buy; importance tells how much." in shown and "no talk about budget" in shown
    )
    demo["pains"][0]["importance"] = 4
    assert "no talk about budget" not in part("pains", brief(make_deal(demo), "shen"))


# --- B14: no implication before the pain is admitted ------------------------------------------


def implications(chosen: list[Chosen]) -> list[Chosen]:
    return [c for c in chosen if c.type in ("I", "N")]


def test_b14_implications_wait_for_the_customers_word(make_deal: MakeDeal, demo: CONTENT) -> None:
    """Our own note of a pain admits nothing; one quote of the customer does."""
    demo["evidence"] = [r for r in demo["evidence"] if "pains/late-tariffs/symptom" not in r["for"]]
    before = [c for c in choose(room(make_deal(demo), ["shen"])) if c.about == "pains/late-tariffs"]
    assert implications(before) and all(c.waits for c in implications(before))
    assert before.index(next(c for c in before if c.type == "P")) < before.index(implications(before)[0])
    demo["evidence"].append(record("pains/late-tariffs/symptom", "seller_opinion"))
    assert all(
        c.waits
        for c in implications(choose(room(make_deal(demo), ["shen"])))
        if c.about == "pains/late-tariffs"
    )
    demo["evidence"].append(record("pains/late-tariffs/symptom"))
    after = [c for c in choose(room(make_deal(demo), ["shen"])) if c.about == "pains/late-tariffs"]
    assert implications(after) and not any(c.waits for c in after)


def test_b14_the_plan_says_which_ones_wait(make_deal: MakeDeal, demo: CONTENT) -> None:
    shown = part("questions", brief(make_deal(demo), "zhang"))
    assert "nly once Zhang Min has named the problem" in shown


# --- B15, B16: who decides hears a report, in a fixed order -----------------------------------


def test_b15_the_decision_maker_is_not_interviewed(make_deal: MakeDeal, demo: CONTENT) -> None:
    deal = make_deal(demo)
    assert hears_report("gao", deal) and not hears_report("shen", deal)
    for people in (["gao"], ["gao", "shen"], ["shen", "zhang", "gao"]):
        chosen = choose(room(deal, people, minutes=90))
        assert not [c for c in chosen if c.person == "gao" and c.type in ("S", "P", "I", "N")]
        assert part("opener", brief(deal, *people))
    assert part("opener", brief(deal, "shen", "zhang")) == ""


STEPS = ["who I am", "praise", "what is changing", "where it presses", "what it is worth", "ask"]


@pytest.mark.parametrize("order", [1, -1])
def test_b16_the_report_has_its_order(
    make_deal: MakeDeal, demo: CONTENT, playbook: Playbook, order: int
) -> None:
    """Whatever order the playbook's frames or the brief's fields stand in."""
    demo["brief"] = {
        "ask": "name a delegate",
        "inside_change": "fewer hands",
        "praise": "first in the province",
    }
    turned = playbook.model_copy(update={"questions": playbook.questions[::order]})
    shown = part("opener", brief(make_deal(demo, turned), "gao"))
    lines = [
        line.split("|")[2].strip() for line in shown.splitlines() if line.startswith("| ") and ":" in line[:7]
    ]
    assert lines == STEPS
    said = [line for line in shown.splitlines() if "first in the province" in line]
    assert len(said) == 1 and "| praise |" in said[0]


def test_b16_praise_is_about_the_business(playbook: Playbook) -> None:
    """The rep is told so where the praise is written."""
    field = next(w for w in playbook.worksheets if w.id == "brief").fields["praise"]
    for text in (field.why, field.good, field.bad):
        assert isinstance(text, dict) and text["en"] and text["zh"]


# --- B17, B18, B19: value ----------------------------------------------------------------------


def with_value(demo: CONTENT, form: CONTENT, *amounts: float) -> CONTENT:
    """A value case of these items, each confirmed in writing."""
    items = [
        {"id": f"v{n}", "how": f"item {n}", "amount_per_year": a, "counted": True, "type": "cost_down"}
        for n, a in enumerate(amounts)
    ]
    proofs = [
        record(f"value_case/v{n}/amount_per_year", "customer_written", value=a) for n, a in enumerate(amounts)
    ]
    return {**demo, "value": form, "value_case": items, "evidence": [*demo["evidence"], *proofs]}


CAPITALISED = {
    "spend_type": "capitalised",
    "price": 2000,
    "running_cost": 100,
    "years": 5,
    "discount_rate": 10,
}
EXPENSED = {"spend_type": "expensed", "price": 300, "internal_effort": 60}


def test_b17_the_worked_numbers_of_a_machine(make_deal: MakeDeal, demo: CONTENT) -> None:
    """METHOD.md §6.4: three figures that answer three questions, each under its own label."""
    deal = make_deal(with_value(demo, CAPITALISED, 480, 220, 150))
    found = View(deal, TODAY).value(deal.rows("value")[0], "measure")
    assert found["roi"] == pytest.approx(0.375, abs=1e-12)
    assert found["payback"] == pytest.approx(2.67, abs=0.005)
    assert found["ratio"] == pytest.approx(1.7, abs=1e-12)
    assert found["npv"] == pytest.approx(843, abs=0.5)
    lines = part("value", brief(deal, "shen")).splitlines()
    for label, number in (
        ("Return on investment", "37.5%"), ("Payback", "2.67"), ("Input–output ratio over", "1 : 1.7"),
        ("Net present value", "843"),
    ):  # fmt: skip
        assert [number in line for line in lines if label in line] == [True]


def test_b17_b18_the_worked_numbers_of_a_service(
    make_deal: MakeDeal, demo: CONTENT, playbook: Playbook
) -> None:
    """Expensed or capitalised decides, no account's name: a service has no return on investment."""
    assert choices(playbook, "value", "spend_type") == ["capitalised", "expensed"]
    form = {**EXPENSED, "discount_rate": 10}
    deal = make_deal(with_value(demo, form, 900, 120))
    found = View(deal, TODAY).value(deal.rows("value")[0], "measure")
    assert set(found) == {"ratio", "share"}
    assert found["ratio"] == pytest.approx(2.83, abs=0.005) and found["share"] == pytest.approx(
        0.29, abs=0.005
    )
    shown = part("value", brief(deal, "shen"))
    assert "1 : 2.83" in shown and "29%" in shown
    assert "Return on investment" not in shown and "Payback" not in shown and "Net present" not in shown


@pytest.mark.parametrize(
    ("price", "words"),
    [
        (300, "is 29% of their value"),
        (350, "do not clearly earn"),
        (511, "do not say that they earn the big part"),
    ],
)
def test_b17_who_earns_the_big_part(make_deal: MakeDeal, demo: CONTENT, price: int, words: str) -> None:
    deal = make_deal(with_value(demo, {**EXPENSED, "price": price}, 900, 120))
    assert words in part("value", brief(deal, "shen"))


def test_b17_a_case_that_turns_negative_says_so(make_deal: MakeDeal, demo: CONTENT) -> None:
    """With 30 % less of the largest benefit and costs 20 % higher."""
    good = part("value", brief(make_deal(with_value(demo, EXPENSED, 900, 120)), "shen"))
    assert "1 : 1.74" in good and "does not pay" not in good  # (1020 - 270) / (360 + 72)
    bad = part("value", brief(make_deal(with_value(demo, EXPENSED, 400, 20)), "shen"))
    assert "Say this first" in bad and "1 : 0.69" in bad  # (420 - 120) / 432


@pytest.mark.parametrize(
    "change",
    [
        {"counted": False}, {"type": "intangible"}, {"amount_per_year": 481}, {"grade": "customer_quote"},
        {"grade": "seller_action"}, {"person": "nobody"},
    ],
)  # fmt: skip
def test_b19_only_what_they_confirmed_is_summed(make_deal: MakeDeal, demo: CONTENT, change: CONTENT) -> None:
    content = with_value(demo, CAPITALISED, 480, 220)
    deal = make_deal(content)
    assert View(deal, TODAY).value(deal.rows("value")[0], "benefits") == 700
    content = deepcopy(content)
    target = content["evidence"][-2] if {"grade", "person"} & set(change) else content["value_case"][0]
    target.update(change)
    deal = make_deal(content)
    assert View(deal, TODAY).value(deal.rows("value")[0], "benefits") == 220
    assert View(deal, TODAY).value(deal.rows("brief")[0], "headline") == 220


def test_b19_the_same_thing_counted_twice_is_pointed_out(make_deal: MakeDeal, demo: CONTENT) -> None:
    content = with_value(demo, EXPENSED, 900, 120)
    assert "counted twice" not in part("value", brief(make_deal(content), "shen"))
    for item in content["value_case"]:
        item.update(pain="late-tariffs", dimension="process")
    assert "counted twice" in part("value", brief(make_deal(content), "shen"))


# --- B31: a gift is no relationship -----------------------------------------------------------


def two_interact(demo: CONTENT, **how: Any) -> CONTENT:
    """The proofs of two relationships, changed."""
    demo["evidence"] = [
        {**r, **how} if str(r["for"]).endswith("relationship") else r for r in demo["evidence"]
    ]
    return demo


def test_b31_only_an_act_of_theirs_raises_a_relationship(make_deal: MakeDeal, demo: CONTENT) -> None:
    assert "two-interact" in held(make_deal(demo), "step1_trust")
    for grade in ("seller_action", "seller_opinion", "customer_quote"):
        changed = make_deal(two_interact(deepcopy(demo), grade=grade, words="took them to dinner"))
        assert "two-interact" not in held(changed, "step1_trust"), grade


def test_b31_a_higher_stage_needs_its_own_act(make_deal: MakeDeal, demo: CONTENT) -> None:
    """Typed one stage up, the old act proves the old stage only."""
    for person in demo["people"]:
        if person.get("relationship") == "r2_interact":
            person["relationship"] = "r3_personal"
    assert "two-interact" not in held(make_deal(demo), "step1_trust")


# --- B32: roles, titles, unknown --------------------------------------------------------------


def test_b32_a_title_is_no_role(make_deal: MakeDeal, demo: CONTENT) -> None:
    gao = demo["people"][2]
    gao.update(title="general manager, decision maker", level="decision", buying_roles="unknown")
    deal = make_deal(demo)
    assert deal.roles("gao") == [] and not hears_report("gao", deal)


def test_b32_one_person_holds_several_roles_and_a_role_several_people(
    make_deal: MakeDeal, demo: CONTENT
) -> None:
    demo["people"][0]["buying_roles"] = ["initiator", "designer"]
    demo["people"][1]["buying_roles"] = ["initiator"]
    deal = make_deal(demo)
    assert deal.roles("shen") == ["initiator", "designer"]
    assert deal.people_with(["initiator"]) == {"shen", "zhang"} and deal.people_with(["designer"]) == {"shen"}


@pytest.mark.parametrize("roles", ["unknown", None, [], "boss"])
def test_b32_an_unknown_role_is_asked_for(make_deal: MakeDeal, demo: CONTENT, roles: Any) -> None:
    """Unknown, empty or wrong: nobody holds it, the plan asks, the exit shows the gap."""
    demo["stage"] = "step1_trust"
    demo["people"] = [{"id": "shen", "name": "Shen Yu", "buying_roles": roles}]
    deal = make_deal(demo)
    assert deal.roles("shen") == []
    found = gate.judge(deal.stages["step1_trust"], deal, TODAY)
    assert "people/shen/buying_roles" in {g.address for _, g in gate.gaps_in_order(found)}
    assert "unknown: ask" in part("attendees", brief(deal, "shen"))


# --- B42: their words, not ours ---------------------------------------------------------------

WORDS = "We’re “always” a quarter late …  总是慢，慢一个季度！"


def test_b42_words_are_kept_exactly_with_person_and_day(
    make_deal: MakeDeal, demo: CONTENT, playbook: Playbook
) -> None:
    draft = Draft(demo, playbook, playbook.stages[2], TODAY)
    name = "pains/late-tariffs/explicit_need"
    for which, value in (
        ("words", WORDS), ("grade", "customer_quote"), ("person", "shen"), ("date", "2026-11-20"),
    ):  # fmt: skip
        draft.apply(Answer(f"{name}#{which}", "value", value))
    added = [r for r in draft.finished()["evidence"] if r not in demo["evidence"]]
    assert added == [
        {"for": name, "grade": "customer_quote", "person": "shen", "date": "2026-11-20", "words": WORDS}
    ]
    deal = make_deal(draft.finished())
    assert View(deal, TODAY).value(deal.rows("pains")[0], "explicit_need") == [WORDS]
    assert "explicit-need" in held(deal, "step2_need")


def test_b42_a_note_without_their_words_states_no_need(make_deal: MakeDeal, demo: CONTENT) -> None:
    demo["evidence"].append(record("pains/late-tariffs/explicit_need", words=""))
    assert "explicit-need" not in held(make_deal(demo), "step2_need")
    demo["pains"][0]["explicit_need"] = "they need faster launches"
    assert "explicit-need" not in held(make_deal(demo), "step2_need")


def test_b42_the_plan_quotes_them(make_deal: MakeDeal, demo: CONTENT) -> None:
    demo["evidence"].append(record("pains/late-tariffs/explicit_need", words="We need it in a week."))
    assert "“We need it in a week.”" in part("known", brief(make_deal(demo), "shen"))


# --- B43: one id, one meaning -----------------------------------------------------------------


def test_b43_the_scales_share_no_id(playbook: Playbook) -> None:
    """Stages, relationship stages, quadrants, needs, priorities, roles: an id belongs to one of them."""
    scales = [
        ("people", "buying_roles"), ("people", "quadrant"), ("people", "relationship"), ("people", "stance"),
        ("pains", "need"), ("pains", "priority"), ("criteria", "quadrant"), ("commitments", "outcome"),
    ]  # fmt: skip
    held_by: dict[Any, tuple[str, str]] = {s.id: ("stages", "") for s in playbook.stages}
    for scale in scales:
        for ident in choices(playbook, *scale):
            assert held_by.setdefault(ident, scale) == scale, ident
    everything = {
        c.id for w in playbook.worksheets for f in w.fields.values() for c in f.choices if w.id != "rivals"
    }
    assert not everything & {"friend", "supplier", "partner", "outsider", "stage"}


# --- B45: trust is never done -----------------------------------------------------------------


def test_b45_trust_is_judged_as_of_today_and_wears_off(make_deal: MakeDeal, demo: CONTENT) -> None:
    """The step was left long ago; 180 days after the last act its exit is open again."""
    deal = make_deal(demo)
    assert deal.stages["step1_trust"].holds == "always"
    assert "two-interact" in held(deal, "step1_trust", date(2027, 5, 4))
    assert "two-interact" not in held(deal, "step1_trust", date(2027, 5, 5))


def test_b45_a_relationship_falls_one_stage_without_an_act(make_deal: MakeDeal, demo: CONTENT) -> None:
    deal = make_deal(demo)
    shen = deal.rows("people")[0]
    last_act = date(2026, 11, 19)  # her mail that confirmed the summary
    for days, stage in ((180, "r2_interact"), (181, "r1_known")):
        on = date.fromordinal(last_act.toordinal() + days)
        assert View(deal, on).value(shen, "relationship_now") == stage


def test_b45_nothing_marks_a_stage_done(playbook: Playbook) -> None:
    """No field of a stage or a deal's worksheets completes trust: only its exit, judged anew."""
    names = {n for w in playbook.worksheets for n in w.fields}
    assert not names & {"done", "completed", "trust", "trusted"}


# --- every section of the plan says what it is for ----------------------------------------------

FULL_VISIT: CONTENT = {
    "objective": "hear the number",
    "reason": "she asked how others got below two weeks",
    "stop_if": "the topic is closed",
    "objections": ["we have no time"],
    "tasks": ["say the three minutes aloud"],
    "commitments": [
        {
            "id": "minimum", "person": "shen", "action": "names who else is hit", "by": "2026-12-04",
            "costs": "information", "moves": "step2_need/impact",
        },
    ],
}  # fmt: skip
SHOWS = {
    "after": "Within a day",
    "agenda": "45",
    "attendees": "Shen Yu",
    "closing": "If that is too much: Shen Yu names who else is hit",
    "commitments": "names who else is hit",
    "criteria": "Against",
    "decider": "unknown",
    "header": "Stage 2 of 8",
    "known": "We are always a quarter late.",
    "limits": "No secrets of others",
    "objections": "“we have no time”",
    "opener": "praise",
    "pains": "a new tariff follows",
    "pitch_check": "Do not present yet",
    "preparation": "- [ ] say the three minutes aloud",
    "questions": "1. ",
    "reason": "she asked how others got below two weeks",
    "standing": "Red flag",
    "value": "counted",
}


@pytest.mark.parametrize("name", SHOWS)
def test_every_section_shows_what_it_is_for(make_deal: MakeDeal, demo: CONTENT, name: str) -> None:
    content = with_value(matrix(demo, "high", "stronger", "weaker"), EXPENSED, 900, 120)
    shown = part(name, brief(make_deal(content), "shen", "zhang", "gao", visit=FULL_VISIT))
    assert SHOWS[name] in shown


def test_the_agenda_takes_the_whole_visit(make_deal: MakeDeal, demo: CONTENT) -> None:
    for minutes in (10, 15, 20, 30, 45, 60, 90, 120):
        one = room(make_deal(demo), ["shen", "zhang"], minutes)
        lines = part(
            "agenda", Brief(one, {"people": ["shen", "zhang"]}, choose(one), one.deal.playbook.library)
        )
        rows = [line.split("|")[1].strip() for line in lines.splitlines()[2:]]
        assert sum(int(r) for r in rows) == minutes, (minutes, rows)


# --- plans, over all of them ------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("stage", STAGES)
def test_a_plan_can_be_written_at_every_stage(
    make_deal: MakeDeal, demo: CONTENT, stage: str, language: str
) -> None:
    """With an empty deal as with a full one, for nobody in the room as for everybody; the same bytes twice."""
    empty = {"stage": stage, "customer": "C", "title": "T"}
    for content, people in ((empty, []), ({**demo, "stage": stage}, ["shen", "zhang", "gao", "luo"])):
        first = render(brief(make_deal(content), *people, language=language))
        assert first == render(brief(make_deal(deepcopy(content)), *people, language=language))
        assert "{" not in first.replace("```", "") and "MISSING" not in first and "None" not in first


def test_a_field_of_every_kind_stands_in_some_worksheet(playbook: Playbook) -> None:
    """What the kinds can do is used: a kind that no worksheet names is one too many."""
    used: set[str] = set()

    def note(field: Field) -> None:
        used.update({field.kind} - {""})
        for inner in field.cell.values():
            note(inner)

    for sheet in playbook.worksheets:
        for field in sheet.fields.values():
            note(field)
    for name in used:
        assert kind(name)
    assert used >= {
        "text",
        "choice",
        "choices",
        "scale",
        "cells",
        "row",
        "rows",
        "money",
        "date",
        "criterion",
    }


def test_b44_a_late_entry_names_what_was_missed_and_what_to_make_up_for(
    make_deal: MakeDeal, demo: CONTENT
) -> None:
    late = {**demo, "stage": "step5_shield", "late_entry": True}
    shown = part("standing", brief(make_deal(late), "shen"))
    assert "Entered late" in shown and "Shape the purchase criteria" in shown
    assert "The customer stated the need in their own words" in shown
    assert "Entered late" not in part("standing", brief(make_deal({**late, "late_entry": False}), "shen"))
