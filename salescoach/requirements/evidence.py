"""`evidence: grade`: a counting record for the criterion itself, of that grade or better: an event."""

from collections.abc import Mapping
from typing import Any

from salescoach.deal.conditions import Gap, Verdict
from salescoach.deal.deal import View
from salescoach.deal.evidence import Want
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    "evidence": Parameter("grade", required=True),
    "from_role": Parameter("roles"),
}


def judge(needs: Mapping[str, Any], criterion: str, view: View) -> Verdict:
    """Look for the record; `from_role` restricts whose it may be."""
    people = view.deal.people_with(needs["from_role"]) if "from_role" in needs else None
    proof = view.proof(criterion, Want(needs["evidence"], people=people))
    if proof.records:
        return Verdict(True, (), proof.records)
    return Verdict(False, (Gap(criterion, proof.reason, needs["evidence"]),))
