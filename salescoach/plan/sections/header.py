"""When, where, who of ours; which contact; which stage of which method."""

from salescoach.coach.visit import minutes_of
from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import text


def render(brief: Brief) -> str:
    """Two lines under the title."""
    visit = brief.visit
    minutes = minutes_of(visit)
    when = [
        brief.day(visit.get("date"), year=True) or brief.say("no-date"),
        text(visit["time"]) if known(visit.get("time")) else "",
        text(visit["place"]) if known(visit.get("place")) else "",
        brief.say("minutes", count=minutes) if minutes else "",
    ]
    contact = sum(a.get("state") == "done" for a in brief.deal.activities) + 1
    comma = brief.say("comma")
    ours = comma.join(_member(brief, m) for m in brief.team())
    first = " · ".join(
        p for p in (comma.join(w for w in when if w), brief.say("contact", number=contact), ours) if p
    )
    counted = [s for s in brief.deal.playbook.stages if not s.pre]
    number = counted.index(brief.stage) + 1 if brief.stage in counted else 0
    stage = brief.say("stage", number=number, all=len(counted)) if number else brief.say("pre-stage")
    method = f"{brief.pick(brief.deal.playbook.title)} {text(brief.deal.playbook.version)}"
    return f"{first}\n{stage}{comma}{brief.pick(brief.stage.title)} · {method}"


def _member(brief: Brief, member: object) -> str:
    assert isinstance(member, dict)
    name = text(member.get("name") or member.get("id"))
    part = brief.part_name(member)
    return f"{name}{brief.say('in-brackets', what=part)}" if part else name
