"""A card for each role of a drill that several play: the common situation, the own brief, what nobody else knows."""

from salescoach.drill.handouts import Desk, joined
from salescoach.drill.handouts.seller import facts, scoring, task

OBSERVER = "observer"
"""The role whose card is the observer's sheet."""


def render(desk: Desk) -> list[str]:
    """One card for each who plays."""
    return [
        joined(
            desk.head(desk.scene.pick(one.title)),
            facts(desk),
            *task(desk),
            desk.section("your-part", desk.text(one.brief)),
            desk.section("only-you", desk.listed(one.secrets)),
            desk.section("rules", desk.listed(desk.room.player)),
            desk.section("scored", scoring(desk)),
        )
        for one in desk.scene.scenario.players
        if one.id != OBSERVER
    ]
