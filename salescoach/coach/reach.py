"""Which question fills which gap: by the field or the value that an answer reveals."""

from typing import TYPE_CHECKING

from salescoach.coach.gate import Judged
from salescoach.deal.conditions import Gap
from salescoach.deal.deal import Row
from salescoach.fields import MISSING
from salescoach.memo import by_identity

if TYPE_CHECKING:
    from salescoach.playbook.model import Criterion, Playbook, Question


def about(playbook: "Playbook", criterion: str, gap: Gap) -> "list[Question]":
    """The questions that may be about a criterion or a gap of it, in the playbook's order."""
    places = _places(playbook)
    sheet = gap.address.partition("/")[0]
    found = sorted({*places.get(criterion, ()), *places.get(sheet, ())})
    return [playbook.questions[at] for at in found]


@by_identity
def _places(playbook: "Playbook") -> dict[str, list[int]]:
    """Where in the playbook's list the questions are that win a criterion, or reveal something of a worksheet."""
    found: dict[str, list[int]] = {}
    for at, question in enumerate(playbook.questions):
        for of in {*question.wins, *(reveals.partition(".")[0] for reveals in question.reveals)}:
            found.setdefault(of, []).append(at)
    return found


def reaches(question: "Question", judged: Judged, gap: Gap, row: Row | None) -> bool:
    """Whether an answer would fill the gap; `reveals: people.buying_roles=designer` finds that value only.

    Where a row is lacking, the question must be about the field that the criterion covers.
    """
    field = covered(judged.criterion, gap.address)
    for reveals in question.reveals:
        place, _, value = reveals.partition("=")
        parts = place.split(".")
        if value and gap.wanted not in (MISSING, value):
            continue
        if row is None and parts[0] == gap.address and field in ("", parts[1]):
            return True
        if row is not None and parts[0] == row.sheet.id and gap.address == row.address(*parts[1:]):
            return True
    return False


def covered(criterion: "Criterion", sheet: str) -> str:
    """The field of a table that a `covers` requirement of the criterion is about."""
    places = [str(needs["covers"]) for needs in criterion.requires if "covers" in needs]
    return next((p.partition(".")[2] for p in places if p.partition(".")[0] == sheet), "")
