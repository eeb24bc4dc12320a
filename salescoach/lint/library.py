"""The library: fields and keys that its rows fill, stages of objections, the day of the next review."""

from collections.abc import Iterator

from salescoach.fields import parse_day
from salescoach.findings import Finding
from salescoach.lint import _conditions
from salescoach.lint._index import Index, ids
from salescoach.playbook.load import Loaded
from salescoach.playbook.model import LibraryRow
from salescoach.yamlfile.document import Path

PAINS = "pains"


def check(loaded: Loaded) -> Iterator[Finding]:
    """Rows and objections."""
    index = Index(loaded)
    library = index.playbook.library
    if library.pains:
        yield from index.unknown(("library", PAINS), "unknown-table", PAINS, index.tables, key=True)
    for at, row in enumerate(library.pains):
        yield from _row(index, ("library", PAINS, at), row)
    for at, objection in enumerate(library.objections):
        path = ("library", "objections", at)
        yield from _review(loaded, path, objection.review)
        yield from index.each((*path, "stages"), "unknown-stage", objection.stages, index.stages)


def _review(loaded: Loaded, path: Path, review: str) -> Iterator[Finding]:
    if parse_day(review) is None:
        yield loaded.finding((*path, "review"), "not-a-date", value=review)


def _row(index: Index, path: Path, row: LibraryRow) -> Iterator[Finding]:
    yield from _review(index.loaded, path, row.review)
    if row.industry:
        yield from index.unknown((*path, "industry"), "unknown-industry", row.industry, index.industries)
    sheet = index.sheets.get(PAINS)
    if sheet is None:
        return
    typed = {n: f for n, f in sheet.fields.items() if not f.derived}
    for name, text in row.fills.items():
        where = (*path, "fills", name)
        field = typed.get(name)
        if field is None:
            yield from index.unknown(where, "unknown-field", name, list(typed), key=True, sheet=PAINS)
            continue
        for value in [text] if isinstance(text, str) else text.values():
            yield from _conditions.value_of(index, where, field, value)
    keys = [k for f in sheet.fields.values() for k in ids(f.keys)]
    for name in row.expect:
        yield from index.unknown((*path, "expect", name), "unknown-cell", name, keys, key=True)
