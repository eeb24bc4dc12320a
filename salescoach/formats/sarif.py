"""SARIF 2.1.0, as GitHub's code scanning and other readers take it (OASIS, sarif-v2.1.0-errata01).

Lines and columns count from 1, in code points; paths are percent-encoded and relative to the root; a result's
fingerprint is the finding's mark, which survives when lines move.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from salescoach import __version__
from salescoach.findings import LEVELS
from salescoach.formats._json import array, dumped
from salescoach.formats._told import groups, parts
from salescoach.messages import Say
from salescoach.report import Report, Rule, Told
from salescoach.visible import visible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
MOST = 25_000
"""Results of a run that GitHub takes; a file with more is refused."""
LONGEST = 1_024
"""Characters that GitHub takes of a rule's description."""
_MARKUP = re.compile(r"[\[\]](?=[^\[\]]*\]\()|\](?=\()")
"""The brackets of a link inside a message."""
_SLOT = re.compile(r"\{(\d+)\}")


def render(report: Report, say: Say, width: int) -> Iterator[str]:
    """One run; where there are more results than GitHub takes, the worst levels come first."""
    room, shown = _room(report.counts), 0
    index = {rule: at for at, rule in enumerate(report.rules)}
    yield (
        f'{{\n"$schema": {dumped(SCHEMA)},\n"version": "2.1.0",\n"runs": [{{\n'
        f'"tool": {dumped(_tool(report))},\n"columnKind": "unicodeCodePoints",\n'
        f'"originalUriBaseIds": {dumped({ROOT: {"description": {"text": say("formats.root")}}})},\n"results": [\n'
    )

    def results() -> Iterator[dict[str, Any]]:
        nonlocal shown
        for group in groups(report):
            for told in group.findings:
                if room[told.level]:
                    room[told.level] -= 1
                    shown += 1
                    yield _result(told, index)

    yield from array(results())
    left = sum(report.counts.values()) - shown
    yield f'],\n"invocations": {dumped([_invocation(left, say)])},\n"properties": {dumped(_properties(report))}\n'
    yield "}]\n}\n"


def _room(counts: Mapping[str, int]) -> dict[str, int]:
    """How many results of each level are listed."""
    room, left = {}, MOST
    for level in reversed(LEVELS):
        room[level] = min(counts.get(level, 0), left)
        left -= room[level]
    return room


def _tool(report: Report) -> dict[str, Any]:
    rules = [_rule(rule) for rule in report.rules.values()]
    return {
        "driver": {
            "name": "salescoach", "version": __version__, "semanticVersion": __version__, "rules": rules,
        }
    }  # fmt: skip


def _rule(rule: Rule) -> dict[str, Any]:
    """All three texts are required by GitHub: what is not said is said by the next best."""
    said = {
        "shortDescription": (rule.title,),
        "fullDescription": (rule.why, rule.title),
        "help": (rule.todo, rule.why, rule.title),
    }
    return {"id": rule.id, **{name: {"text": _first(*words, rule.id)} for name, words in said.items()}}


def _first(*words: str) -> str:
    return next(_text(w) for w in words if w.strip())[:LONGEST]


def _result(told: Told, index: Mapping[str, int]) -> dict[str, Any]:
    known = {"ruleIndex": index[told.rule]} if told.rule in index else {}
    marks = {"partialFingerprints": {"salescoach/v1": told.mark}} if told.mark else {}
    return {
        "ruleId": told.rule,
        **known,
        "level": told.level,
        "message": {"text": "\n".join(_text(part) for part in parts(told)).strip() or told.rule},
        "locations": [
            {"physicalLocation": {"artifactLocation": _artifact(told.path), "region": _region(told)}}
        ],
        **marks,
    }


def _artifact(path: str) -> dict[str, str]:
    uri = quote(path, errors="surrogateescape")
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": ROOT}


def _region(told: Told) -> dict[str, int]:
    """GitHub asks for a line: a finding about the whole file stands at its first."""
    column = {"startColumn": told.column} if told.line and told.column else {}
    return {"startLine": told.line or 1, **column}


def _invocation(left: int, say: Say) -> dict[str, Any]:
    note = {"level": "note", "message": {"text": say("formats.left-out", count=left)}}
    return {"executionSuccessful": True, "toolExecutionNotifications": [note] if left else []}


def _properties(report: Report) -> dict[str, int]:
    return {"deals": report.checked, "criteriaHeld": report.held, "criteriaJudged": report.judged}


def _text(words: str) -> str:
    """Plain words in a message: neither a link nor a slot to fill (SARIF 2.1.0 §3.11.5 and §3.11.6)."""
    return _SLOT.sub(r"{{\1}}", _MARKUP.sub(r"\\\g<0>", visible(words)))
