"""The schedule of a class as a page: the day by the clock, and who plays what at which table."""

from collections.abc import Mapping, Sequence

from salescoach import markdown
from salescoach.drill.schedule import Case, Part, Schedule
from salescoach.messages import Say

DAY = 24 * 60


def render(schedule: Schedule, titles: Mapping[str, str], roles: Mapping[str, str], say: Say) -> list[str]:
    """The page. `titles`: of the scenarios; `roles`: what they are called, in their order."""
    parts = [f"# {say('kit.schedule')}", say("kit.all-at-once"), _copies(schedule, roles, say)]
    parts += _notes(schedule, titles, say)
    for at, case in enumerate(schedule.cases, 1):
        title = markdown.text(titles[case.scenario])
        parts.append(f"## {say('kit.case', number=at, title=title)}")
        spans = [*case.parts, *([case.pause] if case.pause else [])]
        parts.append(" · ".join(f"{say(f'kit.part-{one.name}')} {span(one)}" for one in spans))
        parts.append(_tables(case, roles, say))
    return ["\n\n".join(part for part in parts if part) + "\n"]


def span(part: Part) -> str:
    """`09:10–09:25`."""
    return f"{of_day(part.begins)}–{of_day(part.ends)}"


def of_day(minutes: int) -> str:
    """Minutes since midnight as the clock shows them."""
    return f"{minutes % DAY // 60:02}:{minutes % 60:02}"


def _tables(case: Case, roles: Mapping[str, str], say: Say) -> str:
    heads = [say("kit.table"), *(markdown.text(title) for title in roles.values())]
    cells = [
        [str(at), *(_who(group, role, say) for role in roles)] for at, group in enumerate(case.groups, 1)
    ]
    return markdown.table(heads, cells)


def _who(group: Sequence[tuple[str, str]], role: str, say: Say) -> str:
    return say("kit.comma").join(markdown.text(name) for name, own in group if own == role)


def _copies(schedule: Schedule, roles: Mapping[str, str], say: Say) -> str:
    """How many cards of each role a case takes."""
    groups = schedule.cases[0].groups
    counts = {role: sum(own == role for group in groups for _, own in group) for role in roles}
    listed = say("kit.comma").join(
        f"{markdown.text(title)} × {counts[role]}" for role, title in roles.items()
    )
    return say("kit.copies", listed=listed, groups=len(groups))


def _notes(schedule: Schedule, titles: Mapping[str, str], say: Say) -> list[str]:
    notes = []
    if len(schedule.cases) < schedule.whole:
        notes.append(say("kit.not-everybody", cases=len(schedule.cases), whole=schedule.whole))
    if schedule.spoiled:
        comma = say("kit.comma")
        listed = comma.join(
            say("kit.knows", name=markdown.text(name), title=markdown.text(titles[ident]))
            for name, ident in schedule.spoiled
        )
        notes.append(say("kit.spoiled", listed=listed))
    return [f"- {note}" for note in notes]
