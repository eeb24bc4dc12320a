"""Findings, or anything listed, as JSON with a version and stable keys."""

import json
from collections.abc import Sequence
from typing import Any

from salescoach.findings import Finding

SCHEMA_VERSION = 1


def listed(findings: Sequence[Finding], language: str) -> str:
    """Findings with their place, rule, level, and the sentence in the language asked for."""
    from salescoach.formats.lines import sentence

    found = [
        {
            "path": f.path,
            "line": f.line,
            "column": f.column,
            "rule": f.rule,
            "level": f.level,
            "message": sentence(f, language),
        }
        for f in findings
    ]
    return document(findings=found)


def document(**content: Any) -> str:
    """One JSON document; keys in the order given, Chinese as it is."""
    return json.dumps(
        {"schema_version": SCHEMA_VERSION, **content}, ensure_ascii=False, indent=2, allow_nan=False
    )
