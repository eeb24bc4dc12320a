"""Examples of lines (`ask_like`) are heard as what they stand for: each is played once."""

from collections.abc import Collection, Iterator

from salescoach.drill.heard import QUESTIONS, TYPES, Heard
from salescoach.drill.hearing import Ear, Hear
from salescoach.drill.reach import aims
from salescoach.drill.scene import Fact
from salescoach.drill.talk import Talk
from salescoach.findings import Finding
from salescoach.lint.drills._case import Case
from salescoach.playbook.scenario import Words
from salescoach.yamlfile.document import Path

Played = tuple[Path, str, Heard]
"""Where an example stands, what it says, what it is heard as."""


def check(case: Case) -> Iterator[Finding]:
    """Those of facts, then those of advances; in a room people hear for themselves."""
    if case.scenario.players:
        return
    ear, talk = Ear(case.playbook, {}), Talk(case.scene, 0)

    def hear(words: str) -> Heard:
        return talk.settled(ear(words))

    for at, reaction in enumerate(case.scenario.reactions):
        fact = case.facts.get(reaction.at)
        if fact is not None and fact.types and set(reaction.types) <= set(QUESTIONS):
            yield from _of_fact(case, fact, _played(hear, ("reactions", at), reaction.ask_like))
    for at, offer in enumerate(case.scenario.advances):
        played = [one for listed in _played(hear, ("advances", at), offer.ask_like) for one in listed]
        if played and not any("commitment" in _types(heard) for _, _, heard in played):
            path, words, heard = played[0]
            yield case.find(path, "example-no-request", "warning", False, value=words, **_facts(heard))


def _played(hear: Hear, path: Path, examples: Words) -> list[list[Played]]:
    """The examples of each language."""
    return [
        [((*path, "ask_like", language, at), words, hear(words)) for at, words in enumerate(listed)]
        for language, listed in examples.items()
    ]


def _of_fact(case: Case, fact: Fact, languages: list[list[Played]]) -> Iterator[Finding]:
    """No example of a language is of a type that reaches the fact, or one is more about another fact than about it.

    One of several may be misheard: the buyer takes many ways of asking for the same.
    """
    for played in languages:
        if played and not any(_types(heard) & fact.types for _, _, heard in played):
            path, words, heard = played[0]
            given = {"of": fact.at, "types": _in_order(fact.types), **_facts(heard)}
            also = ", ".join(_in_order({*fact.types, *(h.type for _, _, h in played if h.asks)}))
            yield case.find(path, "example-beside", "warning", False, value=words, also=also, **given)
    for path, words, heard in (one for played in languages for one in played):
        others = [one for one in case.facts.values() if one.types & _types(heard)]
        scored = {one.at: hit.score for one, hit in zip(others, aims(heard, case.scene, others), strict=True)}
        nearest = max(scored, key=lambda at: scored[at], default=fact.at)
        if fact.at in scored and nearest != fact.at:
            given = {"of": fact.at, "other": nearest}
            yield case.find(path, "example-elsewhere", "warning", False, value=words, **given)


def _types(heard: Heard) -> set[str]:
    """What a line may be taken for."""
    return {heard.type, heard.other} - {""}


def _in_order(types: Collection[str]) -> list[str]:
    return [name for name in TYPES if name in types]


def _facts(heard: Heard) -> dict[str, object]:
    return {"heard": heard.type, "sure": round(100 * heard.sure)}
