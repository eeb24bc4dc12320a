"""The library: what its rows fill, stages of objections, what is out of date, and names that must not stand there."""

from collections.abc import Iterator, Mapping
from typing import Any

from salescoach.deal.conditions import alternatives
from salescoach.findings import Finding
from salescoach.lint import _conditions
from salescoach.lint._index import Index, ids
from salescoach.lint._texts import texts
from salescoach.playbook.load import Loaded
from salescoach.playbook.model import Entry, LibraryRow, Proven, Worksheet
from salescoach.text import mentioned, parse_day
from salescoach.yamlfile.document import Path


def check(loaded: Loaded) -> Iterator[Finding]:
    """Rows by worksheet, objections, stories."""
    index = Index(loaded)
    library = index.playbook.library
    for name, rows in library.rows.items():
        sheet = index.sheets.get(name)
        if sheet is None or not sheet.suggest_new:
            places = [w.id for w in index.playbook.worksheets if w.suggest_new]
            yield from index.unknown(("library", name), "not-in-library", name, places, key=True)
            continue
        for at, row in enumerate(rows):
            yield from _row(index, ("library", name, at), sheet, row)
    for at, objection in enumerate(library.objections):
        path: Path = ("library", "objections", at)
        yield from _kept(loaded, path, objection)
        yield from index.each((*path, "stages"), "unknown-stage", objection.stages, index.stages)
    for at, story in enumerate(library.stories):
        path = ("library", "stories", at)
        yield from _industry(index, path, story.industry)
        yield from _kept(loaded, path, story)
        yield from _shown(loaded, path, story)
    yield from _named(loaded, index)


def _named(loaded: Loaded, index: Index) -> Iterator[Finding]:
    """Rivals in what is said to the customer (METHOD.md §0.4, G2)."""
    said = (t for t in texts(index.playbook) if t[0][0] in ("library", "questions"))
    for where, text in said if loaded.outside.rivals else ():
        by_language = {where: text} if isinstance(text, str) else {(*where, n): t for n, t in text.items()}
        for place, words in by_language.items():
            for name in mentioned(words, loaded.outside.rivals):
                yield loaded.finding(place, "rival-named", value=name)


def _kept(loaded: Loaded, path: Path, entry: Entry) -> Iterator[Finding]:
    """The day of the next review."""
    today = loaded.outside.today
    day = parse_day(entry.review)
    if day is None:
        yield loaded.finding((*path, "review"), "not-a-date", value=entry.review)
    elif today is not None and day < today:
        yield loaded.finding((*path, "review"), "review-overdue", "warning", value=entry.review)


def _shown(loaded: Loaded, path: Path, entry: Proven) -> Iterator[Finding]:
    """What can be shown for it, and that somebody looked at it within a year."""
    today = loaded.outside.today
    for at, source in enumerate(entry.evidence):
        if parse_day(source.date) is None:
            yield loaded.finding((*path, "evidence", at, "date"), "not-a-date", value=source.date)
    if today is not None and entry.evidence and not entry.verified(today):
        last = max(s.date for s in entry.evidence)
        yield loaded.finding((*path, "evidence"), "evidence-too-old", "warning", key=True, value=last)


def _industry(index: Index, path: Path, industry: str) -> Iterator[Finding]:
    if industry:
        yield from index.unknown((*path, "industry"), "unknown-industry", industry, index.industries)


def _row(index: Index, path: Path, sheet: Worksheet, row: LibraryRow) -> Iterator[Finding]:
    yield from _kept(index.loaded, path, row)
    yield from _shown(index.loaded, path, row)
    yield from _industry(index, path, row.industry)
    typed = {n: f for n, f in sheet.fields.items() if not f.derived}
    for name, text in row.fills.items():
        where = (*path, "fills", name)
        field = typed.get(name)
        if field is None:
            yield from index.unknown(where, "unknown-field", name, list(typed), key=True, sheet=sheet.id)
            continue
        for value in [text] if isinstance(text, str) else text.values():
            yield from _conditions.value_of(index, where, field, value)
    cells = [k for f in sheet.fields.values() for k in ids(f.keys)]
    for name in row.expect:
        if name not in typed:
            yield from index.unknown(
                (*path, "expect", name), "unknown-cell", name, [*cells, *typed], key=True
            )
    yield from _too_early(index, path, sheet, row)


def _too_early(index: Index, path: Path, sheet: Worksheet, row: LibraryRow) -> Iterator[Finding]:
    """What exists only after something else is known cannot come without it: no remedy without a prevention."""
    given = {**row.fills, **row.expect}
    for part in ("fills", "expect"):
        for name in getattr(row, part):
            field = sheet.fields.get(name)
            ways = alternatives(field.only_if) if field is not None and field.only_if is not None else []
            lacking = [_needs(way) - set(given) for way in ways]
            if lacking and all(lacking):
                first = sorted(lacking[0])[0]
                yield index.loaded.finding(
                    (*path, part, name), "needs-other-first", key=True, value=name, first=first
                )


def _needs(way: Mapping[str, Any]) -> set[str]:
    """The fields that must be known, whatever they hold."""
    return {name for name, spec in way.items() if spec == "known"}
