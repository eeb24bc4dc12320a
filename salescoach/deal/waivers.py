"""Waivers: dated, owned, expiring permissions to pass an exit criterion unmet (DESIGN.md §3)."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from salescoach.deal.deal import Deal
from salescoach.fields import EXIT, known
from salescoach.text import parse_day

if TYPE_CHECKING:
    from salescoach.playbook.team import Team


class Waiver(NamedTuple):
    """One entry of a deal's `waivers`, at `at` in the list.

    `fault`: why it allows nothing, as a rule's id, "" when it does; `key`: the part of it that is at fault.
    """

    criterion: str
    by: str
    until: date | None
    at: int
    fault: str = ""
    key: str = ""


def read_waivers(deal: Deal, team: "Team", today: date) -> list[Waiver]:
    """Every entry that names a criterion, judged; what is no mapping at all is the file checker's to say."""
    entries = deal.content.get("waivers")
    criteria = deal.ids(EXIT)
    found = []
    for at, entry in enumerate(entries if isinstance(entries, list) else []):
        if not isinstance(entry, dict):
            continue
        until = parse_day(entry.get("until"))
        one = Waiver(str(entry.get("for") or ""), str(entry.get("by") or ""), until, at)
        fault, key = _fault(one, entry.get("reason"), deal, team, today)
        if not fault and one.criterion not in criteria:
            fault, key = "no-such-criterion", "for"
        found.append(one._replace(fault=fault, key=key))
    return found


def _fault(one: Waiver, reason: object, deal: Deal, team: "Team", today: date) -> tuple[str, str]:
    """The first thing that makes it void, and where."""
    if not known(reason):
        return "waiver-without-reason", "reason"
    if not one.by:
        return "waiver-without-name", "by"
    if one.by == deal.content.get("owner"):
        return "waiver-by-owner", "by"
    if one.by not in team.approvers:
        return "waiver-not-approved", "by"
    if one.until is None:
        return "waiver-without-end", "until"
    if one.until < today:
        return "waiver-expired", "until"
    if (one.until - today).days > team.longest_waiver:
        return "waiver-too-long", "until"
    return "", ""
