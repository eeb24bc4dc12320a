"""`playbook list · show · lint · schema`: what methods there are, what one says, what is wrong, what may stand."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salescoach import completing
from salescoach.call import Call
from salescoach.errors import RequestError
from salescoach.findings import LEVELS

if TYPE_CHECKING:
    from salescoach.schema import Schema


def register(app: typer.Typer, call: Call) -> None:
    """Add the commands to the application."""
    say = call.say
    group = typer.Typer(help=say("cli.playbook"), no_args_is_help=True)

    @group.command("list", help=say("cli.playbook-list"))
    def list_(as_json: Annotated[bool, typer.Option("--json", help=say("cli.json"))] = False) -> int:
        return run_list(call, as_json)

    @group.command("show", help=say("cli.playbook-show"))
    def show_(
        name: Annotated[str, completing.playbook_argument(call, "NAME", say("cli.playbook-name"))],
        stage: Annotated[
            str, completing.option("--stage", say("cli.stage-only"), completing.stages(call))
        ] = "",
    ) -> int:
        return run_show(call, name, stage)

    @group.command("lint", help=say("cli.playbook-lint"))
    def lint_(
        names: Annotated[
            list[str] | None,
            completing.playbook_argument(call, "[NAME|FOLDER]...", say("cli.playbook-paths")),
        ] = None,
        fmt: Annotated[
            str, completing.option("--format", say("cli.fmt"), completing.FORMATS_OF_LINT)
        ] = "text",
        fail_on: Annotated[str, completing.option("--fail-on", say("cli.fail-on"), LEVELS)] = "error",
    ) -> int:
        return run_lint(call, names or [], fmt, fail_on)

    @group.command("schema", help=say("cli.playbook-schema"))
    def schema_(
        name: Annotated[str, completing.playbook_argument(call, "[NAME]", say("cli.schema-name"))] = "",
        deal: Annotated[bool, typer.Option("--deal", help=say("cli.schema-deal"))] = False,
        part: Annotated[str, typer.Option("--part", help=say("cli.schema-part"))] = "playbook",
        output: Annotated[str, typer.Option("--output", "-o", help=say("cli.schema-output"))] = "-",
    ) -> int:
        return run_schema(call, name, deal, part, output)

    app.add_typer(group, name="playbook")


def _root(call: Call) -> Path | None:
    """The team's repo where there is one; playbooks come with the tool, too."""
    from salescoach.files.repo import find_root

    return find_root(Path.cwd(), call.root, call.environment)


def run_list(call: Call, as_json: bool) -> int:
    """One line per playbook; a broken one says so."""
    from salescoach.files.playbooks import list_playbooks
    from salescoach.formats.json import document
    from salescoach.opening import load_playbook, shown
    from salescoach.terminal import show
    from salescoach.text import pick

    root = _root(call)
    loaded = [
        (folder, load_playbook(root, call, folder.name).playbook)
        for folder in list_playbooks(root, call.playbooks)
    ]
    if as_json:
        listed = [
            {
                "name": folder.name,
                "version": playbook.version if playbook else None,
                "title": pick(playbook.title, call.language) if playbook else None,
                "languages": list(playbook.languages) if playbook else [],
                "folder": shown(folder),
            }
            for folder, playbook in loaded
        ]
        show.out(document(playbooks=listed), raw=True)
        return 0
    for folder, playbook in loaded:
        if playbook is None:
            show.out(call.say("playbook.broken", name=folder.name))
            continue
        facts = {"title": pick(playbook.title, call.language), "languages": ", ".join(playbook.languages)}
        show.out(call.say("playbook.line", name=folder.name, version=playbook.version, **facts))
    return 0


def run_show(call: Call, name: str, stage: str) -> int:
    """The outline, at the width of the terminal."""
    from salescoach.opening import Unusable, load_playbook
    from salescoach.playbook.outline import outline
    from salescoach.terminal import show

    loaded = load_playbook(_root(call), call, name)
    if loaded.playbook is None:
        raise Unusable(loaded.findings)
    stages = [s.id for s in loaded.playbook.stages]
    if stage and stage not in stages:
        raise RequestError("no-such-stage", name=stage, names=stages, there=", ".join(stages))
    show.out(outline(loaded.playbook, call.language, min(show.columns(), 100), stage))
    return 0


def run_lint(call: Call, names: list[str], fmt: str, fail_on: str) -> int:
    """Every finding of every playbook named, or of all; 1 when one is at `fail_on` or above."""
    from salescoach import linting
    from salescoach.telling import tell_findings

    linting.check_options(fmt, fail_on)
    return tell_findings(call, linting.of_playbooks(call, names), fmt, fail_on)


def run_schema(call: Call, name: str, deal: bool, part: str, output: str) -> int:
    """JSON Schema for editors: of the deals of one playbook or of all there are, or of a playbook's files."""
    from salescoach.files.playbooks import find_playbook, list_playbooks
    from salescoach.opening import schema_of_deals
    from salescoach.schema import render
    from salescoach.telling import deliver

    root = _root(call)
    if name:
        find_playbook(root, call.playbooks, name)
    names = [name] if name else [folder.name for folder in list_playbooks(root, call.playbooks)]
    schema = schema_of_deals(root, call, names) if deal else _schema_of_playbooks(call, part)
    deliver([render(schema)], output, for_programs=True)
    return 0


def _schema_of_playbooks(call: Call, part: str) -> "Schema":
    from salescoach import derived, requirements
    from salescoach.drill import rows
    from salescoach.drill.heard import LABELS
    from salescoach.playbook import drill_schema
    from salescoach.playbook.schema import describe, parts

    there = (*parts(), *drill_schema.PARTS)
    if part not in there:
        raise RequestError("no-such-value", name=part, names=list(there), there=", ".join(there))
    if part in drill_schema.PARTS:
        counting = {name: rows.kind(name).PARAMETERS for name in rows.names()}
        return drill_schema.describe(part, counting, LABELS, call.language)
    required = {name: requirements.kind(name).PARAMETERS for name in requirements.names()}
    computed = {name: derived.kind(name).PARAMETERS for name in derived.names()}
    return describe(part, required, computed, call.language)
