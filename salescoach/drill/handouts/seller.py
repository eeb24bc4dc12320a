"""The seller's card: what a seller would know, and how the talk is scored. Nothing that is hidden."""

from salescoach import markdown
from salescoach.drill.handouts import Desk, bullets, joined
from salescoach.drill.handouts._people import who


def render(desk: Desk) -> list[str]:
    """One card; none where several play a meeting."""
    scenario = desk.scene.scenario
    if scenario.players:
        return []
    deal = desk.scene.deal(desk.scene.start)
    return [
        joined(
            desk.head(desk.say("kit.seller")),
            facts(desk),
            *task(desk),
            desk.section("people", bullets([who(desk, deal, row) for row in deal.rows("people")])),
            desk.section("rules", desk.listed(desk.room.seller)),
            desk.section("scored", scoring(desk)),
        )
    ]


def facts(desk: Desk) -> str:
    """How long it takes, how hard it is, what passes."""
    scenario, say = desk.scene.scenario, desk.say
    level = say(f"drill.level-{scenario.level}")
    return say("kit.facts", minutes=scenario.minutes, level=level, score=scenario.passes.score)


def task(desk: Desk) -> list[str]:
    """What is known, what to come away with, what to practise."""
    brief, say = desk.scene.scenario.brief, desk.say
    lines = [
        say("kit.objective", text=desk.text(brief.objective)),
        say("kit.fallback", text=desk.text(brief.fallback)),
        *(say("kit.target", text=desk.text(one)) for one in brief.targets),
        *(say("kit.material", text=desk.text(one)) for one in brief.materials),
    ]
    return [desk.section("situation", desk.text(brief.situation)), desk.section("task", bullets(lines))]


def scoring(desk: Desk) -> str:
    """The rubric, which nobody hides."""
    rows = desk.scene.rubric.rows
    head = [desk.say("kit.head-behaviour"), desk.say("kit.head-points")]
    cells = [[desk.text(row.title), str(row.points)] for row in rows if not row.critical]
    critical = [
        desk.say("kit.critical", cap=desk.scene.rubric.cap, text=desk.text(row.title))
        for row in rows
        if row.critical
    ]
    return joined(markdown.table(head, cells), bullets(critical))
