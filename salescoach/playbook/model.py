"""The shape of a playbook, in pydantic: what may stand where, for loading, linting and editors.

The rest of the tool only reads attributes of these classes; it never relies on pydantic itself.
Requirements and derived fields carry free `parameters` here: each kind in `requirements/` and
`derived/` declares its own, and `lint/` holds them against that declaration.
"""

import os
from datetime import date, timedelta
from typing import Annotated, Any, Literal

os.environ.setdefault(
    "PYDANTIC_DISABLE_PLUGINS", "__all__"
)  # looking for plugins costs 30 ms, and runs their code

import pydantic
from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

from salescoach.text import parse_day

Ident = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$|^[㐀-鿿]+$", max_length=80)]
Language = Literal["en", "zh", "zh-Hant"]
LocalText = str | dict[Language, str]
"""A plain string is the same in every language (names, numbers); prose has one entry per language."""
Condition = dict[str, Any] | list[dict[str, Any]]
"""Field id to what it must be, or several such of which one is enough; read by `deal/conditions.py`."""
Grade = Literal["customer_document", "customer_written", "customer_action", "customer_quote"]


class Strict(BaseModel):
    """Nothing is converted, nothing unknown is let in."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)


Audience = Literal["customer", "team"]
"""Whom a value may reach: `customer` where it may stand on the page that goes to them."""


class Choice(Strict):
    """One allowed value, or one key of cells. `hint` helps to choose it, `advice` and `avoid` go into the plan.

    `audience` keeps the cell of a key from the customer's page, whatever its parts allow.
    """

    id: Ident | int
    label: LocalText
    audience: Audience = "customer"
    hint: LocalText | None = None
    advice: LocalText | None = None
    avoid: LocalText | None = None


class Field(Strict):
    """A field of a worksheet: typed in (`kind`) or computed (`derived`, with the kind's parameters)."""

    kind: str = ""
    derived: str = ""
    label: LocalText
    audience: Audience = "team"
    ask: LocalText | None = None
    why: LocalText | None = None
    good: LocalText | None = None
    bad: LocalText | None = None
    only_if: Condition | None = None
    of: str = ""
    choices: list[Choice] = []
    keys: list[Choice] = []
    keys_from: str = ""
    cell: dict[str, "Field"] = {}
    parameters: dict[str, Any] = {}

    @model_validator(mode="before")
    @classmethod
    def _gather_parameters(cls, value: Any) -> Any:
        """A derived field may carry any further keys: they are its kind's parameters."""
        if isinstance(value, dict) and "derived" in value and "parameters" not in value:
            own = cls.model_fields.keys() - {"of"}
            known = {k: v for k, v in value.items() if k in own}
            rest = {k: v for k, v in value.items() if k not in own}
            return {**known, "parameters": rest}
        return value


class Worksheet(Strict):
    """A form (one record) or a table (rows with ids).

    `customer_sees`: which rows may stand on the page for the customer. `ask_about`: which rows a visit may
    raise; a row that cannot be judged yet may be. `only_with_who`: a row is raised with its own person or not
    at all; `alone`: which rows only when that person sits there alone.
    """

    id: Ident
    table: LocalText | None = None
    form: LocalText | None = None
    title: LocalText | None = None
    who: str = ""
    ask_new: LocalText | None = None
    suggest_new: Literal["library"] | None = None
    row_title: str = ""
    customer_sees: Condition | None = None
    ask_about: Condition | None = None
    only_with_who: bool = False
    alone: Condition | None = None
    fields: dict[str, Field]


class Step(Strict):
    """One thing to do or find out within a stage; small deals (`rigour: light`) go without those for full rigour.

    `first_while`: while a row of its table meets this, a visit is about that and nothing else.
    `asked` are the fields that a preparation asks for each time, though no exit criterion needs them: what
    the stage is about besides its exit.
    """

    id: Ident
    title: LocalText
    tip: LocalText | None = None
    fills: str
    only: list[str] = []
    asked: list[str] = []
    first_while: Condition | None = None
    applies: Literal["always", "full"] = "always"


class Criterion(Strict):
    """One exit criterion: all of `requires` must hold."""

    id: Ident
    title: LocalText
    why: LocalText | None = None
    ask: LocalText | None = None
    good: LocalText | None = None
    bad: LocalText | None = None
    must: Literal["always", "full"] | None = None
    applies: Literal["always", "full"] = "always"
    requires: list[dict[str, Any]]


class ByRigour(Strict):
    """A number that depends on the deal's rigour."""

    light: int
    full: int


class Exit(Strict):
    """When a stage may be left: `pass` criteria hold, the musts among them, and nothing forbidden."""

    passes: int | ByRigour = pydantic.Field(alias="pass")
    forbid: list[str] = []
    criteria: list[Criterion]


class Days(Strict):
    """How long a deal may stay in a stage: days after which to look at it, and after which it has stalled."""

    advice: int = pydantic.Field(ge=1)
    red_flag: int = pydantic.Field(ge=1)


class Stage(Strict):
    """One stage of the funnel with its card (METHOD.md §1.6); `purpose` says to the customer what a visit is for."""

    id: Ident
    pre: bool = False
    holds: Literal["once", "always"] = "once"
    quote_alone: bool = True
    days: Days | None = None
    title: LocalText
    goal: LocalText
    purpose: LocalText | None = None
    entry: list[LocalText]
    actions: list[LocalText]
    tips: list[LocalText]
    mistakes: list[LocalText]
    bad: LocalText
    stop_if: list[LocalText] = []
    steps: list[Step]
    exit: Exit


class QuestionType(Strict):
    """A type of question; file order is the order in the talk. `needs_row`: only about something in the deal.

    `sounds_like`: which of the four types of question (S, P, I, N) its questions are when somebody says them.
    """

    label: LocalText
    purpose: LocalText
    style: Literal["question", "report", "commitment"] = "question"
    limit: int | None = None
    per_row: int = 1
    needs_row: bool = False
    opens_at: str = ""
    after: str = ""
    only_for: list[str] = []
    not_for: list[str] = []
    stages: list[str] = []
    sounds_like: Literal["S", "P", "I", "N"] | None = None


class Chain(Strict):
    """A proposed sequence of questions for one symptom."""

    id: Ident
    about: str
    industry: str = ""
    symptom: LocalText
    order: list[str]


class Question(Strict):
    """What the rep may say to the customer, and which fields or criteria an answer reaches."""

    id: Ident
    type: str
    text: LocalText
    reveals: list[str] = []
    wins: list[str] = []
    for_roles: list[str] = []
    industry: str = ""
    stages: list[str] = []
    part: str = ""
    alone: bool = False
    action: LocalText | None = None
    costs: str = ""


class Source(Strict):
    """What shows that something is true: which paper or person, of which day, checked by whom of ours."""

    what: LocalText
    date: str
    by: str


VERIFIED_WITHIN = timedelta(days=365)
"""How long what the company can show is good for without another look (METHOD.md §8.3)."""


class Entry(Strict):
    """An entry of the library: who keeps it, and by when it is looked at again."""

    id: Ident
    owner: str
    review: str


class Proven(Entry):
    """An entry that is true of others, with what the company can show for it."""

    industry: str = ""
    evidence: list[Source] = []

    def verified(self, today: date) -> bool:
        """Whether somebody looked at its evidence within the last year."""
        days = [day for s in self.evidence if (day := parse_day(s.date)) is not None]
        return any(day >= today - VERIFIED_WITHIN for day in days)


class LibraryRow(Proven):
    """A row the company knows in general: offered when a new one is added, filled in as a hypothesis.

    `expect` (cells or fields by name) is only shown.
    """

    fills: dict[str, LocalText]
    expect: dict[str, LocalText] = {}


class Story(Proven):
    """A true story of a similar buyer's harm (METHOD.md §8.4): told only with evidence, never with a name."""

    buyer: LocalText
    choice: LocalText
    went_wrong: LocalText
    harm: LocalText
    regret: LocalText
    ask_back: LocalText
    evidence: list[Source] = []


class Objection(Entry):
    """What the customer may say, the first question back, and then the answer."""

    stages: list[str] = []
    says: LocalText
    ask: LocalText
    answer: LocalText


class Library(Strict):
    """What the company knows once: objections, stories, and rows by the id of the worksheet they are for."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, list[LibraryRow]] = pydantic.Field(init=False)

    objections: list[Objection] = []
    stories: list[Story] = []

    @property
    def rows(self) -> dict[str, list[LibraryRow]]:
        """Rows by worksheet."""
        return self.__pydantic_extra__ or {}

    def before(self, other: "Library") -> "Library":
        """Both joined; of two entries with one id, this one's."""
        names = dict.fromkeys([*type(self).model_fields, *self.rows, *other.rows])
        entries: dict[str, Any] = {n: _joined(self, other, n) for n in names}
        return Library.model_construct(None, **entries)


def _joined(first: Library, second: Library, name: str) -> list[Any]:
    own = getattr(first, name, [])
    taken = {entry.id for entry in own}
    return [*own, *(entry for entry in getattr(second, name, []) if entry.id not in taken)]


class BuyingStage(Strict):
    """Where the customer is in their own buying (METHOD.md §1.5), in their order.

    `stages` are those of ours that work on it; `shown_by` names what customer acts are about that show it: a
    criterion (`stage/criterion`), a field (`worksheet.field`), or one value of it (`worksheet.field=value`).
    """

    id: Ident
    title: LocalText
    stages: list[str]
    shown_by: list[str] = []


class Lock(Strict):
    """While `form` meets `have`, no question is about `worksheets`."""

    form: str
    have: Condition
    worksheets: list[str]


class ComplianceGate(Strict):
    """A line that must not be crossed (METHOD.md §0.4).

    `signs` are words in a plan that point to it, each found as it stands: no patterns. `locks` names the
    worksheets that nobody is asked about while a form meets a condition.
    """

    id: Ident
    level: Literal["block", "warn"]
    title: LocalText
    rule: LocalText
    signs: list[str] = []
    locks: Lock | None = None


class AgendaBlock(Strict):
    """A slot of the agenda before the questions, or `after` them; `shared` is what the customer reads of it."""

    what: LocalText
    shared: LocalText
    minutes: int
    part: str = "lead"
    after: bool = False


class Variant(Strict):
    """Another choice of sections for one kind of visit; lists left out are those of the plan.

    `when` is `first_contact` (nothing was done with this customer yet) or `report` (who decides is in the
    room and hears a report); with `stages` too, both must hold.
    """

    id: Ident
    title: LocalText
    when: Literal["first_contact", "report"] | None = None
    stages: list[str] = []
    agenda: list[AgendaBlock] = []
    carry_in: list[str] = []
    annex: list[str] = []


class PlanSections(Strict):
    """Which sections a call plan has, in order, before and after the fold; and those of the customer's page.

    `full_only` are left out of the plans of small deals: tables that may stay in the head (METHOD.md §0.3).
    """

    carry_in: list[str]
    annex: list[str]
    customer: list[str] = []
    full_only: list[str] = []
    variants: list[Variant] = []


class Playbook(Strict):
    """One selling method. Any field may stand in a file or folder of its own name."""

    format: Literal[1]
    id: Ident
    version: str
    title: LocalText
    summary: LocalText
    languages: list[Language]
    industries: list[Choice] = []
    evidence_expires: dict[Grade, int] = {}
    compliance: list[ComplianceGate] = []
    buying_stages: list[BuyingStage] = []
    types: dict[str, QuestionType]
    worksheets: list[Worksheet]
    stages: list[Stage]
    chains: list[Chain] = []
    questions: list[Question]
    library: Library = Library()
    plan: PlanSections


class Extension(Strict):
    """What the files of a playbook that extends another hold besides; the finished Playbook has none of it."""

    extends: str = ""
    remove: list[str] = []
    change: dict[str, Any] = {}
    add: dict[str, Any] = {}
