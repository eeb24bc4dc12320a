"""For the customer, under the title: when and where we meet, who comes, and what the visit is for."""

from salescoach.coach.visit import minutes_of
from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, text

SHARED = True


def render(brief: Brief) -> str:
    """Date, place and length; both sides' people; the purpose in the playbook's words for them."""
    visit, comma = brief.visit, brief.say("comma")
    minutes = minutes_of(visit)
    when = [
        brief.day(visit.get("date"), year=True) or brief.say("no-date"),
        text(visit["time"]) if known(visit.get("time")) else "",
        brief.shared(str(visit["place"])) if known(visit.get("place")) else "",
        brief.say("minutes", count=minutes) if minutes else "",
    ]
    theirs = comma.join(filter(None, (brief.title(r) for r in brief.present)))
    ours = comma.join(text(m.get("name") or m.get("id") or "") for m in brief.team())
    people = [
        brief.say("for-you", who=theirs) if theirs else "",
        brief.say("for-us", who=ours) if ours else "",
    ]
    purpose = "" if brief.gate.passes else brief.pick(brief.stage.purpose)
    return paragraphs(
        comma.join(w for w in when if w),
        " · ".join(p for p in people if p),
        brief.say("purpose", what=purpose) if purpose else "",
    )
