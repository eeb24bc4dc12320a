"""Sections of the call plan, one file each, named and ordered by the playbook.

A section's module has `render(brief) -> str`: Markdown without a heading; "" leaves the section out.
Its heading is `messages/plan.py`'s text of the section's name. A module with `SHARED = True` makes a part of the
page for the customer: it prints a worksheet's values only through the brief, which keeps to their marks.
"""

from typing import TYPE_CHECKING, Protocol, cast

from salescoach import modules

if TYPE_CHECKING:
    from salescoach.plan.brief import Brief


class Section(Protocol):
    """A section's module."""

    def render(self, brief: "Brief") -> str:
        """The section as Markdown, "" when there is nothing to say."""


def names() -> tuple[str, ...]:
    """Every section there is."""
    return modules.names(__name__)


def shared() -> list[str]:
    """The sections that may stand on a page for the customer."""
    return [name for name in names() if getattr(section(name), "SHARED", False)]


def section(name: str) -> Section:
    """The module of one section; KeyError when there is none."""
    return cast(Section, modules.named(__name__, name))
