"""Where the customer is in their buying, read from what they did last (METHOD.md §1.5)."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from salescoach.deal.deal import Deal
from salescoach.deal.evidence import COUNTING, GRADES, Record
from salescoach.fields import MISSING

if TYPE_CHECKING:
    from salescoach.playbook.model import BuyingStage


class Shown(NamedTuple):
    """The buying stage that the customer's latest act shows, and that of the stage the deal claims.

    `shown` and `claimed` are places in the playbook's list of buying stages; `address` is what the act was about.
    """

    stage: "BuyingStage"
    record: Record
    address: str
    shown: int
    claimed: int


def detect(deal: Deal, today: date) -> Shown | None:
    """Read the customer's latest act; None where no act tells, or the playbook names no buying stages.

    Where acts of one day match two stages the earlier one is taken, unless a document proves the later.
    """
    stages = deal.playbook.buying_stages
    claimed = next((at for at, s in enumerate(stages) if deal.stage and deal.stage.id in s.stages), None)
    if claimed is None:
        return None
    places = {shows: at for at, s in enumerate(stages) for shows in s.shown_by}
    acts = [
        (record.day, at, record, address)
        for record in deal.records
        if record.grade in COUNTING and record.day is not None and record.day <= today
        for address in record.addresses
        if (at := _place(places, deal, address, record)) is not None
    ]
    if not acts:
        return None
    last = max(day for day, *_ in acts)
    latest = [(at, record, address) for day, at, record, address in acts if day == last]
    documents = [act for act in latest if act[1].grade == GRADES[0]]
    earliest = min(latest, key=lambda act: act[0])
    at, record, address = max([earliest, *documents], key=lambda act: act[0])
    return Shown(stages[at], record, address, at, claimed)


def _place(places: dict[str, int], deal: Deal, address: str, record: Record) -> int | None:
    """Which buying stage a record shows: by its criterion, its field, or its field's value."""
    if address in places:
        return places[address]
    sheet, *rest = address.split("/")
    worksheet = deal.worksheets.get(sheet)
    if worksheet is None:
        return None
    name = rest[0 if worksheet.form is not None else 1 :][:1]
    field = f"{sheet}.{name[0]}" if name else ""
    exact = f"{field}={record.value}" if record.value is not MISSING else ""
    return places.get(exact, places.get(field))
