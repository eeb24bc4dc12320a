"""When a hidden fact comes out, or an advance is granted, in plain words."""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from salescoach import markdown
from salescoach.drill import clock, naming
from salescoach.drill.handouts import Desk
from salescoach.drill.scene import Fact, Scene
from salescoach.drill.state import COLDEST, ladder_of

if TYPE_CHECKING:
    from salescoach.playbook.model import Language
    from salescoach.playbook.scenario import When


def opens(desk: Desk, fact: Fact) -> list[str]:
    """What the seller must have asked, and all that must have happened before."""
    say, scene = desk.say, desk.scene
    if fact.reaction.unasked:
        return [say("kit.unasked"), *conditions(desk, fact.reaction)]
    example = next(iter(own_words(scene, fact.reaction.ask_like)), "")
    types = say("kit.or").join(naming.act(scene, kind, say) for kind in ordered(scene, fact.types))
    asked = say("kit.asked-like", types=types, example=example) if example else say("kit.asked", types=types)
    climbed = sorted(numbers(scene, before(scene, fact)))
    lines = [markdown.text(asked)]
    if climbed:
        lines.append(say("kit.after-one", numbers=say("kit.or").join(map(str, climbed))))
    return [*lines, *conditions(desk, fact.reaction)]


def conditions(desk: Desk, when: "When") -> list[str]:
    """Everything else that must have happened, and what rules it out."""
    return [markdown.text(line) for line in _conditions(desk, when)]


def _conditions(desk: Desk, when: "When") -> Iterator[str]:
    say, scene = desk.say, desk.scene
    if when.after:
        told = sorted(numbers(scene, when.after))
        yield say("kit.after", numbers=say("kit.and").join(map(str, told)))
    if when.after_summaries:
        yield say("kit.after-summaries", count=when.after_summaries)
    if when.after_silence:
        yield say("kit.after-silence", seconds=clock.PAUSE)
    if when.shown:
        done = say("kit.semicolon").join(naming.act(scene, act, say) for act in when.shown)
        yield say("kit.after-shown", acts=done)
    if when.mood > COLDEST:
        yield say("kit.from-mood", mood=signed(when.mood))
    if when.until is not None:
        yield say("kit.until", minute=when.until)
    if when.never_if:
        yield say("kit.never-if", acts=" / ".join(_spoils(desk, one) for one in when.never_if))


def signed(mood: int) -> str:
    """A mood as it stands on the scale: `−2`, `0`, `+1`."""
    return f"{'+' if mood > 0 else '−' if mood < 0 else ''}{abs(mood)}"


def own_words(scene: Scene, words: Mapping["Language", list[str]]) -> list[str]:
    """Words or examples in the language of a scene."""
    return words.get("zh" if scene.language.startswith("zh") else "en", [])


def ordered(scene: Scene, types: Collection[str]) -> list[str]:
    """Types of line in the order of the talk."""
    order = list(scene.playbook.types)
    return sorted(types, key=lambda kind: (order.index(kind) if kind in order else len(order), kind))


def numbers(scene: Scene, addresses: Collection[str]) -> set[int]:
    """The numbers of some facts on the customer's card."""
    return {at for at, fact in enumerate(scene.facts, 1) if {fact.at, *fact.for_} & set(addresses)}


def before(scene: Scene, fact: Fact) -> set[str]:
    """The facts of the same row of which one must be told first, by the type of question that reaches this one.

    Those of the rung on which the type opens: no implication question before the pain is admitted.
    """
    ladder = ladder_of(scene, fact.sheet)
    sheet = next((w for w in scene.playbook.worksheets if w.id == fact.sheet), None)
    if fact.anytime or ladder is None or sheet is None:
        return set()
    doors = [scene.playbook.types[k].opens_at for k in fact.types if k in scene.playbook.types]
    if not all(doors):
        return set()
    rungs = {rung["reach"]: rung["have"] for rung in sheet.fields[ladder[0]].parameters.get("rungs", [])}
    door = min((ladder[1].index(door) for door in doors if door in ladder[1]), default=0)
    fields = set(rungs.get(ladder[1][door], {}))
    return {
        one.at for one in scene.facts if one.row == fact.row and one.field in fields and one.at != fact.at
    }


def _spoils(desk: Desk, name: str) -> str:
    mines = [mine.id for mine in desk.scene.scenario.mines]
    if name in mines:
        return desk.say("kit.mine-number", number=mines.index(name) + 1)
    return naming.act(desk.scene, name, desk.say)
