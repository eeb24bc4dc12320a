"""The way from a deal to a plan on the disk: the brief of a visit, its audience, its form, its file."""

import itertools
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach import derived
from salescoach.call import Call
from salescoach.coach import gate, review, visit
from salescoach.coach.asking import Desk
from salescoach.coach.draft import planned_visit
from salescoach.deal.deal import Deal, View
from salescoach.errors import RequestError
from salescoach.files import atomic, repo
from salescoach.files.lock import locked
from salescoach.files.state import STATE
from salescoach.findings import Finding
from salescoach.opening import Opened, shown
from salescoach.plan.brief import CUSTOMER, TEAM, Brief
from salescoach.plan.render import render, stamped, untouched
from salescoach.text import mentioned
from salescoach.yamlfile.rewrite import unified

if TYPE_CHECKING:
    from salescoach.yamlfile.document import Document

AUDIENCES = (TEAM, CUSTOMER)
SUFFIXES = {"markdown": ".md", "html": ".html"}
"""How a plan of each format ends."""


def brief_of(
    call: Call, opened: Opened, content: Mapping[str, Any], visit_id: str = "", audience: str = TEAM
) -> Brief:
    """The brief of the visit in `content`: the one named, else the next planned one."""
    deal = Deal(opened.deal.ident, content, opened.playbook, derived)
    desk = Desk(deal, View(deal, call.today, opened.stage.quote_alone), opened.library, call.language)
    planned = _visit(content, visit_id, call.today)
    room = visit.room_of(desk, planned, gate.judge(opened.stage, deal, call.today))
    questions = review.reviewed(room, planned, ())
    return Brief(room, planned, questions, opened.library, opened.team.rivals, audience)


def _visit(content: Mapping[str, Any], visit_id: str, today: date) -> Mapping[str, Any]:
    if not visit_id:
        found = planned_visit(content, today)
        if found is None:
            raise RequestError("no-visit")
        return found
    activities = content.get("activities")
    listed = [a for a in activities if isinstance(a, Mapping)] if isinstance(activities, list) else []
    named = next((a for a in listed if a.get("id") == visit_id), None)
    if named is None:
        there = [str(a.get("id")) for a in listed]
        raise RequestError("no-such-visit", name=visit_id, names=there, there=", ".join(there) or "–")
    return named


def rendered(brief: Brief, fmt: str = "markdown") -> str:
    """The plan in a format. Raises RequestError when a page for the customer would name a rival all the same."""
    plan = render(brief)
    if brief.audience == CUSTOMER and (named := mentioned(plan, brief.rivals)):
        raise RequestError("names-a-rival", name=named[0])
    if fmt == "markdown":
        return plan
    from salescoach.plan.html import page

    return stamped(page(plan, brief.pictures, brief.language))


def flaws_in(document: "Document", brief: Brief) -> list[Finding]:
    """What keeps the plan from being good enough, with places in the deal's file, in its order."""
    from salescoach.plan.checks import flaws

    found = [Finding(document.path, *document.place(f.path), f.rule, f.level, f.facts) for f in flaws(brief)]
    return sorted(found, key=lambda f: (f.line, f.column, f.rule, repr(sorted(f.facts.items(), key=str))))


def unwritten(opened: Opened, brief: Brief) -> list[Finding]:
    """No plan, no visit: that none was written for it yet."""
    from salescoach.plan.checks import in_visit

    path = repo.plan_file(opened.root, opened.deal.ident, str(brief.visit.get("id")))
    if path.exists():
        return []
    place = opened.document.place(in_visit(brief))
    facts = {"path": shown(path), "deal": opened.deal.ident}
    return [Finding(opened.document.path, *place, "no-plan", "error", facts)]


class Written(NamedTuple):
    """Where the plan went: `kept` is the hand-edited file that was left alone, with the difference to it."""

    path: Path
    text: str
    kept: Path | None = None
    difference: str = ""


def write_plan(
    opened: Opened, brief: Brief, force: bool = False, output: str = "", fmt: str = "markdown"
) -> Written:
    """Write the plan; a file that somebody edited by hand stays, the new plan goes beside it."""
    suffix = SUFFIXES[fmt]
    if output:
        if not output.endswith(suffix):
            raise RequestError("not-a-plan", path=output, suffix=suffix)
        path = repo.inside(opened.root, Path.cwd() / output)
    else:
        customer = brief.audience == CUSTOMER
        activity = str(brief.visit.get("id"))
        path = repo.plan_file(opened.root, opened.deal.ident, activity, customer=customer, suffix=suffix)
    plan = rendered(brief, fmt)
    with locked(opened.root / STATE, opened.deal.ident):
        atomic.sweep(path.parent, older_than=0)
        return _put(path, plan, force)


def _put(path: Path, plan: str, force: bool) -> Written:
    if force or _ours(path, plan):
        atomic.write(path, plan.encode(), atomic.ANY)
        return Written(path, plan)
    beside = next(p for p in _names_beside(path) if _ours(p, plan))
    atomic.write(beside, plan.encode(), atomic.ANY)
    there = repo.read_bytes(path)
    return Written(beside, plan, path, unified(there, plan.encode(), shown(path)))


def _ours(path: Path, plan: str) -> bool:
    """Whether nothing is lost when `plan` is written there: no file, one nobody edited, or the same."""
    if not path.exists():
        return True
    there = repo.read_bytes(path).decode("utf-8", "replace")
    return untouched(there) or there == plan


def _names_beside(path: Path) -> Iterator[Path]:
    """`….new.md`, `….new.2.md` and so on: a plan beside may have been edited, too."""
    yield path.with_name(f"{path.stem}.new{path.suffix}")
    yield from (path.with_name(f"{path.stem}.new.{count}{path.suffix}") for count in itertools.count(2))
