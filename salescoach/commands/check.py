"""`check [PATH …]`: every gate of every deal, for a person before a push and for CI after it."""

import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from salescoach import completing
from salescoach.call import Call
from salescoach.errors import RequestError
from salescoach.findings import LEVELS

if TYPE_CHECKING:
    from salescoach.checking.running import Ran

MOST = {"text": 200, "markdown": 200, "json": 0, "junit": 0, "sarif": 5000, "github": 200}
"""How many findings each format lists where nothing is said; 0 is all."""
EVERY_DEAL = ("json", "junit")
"""Formats that name the deals without a finding, too."""


def register(app: typer.Typer, call: Call) -> None:
    """Add the command to the application."""
    say = call.say

    @app.command("check", help=say("cli.check"))
    def check(
        paths: Annotated[
            list[str] | None, typer.Argument(metavar="[PATH]...", help=say("cli.check-paths"))
        ] = None,
        fmt: Annotated[
            str, completing.option("--format", say("cli.check-format"), completing.formats)
        ] = "text",
        output: Annotated[str, typer.Option("--output", "-o", help=say("cli.check-output"))] = "",
        fail_on: Annotated[str, completing.option("--fail-on", say("cli.fail-on"), LEVELS)] = "error",
        changed: Annotated[str, typer.Option("--changed", help=say("cli.changed"), metavar="REF")] = "",
        shard: Annotated[str, typer.Option("--shard", help=say("cli.shard"), metavar="I/N")] = "",
        jobs: Annotated[int, typer.Option("--jobs", help=say("cli.jobs"))] = 0,
        most: Annotated[int, typer.Option("--max-findings", help=say("cli.max-findings"))] = -1,
        no_cache: Annotated[bool, typer.Option("--no-cache", help=say("cli.no-cache"))] = False,
        explain: Annotated[str, typer.Option("--explain", help=say("cli.explain"), metavar="RULE")] = "",
    ) -> int:
        if explain:
            return run_explain(call, explain)
        return run(call, paths or [], fmt, output, fail_on, changed, shard, jobs, most, no_cache)


def run(
    call: Call, paths: list[str], fmt: str, output: str, fail_on: str,
    changed: str, shard: str, jobs: int, most: int, no_cache: bool,
) -> int:  # fmt: skip
    """Check, render, write; 1 when a finding is at `fail_on` or above, 2 when a file could not be opened."""
    from salescoach import formats
    from salescoach.checking.running import Options
    from salescoach.checking.running import run as check
    from salescoach.opening import find_root
    from salescoach.telling import deliver
    from salescoach.terminal import show

    for value, allowed in ((fmt, formats.names()), (fail_on, LEVELS)):
        if value not in allowed:
            raise RequestError("no-such-value", name=value, names=list(allowed), there=", ".join(allowed))
    options = Options(
        paths=paths,
        changed=changed,
        shard=_shard(shard),
        jobs=jobs if jobs > 0 else os.cpu_count() or 1,
        most=MOST[fmt] if most < 0 else most,
        cache=not no_cache,
        all_deals=fmt in EVERY_DEAL,
        fail_on=fail_on,
        progress=_progress(call),
    )
    ran = check(call, find_root(call), options)
    columns = show.columns_of_output() if output in ("", "-") else 0
    deliver(formats.named(fmt).render(ran.report, call.say, columns), output, for_programs=fmt != "text")
    _tell_closed(call, ran)
    return 2 if ran.closed else int(ran.report.failing > 0)


def _shard(asked: str) -> tuple[int, int]:
    """`2/4`: the second of four machines."""
    number, _, of = (asked or "1/1").partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        raise RequestError("bad-shard", value=asked)
    return int(number), int(of)


def _progress(call: Call) -> Callable[[int, int], None]:
    """Says how far it is after a second, on a person's terminal alone."""
    from salescoach.checking.running import silent
    from salescoach.terminal import show

    begun = time.monotonic()
    state = {"next": begun + 1.0}

    def tell(done: int, of: int) -> None:
        if (now := time.monotonic()) >= state["next"]:
            state["next"] = now + 0.5
            show.passing(call.say("check.progress", done=done, all=of))

    quiet = not call.ask or not show.on_terminal(sys.stderr)
    return silent if quiet else tell


def _tell_closed(call: Call, ran: "Ran") -> None:
    from salescoach.terminal import show

    for path, error in ran.closed:
        show.note(f"{path}: {call.say(f'errors.{error.key}', **error.facts)}")


def run_explain(call: Call, rule: str) -> int:
    """Print a rule: an exit criterion in the playbook's words, any other in ours."""
    from salescoach.checking.explain import explain
    from salescoach.opening import find_root_or_none
    from salescoach.terminal import show

    show.out(explain(call, find_root_or_none(call), rule))
    return 0
