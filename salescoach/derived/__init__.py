"""Derived field kinds, one file each: values that nobody types in, and that have no setter.

A kind's module has `PARAMETERS` (what a playbook may say), `inputs` (the fields of the same row it
is computed from) and `compute`; it may have `possible` (what half-known inputs rule out).
Files here are named by `derived:` in a worksheet.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, cast

from salescoach import modules
from salescoach.memo import by_identity
from salescoach.playbook.parameters import Parameter

if TYPE_CHECKING:
    from salescoach.deal.deal import Row, View
    from salescoach.playbook.model import Field, Worksheet


class Kind(Protocol):
    """A derived kind's module."""

    PARAMETERS: Mapping[str, Parameter]

    def inputs(self, parameters: Mapping[str, Any]) -> Sequence[str]:
        """The fields of the same row that the value is computed from."""

    def compute(self, parameters: Mapping[str, Any], row: "Row", view: "View") -> Any:
        """The value in `row`, MISSING when it cannot be told."""


def names() -> tuple[str, ...]:
    """Every derived kind there is."""
    return modules.names(__name__)


def kind(name: str) -> Kind:
    """The module of one derived kind; KeyError when there is none."""
    return cast(Kind, modules.named(__name__, name))


def compute(field: "Field", row: "Row", view: "View") -> Any:
    """A derived field's value in `row`, MISSING when it cannot be told."""
    module, parameters = _computations(row.sheet)[id(field)]
    return module.compute(parameters, row, view)


def inputs(field: "Field") -> Sequence[str]:
    """The fields of the same row that a derived field is computed from."""
    return kind(field.derived).inputs(field.parameters)


def possible(field: "Field", row: "Row", view: "View") -> Collection[Any] | None:
    """The results that the inputs known so far still allow; None when any is."""
    look = getattr(kind(field.derived), "possible", None)
    found: Collection[Any] | None = look(field.parameters, row, view) if look else None
    return found


@by_identity
def _computations(sheet: "Worksheet") -> dict[int, tuple[Kind, Mapping[str, Any]]]:
    """How each derived field of a worksheet is computed, by the field's identity."""
    return {
        id(field): (kind(field.derived), {**field.parameters, "_field": name})
        for name, field in sheet.fields.items()
        if field.derived
    }
