"""`status [DEAL]`: where a deal stands and what is next; without a deal, a table of all."""

from typing import Annotated

import typer

from salescoach import completing
from salescoach.call import Call


def register(app: typer.Typer, call: Call) -> None:
    """Add the command to the application."""
    say = call.say

    @app.command("status", help=say("cli.status"))
    def status(
        deal: Annotated[str, completing.deal_argument(call, all_if_none=True)] = "",
        as_json: Annotated[bool, typer.Option("--json", help=say("cli.json"))] = False,
    ) -> int:
        return run_one(call, deal, as_json) if deal else run_all(call, as_json)


def run_one(call: Call, ident: str, as_json: bool) -> int:
    """One deal's page; a deal that cannot be judged is a finding (1). What is wrong with a deal is no failure here."""
    from salescoach.formats.json import document
    from salescoach.opening import Unusable
    from salescoach.standing import facts, page, rows
    from salescoach.standing.desk import desk_of
    from salescoach.telling import deliver, tell_waiting
    from salescoach.terminal import show

    desk, entry = desk_of(call, ident)
    judgement = desk.judge(entry)
    usable = judgement.case is not None and judgement.case.deal.stage is not None
    if as_json:
        deliver([document(deal=rows.record(desk, judgement, entry))], "-", for_programs=True)
        return int(not usable)
    if not usable:
        raise Unusable([*judgement.findings, *desk.broken_playbook(judgement)])
    tell_waiting(call, desk.root, entry.deal, judgement.document.raw)
    lines = page.render(
        facts.standing(judgement, entry, call.language), call.say, call.language, show.columns_of_output()
    )
    deliver((f"{line}\n" for line in lines), "-")
    return 0


def run_all(call: Call, as_json: bool) -> int:
    """All deals by id; one that cannot be judged is a row that says why.

    The exit code is 0 as long as any deal could be judged, or there is none: the table is a look, not a check. It is
    1 when all are broken, 2 when none could even be opened.
    """
    from salescoach.checking.deals import Listing
    from salescoach.formats.json import document
    from salescoach.opening import find_root
    from salescoach.standing import rows, table
    from salescoach.standing.desk import Desk
    from salescoach.telling import deliver
    from salescoach.terminal import show

    root = find_root(call)
    entries = sorted(Listing(root), key=lambda e: e.deal)
    desk = Desk(call, root)
    if as_json:
        records = rows.records(desk, entries)
        deliver([document(deals=records)], "-", for_programs=True)
        return _code([r["error"] and r["findings"][-1]["rule"] for r in records])
    if not entries:
        show.note(call.say("status.no-deals"))
        return 0
    found = rows.rows(desk, entries)
    deliver((f"{line}\n" for line in table.render(found, call.say, show.columns_of_output())), "-")
    return _code([row.broken and (row.act or row.broken) for row in found])


def _code(broken: list[str]) -> int:
    """By the deals that cannot be judged, "" for one that was: CLOSED, or anything else where a file is broken."""
    from salescoach.standing.rows import CLOSED

    if not broken or "" in broken:
        return 0
    return 2 if set(broken) == {CLOSED} else 1
