"""A partial deal into a deal: the same keys; rows merge by `id` (DESIGN.md §4.2)."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any


def merge(content: Mapping[str, Any], partial: Mapping[str, Any]) -> dict[str, Any]:
    """`content` with everything that `partial` says; a list without ids is added to, never replaced.

    A record of evidence goes in after the last one about the same row; one that is there already is not
    added again.
    """
    merged = deepcopy(dict(content))
    for key, value in partial.items():
        merged[key] = _merged(merged.get(key), value, evidence=key == "evidence")
    return merged


def _merged(old: Any, new: Any, evidence: bool = False) -> Any:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return merge(old, new)
    if isinstance(old, list) and isinstance(new, list) and _are_records(old + new):
        merged = deepcopy(old)
        for entry in new:
            _put(merged, entry, evidence)
        return merged
    return deepcopy(new)


def _are_records(entries: list[Any]) -> bool:
    return bool(entries) and all(isinstance(e, Mapping) for e in entries)


def _put(entries: list[Any], entry: Mapping[str, Any], evidence: bool) -> None:
    if "id" in entry:
        for at, there in enumerate(entries):
            if there.get("id") == entry["id"]:
                entries[at] = merge(there, entry)
                return
    if entry not in entries:
        entries.insert(place_of(entries, entry) if evidence else len(entries), dict(entry))


def place_of(evidence: list[Any], record: Mapping[str, Any]) -> int:
    """Where a new record goes: after the last one about the same row, so that two people's additions merge."""
    rows = {"/".join(address.split("/")[:2]) for address in _addresses(record)}
    about = [
        at
        for at, there in enumerate(evidence)
        if any(a == r or a.startswith(f"{r}/") for a in _addresses(there) for r in rows)
    ]
    return about[-1] + 1 if about else len(evidence)


def _addresses(record: Any) -> list[str]:
    targets = record.get("for") if isinstance(record, Mapping) else None
    return [t for t in (targets if isinstance(targets, list) else [targets]) if isinstance(t, str)]
