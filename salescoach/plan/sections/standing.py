"""Where we stand: each exit criterion, what holds by which proof, what is missing; then the red flags."""

from salescoach.coach.flags import red_flags
from salescoach.coach.gate import Judged
from salescoach.coach.words import lack
from salescoach.deal.deal import Spot
from salescoach.fields.cells import key_name
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, table, text

MOST_FLAGS = 2
MOST_WORDS = 3


def render(brief: Brief) -> str:
    """A sentence, a table, and at most two red flags."""
    gate = brief.gate
    musts = sum(j.must for j in gate.judged)
    every = gate.needs == len(gate.judged)
    which = (
        "gate-every"
        if every
        else "gate-no-musts"
        if not musts
        else "gate"
        if musts < gate.needs
        else "gate-all-musts"
    )
    summary = brief.say(
        "gate-passed" if gate.passes else which, held=gate.held, all=len(gate.judged), needs=gate.needs
    )
    rows = [["●" if j.must else "", brief.pick(j.criterion.title), _state(brief, j)] for j in gate.judged]
    flags = red_flags(brief.deal, brief.today, brief.language)[:MOST_FLAGS]
    return paragraphs(
        summary,
        table(["", brief.say("criterion"), brief.say("state")], rows),
        "\n".join(f"- {brief.say('red-flag')}{text(f)}" for f in flags),
    )


def _state(brief: Brief, judged: Judged) -> str:
    """Held, by whom and when; else how far it is, what is there, what is lacking, and the question for it."""
    if judged.holds:
        record = judged.verdict.proof[-1] if judged.verdict.proof else None
        if record is None:
            return brief.say("held")
        return brief.say("held-by", person=brief.name(record.person), date=brief.day(str(record.day)))
    begun = "half" if judged.verdict.proof else "missing"
    state = brief.say("cannot-tell" if judged.verdict.holds is None else begun)
    there = dict.fromkeys(
        w for r in judged.verdict.proof for a in r.addresses if (w := _stated(brief, judged, a))
    )
    lacking = dict.fromkeys(
        text(w) for g in judged.verdict.gaps if (w := lack(brief.deal, judged, g, brief.language))
    )
    what = [*there, *lacking][:MOST_WORDS]
    detail = f"{brief.say('colon')}{brief.say('semicolon').join(what)}" if what else ""
    number = brief.question_for(judged.address) or next(
        (n for g in judged.verdict.gaps if (n := brief.question_for(g.address))), 0
    )
    return state + detail + (brief.say("ask-number", number=number) if number else "")


def _stated(brief: Brief, judged: Judged, address: str) -> str:
    """A cell that is proven already, in the rows the criterion is about."""
    rows = {"/".join(g.address.split("/")[:2]) for g in judged.verdict.gaps}
    place = brief.deal.spot(address)
    if place.field is None or place.field.kind != "cells" or "/".join(address.split("/")[:2]) not in rows:
        return ""
    return brief.say("stated", what=_cell_name(brief, place, address))


def _cell_name(brief: Brief, place: Spot, address: str) -> str:
    assert place.field is not None
    return brief.clause(key_name(place.field, address.rpartition("/")[2], brief.deal, brief.language))
