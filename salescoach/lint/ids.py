"""Ids: each once among its like, none that a deal or a condition already uses for something else."""

import re
from collections.abc import Iterable, Iterator

from salescoach.deal.check import FIXED
from salescoach.findings import Finding
from salescoach.lint._index import Index
from salescoach.playbook.load import Loaded
from salescoach.playbook.model import Choice, Field
from salescoach.yamlfile.document import Path

WORDS = ("known", "unknown", "all", "half", "yes", "no", "on", "off")
"""What conditions and YAML readers understand otherwise."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*|[㐀-鿿]+")


def check(loaded: Loaded) -> Iterator[Finding]:
    """All lists of ids, then names that are taken."""
    index = Index(loaded)
    book = index.playbook
    at_top = (("worksheets", book.worksheets), ("stages", book.stages), ("questions", book.questions))
    for name, items in (*at_top, ("chains", book.chains), ("compliance", book.compliance)):
        yield from once(loaded, (name,), (i.id for i in items))
    library = book.library
    yield from once(loaded, ("library", "objections"), (o.id for o in library.objections))
    yield from once(loaded, ("library", "stories"), (s.id for s in library.stories))
    for name, rows in library.rows.items():
        yield from once(loaded, ("library", name), (r.id for r in rows))
    for at, stage in enumerate(book.stages):
        yield from once(loaded, ("stages", at, "steps"), (s.id for s in stage.steps))
        yield from once(loaded, ("stages", at, "exit", "criteria"), (c.id for c in stage.exit.criteria))
    yield from _choices(loaded, ("industries",), book.industries)
    for path, _, name, field in index.fields():
        yield from _field(loaded, path, name, field)
    for name in book.types:
        yield from _name(loaded, ("types", name), name)
    yield from _taken(index)


def once(loaded: Loaded, path: Path, idents: Iterable[object], key: str = "id") -> Iterator[Finding]:
    """Each item of a list has a `key` of its own."""
    first: dict[str, str] = {}
    for at, ident in enumerate(idents):
        place, line, _ = loaded.place((*path, at, key))
        if str(ident) in first:
            yield loaded.finding((*path, at, key), "id-taken", value=ident, first=first[str(ident)])
        first.setdefault(str(ident), f"{place}:{line}")


def _choices(loaded: Loaded, path: Path, choices: list[Choice]) -> Iterator[Finding]:
    yield from once(loaded, path, (c.id for c in choices))
    for at, choice in enumerate(choices):
        if str(choice.id) in WORDS:
            yield loaded.finding((*path, at, "id"), "id-reserved", value=choice.id)


def _field(loaded: Loaded, path: Path, name: str, field: Field) -> Iterator[Finding]:
    yield from _name(loaded, path, name)
    yield from _choices(loaded, (*path, "choices"), field.choices)
    yield from _choices(loaded, (*path, "keys"), field.keys)
    for part, inner in field.cell.items():
        yield from _field(loaded, (*path, "cell", part), part, inner)


def _name(loaded: Loaded, path: Path, name: str) -> Iterator[Finding]:
    if not _NAME.fullmatch(name):
        yield loaded.finding(path, "bad-id", key=True, value=name)


def _taken(index: Index) -> Iterator[Finding]:
    """Worksheets against the fixed keys of a deal and against the stages: both stand first in an address."""
    find = index.loaded.finding
    stages = {s.id: at for at, s in enumerate(index.playbook.stages)}
    for at, sheet in enumerate(index.playbook.worksheets):
        path = ("worksheets", at, "id")
        if sheet.id in FIXED:
            yield find(path, "id-reserved", value=sheet.id)
        if sheet.id in stages:
            place, line, _ = index.loaded.place(("stages", stages[sheet.id], "id"))
            yield find(path, "id-taken", value=sheet.id, first=f"{place}:{line}")
        for name in sheet.fields:
            if name == "id":
                yield find(("worksheets", at, "fields", name), "id-reserved", key=True, value=name)
