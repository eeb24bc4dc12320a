"""The agenda: blocks whose minutes sum to the visit's, with who of ours does what."""

from itertools import groupby
from typing import NamedTuple

from salescoach.coach.room import Chosen, in_use, row_of
from salescoach.coach.visit import minutes_of
from salescoach.deal.deal import PEOPLE
from salescoach.plan.brief import CUSTOMER, Brief
from salescoach.plan.markdown import table, text

SHORT_VISIT = 30
REPORT_MINUTES = 3
OUR_MINUTES = 5
MOST_BLOCKS = 5
PROCESS = "check"
"""The type of question that asks for the way they decide."""
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
    talks = _talks(brief, [p for p in numbered if p[0] not in closing])
    ask = (
        brief.say("agenda-next", numbers=_numbers(brief, closing))
        if closing
        else brief.say("agenda-next-plain")
    )
    end = [
        Block(ask, 3 if short else 5, shared=brief.say("shared-next")),
        Block(brief.say("agenda-end"), 1 if short else 2, part="notes", shared=brief.say("shared-end")),
    ]
    before, after = (_of_this_kind(brief, short, is_after) for is_after in (False, True))
    reports = report if brief.deciders else []
    return [opening, *reports, *before, *talks, *after, *_ours(brief, short), *end]


def _talks(brief: Brief, numbered: list[tuple[int, Chosen]]) -> list[Block]:
    """The questions by what they are about; by worksheet where that would be too many blocks to keep in mind."""
    for key in (_topic, _sheet):
        groups = [list(group) for _, group in groupby(numbered, key=lambda p: key(p[1]))]
        if len(groups) <= MOST_BLOCKS:
            break
    general = brief.say("shared-talk" if brief.room.about_pains else "shared-points")
    blocks = [
        Block(
            _talk(brief, [q for _, q in group], [n for n, _ in group]),
            weight=len(group),
            shared=_shared_topic(brief, [q for _, q in group]) or general,
        )
        for group in groups
    ]
    if not blocks and not brief.deciders:
        blocks = [Block(brief.say("agenda-talk"), weight=1, shared=general)]
    return blocks


def _of_this_kind(brief: Brief, short: bool, after: bool) -> list[Block]:
    """What the playbook puts before the questions of this kind of visit, or after; half the time in a short one."""
    planned = [b for b in (brief.variant.agenda if brief.variant is not None else []) if b.after == after]
    if brief.gate.passes:  # what the visit was for is done
        planned = []
    return [
        Block(
            brief.pick(b.what),
            -(-b.minutes // 2) if short else b.minutes,
            part=b.part,
            shared=brief.pick(b.shared),
        )
        for b in planned
    ]


def _shared_topic(brief: Brief, group: list[Chosen]) -> str:
    """The name of what a block is about, where it may stand on the customer's page."""
    about = {one.about for one in group}
    row = row_of(brief.deal, next(iter(about))) if len(about) == 1 else None
    if row is None or row.sheet.id == PEOPLE or brief.audience != CUSTOMER or not brief.may_leave(row):
        return ""
    return brief.title(row) if brief.proven(row, row.sheet.row_title) else ""


def _ours(brief: Brief, short: bool) -> list[Block]:
    """A slot for who of ours came to bring something: one page, no product before its time."""
    part = next((p for p in ("presales", "technical") if any(brief.part(m) == p for m in brief.team())), "")
    if not part or short:
        return []
    return [Block(brief.say("agenda-ours"), OUR_MINUTES, part=part, shared=brief.say("shared-ours"))]


def _topic(one: Chosen) -> tuple[str, str]:
    """What a block is about: a row, the people, or else the kind of question."""
    about = PEOPLE if one.about.startswith(f"{PEOPLE}/") else one.about
    return about, "" if about else one.type


def _sheet(one: Chosen) -> tuple[str, str]:
    """The same, all rows of a worksheet together."""
    about, kind = _topic(one)
    return about.partition("/")[0], kind


def _closes(brief: Brief, kind: str) -> bool:
    return brief.deal.playbook.types[kind].style == "commitment"


def _talk(brief: Brief, group: list[Chosen], numbers: list[int]) -> str:
    """The topic with the numbers of its questions; a pain ends with a summary."""
    asked = brief.say(
        "agenda-questions" if len(numbers) > 1 else "agenda-question", numbers=_numbers(brief, numbers)
    )
    about, kind = _topic(group[0])
    rows = {r.id: r for one in group if (r := row_of(brief.deal, one.about)) is not None}
    row = next(iter(rows.values()), None)
    if about == PEOPLE:
        topic = brief.say("agenda-people")
    elif row is not None:
        topic = brief.title(row) if len(rows) == 1 else brief.pick(row.sheet.title or row.sheet.table)
    else:
        known_kind = brief.deal.playbook.types.get(kind)
        if known_kind is None or kind == PROCESS:
            topic = brief.say("agenda-process" if _decides(brief) else "agenda-points")
        else:
            topic = brief.pick(known_kind.label)
    sums = brief.say("agenda-sum-up") if row is not None and row.sheet.id == "pains" else ""
    return f"{topic}{brief.say('colon')}{asked}{sums}"


def _decides(brief: Brief) -> bool:
    """Whether the stage is one in which the customer still decides: a report may be given in it."""
    return any(t.style == "report" and in_use(t, brief.deal) for t in brief.deal.playbook.types.values())


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
