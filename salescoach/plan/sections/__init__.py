"""Sections of the call plan, one file each, named and ordered by the playbook.

A section's module has `render(brief) -> str`: Markdown without a heading; "" leaves the section out.
Its heading is `messages/plan.py`'s text of the section's name.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from salescoach.plan.brief import Brief


class Section(Protocol):
    """A section's module."""

    def render(self, brief: "Brief") -> str:
        """The section as Markdown, "" when there is nothing to say."""


@cache
def names() -> tuple[str, ...]:
    """Every section there is."""
    return tuple(sorted(m.name for m in iter_modules(__path__)))


@cache
def section(name: str) -> Section:
    """The module of one section; KeyError when there is none."""
    if name not in names():
        raise KeyError(name)
    return cast(Section, import_module(f"{__name__}.{name}"))
