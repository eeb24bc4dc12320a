"""`drill list · play …`: role-plays with a buyer that reacts."""

import sys
import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from salescoach import completing, modules
from salescoach.call import Call
from salescoach.commands import drills
from salescoach.errors import RequestError
from salescoach.findings import LEVELS

if TYPE_CHECKING:
    from salescoach.drill.heard import Heard
    from salescoach.drill.scene import Scene
    from salescoach.drill.talk import Talk, Turn
    from salescoach.drilling import Options, Played


def register(app: typer.Typer, call: Call) -> None:
    """Add the commands to the application."""
    say = call.say
    group = typer.Typer(help=say("cli.drill"), no_args_is_help=True)

    @group.command("lint", help=say("cli.drill-lint"))
    def lint_(
        names: Annotated[
            list[str] | None,
            completing.scenario_argument(call, say("cli.drill-paths"), "[SCENARIO|FILE|FOLDER]..."),
        ] = None,
        fmt: Annotated[
            str, completing.option("--format", say("cli.fmt"), completing.FORMATS_OF_LINT)
        ] = "text",
        fail_on: Annotated[str, completing.option("--fail-on", say("cli.fail-on"), LEVELS)] = "error",
    ) -> int:
        return run_lint(call, names or [], fmt, fail_on)

    @group.command("list", help=say("cli.drill-list"))
    def list_(as_json: Annotated[bool, typer.Option("--json", help=say("cli.json"))] = False) -> int:
        return run_list(call, as_json)

    @group.command("history", help=say("cli.drill-history"))
    def history_(
        as_json: Annotated[bool, typer.Option("--json", help=say("cli.json"))] = False,
        export: Annotated[str, typer.Option("--export", help=say("cli.drill-export"))] = "",
        name: Annotated[str, typer.Option("--name", help=say("cli.drill-name"))] = "",
    ) -> int:
        return run_export(call, export, name) if export else run_history(call, as_json)

    @group.command("play", help=say("cli.drill-play"))
    def play_(
        scenario: Annotated[str, completing.scenario_argument(call, say("cli.drill-scenario"))],
        exam: Annotated[bool, typer.Option("--exam", help=say("cli.drill-exam"))] = False,
        seed: Annotated[int | None, typer.Option("--seed", help=say("cli.drill-seed"))] = None,
        lines: Annotated[str, typer.Option("--lines", help=say("cli.drill-lines"))] = "",
        again: Annotated[bool, typer.Option("--again", help=say("cli.drill-again"))] = False,
        output: Annotated[str, typer.Option("--output", "-o", help=say("cli.drill-output"))] = "-",
    ) -> int:
        return run_play(call, scenario, exam, seed, lines, again, output)

    for name in modules.names(drills.__name__):
        modules.named(drills.__name__, name).register(group, call)
    app.add_typer(group, name="drill")


def run_lint(call: Call, names: list[str], fmt: str, fail_on: str) -> int:
    """Every finding of what is named, or of all scenarios, rubrics and ways of talking; 1 at `fail_on` or above."""
    from salescoach import linting
    from salescoach.telling import tell_findings

    linting.check_options(fmt, fail_on)
    return tell_findings(call, linting.of_drills(call, names), fmt, fail_on)


def run_list(call: Call, as_json: bool) -> int:
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


def run_play(
    call: Call, name: str, exam: bool, seed: int | None, lines: str, again: bool, output: str
) -> int:
    """Play, show how it went, keep the sheet. 0 whether it passed or not: practice is no check; in an exam 1 if not."""
    from salescoach import drilling

    scene, raw = drilling.open_scene(call, name)
    drilling.no_play(scene)
    options = drilling.Options(drilling.seed_of(scene, seed, exam), exam)
    return play(call, scene, raw, options, lines, again, output, f"salescoach drill play {name}")


def play(
    call: Call,
    scene: "Scene",
    raw: bytes,
    options: "Options",
    lines: str,
    again: bool,
    output: str,
    command: str,
) -> int:
    """Play a scene from the lines of a file, or with a person; `command` goes on with a run that waits."""
    from salescoach import drilling, enrolling
    from salescoach.terminal import show
    from salescoach.terminal.prompts import interactive
    from salescoach.terminal.signals import caught

    hear = drilling.ear(call, scene.playbook, scene.scenario.id)
    if lines:
        played = drilling.play(scene, options, Recorded(_read(lines)), None, [], hear)
        return _finish(call, played, output, 0)
    if not (call.ask and interactive()):
        raise RequestError("no-terminal-for-drill")
    journal = drilling.journal_of(call, scene)
    kept = None if again else drilling.waiting(journal)
    before = kept[1] if kept else []
    options = kept[0] if kept else options
    if kept is None:
        drilling.begin(journal, scene, raw, options)
        if enrolling.without_test(call):
            show.note(call.say("drill.without-test"))
    person = Person(call, scene, options)
    person.open(len(drilling.lines_of(before)))
    begun = time.monotonic()
    with caught():
        played = drilling.play(scene, options, person, journal, before, hear)
    if not played.ended:
        show.note(call.say("drill.paused", command=command))
        return 0
    show.note("\n" + call.say("drill.ended"))
    code = _finish(call, played, output, round(time.monotonic() - begun))
    journal.close_done()
    return code


def _finish(call: Call, played: "Played", output: str, wall: int) -> int:
    """Show the sheet, keep it and a line of the history."""
    from salescoach import drilling
    from salescoach.drill import sheet
    from salescoach.drill.record import record
    from salescoach.drill.run import Run
    from salescoach.drill.score import passed, score
    from salescoach.opening import shown
    from salescoach.telling import deliver_page
    from salescoach.terminal import show

    run = Run(played.talk)
    result = score(run)
    text = sheet.render(run, result, call.say, *played.options)
    path = drilling.keep_sheet(call, run.scene.scenario.id, text)
    aside = drilling.keep_record(call, record(run, result, *played.options, wall))
    if aside is not None:
        show.note(call.say("drill.history-aside", path=shown(aside)))
    looks_on = output == "-" and show.on_terminal(sys.stdout)
    deliver_page(text.partition(f"\n## {call.say('drill.transcript')}")[0] if looks_on else text, output)
    show.note(call.say("drill.kept-sheet", path=shown(path)))
    return 0 if passed(run, result) or not played.options.exam else 1


def run_history(call: Call, as_json: bool) -> int:
    """Every attempt, then how each behaviour gets on."""
    from salescoach.drill.record import trends
    from salescoach.drilling import history
    from salescoach.formats.json import document
    from salescoach.opening import shown
    from salescoach.terminal import show

    kept = history(call)
    if kept.aside is not None:
        show.note(call.say("drill.history-aside", path=shown(kept.aside)))
    if as_json:
        listed = [one._asdict() for one in trends(kept.records)]
        show.out(document(runs=kept.records, trends=listed), raw=True)
        return 0
    if not kept.records:
        show.note(call.say("drill.no-history"))
        return 0
    for one in kept.records:
        verdict = call.say("drill.passed" if one.get("passed") else "drill.not-passed")
        mode = _mode(call, one)
        facts = {"day": one["day"], "scenario": one["scenario"], "total": one["total"]}
        show.out(call.say("drill.history-line", verdict=verdict, mode=mode, **facts))
    played = trends(kept.records)
    if not played:
        return 0
    show.out("\n" + call.say("drill.trends"))
    named = titles(call)
    for trend in played:
        shares = {name: round(100 * getattr(trend, name)) for name in ("first", "last", "now")}
        title = named.get((trend.rubric, trend.row), f"{trend.rubric}/{trend.row}")
        show.out(call.say("drill.trend", title=title, runs=trend.runs, **shares))
    return 0


def run_export(call: Call, path: str, name: str) -> int:
    """Write the history to a file that can be handed in."""
    from salescoach import grading
    from salescoach.terminal import show

    count = grading.write_export(call, path, name)
    show.note(
        call.say("drill.exported" if name else "drill.exported-nameless", path=path, count=count, name=name)
    )
    return 0


def _mode(call: Call, one: Mapping[str, Any]) -> str:
    """How a talk of the history came about."""
    from salescoach.drill.record import OBSERVED

    if one.get("kind") == OBSERVED:
        return call.say(
            "drill.observed", seller=one.get("seller") or "–", observer=one.get("observer") or "–"
        )
    return call.say("drill.exam" if one.get("exam") else "drill.practice")


def titles(call: Call) -> dict[tuple[str, str], str]:
    """What the rows of all rubrics are called, and the kinds of cards that an exam counts by."""
    from salescoach.drill import exam
    from salescoach.drilling import rubrics
    from salescoach.quizzing import kind_titles
    from salescoach.text import pick

    rows = {(r.id, row.id): pick(row.title, call.language) for r in rubrics(call) for row in r.rows}
    return rows | {(exam.NAME, kind): title for kind, title in kind_titles(call).items()}


def _read(path: str) -> Iterator[tuple[str, str]]:
    """The lines of a file, each with the type that was written before it (`P| …`), "" for none."""
    from salescoach.drill.heard import TYPES
    from salescoach.drilling import read_text

    for line in read_text(path).splitlines():
        kind, bar, rest = line.partition("|")
        if bar and kind in TYPES:
            yield rest.strip(), kind
        elif line.strip() and not line.startswith("#"):
            yield line.strip(), ""


class Recorded:
    """Lines that were written down before."""

    def __init__(self, lines: Iterator[tuple[str, str]]) -> None:
        self._lines = lines
        self._kind = ""

    def line(self) -> str | None:
        """The next one, leave after the last."""
        from salescoach.drilling import END

        said, self._kind = next(self._lines, (END, ""))
        return said

    def choose(self, _heard: "Heard") -> str:
        """The type that was written before it."""
        return self._kind

    def show(self, talk: "Talk", turn: "Turn") -> None:
        """Nobody looks on."""


class Person:
    """A rep at a terminal: sees the brief and the rubric, then the talk."""

    def __init__(self, call: Call, scene: "Scene", options: "Options") -> None:
        from salescoach.terminal.prompts import Terminal

        self._call, self._scene, self._options = call, scene, options
        self._terminal = Terminal(call.say, call.today, plans=False, about=self._help())
        self._talk: Talk | None = None

    def open(self, waiting: int) -> None:
        """What the rep is told before the talk; `waiting`: so many lines were said already."""
        from salescoach.terminal import show

        say, scene, scenario = self._call.say, self._scene, self._scene.scenario
        brief = scenario.brief
        show.note(scene.pick(scenario.title), "bold")
        show.note(scene.pick(brief.situation))
        show.note(say("drill.objective", text=scene.pick(brief.objective)))
        show.note(say("drill.fallback", text=scene.pick(brief.fallback)))
        for target in brief.targets:
            show.note(say("drill.targets", text=scene.pick(target)))
        for thing in brief.materials:
            show.note(say("drill.materials", text=scene.pick(thing)))
        head, *rows = self._rubric()
        show.note("\n" + head, "bold")
        for row in rows:
            show.note(row)
        show.note("\n" + say("drill.begin-exam" if self._options.exam else "drill.begin"), "dim")
        if waiting:
            show.note(say("drill.resumed", count=waiting), "bold")
        else:
            self._speak(scenario.buyer, scene.pick(scenario.opening))

    def _rubric(self) -> list[str]:
        """How it is scored: the rubric's title, then its rows."""
        say, scene = self._call.say, self._scene
        facts = {"title": scene.pick(scene.rubric.title), "score": scene.scenario.passes.score}
        rows = [
            say(
                "drill.rubric-critical" if row.critical else "drill.rubric-row",
                points=f"{row.points:3}",
                title=scene.pick(row.title),
            )
            for row in scene.rubric.rows
        ]
        return [say("drill.rubric", **facts), *rows]

    def _help(self) -> str:
        """What may be typed, and what counts."""
        about = self._call.say("drill.help-exam" if self._options.exam else "drill.help")
        return "\n".join([about, *self._rubric()])

    def line(self) -> str | None:
        """What the person types; commands are carried out here where they are no line."""
        from salescoach.dialogue import Ask
        from salescoach.drilling import END
        from salescoach.terminal import show

        ask = Ask("drill", "line", self._call.say("drill.prompt"), unknown=False, skip=False)
        while True:
            reply = self._terminal.ask(ask)
            if reply.act == "leave":
                return None
            if reply.act == "back":
                return self._back()
            said = str(reply.value)
            if said == "/score":
                self._standing()
            elif said == "/back":
                return self._back()
            elif said == "/end":
                return END
            elif said == "/pause":
                return None
            elif said.startswith("/"):
                show.note(self._help(), "dim")
            else:
                return said

    def choose(self, heard: "Heard") -> str:
        """Which type the line was meant to be: the two likeliest come first, none is missing."""
        from salescoach.dialogue import Ask, Choice
        from salescoach.drill.heard import LABELS

        say = self._call.say
        kinds = dict.fromkeys([heard.type, heard.other, *LABELS])
        choices = tuple(Choice(kind, say(f"drill.type-{kind}")) for kind in kinds)
        ask = Ask("type", "choice", say("drill.choose"), heard.type, choices, unknown=False, skip=False)
        reply = self._terminal.ask(ask._replace(why=say("drill.choose-why")))
        return str(reply.value) if reply.act == "value" else heard.type

    def show(self, talk: "Talk", turn: "Turn") -> None:
        """How the line was heard, what came out, and what the buyer says."""
        from salescoach.drill.sheet import minute
        from salescoach.terminal import show

        self._talk = talk
        say = self._call.say
        if not self._options.exam:
            heard = turn.heard
            words = f" · {say('drill.comma').join(heard.words)}" if heard.words else ""
            kind = say(f"drill.type-{heard.type}")
            facts = {"type": kind, "sure": round(100 * heard.sure), "words": words}
            why = "-corrected" if heard.corrected else "-question" if heard.question else ""
            notes = [say(f"drill.heard{why}", question=heard.question, **facts)]
            if turn.mine:
                notes.append(say("drill.mine"))
            show.note("  " + " · ".join(notes), "dim")
        from salescoach.drill.sheet import invented_in

        invented = invented_in(self._scene, turn)
        for said in turn.says:
            self._speak(said.person, said.words, say("drill.invented") if said.words in invented else "")
        if not self._options.exam:
            self._told(talk, turn)
        show.note(say("drill.clock", at=minute(talk.state.clock), of=minute(talk.limit)), "dim")

    def _told(self, talk: "Talk", turn: "Turn") -> None:
        from salescoach.drill import naming
        from salescoach.drill.run import Run
        from salescoach.drill.sheet import place
        from salescoach.terminal import show

        run = Run(talk)
        for at in turn.told:
            show.note("  ✓ " + self._call.say("drill.found", place=place(run, at)))
        if turn.granted:
            what = naming.advance(self._scene, turn.granted)
            show.note("  ✓ " + self._call.say("drill.granted", what=what))

    def _speak(self, person: str, words: str, mark: str = "") -> None:
        from salescoach.terminal import show

        if person:
            said = self._call.say("drill.says", name=self._scene.person(person), words=words)
            show.note(f"{said}  {mark}" if mark else said, "bold")
        else:
            show.note(f"({words})")

    def _back(self) -> str:
        from salescoach.drilling import BACK
        from salescoach.terminal import show

        if not self._options.exam:
            show.note(self._call.say("drill.back"), "dim")
        return BACK

    def _standing(self) -> None:
        from collections import Counter

        from salescoach.drill.run import Run
        from salescoach.drill.score import score
        from salescoach.terminal import show

        if self._talk is None or self._options.exam:
            return
        counts = Counter(turn.heard.type for turn in self._talk.turns)
        say = self._call.say
        shown = say("drill.comma").join(f"{say(f'drill.type-{kind}')} {n}" for kind, n in counts.items())
        show.note(say("drill.counts", counts=shown, total=score(Run(self._talk)).total))
