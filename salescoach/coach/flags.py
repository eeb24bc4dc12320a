"""Red flags that a deal file shows by itself: who decides was never met, one contact only, nothing agreed."""

from collections.abc import Iterator
from datetime import date

from salescoach.coach.gate import judge
from salescoach.deal.deal import PEOPLE, Deal
from salescoach.messages import speaker
from salescoach.text import parse_day, pick, say_date


def red_flags(deal: Deal, today: date, language: str) -> list[str]:
    """The flags, gravest first, as sentences."""
    return [
        *_late_entry(deal, today, language),
        *_never_met(deal, today, language),
        *_one_contact(deal, language),
        *_unknown_decider(deal, language),
    ]


def _late_entry(deal: Deal, today: date, language: str) -> Iterator[str]:
    """Entered where others had shaped it already: which earlier exits were never earned, and what to find first."""
    if deal.content.get("late_entry") is not True or deal.stage is None:
        return
    order = [s for s in deal.playbook.stages if not s.pre]
    earlier = order[: order.index(deal.stage)] if deal.stage in order else []
    missed = [g for g in (judge(stage, deal, today) for stage in earlier) if not g.passes]
    if missed:
        comma = speaker(language)("plan.semicolon")
        first = [next(j for j in g.judged if not j.holds).criterion.title for g in missed]
        yield speaker(language)(
            "plan.flag-late-entry",
            stages=comma.join(pick(g.stage.title, language) for g in missed),
            what=comma.join(pick(title, language) for title in first),
        )


def met(deal: Deal) -> set[str]:
    """Ids of the people who were in a contact that is done."""
    named = [a.get("people") for a in deal.activities if a.get("state") == "done"]
    return {str(p) for people in named if isinstance(people, list) for p in people}


def deciding_roles(deal: Deal) -> set[str]:
    """The roles that a type of question is kept for: those who decide."""
    return {r for t in deal.playbook.types.values() for r in t.only_for}


def _never_met(deal: Deal, today: date, language: str) -> Iterator[str]:
    """Who decides is named, but no done activity has them."""
    say = speaker(language)
    for person in sorted(deal.people_with(deciding_roles(deal)) - met(deal)):
        records = [r for r in deal.records_for(f"{PEOPLE}/{person}/buying_roles") if r.day and r.day <= today]
        roles = deal.worksheets[PEOPLE].fields["buying_roles"].choices
        part = next(pick(c.label, language) for c in roles if c.id in deciding_roles(deal))
        if records and records[0].day:
            first = records[0]
            named_by = deal.person(first.person)
            yield say(
                "plan.flag-not-met",
                person=deal.person(person), part=part, by=named_by,
                date=say_date(records[0].day, language, year=False), days=(today - records[0].day).days,
            )  # fmt: skip
        else:
            yield say("plan.flag-not-met-plain", person=deal.person(person), part=part)


def _one_contact(deal: Deal, language: str) -> Iterator[str]:
    done = [a for a in deal.activities if a.get("state") == "done" and parse_day(a.get("date"))]
    seen = met(deal)
    if len(done) >= 3 and len(seen) == 1:
        yield speaker(language)(
            "plan.flag-one-contact", person=deal.person(next(iter(seen))), count=len(done)
        )


def _unknown_decider(deal: Deal, language: str) -> Iterator[str]:
    if deal.rows(PEOPLE) and not deal.people_with(deciding_roles(deal)):
        yield speaker(language)("plan.flag-no-decider")
