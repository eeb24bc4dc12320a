"""A certificate in Markdown: what somebody passed, when, with which score, and a checksum that holds text and records.

The checksum keeps honest people from mistakes; whoever wants to forge one can, for there is no secret in it.
"""

import re
from collections.abc import Sequence
from hashlib import sha256

from salescoach import markdown
from salescoach.drill.exports import Record, digest
from salescoach.messages import Say

_SUM = re.compile(r"\n<!-- salescoach certificate sha256:([0-9a-f]{64}) -->\n?")
_ENTRY = re.compile(r"^\| .* \| ([0-9a-f]{12}) \|$", re.MULTILINE)


def certified(records: Sequence[Record]) -> list[Record]:
    """The best attempt of each scenario that was passed, exams before practice, in the order of time."""
    best: dict[str, Record] = {}
    for one in records:
        held = best.get(one["scenario"])
        if one.get("passed") is True and (held is None or _merit(one) > _merit(held)):
            best[one["scenario"]] = one
    return sorted(best.values(), key=lambda one: (str(one["day"]), str(one["scenario"])))


def _merit(record: Record) -> tuple[bool, int]:
    return record.get("exam") is True, int(record["total"])


def render(name: str, records: Sequence[Record], day: str, say: Say) -> str:
    """The page; `records` are certified ones."""
    parts = [
        f"# {say('drill.certificate')}",
        say("drill.certificate-for", name=markdown.text(name), day=day),
        markdown.table(
            [
                say(f"drill.certificate-{head}")
                for head in ("what", "when", "score", "mode", "rubric", "seed", "record")
            ],
            [_entry(name, one, say) for one in records],
        ),
        say("drill.certificate-note"),
    ]
    text = "\n\n".join(parts) + "\n"
    return f"{text}\n<!-- salescoach certificate sha256:{_sum(text)} -->\n"


def _entry(name: str, one: Record, say: Say) -> list[str]:
    mode = say("drill.exam" if one.get("exam") else "drill.practice")
    cells = [one["scenario"], one["day"], f"{one['total']}/100", mode, one["rubric"], one.get("seed", "–")]
    return [*(markdown.text(cell) for cell in cells), digest(name, one)]


def faults(text: str, name_records: Sequence[tuple[str, Sequence[Record]]], says: Sequence[Say]) -> list[str]:
    """What is wrong with a certificate: `no-certificate`, `changed`, or the short names of records that are not there.

    `name_records`: what each rep's history holds; `says`: the languages in which it may be written.
    """
    plain = text.replace("\r\n", "\n")
    lines = {line for say in says for name, records in name_records for line in _lines(name, records, say)}
    wrong: list[str] = []
    at = 0
    for found in _SUM.finditer(plain):
        body, at = plain[at : found.start()].lstrip("\n"), found.end()
        if _sum(body) != found[1]:
            return ["changed"]
        entries = _ENTRY.findall(body)
        there = [line for line in lines if line in body]
        wrong += [entry for entry in entries if not any(f"| {entry} |" in line for line in there)]
        wrong += [] if entries else ["no-certificate"]
    return wrong if at and not plain[at:].strip() else ["changed" if at else "no-certificate"]


def _lines(name: str, records: Sequence[Record], say: Say) -> list[str]:
    return ["| " + " | ".join(cell or " " for cell in _entry(name, one, say)) + " |" for one in records]


def _sum(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
