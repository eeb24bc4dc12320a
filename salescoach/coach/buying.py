"""Where the customer is in their buying, read from what they did (METHOD.md §1.5)."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from salescoach.deal.deal import Deal
from salescoach.deal.evidence import COUNTING, GRADES, Record
from salescoach.fields import MISSING
from salescoach.memo import by_identity

if TYPE_CHECKING:
    from salescoach.playbook.model import Playbook


class Act(NamedTuple):
    """What a customer did that shows a buying stage: its place in the playbook's list, and what it was about."""

    place: int
    record: Record
    address: str


class Buying(NamedTuple):
    """`claimed` is the place of the deal's own stage; `latest` and `furthest` are the customer's acts."""

    claimed: int
    latest: Act
    furthest: Act


def detect(deal: Deal, today: date) -> Buying | None:
    """Read the customer's acts; None where none tells, or the playbook names no buying stages.

    Where acts of one day match two stages the earlier one is taken, unless a document proves the later.
    """
    stages = deal.playbook.buying_stages
    claimed = next((at for at, s in enumerate(stages) if deal.stage and deal.stage.id in s.stages), None)
    places = _places(deal.playbook)
    acts = [
        Act(at, record, address)
        for record in deal.records
        if record.grade in COUNTING and record.day is not None and record.day <= today
        for address in record.addresses
        if (at := _place(places, deal, address, record)) is not None
    ]
    if claimed is None or not acts:
        return None
    last = max(act.record.day for act in acts if act.record.day)
    latest = [act for act in acts if act.record.day == last]
    documents = [act for act in latest if act.record.grade == GRADES[0]]
    earliest = min(latest, key=lambda act: act.place)
    return Buying(
        claimed,
        max([earliest, *documents], key=lambda act: act.place),
        max(acts, key=lambda act: (act.place, str(act.record.day))),
    )


@by_identity
def _places(playbook: "Playbook") -> dict[str, int]:
    return {shows: at for at, s in enumerate(playbook.buying_stages) for shows in s.shown_by}


def _place(places: dict[str, int], deal: Deal, address: str, record: Record) -> int | None:
    """Which buying stage a record shows: by its criterion, its field, or its field's value."""
    if address in places:
        return places[address]
    sheet, _, inside = address.partition("/")
    worksheet = deal.worksheets.get(sheet)
    if worksheet is None:
        return None
    if worksheet.form is None:
        inside = inside.partition("/")[2]
    field = f"{sheet}.{inside.partition('/')[0]}"
    exact = f"{field}={record.value}" if record.value is not MISSING else ""
    return places.get(exact, places.get(field))
