"""`drill list`: the scenarios, the easy ones first."""

from typing import Annotated, get_args

import typer

from salescoach.call import Call


def register(group: typer.Typer, call: Call) -> None:
    """Add the command to the group."""
    say = call.say

    @group.command("list", help=say("cli.drill-list"))
    def list_(as_json: Annotated[bool, typer.Option("--json", help=say("cli.json"))] = False) -> int:
        return run(call, as_json)


def run(call: Call, as_json: bool) -> int:
    """One line per scenario; a broken one says so."""
    from salescoach.drilling import industries, scenario_paths, scenarios
    from salescoach.formats.json import document
    from salescoach.playbook.scenario import Level
    from salescoach.terminal import show
    from salescoach.text import pick

    found = scenarios(call)
    if as_json:
        paths = scenario_paths(call)
        listed = [
            {
                "id": name,
                "title": pick(one.title, call.language) if one else None,
                "level": one.level if one else None,
                "minutes": one.minutes if one else None,
                "industry": one.industry if one else None,
                "stage": one.stage if one else None,
                "rubric": one.rubric if one else None,
                "in_a_room": bool(one.players) if one else None,
                "path": paths[name],
            }
            for name, one in found.items()
        ]
        show.out(document(scenarios=listed), raw=True)
        return 0
    levels = get_args(Level)
    labels = industries(call, {one.playbook for one in found.values() if one})
    for name, one in sorted(found.items(), key=lambda it: levels.index(it[1].level) if it[1] else -1):
        if one is None:
            show.out(call.say("playbook.broken", name=name))
            continue
        facts = {
            "id": name,
            "title": pick(one.title, call.language),
            "level": call.say(f"drill.level-{one.level}"),
            "minutes": one.minutes,
            "industry": labels.get(one.industry, one.industry) or call.say("drill.no-industry"),
            "summary": pick(one.summary, call.language),
        }
        show.out(call.say("drill.line", **facts))
    return 0
