"""`drill kit SCENARIO`: what is printed for people in a room: role cards, sheets, a schedule of the class."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salescoach import completing
from salescoach.call import Call
from salescoach.errors import RequestError

if TYPE_CHECKING:
    from salescoach.drill.scene import Scene
    from salescoach.playbook.scenario import Room

FORMATS = {"markdown": ".md", "html": ".html"}
FEWEST, MOST = 3, 40
_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:：]([0-5][0-9])")


def register(group: typer.Typer, call: Call) -> None:
    """Add the subcommand."""
    say = call.say

    @group.command("kit", help=say("cli.drill-kit"))
    def kit(
        scenario: Annotated[str, completing.scenario_argument(call, say("cli.drill-scenario"))],
        more: Annotated[
            list[str] | None, typer.Argument(metavar="[SCENARIO]...", help=say("cli.drill-more"))
        ] = None,
        size: Annotated[int | None, typer.Option("--class", help=say("cli.drill-class"))] = None,
        players: Annotated[str, typer.Option("--players", help=say("cli.drill-players"))] = "",
        names: Annotated[str, typer.Option("--names", help=say("cli.drill-names"))] = "",
        cases: Annotated[int, typer.Option("--cases", help=say("cli.drill-cases"), min=0, max=40)] = 0,
        start: Annotated[str, typer.Option("--start", help=say("cli.drill-start"))] = "09:00",
        seed: Annotated[int, typer.Option("--seed", help=say("cli.drill-groups"))] = 0,
        fmt: Annotated[
            str, completing.option("--format", say("cli.drill-format"), list(FORMATS))
        ] = "markdown",
        output: Annotated[str, typer.Option("--output", "-o", help=say("cli.drill-kit-output"))] = "-",
    ) -> int:
        there = _class(size, players, names)
        return run(call, [scenario, *(more or [])], there, (cases, _time(start), seed), fmt, output)


def run(
    call: Call, ids: list[str], names: list[str], when: tuple[int, int, int], fmt: str, output: str
) -> int:
    """Print the cards; with names the schedule comes first. `when`: cases, start in minutes since midnight, seed."""
    from salescoach import drilling, linting
    from salescoach.drill import handouts

    if fmt not in FORMATS:
        raise RequestError("no-such-value", name=fmt, there=", ".join(FORMATS))
    shelf = linting.Shelf(call)
    scenes = [drilling.open_scene(call, ident, shelf)[0] for ident in dict.fromkeys(ids)]
    room = drilling.open_room(call)
    files: dict[str, list[str]] = {}
    if names:
        files["schedule"] = _schedule(call, scenes, room, names, when)
    for scene in scenes:
        desk = handouts.Desk(scene, room, call.say)
        own = f"{scene.scenario.id}." if len(scenes) > 1 else ""
        files |= {f"{own}{kind}": made for kind in handouts.names() if (made := handouts.render(kind, desk))}
    return _deliver(call, files, fmt, output)


def _deliver(call: Call, files: dict[str, list[str]], fmt: str, output: str) -> int:
    """All in one file, or a file for each kind of card in a folder."""
    from salescoach.drilling import paged
    from salescoach.telling import deliver
    from salescoach.terminal import show

    folder = Path(output)
    if output in ("", "-") or (folder.suffix and not folder.is_dir()):
        every = [card for made in files.values() for card in made]
        deliver([paged(call, every, fmt)], output)
        return 0
    for name, made in files.items():
        path = folder / f"{name}{FORMATS[fmt]}"
        deliver([paged(call, made, fmt)], str(path))
        show.note(call.say("kit.written", path=str(path)))
    return 0


def _schedule(
    call: Call, scenes: "list[Scene]", room: "Room", names: list[str], when: tuple[int, int, int]
) -> list[str]:
    from salescoach.drill import schedule, timetable

    by_players = [scene for scene in scenes if scene.scenario.players]
    if by_players and len(scenes) > 1:
        raise RequestError("kit-alone", name=by_players[0].scenario.id)
    scene = scenes[0]
    roles = {role: call.say(f"kit.{role}") for role in schedule.ROLES}
    if by_players:
        roles = {one.id: scene.pick(one.title) for one in scene.scenario.players}
    if len(names) < len(roles):
        raise RequestError("class-too-small", count=len(names), least=len(roles))
    cases, start, seed = when
    lengths = schedule.Lengths(**room.minutes.model_dump(), pause_after=room.pause_after)
    order = [(one.scenario.id, one.scenario.minutes) for one in scenes]
    planned = schedule.plan(names, order, list(roles), cases or bool(by_players), start, lengths, seed)
    titles = {one.scenario.id: one.pick(one.scenario.title) for one in scenes}
    return timetable.render(planned, titles, roles, call.say)


def _class(size: int | None, players: str, names: str) -> list[str]:
    """Who is in the class: names, or numbers where only their count is known; [] where there is none."""
    from salescoach.files.repo import read_bytes

    if sum(map(bool, (size is not None, players, names))) > 1:
        raise RequestError("one-class")
    if size is not None:
        found = [str(number) for number in range(1, size + 1)]
    elif names:
        text = read_bytes(Path(names)).decode("utf-8-sig", "replace")
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        found = [name for line in lines if (name := line.partition(",")[0].strip().strip('"'))]
        if not found:
            raise RequestError("class-too-small", count=0, least=FEWEST)
    else:
        found = [name for part in re.split(r"[,，、;；]", players) if (name := part.strip())]
    twice = next((name for name in found if found.count(name) > 1), None)
    if twice is not None:
        raise RequestError("name-twice", name=twice)
    if found and len(found) > MOST:
        raise RequestError("class-too-large", count=len(found), most=MOST)
    if (size is not None or found) and len(found) < FEWEST:
        raise RequestError("class-too-small", count=len(found), least=FEWEST)
    return found


def _time(text: str) -> int:
    """Minutes since midnight."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise RequestError("bad-start", value=text)
    return int(found[1]) * 60 + int(found[2])
