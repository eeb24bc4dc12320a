"""The formats of `check`, one file each: a report as text, and nothing else. The edge writes it where it belongs.

`lines` is how every command prints single findings, and no format of `check`.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol, cast

from salescoach import modules

if TYPE_CHECKING:
    from salescoach.messages import Say
    from salescoach.report import Report


class Format(Protocol):
    """A format's module."""

    def render(self, report: "Report", say: "Say", width: int) -> Iterator[str]:
        """The report in pieces of whole lines, escaped for their place; the deals are walked once, none is kept.

        `width`: the columns that text for reading keeps to, 0 for lines as long as they are.
        """


def names() -> tuple[str, ...]:
    """Every format there is."""
    return tuple(name for name in modules.names(__name__) if name != "lines")


def named(name: str) -> Format:
    """The module of one format; KeyError when there is none."""
    if name not in names():
        raise KeyError(name)
    return cast(Format, modules.named(__name__, name))
