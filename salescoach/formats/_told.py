"""What the formats of `check` share: how a report is walked, and what is said about the whole of it."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from salescoach.findings import LEVELS, Finding
from salescoach.messages import Say
from salescoach.report import Checked, Report, Told


def groups(report: Report) -> Iterator[Checked]:
    """Files and folders that are no deal (without a name), then the deals."""
    for path, found in groupby(report.elsewhere, key=lambda told: told.path):
        listed = tuple(found)
        yield Checked(path, "", "", (), listed, max((t.level for t in listed), key=LEVELS.index))
    yield from report.deals


def place(told: Finding | Told) -> str:
    """`path:line:column`, or the path alone where the whole file is meant."""
    return f"{told.path}:{told.line}:{told.column}" if told.line else told.path


def parts(told: Told) -> tuple[str, ...]:
    """What is wrong, why it matters, what to do: those that are said."""
    return tuple(part for part in (told.what, told.why, told.todo) if part)


def counted(counts: Mapping[str, int], say: Say) -> str:
    """How many there are of each level, the worst first: "3 errors, 1 warning"."""
    found = [(level, counts[level]) for level in reversed(LEVELS) if counts.get(level)]
    words = [say(f"formats.{level}-{'one' if n == 1 else 'many'}", count=n) for level, n in found]
    return say("formats.comma").join(words) or say("formats.none")


def checked(report: Report, say: Say) -> str:
    """How many deals were checked."""
    return say(f"formats.checked-{'one' if report.checked == 1 else 'many'}", count=report.checked)


def held(report: Report, say: Say) -> str:
    """How many criteria hold of those that were due, "" where none was."""
    if not report.judged:
        return ""
    return say("formats.held", held=report.held, judged=report.judged)


def result(report: Report, say: Say) -> str:
    """Whether the run fails, and by how many findings from which level on."""
    if not report.failing:
        return say("formats.passed")
    return say("formats.failed", count=report.failing, level=say(f"formats.level-{report.fail_on}"))
