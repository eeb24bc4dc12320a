"""`prep DEAL`: walk the stage, fill the gaps, plan the visit, write the call plan."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from salescoach import completing
from salescoach.call import Call
from salescoach.errors import Interrupted, RequestError

if TYPE_CHECKING:
    from salescoach.opening import Opened
    from salescoach.preparing import Preparation
    from salescoach.yamlfile.document import Document


def register(app: typer.Typer, call: Call) -> None:
    """Add the command to the application."""
    say = call.say

    @app.command("prep", help=say("cli.prep"))
    def prep(
        deal: Annotated[str, completing.deal_argument(call)],
        step: Annotated[str, typer.Option("--step", help=say("cli.step"))] = "",
        everything: Annotated[bool, typer.Option("--all", help=say("cli.all"))] = False,
        answers: Annotated[str, typer.Option("--answers", help=say("cli.answers"))] = "",
        dry_run: Annotated[bool, typer.Option("--dry-run", help=say("cli.dry-run"))] = False,
        force: Annotated[bool, typer.Option("--force", help=say("cli.force"))] = False,
    ) -> int:
        return run(call, deal, step, everything, answers, dry_run, force)


def run(call: Call, ident: str, step: str, everything: bool, answers: str, dry_run: bool, force: bool) -> int:
    """The whole journey; 0 when the plan is written or the answers are saved."""
    from salescoach import preparing
    from salescoach.coach.interview import Scope
    from salescoach.opening import open_deal
    from salescoach.telling import tell_problems
    from salescoach.terminal import show
    from salescoach.terminal.prompts import interactive

    asking = call.ask and answers != "-" and interactive()
    opened = open_deal(call, ident)
    if call.ask and not asking and not answers:
        raise RequestError("not-interactive")
    steps = [s.id for s in opened.stage.steps]
    if step and step not in steps:
        raise RequestError("no-such-step", name=step, names=steps, there=", ".join(steps))
    partial = _partial(call, opened, answers)
    if dry_run and not asking:
        return _dry(preparing.begin(call, opened, partial))
    with preparing.alone(opened.root, ident, patience=0.2 if asking else 5):
        prep = preparing.begin(call, opened, partial, Scope(step, everything))
        _greet(prep)
        tell_problems(call, opened)
        preparing.resume(prep, show.note)
        how = _ask(prep) if asking else "done"
        return _finish(prep, how, dry_run, force)


def _dry(prep: "Preparation") -> int:
    """`--dry-run` with nobody to ask: touches nothing, not even the journal."""
    from salescoach import preparing
    from salescoach.telling import tell_problems

    _greet(prep)
    tell_problems(prep.call, prep.opened)
    preparing.preview(prep)
    return _show_diff(prep, wants_plan=True)


def _partial(call: Call, opened: "Opened", answers: str) -> Mapping[str, Any]:
    """The partial deal of `--answers`, which must be as right as a deal file."""
    from salescoach.findings import Finding
    from salescoach.opening import Unusable, faults_of

    if not answers:
        return {}
    document = _read_partial(answers, call.language)
    if document.data is None:
        return {}
    if not isinstance(document.data, dict):
        raise Unusable([Finding(document.path, 1, 1, "not-a-deal", "error", {"value": document.data})])
    if wrong := faults_of(call, opened, document):
        raise Unusable(wrong)
    return document.data


def _read_partial(answers: str, language: str) -> "Document":
    """The answers file as read; what is only doubtful in it is said."""
    from pathlib import Path

    from salescoach.files.repo import read_bytes
    from salescoach.findings import worst
    from salescoach.opening import Unusable
    from salescoach.yamlfile.read import read

    if answers == "-" and sys.stdin is None:
        raise RequestError("no-input")
    raw = sys.stdin.buffer.read() if answers == "-" else read_bytes(Path(answers))
    document = read(raw, "<stdin>" if answers == "-" else answers)
    if not document.readable or worst(document.findings) == "error":
        raise Unusable(document.findings)
    if document.findings:
        from salescoach.formats.lines import render
        from salescoach.terminal.show import note

        note(render(document.findings, language))
    return document


def _greet(prep: "Preparation") -> None:
    """Where the deal stands, and what in its file needs a look."""
    from salescoach.terminal import show
    from salescoach.text import pick
    from salescoach.visible import visible

    opened, say = prep.opened, prep.call.say
    deal = opened.deal
    show.note(" · ".join(filter(None, (visible(deal.say(n)) for n in ("customer", "title")))), "bold")
    gate = prep.interview.moment().gate
    line = say("prep.stage-line", stage=pick(opened.stage.title, prep.call.language))
    show.note(f"{line} · {say('prep.gate', held=gate.held, all=len(gate.judged), needs=gate.needs)}")


def _ask(prep: "Preparation") -> str:
    """Ask on the terminal; an interruption says how to go on."""
    from salescoach import preparing
    from salescoach.terminal import show
    from salescoach.terminal.prompts import Terminal
    from salescoach.terminal.signals import caught

    try:
        with caught():
            return preparing.play(prep, Terminal(prep.call.say, prep.call.today), show.note)
    except (Interrupted, RequestError, KeyboardInterrupt):
        command = f"salescoach prep {prep.opened.deal.ident}"
        show.note("\n" + prep.call.say("prep.after-stop", command=command))
        raise


def _finish(prep: "Preparation", how: str, dry_run: bool, force: bool) -> int:
    """Write the deal, say what changed, and write the plan unless the person left before it."""
    from salescoach import planning, preparing
    from salescoach.opening import shown
    from salescoach.telling import tell_changes, tell_flaws, tell_plan
    from salescoach.yamlfile.read import read
    from salescoach.yamlfile.rewrite import unified

    wants_plan = how == "plan" or (how == "done" and not prep.interview.scope.step)
    if dry_run:
        return _show_diff(prep, wants_plan)
    content = preparing.content_to_write(prep, wants_plan)
    path = shown(prep.opened.path)
    before, after = preparing.write_deal(prep, content)
    changes = unified(before, after, path)
    tell_changes(prep.call, path, changes)
    if wants_plan:
        document = read(after, path)  # with what somebody else saved meanwhile
        assert isinstance(document.data, dict)
        brief = planning.brief_of(prep.call, prep.opened, document.data)
        tell_plan(prep.call, planning.write_plan(prep.opened, brief, force))
        tell_flaws(prep.call, path, planning.flaws_in(document, brief))
    prep.journal.close_done()
    return 0


def _show_diff(prep: "Preparation", wants_plan: bool) -> int:
    """What would be written to the deal, as a diff on stdout."""
    from salescoach import preparing
    from salescoach.opening import shown
    from salescoach.telling import tell_waiting
    from salescoach.terminal import show
    from salescoach.yamlfile.rewrite import unified

    before = prep.opened.document.raw
    after = preparing.rewritten(prep, before, preparing.content_to_write(prep, wants_plan))
    if before == after:
        show.note(prep.call.say("prep.nothing-changed"))
    show.out(unified(before, after, shown(prep.opened.path)))
    tell_waiting(prep.call, prep.opened.root, prep.opened.deal.ident, before)
    return 0
