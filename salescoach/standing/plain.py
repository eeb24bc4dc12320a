"""Where deals stand, as `status --json` writes it: keys that stay, nothing to be read out of sentences."""

from typing import Any

from salescoach.coach.exits import begun_on
from salescoach.coach.gate import next_stage
from salescoach.deal.deal import PEOPLE
from salescoach.deal.evidence import Record
from salescoach.report import Told
from salescoach.standing.facts import Condition, Standing

KEYS = (
    "deal", "path", "error", "customer", "title", "playbook", "rigour", "result", "stage", "gate", "criteria",
    "completeness", "findings", "flags", "next", "visit",
)  # fmt: skip
"""The keys of each deal. `error` is why it cannot be judged, "" for one that was: then all after it but
`findings` is null."""


def broken(deal: str, path: str, error: str, findings: list[Told]) -> dict[str, Any]:
    """A deal that cannot be judged."""
    known = {"deal": deal, "path": path, "error": error, "findings": [t._asdict() for t in findings]}
    return {key: known.get(key) for key in KEYS}


def record(of: Standing) -> dict[str, Any]:
    """A deal that was judged. Days are whole, dates as in deals; `completeness` counts fields."""
    deal, stage = of.case.deal, of.gate.stage
    begun, after = begun_on(deal), next_stage(stage, deal)
    found = (
        deal.ident, of.case.document.path, "", of.row.customer, deal.say("title"), deal.playbook.id,
        deal.rigour, of.row.result,
        {
            "id": stage.id,
            "title": of.row.stage,
            "entered": str(begun) if begun else None,
            "days": of.row.days,
            "advice": stage.days.advice if stage.days else None,
            "red_flag": stage.days.red_flag if stage.days else None,
            "next": after.id if after else None,
        },
        {"passes": of.gate.passes, "held": of.gate.held, "needs": of.gate.needs, "criteria": len(of.gate.judged)},
        [_criterion(c, of) for c in of.criteria],
        {"known": of.filled.known, "asked": of.filled.asked},
        [t._asdict() for t in of.findings],
        list(of.flags),
        {"act": of.row.act, "rule": of.row.rule, "words": of.row.todo},
        of.visit or None,
    )  # fmt: skip
    return dict(zip(KEYS, found, strict=True))


def _criterion(one: Condition, of: Standing) -> dict[str, Any]:
    by, until = one.waiver
    return {
        "rule": one.rule,
        "title": one.title,
        "must": one.must,
        "state": one.state,
        "proof": [_proof(r, of) for r in one.proof],
        "waiver": {"by": by, "until": until} if by else None,
        "what": one.what,
        "why": one.why,
        "ask": one.ask,
    }


def _proof(one: Record, of: Standing) -> dict[str, Any]:
    return {
        "for": list(one.addresses),
        "grade": one.grade,
        "person": one.person,
        "name": of.case.deal.name(PEOPLE, one.person, "en"),
        "date": str(one.day) if one.day else None,
        "words": one.words,
        "source": one.source,
    }
