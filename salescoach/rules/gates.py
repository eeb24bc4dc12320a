"""Stage gates: what the exits that a deal claims to have left still lack, and what the next one needs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from salescoach.coach.gate import Gate, Judged
from salescoach.deal.conditions import Gap
from salescoach.findings import Finding
from salescoach.rules import Case

if TYPE_CHECKING:
    from salescoach.yamlfile.document import Path

PARTS = {
    "too_weak": "grade", "expired": "date", "too_late": "date", "other_value": "value",
    "stranger": "person", "quote_alone": "grade",
}  # fmt: skip
"""Which part of a record of evidence a reason is about (`deal/evidence.Proof`)."""


def check(case: Case) -> Iterator[Finding]:
    """Errors for what was claimed; warnings where others had shaped the deal, or what held has faded; notes ahead."""
    if case.is_over:
        return
    for one in case.exits:
        for judged in one.gate.lacking:
            said, level = ("gate-late", "warning") if case.is_late else ("gate-missing", "error")
            yield _finding(case, one.gate, judged, said, level)
        for judged in one.faded.lacking if one.faded else []:
            yield _finding(case, one.gate, judged, "gate-faded", "warning")
    if case.pending is None:
        return
    for judged in case.pending.judged:
        if not judged.holds:
            yield _finding(case, case.pending, judged, "gate-open", "note")
    order = list(case.deal.stages)
    if case.pending.passes and order[-1] != case.pending.stage.id:
        yield case.find(("stage",), "gate-earned", "note", stage=case.pending.stage.id, deal=case.deal.ident)


def _finding(case: Case, gate: Gate, judged: Judged, said: str, level: str) -> Finding:
    place = case.document.place(_place(case, judged))
    facts = {"judged": judged, "gate": gate}
    return Finding(case.document.path, *place, judged.address, level, facts, said)


def _place(case: Case, judged: Judged) -> "Path":
    """Where a person would mend it: the record that does not count, the field that is open, or the claim itself."""
    for gap in judged.verdict.gaps:
        if path := _record(case, gap) or _cell(case, gap):
            return path
    return ("stage",)


def _record(case: Case, gap: Gap) -> "Path":
    """The last record that was to prove it, where one is on file and the reason is about that."""
    records = case.deal.records_for(gap.address) if gap.reason in PARTS else []
    return ("evidence", records[-1].at, PARTS[gap.reason]) if records else ()


def _cell(case: Case, gap: Gap) -> "Path":
    """The field in its row; () where there is no such row, or nothing was written of the form yet."""
    sheet, *rest = gap.address.split("/")
    worksheet = case.deal.worksheets.get(sheet)
    if worksheet is None or not rest or sheet not in case.deal.content:
        return ()
    if worksheet.form is not None:
        return (sheet, *rest)
    row = case.deal.row(sheet, rest[0])
    return (sheet, row.at, *rest[1:]) if row is not None else ()
