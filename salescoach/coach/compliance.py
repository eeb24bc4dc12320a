"""Lines that must not be crossed, as far as words and people in a deal show it (METHOD.md §0.4)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from salescoach.deal.deal import Deal, View
from salescoach.memo import by_identity
from salescoach.text import mentioned

if TYPE_CHECKING:
    from salescoach.playbook.model import ComplianceGate, Playbook

EVALUATION = "evaluation"
EVALUATOR = "evaluator"


def signs_in(words: str, playbook: "Playbook") -> Iterator[tuple["ComplianceGate", str]]:
    """The gates whose signs stand in a text, each with the sign."""
    gates = _gates(playbook)
    for sign in mentioned(words, gates):
        yield gates[sign], sign


@by_identity
def _gates(playbook: "Playbook") -> dict[str, "ComplianceGate"]:
    """Each sign with its gate."""
    return {sign: gate for gate in playbook.compliance for sign in gate.signs}


def level_of(gate: "ComplianceGate") -> str:
    """The level of a finding about a gate."""
    return "error" if gate.level == "block" else "warning"


def barred(deal: Deal, view: View) -> set[str]:
    """Whom nobody may meet: the evaluators, once a public tender is open (G3)."""
    form = next(iter(deal.rows(EVALUATION)), None)
    if form is None or view.value(form, "tender_open") is not True:
        return set()
    named = view.value(form, "evaluators")
    return {*(named if isinstance(named, list) else []), *deal.people_with([EVALUATOR])}
