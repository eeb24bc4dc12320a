"""The shape of a scenario and of how a buyer of a type talks, in pydantic: a role-play as a hidden deal (FORMAT.md §4).

A scenario lies in `drill/scenarios/` of a playbook and knows nothing but that playbook. What the rep does is named by
*acts*: a type of line (`S`, `summary`, `feature` …), one of `ACTS`, or a sign of the scenario's rubric.
"""

from typing import Any, Literal

import pydantic

from salescoach.playbook.misfits import Misfit, check
from salescoach.playbook.model import Ident, Language, LocalText, Strict

Words = dict[Language, list[str]]
"""Words and phrases by language, each found as it stands; no patterns."""
Level = Literal["easy", "medium", "hard"]

ACTS = ("silence", "rival-named", "compliance", "number-invented", "insult")
"""What every drill notices besides types of lines: a pause on purpose, a rival's name, words of a compliance gate, a
number that nobody gave, an insult."""


def is_name(word: str) -> bool:
    """Whether a scenario may be called so."""
    try:
        return bool(pydantic.TypeAdapter(Ident).validate_python(word))
    except pydantic.ValidationError:
        return False


class Brief(Strict):
    """What the rep knows before the talk: at most two `targets` (behaviours to practise) and what they may bring."""

    situation: LocalText
    objective: LocalText
    fallback: LocalText
    targets: list[LocalText] = pydantic.Field(max_length=2)
    materials: list[LocalText] = []


class When(Strict):
    """What must have happened before something does.

    `after`: facts that were told, by their addresses; `after_summaries`, `after_silence`: how often the rep summed up,
    whether they kept silent in the line before or after asking; `shown`: acts of the rep, each at least once;
    `mood`: the buyer's mood at least (-3 to 3); `until`: minutes of the talk; `never_if`: acts, or ids of mines, after
    any of which it never happens.
    """

    after: list[str] = []
    after_summaries: int = 0
    after_silence: bool = False
    shown: list[str] = []
    mood: int = -3
    until: int | None = None
    never_if: list[str] = []


class Reaction(When):
    """How a hidden fact comes out, where that differs from the rule of its type.

    `at`: the fact's address in `truth`. `says`: the buyer's line, where no evidence in `truth` has one. `types`: the
    types of line that reach it; those that are not of the playbook's questions do at any time; `about` and
    `ask_like` tell which line means this fact: words that name it, and examples. `unasked`: told as soon as all that
    must have happened did. `too_early`: said instead while it did not; `hint`: said first, the fact only when the rep
    asks on. `feel`: how the mood changes when it is told.
    """

    at: str
    says: LocalText | None = None
    types: list[str] = []
    about: Words = {}
    ask_like: Words = {}
    unasked: bool = False
    feel: int = pydantic.Field(default=0, ge=-3, le=3)
    too_early: LocalText | None = None
    hint: LocalText | None = None


class Remark(Strict):
    """What the buyer tells whoever asks: how things are, without any trouble in it. It is no fact of the deal.

    `about` and `ask_like` tell which question means it: words that name it, and examples.
    """

    about: Words = {}
    ask_like: Words = {}
    says: LocalText


class Mine(Strict):
    """What spoils the mood: an act, or words, but not after one of the acts `unless`.

    `before`: only so many minutes into the talk. `why` is for the debrief.
    """

    id: Ident
    acts: list[str] = []
    words: Words = {}
    before: int | None = None
    unless: list[str] = []
    mood: int = -1
    critical: bool = False
    says: LocalText
    why: LocalText


class Objection(Strict):
    """What the buyer throws in, once: at a `minute`, or after one of `acts`, but not after one of the acts `unless`.

    The next two lines decide. `good`: acts of which one settles it; `bad`: acts that make it worse. `critical`: a bad
    one fails the run. `ignored` is said when the two lines had nothing to do with it, else `worse`. `speaker`: the
    person of `truth` who raises it, else whoever answers by then.
    """

    id: Ident
    minute: int | None = None
    acts: list[str] = []
    unless: list[str] = []
    speaker: str = ""
    says: LocalText
    good: list[str]
    bad: list[str] = []
    critical: bool = False
    settled: LocalText
    worse: LocalText
    ignored: LocalText | None = None
    why: LocalText


class Event(Strict):
    """What happens at a minute of the talk: somebody comes in (`speaker`, a person of `truth`), a telephone rings."""

    id: Ident
    minute: int
    tells: LocalText
    says: LocalText | None = None
    speaker: str = ""


class Advance(When):
    """What the buyer would agree to: a row of `commitments` in `truth`, which says what it costs and what it moves.

    Whether it is an advance follows from that row. `says` grants it, `refuses` says what is lacking.
    """

    id: Ident
    row: str
    mood: int = -1
    about: Words = {}
    ask_like: Words = {}
    says: LocalText
    refuses: LocalText


class Pass(Strict):
    """What it takes to pass: a score, facts found, one of some advances, acts shown, acts that never happened."""

    score: int = pydantic.Field(default=70, ge=0, le=100)
    found: list[str] = []
    advance: list[str] = []
    shown: list[str] = []
    never: list[str] = []


class Player(Strict):
    """A role of a drill for several people in a room: what it knows, and what nobody else does."""

    id: Ident
    title: LocalText
    brief: LocalText
    secrets: list[LocalText] = []


class Scenario(Strict):
    """One role-play. `start` is the deal as the rep knows it, `truth` what is hidden, both partial deals. What the
    evidence of `start` says was said before the talk. `deal`: the real deal that it was made of.

    Dates in them may be days from the day of the drill: `+7`, `-30`. `stage` is the one whose exit measures what was
    uncovered. `pause`: seconds that pass with every line besides what is said, for thinking and taking notes: what is
    typed is shorter than what is said. `mood` is the buyer's at the beginning. `signs`: more words for signs of
    the rubric. `report`: the rep reports, and a line that asks nothing is no pitch. `lines` replace how a buyer of this
    personality talks. A scenario with `players` is for people in a room: printed and scored, not played with the tool.
    """

    format: Literal[1]
    id: Ident
    playbook: str
    deal: str = ""
    title: LocalText
    summary: LocalText
    industry: str = ""
    level: Level = "medium"
    stage: str
    minutes: int = pydantic.Field(default=15, ge=1, le=120)
    pause: int = pydantic.Field(default=12, ge=0, le=60)
    rubric: str
    passes: Pass = pydantic.Field(default=Pass(), alias="pass")
    brief: Brief
    buyer: str = ""
    buyer_brief: LocalText | None = None
    mood: int = pydantic.Field(default=0, ge=-3, le=3)
    opening: LocalText | None = None
    start: dict[str, Any] = {}
    truth: dict[str, Any] = {}
    reactions: list[Reaction] = []
    freely: list[Remark] = []
    mines: list[Mine] = []
    objections: list[Objection] = []
    events: list[Event] = []
    advances: list[Advance] = []
    lines: dict[str, list[LocalText]] = {}
    signs: dict[str, Words] = {}
    report: bool = False
    players: list[Player] = []
    debrief: list[LocalText]

    @property
    def moments(self) -> list[Mine | Objection]:
        """What may turn the mood."""
        return [*self.mines, *self.objections]


SITUATIONS = (
    "default", "vague", "too-early", "told-before", "no-context", "pitch", "pitch-again", "advantage-welcome",
    "summary", "summary-empty", "small-talk", "small-talk-again", "silence", "commitment-vague",
    "commitment-too-early", "statement", "unclear", "insult", "cold", "time-nearly-up", "time-up", "goodbye",
    "rival-named",
)  # fmt: skip
"""What a buyer may have to answer when no hidden fact is reached."""


class Talker(Strict):
    """How a buyer of one personality talks when no fact is reached: several lines for each of SITUATIONS."""

    id: Ident
    title: LocalText
    lines: dict[str, list[LocalText]]


class Sign(Strict):
    """Something a rep may do that words show: an apology, praise. `words` are found as they stand."""

    id: Ident
    label: LocalText
    words: Words
    better: LocalText | None = None


class RubricRow(Strict):
    """One thing that is counted. `kind` names how; its parameters follow. `better`: what to do instead."""

    id: Ident
    title: LocalText
    kind: str
    points: int = 0
    critical: bool = False
    better: LocalText | None = None
    parameters: dict[str, Any] = {}

    @pydantic.model_validator(mode="before")
    @classmethod
    def _gather_parameters(cls, value: Any) -> Any:
        """Any further keys are the kind's parameters."""
        if isinstance(value, dict) and "parameters" not in value:
            known = {k: v for k, v in value.items() if k in cls.model_fields}
            return {**known, "parameters": {k: v for k, v in value.items() if k not in cls.model_fields}}
        return value


class Rubric(Strict):
    """How a run is scored: rows that come to 100 points. With a critical fail the total is at most `cap`."""

    format: Literal[1]
    id: Ident
    title: LocalText
    cap: int = pydantic.Field(default=40, ge=0, le=100)
    signs: list[Sign] = []
    rows: list[RubricRow]


class Entry(Strict):
    """When a step of a training may start: after others, the last of them at most so many days ago."""

    after: list[Ident] = []
    within_days: int | None = pydantic.Field(default=None, ge=1)


class Goal(Strict):
    """When a step is done: shown so often. `by`: a hand that records it, exams that were passed, role-plays too.

    `score`: points that an attempt needs; `people`: by so many different people; `within_days`: after the step before.
    """

    by: Literal["hand", "exams", "runs"] = "hand"
    times: int = pydantic.Field(default=1, ge=1)
    score: int | None = pydantic.Field(default=None, ge=0, le=100)
    people: int = pydantic.Field(default=1, ge=1)
    within_days: int | None = pydantic.Field(default=None, ge=1)


class Step(Strict):
    """One step of a training: what for, when it may start, when it is done, what it leaves behind."""

    id: Ident
    title: LocalText
    goal: LocalText
    artefact: LocalText | None = None
    entry: Entry = Entry()
    exit: Goal = Goal()


class Training(Strict):
    """The steps of becoming able to do it (METHOD.md §13.2), in their order."""

    format: Literal[1]
    title: LocalText
    steps: list[Step] = pydantic.Field(min_length=1)

    @pydantic.model_validator(mode="after")
    def _refer_backwards(self) -> "Training":
        """Each step once, and after steps that come before it."""
        seen: list[str] = []
        found: list[Misfit] = []
        for at, step in enumerate(self.steps):
            if step.id in seen:
                facts = {"value": step.id, "first": seen.index(step.id) + 1}
                found.append(Misfit(("steps", at, "id"), "step-twice", facts))
            for number, name in enumerate(step.entry.after):
                if name not in seen:
                    place = ("steps", at, "entry", "after", number)
                    found.append(Misfit(place, "step-not-above", {"value": name, "names": seen.copy()}))
            seen.append(step.id)
        check(found)
        return self


class Minutes(Strict):
    """How long the parts of a case take besides the play; `pause`: a break for all."""

    prepare: int = pydantic.Field(ge=0, le=120)
    debrief: int = pydantic.Field(ge=0, le=120)
    replay: int = pydantic.Field(ge=0, le=120)
    change: int = pydantic.Field(ge=0, le=120)
    pause: int = pydantic.Field(ge=0, le=120)


class Speaks(Strict):
    """Whose turn it is in the debrief, for how long, and what they are asked. `in_meeting`: who that is where several
    colleagues play.
    """

    who: LocalText
    in_meeting: LocalText | None = None
    minutes: int = pydantic.Field(ge=1, le=60)
    asks: LocalText


class Room(Strict):
    """How a class plays in a room (METHOD.md §13.4): minutes, the rules of each role, the order of the debrief.

    There is a break after every `pause_after` cases. `player` is for whoever plays a role of a drill for several.
    """

    format: Literal[1]
    minutes: Minutes
    pause_after: int = pydantic.Field(ge=1, le=20)
    seller: list[LocalText]
    customer: list[LocalText]
    player: list[LocalText]
    observer: list[LocalText]
    debrief: list[Speaks]
