"""The deal while it is being prepared: what the file held, plus every answer so far. Nothing is written here.

Answers are applied by key. A key is the address of what was asked (`pains/late/symptom`), with:
`sheet#new.N` for a new row, `address#grade|person|date|words` for the parts of a record of evidence,
`address=value#…` where the record proves one value of a list, and `visit/…` for the planned activity.
`!N` at the end tells two askings of the same thing apart.
"""

import re
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach.coach.reach import covered
from salescoach.deal.deal import PEOPLE
from salescoach.deal.merge import place_of
from salescoach.fields import UNKNOWN, known
from salescoach.fields import kind as field_kind

if TYPE_CHECKING:
    from salescoach.playbook.model import Field, Playbook, Stage

RECORD_KEYS: tuple[str, ...] = ("for", "value", "grade", "person", "date", "words")
ASSUMED = "none"
"""The answer "nothing proves it yet" to the question for a grade."""


class Answer(NamedTuple):
    """One confirmed answer: `act` is `value`, `unknown` or `skip`; `value` is plain data."""

    key: str
    act: str
    value: Any = None


class Key(NamedTuple):
    """A key taken apart: path, the value that a record is to prove ("" for none), and what is asked of it."""

    path: tuple[str, ...]
    value: str
    part: str

    @classmethod
    def parse(cls, key: str) -> "Key":
        """Take a key apart."""
        address, _, part = key.partition("!")[0].partition("#")
        address, _, value = address.partition("=")
        return cls(tuple(address.split("/")), value, part.partition(".")[0])


class Draft:
    """`content` is the deal as it would be written now."""

    def __init__(self, content: Mapping[str, Any], playbook: "Playbook", stage: "Stage", today: date) -> None:
        self.content: dict[str, Any] = deepcopy(dict(content))
        self.stage = stage
        self.today = today
        self.sheets = {w.id: w for w in playbook.worksheets}
        self.records: dict[str, dict[str, Any]] = {}
        self.new_rows: dict[str, str] = {}
        """Key of the asking to the id of the row it made."""

    def apply(self, answer: Answer) -> None:
        """Put one answer where it belongs."""
        key = Key.parse(answer.key)
        if answer.act == "skip" or key.part in ("table", "review"):
            return
        if key.part == "new":
            self._add_row(answer, key.path[0])
        elif key.part:
            self._note_evidence(answer, key)
        elif key.path[0] == "visit":
            self._note_visit(key.path[1:], answer)
        else:
            self._set(key.path, UNKNOWN if answer.act == "unknown" else answer.value)

    # rows and fields

    def _set(self, path: tuple[str, ...], value: Any) -> None:
        sheet = self.sheets[path[0]]
        if sheet.form is not None:
            holder = self._record_in(self.content, path[0])
            rest = path[1:]
        else:
            holder = self._row(path[0], path[1])
            rest = path[2:]
        for step in rest[:-1]:
            holder = self._record_in(holder, step)
        field = sheet.fields.get(rest[0])
        if field is not None and field.kind == "row" and isinstance(value, str) and value != UNKNOWN:
            value = self._reference(field.of, value)
        holder[rest[-1]] = value

    @staticmethod
    def _record_in(holder: dict[str, Any], name: str) -> dict[str, Any]:
        if not isinstance(holder.get(name), dict):
            holder[name] = {}
        found: dict[str, Any] = holder[name]
        return found

    def _rows(self, sheet: str) -> list[Any]:
        if not isinstance(self.content.get(sheet), list):
            self.content[sheet] = []
        found: list[Any] = self.content[sheet]
        return found

    def _row(self, sheet: str, ident: str) -> dict[str, Any]:
        for row in self._rows(sheet):
            if isinstance(row, dict) and row.get("id") == ident:
                return row
        row = {"id": ident}
        self._rows(sheet).append(row)
        return row

    def _add_row(self, answer: Answer, sheet: str) -> None:
        """A new row from a text (its title) or from a mapping of values (chosen from the library)."""
        if answer.act != "value":
            return
        title = self.sheets[sheet].row_title
        values = dict(answer.value) if isinstance(answer.value, Mapping) else {title: answer.value}
        values |= values_of_new_row(self.stage, answer.key)
        taken = {r.get("id") for r in self._rows(sheet) if isinstance(r, dict)}
        ident = new_id(str(values.pop("id", "") or values.get(title) or sheet), taken)
        self._rows(sheet).append({"id": ident, **values})
        self.new_rows[answer.key] = ident

    # evidence

    def _note_evidence(self, answer: Answer, key: Key) -> None:
        """One part of a record; a record exists from its first part on, so that a cut loses nothing."""
        name = answer.key.partition("!")[0].partition("#")[0]
        if answer.act == "unknown" or (key.part == "grade" and answer.value == ASSUMED):
            self.records.pop(name, None)
            return
        record = self.records.setdefault(name, {"for": "/".join(key.path)})
        record[key.part] = self._reference(PEOPLE, answer.value) if key.part == "person" else answer.value
        record.setdefault("grade", "customer_quote")
        record.setdefault("date", self.today.isoformat())
        proven = self._proven_value(key)
        if proven is not None:
            record["value"] = proven

    def _reference(self, sheet: str, value: str) -> str:
        """The id of a row given by id or by title; one that is not there yet becomes a row."""
        title = self.sheets[sheet].row_title
        rows = [r for r in self._rows(sheet) if isinstance(r, dict)]
        for row in rows:
            if value in (row.get("id"), row.get(title)):
                return str(row["id"])
        ident = new_id(value, {r.get("id") for r in rows})
        self._rows(sheet).append({"id": ident, title: value})
        return ident

    def _proven_value(self, key: Key) -> Any:
        """What the record must name: the value of a guarded field, or the amount in a cell (FORMAT.md §3)."""
        sheet = self.sheets.get(key.path[0])
        if sheet is None:
            return None
        rest = key.path[1:] if sheet.form is not None else key.path[2:]
        field = sheet.fields.get(rest[0]) if rest else None
        holder = self._holder(key.path, form=sheet.form is not None)
        if field is None or holder is None:
            return None
        value = holder.get(rest[0])
        if len(rest) == 2 and isinstance(value, dict):
            return _proven_in_cell(field, value.get(rest[1]), key.value)
        if key.value:
            return key.value
        guarded = bool(field.kind) and field_kind(field.kind).GUARDED
        return value if guarded and known(value) else None

    def _holder(self, path: tuple[str, ...], form: bool) -> Mapping[str, Any] | None:
        if form:
            found = self.content.get(path[0])
            return found if isinstance(found, dict) else None
        rows = self.content.get(path[0])
        match = (
            [r for r in rows if isinstance(r, dict) and r.get("id") == path[1]]
            if isinstance(rows, list)
            else []
        )
        return match[0] if match else None

    def finished(self) -> dict[str, Any]:
        """The content with the new records in place: each after the last one about the same row."""
        content = deepcopy(self.content)
        for record in self.records.values():
            if not record.get("person"):
                continue
            evidence = content.get("evidence")
            if not isinstance(evidence, list):
                evidence = content["evidence"] = []
            ordered: dict[str, Any] = {k: record[k] for k in RECORD_KEYS if k in record}
            if ordered in evidence:
                continue
            evidence.insert(place_of(evidence, ordered), ordered)
        return content

    # the visit

    def visit(self) -> dict[str, Any]:
        """The activity being planned: the next planned one, or a new one."""
        found = planned_visit(self.content, self.today)
        if found is not None:
            return found
        activities = self.content.get("activities")
        if not isinstance(activities, list):
            activities = self.content["activities"] = []
        activity = {
            "id": new_id(f"{self.today}-visit", {a.get("id") for a in activities if isinstance(a, dict)})
        }
        activity.update(kind="visit", state="planned")
        activities.append(activity)
        return activity

    def _note_visit(self, path: tuple[str, ...], answer: Answer) -> None:
        visit = self.visit()
        value = UNKNOWN if answer.act == "unknown" else answer.value
        if path[0] in ("best", "minimum"):
            commitment = self._commitment(visit, path[0])
            commitment.update(value if isinstance(value, Mapping) else {path[1]: value})
        elif path[0] == "parts":
            self._record_in(visit, "parts")[path[1]] = value
        else:
            if path[0] == "people" and isinstance(value, list):
                value = [self._reference(PEOPLE, p) for p in value]
            visit[path[0]] = value
            if path[0] == "date" and known(value):
                self._rename_by_date(visit, str(value))

    def _rename_by_date(self, visit: dict[str, Any], day: str) -> None:
        """A visit that was made up today is called by its own date once that is known."""
        if visit.get("id") == f"{self.today}-visit":
            taken = {
                a.get("id") for a in self.content["activities"] if isinstance(a, dict) and a is not visit
            }
            visit["id"] = new_id(f"{day}-visit", taken)

    @staticmethod
    def _commitment(visit: dict[str, Any], ident: str) -> dict[str, Any]:
        commitments = visit.get("commitments")
        if not isinstance(commitments, list):
            commitments = visit["commitments"] = []
        for one in commitments:
            if isinstance(one, dict) and one.get("id") == ident:
                return one
        one = {"id": ident}
        commitments.append(one)
        return one


def planned_visit(content: Mapping[str, Any], today: date) -> dict[str, Any] | None:
    """The next planned activity from today on; else the last planned one; None when there is none."""
    activities = content.get("activities")
    listed = activities if isinstance(activities, list) else []
    planned = [a for a in listed if isinstance(a, dict) and a.get("state") == "planned"]
    coming = [a for a in planned if str(a.get("date", "")) >= today.isoformat()]
    return min(coming or planned[-1:], key=lambda a: str(a.get("date", "")), default=None)


def new_id(text: str, taken: Any) -> str:
    """An id from a text: letters, digits and hyphens, or the first CJK letters; never one of `taken`."""
    latin = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")
    hanzi = "".join(re.findall(r"[㐀-鿿]", text))
    base = (hanzi[:8] if len(hanzi) > len(latin) / 2 else _words(latin, 32)) or "row"
    ident, count = base, 1
    while ident in taken:
        count += 1
        ident = f"{base}-{count}" if base.isascii() else f"{base}{'二三四五六七八九十'[min(count, 10) - 2]}"
        if not base.isascii() and count > 10:
            ident = f"row-{count}"
    return ident


def _words(latin: str, limit: int) -> str:
    """As many whole words as fit."""
    if len(latin) <= limit:
        return latin
    return latin[: limit + 1].rpartition("-")[0] or latin[:limit]


def _proven_in_cell(field: "Field", cell: Any, part: str) -> Any:
    """What a record about a cell proves: the cell's one choice, or the part (an amount) that it is to name."""
    if not field.cell:
        return cell if known(cell) else None
    value = cell.get(part) if part and isinstance(cell, Mapping) else None
    return value if known(value) else None


def values_of_new_row(stage: "Stage", key: str) -> dict[str, Any]:
    """What a row made under a key such as `commitments#new.raises-it.1` holds from the start.

    It is what makes it one of those that the criterion picks out (`which`), or the value that is lacking.
    """
    sheet, _, made_for = key.partition("#new.")
    criterion = next((c for c in stage.exit.criteria if c.id == made_for.split(".")[0]), None)
    if criterion is None:
        return {}
    wanted = made_for.split(".")[1:-1]
    place = covered(criterion, sheet)
    if wanted and place:
        return {place: wanted}
    for needs in criterion.requires:
        if needs.get("rows") == sheet:
            return {k: v for k, v in needs.get("which", {}).items() if isinstance(v, str) and "/" in v}
    return {}
