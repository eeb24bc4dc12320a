"""`advance DEAL`: to the next stage if the exit holds or is waived, to an earlier one with a reason."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from salescoach import completing
from salescoach.call import Call
from salescoach.errors import RequestError

if TYPE_CHECKING:
    from salescoach.advancing import Move, Outlook, Terms
    from salescoach.checking.deals import Entry
    from salescoach.checking.judging import Judgement
    from salescoach.dialogue import Ask
    from salescoach.report import Told
    from salescoach.rules import Case
    from salescoach.standing.desk import Desk


def register(app: typer.Typer, call: Call) -> None:
    """Add the command to the application."""
    say = call.say

    @app.command("advance", help=say("cli.advance"))
    def advance(
        deal: Annotated[str, completing.deal_argument(call)],
        to: Annotated[
            str, completing.option("--to", say("cli.advance-to"), completing.stages(call), "STAGE")
        ] = "",
        waive: Annotated[
            list[str] | None,
            completing.option("--waive", say("cli.advance-waive"), completing.criteria(call), "CRITERION"),
        ] = None,
        reason: Annotated[str, typer.Option("--reason", help=say("cli.advance-reason"))] = "",
        until: Annotated[str, typer.Option("--until", metavar="DATE", help=say("cli.advance-until"))] = "",
        by: Annotated[str, typer.Option("--by", metavar="ID", help=say("cli.advance-by"))] = "",
        dry_run: Annotated[bool, typer.Option("--dry-run", help=say("cli.dry-run"))] = False,
    ) -> int:
        return run(call, deal, to, waive or [], (by, reason, until), dry_run)


def run(
    call: Call, ident: str, to: str, waive: Sequence[str], terms: tuple[str, str, str], dry_run: bool
) -> int:
    """Judge, ask for what a waiver or a way back lacks, write; 1 when the move is not earned."""
    from salescoach import preparing
    from salescoach.opening import Unusable
    from salescoach.standing.desk import desk_of
    from salescoach.telling import tell_waiting

    desk, entry = desk_of(call, ident)
    with nullcontext() if dry_run else preparing.alone(desk.root, entry.deal, patience=0.2):
        judgement = desk.judge(entry)
        if judgement.case is None or judgement.case.deal.stage is None:
            raise Unusable([*judgement.findings, *desk.broken_playbook(judgement)])
        tell_waiting(call, desk.root, entry.deal, judgement.document.raw)
        return _advance(desk, entry, judgement, _move(call, judgement.case, to, waive, terms), dry_run)


def _move(call: Call, case: "Case", to: str, waive: Sequence[str], terms: tuple[str, str, str]) -> "Move":
    from salescoach import advancing
    from salescoach.dialogue import parse_date

    by, reason, until = (term.strip() for term in terms)
    day = parse_date(until, call.today) if until else None
    if until and day is None:
        raise RequestError("bad-until", value=until)
    stage = advancing.target(case.deal, to)
    asked = advancing.to_waive(case.deal, stage, waive)
    if held := advancing.held_already(case, stage, asked):
        raise RequestError("waives-what-holds", there=", ".join(held))
    return advancing.Move(stage, asked, advancing.Terms(by, reason, str(day or "")))


def _advance(desk: "Desk", entry: "Entry", judgement: "Judgement", move: "Move", dry_run: bool) -> int:
    """Nobody is asked for a move that fails anyway: it is tried with the usual terms first."""
    from salescoach import advancing
    from salescoach.formats.lines import render
    from salescoach.terminal import show

    if move.waive and desk.settings:  # a mistake there may be why nobody is an approver
        show.note(render(desk.settings, desk.call.language))
    usual = advancing.usual_terms(desk, judgement, move)
    tried = move._replace(terms=move.terms.over(usual))
    found = advancing.outlook(desk, entry, judgement, tried)
    if not found.earned:
        _show_missing(desk.call, judgement, found)
        return 1
    terms = _asked(desk, judgement, move, usual)
    if terms is None:
        show.note(desk.call.say("advance.nothing"))
        return 0
    if terms != tried.terms:
        found = advancing.outlook(desk, entry, judgement, move._replace(terms=terms))
    return _finish(desk, entry, judgement, found, dry_run)


def _asked(desk: "Desk", judgement: "Judgement", move: "Move", usual: "Terms") -> "Terms | None":
    """All terms that the move needs: as given, else asked; None when the person left."""
    from salescoach import advancing
    from salescoach.terminal.prompts import Terminal, interactive
    from salescoach.terminal.signals import caught

    assert judgement.case is not None
    call, terms = desk.call, move.terms
    waiting = [n for n in advancing.needs(judgement.case.deal, move) if not getattr(terms, n)]
    if waiting and not (call.ask and interactive()):
        raise RequestError("needs-flag", flag=", ".join(f"--{name}" for name in waiting))
    terminal = Terminal(call.say, call.today, plans=False)
    with caught():
        for name in waiting:
            reply = terminal.ask(_ask(desk, judgement, move, name, usual))
            if reply.act != "value":
                return None
            terms = terms._replace(**{name: str(reply.value)})
    return terms


def _ask(desk: "Desk", judgement: "Judgement", move: "Move", name: str, usual: "Terms") -> "Ask":
    from salescoach import advancing
    from salescoach.dialogue import Ask, Choice

    assert judgement.case is not None
    say, deal = desk.call.say, judgement.case.deal
    if name == "by":
        names = advancing.approvers(deal, desk.team, judgement)
        choices = tuple(Choice(n, deal.name("team", n, desk.call.language)) for n in names)
        return Ask(name, "choice", say("advance.who"), choices=choices, unknown=False, skip=False)
    if name == "until":
        prompt = say("advance.until", most=desk.team.longest_waiver)
        return Ask(name, "date", prompt, default=usual.until, unknown=False, skip=False)
    why = say("advance.why-waive" if move.waive else "advance.why-back")
    return Ask(name, "text", why, unknown=False, skip=False)


def _finish(desk: "Desk", entry: "Entry", judgement: "Judgement", found: "Outlook", dry_run: bool) -> int:
    """Write the deal and say what changed, or show the diff."""
    from salescoach import advancing
    from salescoach.telling import tell_changes
    from salescoach.terminal import show
    from salescoach.text import pick
    from salescoach.yamlfile.rewrite import unified

    call, path = desk.call, desk.path(entry)
    changes = unified(judgement.document.raw, found.content, path)
    if dry_run:
        show.out(changes)
        return 0
    advancing.write(desk, entry, judgement.document.raw, found.content)
    before, now = (
        pick(j.case.deal.stage.title, call.language)
        for j in (judgement, found.judgement)
        if j.case and j.case.deal.stage
    )
    show.out(call.say("advance.moved", deal=entry.deal, before=before, now=now))
    tell_changes(call, path, changes)
    show.note(call.say("advance.next", deal=entry.deal))
    return 0


def _show_missing(call: Call, judgement: "Judgement", found: "Outlook") -> None:
    """What each exit lacks and what would fill it, in the words of `check`; then what else is wrong."""
    from salescoach.telling import deliver
    from salescoach.terminal import show

    assert judgement.case is not None
    case = judgement.case
    lines = _missing_lines(call, case, found, show.columns_of_output())
    deliver((f"{line}\n" for line in lines), "-")
    show.note(call.say("advance.not-moved", deal=case.deal.ident))


def _missing_lines(call: Call, case: "Case", found: "Outlook", columns: int) -> Iterator[str]:
    from salescoach.standing.layout import laid
    from salescoach.text import pick

    say = call.say
    yield from laid(" · ".join(filter(None, (case.deal.say("customer"), case.deal.say("title")))), columns)
    for gate in found.gates:
        if gate.passes:
            continue
        facts = {"held": gate.held, "all": len(gate.judged), "needs": gate.needs}
        title = pick(gate.stage.title, call.language)
        yield from laid(say("advance.not-earned", stage=title, **facts), columns)
        for told in found.missing:
            if told.rule.partition("/")[0] == gate.stage.id:
                yield from _told_lines(call, told, columns)
    if found.wrong:
        yield ""
        yield from laid(say("advance.wrong"), columns)
        for told in found.wrong:
            yield from _told_lines(call, told, columns)


def _told_lines(call: Call, told: "Told", columns: int) -> Iterator[str]:
    from salescoach.standing.layout import laid

    file = told.path.rpartition("/")[2]
    place = f"{file}:{told.line}:{told.column} " if told.line else ""
    yield ""
    yield from laid(f"{place}{told.rule}", columns, "  ")
    yield from laid(told.what, columns, "    ")
    if told.why:
        yield from laid(call.say("formats.why", why=told.why), columns, "    ")
    if told.todo:
        yield from laid(call.say("formats.todo", todo=told.todo), columns, "    ")
