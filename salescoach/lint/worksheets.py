"""Worksheets: a table or a form, whose rows have a title, an owner and a condition that all exist."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint import _conditions
from salescoach.lint._index import Index
from salescoach.playbook.load import Loaded
from salescoach.playbook.model import Worksheet
from salescoach.yamlfile.document import Path


def check(loaded: Loaded) -> Iterator[Finding]:
    """Each worksheet by itself."""
    index = Index(loaded)
    for at, sheet in enumerate(index.playbook.worksheets):
        yield from _check_one(index, ("worksheets", at), sheet)


def _check_one(index: Index, path: Path, sheet: Worksheet) -> Iterator[Finding]:
    find = index.loaded.finding
    names = list(sheet.fields)
    if (sheet.table is None) == (sheet.form is None):
        yield find((*path, "id"), "table-or-form", value=sheet.id)
    if sheet.row_title:
        yield from index.unknown(
            (*path, "row_title"), "unknown-field", sheet.row_title, names, sheet=sheet.id
        )
    elif sheet.table is not None:
        yield find((*path, "id"), "no-row-title", value=sheet.id)
    if sheet.who:
        yield from index.unknown((*path, "who"), "unknown-field", sheet.who, names, sheet=sheet.id)
    if sheet.suggest_new and sheet.form is not None:
        yield find((*path, "suggest_new"), "needless-key", key=True, key_name="suggest_new", kind="form")
    for key in ("customer_sees", "ask_about", "alone"):
        condition = getattr(sheet, key)
        if condition is not None:
            yield from _conditions.check(index, (*path, key), sheet, condition)
    for name, field in sheet.fields.items():
        if field.only_if is not None:
            yield from _conditions.check(index, (*path, "fields", name, "only_if"), sheet, field.only_if)
