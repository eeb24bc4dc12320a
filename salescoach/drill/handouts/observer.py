"""The observer's sheet: what is counted with boxes to tick, what came out, time marks and words. No opinions."""

from salescoach import markdown
from salescoach.drill import naming
from salescoach.drill.counting import Item, items
from salescoach.drill.handouts import Desk, bullets, joined
from salescoach.drill.handouts.players import OBSERVER

LINES = 12
"""Empty lines for words as they fell."""


def render(desk: Desk) -> list[str]:
    """One sheet."""
    own = next((one for one in desk.scene.scenario.players if one.id == OBSERVER), None)
    counted = items(desk.scene, desk.say)
    return [
        joined(
            desk.head(desk.say("kit.observer")),
            desk.say("kit.names-blank-meeting" if desk.scene.scenario.players else "kit.names-blank"),
            desk.text(own.brief) if own is not None else "",
            desk.section("rules", desk.listed(desk.room.observer)),
            desk.section("count", _counting(desk, counted), _meaning(desk)),
            desk.section(
                "came-out",
                bullets([f"□ \\_\\_:\\_\\_ {markdown.text(i.title)}" for i in counted if not i.row]),
            ),
            desk.section("words", _words(desk)),
        )
    ]


def _counting(desk: Desk, counted: list[Item]) -> str:
    heads = [desk.say(f"kit.head-{name}") for name in ("key", "behaviour", "target", "tally")]
    return markdown.table(
        heads,
        [
            [i.key.strip() or "–", markdown.text(i.title), _goal(desk, i), _boxes(desk, i)]
            for i in counted
            if i.row
        ],
    )


def _goal(desk: Desk, item: Item) -> str:
    goal = desk.say("kit.goal-critical") if item.critical else item.tally.goal
    if item.tally.over:
        goal += desk.say(f"kit.goal-{item.tally.also}", count=item.tally.over)
    return goal


def _boxes(desk: Desk, item: Item) -> str:
    """Boxes to tick; for what is read off a clock a line to write on."""
    if not item.tally.boxes:
        return desk.say(f"kit.blank-{item.tally.unit}")
    own = "□" * item.tally.boxes
    return (
        own + desk.say(f"kit.also-{item.tally.also}", boxes="□" * max(item.tally.over, 2))
        if item.tally.also
        else own
    )


def _meaning(desk: Desk) -> str:
    """What a row counts, where its title does not say."""
    signs = {sign.id for sign in desk.scene.rubric.signs}
    found = []
    for row in desk.scene.rubric.rows:
        acts = [act for act in row.parameters.get("acts", []) if act in signs]
        if acts:
            words = desk.say("kit.semicolon").join(naming.act(desk.scene, act, desk.say) for act in acts)
            found.append(desk.say("kit.counts-as", title=desk.text(row.title), acts=markdown.text(words)))
    return bullets(found)


def _words(desk: Desk) -> str:
    heads = [desk.say(f"kit.head-{name}") for name in ("time", "who", "code", "words")]
    return markdown.table(heads, [[""] * 4 for _ in range(LINES)])
