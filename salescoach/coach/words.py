"""Gates in words: what a criterion lacks, and what to ask or do next to fill it."""

from salescoach.coach.gate import Judged
from salescoach.coach.reach import about, reaches
from salescoach.coach.slots import slots
from salescoach.deal.conditions import Gap
from salescoach.deal.deal import PEOPLE, Deal, Row, View
from salescoach.fields import MISSING, kind
from salescoach.fields.cells import key_name
from salescoach.messages import speaker
from salescoach.text import clause, fill, pick

MOST_LACKS = 3


def lacks(deal: Deal, judged: Judged, language: str, most: int = MOST_LACKS) -> str:
    """What a criterion lacks in a few words: "Late tariffs, future development: no number from them; …"."""
    say = speaker(language)
    found = list(dict.fromkeys(w for g in judged.verdict.gaps if (w := lack(deal, judged, g, language))))
    more = ["…"] if len(found) > most else []
    return say("plan.semicolon").join([*found[:most], *more])


def lack(deal: Deal, judged: Judged, gap: Gap, language: str) -> str:
    """What one gap lacks: the row where there are several, the field, the reason."""
    say = speaker(language)
    if gap.address == judged.address:
        return say(f"plan.reason-{gap.reason}")
    sheet = deal.worksheets[gap.address.partition("/")[0]]
    if "/" not in gap.address:
        return say("plan.no-row", table=clause(pick(sheet.table, language), language))
    place = deal.spot(gap.address)
    if place.row is None or place.field is None:
        return ""
    reason = say(f"plan.reason-{gap.reason}")
    label = pick(place.field.label, language)
    if place.field.kind == "cells":
        label = key_name(place.field, gap.address.rpartition("/")[2], deal, language)
        if any(kind(place.field.cell[p].kind).GUARDED for p in gap.parts):
            reason = say("plan.no-number")
    rows = {g.address.split("/")[1] for g in judged.verdict.gaps if g.address.startswith(f"{sheet.id}/")}
    named = place.row.id and (len(rows) > 1 or sheet.id == PEOPLE)
    title = f"{deal.title(place.row, language)}{say('plan.comma')}" if named else ""
    return f"{title}{clause(label, language)}{say('plan.colon')}{reason}"


def next_question(deal: Deal, view: View, judged: Judged, language: str) -> str:
    """What to say to the customer that would fill the nearest gap; "" where the playbook has no such words.

    A question that reveals the field or wins the criterion, for the customer's industry; else what the playbook
    asks the rep for it.
    """
    for gap in judged.verdict.gaps:
        row = _row(deal, gap)
        for question in about(deal.playbook, judged.address, gap):
            fits = question.industry in ("", deal.industry)
            if not fits or not (judged.address in question.wins or reaches(question, judged, gap, row)):
                continue
            known_slots = slots(deal, view, language, row, _person(view, row))
            if said := fill(pick(question.text, language), known_slots):
                return said
    return ""


def _row(deal: Deal, gap: Gap) -> Row | None:
    sheet, _, rest = gap.address.partition("/")
    return deal.row(sheet, rest.partition("/")[0]) or deal.row(sheet, "")


def _person(view: View, row: Row | None) -> str:
    """The row's own person, who would be asked."""
    if row is None:
        return ""
    if row.sheet.id == PEOPLE:
        return row.id
    who = view.value(row, row.sheet.who) if row.sheet.who else MISSING
    return who if isinstance(who, str) else ""
