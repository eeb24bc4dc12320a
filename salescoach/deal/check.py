"""What is wrong in a deal file, held against its playbook's worksheets: every fault, each with its place."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from salescoach import fields
from salescoach.deal.conditions import exists
from salescoach.deal.deal import PEOPLE, Deal, Row, View
from salescoach.deal.evidence import COUNTING, GRADES
from salescoach.fields import RIGOURS, UNKNOWN
from salescoach.findings import Finding
from salescoach.memo import by_identity
from salescoach.text import parse_day

if TYPE_CHECKING:
    from salescoach.playbook.model import Field, Playbook, Worksheet
    from salescoach.yamlfile.document import Document, Path

FIXED = (
    "format", "playbook", "playbook_version", "customer", "title", "industry", "owner", "stage", "rigour",
    "late_entry", "result", "result_reason", "result_date", "amount", "currency", "close_date", "team",
    "evidence", "activities", "stage_history", "waivers",
)  # fmt: skip
"""The top-level keys that every deal has, whatever its playbook (FORMAT.md §3)."""
UNREAD = ("not-finite", "number-too-long")
"""What is wrong with a number that stays as its text."""
CHOICES = {"rigour": RIGOURS, "result": ("open", "won", "lost", "suspended")}
NEEDED = ("playbook", "customer", "stage")
DAYS = ("result_date", "close_date")
TEXTS = ("customer", "title", "owner", "currency", "industry")
EVIDENCE = ("for", "value", "grade", "person", "date", "words", "source")
ACTIVITY = (
    "id", "kind", "state", "date", "time", "minutes", "place", "people", "team", "objective", "reason",
    "commitments", "stop_if", "objections", "tasks", "parts", "questions", "plan", "effective", "summary",
)  # fmt: skip
ACTIVITY_CHOICES = {
    "kind": ("visit", "call", "message", "mail", "event"),
    "state": ("planned", "done", "cancelled"),
}
ACTIVITY_TEXT = ("place", "objective", "reason", "stop_if")
ACTIVITY_TEXTS = ("objections", "tasks")
MOST_MINUTES = 24 * 60
COMMITMENT = ("id", "person", "action", "moves", "costs", "by")
COSTS = ("effort", "access", "information", "money", "reputation")
TEAM = ("id", "name", "part", "level", "email")
HISTORY = ("stage", "entered", "left", "by", "reason")
WAIVER = ("for", "reason", "by", "until")
ENTRY_DAYS = ("date", "entered", "left", "until")
"""Keys that hold a date in the entries of every fixed list that has them."""

KEYS_AT_FAULT = ("no-such-cell", "unknown-key")
"""Problems of a field that lie in a key of it, and not in a value."""

ID = r"[a-z0-9][a-z0-9_-]*|[a-z0-9_\-\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff]+"
_LATIN_ID = re.compile(ID.partition("|")[0])
TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


@lru_cache(4096)
def is_id(word: str) -> bool:
    """Whether a word may be an id. The pattern of Han letters takes long to compile, and few files need it."""
    return bool(_LATIN_ID.fullmatch(word) or re.fullmatch(ID, word))


@by_identity
def _top_keys(playbook: "Playbook") -> dict[str, None]:
    return dict.fromkeys([*FIXED, *(sheet.id for sheet in playbook.worksheets)])


@by_identity
def _usual(sheet: "Worksheet") -> frozenset[str]:
    """The keys of a row in which nothing but a wrong value can be at fault."""
    special = {name for name, field in sheet.fields.items() if field.derived or field.only_if is not None}
    return frozenset({"id", *sheet.fields} - special)


class Checker:
    """Collects the findings of one file: what stands in `part`, held against all of `view.deal`."""

    def __init__(self, document: "Document", part: Deal, view: View) -> None:
        self.document = document
        self.part = part
        self.deal = view.deal
        self.view = view

    def find(
        self, path: "Path", rule: str, level: str = "error", key: bool = False, **facts: object
    ) -> Finding:
        """A finding at a place of the file."""
        return Finding(self.document.path, *self.document.place(path, key), rule, level, facts)

    def check(self) -> Iterator[Finding]:
        """Everything that is wrong, in no particular order."""
        content = self.part.content
        yield from self._keys((), content, _top_keys(self.deal.playbook))
        for key in NEEDED:
            asked = self.part is self.deal or key in content
            if asked and not isinstance(content.get(key), str):
                yield self.find((key,), "missing-key", key_name=key)
        yield from self._top(content)
        for ident, sheet in self.deal.worksheets.items():
            if content.get(ident) is not None:
                yield from self._worksheet(sheet, content[ident])
        yield from self._list("team", content.get("team"), TEAM, needs_id=True)
        yield from self._list("stage_history", content.get("stage_history"), HISTORY)
        yield from self._list("waivers", content.get("waivers"), WAIVER)
        yield from self._evidence(content.get("evidence"))
        yield from self._activities(content.get("activities"))

    def _top(self, content: Mapping[str, Any]) -> Iterator[Finding]:
        stage = content.get("stage")
        if isinstance(stage, str) and stage not in self.deal.stages:
            names = list(self.deal.stages)
            yield self.find(("stage",), "no-such-stage", value=stage, names=names)
        yield from self._choices((), content, CHOICES)
        for key in DAYS:
            if content.get(key) not in (None, UNKNOWN) and not parse_day(content[key]):
                yield self.find((key,), "not-a-date", value=content[key])
        amount = content.get("amount")
        if amount not in (None, UNKNOWN):
            yield from self._problem(("amount",), "money", amount)
        yield from self._texts((), content, TEXTS)
        owner = content.get("owner")
        if isinstance(owner, str) and self.deal.team:
            yield from self._reference(("owner",), owner, "team")

    def _problem(
        self, path: "Path", kind: str, value: Any, field: "Field | None" = None
    ) -> Iterator[Finding]:
        found = fields.kind(kind).problem(value, field, self.deal)  # type: ignore[arg-type]
        if found:
            yield self._told(path, found)

    def _told(self, path: "Path", found: fields.Problem) -> Finding:
        # criteria stand in the playbook: "add it there" would be no cure in a deal
        rule = "no-such-criterion" if found.facts.get("table") == fields.EXIT else found.rule
        place = self.document.place((*path, *found.at), key=rule in KEYS_AT_FAULT)
        return Finding(self.document.path, *place, rule, "error", found.facts)

    def _keys(self, path: "Path", record: Mapping[str, Any], names: Collection[str]) -> Iterator[Finding]:
        for key in record:
            if key not in names:
                yield self.find((*path, key), "unknown-key", key=True, key_name=key, names=list(names))

    def _texts(self, path: "Path", record: Mapping[str, Any], keys: Collection[str]) -> Iterator[Finding]:
        for key in keys:
            value = record.get(key)
            if value is not None and not isinstance(value, str):
                yield self.find((*path, key), "not-text", value=value)

    def _reference(self, path: "Path", value: Any, table: str, key: bool = False) -> Iterator[Finding]:
        if not self._is_in(table, value):
            names = sorted(self.deal.ids(table))
            yield self.find(path, "no-such-row", key=key, value=value, table=table, names=names)

    def _is_in(self, table: str, value: Any) -> bool:
        return isinstance(value, str) and value in self.deal.ids(table)

    def _not_a_list(self, path: "Path", value: Any) -> Iterator[Finding]:
        if value not in (None, UNKNOWN) and not isinstance(value, list):
            yield self.find(path, "not-a-list", value=value)

    def _choices(
        self, path: "Path", record: Mapping[str, Any], choices: Mapping[str, Collection[str]]
    ) -> Iterator[Finding]:
        for key, allowed in choices.items():
            value = record.get(key)
            if value is not None and value not in allowed:
                yield self.find(
                    (*path, key), "not-a-choice", value=value, choices=list(allowed), names=list(allowed)
                )

    # worksheets

    def _worksheet(self, sheet: "Worksheet", content: Any) -> Iterator[Finding]:
        if sheet.form is not None:
            if not isinstance(content, dict):
                yield self.find((sheet.id,), "not-a-mapping", value=content)
                return
            yield from self._row(self.part.rows(sheet.id)[0], (sheet.id,))
            return
        if not isinstance(content, list):
            yield self.find((sheet.id,), "not-a-list", value=content)
            return
        yield from self._ids(sheet.id, content)
        for row in self.part.rows(sheet.id):
            yield from self._row(row, (sheet.id, row.at))

    def _ids(self, name: str, entries: list[Any]) -> Iterator[Finding]:
        """Every entry a mapping with an id of its own."""
        first: dict[str, int] = {}
        for at, entry in enumerate(entries):
            if not isinstance(entry, dict):
                yield self.find((name, at), "not-a-mapping", value=entry)
                continue
            ident = entry.get("id")
            if not isinstance(ident, str) or not is_id(ident):
                yield self.find(
                    (name, at, "id"), "bad-id" if "id" in entry else "missing-key", value=ident, key_name="id"
                )
            elif ident in first:
                line = self.document.line((name, first[ident], "id"))
                yield self.find((name, at, "id"), "duplicate-id", value=ident, first=line)
            else:
                first[ident] = at

    def _row(self, row: Row, path: "Path") -> Iterator[Finding]:
        known, problems = row.sheet.fields, self.deal.problems(row)
        if row.id and not problems and _usual(row.sheet).issuperset(row.cells):
            return
        for name, value in row.cells.items():
            field = known.get(name)
            if field is None:
                if name != "id" or not row.id:
                    yield from self._keys(path, {name: value}, known)
            elif value is None:
                continue
            elif field.derived:
                yield self.find((*path, name), "derived-has-no-setter", key=True, key_name=name)
            elif field.only_if is not None and not self._exists(row, name):
                yield self.find((*path, name), "field-does-not-exist", key=True, key_name=name)
            elif name in problems:
                yield self._told((*path, name), problems[name])

    def _exists(self, row: Row, name: str) -> bool:
        whole = self.deal.row(row.sheet.id, row.id) or row
        return exists(whole, name, self.view)

    # the fixed lists

    def _list(
        self, name: str, entries: Any, keys: Collection[str], needs_id: bool = False
    ) -> Iterator[Finding]:
        if entries is None:
            return
        if not isinstance(entries, list):
            yield self.find((name,), "not-a-list", value=entries)
            return
        if needs_id:
            yield from self._ids(name, entries)
        allowed, has_stage = frozenset(keys), "stage" in keys
        days = [key for key in ENTRY_DAYS if key in keys]
        for at, entry in enumerate(entries):
            if not isinstance(entry, dict):
                if not needs_id:
                    yield self.find((name, at), "not-a-mapping", value=entry)
                continue
            if not allowed.issuperset(entry):
                yield from self._keys((name, at), entry, keys)
            for key in days:
                day = entry.get(key)
                if day is not None and day != UNKNOWN and not parse_day(day):
                    yield self.find((name, at, key), "not-a-date", value=day)
            stage = entry.get("stage") if has_stage else None
            if stage is not None and not (isinstance(stage, str) and stage in self.deal.stages):
                yield self.find(
                    (name, at, "stage"), "no-such-stage", value=stage, names=list(self.deal.stages)
                )

    def _evidence(self, entries: Any) -> Iterator[Finding]:
        yield from self._list("evidence", entries, EVIDENCE)
        for record in self.part.records:
            path = ("evidence", record.at)
            entry = entries[record.at]
            if record.grade not in GRADES:
                yield self.find(
                    (*path, "grade"),
                    "not-a-choice",
                    value=record.grade,
                    choices=list(GRADES),
                    names=list(GRADES),
                )
            elif record.grade in COUNTING and not self._is_in(PEOPLE, entry.get("person")):
                yield from self._reference((*path, "person"), entry.get("person", ""), PEOPLE)
            if record.day is not None and record.day > self.view.on:
                yield self.find(
                    (*path, "date"),
                    "evidence-in-the-future",
                    "warning",
                    value=entry["date"],
                    today=self.view.on.isoformat(),
                )
            if entry.get("date") is None:
                yield self.find(path, "missing-key", key_name="date")
            yield from self._targets((*path, "for"), entry.get("for"), record.value)

    def _targets(self, path: "Path", targets: Any, value: Any) -> Iterator[Finding]:
        """What a record is for: an address, or a list of such."""
        listed = isinstance(targets, list)
        if not (targets if listed else isinstance(targets, str)):
            rule = "missing-key" if targets is None else "not-text"
            yield self.find(path, rule, key_name="for", value=targets)
            return
        for at, address in enumerate(targets if listed else [targets]):
            where = (*path, at) if listed else path
            if not isinstance(address, str):
                yield self.find(where, "not-text", value=address)
            else:
                yield from self.address(where, address, value)

    def address(self, path: "Path", address: str, value: Any) -> Iterator[Finding]:
        """An address must end at a field, a cell or a criterion that there is."""
        if address in self.deal.ids(fields.EXIT):
            return
        first, *rest = address.split("/")
        if first in self.deal.stages:
            criteria = [c.id for c in self.deal.stages[first].exit.criteria]
            yield self.find(path, "no-such-address", value=address, names=[f"{first}/{c}" for c in criteria])
            return
        sheet = self.deal.worksheets.get(first)
        if sheet is None:
            yield self.find(
                path, "no-such-address", value=address, names=[*self.deal.worksheets, *self.deal.stages]
            )
            return
        if sheet.form is None:
            if not rest or rest[0] not in self.deal.ids(first):
                names = [f"{first}/{i}" for i in sorted(self.deal.ids(first))]
                yield self.find(path, "no-such-address", value=address, names=names)
                return
            rest = rest[1:]
        if not rest or rest[0] not in sheet.fields or len(rest) > 2:
            stem = address.rsplit("/", 1)[0] if rest else address
            yield self.find(
                path, "no-such-address", value=address, names=[f"{stem}/{f}" for f in sheet.fields]
            )
            return
        kind = sheet.fields[rest[0]].kind
        if value is fields.MISSING and kind not in ("", "cells") and fields.kind(kind).GUARDED:
            yield self.find(path, "evidence-needs-value", value=address)

    def _activities(self, entries: Any) -> Iterator[Finding]:
        yield from self._list("activities", entries, ACTIVITY, needs_id=True)
        for at, entry in enumerate(entries if isinstance(entries, list) else []):
            if not isinstance(entry, dict):
                continue
            path = ("activities", at)
            yield from self._choices(path, entry, ACTIVITY_CHOICES)
            yield from self._when(path, entry)
            yield from self._texts(path, entry, ACTIVITY_TEXT)
            for key in ACTIVITY_TEXTS:
                texts = entry.get(key)
                yield from self._not_a_list((*path, key), texts)
                for i, text in enumerate(texts if isinstance(texts, list) else []):
                    if not isinstance(text, str):
                        yield self.find((*path, key, i), "not-text", value=text)
            for key, table in (("people", PEOPLE), ("team", "team")):
                people = entry.get(key)
                yield from self._not_a_list((*path, key), people)
                for i, person in enumerate(people if isinstance(people, list) else []):
                    if not self._is_in(table, person):
                        yield from self._reference((*path, key, i), person, table)
            yield from self._parts((*path, "parts"), entry.get("parts"))
            yield from self._commitments((*path, "commitments"), entry.get("commitments"))

    def _when(self, path: "Path", entry: Mapping[str, Any]) -> Iterator[Finding]:
        minutes, time = entry.get("minutes"), entry.get("time")
        if minutes not in (None, UNKNOWN) and (
            not isinstance(minutes, int) or isinstance(minutes, bool) or not 1 <= minutes <= MOST_MINUTES
        ):
            yield self.find((*path, "minutes"), "not-minutes", value=minutes, most=MOST_MINUTES)
        if time not in (None, UNKNOWN) and (not isinstance(time, str) or not TIME.fullmatch(time)):
            yield self.find((*path, "time"), "not-a-time", value=time)

    def _parts(self, path: "Path", parts: Any) -> Iterator[Finding]:
        """Who of ours does what."""
        if parts not in (None, UNKNOWN) and not isinstance(parts, dict):
            yield self.find(path, "not-a-mapping", value=parts)
        for member in parts if isinstance(parts, dict) else []:
            yield from self._reference((*path, member), member, "team", key=True)
            yield from self._texts(path, parts, (member,))

    def _commitments(self, path: "Path", entries: Any) -> Iterator[Finding]:
        yield from self._not_a_list(path, entries)
        for at, entry in enumerate(entries if isinstance(entries, list) else []):
            where = (*path, at)
            if not isinstance(entry, dict):
                yield self.find(where, "not-a-mapping", value=entry)
                continue
            yield from self._keys(where, entry, COMMITMENT)
            yield from self._texts(where, entry, ("action",))
            said = {k: v for k, v in entry.items() if v not in (None, UNKNOWN)}
            if "person" in said:
                yield from self._reference((*where, "person"), said["person"], PEOPLE)
            yield from self._choices(where, said, {"costs": COSTS})
            for key, kind in (("by", "date"), ("moves", "criterion")):
                if key in said:
                    yield from self._problem((*where, key), kind, said[key])


def check(document: "Document", part: Deal, view: View) -> list[Finding]:
    """Every fault of a file that could be read, in the order of the file.

    `part` is what stands in the file, `view.deal` all that it may refer to: the same deal for a deal's own
    file, the deal as it is to be for a partial one. Of a number that cannot be read, its reader has said so already.
    """
    unread = {(f.line, f.column) for f in document.findings if f.rule in UNREAD}
    found = (f for f in Checker(document, part, view).check() if (f.line, f.column) not in unread)
    return sorted(found, key=lambda f: (f.line, f.column, f.rule))
