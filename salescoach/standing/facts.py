"""What `status` knows of a deal, as plain values: for the table, for one deal's page, for JSON."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach.checking import words
from salescoach.checking.deals import Entry
from salescoach.checking.judging import Judgement, states
from salescoach.coach.completeness import Filled, filled
from salescoach.coach.draft import planned_visit
from salescoach.coach.exits import begun_on
from salescoach.coach.flags import red_flags
from salescoach.coach.gate import Gate, Judged, judge_on, next_stage
from salescoach.coach.visit import people_of
from salescoach.deal.deal import View
from salescoach.deal.evidence import Record
from salescoach.findings import Finding
from salescoach.messages import speaker
from salescoach.report import Told
from salescoach.rules import Case
from salescoach.text import parse_day, pick

if TYPE_CHECKING:
    from salescoach.playbook.model import Stage

ACTS = ("mend", "ask", "advance", "done", "over")
"""What may be next: an error to mend, a gap to fill, the gate to pass, nothing more at the end, nothing any more."""


class Row(NamedTuple):
    """One deal in the table of all. `days` is None where the history does not say when the stage began; `usual` is
    how long it may take, None where the playbook does not say. `held` of `criteria` of the stage's exit hold.

    The next best action: `act`, one of ACTS, the `rule` it is about ("" for none), and `todo` in words.
    `broken`: why the deal cannot be judged, "" for one that was: then there is nothing else but its id.
    """

    deal: str
    customer: str = ""
    stage: str = ""
    result: str = ""
    days: int | None = None
    usual: int | None = None
    held: int = 0
    criteria: int = 0
    passes: bool = False
    errors: int = 0
    warnings: int = 0
    act: str = ""
    rule: str = ""
    todo: str = ""
    broken: str = ""


class Condition(NamedTuple):
    """One exit criterion: `state` is one of report.STATES, `waiver` names who gave it and until when.

    `what` it lacks, `why` that matters and what to `ask` are "" for one that holds.
    """

    rule: str
    title: str
    must: bool
    state: str
    proof: Sequence[Record] = ()
    waiver: tuple[str, str] = ("", "")
    what: str = ""
    why: str = ""
    ask: str = ""


class Standing(NamedTuple):
    """All that there is to say of one deal that was judged."""

    row: Row
    entry: Entry
    case: Case
    gate: Gate
    criteria: Sequence[Condition]
    filled: Filled
    findings: Sequence[Told]
    flags: Sequence[str]
    visit: dict[str, Any]


def told_gate(judgement: Judgement, gate: Gate, judged: Iterable[Judged], language: str) -> list[Told]:
    """Criteria of an exit that do not hold, in the words of `check`, each where a person would mend it."""
    assert judgement.case is not None
    there = {f.rule: f for f in judgement.findings if f.said == "gate-open"}
    path = judgement.document.path
    listed = [
        (
            there.get(j.address)
            or Finding(path, 0, 0, j.address, "note", {"judged": j, "gate": gate}, "gate-open")
        )
        for j in judged
    ]
    return words.told(judgement._replace(findings=listed), language)


def pending(case: Case, stage: "Stage") -> Gate:
    """The exit of the stage being worked on, as of today, with what may be passed unmet."""
    return (
        case.pending
        if case.pending and not case.waived
        else judge_on(stage, case.deal, case.today, case.waived)
    )


def row(judgement: Judgement, entry: Entry, language: str) -> Row:
    """One deal for the table."""
    case = judgement.case
    if case is None or case.deal.stage is None:
        return Row(entry.deal, errors=1, broken=_first_error(judgement, language))
    stage, gate = case.deal.stage, pending(case, case.deal.stage)
    begun = begun_on(case.deal)
    levels = [f.level for f in judgement.findings]
    return Row(
        entry.deal,
        case.deal.say("customer"),
        pick(stage.title, language),
        str(case.deal.content.get("result") or "open"),
        (case.today - begun).days if begun and begun <= case.today else None,
        stage.days.advice if stage.days else None,
        gate.held,
        len(gate.judged),
        gate.passes,
        levels.count("error"),
        levels.count("warning"),
        *_next(judgement, gate, language),
    )


def _first_error(judgement: Judgement, language: str) -> str:
    """Why a deal cannot be judged, with the line."""
    wrong = next((f for f in judgement.findings if f.level == "error"), None)
    return _placed(words.plain(wrong, language)) if wrong else ""


def _placed(told: Told) -> str:
    name = told.path.rpartition("/")[2]
    return f"{name}:{told.line}: {told.what}" if told.line else told.what


def _next(judgement: Judgement, gate: Gate, language: str) -> tuple[str, str, str]:
    """Mend what is wrong, else fill the gap that a coach would begin with, else move on."""
    case, say = judgement.case, speaker(language)
    assert case is not None
    if case.is_over:
        return "over", "", say("status.over")
    wrong = next((f for f in judgement.findings if f.level == "error"), None)
    if wrong is not None:
        (told,) = words.told(judgement._replace(findings=[wrong]), language)
        return "mend", told.rule, told.todo or _placed(told)
    if not gate.passes:
        (told,) = told_gate(judgement, gate, gate.lacking[:1], language)
        return "ask", told.rule, told.todo or told.what
    if next_stage(gate.stage, case.deal) is None:
        return "done", "", say("status.done")
    return "advance", "", say("status.advance", deal=case.deal.ident)


def standing(judgement: Judgement, entry: Entry, language: str) -> Standing:
    """Everything about one deal that could be judged."""
    case = judgement.case
    assert case is not None and case.deal.stage is not None
    gate = pending(case, case.deal.stage)
    wrong = [f for f in judgement.findings if f.level != "note"]
    return Standing(
        row(judgement, entry, language),
        entry,
        case,
        gate,
        _criteria(judgement, gate, language),
        filled(case.deal, View(case.deal, case.today)),
        words.told(judgement._replace(findings=wrong), language),
        [] if case.is_over else red_flags(case.deal, case.today, language),
        _visit(case, entry),
    )


def _criteria(judgement: Judgement, gate: Gate, language: str) -> list[Condition]:
    """Those of the stages left, then those of the stage being worked on."""
    case = judgement.case
    assert case is not None
    found = states(case, case.deal.playbook)
    given = {w.criterion: (w.by, str(w.until)) for w in case.waivers if not w.fault}
    listed = []
    for one in (*(e.gate for e in case.exits), gate):
        told = {
            t.rule: t for t in told_gate(judgement, one, (j for j in one.judged if not j.holds), language)
        }
        for judged in one.judged:
            state = "waived" if judged.waived and judged.verdict.holds is not True else found[judged.address]
            missing = told.get(judged.address)
            title = pick(judged.criterion.title, language)
            listed.append(
                Condition(
                    judged.address,
                    title,
                    judged.must,
                    state,
                    judged.verdict.proof if state == "holds" else (),
                    given.get(judged.address, ("", "")) if state == "waived" else ("", ""),
                    missing.what if missing else "",
                    missing.why if missing else "",
                    missing.todo if missing else "",
                )
            )
    return listed


def _visit(case: Case, entry: Entry) -> dict[str, Any]:
    """The next planned contact from today on; {} for none."""
    planned = planned_visit(case.deal.content, case.today) or {}
    day = parse_day(planned.get("date"))
    if day is None or day < case.today:
        return {}
    ident = str(planned.get("id") or "")
    plan = f"plans/{ident}.md"
    return {
        "id": ident,
        "date": str(day),
        "time": str(planned.get("time") or ""),
        "people": [case.deal.person(p) for p in people_of(planned, case.deal)],
        "objective": str(planned.get("objective") or ""),
        "plan": plan if plan.removeprefix("plans/") in entry.plans else "",
    }
