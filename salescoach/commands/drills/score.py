"""`drill score`: a talk scored by people who listened, or by the tool from what was written down; and side by side."""

import time
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from salescoach.call import Call
from salescoach.errors import RequestError

if TYPE_CHECKING:
    from salescoach.drill.comparing import Side
    from salescoach.drill.counting import Item
    from salescoach.drill.scene import Scene
    from salescoach.drill.score import Score
    from salescoach.drill.spoken import Spoken
    from salescoach.playbook.counts import Counts


class Asked(NamedTuple):
    """What was asked for on the command line."""

    scenario: str
    files: list[str]
    observer: str
    seller: str
    transcript: str
    rubric: str
    run: int
    again: bool
    as_json: bool
    save: str
    output: str


def register(group: typer.Typer, call: Call) -> None:
    """Add the subcommand."""
    say = call.say

    @group.command("score", help=say("cli.drill-score"))
    def score(
        scenario: Annotated[str, typer.Argument(metavar="[SCENARIO]", help=say("cli.drill-scenario"))] = "",
        files: Annotated[
            list[str] | None, typer.Argument(metavar="[FILE]...", help=say("cli.drill-files"))
        ] = None,
        counts: Annotated[bool, typer.Option("--counts", help=say("cli.drill-counts"))] = False,
        later: Annotated[bool, typer.Option("--later", help=say("cli.drill-later"))] = False,
        given: Annotated[str, typer.Option("--from", help=say("cli.drill-from"))] = "",
        form: Annotated[bool, typer.Option("--form", help=say("cli.drill-form"))] = False,
        compare: Annotated[bool, typer.Option("--compare", help=say("cli.drill-compare"))] = False,
        observer: Annotated[str, typer.Option("--observer", help=say("cli.drill-observer"))] = "",
        seller: Annotated[str, typer.Option("--seller", help=say("cli.drill-seller"))] = "",
        transcript: Annotated[str, typer.Option("--transcript", help=say("cli.drill-transcript"))] = "",
        rubric: Annotated[str, typer.Option("--rubric", help=say("cli.drill-rubric"))] = "",
        run: Annotated[int, typer.Option("--run", help=say("cli.drill-run"), min=0)] = 0,
        again: Annotated[bool, typer.Option("--again", help=say("cli.drill-again"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=say("cli.json"))] = False,
        save: Annotated[str, typer.Option("--save", help=say("cli.drill-save-counts"))] = "",
        output: Annotated[str, typer.Option("--output", "-o", help=say("cli.drill-output"))] = "-",
    ) -> int:
        asked = Asked(
            scenario, files or [], observer, seller, transcript, rubric, run, again, as_json, save, output
        )
        if compare:
            return run_compare(call, asked)
        if files:
            raise RequestError("files-without-compare", name=files[0])
        if form:
            return run_form(call, asked)
        if given:
            return run_file(call, asked, given)
        if counts or later:
            return run_counts(call, asked, later)
        if transcript:
            return run_transcript(call, asked)
        raise RequestError("what-to-score")


# what was written down


def run_transcript(call: Call, asked: Asked) -> int:
    """Who said what, of which type each line of the seller is and why, and what that comes to."""
    from salescoach.drill import tags
    from salescoach.formats.json import document
    from salescoach.telling import deliver, deliver_page

    spoken, score = _tagged(call, asked)
    if asked.as_json:
        text = document(**tags.plain(spoken, score, call.language))
        deliver([text], asked.output, for_programs=True)
    else:
        deliver_page(tags.render(spoken, score, call.say, call.language), asked.output)
    return 0


def _tagged(call: Call, asked: Asked) -> "tuple[Spoken, Score]":
    from salescoach import drilling
    from salescoach.drill import rows
    from salescoach.drill.score import total
    from salescoach.drill.spoken import measurable

    scene = drilling.open_scene(call, asked.scenario)[0] if asked.scenario else None
    path, text = asked.transcript, drilling.read_text(asked.transcript)
    spoken = drilling.open_transcript(call, path, text, asked.seller, asked.rubric, scene)
    counted = [row for row in spoken.rubric.rows if measurable(row.kind, row.parameters)]
    measured = {row.id: rows.kind(row.kind).measure(row.parameters, spoken) for row in counted}
    return spoken, total(spoken.rubric, measured)


# what an observer counted


def run_form(call: Call, asked: Asked) -> int:
    """An empty form to fill in by hand."""
    from salescoach.drill import observed
    from salescoach.playbook.counts import Counts
    from salescoach.telling import deliver

    scene, items = _open(call, asked)
    empty = Counts(
        format=1,
        scenario=scene.scenario.id,
        observer=asked.observer,
        seller=asked.seller,
        day=str(call.today),
    )
    deliver([observed.written(scene, empty, items, call.say)], asked.output)
    return 0


def run_file(call: Call, asked: Asked, path: str) -> int:
    """Counts from a file."""
    scene, items = _open(call, asked)
    return _finish(call, asked, scene, items, _counts(scene, items, path))


def run_counts(call: Call, asked: Asked, later: bool) -> int:
    """Count at the terminal, live or afterwards; every key is on the disk before the next one."""
    from salescoach import observing
    from salescoach.commands.drills._observer import Observer
    from salescoach.terminal import show
    from salescoach.terminal.prompts import interactive

    scene, items = _open(call, asked)
    if not (call.ask and interactive()):
        raise RequestError("no-terminal-for-counts")
    names = observing.Names(asked.observer, asked.seller)
    journal = observing.journal_of(call, scene, names)
    before = [] if asked.again else observing.waiting(journal)
    if before:
        show.note(call.say("observed.resumed", count=len(before) - 1), "bold")
    else:
        observing.begin(journal, scene, names)
    observer = Observer(call, scene, items, journal, before)
    end = observer.ask() if later else observer.watch(observing.goes_on_at(before, int(time.time())))
    if end is None:
        show.note(call.say("observed.put-aside", command=_command(asked, later)))
        return 0
    counts = observing.counts_of(scene, items, observer.did, names, end)
    code = _finish(call, asked, scene, items, counts)
    journal.close_done()
    return code


def _command(asked: Asked, later: bool) -> str:
    """How a count that was put aside is gone on with."""
    import shlex

    words = ["salescoach", "drill", "score", asked.scenario, "--later" if later else "--counts"]
    for flag, value in (("--observer", asked.observer), ("--seller", asked.seller)):
        words += [flag, value] if value else []
    return shlex.join(words)


def _open(call: Call, asked: Asked) -> "tuple[Scene, list[Item]]":
    from salescoach.drill.counting import items
    from salescoach.drilling import open_scene

    if not asked.scenario:
        raise RequestError("what-to-score")
    scene = open_scene(call, asked.scenario)[0]
    return scene, items(scene, call.say)


def _counts(scene: "Scene", items: "list[Item]", path: str) -> "Counts":
    from salescoach.drilling import read_given
    from salescoach.observing import read_counts

    return read_counts(scene, items, path, read_given(path))


def _finish(call: Call, asked: Asked, scene: "Scene", items: "list[Item]", counts: "Counts") -> int:
    """Show the sheet, keep it with the counts, and a line of the history."""
    from salescoach import observing
    from salescoach.drill import counting, observed
    from salescoach.formats.json import document
    from salescoach.opening import shown
    from salescoach.telling import deliver, deliver_page
    from salescoach.terminal import show

    score = counting.scored(scene, counts)
    kept = observing.keep(call, scene, counts, items, score, asked.save)
    if asked.as_json:
        deliver([document(**observed.record(scene, counts, score))], asked.output, for_programs=True)
    else:
        deliver_page(observed.render(scene, counts, score, call.say), asked.output)
    if kept.aside is not None:
        show.note(call.say("drill.history-aside", path=shown(kept.aside)))
    show.note(call.say("drill.kept-sheet", path=shown(kept.sheet)))
    show.note(call.say("observed.kept-counts", path=shown(kept.counts)))
    return 0


# side by side


def run_compare(call: Call, asked: Asked) -> int:
    """Two observers, or one and the tool: both side by side, and where they drift apart."""
    from salescoach.drill import comparing
    from salescoach.formats.json import document
    from salescoach.telling import deliver, deliver_page

    scene, items = _open(call, asked)
    sides = _sides(call, asked, scene, items)
    if len(sides) < 2:
        raise RequestError("compare-what")
    if asked.as_json:
        deliver([document(**comparing.plain(scene, sides))], asked.output, for_programs=True)
    else:
        deliver_page(comparing.render(scene, sides, call.say), asked.output)
    return 0


def _sides(call: Call, asked: Asked, scene: "Scene", items: "list[Item]") -> "list[Side]":
    from salescoach import observing
    from salescoach.drill import comparing

    sides = []
    for path in asked.files:
        counts = _counts(scene, items, path)
        sides.append(comparing.of_observer(scene, counts, observing.named(counts, path)))
    if asked.transcript:
        sides.append(comparing.of_score(call.say("observed.machine"), _tagged(call, asked)[1]))
    if asked.run:
        kept = observing.run_of_history(call, scene, asked.run)
        sides.append(comparing.of_record(call.say("observed.run", day=kept["day"]), kept))
    return sides
