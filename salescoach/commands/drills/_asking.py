"""What the quiz and the exam share: putting a card on the screen, reading answers, telling the reason."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach import completing
from salescoach.call import Call

if TYPE_CHECKING:
    from salescoach.drill.cards import Posed
    from salescoach.terminal.prompts import Terminal


class Given(NamedTuple):
    """What somebody did: `act` as in `dialogue.ACTS`; `value` is the place of an option, or a number."""

    act: str
    value: float | None = None


def kinds(call: Call) -> completing.Complete:
    """Kinds of cards, for a shell that completes."""

    def complete(incomplete: str) -> list[str]:
        from salescoach.drill.cards import names
        from salescoach.files import drills
        from salescoach.opening import find_root_or_none

        decks = drills.list_parts(find_root_or_none(call), call.playbooks, drills.DECKS)
        return completing.one_of(sorted({*names(), *decks}))(incomplete)

    return complete


def playbook_option(call: Call) -> Any:
    """From which playbook the cards are made."""
    return completing.option("--playbook", call.say("cli.quiz-playbook"), completing.playbooks(call))


def ask(call: Call, terminal: "Terminal", posed: "Posed", heading: str, skip: bool = False) -> Given:
    """Put a card, and ask until what was typed is an answer or another act."""
    from salescoach.dialogue import Ask
    from salescoach.drill.cards import LETTERS, parse_answer
    from salescoach.terminal import show
    from salescoach.visible import cut

    show.note(f"\n{heading}", "dim")
    show.note(posed.asks, "bold")
    for at, option in enumerate(posed.options):
        show.note(f"{LETTERS[at]}. {option}")
    ends = {"first": LETTERS[0], "last": LETTERS[max(len(posed.options) - 1, 0)]}
    number = "" if posed.options else "-number"
    question = call.say(f"quiz.answer{number}", **ends)
    while True:
        reply = terminal.ask(Ask(posed.ident, "line", question, unknown=False, skip=skip))
        if reply.act != "value":
            return Given(reply.act)
        found = parse_answer(posed, str(reply.value))
        if found is not None:
            return Given("value", found)
        show.note(call.say(f"quiz.no-answer{number}", typed=cut(str(reply.value), 40), **ends), "red")


def tell(call: Call, posed: "Posed", answer: float) -> None:
    """Right or wrong, why, and where it stands in the playbook."""
    from salescoach.drill.cards import is_right, shown
    from salescoach.terminal import show

    if is_right(posed, answer):
        show.note("✓ " + call.say("quiz.right"), "bold")
    else:
        right = shown(posed, posed.right) if posed.options else posed.answer
        show.note("✗ " + call.say("quiz.wrong", answer=right), "bold")
    show.note(posed.why)
    show.note(posed.where, "dim")


def read_lines(path: str) -> Iterator[str]:
    """The lines of a file, or of stdin for `-`, each when it is asked for; bytes that are no text are shown as such."""
    import sys
    from pathlib import Path

    from salescoach.files.repo import read_bytes

    raw = sys.stdin.buffer.read() if path == "-" else read_bytes(Path(path))
    yield from raw.decode("utf-8-sig", "replace").splitlines()
