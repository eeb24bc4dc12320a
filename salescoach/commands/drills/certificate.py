"""`drill certificate`: what somebody passed, as a page with a checksum; and whether such a page is what it was."""

from typing import TYPE_CHECKING, Annotated

import typer

from salescoach.call import Call
from salescoach.errors import RequestError

if TYPE_CHECKING:
    from salescoach.grading import Read


def register(group: typer.Typer, call: Call) -> None:
    """Add the command to the group."""
    say = call.say

    @group.command("certificate", help=say("cli.drill-certificate"))
    def certificate(
        files: Annotated[
            list[str] | None, typer.Argument(metavar="[FILES]...", help=say("cli.drill-exports"))
        ] = None,
        name: Annotated[str, typer.Option("--name", help=say("cli.drill-name"))] = "",
        scenario: Annotated[str, typer.Option("--scenario", help=say("cli.drill-certificate-scenario"))] = "",
        check: Annotated[str, typer.Option("--check", help=say("cli.drill-certificate-check"))] = "",
        output: Annotated[str, typer.Option("--output", "-o", help=say("cli.drill-results-output"))] = "-",
    ) -> int:
        if check:
            return run_check(call, files or [], name, check)
        return run(call, files or [], name, scenario, output)


def run(call: Call, files: list[str], name: str, scenario: str, output: str) -> int:
    """Write the certificates; 2 when a file could not be read."""
    from salescoach import grading
    from salescoach.telling import deliver

    if not files and not name:
        raise RequestError("needs-name")
    read = _read(call, files, name)
    deliver(["\n".join(grading.certified(call, read, name, scenario))], output)
    return 2 if read.skipped else 0


def run_check(call: Call, files: list[str], name: str, path: str) -> int:
    """Whether a certificate is what was written, and its records are those of the files, else of this computer."""
    from salescoach import grading
    from salescoach.terminal import show

    if not files and not name:
        raise RequestError("needs-name")
    read = _read(call, files, name)
    wrong = grading.check(path, read)
    for fault in wrong:
        key = fault if fault in ("no-certificate", "changed") else "no-record"
        show.out(call.say(f"drill.check-{key}", path=path, record=fault))
    if not wrong:
        show.out(call.say("drill.check-good", path=path))
    return 2 if read.skipped else int(bool(wrong))


def _read(call: Call, files: list[str], name: str) -> "Read":
    from salescoach import grading
    from salescoach.commands.drills.results import tell_skipped

    read = grading.read_exports(files) if files else grading.own(call, name)
    tell_skipped(call, read)
    return read
