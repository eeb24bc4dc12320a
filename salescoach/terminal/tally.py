"""Counting live: one key a time beside a running clock, drawn on stderr. What a key means is not known here."""

import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from salescoach.errors import Interrupted, RequestError
from salescoach.terminal import show, signals
from salescoach.terminal.prompts import interactive
from salescoach.visible import clean, cut, visible

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.layout import Layout

TICK = 0.5
"""Seconds after which the clock is drawn again."""
DONE, LEAVE = "done", "leave"


class Line(NamedTuple):
    """A line of the screen; `style`: bold, dim or ""."""

    text: str
    style: str = ""


class Counter(Protocol):
    """Who counts: told of every key at once, and asked what to show."""

    def lines(self, seconds: int) -> Sequence[Line]:
        """The screen at this moment of the talk."""

    def press(self, key: str, seconds: int) -> None:
        """A key was pressed: one character."""

    def undo(self) -> None:
        """Take the last one back."""

    def words(self, text: str, seconds: int) -> None:
        """Words as they fell, for what was pressed last."""

    def prompt(self) -> str:
        """What is shown before words are typed."""


def watch(counter: Counter, start: int, *, keyboard: Any = None, screen: Any = None) -> tuple[str, int]:
    """Count until it is over: DONE (Ctrl-D) or LEAVE (Ctrl-S), and the moment. The clock begins at `start` seconds.

    Raises RequestError without a terminal, Interrupted on Ctrl-C, SIGTERM and SIGHUP.
    """
    if keyboard is None and not interactive():
        raise RequestError("no-terminal")
    from prompt_toolkit.application import create_app_session
    from prompt_toolkit.input import create_input
    from prompt_toolkit.output import create_output

    try:
        source = keyboard or create_input()
        sink: Any = screen or create_output(stdout=sys.stderr)
    except Exception as error:  # a console that is none, such as mintty's on Windows
        raise RequestError("no-console", reason=type(error).__name__) from error
    sink.enable_cpr = False  # asking a terminal that does not answer costs a second
    with create_app_session(input=source, output=sink):
        return _Board(counter, start).run()


class _Board:
    """The screen: what is counted, and below it a line for words while they are typed."""

    def __init__(self, counter: Counter, start: int) -> None:
        from prompt_toolkit.application import Application
        from prompt_toolkit.buffer import Buffer

        self._counter = counter
        self._begun = time.monotonic() - start
        self._writing = False
        self._words = Buffer(multiline=False)
        self._application: Application[tuple[str, int]] = Application(
            self._layout(), key_bindings=self._bindings(), erase_when_done=True, refresh_interval=TICK
        )

    def run(self) -> tuple[str, int]:
        try:
            with signals.caught(self._deliver):
                return self._application.run(handle_sigint=False)
        except (EOFError, OSError) as error:
            raise RequestError("no-terminal") from error

    def _now(self) -> int:
        return int(time.monotonic() - self._begun)

    def _drawn(self) -> "StyleAndTextTuples":
        room = show.columns() - 1
        lines = self._counter.lines(self._now())
        texts = [cut(visible(one.text), room) for one in lines]
        ends = ["\n"] * (len(texts) - 1) + [""]
        return [(one.style, text + end) for one, text, end in zip(lines, texts, ends, strict=True)]

    def _layout(self) -> "Layout":
        from prompt_toolkit.filters import Condition
        from prompt_toolkit.layout import (
            BufferControl,
            ConditionalContainer,
            FormattedTextControl,
            HSplit,
            Layout,
            VSplit,
            Window,
        )

        self._keys = Window(
            FormattedTextControl(self._drawn, focusable=True, show_cursor=False), dont_extend_height=True
        )
        self._line = Window(BufferControl(self._words), height=1)
        prompt = Window(FormattedTextControl(self._counter.prompt), dont_extend_width=True)
        line = ConditionalContainer(VSplit([prompt, self._line]), Condition(lambda: self._writing))
        return Layout(HSplit([self._keys, line]), focused_element=self._keys)

    def _bindings(self) -> "KeyBindings":
        from prompt_toolkit.filters import Condition
        from prompt_toolkit.key_binding import KeyBindings
        from prompt_toolkit.keys import Keys

        bindings, is_counting = KeyBindings(), Condition(lambda: not self._writing)

        @bindings.add(Keys.Any, filter=is_counting)
        def press(event: "KeyPressEvent") -> None:
            if len(event.data) == 1 and event.data.isprintable():
                self._counter.press(event.data, self._now())

        @bindings.add(Keys.BracketedPaste, filter=is_counting)
        def paste(_event: "KeyPressEvent") -> None:
            """What is pasted counts nothing."""

        @bindings.add("c-h", filter=is_counting)
        def undo(_event: "KeyPressEvent") -> None:
            self._counter.undo()

        @bindings.add("c-m")
        def enter(event: "KeyPressEvent") -> None:
            self._keep_words()
            self._writing = not self._writing
            event.app.layout.focus(self._line if self._writing else self._keys)

        @bindings.add("c-d")
        def done(event: "KeyPressEvent") -> None:
            self._keep_words()
            event.app.exit(result=(DONE, self._now()))

        @bindings.add("c-s")
        def leave(event: "KeyPressEvent") -> None:
            self._keep_words()
            event.app.exit(result=(LEAVE, self._now()))

        @bindings.add("c-c")
        def stop(event: "KeyPressEvent") -> None:
            event.app.exit(exception=Interrupted())

        return bindings

    def _keep_words(self) -> None:
        text, _ = clean(self._words.text)
        self._words.reset()
        if text:
            self._counter.words(text, self._now())

    def _deliver(self, number: int) -> None:
        if self._application.loop is None:
            raise Interrupted(number)
        end = self._application.exit
        self._application.loop.call_soon_threadsafe(lambda: end(exception=Interrupted(number)))
