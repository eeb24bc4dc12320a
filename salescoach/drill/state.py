"""Where a talk stands: what was told, how the buyer feels, what the clock says. Changed by one line after another."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from salescoach.deal.deal import Deal, Row, View
from salescoach.deal.merge import merge
from salescoach.drill.scene import Fact, Scene
from salescoach.playbook.scenario import When

COLDEST, WARMEST = -3, 3


@dataclass
class State:
    """One talk so far. `told`: address of a fact to the number of the line that brought it out."""

    scene: Scene
    content: dict[str, Any]
    mood: int
    clock: int = 0
    """Seconds since the talk began."""
    line: int = 0
    """How many lines the rep has said."""
    told: dict[str, int] = field(default_factory=dict)
    hinted: set[str] = field(default_factory=set)
    hinted_in: int = -1
    """The line that brought the last hint."""
    waiting: str = ""
    """The fact that was asked for and comes out if the rep now keeps silent."""
    focus: str = ""
    """The row that was talked about last."""
    speaker: str = ""
    """Who answers: the buyer, until somebody else comes in."""
    summaries: int = 0
    since_summary: int = 0
    """How many facts were told since the last summary."""
    acts: Counter[str] = field(default_factory=Counter)
    mines: list[str] = field(default_factory=list)
    raised: dict[str, int] = field(default_factory=dict)
    """Objections that stand, each with how many of the rep's lines are left to settle it."""
    settled: dict[str, bool] = field(default_factory=dict)
    remarks: set[int] = field(default_factory=set)
    """Which of what is told freely was told, by its place in the scenario."""
    events: list[str] = field(default_factory=list)
    granted: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    silent: bool = False
    """Whether the line before was a silence."""
    numbers: set[float] = field(default_factory=set)
    """The numbers that somebody gave."""

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """All facts by their address."""
        return {fact.at: fact for fact in self.scene.facts}

    def is_told(self, fact: Fact) -> bool:
        """Whether it was said, in this talk or before it."""
        return fact.at in self.told or fact in self.scene.known

    def is_there(self, person: str) -> bool:
        """Whether somebody is in the talk by now: whom an event brings in is not before it."""
        comes = {one.id for one in self.scene.scenario.events if one.speaker == person}
        return not comes or bool(comes & set(self.events))

    def voice(self, person: str) -> str:
        """Who says what is a person's to say: they themselves if they are in the talk, else whoever answers by now."""
        came = {one.speaker for one in self.scene.scenario.events if one.id in self.events}
        return person if person and person in {self.scene.scenario.buyer, *came} else self.speaker

    def deal(self) -> Deal:
        """The deal as the rep knows it by now."""
        return self.scene.deal(self.content)

    def add(self, partial: dict[str, Any]) -> None:
        """Something became known."""
        self.content = merge(self.content, partial)

    def feel(self, change: int) -> None:
        """The mood changes; it has a floor and a ceiling."""
        self.mood = max(COLDEST, min(WARMEST, self.mood + change))

    def allows(self, when: When, silent: bool = False) -> bool:
        """Whether everything happened that must have; `silent`: whether the rep is silent just now."""
        return (
            all(at in self.told for at in when.after)
            and self.summaries >= when.after_summaries
            and (not when.after_silence or silent or self.silent)
            and all(self.acts[act] for act in when.shown)
            and self.mood >= when.mood
            and (when.until is None or self.clock <= when.until * 60)
            and not self.never(when)
        )

    def never(self, when: When) -> bool:
        """Whether it cannot happen any more."""
        return any(self.acts[act] or act in self.mines for act in when.never_if)

    def rung(self, fact: Fact) -> int:
        """How far the row that a fact is about has come on its ladder, -1 where it has none."""
        deal = self.deal()
        row = deal.row(fact.sheet, fact.row) if fact.row else None
        ladder = ladder_of(self.scene, fact.sheet)
        if not ladder:
            return -1
        name, rungs = ladder
        value = _value(deal, row, name, self) if row is not None else None
        return rungs.index(value) if value in rungs else 0

    def is_open(self, fact: Fact, kind: str) -> bool:
        """Whether a line of this type may already reach it: no implication question before the pain is admitted.

        Where the scenario adds a type, it also knows when.
        """
        if kind in fact.anytime:
            return True
        asked = self.scene.playbook.types.get(kind)
        ladder = ladder_of(self.scene, fact.sheet)
        if asked is None or not asked.opens_at or ladder is None or asked.opens_at not in ladder[1]:
            return True
        return self.rung(fact) >= ladder[1].index(asked.opens_at)


def ladder_of(scene: Scene, sheet: str) -> tuple[str, list[Any]] | None:
    """The field of a worksheet that tells how far a row has come, and its rungs; None where there is none."""
    found = next((w for w in scene.playbook.worksheets if w.id == sheet), None)
    for name, one in found.fields.items() if found is not None else ():
        if one.derived == "ladder":
            return name, [choice.id for choice in one.choices]
    return None


def _value(deal: Deal, row: Row, name: str, state: State) -> Any:
    return View(deal, state.scene.today, ages=False).value(row, name)
