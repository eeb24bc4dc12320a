"""Requirement kinds, one file each: what an exit criterion asks of the worksheets and the evidence.

A requirement is a mapping whose first key names the kind: `rows: pains`, `evidence: customer_quote`.
A kind's module has `PARAMETERS` (what may stand in the mapping) and `judge`.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol, cast

from salescoach import modules
from salescoach.deal.conditions import Verdict
from salescoach.memo import by_identity
from salescoach.playbook.parameters import Parameter

if TYPE_CHECKING:
    from salescoach.deal.deal import View


class Kind(Protocol):
    """A requirement kind's module."""

    PARAMETERS: Mapping[str, Parameter]

    def judge(self, needs: Mapping[str, Any], criterion: str, view: "View") -> Verdict:
        """Whether it holds; `criterion` is the address `stage/criterion` it belongs to."""


def names() -> tuple[str, ...]:
    """Every requirement kind there is."""
    return modules.names(__name__)


def kind(name: str) -> Kind:
    """The module of one requirement kind; KeyError when there is none."""
    return cast(Kind, modules.named(__name__, name))


def kind_of(needs: Mapping[str, Any]) -> str:
    """The kind that a requirement names, "" when it names none."""
    return next((name for name in needs if name in names()), "")


def judge(needs: Mapping[str, Any], criterion: str, view: "View") -> Verdict:
    """Whether one requirement holds."""
    return _kind_named_by(needs).judge(needs, criterion, view)


@by_identity
def _kind_named_by(needs: Mapping[str, Any]) -> Kind:
    return kind(kind_of(needs))
