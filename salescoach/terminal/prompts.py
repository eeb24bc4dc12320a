"""Asking a person: one question at a time, drawn on stderr, with the same keys everywhere."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from salescoach.dialogue import Ask, Choice, Problem, Reply, parse_date, parse_reply
from salescoach.errors import Interrupted, RequestError
from salescoach.messages import Say
from salescoach.terminal import show, signals
from salescoach.visible import clean, cut, visible, width, wrap

if TYPE_CHECKING:
    from questionary import Question

    from salescoach.terminal.keys import Press

_STYLE = [
    ("qmark", "bold"), ("question", "bold"), ("instruction", "dim"), ("keys", "dim"), ("answer", ""),
    ("pointer", "bold"), ("highlighted", "bold"), ("selected", "bold"), ("default", "dim"),
    ("validation-toolbar", "bold"),
]  # fmt: skip
_WORDS = {"unknown": "unknown", "skip": "skipped", "back": "went-back"}
_LISTS = ("choice", "choices", "confirm")
_HINTS = {
    (False, False): "filter",
    (False, True): "filter",
    (True, False): "tick",
    (True, True): "tick-or-type",
}
"""What a list says about itself: by whether several may be ticked, and whether others may be typed."""


def interactive() -> bool:
    """Whether a person can be asked: stdin and stderr are terminals, and not dumb ones."""
    terminals = show.on_terminal(sys.stdin) and show.on_terminal(sys.stderr)
    return terminals and os.environ.get("TERM") != "dumb"


class Terminal:
    """The person at the keyboard. `say` speaks their language; `today` is what "fri" is counted from.

    `plans`: whether there is a visit to plan, so that the key for it is named. `about`: what the help says where this
    is no interview, instead of its keys. `keyboard` and `screen` are a prompt_toolkit input and output; by default
    stdin and stderr.
    """

    def __init__(
        self,
        say: Say,
        today: date,
        *,
        plans: bool = True,
        about: str = "",
        keyboard: Any = None,
        screen: Any = None,
    ) -> None:
        self._say = say
        self._today = today
        self._plans = plans
        self._about = about
        self._keyboard = keyboard
        self._screen = screen
        self._above = ""
        self._told = False

    def ask(self, ask: Ask) -> Reply:
        """Ask until there is an answer or another act (see `dialogue.ACTS`).

        Raises RequestError where there is no terminal to ask on, Interrupted on Ctrl-C, SIGTERM and SIGHUP.
        """
        if self._keyboard is None and not interactive():
            raise RequestError("no-terminal")
        self._head(ask.above)
        ask = self._with_rows(ask)
        reply = self._ask_list(ask) if ask.choices else self._ask_line(ask)
        self._echo(ask, reply)
        return reply

    def _head(self, above: str) -> None:
        """The heading of a question: `progress · what it is for`, the second part only where it changes."""
        above = visible(above)
        progress, _, purpose = above.partition(" · ")
        if above and above != self._above:
            same = purpose and purpose == self._above.partition(" · ")[2]
            show.note("\n" + (progress if same else above), "bold")
        self._above = above

    def _ask_line(self, ask: Ask, text: str = "") -> Reply:
        helped = False
        while True:
            press = self._press(partial(self._line, ask, text))
            text = press.text
            if helped and press.act == "value" and not text and ask.default is None:
                helped = False  # whoever types a question mark ends it with Enter
                continue
            helped = press.act == "help"
            found = self._settled(ask, press.act) or self._read(ask, press)
            if isinstance(found, Reply):
                return found
            self._complain(found)

    def _ask_list(self, ask: Ask) -> Reply:
        press = None
        while True:
            press = self._press(partial(self._list, ask, press))
            found = self._settled(ask, press.act)
            if press.act == "nothing":
                found = Problem("no-match", {"typed": press.text})
                press = press._replace(text="")
            elif press.act == "value":
                found = _picked(ask, press)
            elif press.act == "another":
                found = self._another(ask, press)
            if isinstance(found, Reply):
                return found
            self._complain(found)

    def _another(self, ask: Ask, press: "Press") -> Reply | Problem | None:
        """What is not in the list, typed; going back leads to the list."""
        reply = self._ask_line(ask._replace(kind="text", default=None, skip=False), press.text)
        if reply.act == "back":
            return None
        if reply.act != "value":
            return reply
        typed = parse_reply(ask, reply.value, self._today)  # a label typed in full means its value
        if ask.kind != "choices" or isinstance(typed, Problem):
            return typed
        ticked = [ask.choices[i].value for i in press.picked]
        return Reply("value", ticked + [value for value in typed.value if value not in ticked])

    def _settled(self, ask: Ask, act: str) -> Reply | Problem | None:
        """What a key decides without looking at the answer; prints the help when that was asked for."""
        if act == "help":
            self._help(ask)
        if act == "unknown" and not ask.unknown:
            return Problem("must-be-known", {})
        if act == "skip" and not ask.skip:
            return Problem("cannot-skip", {})
        return Reply(act) if act in ("unknown", "skip", "back", "plan", "leave") else None

    def _read(self, ask: Ask, press: "Press") -> Reply | Problem | None:
        if press.act != "value":
            return None
        changed = press.tidied or clean(press.text, one_line=ask.kind != "long")[1]
        if changed and not self._told:
            self._told = True
            show.note(self._say("prompts.tidied"), "dim")
        return parse_reply(ask, press.text, self._today)

    def _complain(self, problem: Problem | None) -> None:
        if problem:
            show.note(self._say(f"prompts.{problem.key}", **problem.facts), "red")

    def _help(self, ask: Ask) -> None:
        for name in ("why", "good", "bad", "tip"):
            if text := getattr(ask, name):
                show.note(self._say(f"prompts.{name}", text=visible(text)))
        if ask.kind in ("date", "time", "number", "money", "percent"):
            show.note(self._say(f"prompts.form-{ask.kind}"))
        show.note(
            self._about or self._say("prompts.more-keys" if self._plans else "prompts.more-keys-no-plan"),
            "dim",
        )

    def _line(self, ask: Ask, text: str) -> "Question":
        from prompt_toolkit.styles import Style
        from questionary import text as line

        from salescoach.terminal.keys import bind_line, show_below

        long = ask.kind == "long"
        fill = "" if ask.default is None else visible(str(ask.default), one_line=not long)
        hint = self._say("prompts.until-empty-line")
        question = line(
            _message(ask, hint if long else fill),
            default=text,
            instruction=hint + "\n" if long else None,
            multiline=long,
            prompt_continuation=" ",
            placeholder=[("class:default", _spread(fill))],
            reserve_space_for_menu=0,
            tempfile_suffix=".md",
            style=Style(_STYLE),
        )
        bind_line(question, fill, long)
        show_below(question, self._keys(ask))
        return question

    def _list(self, ask: Ask, before: "Press | None") -> "Question":
        """`before` is how the list was left: its filter and its ticks come back."""
        from prompt_toolkit.styles import Style
        from questionary import Choice as Row
        from questionary import checkbox, select

        from salescoach.terminal.keys import ANOTHER, bind_list, filter_by, show_below, show_whole

        room, many = show.columns() - 8, ask.kind == "choices"
        hint = _instruction(self._say(f"prompts.{_HINTS[many, ask.free]}"))
        picked = before.picked if before else _preselected(ask)
        rows = [
            Row(cut(_label(choice), room), value=i, checked=many and i in picked)
            for i, choice in enumerate(ask.choices)
        ]
        if ask.free:
            rows.append(Row(cut(self._say("prompts.type-another"), room), value=ANOTHER))
        common: dict[str, Any] = {
            "use_jk_keys": False,
            "use_emacs_keys": False,
            "instruction": hint,
            "style": Style(_STYLE),
        }
        if many:
            question = checkbox(_message(ask, hint), rows, use_search_filter=True, **common)
        else:
            first: Any = next(iter(picked), None)
            question = select(_message(ask, hint), rows, default=first, **common)
        filter_by(question, before.text if before else "")
        bind_list(question, ask.free, many)
        labels = {i: _label(choice) for i, choice in enumerate(ask.choices)}
        show_whole(question, {i: label for i, label in labels.items() if width(label) > room})
        show_below(question, self._keys(ask))
        return question

    def _keys(self, ask: Ask) -> str:
        """The keys, in one line where there is room, else in two that fit 40 columns."""
        lines = [
            ["keys-back"] + ["keys-skip"] * ask.skip + ["keys-unknown"] * ask.unknown,
            ["keys-plan"] * self._plans + ["keys-leave", "keys-help"],
        ]
        texts = ["  ".join(self._say(f"prompts.{name}") for name in names) for names in lines]
        return ("  " if width("  ".join(texts)) < show.columns() else "\n").join(texts)

    def _press(self, build: "Callable[[], Question]") -> "Press":
        """Run one prompt to its end and wipe it off the screen."""
        from salescoach.terminal.keys import Press

        with self._session():
            question = build()
            question.application.erase_when_done = True
            with _ends_in_order(question):
                press = question.unsafe_ask()
        return press if isinstance(press, Press) else Press("value", press)  # Esc-Enter gives the bare text

    @contextmanager
    def _session(self) -> Iterator[None]:
        from prompt_toolkit.application import create_app_session
        from prompt_toolkit.input import create_input
        from prompt_toolkit.output import create_output

        try:
            keyboard = self._keyboard or create_input()
            screen: Any = self._screen or create_output(stdout=sys.stderr)
        except Exception as error:  # a console that is none, such as mintty's on Windows
            raise RequestError("no-console", reason=type(error).__name__) from error
        screen.enable_cpr = False  # asking a terminal that does not answer costs a second at each question
        with create_app_session(input=keyboard, output=screen):
            yield

    def _echo(self, ask: Ask, reply: Reply) -> None:
        if reply.act == "value":
            show.answered(ask.prompt, self._shown(ask, reply.value))
        elif reply.act == "skip" and ask.default is not None:
            show.answered(ask.prompt, self._say("prompts.left-open"))
        elif reply.act in _WORDS:
            show.answered(ask.prompt, self._say(f"prompts.{_WORDS[reply.act]}"))

    def _shown(self, ask: Ask, value: Any) -> str:
        if ask.kind in _LISTS:
            values = value if isinstance(value, list) else [value]
            labels = [
                next((row.label for row in ask.choices if row.value == one), in_words(one)) for one in values
            ]
            return ", ".join(labels) or self._say("prompts.none")
        if ask.kind == "date" and (day := parse_date(str(value), self._today)):
            return f"{value} {self._say('prompts.weekdays').split()[day.weekday()]}"
        if isinstance(value, int | float):
            return f"{value:,}" + "%" * (ask.kind == "percent")
        return str(value)

    def _with_rows(self, ask: Ask) -> Ask:
        """`ask` with every row its list shows: yes and no, or a default that is not among the choices."""
        rows = ask.choices
        if ask.kind == "confirm":
            rows = (Choice(True, self._say("prompts.yes")), Choice(False, self._say("prompts.no")))
        elif ask.kind == "choice" and ask.free and ask.default not in (None, *(row.value for row in rows)):
            rows = (Choice(ask.default, in_words(ask.default)), *rows)
        return ask._replace(choices=rows)


@contextmanager
def _ends_in_order(question: "Question") -> Iterator[None]:
    """However the prompt ends, the terminal is given back first; the errors are ours."""
    application, number = question.application, 0

    def leave() -> None:
        if application.future and not application.future.done():
            application.exit(exception=Interrupted(number))

    def deliver(signal_number: int) -> None:
        nonlocal number
        number = signal_number
        if not (application.is_running and application.loop):
            raise Interrupted(signal_number)
        application.loop.call_soon_threadsafe(leave)

    try:
        with signals.caught(deliver):
            yield
    except KeyboardInterrupt:
        raise Interrupted() from None
    except (EOFError, OSError) as error:
        raise RequestError("no-terminal") from error
    if number:
        raise Interrupted(number)


def in_words(value: Any) -> str:
    """A value as a person reads it: of one with several parts, such as a commitment, the first."""
    return str(next(iter(value.values()), "")) if isinstance(value, dict) else str(value)


def _message(ask: Ask, hint: str = "") -> str:
    """The prompt in lines; `hint`, which follows it, begins on a line of its own where it would be broken."""
    lines = wrap(visible(ask.prompt), show.columns() - 3)
    fits = width(lines[-1]) + width(hint) + 4 < show.columns()
    return "\n".join(lines if fits or not hint else [*lines, ""])


def _spread(fill: str) -> str:
    """A default as it is drawn: blanks fill up each line, for prompt_toolkit would break inside words."""
    room = show.columns() - 1
    *full, last = wrap(fill, room)
    return fill if "\n" in fill else "".join(x + " " * (room - width(x)) for x in full) + last


def _instruction(text: str) -> str:
    """What a list says about itself, in lines: questionary draws it after a space."""
    return "\n".join(wrap(text, show.columns() - 2))


def _label(choice: Choice) -> str:
    return visible(f"{choice.label} - {choice.hint}" if choice.hint else choice.label)


def _preselected(ask: Ask) -> tuple[int, ...]:
    """The places of the default's values among the choices."""
    wanted = ask.default if isinstance(ask.default, list | tuple) else [ask.default]
    return tuple(
        i for i, choice in enumerate(ask.choices) if ask.default is not None and choice.value in wanted
    )


def _picked(ask: Ask, press: "Press") -> Reply | Problem:
    values = [ask.choices[i].value for i in press.picked]
    if ask.kind != "choices":
        return Reply("value", values[0])
    return Reply("value", values) if values or ask.default else Problem("nothing-ticked", {})
