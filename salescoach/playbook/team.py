"""What a team says of itself in `salescoach.yaml`: so far the rivals whom nothing for the customer may name."""

from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach.findings import Finding

if TYPE_CHECKING:
    from salescoach.yamlfile.document import Document

KEYS = ("format", "company", "language", "languages", "currency", "rivals", "approvers", "longest_waiver")


class Team(NamedTuple):
    """A team's settings."""

    rivals: tuple[str, ...] = ()


def read_team(document: "Document") -> tuple[Team, list[Finding]]:
    """The settings of a file that was read, and everything that is wrong in it."""
    content: Any = document.data
    if content is None:
        return Team(), list(document.findings)
    if not isinstance(content, dict):
        return Team(), [*document.findings, _finding(document, (), "not-a-mapping", value=content)]
    found = list(document.findings)
    for key in content:
        if key not in KEYS:
            found.append(_finding(document, (key,), "unknown-key", key_name=key, names=KEYS))
    rivals = content.get("rivals") or []
    if not isinstance(rivals, list):
        found.append(_finding(document, ("rivals",), "not-a-list", value=rivals))
        rivals = []
    for at, name in enumerate(rivals):
        if not isinstance(name, str) or not name.strip():
            found.append(_finding(document, ("rivals", at), "not-text", value=name))
    return Team(tuple(n for n in rivals if isinstance(n, str) and n.strip())), found


def _finding(document: "Document", path: tuple[str | int, ...], rule: str, **facts: object) -> Finding:
    return Finding(document.path, *document.place(path, key=rule == "unknown-key"), rule, "error", facts)
