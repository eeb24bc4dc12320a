"""`plan DEAL`: render the call plan of a visit again, for the team or for the customer; or check it."""

from typing import TYPE_CHECKING, Annotated

import typer

from salescoach import completing
from salescoach.call import Call
from salescoach.errors import RequestError
from salescoach.findings import LEVELS

if TYPE_CHECKING:
    from salescoach.opening import Opened
    from salescoach.plan.brief import Brief

AUDIENCES = ("team", "customer")
FORMATS = ("markdown", "html", "text", "json")
"""Of the plan, and with `--check` of its flaws."""


def register(app: typer.Typer, call: Call) -> None:
    """Add the command to the application."""
    say = call.say

    @app.command("plan", help=say("cli.plan"))
    def plan(
        deal: Annotated[str, completing.deal_argument(call)],
        visit: Annotated[str, typer.Option("--visit", help=say("cli.visit-id"))] = "",
        audience: Annotated[str, completing.option("--audience", say("cli.audience"), AUDIENCES)] = "team",
        fmt: Annotated[str, completing.option("--format", say("cli.plan-format"), FORMATS)] = "",
        output: Annotated[str, typer.Option("--output", "-o", help=say("cli.output"))] = "",
        force: Annotated[bool, typer.Option("--force", help=say("cli.force"))] = False,
        check: Annotated[bool, typer.Option("--check", help=say("cli.plan-check"))] = False,
        fail_on: Annotated[str, completing.option("--fail-on", say("cli.fail-on"), LEVELS)] = "error",
    ) -> int:
        if check:
            return run_check(call, deal, visit, fmt or "text", fail_on)
        return run(call, deal, visit, audience, fmt or "markdown", output, force)


def run(call: Call, ident: str, visit: str, audience: str, fmt: str, output: str, force: bool) -> int:
    """Render and write; on standard output with `-`."""
    from salescoach import planning
    from salescoach.telling import tell_plan
    from salescoach.terminal import show

    for value, allowed in ((audience, planning.AUDIENCES), (fmt, planning.SUFFIXES)):
        if value not in allowed:
            raise RequestError("no-such-value", name=value, names=list(allowed), there=", ".join(allowed))
    opened, brief = _brief(call, ident, visit, audience)
    if output == "-":
        show.out(planning.rendered(brief, fmt), raw=fmt == "html")
    else:
        tell_plan(call, planning.write_plan(opened, brief, force, output, fmt))
    for words in dict.fromkeys(brief.withheld):
        show.note(call.say("prep.withheld", what=words))
    return 0


def run_check(call: Call, ident: str, visit: str, fmt: str, fail_on: str) -> int:
    """Every flaw of the plan with its place in the deal; 1 when one is at `fail_on` or above."""
    from salescoach import planning
    from salescoach.findings import worst
    from salescoach.formats import json, lines
    from salescoach.terminal import show

    formats = {"text": lines.render, "json": json.listed}
    for value, allowed in ((fmt, list(formats)), (fail_on, list(LEVELS))):
        if value not in allowed:
            raise RequestError("no-such-value", name=value, names=list(allowed), there=", ".join(allowed))
    opened, brief = _brief(call, ident, visit)
    findings = [*planning.unwritten(opened, brief), *planning.flaws_in(opened.document, brief)]
    rendered = formats[fmt](findings, call.language)
    if rendered:
        show.out(rendered, raw=fmt == "json")
    show.note(lines.summary(findings, call.language) if findings else call.say("prep.plan-good"))
    level = worst(findings)
    return int(bool(level) and LEVELS.index(level) >= LEVELS.index(fail_on))


def _brief(call: Call, ident: str, visit: str, audience: str = "team") -> tuple["Opened", "Brief"]:
    """The open deal and the brief of the visit; says what in its file needs a look, and that answers wait."""
    from salescoach import planning
    from salescoach.opening import open_deal
    from salescoach.telling import tell_problems, tell_waiting

    opened = open_deal(call, ident)
    tell_problems(call, opened)
    tell_waiting(call, opened.root, ident, opened.document.raw)
    return opened, planning.brief_of(call, opened, opened.deal.content, visit, audience)
