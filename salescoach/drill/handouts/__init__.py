"""What is printed for people who play in a room, one file each: `render` gives cards, each a page.

Everything comes from the scenario, its rubric and the rules of the room; nothing is written twice.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, cast

from salescoach import markdown, modules
from salescoach.drill import naming
from salescoach.drill.scene import Scene
from salescoach.messages import Say

if TYPE_CHECKING:
    from salescoach.playbook.model import LocalText
    from salescoach.playbook.scenario import Room

ORDER = ("seller", "customer", "players", "observer", "debrief")
"""How the cards follow each other in a kit."""


class Desk(NamedTuple):
    """What a card is made of."""

    scene: Scene
    room: "Room"
    say: Say

    def text(self, text: "LocalText | None") -> str:
        """A text of the scenario as Markdown."""
        return markdown.text(self.scene.pick(text))

    def head(self, role: str) -> str:
        """The title of a card, and where the drill was made of a real deal, what must not be taken for true."""
        title = self.say("kit.card", title=self.text(self.scene.scenario.title), role=markdown.text(role))
        return joined(f"# {title}", naming.made_of(self.scene, self.say))

    def listed(self, texts: "list[LocalText]") -> str:
        """Some texts as a list."""
        return bullets([self.text(one) for one in texts])

    def section(self, heading: str, *parts: str) -> str:
        """Some parts under a heading, "" where there are none."""
        told = [part for part in parts if part]
        return "\n\n".join([f"## {self.say(f'kit.{heading}')}", *told]) if told else ""


Render = Callable[[Desk], list[str]]


def names() -> tuple[str, ...]:
    """Every kind of card there is, in the order of the kit."""
    there = modules.names(__name__)
    return tuple(sorted(there, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER)))


def render(name: str, desk: Desk) -> list[str]:
    """The cards of one kind; [] where this scenario needs none."""
    made = cast(Render, modules.named(__name__, name).render)(desk)
    return [card.rstrip("\n") + "\n" for card in made]


def joined(*parts: str) -> str:
    """The parts of a card that say something."""
    return "\n\n".join(part for part in parts if part)


def bullets(lines: list[str]) -> str:
    """Lines that are Markdown already, as a list."""
    return "\n".join(f"- {line}" for line in lines)
