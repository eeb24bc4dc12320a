"""The shape of a playbook, in pydantic: what may stand where, for loading, linting and editors.

The rest of the tool only reads attributes of these classes; it never relies on pydantic itself.
Requirements and derived fields carry free `parameters` here: each kind in `requirements/` and
`derived/` declares its own, and `lint/` holds them against that declaration.
"""

import os
from typing import Annotated, Any, Literal

os.environ.setdefault(
    "PYDANTIC_DISABLE_PLUGINS", "__all__"
)  # looking for plugins costs 30 ms, and runs their code

import pydantic
from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

Ident = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$|^[㐀-鿿]+$", max_length=80)]
Language = Literal["en", "zh", "zh-Hant"]
LocalText = str | dict[Language, str]
"""A plain string is the same in every language (names, numbers); prose has one entry per language."""
Condition = dict[str, Any]
"""Field id to what it must be; the forms are read by `deal/conditions.py`."""
Grade = Literal["customer_document", "customer_written", "customer_action", "customer_quote"]


class Strict(BaseModel):
    """Nothing is converted, nothing unknown is let in."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)


class Choice(Strict):
    """One allowed value. `hint` helps to choose it, `advice` and `avoid` go into the plan."""

    id: Ident | int
    label: LocalText
    hint: LocalText | None = None
    advice: LocalText | None = None
    avoid: LocalText | None = None


class Field(Strict):
    """A field of a worksheet: typed in (`kind`) or computed (`derived`, with the kind's parameters)."""

    kind: str = ""
    derived: str = ""
    label: LocalText
    audience: Literal["customer", "team"] = "team"
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
    """A form (one record) or a table (rows with ids)."""

    id: Ident
    table: LocalText | None = None
    form: LocalText | None = None
    title: LocalText | None = None
    who: str = ""
    ask_new: LocalText | None = None
    suggest_new: Literal["library"] | None = None
    row_title: str = ""
    customer_sees: Condition | None = None
    fields: dict[str, Field]


class Step(Strict):
    """One thing to do or find out within a stage."""

    id: Ident
    title: LocalText
    tip: LocalText | None = None
    fills: str
    only: list[str] = []


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


class Stage(Strict):
    """One stage of the funnel with its card (METHOD.md §1.6)."""

    id: Ident
    pre: bool = False
    holds: Literal["once", "always"] = "once"
    quote_alone: bool = True
    title: LocalText
    goal: LocalText
    entry: list[LocalText]
    actions: list[LocalText]
    tips: list[LocalText]
    mistakes: list[LocalText]
    bad: LocalText
    stop_if: list[LocalText] = []
    steps: list[Step]
    exit: Exit


class QuestionType(Strict):
    """A type of question; file order is the order in the talk."""

    label: LocalText
    purpose: LocalText
    style: Literal["question", "report", "commitment"] = "question"
    limit: int | None = None
    per_row: int = 1
    opens_at: str = ""
    after: str = ""
    only_for: list[str] = []
    not_for: list[str] = []


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


class LibraryRow(Strict):
    """A row the company knows in general: offered when a new one is added, filled in as a hypothesis."""

    id: Ident
    industry: str = ""
    owner: str
    review: str
    fills: dict[str, LocalText]
    expect: dict[str, LocalText] = {}


class Objection(Strict):
    """What the customer may say, the first question back, and then the answer."""

    id: Ident
    owner: str
    review: str
    stages: list[str] = []
    says: LocalText
    ask: LocalText
    answer: LocalText


class Library(Strict):
    """What the company knows once."""

    pains: list[LibraryRow] = []
    objections: list[Objection] = []


class ComplianceGate(Strict):
    """A line that must not be crossed (METHOD.md §0.4)."""

    id: Ident
    level: Literal["block", "warn"]
    title: LocalText
    rule: LocalText


class PlanSections(Strict):
    """Which sections a call plan has, in order, before and after the fold."""

    carry_in: list[str]
    annex: list[str]


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
