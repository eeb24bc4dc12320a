"""Declarations of fields: a kind that exists, and what this kind needs."""

from collections.abc import Iterator

from salescoach import derived, fields
from salescoach.findings import Finding
from salescoach.lint import _parameters
from salescoach.lint._index import Index
from salescoach.playbook.load import Loaded
from salescoach.playbook.model import Field, Worksheet
from salescoach.yamlfile.document import Path

CHOSEN = ("choice", "choices", "scale")
REFERRING = ("row", "rows")


def check(loaded: Loaded) -> Iterator[Finding]:
    """Each field by itself, and each part of a cell."""
    index = Index(loaded)
    for path, sheet, name, field in index.fields():
        if bool(field.kind) == bool(field.derived):
            yield loaded.finding(path, "kind-or-derived", key=True, value=name)
        elif field.derived:
            yield from _derived(index, path, sheet, field)
        else:
            yield from _typed(index, path, name, field)
        for part, inner in field.cell.items():
            yield from _part(index, (*path, "cell", part), part, inner)


def _derived(index: Index, path: Path, sheet: Worksheet, field: Field) -> Iterator[Finding]:
    yield from index.unknown((*path, "derived"), "unknown-derived", field.derived, derived.names())
    if field.derived in derived.names():
        declared = derived.kind(field.derived).PARAMETERS
        yield from _parameters.check(_parameters.of_field(index, path, sheet, field, declared), field.derived)
    yield from _needless(index, path, field, ("keys", "keys_from", "cell"), field.derived)


def _needless(index: Index, path: Path, field: Field, keys: tuple[str, ...], kind: str) -> Iterator[Finding]:
    for key in keys:
        if getattr(field, key):
            yield index.loaded.finding((*path, key), "needless-key", key=True, key_name=key, kind=kind)


def _typed(index: Index, path: Path, name: str, field: Field) -> Iterator[Finding]:
    yield from index.unknown((*path, "kind"), "unknown-kind", field.kind, fields.names())
    if field.kind not in fields.names():
        return
    yield from _choices(index, path, name, field)
    yield from _needless(index, path, field, ("parameters",), field.kind)
    if field.kind in REFERRING:
        yield from index.unknown((*path, "of"), "unknown-table", field.of, index.tables)
    else:
        yield from _needless(index, path, field, ("of",), field.kind)
    if field.kind == "cells":
        yield from _cells(index, path, name, field)
    else:
        yield from _needless(index, path, field, ("keys", "keys_from", "cell"), field.kind)


def _choices(index: Index, path: Path, name: str, field: Field) -> Iterator[Finding]:
    if field.kind in CHOSEN and not field.choices:
        yield index.loaded.finding(path, "no-choices", key=True, value=name)
    elif field.kind not in (*CHOSEN, "cells"):
        yield from _needless(index, path, field, ("choices",), field.kind)


def _cells(index: Index, path: Path, name: str, field: Field) -> Iterator[Finding]:
    """Cells have keys of one source, and hold either parts or one of some choices."""
    if bool(field.keys) == bool(field.keys_from):
        yield index.loaded.finding(path, "keys-or-keys-from", key=True, value=name)
    if field.keys_from:
        yield from index.unknown((*path, "keys_from"), "unknown-table", field.keys_from, index.tables)
    if bool(field.cell) == bool(field.choices):
        yield index.loaded.finding(path, "cell-or-choices", key=True, value=name)


def _part(index: Index, path: Path, name: str, part: Field) -> Iterator[Finding]:
    """A part is typed in, and nothing is nested a second time."""
    if part.derived or part.kind == "cells" or part.only_if is not None:
        yield index.loaded.finding(path, "not-in-a-cell", key=True, value=name)
    elif not part.kind:
        yield index.loaded.finding(path, "kind-or-derived", key=True, value=name)
    else:
        yield from _typed(index, path, name, part)
