"""`check [PATH …]`: every gate of every deal, for a person before a push and for CI after it."""

import os
import sys
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach.call import Call
from salescoach.errors import RequestError
from salescoach.findings import LEVELS

if TYPE_CHECKING:
    import typer

    from salescoach.checking.running import Ran

MOST = {"json": 0, "junit": 0, "sarif": 5000}
"""How many findings a format lists where nothing is said and it is not USUAL; 0 is all."""
USUAL = 200
EVERY_DEAL = ("json", "junit")
"""Formats that name the deals without a finding, too."""


class Given(NamedTuple):
    """What a command line says, and what holds where it says nothing."""

    paths: Sequence[str] = ()
    fmt: str = "text"
    output: str = ""
    fail_on: str = "error"
    changed: str = ""
    shard: str = ""
    jobs: int = 0
    most: int = -1
    no_cache: bool = False
    explain: str = ""


class Option(NamedTuple):
    """An option of the command: the field of Given that it sets, and what the help says of it."""

    field: str
    flags: tuple[str, ...]
    words: str
    metavar: str = ""


OPTIONS = (
    Option("fmt", ("--format",), "check-format"),
    Option("output", ("--output", "-o"), "check-output"),
    Option("fail_on", ("--fail-on",), "fail-on"),
    Option("changed", ("--changed",), "changed", "REF"),
    Option("shard", ("--shard",), "shard", "I/N"),
    Option("jobs", ("--jobs",), "jobs"),
    Option("most", ("--max-findings",), "max-findings"),
    Option("no_cache", ("--no-cache",), "no-cache"),
    Option("explain", ("--explain",), "explain", "RULE"),
)


def register(app: "typer.Typer", call: Call) -> None:
    """Add the command to the application."""
    from inspect import Parameter, Signature

    import typer

    from salescoach import completing, formats

    known = {"fmt": completing.formats, "fail_on": completing.one_of(LEVELS)}
    every = call.say("formats.comma").join(formats.names())
    argument = typer.Argument(None, metavar="[PATH]...", help=call.say("cli.check-paths"))
    parameters = [Parameter("paths", Parameter.KEYWORD_ONLY, default=argument, annotation=list[str] | None)]
    for field, flags, words, metavar in OPTIONS:
        default = Given._field_defaults[field]
        option = typer.Option(
            default,
            *flags,
            help=call.say(f"cli.{words}", names=every),
            metavar=metavar or None,
            show_default=isinstance(default, str) and default != "",
            autocompletion=known.get(field),
        )
        parameters.append(Parameter(field, Parameter.KEYWORD_ONLY, default=option, annotation=type(default)))

    def check(**given: Any) -> int:
        return run(call, Given(**{**given, "paths": given["paths"] or ()}))

    check.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    app.command("check", help=call.say("cli.check"))(check)


def read(words: Sequence[str]) -> Given | None:
    """A command line that is plainly right, read without the library, which takes as long to load as all the rest.

    None for any other: the library then reads it, and knows what to say.
    """
    by_flag = {flag: option.field for option in OPTIONS for flag in option.flags}
    given: dict[str, Any] = {"paths": []}
    waiting = iter(words)
    for word in waiting:
        if not word.startswith("-"):
            given["paths"].append(word)
            continue
        flag, equals, value = word.partition("=")
        field = by_flag.get(flag)
        if field is None or (equals and not flag.startswith("--")):
            return None
        default = Given._field_defaults[field]
        if default is False:
            if equals:
                return None
            given[field] = True
            continue
        value = value if equals else next(waiting, "-")
        if value.startswith("-") or (
            isinstance(default, int) and not (value.isascii() and value.isdecimal())
        ):
            return None
        given[field] = int(value) if isinstance(default, int) else value
    return Given(**given)


def run(call: Call, given: Given) -> int:
    """Check, render, write; 1 when a finding is at `fail_on` or above, 2 when a file could not be opened."""
    if given.explain:
        return run_explain(call, given.explain)
    from salescoach import formats
    from salescoach.checking.running import Options
    from salescoach.checking.running import run as check
    from salescoach.opening import find_root
    from salescoach.telling import deliver
    from salescoach.terminal import show

    for value, allowed in ((given.fmt, formats.names()), (given.fail_on, LEVELS)):
        if value not in allowed:
            raise RequestError("no-such-value", name=value, names=list(allowed), there=", ".join(allowed))
    options = Options(
        paths=given.paths,
        changed=given.changed,
        shard=_shard(given.shard),
        jobs=given.jobs if given.jobs > 0 else os.cpu_count() or 1,
        most=MOST.get(given.fmt, USUAL) if given.most < 0 else given.most,
        cache=not given.no_cache,
        all_deals=given.fmt in EVERY_DEAL,
        fail_on=given.fail_on,
        progress=_progress(call),
    )
    ran = check(call, find_root(call), options)
    columns = show.columns_of_output() if given.output in ("", "-") else 0
    rendered = formats.named(given.fmt).render(ran.report, call.say, columns)
    deliver(rendered, given.output, for_programs=given.fmt != "text")
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
