"""What the slots of a playbook's texts stand for, at a given row and person."""

from collections.abc import Mapping
from typing import Any

from salescoach.deal.deal import Deal, Row, View
from salescoach.fields import known
from salescoach.text import say_number


def slots(deal: Deal, view: View, language: str, row: Row | None = None, person: str = "") -> dict[str, str]:
    """Slot name to text, only for what is known: a text that uses another slot is not offered."""
    found = {"customer": deal.say("customer")}
    if person and deal.row("people", person):
        found["person"] = deal.person(person)
    if row is None:
        return found
    found["row"] = deal.title(row, language)
    for slot, name in (("symptom", "symptom"), ("root_cause", "root_cause"), ("event", "urgency_event")):
        if known(value := view.value(row, name)):
            found[slot] = str(value)
    if known(words := view.value(row, "explicit_need")):
        found["need"] = words[-1]
    if amount := _proven_amount(row, deal):
        found["number"] = say_number(amount, language)
    return found


def _proven_amount(row: Row, deal: Deal) -> float:
    """The largest amount of the row that the customer gave: a number in a question must be theirs."""
    cells = row.cells.get("impacts")
    amounts = []
    for key, cell in cells.items() if isinstance(cells, Mapping) else ():
        amount: Any = cell.get("amount") if isinstance(cell, Mapping) else None
        given = [
            r.value for r in deal.records_for(row.address("impacts", key)) if r.grade.startswith("customer")
        ]
        if isinstance(amount, int | float) and amount in given:
            amounts.append(amount)
    return max(amounts, default=0)
