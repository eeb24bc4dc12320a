"""The parameters of requirements, derived fields and rows of rubrics, held against what each kind declares."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from salescoach import requirements
from salescoach.deal.evidence import COUNTING
from salescoach.findings import Finding
from salescoach.lint import _conditions
from salescoach.lint._index import Index, ids, split
from salescoach.playbook.model import Field, Worksheet
from salescoach.playbook.parameters import Parameter
from salescoach.yamlfile.document import Path


class Given(NamedTuple):
    """The parameters of one use of a kind; `sheet` is the worksheet it stands in, None outside of worksheets.

    `acts`: those that a row of a rubric may count.
    """

    book: Index
    path: Path
    values: Mapping[str, Any]
    declared: Mapping[str, Parameter]
    sheet: Worksheet | None = None
    choices: tuple[object, ...] = ()
    acts: tuple[str, ...] = ()


def check(given: Given, kind: str) -> Iterator[Finding]:
    """Unknown, missing and wrong ones."""
    find = given.book.loaded.finding
    for name in given.values:
        if name not in given.declared:
            names = list(given.declared)
            yield find((*given.path, name), "unknown-parameter", key=True, value=name, kind=kind, names=names)
    for name, parameter in given.declared.items():
        if name in given.values:
            yield from _TYPES[parameter.type](given, name, parameter)
        elif parameter.required:
            yield find(given.path, "missing-parameter", value=name, kind=kind)


def _text(given: Given, name: str) -> Iterator[Finding]:
    if not isinstance(given.values[name], str):
        yield given.book.loaded.finding((*given.path, name), "not-text", value=given.values[name])


def _named(given: Given, name: str, rule: str, names: list[str]) -> Iterator[Finding]:
    yield from given.book.unknown((*given.path, name), rule, given.values[name], names)


def _table(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    yield from _named(given, name, "unknown-table", given.book.tables)


def _form(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    yield from _named(given, name, "unknown-form", given.book.forms)


def _field(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    if given.sheet is not None:
        path, names = (*given.path, name), list(given.sheet.fields)
        yield from given.book.unknown(path, "unknown-field", given.values[name], names, sheet=given.sheet.id)


def _place(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    yield from _named(given, name, "unknown-place", given.book.places)


def _condition(given: Given, name: str, parameter: Parameter) -> Iterator[Finding]:
    sheet = given.book.sheets.get(split(str(given.values.get(parameter.of)))[0])
    if sheet is not None:
        yield from _conditions.check(given.book, (*given.path, name), sheet, given.values[name])


def _count(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    value = given.values[name]
    words = ("all",) if "covers" in given.declared else ("half", "all")
    if value not in words and not _is_whole(value, 1):
        yield given.book.loaded.finding((*given.path, name), "bad-count", value=value)


def _number(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    if not _is_whole(given.values[name], 0):
        yield given.book.loaded.finding((*given.path, name), "not-a-whole-number", value=given.values[name])


def _is_whole(value: Any, least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def _grade(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    yield from _named(given, name, "unknown-grade", list(COUNTING))


def _list(given: Given, name: str) -> list[Any] | None:
    value = given.values[name]
    return value if isinstance(value, list) and value else None


def _not_a_list(given: Given, name: str) -> Iterator[Finding]:
    yield given.book.loaded.finding((*given.path, name), "not-a-list", value=given.values[name])


def _roles(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    roles = _list(given, name)
    if roles is None:
        yield from _not_a_list(given, name)
        return
    yield from given.book.each((*given.path, name), "unknown-role", roles, given.book.roles)


def _values(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    """The values of `covers`: among the choices of the field that its place names."""
    values = _list(given, name)
    if values is None:
        yield from _not_a_list(given, name)
        return
    field = given.book.field(*split(str(given.values.get("covers"))))
    if field is not None:
        yield from given.book.each((*given.path, name), "unknown-value", values, ids(field.choices))
        wanted = given.values.get("at_least")
        if _is_whole(wanted, len(values) + 1):
            yield given.book.loaded.finding((*given.path, "at_least"), "bad-count", value=wanted)


def _requirements(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    """Each alternative is a requirement, none of them a list of alternatives again."""
    branches = _list(given, name)
    if branches is None:
        yield from _not_a_list(given, name)
        return
    for at, one in enumerate(branches):
        where = (*given.path, name, at)
        if not isinstance(one, Mapping):
            yield given.book.loaded.finding(where, "not-a-mapping", value=one)
        elif requirements.kind_of(one) == "one_of":
            yield given.book.loaded.finding(where, "nested-one-of")


RUNG = ("reach", "have", "optional")


def _rungs(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    rungs = _list(given, name)
    if rungs is None:
        yield from _not_a_list(given, name)
        return
    for at, rung in enumerate(rungs):
        where = (*given.path, name, at)
        if not isinstance(rung, Mapping):
            yield given.book.loaded.finding(where, "not-a-mapping", value=rung)
            continue
        for key in rung:
            if key not in RUNG:
                names = list(RUNG)
                yield given.book.loaded.finding(
                    (*where, key), "unknown-key", key=True, key_name=key, names=names
                )
        for key in RUNG[:2]:
            if key not in rung:
                yield given.book.loaded.finding(where, "missing-key", key_name=key)
        yield from _result(given, (*where, "reach"), rung.get("reach"))
        if not isinstance(rung.get("optional", False), bool):
            yield given.book.loaded.finding((*where, "optional"), "not-yes-no", value=rung["optional"])
        if given.sheet is not None and "have" in rung:
            yield from _conditions.check(given.book, (*where, "have"), given.sheet, rung["have"])


BAND = ("from", "gives")


def _bands(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    """Each band begins later than the one before it."""
    bands = _list(given, name)
    if bands is None:
        yield from _not_a_list(given, name)
        return
    begun: list[int] = []
    for at, band in enumerate(bands):
        where = (*given.path, name, at)
        if not isinstance(band, Mapping):
            yield given.book.loaded.finding(where, "not-a-mapping", value=band)
            continue
        for key in [k for k in band if k not in BAND]:
            yield given.book.loaded.finding((*where, key), "unknown-key", key=True, key_name=key, names=BAND)
        for key in [k for k in BAND if k not in band]:
            yield given.book.loaded.finding(where, "missing-key", key_name=key)
        first = band.get("from", 0)
        if not isinstance(first, int) or isinstance(first, bool):
            yield given.book.loaded.finding((*where, "from"), "not-a-whole-number", value=first)
        elif begun and first <= begun[-1]:
            yield given.book.loaded.finding((*where, "from"), "band-too-early", value=first, before=begun[-1])
        else:
            begun.append(first)
        yield from _result(given, (*where, "gives"), band.get("gives"))


def _gives(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    """Both axes of a grid name what their fields may hold; the results are the field's choices."""
    value = given.values[name]
    for down, line in value.items() if isinstance(value, Mapping) else ():
        where = (*given.path, name, down)
        yield from _axis(given, "down", where, down)
        if not isinstance(line, Mapping):
            yield given.book.loaded.finding(where, "not-a-mapping", value=line)
            continue
        for across, result in line.items():
            yield from _axis(given, "across", (*where, across), across)
            yield from _result(given, (*where, across), result)
    if not isinstance(value, Mapping):
        yield given.book.loaded.finding((*given.path, name), "not-a-mapping", value=value)


def _axis(given: Given, axis: str, path: Path, key: str) -> Iterator[Finding]:
    field = given.sheet.fields.get(str(given.values.get(axis))) if given.sheet is not None else None
    if field is None:
        return
    choices = ids(field.choices)
    if "high_from" in given.values and (not choices or all(isinstance(c, int) for c in choices)):
        choices = ["high", "low"]
    if choices:
        yield from given.book.unknown(path, "unknown-value", key, choices, key=True)


def _result(given: Given, path: Path, result: Any) -> Iterator[Finding]:
    """What is computed is one of the field's choices, where it has any."""
    if given.choices and result is not None:
        yield from given.book.unknown(path, "unknown-result", result, given.choices)


def _start(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    yield from _text(given, name)
    yield from _result(given, (*given.path, name), given.values[name])


def _acts(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    acts = _list(given, name)
    if acts is None:
        yield from _not_a_list(given, name)
        return
    yield from given.book.each((*given.path, name), "unknown-act", acts, given.acts)


def _reveals(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    yield from _named(given, name, "unknown-place", [*given.book.sheets, *given.book.places])


SPREADS = ("rows", "keys")


def _spread(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    value = given.values[name]
    if value not in SPREADS:
        yield given.book.loaded.finding((*given.path, name), "not-a-choice", value=value, choices=SPREADS)


def _times(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    if not _is_whole(given.values[name], 1):
        yield given.book.loaded.finding((*given.path, name), "not-a-count", value=given.values[name])


def _yes_no(given: Given, name: str, _: Parameter) -> Iterator[Finding]:
    if not isinstance(given.values[name], bool):
        yield given.book.loaded.finding((*given.path, name), "not-yes-no", value=given.values[name])


_TYPES: dict[str, Callable[[Given, str, Parameter], Iterator[Finding]]] = {
    "table": _table,
    "form": _form,
    "field": _field,
    "place": _place,
    "condition": _condition,
    "count": _count,
    "number": _number,
    "grade": _grade,
    "roles": _roles,
    "values": _values,
    "requirements": _requirements,
    "rungs": _rungs,
    "gives": _gives,
    "bands": _bands,
    "text": _start,
    "acts": _acts,
    "reveals": _reveals,
    "spread": _spread,
    "times": _times,
    "yes_no": _yes_no,
}
"""One check for each of `parameters.TYPES`."""


def of_field(
    index: Index, path: Path, sheet: Worksheet, field: Field, declared: Mapping[str, Parameter]
) -> Given:
    """The parameters of a derived field."""
    return Given(index, path, field.parameters, declared, sheet, tuple(ids(field.choices)))
