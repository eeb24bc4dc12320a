"""One playing of a scenario: a fold over the rep's lines, so that the same seed and lines give the same talk."""

from collections.abc import Sequence
from typing import NamedTuple

from salescoach.drill import clock
from salescoach.drill.acts import Act, acts, numbers
from salescoach.drill.buyer import Answer, Buyer
from salescoach.drill.heard import LISTENED, Heard
from salescoach.drill.scene import Scene
from salescoach.drill.state import State

NEARLY = 0.8
"""The share of the time after which the buyer says that it is running out."""


class Said(NamedTuple):
    """Something that was said. `person`: "" for what happens, and is told."""

    person: str
    words: str


class Turn(NamedTuple):
    """A line of the rep and what came of it. `at`: seconds from the beginning of the talk; `mood` after it."""

    number: int
    at: int
    heard: Heard
    acts: tuple[Act, ...]
    about: str
    early: bool
    told: tuple[str, ...]
    granted: str
    refused: str
    mine: str
    objection: str
    situation: str
    mood: int
    says: tuple[Said, ...]


class Talk:
    """A talk that goes on until its time is up, somebody takes leave, or the rep stops."""

    def __init__(self, scene: Scene, seed: int) -> None:
        scenario = scene.scenario
        self.scene, self.seed = scene, seed
        self.state = State(scene, scene.start, scenario.mood, speaker=scenario.buyer)
        self.state.numbers |= set(_given(scene))
        self.buyer = Buyer(self.state, seed)
        self.turns: list[Turn] = []
        self.opening = Said(scenario.buyer, scene.pick(scenario.opening))
        self.state.clock = clock.seconds(self.opening.words)
        self.state.numbers |= {number for number, _ in numbers(self.opening.words)}
        self._warned = False

    @property
    def limit(self) -> int:
        """Seconds that the talk may last."""
        return self.scene.scenario.minutes * 60

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return self.state.clock >= self.limit

    def hear(self, heard: Heard) -> Turn:
        """The rep says a line; what the buyer says to it, and what happens then."""
        state = self.state
        seconds = (
            clock.PAUSE if heard.type == "silence" else clock.seconds(heard.text) + self.scene.scenario.pause
        )
        heard = self.settled(heard._replace(text=heard.text[:LISTENED]))
        if heard.type == "feature" and not heard.clear:  # nobody is told off for what may be no pitch
            heard = heard._replace(type="other", other="")
        at = state.clock
        did = tuple(acts(heard, self.scene, state.numbers))
        state.clock += seconds
        answer = self.buyer.answer(heard, did)
        self._pass_time(answer)
        beat = self.buyer.raise_due()
        if beat is not None:
            self._pass_time(beat)
            answer.says += beat.says
            answer.objection = answer.objection or beat.objection
        self._watch(answer)
        turn = Turn(
            len(self.turns) + 1, at, heard, did, answer.about, answer.early, tuple(answer.told), answer.granted,
            answer.refused, answer.mine, answer.objection, answer.situation, state.mood,
            tuple(Said(*one) for one in answer.says),
        )  # fmt: skip
        self.turns.append(turn)
        return turn

    def settled(self, heard: Heard) -> Heard:
        """A line as this buyer takes it: a report asks nothing; what could be two things is what leads somewhere."""
        if self.scene.scenario.report and heard.type in ("feature", "summary"):
            return heard._replace(type="other", clear=True, other="")
        return self.buyer.settled(heard)

    def _pass_time(self, answer: Answer) -> None:
        self.state.clock += sum(clock.seconds(words) for _, words in answer.says)

    def _watch(self, answer: Answer) -> None:
        """The buyer looks at the clock, once before the end and at the end."""
        situation = ""
        if self.is_over:
            situation = "time-up"
        elif not self._warned and self.state.clock >= NEARLY * self.limit:
            situation, self._warned = "time-nearly-up", True
        if situation:
            last = Answer()
            self.buyer.say(last, situation)
            answer.says += last.says
            self._pass_time(last)


def _given(scene: Scene) -> Sequence[float]:
    """The numbers that the rep has from the brief and the deal at the start."""
    brief = scene.scenario.brief
    texts = [brief.situation, brief.objective, brief.fallback, *brief.targets, *brief.materials]
    found = [number for text in texts for number, _ in numbers(scene.pick(text))]
    return [*found, *_numbers_in(scene.start)]


def _numbers_in(value: object) -> list[float]:
    if isinstance(value, dict):
        return [n for inner in value.values() for n in _numbers_in(inner)]
    if isinstance(value, list):
        return [n for inner in value for n in _numbers_in(inner)]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return [float(value)]
    return [number for number, _ in numbers(value)] if isinstance(value, str) else []
