"""The agenda: blocks whose minutes sum to the visit's, with who of ours does what."""

from itertools import groupby
from typing import NamedTuple

from salescoach.coach.visit import minutes_of
from salescoach.deal.deal import PEOPLE
from salescoach.plan.brief import CUSTOMER, Brief
from salescoach.plan.markdown import table, text

SHORT_VISIT = 30
REPORT_MINUTES = 3
OUR_MINUTES = 5
LEAST_EACH = 2
"""Minutes that a question and its answer take at least."""


class Block(NamedTuple):
    """`weight` shares the time that the fixed blocks leave; `shared` is what the customer reads of it."""

    what: str
    minutes: int = 0
    weight: int = 0
    part: str = "lead"
    shared: str = ""


def render(brief: Brief) -> str:
    """Opening, the loops of questions, the next step, read back."""
    rows = [[str(minutes), b.what, _who(brief, b.part)] for b, minutes in timed(brief)]
    return table([brief.say("min"), "", brief.say("who")], rows)


def timed(brief: Brief) -> list[tuple[Block, int]]:
    """The blocks that get time, with their minutes; the sum is the visit's."""
    total = brief.room.minutes
    blocks = _blocks(brief, short=total <= SHORT_VISIT)
    return [(b, n) for b, n in zip(blocks, _minutes(blocks, total), strict=True) if n]


def least_minutes(brief: Brief) -> int:
    """What the fixed blocks and the questions take at least, each question LEAST_EACH."""
    blocks = _blocks(brief, short=True)
    return sum(b.minutes or (b.weight * LEAST_EACH) for b in blocks)


def _blocks(brief: Brief, short: bool) -> list[Block]:
    asked = minutes_of(brief.visit)
    purpose = brief.say("agenda-open", minutes=asked) if asked else brief.say("agenda-open-plain")
    opening = Block(purpose, 1 if short else 3, shared=brief.say("shared-open"))
    report = [
        Block(brief.say("agenda-report"), REPORT_MINUTES, shared=brief.say("shared-report")),
        Block(brief.say("agenda-answer"), weight=3, shared=brief.say("shared-answer")),
    ]
    numbered = list(enumerate(brief.questions, 1))
    closing = [n for n, q in numbered if q.wins and _closes(brief, q.type)]
    talks = []
    for about, group in groupby(
        (p for p in numbered if p[0] not in closing), key=lambda p: _topic(p[1].about)
    ):
        numbers = [n for n, _ in group]
        shared = _shared_topic(brief, about) or brief.say("shared-talk")
        talks.append(Block(_talk(brief, about, numbers), weight=len(numbers), shared=shared))
    if not talks and not brief.deciders:
        talks = [Block(brief.say("agenda-talk"), weight=1, shared=brief.say("shared-talk"))]
    ask = (
        brief.say("agenda-next", numbers=_numbers(brief, closing))
        if closing
        else brief.say("agenda-next-plain")
    )
    end = [
        Block(ask, 3 if short else 5, shared=brief.say("shared-next")),
        Block(brief.say("agenda-end"), 1 if short else 2, part="notes", shared=brief.say("shared-end")),
    ]
    first = [*(report if brief.deciders else []), *_of_this_kind(brief, short)]
    return [opening, *first, *talks, *_ours(brief, short), *end]


def _of_this_kind(brief: Brief, short: bool) -> list[Block]:
    """What the playbook puts before the questions in this kind of visit; half the time in a short one."""
    planned = brief.variant.agenda if brief.variant is not None else []
    return [
        Block(
            brief.pick(b.what),
            -(-b.minutes // 2) if short else b.minutes,
            part=b.part,
            shared=brief.pick(b.shared),
        )
        for b in planned
    ]


def _shared_topic(brief: Brief, about: str) -> str:
    """The name of what a block is about, where it may stand on the customer's page."""
    sheet, _, ident = about.partition("/")
    row = brief.deal.row(sheet, ident)
    if row is None or sheet == PEOPLE or brief.audience != CUSTOMER or not brief.may_leave(row):
        return ""
    return brief.title(row) if brief.proven(row, row.sheet.row_title) else ""


def _ours(brief: Brief, short: bool) -> list[Block]:
    """A slot for who of ours came to bring something: one page, no product before its time."""
    part = next((p for p in ("presales", "technical") if any(brief.part(m) == p for m in brief.team())), "")
    if not part or short:
        return []
    return [Block(brief.say("agenda-ours"), OUR_MINUTES, part=part, shared=brief.say("shared-ours"))]


def _topic(about: str) -> str:
    """What a block is about: a row, the people, or "" for the way they decide."""
    return PEOPLE if about.startswith(f"{PEOPLE}/") else about


def _closes(brief: Brief, kind: str) -> bool:
    return brief.deal.playbook.types[kind].style == "commitment"


def _talk(brief: Brief, about: str, numbers: list[int]) -> str:
    sheet, _, ident = about.partition("/")
    row = brief.deal.row(sheet, ident) if about else None
    asked = brief.say(
        "agenda-questions" if len(numbers) > 1 else "agenda-question", numbers=_numbers(brief, numbers)
    )
    if row is None:
        topic = brief.say("agenda-people" if sheet == PEOPLE else "agenda-process")
        return f"{topic}{brief.say('colon')}{asked}"
    sums = brief.say("agenda-sum-up") if sheet == "pains" else ""
    return f"{text(brief.deal.title(row, brief.language))}{brief.say('colon')}{asked}{sums}"


def _numbers(brief: Brief, numbers: list[int]) -> str:
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return brief.say("range", first=numbers[0], last=numbers[-1])
    return brief.say("and").join(map(str, numbers))


def _minutes(blocks: list[Block], total: int) -> list[int]:
    """Minutes per block: fixed ones as they are while they fit, the rest by weight; the sum is `total`."""
    fixed = sum(b.minutes for b in blocks)
    weights = sum(b.weight for b in blocks)
    left = max(0, total - fixed)
    minutes = [b.minutes or left * b.weight // weights for b in blocks]
    lacking = total - sum(minutes)
    order = sorted(range(len(blocks)), key=lambda i: (-blocks[i].weight, i))
    step = 1 if lacking > 0 else -1
    at = 0
    while lacking:
        index = order[at % len(order)]
        if minutes[index] + step >= 0:
            minutes[index] += step
            lacking -= step
        at += 1
    return minutes


def _who(brief: Brief, part: str) -> str:
    team = brief.team()
    found = next((m for m in team if brief.part(m) == part), team[0] if team else {})
    return text(found.get("name") or found.get("id") or "")
