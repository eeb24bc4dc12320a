"""What a rep who does everything right can bring out of a scenario, and which facts wait for each other."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from salescoach.drill.scene import Fact
from salescoach.drill.state import State
from salescoach.lint.drills import _obstacles
from salescoach.lint.drills._case import Case

Edges = Mapping[str, list[str]]


class Outlook:
    """The best talk that a scenario allows."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.blocked = {
            fact.at for fact in case.facts.values() if any(True for _ in _obstacles.of_fact(case, fact))
        }

    @cached_property
    def told(self) -> set[str]:
        """Every fact that can be told, one after another; those with mistakes of their own as if these were mended."""
        state = self._state()
        amiss = self.blocked | {fact.at for fact in self.never_open()}
        for at in sorted(amiss):
            _tell(state, self.case.facts[at])
        waiting = [fact for fact in self.case.facts.values() if fact.at not in amiss]
        while ready := [f for f in waiting if set(f.reaction.after) <= set(state.told) and is_open(state, f)]:
            for fact in ready:
                _tell(state, fact)
            waiting = [fact for fact in waiting if fact not in ready]
        return set(state.told)

    def never_open(self) -> Iterator[Fact]:
        """Facts that are too early for their type of line even when everything else is told."""
        state = self._state()
        for fact in self.case.facts.values():
            _tell(state, fact)
        for fact in self.case.facts.values():
            if fact.at not in self.blocked and not is_open(state, fact):
                yield fact

    def circles(self) -> Iterator[list[str]]:
        """Facts that wait for each other: from one back to itself, each circle once."""
        stuck = [at for at in self.case.facts if at not in self.told]
        edges = {at: [other for other in self._waits_for(at) if other in stuck] for at in stuck}
        seen: set[str] = set()
        for at in stuck:
            circle = [] if at in seen else _back_to(at, edges)
            if circle:
                yield circle
            seen.update(circle)

    def _waits_for(self, at: str) -> list[str]:
        """The facts that must come first: those it names, and where its row is not so far, others of the row."""
        fact = self.case.facts[at]
        state = self._state()
        for other in self.told:
            _tell(state, self.case.facts[other])
        same = [] if is_open(state, fact) else [f.at for f in self.case.facts.values() if f.row == fact.row]
        return [*fact.reaction.after, *(other for other in same if other != at)]

    def _state(self) -> State:
        scene = self.case.scene
        return State(scene, scene.start, scene.scenario.mood)


def is_open(state: State, fact: Fact) -> bool:
    """Whether a line of one of its types may reach it now."""
    return fact.reaction.unasked or any(state.is_open(fact, kind) for kind in fact.types)


def _tell(state: State, fact: Fact) -> None:
    state.told[fact.at] = len(state.told)
    state.add(state.scene.told(fact))


def _back_to(start: str, edges: Edges) -> list[str]:
    """The shortest way from a fact back to itself, [] where there is none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for other in edges.get(way[-1], []):
            if other == start:
                return [*way, start]
            if other not in seen:
                seen.add(other)
                ways.append([*way, other])
    return []
