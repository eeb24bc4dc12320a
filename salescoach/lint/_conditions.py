"""What may stand in a condition: forms, keys and values, held against the worksheet it is about."""

from collections.abc import Iterator, Mapping
from typing import Any

from salescoach import fields
from salescoach.deal.conditions import KEYS
from salescoach.deal.evidence import COUNTING
from salescoach.findings import Finding
from salescoach.lint._index import Index, ids
from salescoach.playbook.model import Field, Worksheet
from salescoach.yamlfile.document import Path

ORDERED = ("scale", "number", "money", "percent")
ORDERED_DERIVED = ("count", "sum", "days", "bid_points")
ORDERED_BY_CHOICES = ("ladder", "decayed", "lookup", "days")
PROVABLE_DERIVED = ("words", "decayed")


def check(index: Index, path: Path, sheet: Worksheet, condition: Any) -> Iterator[Finding]:
    """Every entry of a condition on the fields of `sheet`, or of each of several."""
    if isinstance(condition, list) and condition:
        for at, one in enumerate(condition):
            yield from check(index, (*path, at), sheet, one)
        return
    if not isinstance(condition, Mapping):
        yield index.loaded.finding(path, "not-a-mapping", value=condition)
        return
    if not condition:
        yield index.loaded.finding(path, "empty-condition")
    for name, specs in condition.items():
        field = sheet.fields.get(name)
        where = (*path, name)
        if field is None:
            yield from index.unknown(
                where, "unknown-field", name, list(sheet.fields), key=True, sheet=sheet.id
            )
        elif isinstance(specs, list) and any(isinstance(s, Mapping) for s in specs):
            for at, spec in enumerate(specs):
                yield from _spec(index, (*where, at), field, spec)
        else:
            yield from _spec(index, where, field, specs)


def _spec(index: Index, path: Path, field: Field, spec: Any) -> Iterator[Finding]:
    if not isinstance(spec, Mapping):
        yield from _values(index, path, field, spec)
        return
    if not spec:
        yield index.loaded.finding(path, "empty-condition")
    for key in spec:
        yield from index.unknown((*path, key), "unknown-condition", key, KEYS, key=True)
    yield from _proof(index, path, field, spec)
    if "cells" in spec or "known" in spec:
        yield from _cells(index, path, field, spec)
        return
    if "is" in spec:
        yield from _values(index, (*path, "is"), field, spec["is"])
    for key in ("at_least", "at_most"):
        if key in spec:
            yield from _limit(index, (*path, key), field, spec[key])


def _proof(index: Index, path: Path, field: Field, spec: Mapping[str, Any]) -> Iterator[Finding]:
    if "proven_by" not in spec:
        return
    yield from index.unknown((*path, "proven_by"), "unknown-grade", spec["proven_by"], COUNTING)
    if field.derived and field.derived not in PROVABLE_DERIVED:
        yield index.loaded.finding(
            (*path, "proven_by"), "derived-not-provable", key=True, value=path_field(path)
        )


def path_field(path: Path) -> object:
    """The field that a path of a condition is about: its last name."""
    return next(p for p in reversed(path) if isinstance(p, str))


def _cells(index: Index, path: Path, field: Field, spec: Mapping[str, Any]) -> Iterator[Finding]:
    if field.kind != "cells" or "cells" not in spec or set(spec) & {"is", "at_least", "at_most"}:
        yield index.loaded.finding(path, "not-about-cells", value=path_field(path))
        return
    count, most = spec["cells"], len(field.keys) or None
    if not _is_count(count) or (most is not None and count > most):
        yield index.loaded.finding((*path, "cells"), "bad-count", value=count)
    parts = spec.get("known", [])
    if not isinstance(parts, list):
        yield index.loaded.finding((*path, "known"), "not-a-list", value=parts)
        return
    yield from index.each((*path, "known"), "unknown-cell-part", parts, list(field.cell))


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def _limit(index: Index, path: Path, field: Field, value: Any) -> Iterator[Finding]:
    """`at_least` and `at_most` compare only what has an order."""
    by_choices = field.kind == "scale" or (field.derived in ORDERED_BY_CHOICES and field.choices)
    if by_choices:
        yield from index.unknown(path, "unknown-value", value, ids(field.choices))
    elif field.kind not in ORDERED and field.derived not in ORDERED_DERIVED:
        yield index.loaded.finding(path, "not-ordered", key=True, value=path_field(path[:-1]))
    elif isinstance(value, bool) or not isinstance(value, int | float):
        yield index.loaded.finding(path, "not-a-number", value=value)


def _values(index: Index, path: Path, field: Field, spec: Any) -> Iterator[Finding]:
    """One value or several, each one that the field may hold."""
    if spec == "known":
        return
    if field.derived == "words":
        yield index.loaded.finding(path, "words-compared", value=spec)
        return
    if spec == []:
        yield index.loaded.finding(path, "empty-condition")
    for at, value in enumerate(spec if isinstance(spec, list) else [spec]):
        yield from value_of(index, (*path, at) if isinstance(spec, list) else path, field, value)


def value_of(index: Index, path: Path, field: Field, value: Any) -> Iterator[Finding]:
    """A value that stands for one that the field may hold; rows of a deal cannot be known here."""
    if isinstance(value, Mapping | list) or value is None:
        yield index.loaded.finding(path, "bad-value", value=value)
    elif field.choices:
        if isinstance(value, bool) or value not in ids(field.choices):
            yield index.loaded.finding(
                path, "unknown-value", value=value, names=[*ids(field.choices), "known"]
            )
    elif field.kind == "criterion":
        yield from index.unknown(path, "unknown-criterion", value, index.criteria)
    elif field.kind == "chain":
        yield from index.unknown(path, "unknown-chain", value, index.chains)
    elif field.kind in ("text", "number", "money", "percent", "date", "yes_no"):
        found = fields.kind(field.kind).problem(value, field, index.nobody)
        if found:
            yield Finding(*index.loaded.place(path), found.rule, "error", found.facts)
