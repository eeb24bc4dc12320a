"""`drill my DEAL`: a rehearsal of the next visit, with a buyer made of what the deal does not know."""

from typing import TYPE_CHECKING, Annotated, cast

import typer

from salescoach import completing
from salescoach.call import Call
from salescoach.errors import RequestError

if TYPE_CHECKING:
    from salescoach.playbook.scenario import Level
    from salescoach.rehearsing import Made, Options

LEVELS = ("easy", "medium", "hard")


def register(group: typer.Typer, call: Call) -> None:
    """Add the command to the group."""
    say = call.say

    @group.command("my", help=say("cli.drill-my"))
    def my(
        deal: Annotated[str, completing.deal_argument(call)],
        visit: Annotated[str, typer.Option("--visit", help=say("cli.visit-id"))] = "",
        level: Annotated[str, completing.option("--level", say("cli.drill-level"), LEVELS)] = "medium",
        seed: Annotated[int | None, typer.Option("--seed", help=say("cli.drill-my-seed"))] = None,
        save: Annotated[str, typer.Option("--save", help=say("cli.drill-save"))] = "",
        exam: Annotated[bool, typer.Option("--exam", help=say("cli.drill-exam"))] = False,
        lines: Annotated[str, typer.Option("--lines", help=say("cli.drill-lines"))] = "",
        again: Annotated[bool, typer.Option("--again", help=say("cli.drill-again"))] = False,
        output: Annotated[str, typer.Option("--output", "-o", help=say("cli.drill-output"))] = "-",
    ) -> int:
        from salescoach.rehearsing import Options

        if level not in LEVELS:
            raise RequestError("no-such-value", name=level, there=", ".join(LEVELS))
        options = Options(visit, cast("Level", level), seed, exam)
        if save:
            return run_save(call, deal, options, save)
        return run(call, deal, options, lines, again, output)


def run(call: Call, deal: str, options: "Options", lines: str, again: bool, output: str) -> int:
    """Make the scenario and play it; a run that waits goes on with the buyer that it began with."""
    from salescoach import drilling, rehearsing
    from salescoach.commands.drills.play import play
    from salescoach.drill.from_deal import ident_of
    from salescoach.opening import find_deal

    root, _ = find_deal(call, deal)
    ident = ident_of(deal)
    held = rehearsing.waiting_file(root, ident)
    path, plays = (None if again or lines else held), drilling.Options(0)
    if path is None:
        made = rehearsing.make(call, deal, options)
        _tell(call, made)
        path, plays = rehearsing.scene_file(made), made.options
    try:
        scene, raw = drilling.open_scene(call, str(path))
        return play(call, scene, raw, plays, lines, again, output, f"salescoach drill my {deal}")
    finally:
        for one in {path, *([held] if held else [])} - {rehearsing.waiting_file(root, ident)}:
            rehearsing.forget(one)


def run_save(call: Call, deal: str, options: "Options", path: str) -> int:
    """Write the scenario for people to edit."""
    from salescoach import rehearsing
    from salescoach.opening import shown
    from salescoach.terminal import show

    made = rehearsing.make(call, deal, options, rehearsing.name_of(path))
    _tell(call, made)
    written = shown(rehearsing.save(made, path))
    show.note(call.say("drill.saved", path=written, deal=deal), "bold")
    return 0


def _tell(call: Call, made: "Made") -> None:
    """What is wrong with the deal's file, that answers wait, and whose personality nobody recorded."""
    from salescoach.telling import tell_problems, tell_waiting
    from salescoach.terminal import show

    opened = made.opened
    tell_problems(call, opened)
    tell_waiting(call, opened.root, opened.deal.ident, opened.document.raw)
    if made.plain:
        show.note(call.say("drill.no-personality", person=made.person))
