"""Claims that the file itself does not bear out (METHOD.md §§0.3, 1.4, 1.5, 2.5, 3.8)."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach.coach.buying import Act, detect
from salescoach.deal.conditions import exists
from salescoach.deal.deal import Row, View
from salescoach.deal.evidence import COUNTING, OURS, Record
from salescoach.derived import outcome
from salescoach.fields import EXIT, known
from salescoach.findings import Finding
from salescoach.memo import by_identity
from salescoach.rules import Case

if TYPE_CHECKING:
    from salescoach.playbook.model import Playbook, Worksheet
    from salescoach.yamlfile.document import Path

AMOUNTS = ("money", "number", "percent")


class _Places(NamedTuple):
    """The fields of a worksheet that a claim can be read from: what an agreed step came to, levels and amounts."""

    outcome: str
    measured: tuple[str, ...]


@by_identity
def _places(playbook: "Playbook") -> dict[str, _Places]:
    """By worksheet, without those that hold none."""
    found = {sheet.id: _places_in(sheet) for sheet in playbook.worksheets}
    return {ident: places for ident, places in found.items() if any(places)}


def _places_in(sheet: "Worksheet") -> _Places:
    return _Places(
        next((n for n, f in sheet.fields.items() if f.derived == "outcome"), ""),
        tuple(n for n, f in sheet.fields.items() if f.kind in ("scale", "cells", *AMOUNTS)),
    )


def check(case: Case) -> Iterator[Finding]:
    """Our own acts as proof, steps that are none, values above their proof, a stage the customer is not in."""
    yield from _ours(case)
    view = case.deal.seen(case.today)
    for ident, (outcome_, measured) in _places(case.deal.playbook).items():
        for row in case.deal.rows(ident) if ident in case.deal.content else ():
            if outcome_:
                yield from _no_advance(case, row, outcome_, view)
            for name in measured:
                if name in row.cells and known(value := row.cells[name]):
                    yield from _above(case, row, name, value, view)
    yield from _buying(case)


def _ours(case: Case) -> Iterator[Finding]:
    """What we did or felt, offered for an exit: for a criterion as such, or alone for what a left stage needed."""
    ours = [r for r in case.deal.records if r.grade in OURS]
    if not ours:
        return
    needed = {g.address for e in case.exits for j in e.gate.judged for g in j.verdict.gaps}
    criteria = case.deal.ids(EXIT)
    for record in ours:
        for address in record.addresses:
            if address in criteria or address in needed:
                yield case.find(
                    ("evidence", record.at, "grade"), "our-act", value=record.grade, address=address
                )


def _no_advance(case: Case, row: Row, name: str, view: View) -> Iterator[Finding]:
    """A step that is kept as agreed, and lacks who, what, when, what it costs them or what it moves."""
    if view.value(row, name) == "advance":
        return
    parameters = row.sheet.fields[name].parameters
    lacking = [part for part in outcome.PARAMETERS if not known(view.value(row, parameters[part]))]
    yield case.find((row.sheet.id, row.at), "no-advance", value=row.id, lacks=lacking)


def _above(case: Case, row: Row, name: str, value: Any, view: View) -> Iterator[Finding]:
    """A level or an amount higher than the highest that the customer showed for it."""
    field, address = row.sheet.fields[name], row.address(name)
    path: Path = (row.sheet.id, *([] if row.at < 0 else [row.at]), name)
    if field.kind == "cells":
        part = next((p for p, f in field.cell.items() if f.kind in AMOUNTS), "")
        for key, cell in value.items() if part and isinstance(value, dict) else ():
            if isinstance(cell, dict) and known(cell.get(part)):
                yield from _beyond(case, (*path, key, part), row.address(name, key), cell[part], None)
    elif not case.deal.records_for(address):
        return
    elif field.kind == "scale":
        order: list[Any] = [c.id for c in field.choices]
        yield from _beyond(case, path, address, value, order)
        yield from _leaps(case, address, order)
    elif exists(row, name, view):
        yield from _beyond(case, path, address, value, None)


def _beyond(case: Case, path: "Path", address: str, value: Any, order: list[Any] | None) -> Iterator[Finding]:
    shown = [(rank, r.value) for r in _counting(case, address) if (rank := _rank(r.value, order)) is not None]
    own = _rank(value, order)
    if own is not None and shown and own > max(rank for rank, _ in shown):
        yield case.find(path, "above-proof", value=value, proven=max(shown, key=lambda pair: pair[0])[1])


def _rank(value: Any, order: list[Any] | None) -> float | None:
    if order is not None:
        return order.index(value) if value in order else None
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _counting(case: Case, address: str) -> list[Record]:
    """The customer's records for an address, the earliest first; those of one day in the file's order."""
    days = [(r.day, r) for r in case.deal.records_for(address) if r.grade in COUNTING and r.day is not None]
    return [r for _, r in sorted(days, key=lambda pair: pair[0])]


def _leaps(case: Case, address: str, order: list[Any]) -> Iterator[Finding]:
    """More than one level at one event: nobody becomes an ally overnight (METHOD.md §2.5)."""
    seen = [(r, order.index(r.value)) for r in _counting(case, address) if r.value in order]
    for (_, before), (record, now) in pairwise(seen):
        if now > before + 1:
            yield case.find(
                ("evidence", record.at, "value"),
                "level-leapt",
                "warning",
                value=record.value,
                before=order[before],
            )


def _buying(case: Case) -> Iterator[Finding]:
    """A stage that what the customer did contradicts (METHOD.md §§1.4, 1.5).

    One stage of difference is usual: what earns an exit is done while the next thing begins.
    """
    found = None if case.is_over else detect(case.deal, case.today)
    if found is None:
        return
    if found.furthest.place < found.claimed - 1:
        yield case.find(("stage",), "stage-contradicted", **_shown(case, found.furthest))
    elif found.latest.place > found.claimed + 1 and not case.is_late:
        yield case.find(("stage",), "customer-ahead", "warning", **_shown(case, found.latest))


def _shown(case: Case, act: Act) -> dict[str, str]:
    return {
        "stage": str(case.deal.content.get("stage")),
        "value": case.deal.playbook.buying_stages[act.place].id,
        "address": act.address,
        "date": str(act.record.day),
    }
