"""GitHub-flavoured Markdown, with every text that a person wrote made harmless for its place."""

import re
from collections.abc import Sequence

from salescoach.visible import visible

_SPECIAL = re.compile(r"([\\`*\[\]<>|~&]|(?<![^\W_])_|_(?![^\W_]))")
_STARTS = re.compile(r"^(\s*)([#>+=-]|\d+(?=[.)](?:\s|$)))")
_ENDS = re.compile(r"(?<=\s)(#+)$")
"""What a heading would take for its own end."""


def text(value: object) -> str:
    """A person's text inside a paragraph, a list item or a cell: one line, nothing in it is markup."""
    plain = visible(str(value)).strip()
    return _ENDS.sub(r"\\\1", _STARTS.sub(_at_start, _SPECIAL.sub(r"\\\1", plain)))


def _at_start(found: re.Match[str]) -> str:
    lead, sign = found.groups()
    return f"{lead}{sign}\\" if sign.isdigit() else f"{lead}\\{sign}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; cells are Markdown already."""
    if not rows:
        return ""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell or " " for cell in line) + " |" for line in lines)
