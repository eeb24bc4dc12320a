"""The shape of what a buyer may be given to say where a drill is made of a real deal: sentences, words, figures.

A deal does not know what it does not know. For a drill that is invented, from what lies in `drill/answers.yaml`; the
sentences have slots that are filled from the deal, the library and the seed. What is invented is marked so.
"""

from typing import Any, Literal

import pydantic

from salescoach.playbook.model import Ident, LocalText, Strict
from salescoach.playbook.scenario import Level, Mine, When, Words

INVENTED = "invented"
"""The `source` of a record that a drill made up: nobody ever said it."""

SLOTS = (
    "customer", "person", "title", "date", "stage", "row", "symptom", "root_cause", "effect", "number", "concern",
    "words", "harm", "action", "day", "ask", "value",
)  # fmt: skip
"""The closed list of slots in these sentences; a sentence whose slot is not known is not used."""


class Figure(Strict):
    """An amount to invent: `share` percent of the deal's amount where that is known, else between `low` and `high`."""

    low: int
    high: int
    share: list[int] = pydantic.Field(default=[], max_length=2)
    per: Literal["once", "month", "quarter", "year"] | None = None


class Answer(When):
    """What a buyer says about a field that is open: `worksheet.field`, `worksheet.field.key`, or `stage/criterion`.

    `casts`, `where`: only in these, only rows whose fields have these values. `after` names fields of the same row, as
    they stand after its id. `value` is what then stands in the deal, where it is a choice; `holds` the same as text
    (one for each sentence, or one for all), `days` as a date from today; without them, what the library or the deal
    says. `says`: sentences, one is taken by the seed. The words named `alike` count besides `about`, and those of
    `easy` on the easy level, too. The rest is as in a reaction of a scenario.
    """

    at: str
    casts: list[str] = []
    where: dict[str, str] = {}
    value: Any = None
    holds: list[LocalText] = []
    days: int | None = None
    figure: Figure | None = None
    says: list[LocalText] = pydantic.Field(min_length=1)
    types: list[str] = []
    alike: str = ""
    about: Words = {}
    unasked: bool = False
    feel: int = pydantic.Field(default=0, ge=-3, le=3)
    too_early: LocalText | None = None
    hint: LocalText | None = None
    easy: Words = {}


class Spare(Strict):
    """A row for a drill where neither the deal nor the library has enough of them."""

    id: Ident
    fills: dict[str, Any]
    about: Words = {}


class Part(Strict):
    """A worksheet that a drill needs: `least` rows in which the field `open` is hidden, `by_level` more or fewer.

    `first`: values of a field of which there is at least one row each, in this order. `keep`: what the library
    expects of a row and then stands in it.
    """

    of: str
    open: str = ""
    least: int = 1
    by_level: dict[Level, int] = {}
    first: dict[str, list[str]] = {}
    keep: list[str] = []


class Beat(Strict):
    """How an objection is met, whoever raises it: acts that settle it or make it worse, and what is said then."""

    says: list[LocalText] = []
    good: list[str]
    bad: list[str] = []
    settled: list[LocalText]
    worse: list[LocalText]
    why: LocalText


class Offer(Strict):
    """How a buyer agrees to a step of the plan, or not yet. `after`: so many hidden facts must be found first."""

    after: int = 0
    shown: list[str] = []
    mood: int = -1
    says: list[LocalText]
    refuses: list[LocalText]


class Cast(Strict):
    """The drill of a stage, or of a talk with who decides (`report`).

    `parts` hold what is hidden; `also` names fields outside them, for when the exit lacks them or the plan asks for
    them. `killer`, `worry`, `objection` name beats, `best` and `minimum` offers. `found`: the fields of which the
    first two that are hidden must be found to pass. `named`: signs of the rubric, each with a field of the deal
    whose words show it, too.
    """

    id: Ident
    stages: list[str] = []
    report: bool = False
    rubric: str
    score: dict[Level, int]
    found: list[str] = []
    minutes: dict[Level, int]
    pause: int | None = None
    mood: int = 0
    parts: list[Part]
    also: list[str] = []
    openings: list[LocalText]
    objective: LocalText
    fallback: LocalText
    targets: list[LocalText] = pydantic.Field(max_length=2)
    killer: str = ""
    worry: str
    objection: str
    best: str
    minimum: str
    named: dict[str, str] = {}
    lines: dict[str, list[LocalText]] = {}


class Moods(Strict):
    """What the buyer's mood at the beginning is made of."""

    relationship: dict[str, int] = {}
    stance: dict[str, int] = {}
    level: dict[Level, int] = {}


class Answers(Strict):
    """`drill/answers.yaml`: what all drills of real deals are made with.

    `plain` is said where nobody recorded the buyer's personality; `confirms`: how a buyer confirms what the rep
    believed. `topics`: words that name what a chain of questions is about. `mines` by personality, and for `any`.
    """

    format: Literal[1]
    title: LocalText
    summary: LocalText
    situation: LocalText
    plain: LocalText
    buyer_brief: LocalText
    confirms: list[LocalText]
    moods: Moods
    objections: dict[Level, int]
    casts: list[Cast]
    beats: dict[str, Beat]
    offers: dict[str, Offer]
    debrief: list[LocalText]
    words: dict[str, Words] = {}
    answers: list[Answer]
    spare: dict[str, list[Spare]] = {}
    topics: dict[str, Words] = {}
    mines: dict[str, list[Mine]] = {}
