"""A criterion must not hold by typing alone: on every way to fulfil it the customer's evidence is needed."""

from collections.abc import Iterator, Mapping
from typing import Any

from salescoach import requirements
from salescoach.deal.conditions import alternatives, names_in
from salescoach.findings import Finding
from salescoach.lint._index import Index, sources
from salescoach.playbook.load import Loaded
from salescoach.playbook.model import Field, Worksheet


def check(loaded: Loaded) -> Iterator[Finding]:
    """Each criterion: at least one of its requirements proves something."""
    index = Index(loaded)
    for s, stage in enumerate(index.playbook.stages):
        for c, criterion in enumerate(stage.exit.criteria):
            if not any(_proves(index, needs) for needs in criterion.requires):
                path = ("stages", s, "exit", "criteria", c, "id")
                yield loaded.finding(path, "typed-data-passes", value=f"{stage.id}/{criterion.id}")


def _proves(index: Index, needs: Mapping[str, Any]) -> bool:
    kind = requirements.kind_of(needs)
    if kind == "one_of":
        branches = needs["one_of"]
        return isinstance(branches, list) and all(
            isinstance(n, Mapping) and _proves(index, n) for n in branches
        )
    if kind in ("evidence", ""):
        return True
    if kind == "covers":
        return "proven_by" in needs
    sheet = index.sheets.get(str(needs[kind]))
    ways = alternatives(needs.get("have"))
    if sheet is None:
        return True
    return all(_way_proves(sheet, way, names_in(needs.get("which"))) for way in ways)


def _way_proves(sheet: Worksheet, have: Mapping[str, Any], which: list[str]) -> bool:
    """Whether one condition asks for proof of a field that is bound to exist."""
    present = _present(sheet, {*have, *which})
    return any(
        _entry_proves(sheet, name, specs) and _exists(sheet, name, present) for name, specs in have.items()
    )


def _present(sheet: Worksheet, names: set[str]) -> set[str]:
    """The fields that a condition names, with those that they are computed from."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        field = sheet.fields.get(name)
        if field is not None and name not in found:
            found.add(name)
            waiting += [other for where, other in sources(sheet.id, field) if where == sheet.id]
    return found


def _exists(sheet: Worksheet, name: str, present: set[str]) -> bool:
    """Whether a field is bound to exist: one that does not exist is skipped, and its proof with it."""
    field = sheet.fields.get(name)
    return (
        field is None or field.only_if is None or any(set(a) <= present for a in alternatives(field.only_if))
    )


def _entry_proves(sheet: Worksheet, name: str, specs: Any) -> bool:
    field = sheet.fields.get(name)
    if field is None or _asks_proof(field, specs):
        return True
    return (
        field.derived == "ladder"
        and any(_climbs(field, spec) for spec in _each(specs))
        and _first_rung_proves(sheet, field)
    )


def _asks_proof(field: Field, specs: Any) -> bool:
    """Whether an entry asks for proof itself: words are never there without it."""
    return field.derived == "words" or any(isinstance(s, Mapping) and "proven_by" in s for s in _each(specs))


def _each(specs: Any) -> list[Any]:
    """The specifications of one field, all of which must hold."""
    several = isinstance(specs, list) and any(isinstance(s, Mapping) for s in specs)
    return specs if several else [specs]


def _climbs(field: Field, spec: Any) -> bool:
    """Whether only rungs above the start will do."""
    if isinstance(spec, Mapping):
        spec = spec.get("is", spec.get("at_least", "known"))
    wanted = spec if isinstance(spec, list) else [spec]
    return "known" not in wanted and field.parameters.get("start") not in wanted


def _first_rung_proves(sheet: Worksheet, field: Field) -> bool:
    rungs = field.parameters.get("rungs")
    first = rungs[0] if isinstance(rungs, list) and rungs and isinstance(rungs[0], Mapping) else {}
    ways = alternatives(first.get("have"))
    return bool(ways) and all(
        any(n in sheet.fields and _asks_proof(sheet.fields[n], s) for n, s in way.items()) for way in ways
    )
