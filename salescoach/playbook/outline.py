"""A playbook as a readable outline: what a rep or a trainer wants to see of a method on one screen."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from salescoach.fields import RIGOURS
from salescoach.messages import speaker
from salescoach.playbook import rigour
from salescoach.text import pick
from salescoach.visible import wrap

if TYPE_CHECKING:
    from salescoach.playbook.model import Criterion, Playbook, Stage

NARROW = 50


class Outline:
    """Lines of at most `width` cells in one language."""

    def __init__(self, playbook: "Playbook", language: str, width: int) -> None:
        self.playbook = playbook
        self.language = language
        self.width = width
        self.step = 2 if width >= NARROW else 1

    def say(self, key: str, **facts: object) -> str:
        """A word of the outline."""
        return speaker(self.language)(f"outline.{key}", **facts)

    def pick(self, text: Any) -> str:
        """A playbook's text."""
        return pick(text, self.language)

    def wrapped(self, text: str, depth: int, bullet: str = "") -> Iterator[str]:
        """A paragraph, indented; the bullet hangs out."""
        indent = " " * (self.step * depth)
        for at, line in enumerate(wrap(text, max(10, self.width - len(indent) - len(bullet)))):
            yield f"{indent}{bullet if at == 0 else ' ' * len(bullet)}{line}"

    def whole(self, only: str) -> Iterator[str]:
        """The playbook, or one stage of it."""
        title = f"{self.pick(self.playbook.title)} ({self.playbook.id} {self.playbook.version})"
        yield from self.wrapped(title, 0)
        if not only:
            yield from self.wrapped(self.pick(self.playbook.summary), 0)
        for stage in self.playbook.stages:
            if only in ("", stage.id):
                yield ""
                yield from self.stage(stage, full=bool(only))
        if not only:
            yield ""
            yield from self.contents()

    def stage(self, stage: "Stage", full: bool) -> Iterator[str]:
        """A stage: its goal and exit; in full also what to do on the way."""
        counted = [s for s in self.playbook.stages if not s.pre]
        number = "0" if stage.pre else str(counted.index(stage) + 1)
        yield from self.wrapped(f"{number}. {self.pick(stage.title)} [{stage.id}]", 0)
        yield from self.wrapped(f"{self.say('goal')}{self.pick(stage.goal)}", 1)
        light, needs = (rigour.needed(stage.exit, r) for r in RIGOURS)
        said = "exit" if light == needs else "rigours"
        every = len(stage.exit.criteria)
        yield from self.wrapped(self.say(said, light=light, needs=needs, all=every), 1)
        for criterion in stage.exit.criteria:
            yield from self.criterion(criterion)
        if not full:
            return
        for name in ("entry", "actions", "tips", "mistakes"):
            yield from self.wrapped(self.say(name), 1)
            for text in getattr(stage, name):
                yield from self.wrapped(self.pick(text), 2, "- ")
        yield from self.wrapped(f"{self.say('bad')}{self.pick(stage.bad)}", 1)
        yield from self.steps(stage)

    def steps(self, stage: "Stage") -> Iterator[str]:
        """The steps with their tip and what they fill."""
        sheets = {w.id: w for w in self.playbook.worksheets}
        yield from self.wrapped(self.say("steps"), 1)
        for step in stage.steps:
            sheet = sheets[step.fills]
            names = step.only or list(sheet.fields)
            fields = self.say("comma").join(
                self.pick(sheet.fields[n].label) for n in names if n in sheet.fields
            )
            yield from self.wrapped(f"{self.pick(step.title)} [{step.id}]", 2, "- ")
            if step.tip:
                yield from self.wrapped(self.pick(step.tip), 3)
            yield from self.wrapped(f"{self.pick(sheet.table or sheet.form)}: {fields}", 3)

    def criterion(self, criterion: "Criterion") -> Iterator[str]:
        """A criterion: must or not, and the grade of evidence that it asks for."""
        asked = dict.fromkeys(grades(criterion.requires))
        proof = self.say("comma").join(speaker(self.language)(f"evidence.{g}") for g in asked)
        mark = "● " if criterion.must else "○ "
        yield from self.wrapped(f"{self.pick(criterion.title)} [{criterion.id}]", 2, mark)
        if proof:
            yield from self.wrapped(f"{self.say('proof')}{proof}", 3)

    def contents(self) -> Iterator[str]:
        """What else there is: worksheets, questions by type, the library."""
        sheets = self.say("comma").join(
            self.pick(w.title or w.table or w.form) for w in self.playbook.worksheets
        )
        yield from self.wrapped(f"{self.say('worksheets')}{sheets}", 0)
        counts = {k: sum(q.type == k for q in self.playbook.questions) for k in self.playbook.types}
        types = self.say("comma").join(
            f"{self.pick(kind.label)} {counts[name]}" for name, kind in self.playbook.types.items()
        )
        yield from self.wrapped(self.say("questions", count=len(self.playbook.questions), types=types), 0)
        library = self.playbook.library
        names = {w.id: self.pick(w.title or w.table) for w in self.playbook.worksheets}
        entries = {names[name]: len(rows) for name, rows in library.rows.items() if name in names}
        entries |= {self.say(n): len(getattr(library, n)) for n in ("objections", "stories")}
        listed = self.say("comma").join(f"{name} {count}" for name, count in entries.items() if count)
        if listed:
            yield from self.wrapped(self.say("library", entries=listed), 0)


def outline(playbook: "Playbook", language: str, width: int, only: str = "") -> str:
    """The outline as text; `only` is the id of one stage, shown in full."""
    return "\n".join(Outline(playbook, language, width).whole(only))


def grades(needs: Any) -> Iterator[str]:
    """Every grade of evidence that a requirement asks for."""
    if isinstance(needs, Mapping):
        for key, value in needs.items():
            if key in ("proven_by", "evidence") and isinstance(value, str):
                yield value
            else:
                yield from grades(value)
    elif isinstance(needs, list):
        for one in needs:
            yield from grades(one)
