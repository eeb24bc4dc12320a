"""`drill score`: a talk scored by people who listened, or by the tool from what was written down; and side by side."""

import time
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from salescoach.call import Call
from salescoach.errors import RequestError

if TYPE_CHECKING:
    from salescoach.dialogue import Ask
    from salescoach.drill.comparing import Side
    from salescoach.drill.counting import Event, Item
    from salescoach.drill.scene import Scene
    from salescoach.drill.score import Score
    from salescoach.drill.spoken import Spoken
    from salescoach.files.journal import Journal
    from salescoach.playbook.counts import Counts
    from salescoach.terminal.tally import Line


SPACE = "␣"
"""How the space bar is shown."""


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
        save: Annotated[str, typer.Option("--save", help=say("cli.drill-save"))] = "",
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
    from salescoach.telling import deliver

    spoken, score = _tagged(call, asked)
    if asked.as_json:
        text = document(**tags.plain(spoken, score, call.language))
        deliver([text], asked.output, for_programs=True)
    else:
        deliver([tags.render(spoken, score, call.say, call.language)], asked.output)
    return 0


def _tagged(call: Call, asked: Asked) -> "tuple[Spoken, Score]":
    from salescoach import drilling
    from salescoach.drill import rows
    from salescoach.drill.recognise import recognise
    from salescoach.drill.score import total
    from salescoach.drill.spoken import measurable

    own = drilling.open_scene(call, asked.scenario)[0].scenario.rubric if asked.scenario else "spin"
    path, text = asked.transcript, drilling.read_text(asked.transcript)
    spoken = drilling.open_transcript(call, path, text, asked.seller, asked.rubric or own, recognise)
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
    from salescoach.telling import deliver
    from salescoach.terminal import show

    score = counting.scored(scene, counts)
    kept = observing.keep(call, scene, counts, items, score, asked.save)
    if asked.as_json:
        deliver([document(**observed.record(scene, counts, score))], asked.output, for_programs=True)
    else:
        deliver([observed.render(scene, counts, score, call.say)], asked.output)
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
    from salescoach.telling import deliver

    scene, items = _open(call, asked)
    sides = _sides(call, asked, scene, items)
    if len(sides) < 2:
        raise RequestError("compare-what")
    if asked.as_json:
        deliver([document(**comparing.plain(scene, sides))], asked.output, for_programs=True)
    else:
        deliver([comparing.render(scene, sides, call.say)], asked.output)
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


class Observer:
    """Somebody who counts at a terminal. `did`: what they counted so far."""

    def __init__(
        self,
        call: Call,
        scene: "Scene",
        items: "list[Item]",
        journal: "Journal",
        before: list[dict[str, object]],
    ) -> None:
        from salescoach.drill.counting import events

        self._call, self._scene, self._items, self._journal = call, scene, items, journal
        self._records = list(before)
        self.did: list[Event] = events(self._records)

    # live

    def watch(self, start: int) -> int | None:
        """Count until it is over; the last second, None where it was put aside."""
        from salescoach.terminal import show
        from salescoach.terminal.tally import watch

        show.note(self._call.say("observed.keys"), "dim")
        how, end = watch(self, start)
        self._keep(act="leave" if how == "leave" else "end", at=end)
        return None if how == "leave" else end

    def lines(self, seconds: int) -> "list[Line]":
        """The clock, every item with its key and count, the last moment."""
        from salescoach.drill.counting import is_speaking, tallied
        from salescoach.drill.sheet import minute
        from salescoach.terminal.tally import Line

        say, limit = self._call.say, self._scene.scenario.minutes * 60
        who = say("observed.seller-speaks" if is_speaking(self.did) else "observed.others-speak")
        head = say("observed.clock", at=minute(seconds), of=minute(limit), who=who)
        told = tallied(self.did, self._items, seconds)
        found = [Line(head, "bold")]
        for one in self._items:
            number, also = told[one.id]
            key = f"{one.key}/{one.key.upper()}" if one.tally.also else one.key.replace(" ", SPACE)
            count = "–" if number is None else f"{number}" + (f"/{also}" if one.tally.also else "")
            found.append(Line(f"{key:>5} {count:>5}  {one.title}", "bold" if number and one.critical else ""))
        return [*found, Line(self._last(), "dim")]

    def press(self, key: str, seconds: int) -> None:
        """Count what the key stands for."""
        from unicodedata import normalize

        from salescoach.drill.counting import press

        found = press(normalize("NFKC", key), self._items)
        if found is not None:
            self._keep(act=found[0], of=found[1], at=seconds)

    def undo(self) -> None:
        """Take the last one back."""
        if self.did:
            self._keep(act="back", at=self.did[-1].at)

    def words(self, text: str, seconds: int) -> None:
        """Words as they fell, for the last moment."""
        self._keep(act="words", words=text, at=seconds)

    def prompt(self) -> str:
        """What is shown before words are typed."""
        return self._call.say("observed.words-prompt")

    def _last(self) -> str:
        from salescoach.drill.sheet import minute

        if not self.did:
            return self._call.say("observed.nothing-yet")
        last = self.did[-1]
        titles = {one.id: one.title for one in self._items}
        what = last.words or titles.get(last.of, "") or self._call.say(f"observed.did-{last.act}")
        return self._call.say("observed.last", at=minute(last.at), what=what)

    # afterwards

    def ask(self) -> int | None:
        """Ask for one number after the other; None where it was put aside."""
        from salescoach.dialogue import Reply
        from salescoach.terminal.prompts import Terminal
        from salescoach.terminal.signals import caught

        terminal = Terminal(self._call.say, self._call.today, plans=False)
        with caught():
            while (item := next(filter(self._is_open, self._items), None)) is not None:
                first = not self._of(item)
                reply: Reply = terminal.ask(self._question(item, not first))
                if reply.act == "leave":
                    self._keep(act="leave", at=0)
                    return None
                if reply.act == "back":
                    self.undo()
                elif first and reply.act == "skip":
                    self._keep(act="skip", of=item.id, at=0)
                elif first:
                    self._keep(act="number", of=item.id, number=int(reply.value), at=0)
                else:
                    also = int(reply.value or 0)
                    self._keep(act="number", of=item.id, number=self._of(item)[-1].number, also=also, at=0)
        return 0

    def _of(self, item: "Item") -> "list[Event]":
        return [one for one in self.did if one.of == item.id]

    def _is_open(self, item: "Item") -> bool:
        """Whether something is still to be asked: the number, then what is counted beside it."""
        told = self._of(item)
        return not told or (len(told) == 1 and bool(item.tally.also) and told[0].act == "number")

    def _question(self, one: "Item", also: bool) -> "Ask":
        from salescoach.dialogue import Ask

        say, unit = self._call.say, one.tally.also if also else one.tally.unit
        words = say(f"observed.ask-{unit}", title=one.title)
        kind = "confirm" if unit == "yes_no" else "number"
        return Ask(f"{one.id}/{unit}", kind, words, unknown=False, above=one.tally.goal)

    def _keep(self, **record: object) -> None:
        """On the disk before anything else happens."""
        from salescoach.drill.counting import events

        kept = {**record, "wall": int(time.time())}
        self._journal.append(kept)
        self._records.append(kept)
        self.did = events(self._records)
