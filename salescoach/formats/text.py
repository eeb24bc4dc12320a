"""The report for people: findings under the deal they belong to, then what it comes to."""

from collections import Counter
from collections.abc import Iterator

from salescoach.formats._told import checked, counted, groups, held, place, result
from salescoach.messages import Say
from salescoach.report import STATES, Checked, Report, Told
from salescoach.visible import visible, wrap


def render(report: Report, say: Say, width: int) -> Iterator[str]:
    """Deals without findings are counted, not listed."""
    for group in groups(report):
        if group.findings:
            yield "".join(f"{line}\n" for line in _group(group, say, width)) + "\n"
    yield "".join(f"{line}\n" for line in _summary(report, say, width))


def _group(group: Checked, say: Say, width: int) -> Iterator[str]:
    yield visible(group.path)
    if group.name:
        standing = say("formats.standing", name=group.name, stage=group.stage) if group.stage else group.name
        yield from _laid_out(standing, 2, width)
    if group.criteria:
        yield from _laid_out(_criteria(group, say), 2, width)
    for told in group.findings:
        yield from _finding(told, group.path, say, width)


def _criteria(group: Checked, say: Say) -> str:
    """How many criteria are in each state."""
    states = Counter(criterion.state for criterion in group.criteria)
    words = [say(f"formats.state-{state}", count=states[state]) for state in STATES if states[state]]
    return say("formats.criteria", states=say("formats.comma").join(words))


def _finding(told: Told, path: str, say: Say, width: int) -> Iterator[str]:
    at = place(told) if told.path != path else f"{told.line}:{told.column}" if told.line else ""
    yield ""
    yield from _laid_out(f"{at} {say(f'formats.level-{told.level}')} {told.rule}".lstrip(), 2, width)
    yield from _laid_out(told.what, 4, width)
    if told.why:
        yield from _laid_out(say("formats.why", why=told.why), 4, width)
    if told.todo:
        yield from _laid_out(say("formats.todo", todo=told.todo), 4, width)


def _summary(report: Report, say: Say, width: int) -> Iterator[str]:
    lines = [say("formats.clean", checked=checked(report, say), clean=report.clean)]
    lines += [held(report, say), counted(report.counts, say)]
    if report.left_out:
        lines.append(say("formats.left-out", count=report.left_out))
    for line in filter(None, (*lines, result(report, say))):
        yield from _laid_out(line, 0, width)


def _laid_out(text: str, indent: int, width: int) -> Iterator[str]:
    safe = visible(text).strip()
    for line in wrap(safe, width - indent) if width else [safe]:
        yield " " * indent + visible(line)  # a line may begin where none did before
