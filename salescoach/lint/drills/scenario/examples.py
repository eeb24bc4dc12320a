"""Examples of lines (`ask_like`) are heard as what they stand for: each is played once."""

from collections.abc import Collection, Iterator

from salescoach.drill.heard import QUESTIONS, TYPES, Heard
from salescoach.drill.hearing import Ear
from salescoach.drill.reach import aims
from salescoach.drill.scene import Fact
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
    ear = Ear(case.playbook, {})
    for at, reaction in enumerate(case.scenario.reactions):
        fact = case.facts.get(reaction.at)
        if fact is not None and fact.types and set(reaction.types) <= set(QUESTIONS):
            yield from _of_fact(case, fact, list(_played(ear, ("reactions", at), reaction.ask_like)))
    for at, offer in enumerate(case.scenario.advances):
        played = list(_played(ear, ("advances", at), offer.ask_like))
        if played and not any("commitment" in _types(heard) for _, _, heard in played):
            path, words, heard = played[0]
            yield case.find(path, "example-no-request", "warning", False, value=words, **_facts(heard))


def _played(ear: Ear, path: Path, examples: Words) -> Iterator[Played]:
    for language, listed in examples.items():
        for at, words in enumerate(listed):
            yield (*path, "ask_like", language, at), words, ear(words)


def _of_fact(case: Case, fact: Fact, played: list[Played]) -> Iterator[Finding]:
    """None of a type that reaches the fact, or one that is more about another fact than about this one.

    One of several may be misheard: the buyer takes many ways of asking for the same.
    """
    if played and not any(_types(heard) & fact.types for _, _, heard in played):
        path, words, heard = played[0]
        given = {"of": fact.at, "types": _in_order(fact.types), **_facts(heard)}
        also = ", ".join(_in_order({*fact.types, *(h.type for _, _, h in played if h.asks)}))
        yield case.find(path, "example-beside", "warning", False, value=words, also=also, **given)
    for path, words, heard in played:
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
