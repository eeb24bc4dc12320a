"""A rep's history as one file to hand in: who, every attempt, and a checksum that shows whether somebody changed it."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from salescoach.drill.record import OBSERVED, is_record

SCHEMA_VERSION = 1
KIND = "drill-history"
Record = Mapping[str, Any]


class Unreadable(Exception):  # noqa: N818 - a fault of the file
    """Why a file is no export that can be read: `damaged`, `newer`, `no-export` or `changed`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Export(NamedTuple):
    """Whose it is, "" where nobody said, and the attempts, the oldest first."""

    name: str
    records: tuple[Record, ...]


def write(records: Sequence[Record], name: str, day: str) -> str:
    """The file's text."""
    content = {
        "schema_version": SCHEMA_VERSION,
        "kind": KIND,
        "name": name,
        "exported": day,
        "records": list(records),
        "checksum": checksum(name, records),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def read(raw: bytes) -> Export:
    """What a file holds. Raises Unreadable."""
    try:
        content = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Unreadable("damaged") from error
    if not isinstance(content, dict) or content.get("kind") != KIND:
        raise Unreadable("no-export")
    version = content.get("schema_version")
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise Unreadable("newer")
    name, records = content.get("name"), content.get("records")
    if not isinstance(name, str) or not isinstance(records, list) or version != SCHEMA_VERSION:
        raise Unreadable("damaged")
    if not all(isinstance(one, dict) and is_record(one) for one in records):
        raise Unreadable("damaged")
    if content.get("checksum") != checksum(name, records):
        raise Unreadable("changed")
    return Export(name, tuple(records))


def checksum(name: str, records: Sequence[Record]) -> str:
    """What changes when anything in an export does."""
    return sha256(canonical([name, list(records)])).hexdigest()


def digest(name: str, record: Record) -> str:
    """A short name for one attempt of somebody, the same wherever name and record are the same."""
    return sha256(canonical([name, record])).hexdigest()[:12]


def canonical(value: object) -> bytes:
    """JSON in which the same content is the same bytes."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def merged(exports: Sequence[Export]) -> dict[str, list[Record]]:
    """The attempts of each rep, in the order of time; what several exports of one rep hold counts once."""
    most: dict[str, Counter[bytes]] = {}
    for export in exports:
        of_file: dict[str, Counter[bytes]] = {export.name: Counter()}
        for record in export.records:
            rep = str(record.get("seller") or "") if record.get("kind") == OBSERVED else export.name
            of_file.setdefault(rep, Counter())[canonical(record)] += 1
        for rep, counted in of_file.items():
            if rep or rep == export.name:
                most[rep] = most.get(rep, Counter()) | counted
    return {
        rep: sorted((json.loads(one) for one in counted.elements()), key=lambda r: str(r["day"]))
        for rep, counted in most.items()
    }
