"""A deal as its playbook's worksheets declare it: rows, values, names; and a standpoint to judge it from."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from salescoach import fields
from salescoach.deal.evidence import COUNTING, UNPROVEN, Proof, Record, Want, read_records, weigh
from salescoach.fields import EXIT, FULL, LIGHT, MISSING, UNKNOWN, known
from salescoach.memo import by_identity
from salescoach.text import pick

if TYPE_CHECKING:
    from salescoach.playbook.model import Field, Playbook, Stage, Worksheet

PEOPLE = "people"
"""The table of the customer's people: the one worksheet that every playbook has."""
ROLES = "buying_roles"
LISTS = ("choices", "texts")
"""Kinds whose one value may stand without a list; it is read as a list of one."""


class Row(NamedTuple):
    """A row of a table, or a form's one record (`id` is ""); `at` is its index in the deal's list."""

    sheet: "Worksheet"
    id: str
    cells: Mapping[str, Any]
    at: int = -1

    def address(self, field: str, *parts: str) -> str:
        """The place of a field in the deal: `pains/late/symptom`, `approval/reference`."""
        start = f"{self.sheet.id}/{self.id}/{field}" if self.id else f"{self.sheet.id}/{field}"
        return "/".join((start, *parts)) if parts else start


class Spot(NamedTuple):
    """What an address is about: a field of a row, or nothing of a worksheet (a criterion, the visit)."""

    field: "Field | None"
    row: Row | None
    name: str


class Derived(Protocol):
    """How derived fields are computed: given to a deal by the layer above, which has one file a kind."""

    def compute(self, field: "Field", row: Row, view: "View") -> Any:
        """The field's value in `row`, MISSING when it cannot be told."""

    def inputs(self, field: "Field") -> Sequence[str]:
        """The fields of the same row that the value is computed from."""

    def possible(self, field: "Field", row: Row, view: "View") -> Collection[Any] | None:
        """The results that the inputs known so far still allow; None when any is."""


class Deal:
    """One deal, read-only. Wrong values count as missing here; `deal/check.py` says what is wrong.

    `worksheets` and `stages` are the playbook's, by id; the stages in the order of the funnel.
    """

    def __init__(
        self, ident: str, content: Mapping[str, Any], playbook: "Playbook", derived: Derived
    ) -> None:
        self.ident = ident
        self.content = content
        self.playbook = playbook
        self.derived = derived
        self.worksheets = _worksheets(playbook)
        self.stages = _stages(playbook)
        self._rows: dict[str, list[Row]] = {}
        self._by_id: dict[str, dict[str, Row]] = {}
        self._ids: dict[str, Collection[str]] = {}
        self._problems: dict[int, tuple[Mapping[str, Any], dict[str, fields.Problem]]] = {}
        self._views: dict[tuple[date, bool], View] = {}

    def seen(self, on: date, quote_alone: bool = True) -> "View":
        """The deal as of a day, the same standpoint for everybody who asks: what one worked out serves the next."""
        key = (on, quote_alone)
        if key not in self._views:
            self._views[key] = View(self, on, quote_alone)
        return self._views[key]

    def forget(self) -> None:
        """Let go of what was worked out: it points back at the deal, and many deals are judged without a collector."""
        self._views.clear()

    @property
    def rigour(self) -> str:
        """`light` or `full`; full where nothing is said."""
        return LIGHT if self.content.get("rigour") == LIGHT else FULL

    @cached_property
    def stage(self) -> "Stage | None":
        """The stage being worked on, or None when the playbook has no such stage."""
        return self.stages.get(str(self.content.get("stage")))

    @property
    def industry(self) -> str:
        """The customer's industry, or ""."""
        return str(self.content.get("industry") or "")

    def say(self, key: str) -> str:
        """A top-level text of the deal (`customer`, `title`, `currency` …), "" when it is none."""
        value = self.content.get(key)
        return str(value) if isinstance(value, str | int | float) and value != UNKNOWN else ""

    def rows(self, sheet: str) -> list[Row]:
        """A table's rows, or a form's one record (there even when it is still empty)."""
        found = self._rows.get(sheet)
        if found is None:
            worksheet = self.worksheets.get(sheet)
            found = list(_read_rows(worksheet, self.content.get(sheet))) if worksheet is not None else []
            self._rows[sheet] = found
        return found

    def by_id(self, sheet: str) -> dict[str, Row]:
        """A table's rows by id, the first of each; a form's one record by ""."""
        found = self._by_id.get(sheet)
        if found is None:
            found = self._by_id[sheet] = {}
            for row in self.rows(sheet):
                found.setdefault(row.id, row)
        return found

    def row(self, sheet: str, ident: str) -> Row | None:
        """One row by its id (a form's is "")."""
        return self.by_id(sheet).get(ident)

    def spot(self, address: str) -> Spot:
        """The field and the row at an address."""
        path = address.split("/")
        sheet = self.worksheets.get(path[0])
        if sheet is None or len(path) < 2:
            return Spot(None, None, "")
        at = 1 if sheet.form is not None else 2
        name = path[at] if len(path) > at else ""
        row = self.row(sheet.id, "" if sheet.form is not None else path[1])
        return Spot(sheet.fields.get(name), row, name)

    def typed(self, row: Row, name: str) -> Any:
        """A typed-in value: MISSING, UNKNOWN or a right one."""
        value = row.cells.get(name, MISSING)
        field = row.sheet.fields.get(name)
        if value is MISSING or value is None or value == UNKNOWN or field is None:
            return MISSING if value is None or field is None else value
        if name in self.problems(row):
            return MISSING
        return [value] if field.kind in LISTS and not isinstance(value, list) else value

    def problems(self, row: Row) -> Mapping[str, fields.Problem]:
        """What is wrong with the typed-in values of a row, by field; found once."""
        cells = row.cells
        found = self._problems.get(id(cells))
        if found is None:
            found = self._problems[id(cells)] = (cells, self._problems_in(row))
        return found[1]

    def _problems_in(self, row: Row) -> dict[str, fields.Problem]:
        found = {}
        declared = row.sheet.fields
        for name, value in row.cells.items():
            if value is None or value == UNKNOWN or name not in declared:
                continue
            field = declared[name]
            try:
                problem = fields.kind(field.kind).problem(value, field, self)
            except KeyError:  # a field kind that there is not: lint says so
                problem = fields.Problem("unknown-kind", {})
            if problem is not None:
                found[name] = problem
        return found

    @cached_property
    def records(self) -> list[Record]:
        """The deal's evidence."""
        return read_records(self.content.get("evidence"))

    @cached_property
    def _records_by_address(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = {}
        for record in self.records:
            for address in record.addresses:
                found.setdefault(address, []).append(record)
        return found

    @cached_property
    def told_again(self) -> dict[str, list[Record]]:
        """The records of each address that has several."""
        return {a: records for a, records in self._records_by_address.items() if len(records) > 1}

    @cached_property
    def last_shown(self) -> date:
        """The day of the latest record."""
        return max((r.day for r in self.records if r.day), default=date.min)

    def records_for(self, address: str) -> list[Record]:
        """The records whose `for` names `address`, in the deal's order."""
        return self._records_by_address.get(address, [])

    def people_with(self, roles: Collection[str]) -> set[str]:
        """Ids of the people who hold one of the buying roles."""
        return {r.id for r in self.rows(PEOPLE) if set(self.roles(r.id)) & set(roles)}

    def roles(self, person: str) -> list[str]:
        """The buying roles of a person, [] when none is known."""
        row = self.row(PEOPLE, person)
        value = self.typed(row, ROLES) if row else MISSING
        return value if isinstance(value, list) else []

    @property
    def activities(self) -> list[Mapping[str, Any]]:
        """The contacts with the customer that can be read, in the deal's order."""
        entries = self.content.get("activities")
        return [a for a in entries if isinstance(a, dict)] if isinstance(entries, list) else []

    def ids(self, of: str) -> Collection[str]:
        """Ids that a reference may hold: of a table's rows, "chains", EXIT, "team"."""
        found = self._ids.get(of)
        if found is None:
            found = self._ids[of] = self._ids_of(of)
        return found

    def _ids_of(self, of: str) -> Collection[str]:
        if of == "chains":
            return _chains(self.playbook)
        if of == EXIT:
            return _criteria(self.playbook)
        if of == "team":
            return [str(m.get("id")) for m in self.team]
        return self.by_id(of).keys()

    @property
    def team(self) -> list[Mapping[str, Any]]:
        """Our people on this deal."""
        entries = self.content.get("team")
        return [m for m in entries if isinstance(m, dict)] if isinstance(entries, list) else []

    def name(self, of: str, ident: str, language: str) -> str:
        """What a person calls an id of `ids(of)`."""
        if of == "chains":
            found = next((c.symptom for c in self.playbook.chains if c.id == ident), ident)
            return pick(found, language)
        if of == EXIT:
            stage, _, wanted = ident.partition("/")
            criteria = self.stages[stage].exit.criteria if stage in self.stages else []
            return next((pick(c.title, language) for c in criteria if c.id == wanted), ident)
        if of == "team":
            return next((str(m.get("name") or ident) for m in self.team if m.get("id") == ident), ident)
        row = self.row(of, ident)
        return self.title(row, language) if row else ident

    def title(self, row: Row, language: str) -> str:
        """What a row is called: its title field where that is known, else its chain or its id."""
        value = self.typed(row, row.sheet.row_title) if row.sheet.row_title else MISSING
        if known(value):
            return str(value)
        chain = next((n for n, f in row.sheet.fields.items() if f.kind == "chain"), "")
        if chain and known(found := self.typed(row, chain)):
            return self.name("chains", found, language)
        return row.id or pick(row.sheet.form, language)

    def person(self, ident: str) -> str:
        """A customer person's name."""
        return self.name(PEOPLE, ident, "en")


@by_identity
def _lifetimes(playbook: "Playbook") -> dict[str, int]:
    return {str(grade): days for grade, days in playbook.evidence_expires.items()}


@by_identity
def _worksheets(playbook: "Playbook") -> dict[str, "Worksheet"]:
    return {w.id: w for w in playbook.worksheets}


@by_identity
def _stages(playbook: "Playbook") -> dict[str, "Stage"]:
    return {s.id: s for s in playbook.stages}


@by_identity
def _chains(playbook: "Playbook") -> dict[str, None]:
    return {c.id: None for c in playbook.chains}


@by_identity
def _criteria(playbook: "Playbook") -> dict[str, None]:
    return {f"{s.id}/{c.id}": None for s in playbook.stages for c in s.exit.criteria}


def _read_rows(sheet: "Worksheet", content: Any) -> Iterator[Row]:
    if sheet.form is not None:
        yield Row(sheet, "", content if isinstance(content, dict) else {})
        return
    for at, entry in enumerate(content if isinstance(content, list) else []):
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            yield Row(sheet, entry["id"], entry, at)


class View:
    """A deal seen on a day, for one judgement: an exit already left is seen on the day it was left.

    Without `ages` evidence does not grow old: what was once said or shown, be it as of today or not.
    """

    def __init__(self, deal: Deal, on: date, quote_alone: bool = True, ages: bool = True) -> None:
        self.deal = deal
        self.on = on
        self.quote_alone = quote_alone
        self.ages = ages
        self._lifetimes = _lifetimes(deal.playbook) if ages else {}
        self._values: dict[tuple[str, str, str], Any] = {}
        self._is_past = bool(deal.told_again) and on < deal.last_shown

    def value(self, row: Row, name: str) -> Any:
        """A value, typed or derived: MISSING, UNKNOWN, or what is known."""
        field = row.sheet.fields.get(name)
        if field is None or not field.derived:
            return self._as_it_was(row, name) if self._is_past else self.deal.typed(row, name)
        if not self.quote_alone:
            return self._plain.value(row, name)
        key = (row.sheet.id, row.id, name)
        found = self._values.get(key, self)  # itself stands for "not asked yet"
        if found is self:
            self._values[key] = MISSING  # a derived field that asks for itself gets no answer
            found = self._values[key] = self.deal.derived.compute(field, row, self)
        return found

    def _as_it_was(self, row: Row, name: str) -> Any:
        """A typed value as it was on the day: what the customer showed only later was not so yet.

        A person who is closer to us today was interacting when the stage was left; that exit stays earned.
        """
        value = self.deal.typed(row, name)
        records = self.deal.told_again.get(row.address(name), ())
        if not records or not known(value) or isinstance(value, list | dict):
            return value
        shown = [r for r in records if r.day and r.grade in COUNTING]
        before = [r for r in shown if r.day and r.day <= self.on and r.value is not MISSING]
        if before and any(r.day and r.day > self.on and r.value == value for r in shown):
            return max(before, key=lambda r: (r.day, r.at)).value
        return value

    @cached_property
    def _plain(self) -> "View":
        """The same day, where one quote proves: what a person said stays said in every stage."""
        return self.deal.seen(self.on) if self.ages else View(self.deal, self.on, ages=False)

    def proof(self, address: str, want: Want) -> Proof:
        """What proves `want` at `address`, seen from here."""
        records = self.deal.records_for(address)
        if not records:
            return UNPROVEN
        return weigh(records, want, self.deal.ids(PEOPLE), self.on, self._lifetimes, self.quote_alone)
