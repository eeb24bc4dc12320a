"""Who says the rep's lines: a person at a terminal, or a file."""

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from salescoach.call import Call

if TYPE_CHECKING:
    from salescoach.drill.heard import Heard
    from salescoach.drill.scene import Scene
    from salescoach.drill.talk import Talk, Turn
    from salescoach.drilling import Options


def read_lines(path: str) -> Iterator[tuple[str, str]]:
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

    def spent(self) -> int:
        """No time at all."""
        return 0


class Person:
    """A rep at a terminal: sees the brief and the rubric, then the talk."""

    def __init__(self, call: Call, scene: "Scene", options: "Options", spent: int = 0) -> None:
        from salescoach.terminal.prompts import Terminal

        self._call, self._scene, self._options = call, scene, options
        self._begun = time.monotonic() - spent
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
        if self._options.limit:
            show.note(say("drill.limit", minutes=self._options.limit))
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

        if self._options.limit and self.spent() >= self._options.limit * 60:
            show.note(self._call.say("drill.limit-over"), "bold")
            return END
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

    def spent(self) -> int:
        """Seconds on the wall, those of earlier sittings too."""
        return round(time.monotonic() - self._begun)

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
