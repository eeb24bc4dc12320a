"""Sections of the call plan: each one exists, and stands there once."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint._index import Index
from salescoach.plan.sections import names
from salescoach.playbook.load import Loaded


def check(loaded: Loaded) -> Iterator[Finding]:
    """Before and after the fold."""
    index = Index(loaded)
    seen: dict[str, str] = {}
    for part in ("carry_in", "annex"):
        for at, name in enumerate(getattr(index.playbook.plan, part)):
            path = ("plan", part, at)
            yield from index.unknown(path, "unknown-section", name, names())
            place, line, _ = loaded.place(path)
            if name in seen:
                yield loaded.finding(path, "id-taken", value=name, first=seen[name])
            seen.setdefault(name, f"{place}:{line}")
