"""`drill play`: type what you would say, and the buyer answers."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from salescoach import completing
from salescoach.call import Call
from salescoach.commands.drills._partner import Person, Recorded, read_lines
from salescoach.errors import RequestError

if TYPE_CHECKING:
    from salescoach.drill.scene import Scene
    from salescoach.drilling import Options, Played


def register(group: typer.Typer, call: Call) -> None:
    """Add the command to the group."""
    say = call.say

    @group.command("play", help=say("cli.drill-play"))
    def play_(
        scenario: Annotated[str, completing.scenario_argument(call, say("cli.drill-scenario"))],
        exam: Annotated[bool, typer.Option("--exam", help=say("cli.drill-exam"))] = False,
        seed: Annotated[int | None, typer.Option("--seed", help=say("cli.drill-seed"))] = None,
        limit: Annotated[int, typer.Option("--limit", min=0, max=600, help=say("cli.drill-limit"))] = 0,
        lines: Annotated[str, typer.Option("--lines", help=say("cli.drill-lines"))] = "",
        again: Annotated[bool, typer.Option("--again", help=say("cli.drill-again"))] = False,
        output: Annotated[str, typer.Option("--output", "-o", help=say("cli.drill-output"))] = "-",
    ) -> int:
        from salescoach import drilling

        scene, raw = drilling.open_scene(call, scenario)
        drilling.no_play(scene)
        options = drilling.Options(drilling.seed_of(scene, seed, exam), exam, limit)
        return play(call, scene, raw, options, lines, again, output, f"salescoach drill play {scenario}")


def play(
    call: Call,
    scene: "Scene",
    raw: bytes,
    options: "Options",
    lines: str,
    again: bool,
    output: str,
    command: str,
) -> int:
    """Play a scene from the lines of a file, or with a person; `command` goes on with a run that waits.

    Shows how it went and keeps the sheet. 0 whether it passed or not: practice is no check; in an exam 1 if not.
    """
    from salescoach import drilling, enrolling
    from salescoach.terminal import show
    from salescoach.terminal.prompts import interactive
    from salescoach.terminal.signals import caught

    hear = drilling.ear(call, scene.playbook, scene.scenario.id)
    if lines:
        played = drilling.play(scene, options, Recorded(read_lines(lines)), None, [], hear)
        return _finish(call, played, output, 0)
    if not (call.ask and interactive()):
        raise RequestError("no-terminal-for-drill")
    journal = drilling.journal_of(call, scene)
    kept = None if again else drilling.waiting(journal)
    before = kept[1] if kept else []
    options = kept[0] if kept else options
    if kept is None:
        drilling.begin(journal, scene, raw, options)
        if enrolling.without_test(call):
            show.note(call.say("drill.without-test"))
    person = Person(call, scene, options, drilling.spent_on(before))
    person.open(len(drilling.lines_of(before)))
    with caught():
        played = drilling.play(scene, options, person, journal, before, hear)
    if not played.ended:
        show.note(call.say("drill.paused", command=command))
        return 0
    show.note("\n" + call.say("drill.ended"))
    code = _finish(call, played, output, person.spent())
    journal.close_done()
    return code


def _finish(call: Call, played: "Played", output: str, wall: int) -> int:
    """Show the sheet, keep it and a line of the history."""
    from salescoach import drilling
    from salescoach.drill import sheet
    from salescoach.drill.record import record
    from salescoach.drill.run import Run
    from salescoach.drill.score import passed, score
    from salescoach.opening import shown
    from salescoach.telling import deliver_page
    from salescoach.terminal import show

    run = Run(played.talk)
    result = score(run)
    options = played.options
    text = sheet.render(run, result, call.say, options.seed, options.exam)
    path = drilling.keep_sheet(call, run.scene.scenario.id, text)
    aside = drilling.keep_record(call, record(run, result, options.seed, options.exam, wall))
    if aside is not None:
        show.note(call.say("drill.history-aside", path=shown(aside)))
    looks_on = output == "-" and show.on_terminal(sys.stdout)
    deliver_page(text.partition(f"\n## {call.say('drill.transcript')}")[0] if looks_on else text, output)
    show.note(call.say("drill.kept-sheet", path=shown(path)))
    return 0 if passed(run, result) or not options.exam else 1
