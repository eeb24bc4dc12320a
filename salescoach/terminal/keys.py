"""The keys that work at every prompt, put onto a questionary question."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition, is_done, to_filter
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import ConditionalContainer, FormattedTextControl, HSplit, Layout, Window
from questionary import Question
from questionary.prompts.common import InquirerControl

from salescoach.visible import clean, wrap

EVERYWHERE = {"c-b": "back", "c-n": "skip", "c-u": "unknown", "c-p": "plan", "c-s": "leave", "f1": "help"}
WHEN_EMPTY = {"?": "help", "？": "help", "c-d": "leave"}
ANOTHER = -1
"""The value of the list row that lets a person type something else."""


class Press(NamedTuple):
    """How a prompt ended: an act of the dialogue, `help`, `another` or `nothing` (no row holds what was typed);
    what was typed, what was picked."""

    act: str
    text: str = ""
    picked: tuple[int, ...] = ()
    tidied: bool = False
    """Whether something pasted into the line had to be cleaned."""


def bind_line(question: Question, fill: str, many_lines: bool) -> None:
    """The keys of a line of text. Tab and the right arrow put `fill`, the default, into an empty line."""
    bindings = KeyBindings()
    buffer: Buffer = question.application.current_buffer
    tidied = False

    def press(act: str) -> Press:
        return Press(act, buffer.text, tidied=tidied)

    empty = Condition(lambda: not buffer.text)
    _bind_ends(bindings, press, empty)

    @bindings.add("c-e", eager=True)
    def edit(event: KeyPressEvent) -> None:
        event.current_buffer.open_in_editor()

    @bindings.add("c-i", filter=empty, eager=True)
    @bindings.add("right", filter=empty, eager=True)
    def take(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(fill)

    @bindings.add(Keys.BracketedPaste, eager=True)
    def paste(event: KeyPressEvent) -> None:
        nonlocal tidied
        text, changed = clean(event.data, one_line=not many_lines)
        event.current_buffer.insert_text(text)
        tidied = tidied or changed

    @bindings.add("c-m", eager=True)
    def enter(event: KeyPressEvent) -> None:
        document: Document = event.current_buffer.document
        if many_lines and document.text.strip() and document.current_line.strip():
            event.current_buffer.newline(copy_margin=False)
        else:
            event.app.exit(result=press("value"))

    _add(question, bindings)


def bind_list(question: Question, free: bool, many: bool) -> None:
    """The keys of a list: every character filters, Chinese too; Enter never takes a row that is not seen.

    Where several may be ticked and others typed (`free` and `many`), a space belongs to what was typed, so Tab
    and Enter tick the row that the typing found.
    """
    bindings = KeyBindings()
    rows: Any = _list_of(question)
    empty = Condition(lambda: not rows.search_filter)
    mixed = free and many

    def matched() -> bool:
        rows.filtered_choices  # noqa: B018 - looking is what sets found_in_search
        return not rows.search_filter or rows.found_in_search

    def press(act: str) -> Press:
        return Press(act, rows.search_filter or "", _picked(rows, many))

    _bind_ends(bindings, press, empty)

    @bindings.add(Keys.Any)
    def narrow(event: KeyPressEvent) -> None:
        if event.data.isprintable():
            rows.add_search_character(event.data)

    @bindings.add(Keys.BracketedPaste, eager=True)
    def paste(event: KeyPressEvent) -> None:
        rows.add_search_character(clean(event.data)[0])

    @bindings.add("c-h", eager=True)
    def widen(_event: KeyPressEvent) -> None:
        rows.add_search_character(Keys.Backspace)

    @bindings.add(" ", filter=Condition(lambda: mixed) & ~empty, eager=True)
    def space(_event: KeyPressEvent) -> None:
        rows.add_search_character(" ")

    @bindings.add("c-i", eager=True)
    @bindings.add(" ", filter=Condition(lambda: many and not free and not matched()), eager=True)
    def nothing(_event: KeyPressEvent) -> None:
        """Neither the checkbox's own use of Tab (invert all), nor ticking what is not shown."""

    @bindings.add("c-i", filter=Condition(lambda: mixed and matched()), eager=True)
    def tick(_event: KeyPressEvent) -> None:
        _tick(rows)

    @bindings.add("c-m", eager=True)
    def enter(event: KeyPressEvent) -> None:
        pointed = rows.get_pointed_at().value
        found = [pointed] if mixed and rows.search_filter else []
        if not matched():
            event.app.exit(result=press("another" if free else "nothing"))
        elif found and pointed not in (ANOTHER, *rows.selected_options):
            _tick(rows)
        elif ANOTHER in ([*rows.selected_options, *found] if many else [pointed]):
            event.app.exit(result=press("another"))
        else:
            event.app.exit(result=press("value"))

    _add(question, bindings)


def show_below(question: Question, text: str) -> None:
    """Draw dim lines under the prompt for as long as it is open."""
    layout: Layout = question.application.layout
    for window in layout.find_all_windows():
        window.dont_extend_height = to_filter(True)  # else the keys sink to the foot of the screen
    keys = Window(FormattedTextControl(lambda: [("class:keys", _at_words(text))]), dont_extend_height=True)
    below = ConditionalContainer(keys, filter=~is_done)
    question.application.layout = Layout(HSplit([layout.container, below]), layout.current_window)


def show_whole(question: Question, labels: Mapping[int, str]) -> None:
    """Draw the row pointed at in full under the list, where it had to be cut; `labels` by the row's value."""
    rows: Any = _list_of(question)

    def pointed_at() -> str:
        return labels.get(rows.get_pointed_at().value, "")

    layout: Layout = question.application.layout
    whole = Window(FormattedTextControl(lambda: [("", _at_words(pointed_at()))]), dont_extend_height=True)
    below = ConditionalContainer(whole, filter=~is_done & Condition(lambda: bool(pointed_at())))
    question.application.layout = Layout(HSplit([layout.container, below]), layout.current_window)


def filter_by(question: Question, text: str) -> None:
    """Narrow the list to the rows that hold `text`."""
    if text:
        rows: Any = _list_of(question)
        rows.add_search_character(text)


def _at_words(text: str) -> str:
    """`text` in lines that fit the screen as it is now; prompt_toolkit itself breaks inside words."""
    return "\n".join(wrap(text, get_app().output.get_size().columns))


def _tick(rows: InquirerControl) -> None:
    """Tick the row pointed at, or take its tick away, and show the whole list again, pointing at it."""
    row = rows.get_pointed_at()
    ticked: list[Any] = rows.selected_options
    rows.selected_options = (
        [v for v in ticked if v != row.value] if row.value in ticked else [*ticked, row.value]
    )
    rows.search_filter = None
    rows.pointed_at = rows.choices.index(row)


def _list_of(question: Question) -> InquirerControl:
    """The list that questionary draws."""
    windows: Iterable[Window] = question.application.layout.find_all_windows()
    return next(w.content for w in windows if isinstance(w.content, InquirerControl))


def _picked(rows: InquirerControl, many: bool) -> tuple[int, ...]:
    picked = rows.get_selected_values() if many else [rows.get_pointed_at()]
    places: list[Any] = [choice.value for choice in picked]
    return tuple(place for place in places if place != ANOTHER)


def _bind_ends(bindings: KeyBindings, press: Callable[[str], Press], empty: Condition) -> None:
    def ending(act: str) -> Callable[[KeyPressEvent], None]:
        return lambda event: event.app.exit(result=press(act))

    for key, act in EVERYWHERE.items():
        bindings.add(key, eager=True)(ending(act))
    for key, act in WHEN_EMPTY.items():
        bindings.add(key, filter=empty, eager=True)(ending(act))

    @bindings.add(Keys.SIGINT, eager=True)
    def interrupt(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @bindings.add("c-z", eager=True)
    def suspend(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()


def _add(question: Question, bindings: KeyBindings) -> None:
    application: Any = question.application
    application.key_bindings = merge_key_bindings([application.key_bindings, bindings])
