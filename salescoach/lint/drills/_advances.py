"""Which of the advances of a scenario are advances (METHOD.md §3.8)."""

from salescoach import derived
from salescoach.drill.scene import COMMITMENTS
from salescoach.fields import known
from salescoach.lint.drills._case import Case
from salescoach.playbook.scenario import Advance

SHEET, OUTCOME, COUNTS = COMMITMENTS, "outcome", "advance"


def lacking(case: Case, offer: Advance) -> list[str]:
    """What the row of an offer lacks to be an advance; [] where it is one, or where nobody can tell."""
    deal = case.scene.hidden
    row, field = deal.row(SHEET, offer.row), case.index.field(SHEET, OUTCOME)
    if row is None or field is None:
        return []
    view = deal.seen(case.today)
    if view.value(row, OUTCOME) == COUNTS:
        return []
    return [name for name in derived.inputs(field) if not known(view.value(row, name))]


def is_there(case: Case) -> bool:
    """Whether the buyer would grant one."""
    return any(not lacking(case, offer) for offer in case.scenario.advances)
