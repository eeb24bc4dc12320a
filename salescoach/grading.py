"""The journey of a class's results: one file per rep out of a history, several files into one table, certificates."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from salescoach import drilling
from salescoach.call import Call
from salescoach.drill import certificate, exports
from salescoach.errors import RequestError
from salescoach.files import atomic
from salescoach.files.repo import read_bytes
from salescoach.messages import LANGUAGES, speaker


class Read(NamedTuple):
    """The exports that could be read, and for each other file why not: a key of what is said about it."""

    exports: list[exports.Export]
    skipped: dict[str, str]


def write_export(call: Call, path: str, name: str) -> int:
    """Write the history of this computer; how many attempts. Another file that is there stays."""
    file = Path(path)
    if file.exists() and not _is_export(read_bytes(file)):
        raise RequestError("file-is-there", path=path)
    records = drilling.history(call).records
    atomic.write(file, exports.write(records, name, str(call.today)).encode("utf-8", "replace"), atomic.ANY)
    return len(records)


def _is_export(raw: bytes) -> bool:
    try:
        exports.read(raw)
    except exports.Unreadable as error:
        return error.why in ("changed", "newer")
    return True


def read_exports(paths: Iterable[str]) -> Read:
    """Every file that can be read; one without a name is called like its file."""
    found: list[exports.Export] = []
    skipped: dict[str, str] = {}
    for path in paths:
        try:
            export = exports.read(read_bytes(Path(path)))
        except exports.Unreadable as error:
            skipped[path] = error.why
        except (RequestError, OSError):
            skipped[path] = "unopened"
        else:
            found.append(export if export.name else export._replace(name=Path(path).stem))
    return Read(found, skipped)


def certified(call: Call, read: Read, name: str, scenario: str) -> list[str]:
    """A certificate for each rep, or for the one of that name. Raises RequestError where nothing was passed."""
    pages = [
        certificate.render(rep, chosen, str(call.today), call.say)
        for rep, records in sorted(exports.merged(read.exports).items())
        if not name or rep.casefold() == name.casefold()
        for chosen in [[r for r in certificate.certified(records) if scenario in ("", r["scenario"])]]
        if chosen
    ]
    if not pages:
        raise RequestError("nothing-passed", name=name or "–")
    return pages


def own(call: Call, name: str) -> Read:
    """The history of this computer, as if it had been exported."""
    return Read([exports.Export(name, tuple(drilling.history(call).records))], {})


def check(path: str, read: Read) -> Sequence[str]:
    """What is wrong with a certificate, held against histories; [] for nothing."""
    text = read_bytes(Path(path)).decode("utf-8-sig", "replace")
    says = [speaker(language) for language in LANGUAGES]
    return certificate.faults(text, list(exports.merged(read.exports).items()), says)
