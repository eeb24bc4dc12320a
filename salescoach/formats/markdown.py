"""A report for a job summary or a comment on a merge request: a table for each deal, short enough for a comment."""

import re
from collections.abc import Iterator, Mapping

from salescoach.findings import LEVELS
from salescoach.formats._told import checked, counted, groups, held, result
from salescoach.markdown import table, text
from salescoach.messages import Say
from salescoach.report import Checked, Report, Told
from salescoach.visible import cut

LONGEST = 65_536
"""Characters that a comment on GitHub may have; one beyond the basic plane counts for two."""
RESERVE = 1_000
"""Of these, what is kept for the last lines."""
ROWS = 200
"""Where there are more findings than this, the lesser levels are only counted: about what a comment can hold."""
NAME = 120
_MENTION = re.compile(r"(?<!\w)@(?=\w)")


def render(report: Report, say: Say, width: int) -> Iterator[str]:
    """Counts first, then the findings by deal as long as they fit, then how many there was no room for."""
    room, shown = LONGEST - RESERVE, 0
    head = _head(report, say)
    room -= _size(head)
    yield head
    levels = _levels(report.counts)
    for group in groups(report):
        rows = [told for told in group.findings if told.level in levels]
        block, fitting = _block(group, rows, say, room)
        room -= _size(block)
        shown += fitting
        if block:
            yield block
        if fitting < len(rows):
            break
    if left := sum(report.counts.values()) - shown:
        yield f"\n{say('formats.no-room', count=left)}\n"


def _head(report: Report, say: Say) -> str:
    numbers = say("formats.semicolon").join(filter(None, (checked(report, say), held(report, say))))
    lines = (
        f"## salescoach check: {text(counted(report.counts, say))}",
        text(numbers),
        text(result(report, say)),
    )
    return "\n\n".join(lines) + "\n"


def _levels(counts: Mapping[str, int]) -> tuple[str, ...]:
    """The levels that are listed: the worst, and each lesser one while all of them still fit."""
    worst_first = tuple(reversed(LEVELS))
    fitting = [n for n in range(1, 4) if sum(counts.get(level, 0) for level in worst_first[:n]) <= ROWS]
    found = next((i for i, level in enumerate(worst_first, 1) if counts.get(level)), 1)
    return worst_first[: max([found, *fitting])]


def _block(group: Checked, rows: list[Told], say: Say, room: int) -> tuple[str, int]:
    """A deal's heading and table, and how many of its rows fit."""
    if not rows:
        return "", 0
    name = cut(" · ".join(part for part in (group.name, group.stage) if part) or group.path, NAME)
    place = f"{_safe(group.path)}\n\n" if group.name else ""
    columns = [say(f"formats.column-{c}") for c in ("place", "level", "rule", "what", "todo")]
    lines = table(columns, [_row(told, group.path, say) for told in rows]).splitlines(keepends=True)
    block, fitting = f"\n### {_safe(name)}\n\n{place}" + "".join(lines[:2]), 0
    for line in lines[2:]:
        if _size(block) + _size(line) > room:
            break
        block += line
        fitting += 1
    return (block.rstrip("\n") + "\n", fitting) if fitting else ("", 0)


def _row(told: Told, path: str, say: Say) -> list[str]:
    at = f"{told.line}:{told.column}" if told.line else ""
    at = at if told.path == path else f"{told.path}:{at}".rstrip(":")
    what = " ".join(part for part in (told.what, told.why) if part)
    return [_safe(cell) for cell in (at, say(f"formats.level-{told.level}"), told.rule, what, told.todo)]


def _safe(words: str) -> str:
    """A text that is no markup, and calls nobody: an @ that the host would take for a person's name is made wide."""
    return _MENTION.sub("＠", text(words))


def _size(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2
