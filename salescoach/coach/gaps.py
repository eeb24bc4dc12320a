"""The questions for what the exit of a stage lacks: the value while it is open, then what proves it."""

from collections.abc import Iterator

from salescoach.coach import records, rows
from salescoach.coach.asking import for_cell, for_field
from salescoach.coach.gate import Judged, gaps_in_order
from salescoach.coach.moment import Moment
from salescoach.coach.reach import covered
from salescoach.deal.conditions import Gap
from salescoach.dialogue import Ask
from salescoach.fields import MISSING, kind
from salescoach.text import pick

OPEN = ("missing", "unknown")


def asks(moment: Moment) -> Iterator[tuple[Judged, Ask]]:
    """Each question with the criterion it serves, in a coach's order; the last topic goes on first."""
    last = moment.answers[-1].key if moment.answers else ""
    if last in moment.draft.new_rows:
        last = f"{last.partition('#')[0]}/{moment.draft.new_rows[last]}"
    last = last.partition("#")[0].partition("!")[0]
    pairs = sorted(gaps_in_order(moment.gate), key=lambda pair: not _related(pair[1].address, last))
    for judged, gap in pairs:
        for ask in _for_gap(moment, judged, gap):
            yield judged, ask


def _related(address: str, last: str) -> bool:
    """Whether a gap is about the same place as the last answer; a row that lacks is no such place."""
    same_place = address == last or last.startswith(f"{address}/") or address.startswith(f"{last}/")
    return "/" in address and bool(last) and same_place


def _for_gap(moment: Moment, judged: Judged, gap: Gap) -> Iterator[Ask]:
    if gap.address == judged.address:
        yield from records.asks(moment, gap.address, gap.grade)
        return
    path = gap.address.split("/")
    sheet = moment.deal.worksheets[path[0]]
    if len(path) == 1:
        yield _new_row(moment, judged, gap)
        return
    is_form = sheet.form is not None
    row = moment.deal.row(path[0], "" if is_form else path[1])
    name, *cell = path[1:] if is_form else path[2:]
    if row is None:
        return
    field, tip = sheet.fields[name], moment.tip(path[0], name)
    if field.derived == "words":
        yield from records.asks(moment, gap.address, gap.grade)
    elif gap.reason in OPEN and cell:
        for part in gap.parts or ("",):
            key = f"{gap.address}/{part}" if part else gap.address
            yield for_cell(moment.desk, key, row, name, cell[0], part, tip)
    elif gap.reason in OPEN:
        yield for_field(moment.desk, gap.address, row, name, tip)
    elif gap.reason != "differs":
        one_of_several = gap.wanted is not MISSING and field.kind == "choices"
        if cell and (guarded := [p for p in gap.parts if kind(field.cell[p].kind).GUARDED]):
            yield from records.asks(moment, f"{gap.address}={guarded[0]}", gap.grade)
            return
        yield from records.asks(
            moment, f"{gap.address}={gap.wanted}" if one_of_several else gap.address, gap.grade
        )


def _new_row(moment: Moment, judged: Judged, gap: Gap) -> Ask:
    """A row that the criterion lacks; it gets what makes it one of those that the criterion picks out."""
    wanted = "" if gap.wanted is MISSING else f".{gap.wanted}"
    stem = f"{gap.address}#new.{judged.criterion.id}{wanted}"
    made = sum(key.startswith(stem) for key in moment.draft.new_rows)
    prompt = ""
    if wanted:
        table = moment.desk.pick(moment.deal.worksheets[gap.address].table)
        prompt = moment.desk.say("prep.new-row-for", table=table, value=_label(moment, judged, gap))
    return rows.ask(moment, gap.address, f"{stem}.{made + 1}", prompt)


def _label(moment: Moment, judged: Judged, gap: Gap) -> str:
    field = moment.deal.worksheets[gap.address].fields.get(covered(judged.criterion, gap.address))
    found = next((c.label for c in field.choices if c.id == gap.wanted), None) if field else None
    return pick(found, moment.desk.language) or str(gap.wanted)
