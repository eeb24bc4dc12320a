"""Findings, or anything listed, as JSON with a version and stable keys.

What `check --format json` writes: `schema_version`; `summary` (`deals` checked; `criteria` `held` of `judged`;
`findings` by level and `left_out`; `fail_on`; whether the run `failed`); `findings` that are no deal's own; `deals`
with `path`, `name`, `stage`, the `worst` level ("" for none), `criteria` (`rule`, `title`, `state`: one of
report.STATES) and `findings`. A finding has `path`, `line` and `column` (from 1; 0 for the whole file), `rule`,
`level` (error, warning, note), `what`, `why`, `todo` and `mark`, a fingerprint that survives when lines move. A deal,
and a finding elsewhere, is one line.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from salescoach.findings import LEVELS, Finding
from salescoach.formats._json import array, dumped
from salescoach.messages import Say
from salescoach.report import Checked, Report

SCHEMA_VERSION = 1


def render(report: Report, say: Say, width: int) -> Iterator[str]:
    """The whole run; each deal on a line of its own."""
    yield f'{{\n"schema_version": {SCHEMA_VERSION},\n"summary": {dumped(_summary(report))},\n"findings": [\n'
    yield from array(told._asdict() for told in report.elsewhere)
    yield '],\n"deals": [\n'
    yield from array(_deal(deal) for deal in report.deals)
    yield "]\n}\n"


def _summary(report: Report) -> dict[str, Any]:
    levels = {level: report.counts.get(level, 0) for level in reversed(LEVELS)}
    return {
        "deals": report.checked,
        "criteria": {"held": report.held, "judged": report.judged},
        "findings": {**levels, "left_out": report.left_out},
        "fail_on": report.fail_on,
        "failed": report.failing > 0,
    }


def _deal(deal: Checked) -> dict[str, Any]:
    return {
        "path": deal.path,
        "name": deal.name,
        "stage": deal.stage,
        "worst": deal.worst,
        "criteria": [criterion._asdict() for criterion in deal.criteria],
        "findings": [told._asdict() for told in deal.findings],
    }


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
    return dumped({"schema_version": SCHEMA_VERSION, **content}, indent=2)
