"""`drill …`: role-plays with a buyer that reacts; each command is a file of `commands/drills/`."""

import typer

from salescoach import modules
from salescoach.call import Call
from salescoach.commands import drills


def register(app: typer.Typer, call: Call) -> None:
    """Add the commands to the application."""
    group = typer.Typer(help=call.say("cli.drill"), no_args_is_help=True)
    for name in modules.names(drills.__name__):
        modules.named(drills.__name__, name).register(group, call)
    app.add_typer(group, name="drill")
