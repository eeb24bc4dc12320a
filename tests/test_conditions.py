"""Conditions on one row: every form, three-valued, with the gap that a coach would ask about."""

from typing import Any

import pytest
from conftest import TODAY, MakeDeal, small_playbook

from salescoach.deal.conditions import judge
from salescoach.deal.deal import View

CHOICES = [{"id": n, "label": n} for n in ("low", "middle", "high")]
WORKSHEETS = [
    {"id": "people", "table": "Person", "fields": {"name": {"kind": "text", "label": "Name"}}},
    {"id": "rivals", "table": "Rival", "fields": {"name": {"kind": "text", "label": "Name"}}},
    {
        "id": "rows",
        "table": "Row",
        "fields": {
            "text": {"kind": "text", "label": "T"},
            "texts": {"kind": "texts", "label": "T"},
            "level": {"kind": "scale", "label": "L", "choices": CHOICES},
            "now": {"derived": "decayed", "label": "N", "of": "level", "days": 180},
            "roles": {"kind": "choices", "label": "R", "choices": CHOICES},
            "number": {"kind": "number", "label": "N"},
            "yes": {"kind": "yes_no", "label": "Y"},
            "per": {"kind": "cells", "label": "P", "keys_from": "rivals", "choices": CHOICES},
            "parts": {
                "kind": "cells",
                "label": "P",
                "keys": CHOICES,
                "cell": {"text": {"kind": "text", "label": "T"}, "sum": {"kind": "money", "label": "S"}},
            },
            "sub": {"kind": "text", "label": "S", "only_if": {"yes": True}},
            "deep": {"kind": "text", "label": "D", "only_if": {"sub": "known"}},
        },
    },
]
RIVALS = [{"id": "a"}, {"id": "b"}]
Found = tuple[bool | None, list[str]]


def held(
    make_deal: MakeDeal, condition: Any, row: dict[str, Any], *evidence: dict[str, Any], **how: Any
) -> Found:
    """What comes out for a row of these values, `a` and `b` being rivals and `shen` a customer's person."""
    records = [{"grade": "customer_quote", "person": "shen", "date": "2026-11-20", **e} for e in evidence]
    content = {
        "people": [{"id": "shen"}],
        "rivals": RIVALS,
        "rows": [{"id": "r", **row}],
        "evidence": records,
    }
    deal = make_deal(content, small_playbook(WORKSHEETS))
    verdict = judge(condition, deal.rows("rows")[0], View(deal, TODAY), **how)
    return verdict.holds, [f"{g.address.removeprefix('rows/r/')} {g.reason}" for g in verdict.gaps]


@pytest.mark.parametrize(
    ("condition", "row", "holds", "gaps"),
    [
        ({}, {}, True, []),
        ({"text": "known"}, {"text": "x"}, True, []),
        ({"text": "known"}, {}, None, ["text missing"]),
        ({"text": "known"}, {"text": "unknown"}, None, ["text unknown"]),
        ({"text": "known"}, {"text": ""}, None, ["text differs"]),
        ({"number": "known"}, {"number": 0}, True, []),
        ({"yes": "known"}, {"yes": False}, True, []),
        ({"level": "high"}, {"level": "high"}, True, []),
        ({"level": "high"}, {"level": "low"}, False, ["level differs"]),
        ({"level": "high"}, {"level": "heigh"}, None, ["level missing"]),
        ({"level": ["high", "middle"]}, {"level": "middle"}, True, []),
        ({"level": {"is": "high"}}, {"level": "high"}, True, []),
        ({"level": {"is": ["high", "low"]}}, {"level": "low"}, True, []),
        ({"level": {"at_least": "middle"}}, {"level": "middle"}, True, []),
        ({"level": {"at_least": "middle"}}, {"level": "low"}, False, ["level differs"]),
        ({"level": {"at_most": "middle"}}, {"level": "high"}, False, ["level differs"]),
        ({"level": {"at_least": "low", "at_most": "middle"}}, {"level": "middle"}, True, []),
        ({"level": {"at_least": "no such step"}}, {"level": "high"}, False, ["level differs"]),
        ({"now": {"at_least": "middle"}}, {"level": "high"}, True, []),
        ({"now": {"at_least": "high"}}, {"level": "high"}, False, ["now differs"]),
        ({"now": {"at_least": "high"}}, {}, None, ["level missing"]),
        ({"number": {"at_least": 3}}, {"number": 3}, True, []),
        ({"number": {"at_most": 3}}, {"number": 3.5}, False, ["number differs"]),
        ({"yes": True}, {"yes": True}, True, []),
        ({"yes": True}, {"yes": False}, False, ["yes differs"]),
        ({"number": 1}, {"yes": True, "number": 1}, True, []),
        ({"yes": 1}, {"yes": True}, False, ["yes differs"]),
        ({"roles": "high"}, {"roles": ["low", "high"]}, True, []),
        ({"roles": ["high", "middle"]}, {"roles": ["low"]}, False, ["roles differs"]),
        ({"roles": {"is": "high"}}, {"roles": "high"}, True, []),
        ({"roles": {"at_least": "middle"}}, {"roles": ["low", "high"]}, True, []),
        ({"per": "high"}, {"per": {"a": "low", "b": "high"}}, True, []),
        ({"per": {"is": "high"}}, {"per": {"a": "low", "b": "high"}}, True, []),
        ({"per": {"at_least": "middle"}}, {"per": {"a": "low", "b": "high"}}, True, []),
        ({"per": "high"}, {"per": {"a": "low", "b": "low"}}, False, ["per differs"]),
        ({"per": "high"}, {"per": {"a": "low"}}, None, ["per differs"]),
        ({"per": {"is": "high"}}, {"per": {"a": "low"}}, None, ["per differs"]),
        ({"per": {"cells": 1}}, {"per": {"a": "low"}}, True, []),
        ({"per": {"cells": 2}}, {"per": {"a": "low"}}, False, ["per/b missing"]),
        ({"per": {"cells": 1}}, {"per": {"a": "unknown"}}, False, ["per/a unknown"]),
        ({"parts": {"cells": 1}}, {"parts": {"low": {"sum": "unknown"}}}, False, ["parts/low unknown"]),
        ({"parts": {"cells": 1}}, {"parts": {"low": {"sum": 3}}}, True, []),
        ({"parts": {"cells": 1, "known": ["sum"]}}, {"parts": {"low": {"text": "x"}}}, False, ["parts/low missing"]),
        ({"parts": {"cells": 1, "known": ["text", "sum"]}}, {"parts": {"low": {"text": "x", "sum": 3}}}, True, []),
        ({"parts": {"cells": 2}}, {}, False, ["parts/low missing", "parts/middle missing"]),
        ({"text": "known", "level": "high"}, {"level": "low"}, False, ["text missing", "level differs"]),
        ({"level": "high", "text": "known"}, {"level": "high"}, None, ["text missing"]),
    ],
)  # fmt: skip
def test_values(make_deal: MakeDeal, condition: Any, row: Any, holds: bool | None, gaps: list[str]) -> None:
    assert held(make_deal, condition, row) == (holds, gaps)


def proof(address: str, **more: Any) -> dict[str, Any]:
    return {"for": f"rows/r/{address}", **more}


@pytest.mark.parametrize(
    ("field", "row", "record", "holds", "gaps"),
    [
        ("text", {"text": "x"}, proof("text"), True, []),
        ("text", {"text": "x"}, proof("level"), False, ["text unproven"]),
        ("text", {}, proof("text"), None, ["text missing"]),
        ("texts", {"texts": ["x", "y"]}, proof("texts"), True, []),
        ("level", {"level": "high"}, proof("level", value="high"), True, []),
        ("level", {"level": "high"}, proof("level", value="low"), False, ["level other_value"]),
        ("level", {"level": "high"}, proof("level"), False, ["level other_value"]),
        ("number", {"number": 3}, proof("number", value=3), True, []),
        ("yes", {"yes": True}, proof("yes", value=1), False, ["yes other_value"]),
        ("roles", {"roles": ["low", "high"]}, proof("roles", value="high"), True, []),
        ("roles", {"roles": ["low", "high"]}, proof("roles", value="middle"), False, ["roles other_value"]),
        ("roles", {"roles": "high"}, proof("roles", value="high"), True, []),
        ("per", {"per": {"a": "low", "b": "high"}}, proof("per/b", value="high"), True, []),
        ("per", {"per": {"a": "low", "b": "high"}}, proof("per/b", value="low"), False, ["per/a unproven"]),
    ],
)
def test_proof_of_any_value(
    make_deal: MakeDeal, field: str, row: Any, record: Any, holds: bool | None, gaps: list[str]
) -> None:
    assert held(make_deal, {field: {"proven_by": "customer_quote"}}, row, record) == (holds, gaps)


def test_the_entry_asked_for_must_be_proven(make_deal: MakeDeal) -> None:
    """A person is proven to be a user: that proves nothing about the designer they are said to be."""
    asked = {"roles": {"is": ["middle", "high"], "proven_by": "customer_quote"}}
    row = {"roles": ["low", "high"]}
    assert held(make_deal, asked, row, proof("roles", value="low"))[0] is False
    assert held(make_deal, asked, row, proof("roles", value="high"))[0] is True


def test_a_level_is_proven_as_it_was_before_it_fell(make_deal: MakeDeal) -> None:
    asked = {"now": {"at_least": "middle", "proven_by": "customer_quote"}}
    assert held(make_deal, asked, {"level": "high"}, proof("level", value="high"))[0] is True
    assert held(make_deal, asked, {"level": "high"}, proof("level", value="middle"))[0] is False


CELL = {"parts": {"cells": 1, "known": ["sum"], "proven_by": "customer_quote"}}


@pytest.mark.parametrize(
    ("record", "holds", "gaps"),
    [
        (proof("parts/low", value=3), True, []),
        (proof("parts/low", value=4), False, ["parts/low other_value"]),
        (proof("parts/middle", value=3), False, ["parts/low unproven"]),
        (proof("parts", value=3), False, ["parts/low unproven"]),
        (proof("parts/low", value=3, grade="seller_action"), False, ["parts/low too_weak"]),
    ],
)
def test_a_number_in_a_cell_is_proven_as_that_number(
    make_deal: MakeDeal, record: Any, holds: bool, gaps: list[str]
) -> None:
    assert held(make_deal, CELL, {"parts": {"low": {"sum": 3}}}, record) == (holds, gaps)


def test_the_nearest_cells_are_asked_for(make_deal: MakeDeal) -> None:
    """Known and unproven is nearer than begun, begun nearer than untouched."""
    row = {"parts": {"middle": {"text": "x"}, "high": {"sum": 3}}}
    asked = {"parts": {"cells": 2, "known": ["sum"], "proven_by": "customer_quote"}}
    assert held(make_deal, asked, row) == (False, ["parts/high unproven", "parts/middle missing"])


def test_two_conditions_on_one_field_are_both_needed(make_deal: MakeDeal) -> None:
    asked = {"parts": [{"cells": 2, "known": ["text"]}, {"cells": 1, "known": ["sum"]}]}
    row = {"parts": {"low": {"text": "x"}, "middle": {"text": "y"}}}
    assert held(make_deal, asked, row) == (False, ["parts/low missing"])
    row["parts"]["high"] = {"sum": 5}  # type: ignore[dict-item]
    assert held(make_deal, asked, row) == (True, [])


def test_a_field_that_does_not_exist_is_not_required_and_meets_nothing(make_deal: MakeDeal) -> None:
    row = {"yes": False, "sub": "left over", "deep": "left over"}
    assert held(make_deal, {"sub": "known"}, row, required=True) == (True, [])
    assert held(make_deal, {"sub": "known"}, row) == (False, [])
    assert held(make_deal, {"deep": "known"}, row) == (False, [])  # it hangs on one that does not exist
    assert held(make_deal, {"sub": "known"}, {"yes": "unknown", "sub": "x"}) == (False, [])
    assert held(make_deal, {"sub": "known"}, {"yes": True}, required=True) == (None, ["sub missing"])
    assert held(make_deal, {"deep": "known"}, {"yes": True, "sub": "x", "deep": "y"}) == (True, [])
