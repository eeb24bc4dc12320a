"""What to keep of a deal that was judged: numbers, and the words that will be shown."""

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from re import compile as pattern
from typing import TYPE_CHECKING

from salescoach.checking.deals import Entry
from salescoach.checking.judging import Judgement, states
from salescoach.checking.outcome import LETTERS, NEVER, Outcome
from salescoach.fields import EXIT
from salescoach.findings import LEVELS
from salescoach.memo import by_identity
from salescoach.report import Told
from salescoach.text import parse_day, pick

if TYPE_CHECKING:
    from salescoach.playbook.model import Playbook

_MONTH_AND_DAY = pattern("-[0-9]{2}-[0-9]{2}")


def outcome(
    judgement: Judgement, entry: Entry, today: date, words: Sequence[Told] | None, worded: str, language: str
) -> Outcome:
    """What to keep of a deal that was judged; `words` are its findings of the level `worded` or above."""
    levels = [f.level for f in judgement.findings]
    case = judgement.case
    playbook = case.deal.playbook if case else None
    held = states(case, playbook)
    criteria = case.deal.ids(EXIT) if case else ()
    return Outcome(
        entry.path,
        (levels.count(LEVELS[0]), levels.count(LEVELS[1]), levels.count(LEVELS[2])),
        "".join(LETTERS.get(held.get(address, ""), "-") for address in criteria),
        _same(judgement),
        str(today) if _tells_the_day(judgement) else _until(judgement, today),
        playbook.id if playbook else "",
        worded,
        "" if words is None else _packed(judgement, words, language),
    )


def _tells_the_day(judgement: Judgement) -> bool:
    """Whether a finding's words will be others tomorrow."""
    return any("today" in f.facts or "days" in f.facts for f in judgement.findings)


def _same(judgement: Judgement) -> str:
    """Customer and title, whatever their case and spaces."""
    content = judgement.document.data
    if not isinstance(content, dict) or not content.get("customer"):
        return ""
    parts = (" ".join(str(content.get(key) or "").casefold().split()) for key in ("customer", "title"))
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _packed(judgement: Judgement, words: Sequence[Told], language: str) -> str:
    deal = judgement.case.deal if judgement.case else None
    name = " · ".join(x for x in (deal.say("customer"), deal.say("title")) if x) if deal else ""
    stage = pick(deal.stage.title, language) if deal and deal.stage else ""
    return json.dumps([name, stage, [list(t[1:]) if t.path == judgement.document.path else list(t) for t in words]],
                      ensure_ascii=False, separators=(",", ":"))  # fmt: skip


def _until(judgement: Judgement, today: date) -> str:
    """The day before the first on which a date of the file could change a verdict.

    Every rule that looks at the day compares it with a date of the file and one of the playbook's spans; a
    waiver that lasts too long does so no more as many days before its end as the team allows.
    """
    text, case = judgement.document.text, judgement.case
    all_spans = (*spans(case.deal.playbook), -case.team.longest_waiver) if case else (0, 1)
    written = {text[found.start() - 4 : found.end()] for found in _MONTH_AND_DAY.finditer(text)}
    ordinals = sorted(day.toordinal() for found in written if (day := parse_day(found)))
    now = today.toordinal()
    later = [
        ordinals[at] + span
        for span in all_spans
        if (at := bisect_right(ordinals, now - span)) < len(ordinals)
    ]
    first = min(later, default=0)
    return str(date.fromordinal(first - 1)) if 0 < first <= date.max.toordinal() else NEVER


@by_identity
def spans(playbook: "Playbook") -> tuple[int, ...]:
    """The numbers of days after a date at which a verdict may change, of all that a playbook says about days."""
    found = {0, *playbook.evidence_expires.values()}
    for sheet in playbook.worksheets:
        for field in sheet.fields.values():
            found |= set(_numbers(field.parameters))
    for stage in playbook.stages:
        found |= {stage.days.advice, stage.days.red_flag} if stage.days else set()
        found |= {n for c in stage.exit.criteria for needs in c.requires for n in _numbers(needs)}
    return tuple(sorted({n + more for n in found for more in (0, 1)}))


def _numbers(value: object) -> list[int]:
    """Every whole number in a playbook's parameters: a few too many cost a few verdicts judged again."""
    if isinstance(value, bool):
        return []
    if isinstance(value, int):
        return [value]
    if isinstance(value, Mapping):
        return [n for inner in value.values() for n in _numbers(inner)]
    return [n for inner in value for n in _numbers(inner)] if isinstance(value, list) else []
