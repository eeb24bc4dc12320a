"""`init [DIR]`: a team's repo that works at once; nothing that is there is changed without being shown."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salescoach.call import Call
from salescoach.errors import RequestError

if TYPE_CHECKING:
    from salescoach.starting import Place

MOST_LINES = 200
"""Of a diff: the schema for editors has thousands, and nobody wrote them."""


def register(app: typer.Typer, call: Call) -> None:
    """Add the command to the application."""
    say = call.say

    @app.command("init", help=say("cli.init"))
    def init(
        folder: Annotated[str, typer.Argument(metavar="[DIR]", help=say("cli.init-dir"))] = "",
        source: Annotated[str, typer.Option("--source", help=say("cli.init-source"))] = "",
        force: Annotated[bool, typer.Option("--force", help=say("cli.init-force"))] = False,
    ) -> int:
        return run(call, folder or call.root or ".", source, force)


def run(call: Call, folder: str, source: str, force: bool) -> int:
    """Look at everything first, then write what is missing and what may be changed; say what is next."""
    from salescoach import starting
    from salescoach.files.origin import find_source
    from salescoach.opening import shown
    from salescoach.terminal import show

    root = Path(folder)
    if root.exists() and not root.is_dir():
        raise RequestError("not-a-folder", path=folder)
    known = source or find_source()
    places = starting.places(root, call, known or starting.NO_SOURCE)
    for one in places if force else ():
        if one.is_own:
            show.note(call.say("init.own", path=shown(one.target)))
    waiting = [p for p in places if not p.is_there]
    if not waiting:
        show.note(call.say("init.all-there"))
        if not known:
            _tell_no_source(call, folder)
        return 0
    kept = sum(not _settle(call, one, force) for one in waiting)
    if kept:
        show.note(call.say("init.kept", count=kept))
    _tell_next(call, folder, root, bool(known))
    return 0


def _settle(call: Call, one: "Place", force: bool) -> bool:
    """Write one file if it may be; False when what is there was kept."""
    from salescoach.files import atomic
    from salescoach.opening import shown
    from salescoach.terminal import show

    if one.before is not None and not _may_change(call, one, force):
        return False
    try:
        atomic.write(one.target, one.after or b"", one.before)
    except atomic.Changed as changed:
        raise RequestError("changed-before-writing", path=shown(one.target)) from changed
    show.out(shown(one.target))
    return True


def _may_change(call: Call, one: "Place", force: bool) -> bool:
    """Show what would change in a file that is there, and ask, where somebody can be asked."""
    from salescoach.opening import shown
    from salescoach.terminal import show
    from salescoach.terminal.prompts import interactive
    from salescoach.yamlfile.rewrite import unified

    path = shown(one.target)
    if one.after is None:
        show.note(call.say("init.by-hand", path=path))
        show.note(one.piece.text, "dim")
        return False
    show.note(call.say("init.differs", path=path))
    lines = unified(one.before or b"", one.after, path).splitlines()
    show.note("\n".join(lines[:MOST_LINES]), "dim")
    if len(lines) > MOST_LINES:
        show.note(call.say("init.more-lines", count=len(lines) - MOST_LINES))
    return force or (call.ask and interactive() and _agreed(call, path))


def _agreed(call: Call, path: str) -> bool:
    from salescoach.dialogue import Ask
    from salescoach.terminal.prompts import Terminal
    from salescoach.terminal.signals import caught

    ask = Ask(path, "confirm", call.say("init.replace", path=path), default=False, unknown=False)
    with caught():
        reply = Terminal(call.say, call.today, plans=False).ask(ask)
    return reply.act == "value" and reply.value is True


def _there(folder: str) -> str:
    """The folder as an argument of a command line, "" for where we are."""
    from shlex import quote

    return "" if folder == "." else f" {quote(folder)}"


def _tell_no_source(call: Call, folder: str) -> None:
    from salescoach import __version__
    from salescoach.terminal import show

    again = f"salescoach init{_there(folder)} --source git+https://…@v{__version__} --force"
    show.note("\n" + call.say("init.no-source", command=again))


def _tell_next(call: Call, folder: str, root: Path, installable: bool) -> None:
    """What a person does now: where CI gets the tool, git, the hook, the first deal."""
    from salescoach.files.origin import find_top
    from salescoach.terminal import show

    there = _there(folder)
    top = find_top(root)
    if top is not None and top != root.resolve():
        show.note("\n" + call.say("init.nested", top=str(top)))
    if not installable:
        _tell_no_source(call, folder)
    lines = [f"cd{there}"] if there else []
    lines += ["git init"] if top is None else []
    lines += ["git add .", 'git commit -m "salescoach init"']
    lines += ["pip install pre-commit && pre-commit install"] if installable else []
    lines += [f"salescoach new {call.say('init.example')}"]
    show.note("\n" + call.say("init.next"), "bold")
    show.note("\n".join(f"  {line}" for line in lines))
