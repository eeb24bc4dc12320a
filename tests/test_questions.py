"""The choice of questions: what must be true of every list for every room (METHOD.md §3, §5)."""

from collections.abc import Iterator
from copy import deepcopy
from itertools import combinations
from typing import Any

import pytest
from conftest import ROOT, MakeDeal, read_yaml, room

from salescoach import derived
from salescoach.coach.commitments import commitments
from salescoach.coach.questions import alternatives, choose
from salescoach.coach.room import Chosen, Room, hears_report, put_again
from salescoach.deal.deal import Deal
from salescoach.deal.evidence import Want
from salescoach.playbook.model import Playbook

DEMO = ROOT / "salescoach/demo/en/deals/haichuan-charging/deal.yaml"
SPIN = ("S", "P", "I", "N")
EVERYBODY = ("shen", "zhang", "gao", "luo")
ROOMS = [list(c) for count in (1, 2, 4) for c in combinations(EVERYBODY, count)]
SOME_ROOMS = [["shen"], ["gao"], ["shen", "zhang"], list(EVERYBODY)]
STAGES = ("step0_incubate", "step1_trust", "step2_need", "step3_value", "step4_criteria")


def said(*addresses: str, person: str = "shen", **more: Any) -> dict[str, Any]:
    """They said so the day before yesterday."""
    frame = {"grade": "customer_quote", "person": person, "date": "2026-11-19", "words": "so"}
    return {"for": list(addresses), **frame, **more}


def nothing_said(content: dict[str, Any]) -> None:
    content["evidence"] = []


def no_pains(content: dict[str, Any]) -> None:
    content["pains"] = []


def no_chain(content: dict[str, Any]) -> None:
    for pain in content["pains"]:
        del pain["chain"]


def no_roles(content: dict[str, Any]) -> None:
    for person in content["people"]:
        person["buying_roles"] = "unknown"


def cause_and_owner_told(content: dict[str, Any]) -> None:
    """Nothing is left to open a loop with: it begins with the problem."""
    content["evidence"] += [
        said(f"pains/{p['id']}/{f}") for p in content["pains"] for f in ("root_cause", "owner")
    ]
    for pain in content["pains"]:
        pain["root_cause"] = "by hand"


def only_unadmitted_pains(content: dict[str, Any]) -> None:
    """Several pains of our own making, nobody has admitted one, and nothing to begin a loop with."""
    nothing_said(content)
    content["pains"] += [{"id": f"p{n}", "symptom": f"symptom {n}", "owner": "shen"} for n in range(3)]
    cause_and_owner_told(content)


def many_admitted(content: dict[str, Any]) -> None:
    content["pains"] += [{"id": f"p{n}", "symptom": f"symptom {n}", "owner": "shen"} for n in range(3)]
    content["evidence"] += [said(f"pains/{p['id']}/symptom") for p in content["pains"]]


VARIANTS = (
    None, nothing_said, no_pains, no_chain, no_roles, cause_and_owner_told, only_unadmitted_pains, many_admitted,
)  # fmt: skip


@pytest.fixture(scope="module", params=VARIANTS, ids=lambda v: v.__name__ if v else "as it is")
def deal(request: pytest.FixtureRequest, playbook: Playbook) -> Deal:
    """The demo deal, changed in one respect."""
    content = read_yaml(DEMO)
    if request.param:
        request.param(content)
    return Deal("test", content, playbook, derived)


@pytest.fixture(scope="module")
def lists(deal: Deal) -> list[tuple[Room, list[Chosen]]]:
    """Rooms of the deal's people, short and long, at every stage, with the questions chosen for them."""
    return list(_lists(deal))


def _lists(deal: Deal) -> Iterator[tuple[Room, list[Chosen]]]:
    as_it_is = deal.content == read_yaml(DEMO)
    for stage in STAGES if as_it_is else STAGES[2:3]:
        moved = Deal(deal.ident, {**deal.content, "stage": stage}, deal.playbook, deal.derived)
        at_need = stage == "step2_need"
        for people in ROOMS if at_need else SOME_ROOMS:
            first = room(moved, people)
            for length in (10, 25, 60) if at_need else (45,):
                one = Room(first.deal, first.gate, first.people, length, first.language, first.today)
                yield one, choose(one)


Lists = list[tuple[Room, list[Chosen]]]


def test_every_list_keeps_the_rules(deal: Deal, lists: Lists) -> None:
    playbook = deal.playbook
    by_id = {q.id: q for q in playbook.questions}
    for one, chosen in lists:
        where = (
            one.gate.stage.id,
            one.people,
            one.minutes,
            [(c.question, c.person, c.about, c.waits) for c in chosen],
        )
        assert len(chosen) <= max(3, min(9, one.minutes // 5 - 1)), where
        assert len({(c.question, c.person, c.about) for c in chosen}) == len(chosen), where
        missing = {j.address for j in one.gate.judged if not j.holds}
        for at, c in enumerate(chosen):
            question, kind = by_id[c.question], playbook.types[c.type]
            assert c.person in one.people, where
            assert "{" not in c.text, where
            assert question.industry in ("", deal.industry), where
            assert not question.stages or one.gate.stage.id in question.stages, where
            assert not question.alone or len(one.people) == 1, where
            assert not (c.type in SPIN and hears_report(c.person, deal)), where
            assert kind.style != "report", where
            if kind.style == "commitment":
                assert at == len(chosen) - 1 and set(c.wins) & missing, where
        for name, kind in playbook.types.items():
            assert kind.limit is None or sum(c.type == name for c in chosen) <= kind.limit, where


def loops(chosen: list[Chosen]) -> dict[str, list[Chosen]]:
    """The questions about each pain, in order."""
    found: dict[str, list[Chosen]] = {}
    for c in chosen:
        if c.about.startswith("pains/") and c.type in SPIN:
            found.setdefault(c.about, []).append(c)
    return found


def test_a_short_visit_to_many_asks_no_more_than_there_is_time_for(playbook: Playbook) -> None:
    """More people without a question of their own than there are questions."""
    deal = Deal("test", {**read_yaml(DEMO), "stage": "step8_collect"}, playbook, derived)
    full = room(deal, list(EVERYBODY))
    for minutes in (10, 20):
        assert len(choose(Room(full.deal, full.gate, full.people, minutes, "en", full.today))) == 3


def test_each_pain_is_asked_about_in_order(lists: Lists) -> None:
    """S, P, I, N; no payoff straight after the problem, no implication left without a payoff (METHOD.md §3.4)."""
    for one, chosen in lists:
        for about, asked in loops(chosen).items():
            kinds = [c.type for c in asked]
            where = (one.gate.stage.id, one.people, one.minutes, about, kinds)
            assert kinds == sorted(kinds, key=SPIN.index), where
            assert "I" not in kinds or "N" in kinds, where
            assert not ("N" in kinds and "P" in kinds) or "I" in kinds, where


def test_what_waits_stands_behind_the_question_that_may_admit_it(lists: Lists) -> None:
    """B14: an implication of a pain nobody admitted is only there once its P is, put to the same person before."""
    for one, chosen in lists:
        for about, asked in loops(chosen).items():
            admitted = bool(one.view.proof(f"{about}/symptom", Want("customer_quote")).records)
            for at, c in enumerate(asked):
                where = (
                    one.gate.stage.id,
                    one.people,
                    one.minutes,
                    about,
                    [(a.type, a.waits) for a in asked],
                )
                assert c.waits == (c.type in "IN" and not admitted), where
                if c.waits:
                    assert any(b.type == "P" and b.person == c.person for b in asked[:at]), where


@pytest.mark.parametrize(("name", "limit"), [("S", 0), ("S", 1), ("I", 1), ("check", 1)])
def test_a_type_is_asked_no_more_than_its_limit(
    demo: dict[str, Any], playbook: Playbook, name: str, limit: int
) -> None:
    only_unadmitted_pains(demo)
    if name == "check":
        demo["stage"] = "step4_criteria"
    types = {**playbook.types, name: playbook.types[name].model_copy(update={"limit": limit})}
    deal = Deal("test", demo, playbook.model_copy(update={"types": types}), derived)
    assert sum(c.type == name for c in choose(room(deal, ["shen", "luo"], 90))) == limit


def test_a_loop_without_a_situation_question_never_loses_its_problem(
    demo: dict[str, Any], playbook: Playbook
) -> None:
    """The shorter the visit the less is asked, but what waits never stands there alone."""
    only_unadmitted_pains(demo)
    bare = playbook.model_copy(
        update={"questions": [q for q in playbook.questions if q.type not in ("S", "check")]}
    )
    deal = Deal("test", demo, bare, derived)
    for minutes in (10, 25, 30, 45):
        for people in (["shen"], ["shen", "zhang", "luo"]):
            one = room(deal, people, minutes)
            test_what_waits_stands_behind_the_question_that_may_admit_it([(one, choose(one))])


def test_nothing_is_asked_that_they_have_told(lists: Lists) -> None:
    for one, chosen in lists:
        for c in chosen:
            told = [a for a in c.opens if one.view.proof(a, Want("customer_quote")).records]
            if c.type in SPIN:
                assert not c.opens or len(told) < len(c.opens), (c.question, told)


def test_nobody_sits_there_without_a_question(deal: Deal, lists: Lists) -> None:
    """Everyone gets one where the visit is long enough and no report takes its time."""
    for one, chosen in lists:
        asked = {c.person for c in chosen}
        if one.minutes < 45 or any(hears_report(p, deal) for p in one.people):
            continue
        if one.gate.stage.id in ("step1_trust", "step2_need", "step4_criteria"):
            assert asked >= set(one.people), (one.gate.stage.id, one.people, sorted(asked))


def test_the_same_room_gets_the_same_questions(deal: Deal) -> None:
    one = room(deal, ["shen", "zhang"])
    assert choose(one) == choose(one)


def test_a_question_stored_in_a_deal_comes_back_as_it_was(deal: Deal) -> None:
    one = room(deal, ["shen", "zhang"])
    for c in choose(one):
        entry = {"id": c.question, "person": c.person, **({"about": c.about} if c.about else {})}
        assert put_again(one, entry) == c
        changed = put_again(one, {**entry, "words": "in my words"})
        assert changed == c._replace(text="in my words")


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ({"words": "my own"}, "my own"),
        ({"id": "gone-from-the-playbook", "words": "my own"}, "my own"),
        ({"id": "gone-from-the-playbook"}, None),
        ({}, None),
    ],
)
def test_a_question_of_the_rep_is_kept(
    make_deal: MakeDeal, demo: dict[str, Any], entry: dict[str, Any], text: str | None
) -> None:
    found = put_again(room(make_deal(demo), ["shen"]), {**entry, "person": "shen"} if entry else entry)
    assert (found.text if found else None) == text


def test_alternatives_open_the_same_for_the_same_person(deal: Deal) -> None:
    one = room(deal, ["shen", "zhang"])
    for c in choose(one):
        for other in alternatives(one, c):
            assert other.question != c.question
            same_place = set(other.opens) & set(c.opens) or set(other.wins) & set(c.wins)
            ask_for_an_act = deal.playbook.types[c.type].style == "commitment"
            assert ask_for_an_act or (same_place and other.person == c.person and other.type == c.type)


def test_longer_visits_never_ask_less(deal: Deal) -> None:
    counts = [len(choose(room(deal, ["shen", "zhang"], minutes=m))) for m in (15, 30, 45, 60)]
    assert counts == sorted(counts)


def test_the_deal_is_left_as_it_was(make_deal: MakeDeal, demo: dict[str, Any]) -> None:
    before = deepcopy(demo)
    choose(room(make_deal(demo), ["shen", "zhang"]))
    assert demo == before


# --- the demo visit, by example -----------------------------------------------------------------


def asked(make_deal: MakeDeal, content: dict[str, Any], *people: str, minutes: int = 45) -> list[Chosen]:
    return choose(room(make_deal(content), list(people), minutes))


def test_an_admitted_pain_is_not_asked_for_again(make_deal: MakeDeal, demo: dict[str, Any]) -> None:
    chosen = asked(make_deal, demo, "shen", "zhang")
    kinds = {about: [c.type for c in loop] for about, loop in loops(chosen).items()}
    assert set(kinds["pains/late-tariffs"]) == {"I", "N"}
    assert kinds["pains/billing-errors"][0] in ("S", "P")


def test_questions_about_a_pain_go_to_its_owner(make_deal: MakeDeal, demo: dict[str, Any]) -> None:
    for about, loop in loops(asked(make_deal, demo, "shen", "zhang")).items():
        assert {c.person for c in loop} == {"shen" if about == "pains/late-tariffs" else "zhang"}


def test_a_bound_chain_comes_before_general_questions(
    make_deal: MakeDeal, demo: dict[str, Any], playbook: Playbook
) -> None:
    loop = loops(asked(make_deal, demo, "zhang"))["pains/billing-errors"]
    own = next(c.order for c in playbook.chains if c.id == "TI-data")
    assert all(c.question in own for c in loop if c.type in "SP")


def test_the_first_commitment_wins_a_missing_must(make_deal: MakeDeal, demo: dict[str, Any]) -> None:
    one = room(make_deal(demo), ["shen", "zhang"])
    musts = {j.address for j in one.gate.judged if j.must and not j.holds}
    last = choose(one)[-1]
    assert one.deal.playbook.types[last.type].style == "commitment" and set(last.wins) & musts
    for offer in commitments(one):
        assert offer.action and offer.moves in {j.address for j in one.gate.judged if not j.holds}


def test_a_text_with_an_unknown_slot_is_not_offered(
    make_deal: MakeDeal, demo: dict[str, Any], playbook: Playbook
) -> None:
    """A number in a question must be theirs: our estimate does not fill the slot."""
    with_number = {q.id for q in playbook.questions if any("{number}" in t for t in (q.text or {}).values())}  # type: ignore[union-attr]
    assert with_number
    demo["pains"][0]["impacts"]["future"]["amount"] = 420000
    assert not with_number & {c.question for c in asked(make_deal, demo, "shen", "zhang", minutes=90)}
    one = room(make_deal(demo), ["shen"])
    entry = {"id": sorted(with_number)[0], "person": "shen", "about": "pains/late-tariffs"}
    assert put_again(one, entry) is None
    demo["evidence"].append(said("pains/late-tariffs/impacts/future", value=420000))
    found = put_again(room(make_deal(demo), ["shen"]), entry)
    assert found and "420,000" in found.text


def test_one_with_two_levels_of_role_gets_what_fits_their_level(
    make_deal: MakeDeal, demo: dict[str, Any]
) -> None:
    shen = demo["people"][0]
    shen["buying_roles"] = ["initiator", "decision_maker"]
    assert not hears_report("shen", make_deal(demo))
    assert any(c.type in SPIN for c in asked(make_deal, demo, "shen"))
    shen["level"] = "decision"
    assert hears_report("shen", make_deal(demo))
    assert not any(c.type in SPIN for c in asked(make_deal, demo, "shen"))


def test_someone_without_a_known_role_may_be_asked(make_deal: MakeDeal, demo: dict[str, Any]) -> None:
    no_roles(demo)
    assert any(c.type in SPIN for c in asked(make_deal, demo, "shen"))
