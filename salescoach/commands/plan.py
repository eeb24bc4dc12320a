"""`plan DEAL`: render the call plan of a visit again."""

from typing import Annotated

import typer

from salescoach.call import Call


def register(app: typer.Typer, call: Call) -> None:
    """Add the command to the application."""
    say = call.say

    @app.command("plan", help=say("cli.plan"))
    def plan(
        deal: Annotated[str, typer.Argument(metavar="DEAL", help=say("cli.deal"))],
        visit: Annotated[str, typer.Option("--visit", help=say("cli.visit-id"))] = "",
        output: Annotated[str, typer.Option("--output", "-o", help=say("cli.output"))] = "",
        force: Annotated[bool, typer.Option("--force", help=say("cli.force"))] = False,
    ) -> int:
        return run(call, deal, visit, output, force)


def run(call: Call, ident: str, visit: str, output: str, force: bool) -> int:
    """Render and write; on standard output with `-`."""
    from salescoach import preparing
    from salescoach.opening import open_deal
    from salescoach.plan.render import render
    from salescoach.telling import tell_plan, tell_problems, tell_waiting
    from salescoach.terminal import show

    opened = open_deal(call, ident)
    prep = preparing.begin(call, opened, {})
    tell_problems(call, opened)
    tell_waiting(prep)
    brief = preparing.brief_of(prep, opened.deal.content, visit)
    if output == "-":
        show.out(render(brief))
    else:
        tell_plan(call, preparing.write_plan(prep, brief, force, output))
    return 0
