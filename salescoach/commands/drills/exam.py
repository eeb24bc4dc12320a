"""`drill exam`: the same questions for a whole class, a time limit, a pass mark, the reasons after the end."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salescoach import completing
from salescoach.call import Call
from salescoach.commands.drills import _asking
from salescoach.errors import RequestError

if TYPE_CHECKING:
    from salescoach.drill.cards import Material
    from salescoach.drill.exam import Rules, Sat
    from salescoach.quizzing import Held

LONGEST_NAME = 80
END = -1
"""No place: the exam is handed in."""


def register(group: typer.Typer, call: Call) -> None:
    """Add the command to the group."""
    say = call.say

    @group.command("exam", help=say("cli.drill-exam-command"))
    def exam_(
        seed: Annotated[int | None, typer.Option("--seed", help=say("cli.exam-seed"))] = None,
        count: Annotated[int, typer.Option("--count", min=1, max=200, help=say("cli.exam-count"))] = 20,
        minutes: Annotated[int, typer.Option("--minutes", min=1, max=600, help=say("cli.exam-minutes"))] = 15,
        passes: Annotated[int, typer.Option("--pass", min=1, max=100, help=say("cli.exam-pass"))] = 80,
        name: Annotated[str, typer.Option("--name", help=say("cli.exam-name"))] = "",
        kind: Annotated[str, completing.option("--kind", say("cli.quiz-kind"), _asking.kinds(call))] = "",
        paper: Annotated[str, typer.Option("--paper", help=say("cli.exam-paper"))] = "",
        answers: Annotated[str, typer.Option("--answers", help=say("cli.exam-answers"))] = "",
        output: Annotated[str, typer.Option("--output", "-o", help=say("cli.exam-output"))] = "-",
        playbook: Annotated[str, _asking.playbook_option(call)] = completing.DEFAULT_PLAYBOOK,
    ) -> int:
        from salescoach.drill.exam import Rules
        from salescoach.visible import clean

        given = call.today.toordinal() % 10_000 if seed is None else seed
        rules = Rules(given, count, minutes, passes, clean(name)[0][:LONGEST_NAME])
        return run(call, rules, kind, paper, answers, output, playbook)


def run(call: Call, rules: "Rules", kind: str, paper: str, answers: str, output: str, playbook: str) -> int:
    """Print the paper, or hold the exam. 1 below the pass mark."""
    from salescoach import quizzing
    from salescoach.drill import exam
    from salescoach.terminal import show
    from salescoach.terminal.prompts import interactive
    from salescoach.terminal.signals import caught

    of = quizzing.open_material(call, playbook, rules.seed)
    quizzing.check_kind(of, kind)
    if paper:
        return _print(call, of, rules, kind, paper)
    if answers:
        return _finish(call, of, _from_lines(of, rules, kind, answers), output)
    if not (call.ask and interactive()):
        raise RequestError("no-terminal-for-exam")
    held = quizzing.open_exam(call, lambda: (rules, exam.paper(of, rules, kind), of.language), time.time())
    sitting = Sitting(call, held)
    sitting.open()
    with caught():
        is_over = sitting.run()
    if not is_over:
        show.note(call.say("quiz.exam-paused"))
        return 0
    sat = quizzing.ended(sitting.held, time.time())
    code = _finish(call, of, sat, output)
    held.journal.close_done()
    return code


def _print(call: Call, of: "Material", rules: "Rules", kind: str, path: str) -> int:
    """The paper into one file and the answer key into another beside it; both to stdout for `-`, the key last."""
    from salescoach.drill import exam
    from salescoach.drill.paper import render_key, render_paper
    from salescoach.telling import deliver
    from salescoach.terminal import show

    questions = exam.paper(of, rules, kind)
    title = of.pick(of.playbook.title)
    texts = [
        render(rules, questions, title, str(call.today), of.say) for render in (render_paper, render_key)
    ]
    if path == "-":
        deliver(["\n---\n\n".join(texts)], "-")
        return 0
    key = str(Path(path).with_suffix(f".key{Path(path).suffix or '.md'}"))
    for text, target in zip(texts, (path, key), strict=True):
        deliver([text], target)
    show.note(call.say("quiz.exam-key-written", paper=path, key=key))
    return 0


def _from_lines(of: "Material", rules: "Rules", kind: str, answers: str) -> "Sat":
    """An exam answered on paper: one answer a line, in the order of the questions; any other line is no answer."""
    from salescoach.drill import exam
    from salescoach.drill.cards import parse_answer

    questions = exam.paper(of, rules, kind)
    read = (parse_answer(q, line) for q, line in zip(questions, _asking.read_lines(answers), strict=False))
    return exam.Sat(rules, questions, {at: found for at, found in enumerate(read) if found is not None}, None)


def _finish(call: Call, of: "Material", sat: "Sat", output: str) -> int:
    """Show the result, keep it and a line of the history."""
    from salescoach import drilling
    from salescoach.drill import cards, exam
    from salescoach.drill.paper import render_result
    from salescoach.opening import shown
    from salescoach.telling import deliver
    from salescoach.terminal import show

    titles = {kind: cards.title(of, kind) for kind in sat.by_kind if kind in (*cards.names(), *of.decks)}
    text = render_result(sat, of.pick(of.playbook.title), str(call.today), titles, call.say)
    path = drilling.keep_sheet(call, exam.NAME, text)
    aside = drilling.keep_record(call, exam.record(sat, of, str(call.today)))
    if aside is not None:
        show.note(call.say("drill.history-aside", path=shown(aside)))
    deliver([text], output)
    show.note(call.say("quiz.exam-kept", path=shown(path)))
    return 0 if sat.passed else 1


class Sitting:
    """Somebody who sits an exam at a terminal: forwards and back until they hand it in or the time is up."""

    def __init__(self, call: Call, held: "Held", clock: Callable[[], float] = time.time) -> None:
        from salescoach.terminal.prompts import Terminal

        self._call, self.held, self._clock = call, held, clock
        self._terminal = Terminal(call.say, call.today, plans=False)

    @property
    def _left(self) -> float:
        from salescoach.quizzing import elapsed

        return 60 * self.held.exam.rules.minutes - elapsed(self.held.exam, self._clock())

    def open(self) -> None:
        """What is told before the first question."""
        from salescoach.drill.sheet import minute
        from salescoach.opening import shown
        from salescoach.terminal import show

        of = self.held.exam
        if self.held.aside is not None:
            show.note(self._call.say("quiz.exam-aside", path=shown(self.held.aside)))
        facts = {"count": len(of.questions), "seed": of.rules.seed}
        if self.held.resumed:
            facts |= {"answered": len(of.answers)}
            left = minute(max(self._left, 0))
            show.note(self._call.say("quiz.exam-resumed", left=left, day=self.held.day, **facts), "bold")
        else:
            rules = {"minutes": of.rules.minutes, "passes": of.rules.passes}
            show.note(self._call.say("quiz.exam-open", **rules, **facts), "bold")

    def run(self) -> bool:
        """Ask until the end; False to pause."""
        of = self.held.exam
        at = next((i for i in range(len(of.questions)) if i not in of.answers), len(of.questions))
        while self._left > 0:
            moved = self._ask(at) if at < len(of.questions) else self._hand_in()
            if moved is None:
                return False
            if moved == END:
                return True
            at = moved
        self._say_time_is_up()
        return True

    def _ask(self, at: int) -> int | None:
        """The place to go to next; None to pause."""
        from salescoach.drill.cards import shown
        from salescoach.drill.sheet import minute
        from salescoach.quizzing import keep_answer
        from salescoach.terminal import show

        of = self.held.exam
        posed = of.questions[at]
        given = shown(posed, of.answers.get(at)).partition(". ")[0]
        key = "quiz.exam-progress-given" if given else "quiz.exam-progress"
        facts = {"at": at + 1, "of": len(of.questions), "left": minute(self._left)}
        heading = self._call.say(key, **facts, **({"given": given} if given else {}))
        found = _asking.ask(self._call, self._terminal, posed, heading, skip=True)
        if found.act == "leave":
            return None
        if found.act == "back":
            return max(at - 1, 0)
        if found.value is not None:
            if self._left <= 0:
                show.note(self._call.say("quiz.exam-too-late", seconds=round(-self._left)))
                return at
            self.held = keep_answer(self.held, at, found.value, self._clock())
        return at + 1

    def _hand_in(self) -> int | None:
        """END, or the place to go to; None to pause."""
        from salescoach.dialogue import Ask

        of = self.held.exam
        missing = [i for i in range(len(of.questions)) if i not in of.answers]
        named = ", ".join(str(i + 1) for i in missing) or self._call.say("quiz.exam-none-open")
        words = self._call.say("quiz.exam-hand-in", open=named)
        reply = self._terminal.ask(Ask("hand-in", "confirm", words, True, unknown=False, skip=False))
        if reply.act == "leave":
            return None
        if reply.act == "value" and reply.value is True:
            return END
        return next(iter(missing), len(of.questions) - 1) if reply.act == "value" else len(of.questions) - 1

    def _say_time_is_up(self) -> None:
        from salescoach.terminal import show

        show.note("\n" + self._call.say("quiz.exam-time-up"), "bold")
