"""`new DEAL`: a new deal with the least that is needed."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from salescoach import completing
from salescoach.call import Call
from salescoach.errors import RequestError

if TYPE_CHECKING:
    from salescoach.playbook.model import Playbook

PLAYBOOK = "value-competition"


def register(app: typer.Typer, call: Call) -> None:
    """Add the command to the application."""
    say = call.say

    @app.command("new", help=say("cli.new"))
    def new(
        deal: Annotated[str, typer.Argument(metavar="DEAL", help=say("cli.deal"))],
        customer: Annotated[str, typer.Option("--customer", help=say("cli.customer"))] = "",
        title: Annotated[str, typer.Option("--title", help=say("cli.title"))] = "",
        industry: Annotated[str, typer.Option("--industry", help=say("cli.industry"))] = "",
        owner: Annotated[str, typer.Option("--owner", help=say("cli.owner"))] = "",
        stage: Annotated[str, completing.option("--stage", say("cli.stage"), completing.stages(call))] = "",
        playbook: Annotated[
            str, completing.option("--playbook", say("cli.use-playbook"), completing.playbooks(call))
        ] = PLAYBOOK,
    ) -> int:
        given = {"customer": customer, "title": title, "industry": industry, "owner": owner, "stage": stage}
        return run(call, deal, given, playbook)


def run(call: Call, ident: str, given: dict[str, str], playbook_name: str) -> int:
    """Ask for the least that is missing, then write the file."""
    from salescoach.files import atomic, repo
    from salescoach.opening import Unusable, load_playbook, shown
    from salescoach.terminal import show
    from salescoach.terminal.prompts import interactive

    root = repo.find_root(Path.cwd(), call.root, call.environment) or Path.cwd()
    repo.check_new(root, ident)
    loaded = load_playbook(root, call, playbook_name)
    if loaded.playbook is None:
        raise Unusable(loaded.findings)
    _check_stage(loaded.playbook, given)
    if call.ask and interactive() and not _ask(call, loaded.playbook, given):
        show.note(call.say("new.nothing"))
        return 0
    if not given["customer"]:
        raise RequestError("needs-flag", flag="--customer")
    if not (root / "deals").is_dir():
        show.note(call.say("new.first", path=shown(root / "deals")))
    path = repo.deal_file(root, ident)
    atomic.write(path, _text(call, loaded.playbook, given).encode(), None)
    show.out(call.say("new.written", path=shown(path)))
    show.note(call.say("new.next", deal=ident))
    return 0


def _check_stage(playbook: "Playbook", given: dict[str, str]) -> None:
    stages = [s.id for s in playbook.stages]
    if given["stage"] and given["stage"] not in stages:
        raise RequestError("no-such-stage", name=given["stage"], names=stages, there=", ".join(stages))
    industries = [str(i.id) for i in playbook.industries]
    if given["industry"] and given["industry"] not in industries:
        raise RequestError(
            "no-such-industry", name=given["industry"], names=industries, there=", ".join(industries)
        )


def _ask(call: Call, playbook: "Playbook", given: dict[str, str]) -> bool:
    """Whatever was not given as a flag; False when the person left before the customer had a name."""
    from salescoach.dialogue import Ask, Choice
    from salescoach.terminal.prompts import Terminal
    from salescoach.terminal.signals import caught
    from salescoach.text import pick

    industries = tuple(
        Choice(str(i.id), pick(i.label, call.language), pick(i.hint, call.language))
        for i in playbook.industries
    )
    asks = [
        Ask("customer", "text", call.say("new.customer"), unknown=False, skip=False),
        Ask("title", "text", call.say("new.title"), unknown=False),
        Ask("industry", "choice", call.say("new.industry"), choices=industries, unknown=False),
        Ask("owner", "text", call.say("new.owner"), unknown=False),
    ]
    waiting = [a for a in asks if not given[a.key] and (a.kind != "choice" or a.choices)]
    terminal = Terminal(call.say, call.today, plans=False)
    at = 0
    with caught():
        while at < len(waiting):
            reply = terminal.ask(waiting[at])
            if reply.act == "back":
                at = max(0, at - 1)
                continue
            if reply.act in ("leave", "plan"):
                break
            given[waiting[at].key] = str(reply.value) if reply.act == "value" else ""
            at += 1
    return bool(given["customer"])


def _text(call: Call, playbook: "Playbook", given: dict[str, str]) -> str:
    """The file, with a word at each place that a person will fill next."""
    from salescoach.coach.draft import new_id

    stage = given["stage"] or next(s.id for s in playbook.stages if not s.pre)
    owner = given["owner"]
    lines = [
        "format: 1",
        f"playbook: {playbook.id}",
        f"playbook_version: {_quoted(playbook.version)}",
        f"customer: {_quoted(given['customer'])}",
        f"title: {_quoted(given['title'])}" if given["title"] else "",
        f"industry: {given['industry']}" if given["industry"] else "",
        f"owner: {new_id(owner, ())}" if owner else "",
        f"stage: {stage}",
        "rigour: full",
        "result: open",
    ]
    if owner:
        lines += ["team:", f"  - id: {new_id(owner, ())}", f"    name: {_quoted(owner)}", "    part: lead"]
    lines += ["people: []", "evidence: []", "activities: []"]
    lines += ["stage_history:", f"  - stage: {stage}", f"    entered: {call.today}", "waivers: []"]
    return "\n".join([f"# {call.say('new.comment')}", *(x for x in lines if x)]) + "\n"


def _quoted(value: Any) -> str:
    """A double-quoted YAML scalar: JSON's escapes are YAML's."""
    import json

    return json.dumps(str(value), ensure_ascii=False)
