"""`covers: table.field`: enough of the values are held by some row; a list counts each of its entries."""

from collections.abc import Mapping
from typing import Any

from salescoach.deal.conditions import Gap, Verdict
from salescoach.deal.deal import Row, View
from salescoach.deal.evidence import Record, Want
from salescoach.fields import UNKNOWN, known
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    "covers": Parameter("place", required=True),
    "values": Parameter("values"),
    "at_least": Parameter("count", required=True),
    "proven_by": Parameter("grade"),
}


def judge(needs: Mapping[str, Any], criterion: str, view: View) -> Verdict:
    """Look for a holder of each value; the gaps are the values nearest to being covered."""
    sheet, _, name = needs["covers"].partition(".")
    rows = view.deal.rows(sheet)
    held = [(row, view.value(row, name)) for row in rows]
    field = view.deal.worksheets[sheet].fields[name]
    values = needs.get("values") or [c.id for c in field.choices]
    asked = needs["at_least"]
    wanted = (
        asked if isinstance(asked, int) else max(1, len(values) if asked == "all" else -(-len(values) // 2))
    )
    grade = str(needs.get("proven_by", ""))
    covered: list[Record] = []
    met = 0
    near: list[Gap] = []
    far: list[Any] = []
    for value in values:
        holders = [row for row, has in held if _holds(has, value)]
        if not holders:
            far.append(value)
            continue
        verdict = _prove(holders, name, value, grade, view)
        if verdict.holds:
            met += 1
            covered.extend(verdict.proof)
        else:
            near.extend(verdict.gaps)
    short = wanted - met
    if short <= 0:
        return Verdict(True, (), tuple(covered))
    gaps = near[:short]
    gaps += [_open_place(rows, sheet, name, value, grade, view) for value in far[: short - len(gaps)]]
    return Verdict(False, tuple(gaps))


def _holds(held: Any, value: Any) -> bool:
    return value in held if isinstance(held, list) else bool(held == value)


def _prove(holders: list[Row], name: str, value: Any, grade: str, view: View) -> Verdict:
    """Whether one holder's value is proven."""
    if not grade:
        return Verdict(True)
    proofs = [(r, view.proof(r.address(name), Want(grade, value))) for r in holders]
    good = next((p for _, p in proofs if p.records), None)
    if good:
        return Verdict(True, (), good.records)
    first, proof = proofs[0]
    return Verdict(False, (Gap(first.address(name), proof.reason, grade, value),))


def _open_place(rows: list[Row], sheet: str, name: str, value: Any, grade: str, view: View) -> Gap:
    """Where a holder could be found: a row whose field is open, else a new row, or the form's own field."""
    for row in rows:
        held = view.value(row, name)
        if not known(held):
            return Gap(row.address(name), "unknown" if held == UNKNOWN else "missing", grade, value)
        if row.sheet.form is not None:
            return Gap(row.address(name), "differs", grade, value)
    return Gap(sheet, "missing", grade, value)
