"""`drill quiz`: cards made from the playbook, spaced so that each comes again just before it is forgotten."""

import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from salescoach import completing
from salescoach.call import Call
from salescoach.commands.drills import _asking
from salescoach.errors import RequestError

if TYPE_CHECKING:
    from salescoach.drill.cards import Material, Posed
    from salescoach.quizzing import Asked, Log, Sitting


def register(group: typer.Typer, call: Call) -> None:
    """Add the command to the group."""
    say = call.say

    @group.command("quiz", help=say("cli.drill-quiz"))
    def quiz_(
        kind: Annotated[str, completing.option("--kind", say("cli.quiz-kind"), _asking.kinds(call))] = "",
        count: Annotated[int, typer.Option("--count", min=1, max=1000, help=say("cli.quiz-count"))] = 10,
        due: Annotated[bool, typer.Option("--due", help=say("cli.quiz-due"))] = False,
        answers: Annotated[str, typer.Option("--answers", help=say("cli.quiz-answers"))] = "",
        stats: Annotated[bool, typer.Option("--stats", help=say("cli.quiz-stats"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=say("cli.quiz-json"))] = False,
        playbook: Annotated[str, _asking.playbook_option(call)] = completing.DEFAULT_PLAYBOOK,
    ) -> int:
        return run(call, kind, count, due, answers, stats, as_json, playbook)


def run(
    call: Call, kind: str, count: int, due: bool, answers: str, stats: bool, as_json: bool, playbook: str
) -> int:
    """Ask, keep, tell. 0 however it went: practice is no check."""
    from salescoach import quizzing
    from salescoach.drill import cards, spacing
    from salescoach.terminal import show
    from salescoach.terminal.prompts import interactive
    from salescoach.terminal.signals import caught

    of = quizzing.open_material(call, playbook, call.today.toordinal())
    quizzing.check_kind(of, kind)
    there = [card for card in cards.cards(of) if not kind or card.kind == kind]
    log = quizzing.open_log(call)
    _warn(call, log)
    known = spacing.standings(log.reviews)
    if stats or as_json:
        return _stats(call, of, spacing.counts(there, known, call.today), as_json)
    chosen = spacing.chosen(there, known, call.today, count, due)
    if not chosen:
        days = [known[card.ident].due for card in there if card.ident in known]
        show.note(call.say("quiz.nothing-due", day=min(days)) if days else call.say("quiz.nothing-yet"))
        return 0
    if not answers and not (call.ask and interactive()):
        raise RequestError("no-terminal-for-quiz")
    asked: Asked = Lines(call, _asking.read_lines(answers)) if answers else Person(call, of)
    with caught():
        sitting = quizzing.quiz(call, of, log, chosen, asked)
    if not answers and sitting.answered < len(chosen):
        show.note(call.say("quiz.stopped"))
    _sum_up(call, sitting, {card.ident for card in there})
    return 0


def _warn(call: Call, log: "Log") -> None:
    """Say what is wrong with the log or the clock."""
    from salescoach.drill.spacing import latest
    from salescoach.opening import shown
    from salescoach.terminal import show

    if log.aside is not None:
        show.note(call.say("quiz.log-aside", path=shown(log.aside)))
    last = latest(log.reviews)
    if last is not None and last > call.today:
        show.note(call.say("quiz.clock-back", today=call.today, last=last))


def _sum_up(call: Call, sitting: "Sitting", there: set[str]) -> None:
    from salescoach.drill.spacing import standings
    from salescoach.terminal import show

    known = {card: standing for card, standing in standings(sitting.reviews).items() if card in there}
    tomorrow = sum(standing.is_due(call.today + timedelta(days=1)) for standing in known.values())
    facts = {"right": sitting.right, "asked": sitting.answered, "tomorrow": tomorrow}
    show.out(call.say("quiz.done", met=len(known), all=len(there), **facts))


def _stats(call: Call, of: "Material", counts: list, as_json: bool) -> int:  # type: ignore[type-arg]
    from salescoach.drill import cards, spacing
    from salescoach.formats.json import document
    from salescoach.terminal import show

    whole = spacing.Count("", *(sum(column) for column in zip(*(c[1:] for c in counts), strict=True)))
    if as_json:
        show.out(document(kinds=[c._asdict() for c in counts], all=whole._asdict()), raw=True)
        return 0
    for one in [*counts, whole]:
        name = cards.title(of, one.kind) if one.kind else call.say("quiz.stats-all")
        show.out(
            call.say("quiz.stats-line", name=name, **{k: v for k, v in one._asdict().items() if k != "kind"})
        )
    show.note(call.say("quiz.stats-learned", days=spacing.LEARNED), "dim")
    return 0


class Lines:
    """Answers that were written down, one a line; a line that is no answer is said and leaves its card as it was."""

    def __init__(self, call: Call, lines: Iterator[str]) -> None:
        self._call = call
        self._lines = enumerate(lines, 1)

    def answer(self, posed: "Posed", _at: int, _of: int) -> tuple[float | None, float | None] | None:
        """The next line's, leave after the last."""
        from salescoach.drill.cards import parse_answer
        from salescoach.terminal import show

        number, line = next(self._lines, (0, ""))
        if not number:
            return None
        found = parse_answer(posed, line)
        if found is None:
            show.note(self._call.say("quiz.line-no-answer", line=number))
        return found, None

    def told(self, posed: "Posed", answer: float) -> None:
        """The same words as at a terminal."""
        _asking.tell(self._call, posed, answer)


class Person:
    """A rep at a terminal."""

    def __init__(self, call: Call, of: "Material") -> None:
        from salescoach.terminal.prompts import Terminal

        self._call, self._of = call, of
        self._terminal = Terminal(call.say, call.today, plans=False)

    def answer(self, posed: "Posed", at: int, of: int) -> tuple[float | None, float | None] | None:
        """What the person types, and how long they took from seeing the card."""
        from salescoach.drill.cards import title
        from salescoach.terminal import show

        heading = self._call.say("quiz.progress", at=at, of=of, kind=title(self._of, posed.kind))
        begun = time.monotonic()
        found = _asking.ask(self._call, self._terminal, posed, heading, skip=True)
        seconds = time.monotonic() - begun
        if found.act == "leave":
            return None
        if found.act != "value":
            show.note(self._call.say("quiz.left"), "dim")
        return (found.value, seconds) if found.act == "value" else (None, seconds)

    def told(self, posed: "Posed", answer: float) -> None:
        """Right or wrong, why, and where it stands."""
        _asking.tell(self._call, posed, answer)
        sys.stderr.flush()
