"""One line by itself, for whoever writes a scenario: what it is heard as, what it is about, and what tells."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from salescoach.drill.heard import TYPES, Heard
from salescoach.drill.naming import place
from salescoach.drill.reach import ENOUGH, aim, aims, alike, bank, examples
from salescoach.drill.scene import Scene
from salescoach.drill.sheet import decided
from salescoach.messages import Say


class Near(NamedTuple):
    """Something that a line is about. `kind`: `fact`, `freely` or `advance`; `at`: its address or id, or what is said.

    `words`, `example`, `question`, `corrected` tell by what. `types`: those of a line that reach it; `reaches`: whether
    this one does, once its time has come.
    """

    kind: str
    at: str
    score: float
    words: tuple[str, ...]
    example: str
    question: str
    corrected: bool
    types: tuple[str, ...]
    reaches: bool


def near(heard: Heard, scene: Scene) -> list[Near]:
    """All that a line is about, what it reaches first, then what it is most about."""
    found = [one for one in (*_facts(heard, scene), *_others(heard, scene)) if one.score >= ENOUGH]
    return sorted(found, key=lambda one: (not one.reaches, -one.score))


def render(heard: Heard, found: list[Near] | None, scene: Scene | None, say: Say) -> list[str]:
    """The line of the type, then one for each thing that it reaches, or where it reaches none, is about.

    `found`: None without a scenario.
    """
    kind = _named(heard.type, say)
    if not heard.clear and heard.other:
        kind = say("drill.perhaps", type=kind, other=_named(heard.other, say))
    words = f" · {say('drill.comma').join(heard.words)}" if heard.words else ""
    why = decided(heard, say)
    lines = [say("drill.type-why", type=kind, why=why)] if why else []
    lines = lines or [say("drill.heard", type=kind, sure=round(100 * heard.sure), words=words)]
    if found is not None and scene is not None:
        reached = [one for one in found if one.reaches]
        lines += [_line(one, scene, say) for one in reached or found] or [say("drill.hear-nothing")]
    return lines


def plain(heard: Heard, found: list[Near] | None) -> dict[str, Any]:
    """The same for programs."""
    kept = ("type", "sure", "clear", "other", "words", "corrected", "question")
    told = {name: getattr(heard, name) for name in kept}
    return {"line": heard.text, **told, "open": heard.is_open} | (
        {} if found is None else {"about": [one._asdict() for one in found]}
    )


def _facts(heard: Heard, scene: Scene) -> Iterator[Near]:
    facts = scene.facts
    for fact, hit in zip(facts, aims(heard, scene, facts), strict=True):
        corrected = bool(heard.fact) and heard.fact == fact.at
        example = "" if corrected else alike(heard.text, examples(fact.reaction.ask_like))
        question = "" if corrected else alike(heard.text, bank(scene, fact))
        types = tuple(name for name in TYPES if name in fact.types)
        reaches = bool(fact.types & {heard.type, heard.other})
        yield Near("fact", fact.at, hit.score, hit.words, example, question, corrected, types, reaches)


def _others(heard: Heard, scene: Scene) -> Iterator[Near]:
    """What is told freely, and what the buyer would agree to."""
    scenario = scene.scenario
    asked = [("freely", scene.pick(one.says), one.about, one.ask_like) for one in scenario.freely]
    asked += [("advance", one.id, one.about, one.ask_like) for one in scenario.advances]
    for kind, at, about, ask_like in asked:
        hit = aim(heard.text, about, examples(ask_like))
        reaches = heard.asks if kind == "freely" else heard.type == "commitment"
        types = ("commitment",) if kind == "advance" else ("S", "P", "I", "N")
        example = alike(heard.text, examples(ask_like))
        yield Near(kind, at, hit.score, hit.words, example, "", False, types, reaches)


def _line(one: Near, scene: Scene, say: Say) -> str:
    by = [say("drill.hear-words", words=say("drill.comma").join(one.words))] if one.words else []
    by += [say("drill.hear-example", text=one.example)] if one.example else []
    by += [say("drill.hear-question", text=one.question)] if one.question else []
    by += [say("drill.by-correction")] if one.corrected else []
    types = say("drill.comma").join(one.types)
    named = {"place": place(scene, one.at)} if one.kind == "fact" else {}
    what = say(f"drill.hear-{one.kind}", at=one.at, **named)
    reach = say("drill.hear-reaches" if one.reaches else "drill.hear-beside", types=types)
    return "→ " + say("drill.semicolon").join([what, *by, reach])


def _named(kind: str, say: Say) -> str:
    return say("drill.type-named", id=kind, name=say(f"drill.type-{kind}"))
