"""`drill hear`: how one line is heard, for whoever writes a scenario or wonders about a score."""

from typing import Annotated

import typer

from salescoach.call import Call


def register(group: typer.Typer, call: Call) -> None:
    """Add the command to the group."""
    say = call.say

    @group.command("hear", help=say("cli.drill-hear"))
    def hear(
        line: Annotated[str, typer.Argument(metavar="LINE", help=say("cli.drill-correct-line"))],
        scenario: Annotated[
            str, typer.Option("--scenario", metavar="SCENARIO", help=say("cli.drill-hear-scenario"))
        ] = "",
        as_json: Annotated[bool, typer.Option("--json", help=say("cli.json"))] = False,
    ) -> int:
        return run(call, line, scenario, as_json)


def run(call: Call, line: str, name: str, as_json: bool) -> int:
    """Hear it as the talk would, at its beginning."""
    from salescoach import drilling
    from salescoach.drill import listening
    from salescoach.drill.talk import Talk
    from salescoach.formats.json import document
    from salescoach.terminal import show

    scene = drilling.open_scene(call, name)[0] if name else None
    playbook = scene.playbook if scene else drilling.usual_playbook(call)
    heard = drilling.ear(call, playbook, scene.scenario.id if scene else "")(line)
    found = None
    if scene is not None:
        heard = Talk(scene, 0).settled(heard)
        found = listening.near(heard, scene)
    if as_json:
        show.out(document(**listening.plain(heard, found)), raw=True)
    else:
        show.out("\n".join(listening.render(heard, found, scene, call.say)))
    return 0
