"""Lines not to cross: what a lock of theirs looks at, and the worksheets that it closes."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint import _conditions
from salescoach.lint._index import Index
from salescoach.playbook.load import Loaded


def check(loaded: Loaded) -> Iterator[Finding]:
    """Each lock by itself."""
    index = Index(loaded)
    for at, gate in enumerate(index.playbook.compliance):
        if gate.locks is None:
            continue
        path = ("compliance", at, "locks")
        yield from index.unknown((*path, "form"), "unknown-form", gate.locks.form, index.forms)
        sheet = index.sheets.get(gate.locks.form)
        if sheet is not None:
            yield from _conditions.check(index, (*path, "have"), sheet, gate.locks.have)
        yield from index.each(
            (*path, "worksheets"), "unknown-worksheet", gate.locks.worksheets, list(index.sheets)
        )
