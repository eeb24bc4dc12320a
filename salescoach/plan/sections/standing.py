"""Where we stand: each exit criterion, what holds by which proof, what is missing; then the red flags."""

from salescoach.coach.flags import red_flags
from salescoach.coach.gate import Judged
from salescoach.deal.conditions import Gap
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, table, text

MOST_FLAGS = 2


def render(brief: Brief) -> str:
    """A sentence, a table, and at most two red flags."""
    gate = brief.gate
    musts = sum(j.must for j in gate.judged)
    which = "gate-no-musts" if not musts else "gate" if musts < gate.needs else "gate-all-musts"
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
    if judged.holds:
        record = judged.verdict.proof[-1] if judged.verdict.proof else None
        if record is None:
            return brief.say("held")
        return brief.say(
            "held-by", person=brief.name(record.person), date=brief.day(record.day and record.day.isoformat())
        )
    begun = "half" if judged.verdict.proof else "missing"
    state = brief.say("cannot-tell" if judged.verdict.holds is None else begun)
    what = [w for w in dict.fromkeys(_lack(brief, judged, g) for g in judged.verdict.gaps) if w]
    detail = f"{brief.say('colon')}{brief.say('semicolon').join(what[:2])}" if what else ""
    number = brief.question_for(judged.address) or next(
        (n for g in judged.verdict.gaps if (n := brief.question_for(g.address))), 0
    )
    return state + detail + (brief.say("ask-number", number=number) if number else "")


def _lack(brief: Brief, judged: Judged, gap: Gap) -> str:
    """What one gap lacks, in a few words: "impact, future: no number from them"."""
    if gap.address == judged.address:
        return brief.say(f"reason-{gap.reason}")
    parts = gap.address.split("/")
    sheet = brief.deal.worksheets[parts[0]]
    if len(parts) == 1:
        return brief.say("no-row", table=brief.clause(sheet.table))
    row = brief.deal.row(parts[0], "" if sheet.form is not None else parts[1])
    rest = parts[1:] if sheet.form is not None else parts[2:]
    if row is None:
        return ""
    field = sheet.fields[rest[0]]
    label = brief.clause(field.label)
    if len(rest) > 1:
        from salescoach.fields.cells import key_name

        label = brief.clause(key_name(field, rest[1], brief.deal, brief.language))
        named = [brief.clause(field.cell[p].label) for p in gap.parts if p in field.cell]
        label += f"{brief.say('comma')}{brief.say('comma').join(named)}" if named else ""
    several = (
        len({g.address.split("/")[1] for g in judged.verdict.gaps if g.address.startswith(parts[0] + "/")})
        > 1
    )
    title = f"{brief.title(row)}{brief.say('comma')}" if row.id and several else ""
    return f"{title}{label}{brief.say('in-brackets', what=brief.say(f'reason-{gap.reason}'))}"
