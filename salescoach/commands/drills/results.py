"""`drill results FILES…`: the histories that a class handed in, as one table."""

from typing import TYPE_CHECKING, Annotated

import typer

from salescoach import completing
from salescoach.call import Call
from salescoach.errors import RequestError

if TYPE_CHECKING:
    from salescoach.grading import Read

FORMATS = ("table", "json", "csv", "markdown")


def register(group: typer.Typer, call: Call) -> None:
    """Add the command to the group."""
    say = call.say

    @group.command("results", help=say("cli.drill-results"))
    def results(
        files: Annotated[list[str], typer.Argument(metavar="FILES...", help=say("cli.drill-exports"))],
        fmt: Annotated[
            str, completing.option("--format", say("cli.drill-results-format"), FORMATS)
        ] = "table",
        leader_board: Annotated[
            bool, typer.Option("--leader-board", help=say("cli.drill-leader-board"))
        ] = False,
        output: Annotated[str, typer.Option("--output", "-o", help=say("cli.drill-results-output"))] = "-",
    ) -> int:
        return run(call, files, fmt, leader_board, output)


def run(call: Call, files: list[str], fmt: str, leader_board: bool, output: str) -> int:
    """The table; 2 when a file could not be read."""
    from salescoach import grading
    from salescoach.commands.drills.history import titles
    from salescoach.drill import exports, results
    from salescoach.formats.json import document
    from salescoach.telling import deliver

    if fmt not in FORMATS:
        raise RequestError("no-such-value", name=fmt, there=", ".join(FORMATS))
    read = grading.read_exports(files)
    tell_skipped(call, read)
    found = results.results(exports.merged(read.exports), leader_board)
    if fmt == "json":
        skipped = [{"path": path, "why": why} for path, why in read.skipped.items()]
        deliver([document(**results.plain(found), skipped=skipped)], output, for_programs=True)
    elif fmt == "csv":
        deliver([results.as_csv(found)], output, for_programs=True)
    elif found.reps:
        render = results.as_markdown if fmt == "markdown" else results.as_text
        deliver([render(found, call.say, titles(call))], output)
    return 2 if read.skipped else 0


def tell_skipped(call: Call, read: "Read") -> None:
    """Which files were left out, and why."""
    from salescoach.terminal import show

    for path, why in read.skipped.items():
        show.note(call.say(f"drill.export-{why}", path=path), "red")
