"""Field kinds, one file each: what a value of the kind looks like in a deal, and how it is shown.

Every kind is a module with the names of `Kind`. A playbook names it in `kind:`; the file's name is
the kind's name, nothing else lists it.
"""

from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from salescoach import modules
from salescoach.memo import by_identity
from salescoach.schema import Schema

if TYPE_CHECKING:
    from salescoach.playbook.model import Choice, Field

UNKNOWN = "unknown"
"""The value of a field that was asked and is not known; it becomes a question to the customer."""


LIGHT, FULL = RIGOURS = ("light", "full")
"""What the rigour of a deal may be."""
EXIT = "exit criteria"
"""What a reference to a criterion of an exit is `of`: no worksheet can have such an id, `criteria` may be one."""


class Missing:
    """The value of a field that was never asked."""

    def __repr__(self) -> str:
        return "MISSING"

    def __bool__(self) -> bool:
        return False


MISSING = Missing()


class Problem(NamedTuple):
    """What is wrong with a value: a rule of `messages/findings.py` and its facts."""

    rule: str
    facts: dict[str, object]
    at: tuple[str | int, ...] = ()


class Around(Protocol):
    """What a kind may ask of the deal around a value."""

    def ids(self, of: str) -> Collection[str]:
        """The ids that a reference to `of` (a table, "chains", EXIT, "team") may hold."""

    def name(self, of: str, ident: str, language: str) -> str:
        """What a person calls that id."""


class Kind(Protocol):
    """A field kind's module."""

    ASKED_AS: str
    """The kind of prompt (`dialogue.Ask.kind`); "" when it is not asked in one prompt."""
    GUARDED: bool
    """Whether evidence must name the value it proves (FORMAT.md §3)."""

    def problem(self, value: Any, field: "Field", around: Around) -> Problem | None:
        """What is wrong with `value`, or None. `unknown` never arrives here."""

    def schema(self, field: "Field", around: Around, language: str) -> Schema:
        """What `problem` lets pass, as far as it is a matter of shape; what the words mean, for editors."""

    def show(self, value: Any, field: "Field", around: Around, language: str) -> str:
        """The value as a person reads it."""


def names() -> tuple[str, ...]:
    """Every field kind there is."""
    return modules.names(__name__)


@cache
def kind(name: str) -> Kind:
    """The module of one field kind; KeyError when there is none."""
    return cast(Kind, modules.named(__name__, name))


def known(value: object) -> bool:
    """Whether the rep knows something here: neither missing, nor unknown, nor empty."""
    return value != UNKNOWN if value else value == 0  # a number and no are something


def choice_of(field: "Field", ident: Any) -> "Choice | None":
    """The field's choice of that id."""
    return _choices(field).get(ident) if isinstance(ident, str | int) else None


@by_identity
def ranks(field: "Field") -> dict[Any, int]:
    """The place of each of the field's choices in their order, by its id."""
    return {c.id: at for at, c in enumerate(field.choices)}


@by_identity
def _choices(field: "Field") -> dict[Any, "Choice"]:
    return {c.id: c for c in field.choices}
