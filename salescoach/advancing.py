"""Moving a deal to another stage: what it would be afterwards, whether that is earned, and writing it.

Nothing is judged here: the deal as it would be is judged like any deal file that `check` reads.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach.checking import words
from salescoach.checking.deals import Entry
from salescoach.checking.judging import Judgement
from salescoach.coach.exits import begun_on
from salescoach.coach.gate import Gate, judge_on
from salescoach.deal.deal import Deal
from salescoach.deal.waivers import read_waivers
from salescoach.errors import RequestError
from salescoach.fields import known
from salescoach.files import atomic, repo
from salescoach.files.lock import locked
from salescoach.files.state import STATE
from salescoach.formats.lines import sentence
from salescoach.opening import Unusable
from salescoach.report import Told
from salescoach.rules import Case
from salescoach.standing.desk import Desk
from salescoach.standing.facts import told_gate
from salescoach.yamlfile.rewrite import CannotEdit, rewrite

if TYPE_CHECKING:
    from salescoach.playbook.model import Stage
    from salescoach.playbook.team import Team


USUAL_WAIVER = 30
"""Days for which a waiver is proposed."""


class Terms(NamedTuple):
    """Who, why, and until when (a day as in deals): of the waivers; where there are none, of the move."""

    by: str = ""
    reason: str = ""
    until: str = ""

    def over(self, others: "Terms") -> "Terms":
        """These, and the others' where these are empty."""
        return Terms(*(own or other for own, other in zip(self, others, strict=True)))


class Move(NamedTuple):
    """What is asked: from the deal's stage to another; `waive` are addresses of criteria to be waived."""

    to: "Stage"
    waive: tuple[str, ...] = ()
    terms: Terms = Terms()


class Outlook(NamedTuple):
    """The deal after a move. `content` is its file; `gates` are the exits that are left by it.

    It is earned where nothing is `missing` (criteria of those exits, waivers counted) and nothing `wrong` (other
    errors of the file as it would be; on the way back only those that the move itself brings).
    """

    content: bytes
    judgement: Judgement
    gates: Sequence[Gate]
    missing: Sequence[Told]
    wrong: Sequence[Told]

    @property
    def earned(self) -> bool:
        """Whether the move may be made."""
        return not self.missing and not self.wrong


def target(deal: Deal, asked: str) -> "Stage":
    """The stage to move to: the one asked for, else the next. RequestError where there is none to go to."""
    order, own = list(deal.stages.values()), deal.stage
    assert own is not None
    if deal.content.get("result") in ("lost", "suspended"):
        raise RequestError("deal-is-over", deal=deal.ident, result=deal.content["result"])
    if asked and asked not in deal.stages:
        raise RequestError("no-such-stage", name=asked, names=list(deal.stages), there=", ".join(deal.stages))
    if asked == own.id:
        raise RequestError("in-stage-already", deal=deal.ident, stage=asked)
    if asked:
        return deal.stages[asked]
    if own is order[-1]:
        raise RequestError("last-stage", deal=deal.ident, stage=own.id)
    return order[order.index(own) + 1]


def left_by(deal: Deal, to: "Stage") -> "list[Stage]":
    """The stages whose exit a move claims, in the order of the funnel; none on the way back."""
    order, own = list(deal.stages.values()), deal.stage
    assert own is not None
    return order[order.index(own) : order.index(to)]


def to_waive(deal: Deal, to: "Stage", asked: Sequence[str]) -> tuple[str, ...]:
    """Addresses of the criteria to waive. RequestError for one that no exit on the way has."""
    stages = left_by(deal, to)
    there = [f"{stage.id}/{c.id}" for stage in stages for c in stage.exit.criteria]
    found: dict[str, None] = {}
    for name in asked:
        address = next((a for a in there if name in (a, a.partition("/")[2])), "")
        if not address:
            names = [*there, *(a.partition("/")[2] for a in there)]
            raise RequestError("nothing-to-waive", name=name, names=names, there=", ".join(there) or "–")
        found[address] = None
    return tuple(found)


def approvers(deal: Deal, team: "Team", judgement: Judgement) -> list[str]:
    """Those of the team who may waive a criterion of this deal, by the rules of waivers themselves."""
    case = judgement.case
    assert case is not None
    own = case.deal.stage
    address = f"{own.id}/{own.exit.criteria[0].id}" if own else ""
    tried = [{"for": address, "reason": "-", "by": a, "until": str(case.today)} for a in team.approvers]
    probe = Deal(deal.ident, {**deal.content, "waivers": tried}, deal.playbook, deal.derived)
    return [w.by for w in read_waivers(probe, team, case.today) if not w.fault]


def needs(deal: Deal, move: Move) -> tuple[str, ...]:
    """Which of the terms a move cannot do without, in the order they are asked."""
    if move.waive:
        return Terms._fields
    return () if left_by(deal, move.to) else ("reason",)


def usual_terms(desk: Desk, judgement: Judgement, move: Move) -> Terms:
    """What is proposed for the terms that a move needs. RequestError where nobody may waive."""
    assert judgement.case is not None
    deal, needed = judgement.case.deal, needs(judgement.case.deal, move)
    if not move.waive:
        return Terms(reason="-" if needed else "")
    allowed = approvers(deal, desk.team, judgement)
    if not allowed and not move.terms.by:
        raise RequestError("no-approvers")
    days = timedelta(min(USUAL_WAIVER, desk.team.longest_waiver))
    return Terms((allowed or [""])[0], "-", str(desk.call.today + days))


def held_already(case: Case, to: "Stage", waive: Sequence[str]) -> list[str]:
    """Criteria among those to waive that hold by themselves today."""
    gates = [judge_on(stage, case.deal, case.today) for stage in left_by(case.deal, to)]
    return [j.address for gate in gates for j in gate.judged if j.address in waive and j.holds]


def outlook(desk: Desk, entry: Entry, judgement: Judgement, move: Move) -> Outlook:
    """The deal as it would be after the move, judged. Raises RequestError where its lines cannot be changed safely."""
    case = judgement.case
    assert case is not None
    content = _changed(judgement, move)
    raw = judgement.document.raw
    try:
        after = rewrite(raw, content)
    except CannotEdit as refused:
        raise RequestError("advance-by-hand", path=judgement.document.path, edit=refused.by_hand) from refused
    then = desk.judge(entry, after)
    _check_waivers(then, move, desk.call.language)
    stages = left_by(case.deal, move.to)
    waived = {*case.waived, *move.waive}
    gates = [judge_on(stage, case.deal, case.today, waived) for stage in stages]
    short = [told_gate(judgement, g, g.lacking, desk.call.language) for g in gates if not g.passes]
    wrong = _wrong(judgement, then, desk.call.language, {s.id for s in stages}, back=not stages)
    return Outlook(after, then, gates, [t for told in short for t in told], wrong)


def _wrong(before: Judgement, after: Judgement, language: str, left: set[str], *, back: bool) -> list[Told]:
    """The errors that the deal would have, each where it stands today, if it stands there.

    What the exits `left` lack is told apart. On the way `back` an error of a kind that was there before is no obstacle:
    the way back is how a wrong stage is mended.
    """
    there = {t.mark: t for t in words.told(before, language) if t.level == "error"}
    known_kinds = {t.rule for t in there.values()} if back else set()
    return [
        there.get(told.mark, told)
        for finding, told in zip(after.findings, words.told(after, language), strict=True)
        if told.level == "error"
        and told.rule not in known_kinds
        and not (finding.said and told.rule.partition("/")[0] in left)
    ]


def _check_waivers(after: Judgement, move: Move, language: str) -> None:
    """A new waiver that the rules of waivers call void is a request that cannot be carried out."""
    waivers = after.case.waivers if after.case is not None else []
    void = {(w.fault, w.criterion) for w in waivers if w.fault and w.criterion in move.waive}
    for finding in after.findings:
        if (finding.rule, finding.facts.get("criterion")) in void:
            raise RequestError("waiver-refused", what=sentence(finding, language))


def _changed(judgement: Judgement, move: Move) -> dict[str, Any]:
    """The deal's content after the move."""
    case = judgement.case
    assert case is not None and case.deal.stage is not None
    content = deepcopy(dict(case.deal.content))
    for key in ("stage_history", "waivers"):
        if content.get(key) is not None and not isinstance(content[key], list):
            raise Unusable([f for f in judgement.findings if f.level == "error"])
    history = [*(content.get("stage_history") or [])]
    _leave(history, case)
    terms = Terms() if move.waive else move.terms
    for stage in left_by(case.deal, move.to)[1:]:
        history.append(_entry(case, stage, terms.by, left=str(case.today)))
    history.append(_entry(case, move.to, terms.by, reason=terms.reason))
    content["stage"], content["stage_history"] = move.to.id, history
    if move.waive:
        given = {key: getattr(move.terms, key) for key in ("reason", "by", "until")}
        content["waivers"] = [
            *(w for w in content.get("waivers") or [] if not _is_replaced(w, move)),
            *({"for": address, **given} for address in move.waive),
        ]
    return content


def _is_replaced(waiver: Any, move: Move) -> bool:
    return isinstance(waiver, Mapping) and waiver.get("for") in move.waive


def _leave(history: list[Any], case: Case) -> None:
    """Close the open entry of the deal's stage; where there is none, add one: since when, if the history tells."""
    stage, today = case.deal.stage, str(case.today)
    assert stage is not None
    for entry in reversed(history):
        if isinstance(entry, dict) and entry.get("stage") == stage.id and not known(entry.get("left")):
            entry["left"] = today
            return
    begun = begun_on(case.deal)
    history.append(_entry(case, stage, "", entered=str(begun) if begun else "", left=today))


def _entry(
    case: Case, stage: "Stage", by: str, entered: str | None = None, left: str = "", reason: str = ""
) -> dict[str, str]:
    """An entry of `stage_history`, entered today where nothing else is said, moved by the deal's owner."""
    parts = {
        "stage": stage.id,
        "entered": str(case.today) if entered is None else entered,
        "left": left,
        "by": by or case.deal.say("owner"),
        "reason": reason,
    }
    return {key: value for key, value in parts.items() if value}


def write(desk: Desk, entry: Entry, before: bytes, after: bytes) -> None:
    """Put the new content into the deal's file. RequestError where somebody else changed it since it was read."""
    path = repo.deal_file(desk.root, entry.deal)
    with locked(desk.root / STATE, entry.deal):
        atomic.sweep(path.parent, older_than=0)
        try:
            atomic.write(path, after, before)
        except atomic.Changed as changed:
            raise RequestError("changed-before-writing", path=desk.path(entry)) from changed
