"""Workflow commands of GitHub Actions: findings as annotations at their line.

A step shows 10 annotations of each level and drops the rest without a word: the rest are plain lines of the log.
Escaping as in GitHub's own toolkit: `%`, CR, LF; in properties `:` and `,` as well.
"""

from collections import Counter
from collections.abc import Iterator

from salescoach.formats._told import checked, counted, groups, held, parts, place, result
from salescoach.messages import Say
from salescoach.report import Report, Told
from salescoach.visible import visible

MOST = 10
"""Annotations of each level that a step shows."""
COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, say: Say, width: int) -> Iterator[str]:
    """Annotations while there is room for their level, then lines `path:line:column: level: rule: what is wrong`."""
    shown: Counter[str] = Counter()
    for group in groups(report):
        for told in group.findings:
            shown[told.level] += 1
            yield _annotation(told, report) if shown[told.level] <= MOST else _line(told, say)
    if any(count > MOST for count in shown.values()):
        yield visible(say("formats.annotations", count=MOST)) + "\n"
    if report.left_out:
        yield visible(say("formats.left-out", count=report.left_out)) + "\n"
    numbers = (checked(report, say), held(report, say), counted(report.counts, say))
    yield visible(say("formats.semicolon").join(filter(None, numbers))) + "\n"
    yield visible(result(report, say)) + "\n"


def _annotation(told: Told, report: Report) -> str:
    rule = report.rules.get(told.rule)
    title = f"{told.rule}: {rule.title}" if rule and rule.title else told.rule
    properties = {
        "file": visible(told.path),
        "line": str(told.line) if told.line else "",
        "col": str(told.column) if told.line and told.column else "",
        "title": visible(title),
    }
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    message = "\n".join(visible(part) for part in parts(told))
    return f"::{COMMANDS[told.level]} {given}::{_data(message)}\n"


def _line(told: Told, say: Say) -> str:
    return (
        visible(f"{place(told)}: {say(f'formats.level-{told.level}')}: {told.rule}: {' '.join(parts(told))}")
        + "\n"
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
