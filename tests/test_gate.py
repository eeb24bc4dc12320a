"""The gate of a stage: what must hold, as of which day, and what is missing in which order."""

from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from conftest import TODAY, MakeDeal, small_playbook

from salescoach.coach import gate
from salescoach.playbook.model import Playbook

WORKSHEETS = [
    {"id": "people", "table": "Person", "fields": {"name": {"kind": "text", "label": "Name"}}},
    {
        "id": "pains",
        "table": "Pain",
        "fields": {"symptom": {"kind": "text", "label": "S"}, "cause": {"kind": "text", "label": "C"}},
    },
]


def stage(ident: str, **more: Any) -> dict[str, Any]:
    """A stage of three events `a`, `b`, `c`; `musts`, `full_musts`, `only_full` name some of them."""
    musts, full = more.pop("musts", ""), more.pop("full_musts", "")
    applies = more.pop("only_full", "")
    criteria = [
        {
            "id": c,
            "title": c,
            "requires": [{"evidence": "customer_quote"}],
            "must": "always" if c in musts else "full" if c in full else None,
            "applies": "full" if c in applies else "always",
        }
        for c in "abc"
    ]
    frame = {"title": ident, "goal": "g", "entry": [], "actions": [], "tips": [], "mistakes": [], "bad": "b"}
    return {
        "id": ident,
        **frame,
        "steps": [],
        "exit": {"pass": more.pop("needs", 2), "criteria": criteria},
        **more,
    }


def playbook(*stages: dict[str, Any]) -> Playbook:
    return small_playbook(WORKSHEETS, stages=list(stages))


def deal_with(held: str, day: str = "2026-11-20", at: str = "one", **more: Any) -> dict[str, Any]:
    """A deal in stage `at` whose events `held` are proven on `day`."""
    records = [{"for": f"{at}/{c}", "grade": "customer_quote", "person": "shen", "date": day} for c in held]
    return {"stage": at, "people": [{"id": "shen"}], "evidence": records, **more}


@pytest.mark.parametrize(
    ("needs", "musts", "held", "passes"),
    [
        (2, "", "", False),
        (2, "", "a", False),
        (2, "", "ac", True),
        (2, "", "abc", True),
        (2, "a", "bc", False),
        (2, "a", "ab", True),
        (3, "ab", "ab", False),
        (3, "ab", "abc", True),
        (1, "ab", "a", False),
    ],
)
def test_enough_criteria_with_all_musts_among_them(
    make_deal: MakeDeal, needs: int, musts: str, held: str, passes: bool
) -> None:
    of = playbook(stage("one", needs=needs, musts=musts))
    found = gate.judge(of.stages[0], make_deal(deal_with(held), of), TODAY)
    assert (found.passes, found.held, found.needs) == (passes, len(held), needs)
    assert [j.must for j in found.judged] == [c in musts for c in "abc"]


@pytest.mark.parametrize(
    ("rigour", "held", "passes", "count"),
    [
        ("light", "ab", True, 2),
        ("light", "a", True, 2),
        ("light", "", False, 2),
        ("full", "a", False, 3),
        ("full", "ab", False, 3),
        ("full", "ac", True, 3),
        (None, "ab", False, 3),
    ],
)
def test_light_and_full_rigour(
    make_deal: MakeDeal, rigour: str | None, held: str, passes: bool, count: int
) -> None:
    """`c` applies, and is a must, only at full rigour; nothing said is full."""
    of = playbook(stage("one", needs={"light": 1, "full": 2}, full_musts="c", only_full="c"))
    found = gate.judge(of.stages[0], make_deal(deal_with(held, rigour=rigour), of), TODAY)
    assert (found.passes, len(found.judged)) == (passes, count)


def test_more_cannot_be_needed_than_there_are(make_deal: MakeDeal) -> None:
    of = playbook(stage("one", needs=3, only_full="c"))
    found = gate.judge(of.stages[0], make_deal(deal_with("ab", rigour="light"), of), TODAY)
    assert found.passes and found.needs == 2


LEFT = [{"stage": "one", "entered": "2026-01-01", "left": "2026-02-01", "by": "lin", "reason": "r"}]


def test_a_stage_that_was_left_is_judged_as_of_that_day(make_deal: MakeDeal) -> None:
    """A year later its quotes have expired; the exit was earned all the same (FORMAT.md §5, trap 3)."""
    of = playbook(stage("one"), stage("two"))
    content = deal_with("ab", "2026-01-20", stage_history=LEFT) | {"stage": "two"}
    assert gate.judge(of.stages[0], make_deal(content, of), date(2027, 3, 1)).passes
    later = deal_with("ab", "2026-02-02", stage_history=LEFT) | {"stage": "two"}
    assert not gate.judge(of.stages[0], make_deal(later, of), date(2027, 3, 1)).passes


@pytest.mark.parametrize(
    ("now", "shown", "passes"),
    [
        (3, {"2026-01-20": 2, "2026-03-01": 3}, True),
        (1, {"2026-01-20": 2, "2026-03-01": 1}, True),
        (3, {"2026-01-10": 1, "2026-01-20": 2, "2026-03-01": 3}, True),
        (3, {"2026-01-20": 1, "2026-03-01": 3}, False),
        (3, {"2026-03-01": 3}, False),
        (3, {"2026-01-20": 2}, False),
        (3, {"2026-01-20": 2, "2026-01-25": 3}, True),
    ],
)
def test_what_changed_after_a_stage_was_left_changes_nothing_in_its_exit(
    make_deal: MakeDeal, now: int, shown: dict[str, int], passes: bool
) -> None:
    """A value counts as it was on that day; one that nobody has shown yet is only written."""
    one = stage("one", needs=1)
    one["exit"]["criteria"][0]["requires"] = [
        {"rows": "pains", "at_least": 1, "have": {"level": {"at_least": 2, "proven_by": "customer_quote"}}}
    ]
    level = {"kind": "scale", "label": "L", "choices": [{"id": i, "label": str(i)} for i in (1, 2, 3)]}
    pains = {**WORKSHEETS[1], "fields": {"level": level}}
    of = small_playbook([WORKSHEETS[0], pains], stages=[one, stage("two")])
    records = [
        {"for": "pains/p/level", "grade": "customer_quote", "person": "shen", "date": day, "value": value}
        for day, value in shown.items()
    ]
    content = deal_with("", stage_history=LEFT) | {"stage": "two", "evidence": records}
    deal = make_deal(content | {"pains": [{"id": "p", "level": now}]}, of)
    assert gate.judge(of.stages[0], deal, date(2026, 3, 2)).passes is passes


def test_a_stage_that_holds_always_is_judged_as_of_today(make_deal: MakeDeal) -> None:
    of = playbook(stage("one", holds="always"), stage("two"))
    content = deal_with("ab", "2026-01-20", stage_history=LEFT) | {"stage": "two"}
    assert gate.judge(of.stages[0], make_deal(content, of), date(2026, 4, 20)).passes
    assert not gate.judge(of.stages[0], make_deal(content, of), date(2026, 4, 21)).passes


def test_the_current_stage_is_judged_as_of_today(make_deal: MakeDeal) -> None:
    of = playbook(stage("one"), stage("two"))
    deal = make_deal(deal_with("ab", "2026-01-20"), of)
    assert gate.judge(of.stages[0], deal, date(2026, 4, 20)).passes
    assert not gate.judge(of.stages[0], deal, date(2026, 4, 21)).passes


def test_a_stage_that_the_deal_went_back_to_is_judged_as_of_today(make_deal: MakeDeal) -> None:
    """A deal moves backwards (METHOD.md §1.4): what was earned the first time has to be true again."""
    of = playbook(stage("one"), stage("two"))
    back = [
        *LEFT,
        {"stage": "two", "entered": "2026-02-01", "left": "2026-05-01"},
        {"stage": "one", "entered": "2026-05-01"},
    ]
    deal = make_deal(deal_with("ab", "2026-01-20", stage_history=back), of)
    assert not gate.judge(of.stages[0], deal, date(2026, 11, 1)).passes


@pytest.mark.parametrize("history", [None, "x", [1, "x", {}], [{"stage": "one", "left": "some day"}]])
def test_a_history_that_cannot_be_read_is_none(make_deal: MakeDeal, history: Any) -> None:
    of = playbook(stage("one"), stage("two"))
    deal = make_deal(deal_with("ab", stage_history=history) | {"stage": "two"}, of)
    assert gate.judge(of.stages[0], deal, TODAY).passes


def test_a_quote_alone_is_enough_only_where_the_stage_says_so(make_deal: MakeDeal) -> None:
    of = playbook(stage("one"), stage("two", quote_alone=False))
    assert gate.judge(of.stages[0], make_deal(deal_with("ab"), of), TODAY).passes
    content = deal_with("ab", at="two")
    assert not gate.judge(of.stages[1], make_deal(content, of), TODAY).passes
    second = deepcopy(content)
    second["people"].append({"id": "gao"})
    second["evidence"] += [{**r, "person": "gao"} for r in content["evidence"]]
    assert gate.judge(of.stages[1], make_deal(second, of), TODAY).passes


def test_what_is_missing_comes_musts_first_and_once(make_deal: MakeDeal) -> None:
    """Then the criterion that lacks least; a gap of several criteria is listed with the first of them."""
    one = stage("one", musts="c")
    one["exit"]["criteria"][0]["requires"] = [
        {"rows": "pains", "at_least": 1, "have": {"symptom": "known", "cause": "known"}}
    ]
    one["exit"]["criteria"][1]["requires"] = [{"rows": "pains", "at_least": 1, "have": {"cause": "known"}}]
    of = playbook(one)
    deal = make_deal({"stage": "one", "pains": [{"id": "p"}]}, of)
    found = gate.gaps_in_order(gate.judge(of.stages[0], deal, TODAY))
    assert [(j.criterion.id, g.address) for j, g in found] == [
        ("c", "one/c"), ("b", "pains/p/cause"), ("a", "pains/p/symptom"),
    ]  # fmt: skip


def test_what_holds_has_no_gap(make_deal: MakeDeal) -> None:
    of = playbook(stage("one"))
    found = gate.gaps_in_order(gate.judge(of.stages[0], make_deal(deal_with("ab"), of), TODAY))
    assert [g.address for _, g in found] == ["one/c"]


def test_the_next_stage_is_the_next_in_the_file(make_deal: MakeDeal) -> None:
    of = playbook(stage("two"), stage("one"))
    deal = make_deal({}, of)
    following = gate.next_stage(of.stages[0], deal)
    assert following and following.id == "one"
    assert gate.next_stage(of.stages[1], deal) is None


def test_the_demo_deal_stands_where_its_file_says(make_deal: MakeDeal, demo: dict[str, Any]) -> None:
    """Two exits earned, the third open on its two musts: nothing of it comes from what we did or feel."""
    deal = make_deal(demo)
    gates = {i: gate.judge(s, deal, TODAY) for i, s in deal.stages.items()}
    assert [i for i, g in gates.items() if g.passes] == ["step0_incubate", "step1_trust"]
    held = [j.criterion.id for j in gates["step2_need"].judged if j.holds]
    assert held == ["recap"]
    assert {j.criterion.id for j, _ in gate.gaps_in_order(gates["step2_need"])} >= {
        "explicit-need",
        "raises-it",
    }
