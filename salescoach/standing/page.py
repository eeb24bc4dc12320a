"""One deal on a page: where it stands, what is next, which criteria hold by which evidence, what is wrong."""

from collections import Counter
from collections.abc import Iterator, Sequence

from salescoach.deal.deal import PEOPLE
from salescoach.deal.evidence import Record
from salescoach.messages import Say
from salescoach.report import STATES
from salescoach.standing.facts import Condition, Standing
from salescoach.standing.layout import laid, padded
from salescoach.text import clause, parse_day, say_date
from salescoach.visible import cut, width

LONGEST = 100
"""Cells of the customer's words that are repeated."""
MOST_FINDINGS = 6


def render(of: Standing, say: Say, language: str, columns: int) -> Iterator[str]:
    """The lines; `columns` is the width of the terminal, 0 where there is none."""
    yield from _head(of, say, columns)
    yield from _next(of, say, language, columns)
    own = [c for c in of.criteria if c.rule.startswith(f"{of.gate.stage.id}/")]
    earlier = [c for c in of.criteria if c not in own]
    yield from _section(say("status.heading-exit", stage=of.row.stage), columns)
    yield from _criteria(own, of, say, language, columns)
    if earlier:
        counts = Counter(c.state for c in earlier)
        states = [say(f"formats.state-{s}", count=counts[s]) for s in STATES if counts[s]]
        text = say("status.heading-earlier", states=say("formats.comma").join(states))
        yield from _section(text, columns)
        yield from _criteria([c for c in earlier if c.state != "holds"], of, say, language, columns)
    yield from _flags(of, say, columns)


def _section(title: str, columns: int) -> Iterator[str]:
    yield ""
    yield from laid(title, columns)


def _head(of: Standing, say: Say, columns: int) -> Iterator[str]:
    deal, stage = of.case.deal, of.gate.stage
    yield from laid(" · ".join(filter(None, (deal.say("customer"), deal.say("title")))), columns)
    facts = {"title": of.row.stage, "stage": stage.id, "days": of.row.days}
    if of.row.days is None:
        yield from laid(say("status.stage", **facts), columns)
    elif stage.days is None:
        yield from laid(say("status.stage-since", **facts), columns)
    else:
        late = "stalled" if of.row.days > stage.days.red_flag else "usual"
        yield from laid(say(f"status.stage-{late}", **facts, usual=stage.days.advice), columns)
    if of.row.result != "open":
        yield from laid(say("status.result", result=say(f"status.result-{of.row.result}")), columns)
    held = {"held": of.gate.held, "all": len(of.gate.judged), "needs": of.gate.needs}
    yield from laid(say("prep.gate", **held), columns)
    if of.filled.asked:
        share = of.filled.known * 100 // of.filled.asked
        yield from laid(
            say("status.filled", known=of.filled.known, asked=of.filled.asked, share=share), columns
        )


def _next(of: Standing, say: Say, language: str, columns: int) -> Iterator[str]:
    yield from _section(say("status.heading-next"), columns)
    yield from laid(of.row.todo, columns, "  ")
    if not of.visit:
        return
    day = parse_day(of.visit["date"])
    when = " ".join(filter(None, (say_date(day, language) if day else "", of.visit["time"])))
    who = say("formats.comma").join(of.visit["people"]) or say("formats.nothing")
    yield from laid(say("status.visit", when=when, who=who), columns, "  ")
    if of.visit["objective"]:
        yield from laid(of.visit["objective"], columns, "    ")
    if of.visit["plan"]:
        folder = of.case.document.path.rpartition("/")[0]
        yield from laid(say("prep.plan-written", path=f"{folder}/{of.visit['plan']}"), columns, "    ")


def _criteria(
    criteria: Sequence[Condition], of: Standing, say: Say, language: str, columns: int
) -> Iterator[str]:
    states = {c.state: say(f"status.state-{c.state}") for c in criteria}
    cells = max((width(word) for word in states.values()), default=0)
    for one in criteria:
        said = one.title if one.state in ("holds", "waived") else one.what
        text = say("status.must", what=said) if one.must and one.what else said
        yield from laid(text, columns, f"  {padded(states[one.state], cells)}  ")
        indent = " " * (cells + 4)
        for record in list(dict.fromkeys(one.proof))[-1:]:
            yield from laid(_proof(record, of, say, language), columns, indent)
        if one.waiver[0]:
            yield from laid(say("status.waived-by", by=one.waiver[0], until=one.waiver[1]), columns, indent)
        if one.ask and one.state not in ("spare", "waived"):
            yield from laid(one.ask, columns, indent)


def _proof(record: Record, of: Standing, say: Say, language: str) -> str:
    facts = {
        "grade": clause(say(f"evidence.{record.grade}"), language),
        "person": of.case.deal.name(PEOPLE, record.person, language),
        "date": say_date(record.day, language) if record.day else "",
    }
    if not record.words:
        return say("status.proof", **facts)
    return say("status.proof-words", **facts, words=cut(" ".join(record.words.split()), LONGEST))


def _flags(of: Standing, say: Say, columns: int) -> Iterator[str]:
    yield from _section(say("status.heading-flags"), columns)
    gravest = sorted(of.findings, key=lambda told: told.level != "error")
    for told in gravest[:MOST_FINDINGS]:
        level = say(f"formats.level-{told.level}")
        place = say("status.line", line=told.line) if told.line else ""
        yield from laid(say("status.finding", level=level, place=place, what=told.what), columns, "  ")
    for flag in of.flags:
        yield from laid(flag, columns, "  ")
    if not of.findings and not of.flags:
        yield from laid(say("formats.nothing"), columns, "  ")
    if of.findings:
        more = len(of.findings) - MOST_FINDINGS
        key, facts = ("status.more", {"count": more}) if more > 0 else ("status.see-check", {})
        yield from laid(say(key, **facts, deal=of.case.deal.ident), columns, "  ")
