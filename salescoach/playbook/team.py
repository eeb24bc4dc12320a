"""What a team says of itself in `salescoach.yaml`.

format: 1
company: Langhe Software        the name customers know
language: zh                    what the team works in; `languages` where there are several
currency: CNY
rivals: [Xunheng Technology]    names that no page for a customer may hold
approvers: [lin-qing]           who may waive a criterion, as `by` of a waiver names them
longest_waiver: 90              days
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach.findings import Finding

if TYPE_CHECKING:
    from salescoach.yamlfile.document import Document, Path

KEYS = ("format", "company", "language", "languages", "currency", "rivals", "approvers", "longest_waiver")
FORMATS = (1,)
LANGUAGES = ("en", "zh", "zh-Hant")
LONGEST_WAIVER = 90
"""Days for which a waiver may be given where the team says nothing."""
MOST_DAYS = 3650
_CURRENCY = re.compile(r"[A-Z]{3}")


class Team(NamedTuple):
    """A team's settings: `longest_waiver` in days, `approvers` as waivers name them."""

    rivals: tuple[str, ...] = ()
    approvers: tuple[str, ...] = ()
    longest_waiver: int = LONGEST_WAIVER


def read_team(document: "Document") -> tuple[Team, list[Finding]]:
    """The settings of a file that was read, and everything that is wrong in it; what is wrong is left out."""
    content: Any = document.data
    if content is None:
        return Team(), list(document.findings)
    if not isinstance(content, dict):
        return Team(), [*document.findings, _finding(document, (), "not-a-mapping", value=content)]
    found = [*document.findings, *_faults(document, content)]
    days: Any = content.get("longest_waiver")
    team = Team(
        _texts(content.get("rivals")),
        _texts(content.get("approvers")),
        days if _are_days(days) else LONGEST_WAIVER,
    )
    return team, found


def _faults(document: "Document", content: dict[str, Any]) -> Iterator[Finding]:
    for key, value in content.items():
        if key not in KEYS:
            yield _finding(document, (key,), "unknown-key", key_name=key, names=KEYS)
        elif value is not None:
            yield from _fault(document, key, value)


def _fault(document: "Document", key: str, value: Any) -> Iterator[Finding]:
    """What is wrong with one setting that is known and not left empty."""
    if key in ("rivals", "approvers", "languages"):
        if not isinstance(value, list):
            yield _finding(document, (key,), "not-a-list", value=value)
            return
        for at, entry in enumerate(value):
            yield from _text(document, (key, at), "language" if key == "languages" else key, entry)
    elif key == "format":
        if isinstance(value, bool) or value not in FORMATS:
            yield _finding(document, (key,), "not-a-choice", value=value, choices=list(FORMATS))
    elif key == "longest_waiver":
        if not _are_days(value):
            yield _finding(document, (key,), "not-days", value=value, most=MOST_DAYS)
    else:
        yield from _text(document, (key,), key, value)


def _text(document: "Document", path: "Path", key: str, value: Any) -> Iterator[Finding]:
    if not _is_text(value):
        yield _finding(document, path, "not-text", value=value)
    elif key == "language" and value not in LANGUAGES:
        yield _finding(document, path, "not-a-choice", value=value, choices=list(LANGUAGES))
    elif key == "currency" and not _CURRENCY.fullmatch(value):
        yield _finding(document, path, "not-a-currency", value=value)


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(v for v in value if _is_text(v)) if isinstance(value, list) else ()


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _are_days(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_DAYS


def _finding(document: "Document", path: "Path", rule: str, **facts: object) -> Finding:
    return Finding(document.path, *document.place(path, key=rule == "unknown-key"), rule, "error", facts)
