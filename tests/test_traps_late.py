"""The traps of METHOD.md §18 that apply to stages 5 to 8 and to what their plans say, one test or more for each row."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import MakeDeal
from test_plan_check import VISIT, brief_of, changed

from salescoach.deal.merge import merge
from salescoach.plan.brief import CUSTOMER, TEAM, Brief
from salescoach.plan.checks import flaws
from salescoach.plan.render import render
from salescoach.plan.sections import section
from salescoach.playbook.model import Playbook, Worksheet

CONTENT = dict[str, Any]
LATE = ("step5_shield", "step6_close", "step7_expect", "step8_collect")
BOTH = ("en", "zh")


def record(
    address: str, grade: str = "customer_document", person: str = "shen", value: Any = None, words: str = "so"
) -> CONTENT:
    frame = {"for": address, "grade": grade, "person": person, "date": "2026-11-20", "words": words}
    return frame if value is None else {**frame, "value": value}


def at(demo: CONTENT, stage: str, *people: str, **more: Any) -> CONTENT:
    """The demo deal at a stage, with these people in the planned visit."""
    content = merge(demo, {"stage": stage, **more})
    if people:
        next(a for a in content["activities"] if a["id"] == VISIT)["people"] = list(people)
    return content


def part(name: str, of: Brief) -> str:
    return section(name).render(of)


def sheet(playbook: Playbook, name: str) -> Worksheet:
    return next(w for w in playbook.worksheets if w.id == name)


def choices(playbook: Playbook, name: str, field: str) -> list[Any]:
    return [c.id for c in sheet(playbook, name).fields[field].choices]


# --- B02: no worry is told to who has not voiced it -------------------------------------------------

GUESS = "the group may merge next year"
VOICED = record("risks/merger/concern_words", "customer_quote", "gao", words="Who owns us in May?")


def worry(**more: Any) -> CONTENT:
    row = {"id": "merger", "concern": GUESS, "category": "strategic", "person": "gao", **more}
    return {"risks": [row]}


def to_the_customer(make_deal: MakeDeal, content: CONTENT) -> str:
    """Everything that the customer reads or hears: their page, and of ours the questions and the words."""
    brief = brief_of(make_deal, content)
    spoken = [q.text for q in brief.questions] + [part(n, brief) for n in ("opening", "opener", "closing")]
    return "\n".join([render(brief_of(make_deal, content, audience=CUSTOMER)), *spoken])


@pytest.mark.parametrize("people", [("gao",), ("shen", "zhang"), ("shen", "zhang", "gao", "luo")])
@pytest.mark.parametrize("stage", LATE)
def test_b02_a_guess_of_ours_is_neither_read_nor_said(
    make_deal: MakeDeal, demo: CONTENT, stage: str, people: tuple[str, ...]
) -> None:
    content = at(demo, stage, *people, **worry(prevention_plan="licences that move with them"))
    assert GUESS in render(brief_of(make_deal, content)), "ours to know"
    told = to_the_customer(make_deal, content)
    assert GUESS not in told and "licences that move" not in told


def test_b02_once_voiced_it_is_answered_in_their_words(make_deal: MakeDeal, demo: CONTENT) -> None:
    content = at(
        demo, "step6_close", **worry(prevention_plan="licences that move with them"), evidence=[VOICED]
    )
    told = to_the_customer(make_deal, content)
    assert "licences that move" in told and GUESS not in told
    assert "Who owns us in May?" in part("risks", brief_of(make_deal, content))


def test_b02_what_we_hear_ourselves_say_voices_nothing(make_deal: MakeDeal, demo: CONTENT) -> None:
    ours = {**VOICED, "grade": "seller_opinion"}
    content = at(
        demo, "step6_close", **worry(prevention_plan="licences that move with them"), evidence=[ours]
    )
    assert "licences that move" not in to_the_customer(make_deal, content)
    assert "nobody has voiced them" in part("risks", brief_of(make_deal, content))


# --- B03: prevention first, the remedy in reserve ---------------------------------------------------

PLAN = {"prevention_plan": "licences that move with them"}
REMEDY = {"remedy_plan": "a free second year", "remedy_approver": "zhao-peng"}
IN_RESERVE = [
    ("delivery", {}, False),
    ("delivery", PLAN, False),
    ("delivery", {**PLAN, "customer_reaction": "accepted"}, False),
    ("delivery", {**PLAN, "customer_reaction": "new_worry"}, False),
    ("delivery", {"customer_reaction": "still_worried"}, False),
    ("delivery", {**PLAN, "customer_reaction": "still_worried"}, True),
    ("strategic", {}, False),
    ("strategic", PLAN, True),
]


@pytest.mark.parametrize(("category", "tried", "ready"), IN_RESERVE)
def test_b03_a_remedy_is_no_part_of_the_plan_before_prevention_was_tried(
    make_deal: MakeDeal, demo: CONTENT, category: str, tried: CONTENT, ready: bool
) -> None:
    """For a strategic worry it is drafted at once, beside the prevention; the customer never reads it."""
    row = worry(**{**REMEDY, "category": category, **tried})
    content = at(demo, "step6_close", **row, evidence=[VOICED])
    brief = brief_of(make_deal, content)
    reserve = part("reserve", brief)
    assert ("only if the worry stays and Zhao Peng approves: a free second year" in reserve) is ready
    assert ("a free second year" in render(brief)) is ready
    assert "a free second year" not in part("risks", brief) + to_the_customer(make_deal, content)


@pytest.mark.parametrize("stage", LATE[:2])
def test_b03_prevention_stands_before_the_remedy(make_deal: MakeDeal, demo: CONTENT, stage: str) -> None:
    row = worry(**PLAN, **REMEDY, customer_reaction="still_worried")
    plan = render(brief_of(make_deal, at(demo, stage, **row, evidence=[VOICED])))
    places = [plan.find(words) for words in ("licences that move", "a free second year")]
    assert -1 < places[0] < places[1]


# --- B07: shielding before our strengths --------------------------------------------------------------

READY: CONTENT = {
    "evidence": [
        record("pains/late-tariffs/explicit_need", "customer_quote", words="We need it in a week."),
        record("harms/late/voiced", "customer_quote", words="A Friday night would cost us the month."),
    ],
    "harms": [{"id": "late", "harm": "your bills go out late"}],
}
NOT_YET: dict[str, CONTENT] = {
    "background": {"evidence": []},
    "pain": {"evidence": READY["evidence"][1:]},
    "decider": {},
    "shielded": {"evidence": READY["evidence"][:1]},
}


@pytest.mark.parametrize("stage", ["step2_need", "step4_criteria", "step5_shield"])
def test_b07_four_answers_before_anything_is_presented(
    make_deal: MakeDeal, demo: CONTENT, stage: str
) -> None:
    shown = part("pitch_check", brief_of(make_deal, at(demo, stage, "gao", **READY)))
    assert ": no" not in shown and shown.endswith("All four hold: you may present.")


@pytest.mark.parametrize("lacking", NOT_YET)
def test_b07_one_no_is_enough_not_to_present(make_deal: MakeDeal, demo: CONTENT, lacking: str) -> None:
    if lacking == "background":
        demo["evidence"] = []
    people = ("shen",) if lacking == "decider" else ("gao",)
    content = at(demo, "step5_shield", *people, **{**READY, **NOT_YET[lacking]})
    shown = part("pitch_check", brief_of(make_deal, content))
    assert "Do not present yet." in shown and shown.count(": no") == (3 if lacking == "background" else 1)


@pytest.mark.parametrize("language", BOTH)
def test_b07_the_ways_are_weighed_before_we_show_anything(
    make_deal: MakeDeal, demo: CONTENT, language: str
) -> None:
    """The agenda has the comparison first and our own slot after it; of the ways ours stands last."""
    ways = [
        {"id": "o", "name": "a rule engine", "kind": "ours"},
        {"id": "k", "name": "by hand", "kind": "cheapest"},
    ]
    brief = brief_of(make_deal, at(demo, "step5_shield", options=ways), language=language)
    assert brief.variant and brief.variant.agenda
    agenda, shield = part("agenda", brief), part("shield", brief)
    assert agenda.index(brief.pick(brief.variant.agenda[0].what)) < agenda.index(brief.say("agenda-ours"))
    assert shield.index("by hand") < shield.index("a rule engine")


# --- B08: harm to the customer, no name -----------------------------------------------------------------

SHOWABLE = {"check": "arrival times in writing", "we_pass": True, "proof": "log", "verified_on": "2026-11-01"}


@pytest.mark.parametrize("name", ["Xunheng", "XUNHENG", "Ｘｕｎｈｅｎｇ"])
def test_b08_a_harm_that_bears_a_name_is_stopped(make_deal: MakeDeal, demo: CONTENT, name: str) -> None:
    """As a question by the check, on the customer's page by leaving it out, even once they voiced it."""
    said = f"arrival times, {name} among others"
    named = {"id": "late", "harm": f"with {name} your bills go out late", **SHOWABLE, "check": said}
    content = at(demo, "step5_shield", harms=[named], evidence=READY["evidence"][1:])
    asked = {"visit/questions": [{"id": "H-row", "person": "shen", "about": "harms/late"}]}
    found = {f.rule for f in flaws(brief_of(make_deal, changed(content, {"instead": asked}), ["Xunheng"]))}
    assert "rival-named" in found
    assert "arrival times" not in render(brief_of(make_deal, content, ["Xunheng"], CUSTOMER))
    assert "arrival times" in render(brief_of(make_deal, content, ["Somebody"], CUSTOMER))


def test_b08_no_question_about_harm_speaks_of_another_supplier(playbook: Playbook) -> None:
    texts = [q.text for q in playbook.questions if q.type == "harm"]
    assert len(texts) > 20
    for text in texts:
        assert isinstance(text, dict)
        assert not re.search(r"\b(competitor|rival|they are|their product)", text["en"], re.IGNORECASE)
        assert not re.search("对手|竞争|别家不|他们家", text["zh"])


def test_b08_every_harm_the_company_knows_has_a_check_for_all(playbook: Playbook) -> None:
    """A flaw alone is none: what the customer can ask of everybody, us included, stands beside it."""
    rows = playbook.library.rows["harms"]
    assert len(rows) > 3
    assert [r.id for r in rows if not {"harm", "check"} <= set(r.fills)] == []


# --- B10: a failed gate ends the bid ---------------------------------------------------------------------

BID: CONTENT = {
    "criteria": [
        {
            "id": "c", "name": "two weeks", "importance": "high", "we_are": {"incumbent": "stronger"},
            "in_customer_list": "listed",
        },
    ],
    "bid": {"formula": "low_price_first", "price_weight": 30, "realistic_gap": 99, "gates_failed": False},
    "bids": [{"id": "o", "name": "ours", "ours": True, "price": 900}, {"id": "a", "name": "A", "price": 1000}],
}  # fmt: skip


@pytest.mark.parametrize("language", BOTH)
def test_b10_a_killer_that_is_a_gate_is_no_bid_however_good_the_rest(
    make_deal: MakeDeal, demo: CONTENT, language: str
) -> None:
    for failed in (False, True):
        content = at(demo, "step5_shield", **merge(BID, {"bid": {"gates_failed": failed}}))
        brief = brief_of(make_deal, content, language=language, asks=False)
        assert (brief.say("bid-go") in part("bid", brief)) is not failed
        assert (brief.say("bid-stop") in part("bid", brief)) is failed


def test_b10_a_killer_comes_with_an_honest_move(
    make_deal: MakeDeal, demo: CONTENT, playbook: Playbook
) -> None:
    row = {"id": "c", "name": "engineers on site", "importance": "high", "we_are": {"incumbent": "weaker"}}
    brief = brief_of(make_deal, at(demo, "step5_shield", criteria=[{**row, "counter_move": "hide"}]))
    killer = next(c for c in sheet(playbook, "criteria").fields["quadrant"].choices if c.id == "killer")
    shown = part("criteria", brief)
    assert brief.pick(killer.label) in shown and brief.pick(killer.advice) in shown and "hide" not in shown


# --- B20: no limits before signature and first money ---------------------------------------------------------

SIGNED = {"signed_on": "2026-11-10"}
BY_SIGNING = record("contract/signed_on", value="2026-11-10")
IN = {"prepayment": "agreed", "prepaid_on": "2026-11-18"}
BY_SLIP = record("contract/prepaid_on", value="2026-11-18")
DATED = {"prepayment": "none_agreed", "first_trigger": "2027-01-31"}
BY_CLAUSE = record("contract/first_trigger", value="2027-01-31")
GATE = {
    "nothing": ({}, [], False),
    "signed": (SIGNED, [BY_SIGNING], False),
    "prepaid, not signed": (IN, [BY_SLIP], False),
    "signed, a prepayment agreed": ({**SIGNED, "prepayment": "agreed"}, [BY_SIGNING], False),
    "signed and prepaid": ({**SIGNED, **IN}, [BY_SIGNING, BY_SLIP], True),
    "typed alone": ({**SIGNED, **IN}, [], False),
    "our own word for it": (
        {**SIGNED, **IN},
        [{**BY_SIGNING, "grade": "seller_action"}, {**BY_SLIP, "grade": "seller_action"}],
        False,
    ),
    "they say it was sent": ({**SIGNED, **IN}, [BY_SIGNING, {**BY_SLIP, "grade": "customer_quote"}], False),
    "the slip is for another day": (
        {**SIGNED, **IN},
        [BY_SIGNING, {**BY_SLIP, "value": "2026-11-17"}],
        False,
    ),
    "none agreed": ({**SIGNED, "prepayment": "none_agreed"}, [BY_SIGNING], False),
    "none agreed, the first payment dated": ({**SIGNED, **DATED}, [BY_SIGNING, BY_CLAUSE], True),
    "dated, not signed": (DATED, [BY_CLAUSE], False),
    "dated, though a prepayment is agreed": (
        {**SIGNED, **DATED, "prepayment": "agreed"},
        [BY_SIGNING, BY_CLAUSE],
        False,
    ),
    "a slip, though none is agreed": (
        {**SIGNED, **IN, "prepayment": "none_agreed"},
        [BY_SIGNING, BY_SLIP],
        False,
    ),
}
LIMITS = [
    {"id": "site", "topic": "engineer on site", "level": "two days", "limit": "from the fourth month by order"},
    {
        "id": "night", "topic": "calls at night", "level": "one number", "limit": "not on holidays", "told_to": "zhang",
        "told_on": "2026-11-19",
    },
]  # fmt: skip


@pytest.mark.parametrize("state", GATE)
def test_b20_limits_have_two_conditions(make_deal: MakeDeal, demo: CONTENT, state: str) -> None:
    """The plan, the check, the customer's page and the coach's own choice of questions agree on it."""
    contract, proofs, is_open = GATE[state]
    content = at(demo, "step7_expect", contract=contract, evidence=proofs, expectations=LIMITS)
    brief = brief_of(make_deal, content)
    assert ("No word about limits yet" in part("expectations", brief)) is not is_open
    assert ("No word about limits yet" in part("landmines", brief)) is not is_open
    assert ("from the fourth month" in part("expectations", brief)) is is_open
    page = render(brief_of(make_deal, content, audience=CUSTOMER))
    assert ("not on holidays" in page) is is_open
    assert "from the fourth month" not in page, "nobody reads first what nobody told them"
    assert is_open or "limit" not in {q.type for q in brief.questions}
    asked = {"visit/questions": [{"id": "LIMIT-row-scope", "person": "zhang", "about": "expectations/site"}]}
    found = {f.rule for f in flaws(brief_of(make_deal, changed(content, {"instead": asked})))}
    assert ("question-locked" in found) is not is_open


# --- B21: first the mood, then the matter --------------------------------------------------------------------

ANGRY = {"id": "bills", "problem": "wrong first bills", "person": "zhang", "mood": "angry"}


@pytest.mark.parametrize("people", [("zhang",), ("shen", "zhang"), ("shen", "zhang", "luo")])
def test_b21_how_it_felt_is_asked_before_anything_else(
    make_deal: MakeDeal, demo: CONTENT, people: tuple[str, ...]
) -> None:
    """And it has its block in the agenda, before the questions and before what is to be done."""
    brief = brief_of(make_deal, at(demo, "step7_expect", *people, issues=[ANGRY]))
    kinds = [q.type for q in brief.questions]
    assert kinds[0] == "care" and kinds == sorted(kinds, key=list(brief.deal.playbook.types).index)
    assert brief.variant
    mood, matter = (brief.pick(block.what) for block in brief.variant.agenda)
    agenda = part("agenda", brief)
    assert agenda.index(mood) < min(agenda.index(matter), agenda.index("question"))


def test_b21_the_one_who_repairs_does_not_apologise(make_deal: MakeDeal, demo: CONTENT) -> None:
    for listens, fault in (("lin-qing", False), ("zhao-peng", True)):
        row = {**ANGRY, "heard_by": listens, "fixer": "zhao-peng"}
        shown = part("problems", brief_of(make_deal, at(demo, "step7_expect", issues=[row])))
        assert ("not one person for both" in shown) is fault
        assert "whoever repairs does not apologise for us" in shown


def test_b21_no_repair_is_spoken_of_before_somebody_listened(
    make_deal: MakeDeal, demo: CONTENT, playbook: Playbook
) -> None:
    """However far the matter is: a date of the repair does not skip the listening."""
    row = {**ANGRY, "next_agreed": "new rules by Friday", "fixed_on": "2026-11-19", "fixer": "zhao-peng"}
    brief = brief_of(make_deal, at(demo, "step7_expect", issues=[row]))
    first, *later = sheet(playbook, "issues").fields["state"].choices
    shown = part("problems", brief)
    assert brief.pick(first.advice) in shown
    assert [c.id for c in later if c.advice and brief.pick(c.advice) in shown] == []


# --- B28: a person's private matters ----------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["ask about his religion", "打听一下病史"])
def test_b28_a_plan_that_notes_them_is_pointed_out(make_deal: MakeDeal, demo: CONTENT, words: str) -> None:
    found = flaws(brief_of(make_deal, changed(demo, {"visit": {"tasks": [words]}})))
    assert [(f.rule, f.facts["gate"]) for f in found] == [("line-crossed", "G4_personal_data")]


def test_b28_no_worksheet_has_a_place_for_them(playbook: Playbook) -> None:
    names = {n for w in playbook.worksheets for n in w.fields}
    assert not {n for n in names if re.search("religio|health|child|birthday|family|politic", n)}


# --- B29: the cheapest is not always the best ---------------------------------------------------------------------


def needed(make_deal: MakeDeal, demo: CONTENT, formula: str, ours: int) -> list[float]:
    bids = [{"id": f"b{p}", "name": str(p), "price": p, "ours": p == ours} for p in (1000, 1090, 1150)]
    content = at(demo, "step5_shield", bid={"formula": formula, "price_weight": 30}, bids=bids)
    shown = part("bid", brief_of(make_deal, content, asks=False))
    return [float(n) for n in re.findall(r"outside price: ([\d.]+) \(", shown)]


def test_b29_around_the_mean_the_cheapest_has_points_to_win(make_deal: MakeDeal, demo: CONTENT) -> None:
    for formula, cheapest, middle in (
        ("low_price_first", 0, 2.48),
        ("linear_from_low", 0, 2.7),
        ("average_benchmark", 2.78, 0),
        ("mean_fifty", 0, 2.5),
    ):
        assert needed(make_deal, demo, formula, 1000) == [cheapest]
        assert needed(make_deal, demo, formula, 1090) == [middle]


def test_b29_while_the_formula_is_unknown_each_is_tried(make_deal: MakeDeal, demo: CONTENT) -> None:
    assert needed(make_deal, demo, "unknown", 1000) == [0, 0, 2.78, 0]


# --- B30: rules vary by tender, law and time -----------------------------------------------------------------------


@pytest.mark.parametrize("weight", [1, 5, 29, 75, 100])
def test_b30_no_weight_of_the_price_is_refused(make_deal: MakeDeal, demo: CONTENT, weight: int) -> None:
    """What is allowed is for the tender and for counsel; we compute what is written."""
    content = at(demo, "step5_shield", **merge(BID, {"bid": {"price_weight": weight}}))
    assert f"| ours | 900 | {weight:.2f} |" in part("bid", brief_of(make_deal, content, asks=False))


def test_b30_rules_count_as_checked_with_a_source_and_a_day(make_deal: MakeDeal, demo: CONTENT) -> None:
    source, day = {"rules_source": "tender, page 31"}, {"rules_checked_on": "2026-11-20"}
    for known, checked in (({}, False), (source, False), (day, False), ({**source, **day}, True)):
        content = at(demo, "step5_shield", **merge(BID, {"bid": known}))
        shown = part("bid", brief_of(make_deal, content, asks=False))
        assert ("Rules not checked" in shown) is not checked
        assert ("Rules: tender, page 31, checked 20 November 2026." in shown) is checked


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts_in(inner)


def test_b30_no_law_and_no_limit_of_a_law_stands_in_the_playbook(playbook: Playbook) -> None:
    texts = list(texts_in(playbook.model_dump()))
    english = r"\bArt(icle|\.) ?\d|\bOrder \d|\bLPR\b"
    chinese = r"\d+号令|[法例]》?第[\d一二三四五六七八九十]+条|民法典|招标投标法"
    law = re.compile(f"{english}|{chinese}")
    assert len(texts) > 5000
    assert [t for t in texts if law.search(t)] == []


# --- B37: three causes, and only the disputed part waits ------------------------------------------------------------

DUE = {
    "id": "p", "name": "first part", "amount": 48000, "due": "2026-11-01", "paid": "nothing",
    "last_step": "letter_1",
}  # fmt: skip


def payments(make_deal: MakeDeal, demo: CONTENT, **more: Any) -> str:
    content = at(demo, "step8_collect", payments=[{**DUE, **more}])
    return part("payments", brief_of(make_deal, content, asks=False))


def test_b37_that_they_cannot_pay_is_no_cause(make_deal: MakeDeal, demo: CONTENT, playbook: Playbook) -> None:
    assert choices(playbook, "payments", "cause") == ["fraud", "quality_refusal", "unwilling"]
    assert "a finding about the customer, not a cause" in payments(make_deal, demo, cannot_pay=True)
    assert "a finding about" not in payments(make_deal, demo, cannot_pay=False)
    assert "unable" not in payments(make_deal, demo, cause="unable", cannot_pay=True)


@pytest.mark.parametrize(
    ("disputed", "received", "line"),
    [
        (8000, None, "8,000 disputed; the other 40,000 is due at once."),
        (8000, 30000, "8,000 disputed; the other 10,000 is due at once."),
        (8000, 40000, "8,000 disputed; the other 0 is due at once."),
        (48000, None, "48,000 disputed; the other 0 is due at once."),
        (0.5, None, "0.5 disputed; the other 47,999.5 is due at once."),
    ],
)
def test_b37_the_undisputed_rest_is_due(
    make_deal: MakeDeal, demo: CONTENT, disputed: float, received: int | None, line: str
) -> None:
    came = {"paid": "part", "received": received} if received else {}
    assert line in payments(make_deal, demo, dispute="open", disputed_amount=disputed, **came)


def test_b37_a_dispute_about_a_part_does_not_stop_the_ladder(
    make_deal: MakeDeal, demo: CONTENT, playbook: Playbook
) -> None:
    rung = next(c for c in sheet(playbook, "payments").fields["rung"].choices if c.id == "letter_2")
    assert isinstance(rung.label, dict)
    shown = payments(make_deal, demo, dispute="open", disputed_amount=8000)
    assert f"first part: {rung.label['en']}" in shown


# --- B41: allies speak for themselves ---------------------------------------------------------------------------------


@pytest.mark.parametrize("language", BOTH)
def test_b41_nobody_is_told_what_to_say(
    make_deal: MakeDeal, demo: CONTENT, playbook: Playbook, language: str
) -> None:
    """The worksheet has no place for lines, and the plan says so wherever it names an ally."""
    assert not {n for n in sheet(playbook, "allies").fields if re.search("line|script|say|words", n)}
    row = {"id": "a", "function": "challenger", "person": "luo", "topic": "the joint test"}
    brief = brief_of(make_deal, at(demo, "step5_shield", allies=[row]), language=language)
    assert brief.say("ally-rule") in part("allies", brief)


@pytest.mark.parametrize("language", BOTH)
def test_b41_a_member_of_the_panel_is_in_nobodys_plan(
    make_deal: MakeDeal, demo: CONTENT, language: str
) -> None:
    row = {
        "id": "a",
        "function": "challenger",
        "person": "luo",
        "topic": "the joint test",
        "occasion": "the 9th",
    }
    for on_panel in (False, True):
        content = at(demo, "step5_shield", allies=[{**row, "on_panel": on_panel}])
        brief = brief_of(make_deal, content, language=language)
        assert ("the joint test" in part("allies", brief)) is not on_panel
        assert (brief.say("on-panel", who="Luo Jing") in part("allies", brief)) is on_panel
        assert ("ally-on-panel" in {f.rule for f in flaws(brief)}) is on_panel


def test_b41_allies_stay_in_the_house(make_deal: MakeDeal, demo: CONTENT) -> None:
    row = {
        "id": "a",
        "function": "speaker",
        "person": "zhang",
        "topic": "month end trial",
        "evidence": "test record",
    }
    content = at(
        demo, "step5_shield", allies=[row], evidence=[record("allies/a/topic"), record("allies/a/evidence")]
    )
    assert "test record" in render(brief_of(make_deal, content, audience=TEAM))
    shown = render(brief_of(make_deal, content, audience=CUSTOMER))
    assert "month end trial" not in shown and "test record" not in shown
