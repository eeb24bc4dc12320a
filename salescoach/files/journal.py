"""The journal of an interview: one line for every confirmed answer, on the disk before the next question.

The first line is the header; every other line is one record, as the caller made it.
"""

import contextlib
import itertools
import json
import os
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from salescoach.errors import RequestError
from salescoach.files import atomic
from salescoach.files.repo import read_bytes

FORMAT = 1
Record = dict[str, Any]


class Journal:
    """The journal in one file. `torn` and `bad` tell what the last `read` found.

    `torn`: the last line was cut off, and is left out. `bad`: the file had lines that cannot be read; it was
    put aside under this name, and what could be read goes on.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.torn = False
        self.bad: Path | None = None

    @property
    def done_path(self) -> Path:
        """Where a finished journal is kept, for undo."""
        return self.path.with_suffix(".done.jsonl")

    def begin(self, started: date, deal: bytes) -> None:
        """Start an empty journal for an interview about the deal with this content."""
        header = {"journal": FORMAT, "started": started.isoformat(), "deal": sha256(deal).hexdigest()}
        atomic.write(self.path, _line(header), atomic.ANY, new_mode=0o600)

    def append(self, record: Mapping[str, object]) -> None:
        """Add one record; it is on the disk when this returns.

        Raises RequestError when it cannot be written; what was there before stays whole. The journal must
        have been begun.
        """
        line = _line(record)
        flags = os.O_RDWR | getattr(os, "O_BINARY", 0)
        try:
            number = os.open(self.path, flags)
        except OSError as error:
            raise self._full(error, 0) from error
        try:
            end = _whole_end(number)
            try:
                os.lseek(number, end, os.SEEK_SET)
                atomic.write_all(number, line)
            except OSError as error:
                _cut(number, end)
                saved = _head(number, end).count(b"\n") - 1
                raise self._full(error, saved) from error
        finally:
            os.close(number)

    def read(self) -> tuple[Record | None, list[Record]]:
        """The header and the records; (None, []) when there is no journal.

        Raises RequestError when it was written by a newer version.
        """
        self.torn, self.bad = False, None
        if not os.path.lexists(self.path):
            return None, []
        whole, _, rest = read_bytes(self.path).rpartition(b"\n")
        lines = [_record(line) for line in whole.split(b"\n")] if whole else []
        if rest:
            last = _record(rest)  # a record that lost only its line end is whole
            self.torn = last is None
            lines += [last] if last else []
        records = [record for record in lines if record is not None]
        header = lines[0] if lines else None
        if header and isinstance(header.get("journal"), int) and header["journal"] > FORMAT:
            raise RequestError("newer-journal", path=str(self.path), version=header["journal"])
        if not header or header.get("journal") != FORMAT:
            self._quarantine([])
            return None, []
        if len(records) < len(lines):
            self._quarantine(records)
        return header, records[1:]

    def close_done(self) -> None:
        """The answers are in the deal: keep the journal, if there is one, as `<deal-id>.done.jsonl`."""
        try:
            self.path.replace(self.done_path)
        except FileNotFoundError:
            return
        except OSError as error:
            raise atomic.write_error(error, self.path, 0) from error
        atomic.sync_folder(self.path.parent)

    def _quarantine(self, records: list[Record]) -> None:
        """Put the file aside whole, and go on with what could be read of it."""
        self.bad = next(p for p in _bad_names(self.path) if not os.path.lexists(p))
        atomic.write(self.bad, read_bytes(self.path), None, new_mode=0o600)
        try:
            if not records:
                self.path.unlink()
        except OSError as error:
            raise atomic.write_error(error, self.path, 0) from error
        if records:
            atomic.write(self.path, b"".join(_line(record) for record in records), atomic.ANY)

    def _full(self, error: OSError, saved: int) -> RequestError:
        reason = error.strerror or str(error)
        return RequestError("journal-not-written", path=str(self.path), reason=reason, saved=saved)


def _line(record: Mapping[str, object]) -> bytes:
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8", "replace") + b"\n"


def _record(line: bytes) -> Record | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _whole_end(number: int) -> int:
    """Where the next record goes: behind the last whole one."""
    size = os.fstat(number).st_size
    os.lseek(number, max(size - 1, 0), os.SEEK_SET)
    if os.read(number, 1) in (b"\n", b""):
        return size
    content = _head(number, size)
    end = content.rfind(b"\n") + 1
    if _record(content[end:]) is None:
        _cut(number, end)
        return end
    os.write(number, b"\n")
    return size + 1


def _head(number: int, length: int) -> bytes:
    os.lseek(number, 0, os.SEEK_SET)
    content = b""
    while len(content) < length and (more := os.read(number, length - len(content))):
        content += more
    return content


def _cut(number: int, end: int) -> None:
    """Take back a line that was written in part; where even that fails, `read` leaves it out."""
    with contextlib.suppress(OSError):
        os.ftruncate(number, end)


def _bad_names(path: Path) -> Iterator[Path]:
    yield path.with_name(path.name + ".bad")
    yield from (path.with_name(f"{path.name}.{count}.bad") for count in itertools.count(2))
