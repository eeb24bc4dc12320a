"""Types of questions: the rung that opens them, the type they follow, the roles they are for."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint._index import Index
from salescoach.playbook.load import Loaded


def check(loaded: Loaded) -> Iterator[Finding]:
    """Each type by itself."""
    index = Index(loaded)
    rungs = [
        str(reach)
        for *_, field in index.fields()
        if field.derived == "ladder"
        for reach in _rungs(field.parameters)
    ]
    for name, kind in index.playbook.types.items():
        path = ("types", name)
        if kind.opens_at:
            yield from index.unknown((*path, "opens_at"), "unknown-rung", kind.opens_at, rungs)
        if kind.after:
            others = [t for t in index.playbook.types if t != name]
            yield from index.unknown((*path, "after"), "unknown-type", kind.after, others)
        yield from index.each((*path, "stages"), "unknown-stage", kind.stages, index.stages)
        for key in ("only_for", "not_for"):
            yield from index.each((*path, key), "unknown-role", getattr(kind, key), index.roles)


def _rungs(parameters: dict[str, object]) -> Iterator[object]:
    rungs = parameters.get("rungs")
    for rung in rungs if isinstance(rungs, list) else []:
        if isinstance(rung, dict) and "reach" in rung:
            yield rung["reach"]
