"""The debrief sheet: who speaks in which order, the scenario's questions, what the trainer knows, the replay."""

from typing import TYPE_CHECKING

from salescoach.drill import naming
from salescoach.drill.handouts import Desk, bullets, joined

if TYPE_CHECKING:
    from salescoach.playbook.scenario import Speaks


def render(desk: Desk) -> list[str]:
    """One sheet."""
    scenario, room, say = desk.scene.scenario, desk.room, desk.say
    turns = [
        f"{at}. **{_who(desk, one)}** ({say('kit.minutes', minutes=one.minutes)}): {desk.text(one.asks)}"
        for at, one in enumerate(room.debrief, 1)
    ]
    questions = [f"{at}. {desk.text(one)}" for at, one in enumerate(scenario.debrief, 1)]
    moments = [f"“{desk.text(one.says)}” {desk.text(one.why)}" for one in scenario.moments]
    return [
        joined(
            desk.head(say("kit.debrief")),
            desk.section("order", "\n".join(turns)),
            desk.section("questions", "\n".join(questions)),
            desk.section("to-pass", bullets(_passing(desk))),
            desk.section("moments", bullets(moments)),
            desk.section("one-thing", say("kit.one-thing-blank")),
        )
    ]


def _who(desk: Desk, one: "Speaks") -> str:
    in_meeting = one.in_meeting if desk.scene.scenario.players else None
    return desk.text(in_meeting or one.who)


def _passing(desk: Desk) -> list[str]:
    passes, scene = desk.scene.scenario.passes, desk.scene
    told = [("score", str(passes.score)), *(("found", at) for at in passes.found)]
    told += [("advance", ", ".join(passes.advance))] if passes.advance else []
    told += [*(("shown", act) for act in passes.shown), *(("never", act) for act in passes.never)]
    return [one for kind, of in told for one in naming.wanted(scene, kind, of, desk.say)]
