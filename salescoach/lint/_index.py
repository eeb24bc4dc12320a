"""What a playbook names, and where it says so: the ground that all families stand on."""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from salescoach import derived, requirements
from salescoach.deal.conditions import names_in
from salescoach.deal.deal import PEOPLE, ROLES, Deal
from salescoach.findings import Finding
from salescoach.playbook.load import Loaded
from salescoach.playbook.model import Choice, Criterion, Field, Playbook, Stage, Worksheet
from salescoach.yamlfile.document import Path


class Need(NamedTuple):
    """One requirement of a criterion, those within `one_of` by themselves; `path` is its place."""

    path: Path
    stage: Stage
    criterion: Criterion
    kind: str
    needs: Mapping[str, Any]


class Index:
    """A playbook's names, and findings about them."""

    def __init__(self, loaded: Loaded) -> None:
        assert loaded.playbook is not None
        self.loaded = loaded
        self.people = PEOPLE
        self.playbook: Playbook = loaded.playbook

    @cached_property
    def nobody(self) -> Deal:
        """An empty deal: what a field kind may ask of the deal around a value."""
        return Deal("", {}, self.playbook, derived)

    @cached_property
    def sheets(self) -> dict[str, Worksheet]:
        """Worksheets by id."""
        return {w.id: w for w in self.playbook.worksheets}

    @cached_property
    def tables(self) -> list[str]:
        """Ids of the worksheets that have rows."""
        return [w.id for w in self.playbook.worksheets if w.table is not None]

    @cached_property
    def forms(self) -> list[str]:
        """Ids of the worksheets that are one record."""
        return [w.id for w in self.playbook.worksheets if w.form is not None]

    @cached_property
    def criteria(self) -> list[str]:
        """Addresses `stage/criterion`."""
        return [f"{s.id}/{c.id}" for s in self.playbook.stages for c in s.exit.criteria]

    @cached_property
    def places(self) -> list[str]:
        """Fields, written `worksheet.field`."""
        return [f"{s.id}.{f}" for s in self.playbook.worksheets for f in s.fields]

    @cached_property
    def roles(self) -> list[str]:
        """The buying roles that a person may have."""
        field = self.field(PEOPLE, ROLES)
        return [str(c.id) for c in field.choices] if field else []

    @cached_property
    def stages(self) -> list[str]:
        """Ids of the stages."""
        return [s.id for s in self.playbook.stages]

    @cached_property
    def industries(self) -> list[str]:
        """Ids of the industries."""
        return [str(i.id) for i in self.playbook.industries]

    @cached_property
    def chains(self) -> list[str]:
        """Ids of the chains."""
        return [c.id for c in self.playbook.chains]

    def field(self, sheet: str, name: str) -> Field | None:
        """A field of a worksheet, None when either does not exist."""
        found = self.sheets.get(sheet)
        return found.fields.get(name) if found else None

    def fields(self) -> Iterator[tuple[Path, Worksheet, str, Field]]:
        """Every field of every worksheet, with its place; parts of cells are within."""
        for at, sheet in enumerate(self.playbook.worksheets):
            for name, field in sheet.fields.items():
                yield ("worksheets", at, "fields", name), sheet, name, field

    def needs(self) -> Iterator[Need]:
        """Every requirement of every criterion, `one_of` and what stands within it included."""
        for s, stage in enumerate(self.playbook.stages):
            for c, criterion in enumerate(stage.exit.criteria):
                path: Path = ("stages", s, "exit", "criteria", c, "requires")
                for at, needs in enumerate(criterion.requires):
                    for where, one in branches((*path, at), needs):
                        yield Need(where, stage, criterion, requirements.kind_of(one), one)

    def inputs(self, sheet: str, name: str) -> set[tuple[str, str]]:
        """The fields behind a field that are filled in, as (worksheet, field): typed in, or words of their own."""
        return set(self._inputs(sheet, name, set()))

    def _inputs(self, sheet: str, name: str, seen: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        field = self.field(sheet, name)
        if field is None or (sheet, name) in seen:
            return
        seen.add((sheet, name))
        if field.derived == "words":
            yield (sheet, str(field.parameters.get("of", name)))
            return
        if not field.derived:
            yield (sheet, name)
            return
        for other in sources(sheet, field):
            yield from self._inputs(*other, seen)

    def unknown(
        self,
        path: Path,
        rule: str,
        value: object,
        names: Collection[object],
        key: bool = False,
        **facts: object,
    ) -> Iterator[Finding]:
        """A finding when `value` is none of `names`."""
        if value not in names:
            yield self.loaded.finding(path, rule, "error", key, value=value, names=list(names), **facts)

    def each(
        self, path: Path, rule: str, values: Collection[object], names: Collection[object]
    ) -> Iterator[Finding]:
        """The same for every entry of a list."""
        for at, value in enumerate(values):
            yield from self.unknown((*path, at), rule, value, names)


def branches(path: Path, needs: Mapping[str, Any]) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """A requirement, and those it offers as alternatives."""
    yield path, needs
    inner = needs.get("one_of")
    for at, one in enumerate(inner if isinstance(inner, list) else []):
        if isinstance(one, Mapping):
            yield (*path, "one_of", at), one


def sources(sheet: str, field: Field) -> list[tuple[str, str]]:
    """The fields that a derived field reads, as (worksheet, field); [] where its parameters are wrong."""
    if field.derived not in derived.names():
        return []
    try:
        found = [(sheet, str(name)) for name in derived.inputs(field)]
    except (KeyError, TypeError):
        return []
    for name, parameter in derived.kind(field.derived).PARAMETERS.items():
        value = field.parameters.get(name)
        if parameter.type == "place" and isinstance(value, str):
            found.append(split(value))
        elif parameter.type == "condition":
            found += [
                (split(str(field.parameters.get(parameter.of)))[0], str(other)) for other in names_in(value)
            ]
    return found


def split(place: str) -> tuple[str, str]:
    """`worksheet.field` taken apart."""
    sheet, _, name = place.partition(".")
    return sheet, name


def parts(target: str) -> tuple[str, str, str]:
    """Worksheet, field and key of what a question reveals: `worksheet.field`, `worksheet.field.key`, `…=value`."""
    sheet, _, rest = target.partition("=")[0].partition(".")
    name, _, key = rest.partition(".")
    return sheet, name, key


def ids(choices: Collection[Choice]) -> list[object]:
    """Ids of choices, as they stand."""
    return [c.id for c in choices]
