"""Shielding: harms with the check every supplier should pass, three plans, true stories (METHOD.md §8)."""

from salescoach.deal.deal import Row
from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, table

NEEDED = ("proof", "check", "we_pass")
"""What a harm lacks before it may be used; its proof must be fresh besides."""
LAST = "ours"
STORY = "horror_story"
STORY_PARTS = ("buyer", "choice", "went_wrong", "harm", "regret", "ask_back")
MOST_STORIES = 2


def render(brief: Brief) -> str:
    """Harms that may be used, those that may not yet and why, the plans with ours last, the stories."""
    rows = brief.rows("harms")
    lacking = {r.id: lacks(brief, r) for r in rows}
    usable = [r for r in rows if not lacking[r.id]]
    head = [brief.say(w) for w in ("harm", "check-for-all", "how-to-say", "proof")]
    shown = [[brief.title(r), brief.show(r, "check"), _how(brief, r), brief.show(r, "proof")] for r in usable]
    held_back = [
        brief.say("not-usable", what=brief.title(r), lacks=brief.say("comma").join(lacking[r.id]))
        for r in rows
        if lacking[r.id]
    ]
    return paragraphs(
        table(head, shown), "\n".join(f"- {line}" for line in held_back), _plans(brief), _stories(brief)
    )


def lacks(brief: Brief, row: Row) -> list[str]:
    """The names of what a harm lacks before it may be used; a check that we ourselves do not pass is none."""
    missing = [n for n in NEEDED if brief.view.value(row, n) is False or not known(brief.view.value(row, n))]
    if not missing and brief.view.value(row, "proof_age") != "fresh":
        missing = ["verified_on"]
    return [brief.clause(row.sheet.fields[n].label) for n in missing if n in row.sheet.fields]


def _how(brief: Brief, row: Row) -> str:
    found = brief.chosen(row, "technique")
    if found is None:
        return brief.say("unknown")
    return f"{brief.pick(found.label)}{brief.say('in-brackets', what=brief.clause(found.hint))}"


def _plans(brief: Brief) -> str:
    """The ways open to the customer, ours last, each with what speaks for it and against it."""
    rows = sorted(brief.rows("options"), key=lambda r: brief.view.value(r, "kind") == LAST)
    head = (
        [brief.pick(rows[0].sheet.table), brief.say("speaks-for"), brief.say("speaks-against")]
        if rows
        else []
    )
    shown = [
        [
            brief.title(r),
            brief.show(r, "advantage") or brief.say("needs-advantage"),
            brief.show(r, "drawback") or brief.say("not-written"),
        ]
        for r in rows
    ]
    return paragraphs(table(head, shown), brief.say("they-eliminate")) if rows else ""


def _stories(brief: Brief) -> str:
    """Only stories that somebody checked within a year; where one is planned and none is there, it says so."""
    industry = brief.deal.industry
    stories = [
        s
        for s in brief.library.stories
        if s.verified(brief.today) and (not s.industry or s.industry == industry)
    ][:MOST_STORIES]
    told = [brief.sentences(*(brief.pick(getattr(s, p)) for p in STORY_PARTS)) for s in stories]
    if told:
        return paragraphs(brief.say("stories"), "\n".join(f"- {t}" for t in told))
    planned = any(brief.view.value(r, "technique") == STORY for r in brief.rows("harms"))
    return brief.say("no-story") if planned else ""
