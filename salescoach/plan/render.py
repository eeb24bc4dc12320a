"""The call plan: the sections that the playbook names, in its order, and a last line that knows its own bytes."""

import hashlib
import re

from salescoach.plan.brief import CUSTOMER, Brief
from salescoach.plan.sections import section

UNTITLED = ("header", "invitation")
"""Sections that stand right under the title."""
_STAMP = re.compile(r"<!-- salescoach ([0-9a-f]{16}) -->\n\Z")


def render(brief: Brief) -> str:
    """The plan as Markdown, for the brief's audience. Same deal, same day, same bytes."""
    names = [brief.shared(brief.deal.say(key)) for key in ("customer", "title")]
    title = f"# {' · '.join(name for name in names if name)}"
    if brief.audience == CUSTOMER:
        page = _sections(brief, brief.sections(CUSTOMER), "\n\n")
        return stamped("\n\n".join([title, *page]) + "\n\n")
    carry_in = _sections(brief, brief.sections("carry_in"), "\n")
    annex = _sections(brief, brief.sections("annex"), "\n\n")
    fold = ["---", f"# {brief.say('annex')}", *annex] if annex else []
    return stamped("\n\n".join([title, *carry_in, *fold]) + "\n\n")


def _sections(brief: Brief, names: list[str], gap: str) -> list[str]:
    parts = []
    for name in names:
        body = section(name).render(brief)
        if body:
            heading = "" if name in UNTITLED else f"## {brief.say(f'heading-{name}')}{gap}"
            parts.append(heading + body)
    return parts


def stamped(plan: str) -> str:
    """The plan with the hash of what was rendered as its last line."""
    return f"{plan}<!-- salescoach {hashlib.sha256(plan.encode()).hexdigest()[:16]} -->\n"


def untouched(written: str) -> bool:
    """Whether a plan file is still what was rendered: nobody edited it."""
    found = _STAMP.search(written.replace("\r\n", "\n"))
    return (
        found is not None
        and stamped(written.replace("\r\n", "\n")[: found.start()])[-len(found[0]) :] == found[0]
    )
