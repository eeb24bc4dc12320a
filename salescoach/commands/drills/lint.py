"""`drill lint`: every mistake in scenarios, rubrics and ways of talking."""

from typing import Annotated

import typer

from salescoach import completing
from salescoach.call import Call
from salescoach.findings import LEVELS


def register(group: typer.Typer, call: Call) -> None:
    """Add the command to the group."""
    say = call.say

    @group.command("lint", help=say("cli.drill-lint"))
    def lint_(
        names: Annotated[
            list[str] | None,
            completing.scenario_argument(call, say("cli.drill-paths"), "[SCENARIO|FILE|FOLDER]..."),
        ] = None,
        fmt: Annotated[
            str, completing.option("--format", say("cli.fmt"), completing.FORMATS_OF_LINT)
        ] = "text",
        fail_on: Annotated[str, completing.option("--fail-on", say("cli.fail-on"), LEVELS)] = "error",
    ) -> int:
        return run(call, names or [], fmt, fail_on)


def run(call: Call, names: list[str], fmt: str, fail_on: str) -> int:
    """Every finding of what is named, or of all scenarios, rubrics and ways of talking; 1 at `fail_on` or above."""
    from salescoach import linting
    from salescoach.telling import tell_findings

    linting.check_options(fmt, fail_on)
    return tell_findings(call, linting.of_drills(call, names), fmt, fail_on)
