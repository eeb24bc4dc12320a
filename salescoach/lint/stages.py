"""Stages: what steps fill, and which lines an exit forbids to cross."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint import _conditions
from salescoach.lint._index import Index
from salescoach.playbook.load import Loaded


def check(loaded: Loaded) -> Iterator[Finding]:
    """`fills`, `only` and `forbid`."""
    index = Index(loaded)
    gates = [g.id for g in index.playbook.compliance]
    for s, stage in enumerate(index.playbook.stages):
        for at, step in enumerate(stage.steps):
            path = ("stages", s, "steps", at)
            yield from index.unknown((*path, "fills"), "unknown-worksheet", step.fills, list(index.sheets))
            sheet = index.sheets.get(step.fills)
            known = list(sheet.fields) if sheet else []
            if sheet is not None and step.first_while is not None:
                yield from _conditions.check(index, (*path, "first_while"), sheet, step.first_while)
            for key in ("only", "asked") if sheet else ():
                for i, name in enumerate(getattr(step, key)):
                    yield from index.unknown((*path, key, i), "unknown-field", name, known, sheet=step.fills)
        yield from index.each(("stages", s, "exit", "forbid"), "unknown-gate", stage.exit.forbid, gates)
