"""What keeps a fact from being told, or an advance from being granted, whatever the rep does."""

from collections.abc import Iterator

from salescoach.drill.heard import QUESTIONS
from salescoach.drill.reach import bank
from salescoach.drill.scene import Fact
from salescoach.drill.state import WARMEST
from salescoach.findings import Finding
from salescoach.lint.drills._case import Case
from salescoach.playbook.scenario import Advance, When
from salescoach.yamlfile.document import Path


def of_fact(case: Case, fact: Fact) -> Iterator[Finding]:
    """No line reaches it, or something that must have happened cannot happen."""
    path = case.place_of(fact)
    own = path[:-1] if path[0] == "reactions" else path
    reaction = fact.reaction
    yield from case.index.each((*own, "types"), "unknown-line-type", reaction.types, QUESTIONS)
    if not fact.types and not reaction.unasked:
        yield case.find(path, "fact-without-types", value=fact.at)
    elif not reaction.unasked and not is_named(case, fact) and not _follows(case, fact):
        yield case.find(path, "fact-unreachable", value=fact.at)
    yield from _when(case, own, reaction, acts_for(case, fact), [f for f in case.facts if f != fact.at])


def of_advance(case: Case, at: int, offer: Advance) -> Iterator[Finding]:
    """No line asks for it, or something that must have happened cannot happen."""
    path: Path = ("advances", at)
    if not any(offer.about.values()) and not any(offer.ask_like.values()):
        yield case.find((*path, "id"), "advance-unreachable", value=offer.id)
    yield from _when(case, path, offer, {*acts_before(case, offer), "commitment"}, list(case.facts))


def is_named(case: Case, fact: Fact) -> bool:
    """Whether words, examples or the playbook's own questions tell which line means it."""
    given = (*fact.reaction.about.values(), *fact.reaction.ask_like.values())
    return any(given) or bool(bank(case.scene, fact))


def _follows(case: Case, fact: Fact) -> bool:
    """Whether a question of its type may follow up another fact of the same row."""
    return bool(fact.row) and any(
        other.row == fact.row and other.at != fact.at and is_named(case, other)
        for other in case.facts.values()
    )


def acts_for(case: Case, fact: Fact) -> set[str]:
    """The acts without which a fact is not told."""
    only = set(fact.types) if len(fact.types) == 1 and not fact.reaction.unasked else set()
    return only | acts_before(case, fact.reaction)


def acts_before(case: Case, when: When) -> set[str]:
    """The acts that must have happened: its own, and those that bring out the facts it waits for."""
    needed = {*when.shown, *(["summary"] * bool(when.after_summaries)), *(["silence"] * when.after_silence)}
    for address in when.after:
        first = case.facts.get(address)
        if first is not None and len(first.types) == 1 and not first.reaction.unasked:
            needed |= first.types
    return needed


def _when(case: Case, path: Path, when: When, needed: set[str], others: list[str]) -> Iterator[Finding]:
    mines = {mine.id: mine for mine in case.scenario.mines}
    yield from case.index.each((*path, "after"), "unknown-fact", when.after, list(case.facts))
    yield from case.each_act((*path, "shown"), when.shown)
    yield from case.each_act((*path, "never_if"), when.never_if, mines)
    yield from case.minutes((*path, "until"), when.until, 1, case.scenario.minutes)
    if when.after_summaries and not others:
        yield case.find((*path, "after_summaries"), "nothing-to-sum-up")
    warmer = len(others) + len(case.scenario.objections)
    warmer += sum(case.facts[at].reaction.feel for at in others if case.facts[at].reaction.feel > 0)
    warmest = min(WARMEST, case.scenario.mood + warmer)
    if when.mood > warmest:
        yield case.find((*path, "mood"), "mood-too-high", value=when.mood, most=warmest)
    for at, name in enumerate(when.never_if):
        mine = mines.get(name)
        sets_off = {name} if mine is None else set(mine.acts if mine.before is None else ())
        for act in sorted(sets_off & needed):
            yield case.find((*path, "never_if", at), "never-if-needed", value=name, act=act)
