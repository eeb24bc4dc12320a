"""One deal: from the bytes of its file to everything that is wrong with it."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from salescoach import derived, rules
from salescoach.checking.deals import FILE, Entry
from salescoach.checking.method import Method
from salescoach.deal.check import check as check_file
from salescoach.deal.deal import Deal
from salescoach.findings import Finding
from salescoach.rules import Base, Case
from salescoach.yamlfile.document import NeedsPlaces
from salescoach.yamlfile.lean import read_without_places, with_places

if TYPE_CHECKING:
    from salescoach.playbook.model import Playbook
    from salescoach.playbook.team import Team
    from salescoach.yamlfile.document import Document

Find = Callable[[str], Method]
"""The playbook of a name."""


class Judgement(NamedTuple):
    """What is wrong with one deal; `case` is None where the file cannot be judged as a deal of its playbook."""

    document: "Document"
    findings: list[Finding]
    case: Case | None = None


def judge(
    raw: bytes, path: str, entry: Entry, find: Find, team: "Team", today: date, base: Base | None = None
) -> Judgement:
    """Judge a deal's file; `path` is how findings name it."""
    from salescoach.yamlfile.read import read

    return settled(_judge(read(raw, path), entry, find, team, today, base))


def judge_at_once(
    raw: bytes, path: str, entry: Entry, find: Find, team: "Team", today: date, base: Base | None = None
) -> Judgement:
    """The same several times as fast for most deals: the findings have no places, and no order, until `settled`."""
    try:
        return _judge(read_without_places(raw, path), entry, find, team, today, base)
    except NeedsPlaces:
        return judge(raw, path, entry, find, team, today, base)


def settled(judgement: Judgement) -> Judgement:
    """A judgement with every finding at its place, in the order of the file."""
    found = with_places(judgement.document, judgement.findings)
    return judgement._replace(findings=sorted(found, key=lambda f: (f.line, f.column, f.rule, f.said)))


def _judge(
    document: "Document", entry: Entry, find: Find, team: "Team", today: date, base: Base | None
) -> Judgement:
    findings = list(document.findings)
    if not document.readable:
        return Judgement(document, findings)
    if not isinstance(document.data, dict):
        findings.append(Finding(document.path, 1, 1, "not-a-deal", "error", {"value": document.data}))
        return Judgement(document, findings)
    name = document.data.get("playbook")
    method = find(name) if isinstance(name, str) else None
    if method is None or method.playbook is None:
        findings.append(_without_playbook(document, name, method))
        return Judgement(document, findings)
    deal = Deal(entry.deal, document.data, method.playbook, derived)
    findings += check_file(document, deal, deal.seen(today))
    case = Case(document, deal, team, today, base)
    findings += rules.check(case)
    findings += _plans(case, entry)
    return Judgement(document, findings, case)


def _without_playbook(document: "Document", name: object, method: Method | None) -> Finding:
    place = document.place(("playbook",))
    if method is None:
        return Finding(document.path, *place, "missing-key", "error", {"key_name": "playbook"})
    if method.instead is None:
        return Finding(document.path, *place, "playbook-broken", "error", {"value": name})
    facts = {"value": name, "names": method.instead}
    return Finding(document.path, *place, "no-such-playbook", "error", facts)


def _plans(case: Case, entry: Entry) -> list[Finding]:
    """Plans of no visit, and visits whose plan is not there."""
    ids = {str(a.get("id")) for a in case.deal.activities}
    orphans = [p for p in entry.plans if p.endswith((".md", ".html")) and p.partition(".")[0] not in ids]
    folder = case.document.path.removesuffix(FILE)
    found = [
        Finding(f"{folder}plans/{name}", 0, 0, "plan-without-visit", "warning", {"value": name})
        for name in orphans
    ]
    listed = case.deal.content.get("activities")
    for at, entry_of in enumerate(listed if isinstance(listed, list) else []):
        plan = entry_of.get("plan") if isinstance(entry_of, dict) else None
        if isinstance(plan, str) and plan.removeprefix("plans/") not in entry.plans:
            found.append(case.find(("activities", at, "plan"), "plan-missing", "warning", value=plan))
    return found


def states(case: Case | None, playbook: "Playbook | None") -> dict[str, str]:
    """The state of every criterion that was judged, by its address (`report.STATES`)."""
    if case is None or playbook is None:
        return {}
    found = {}
    for one in case.exits:
        needed = {j.address for j in one.gate.lacking}
        for j in one.gate.judged:
            held = "holds" if j.verdict.holds else "waived" if j.waived else ""
            found[j.address] = held or ("missing" if j.address in needed else "spare")
    for j in case.pending.judged if case.pending else ():
        found[j.address] = "holds" if j.verdict.holds else "open"
    return found
