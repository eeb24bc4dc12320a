"""What an observer counted, as a sheet in Markdown, as a file to keep, and as a line of the history."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from salescoach import markdown
from salescoach.drill import counting, naming
from salescoach.drill.counting import Item, Tallied
from salescoach.drill.record import OBSERVED, scored
from salescoach.drill.scene import Scene
from salescoach.drill.score import Score, Scored
from salescoach.messages import Say

if TYPE_CHECKING:
    from salescoach.playbook.counts import Counts


def render(scene: Scene, counts: "Counts", score: Score, say: Say) -> str:
    """The score sheet of what an observer counted."""
    return "\n\n".join(part for part in _parts(scene, counts, score, say) if part) + "\n"


def record(scene: Scene, counts: "Counts", score: Score) -> dict[str, Any]:
    """A line of the history."""
    wanted = set(scene.scenario.passes.found)
    holds = all(one.holds for one in counting.wanted(scene, counts, score))
    return {
        **scored(OBSERVED, scene, score, counts.day or str(scene.today), holds),
        "observer": counts.observer,
        "seller": counts.seller,
        "found": [len(wanted & set(counts.ticked)), len(wanted)],
    }


def written(scene: Scene, counts: "Counts", there: Sequence[Item], say: Say) -> str:
    """The counts as a file: what `--from` and `--compare` read. Nothing counted gives an empty form."""
    lines = [f"# {say('observed.file-head')}", "format: 1", f"scenario: {scene.scenario.id}"]
    lines += [f"{name}: {_quoted(getattr(counts, name))}" for name in ("observer", "seller", "day")]
    lines.append("counts:")
    rows = {row.id: row for row in scene.rubric.rows}
    for one in there:
        if one.row:
            value = _value(
                counting.Tallied() if one.id not in counts.counts else counting.counted(counts, rows[one.id]),
                one,
            )
            lines.append(f"  {one.id}:{value}  # {_comment(one, say)}")
    lines.append("ticked:" if counts.ticked else "ticked: []")
    lines += [f"  - {_quoted(ident)}" for ident in counts.ticked]
    lines += [
        f"  # - {one.id}  # {_comment(one, say)}"
        for one in there
        if not one.row and one.id not in counts.ticked
    ]
    lines.append("marks:" if counts.marks else "marks: []")
    for mark in counts.marks:
        lines += [f"  - at: {_quoted(mark.at)}", f"    code: {_quoted(mark.code)}"]
        lines.append(f"    words: {_quoted(mark.words)}")
    return "\n".join(lines) + "\n"


def _value(told: Tallied, one: Item) -> str:
    if told.number is None:
        return ""
    return f" {{number: {told.number}, also: {told.also}}}" if one.tally.also else f" {told.number}"


def _comment(one: Item, say: Say) -> str:
    """What a line of the form asks for, on one line."""
    goal = one.tally.goal + (
        say(f"kit.goal-{one.tally.also}", count=one.tally.over) if one.tally.over else ""
    )
    form = f"; {{number: 4, also: {one.tally.over}}}" if one.tally.also else ""
    return f"{' '.join(one.title.split())} ({goal}{form})"


def _quoted(text: str) -> str:
    """A text as YAML in double quotes, which reads like JSON."""
    return json.dumps(text, ensure_ascii=False)


def _parts(scene: Scene, counts: "Counts", score: Score, say: Say) -> Iterator[str]:
    wanted = counting.wanted(scene, counts, score)
    verdict = say("drill.passed" if all(one.holds for one in wanted) else "drill.not-passed")
    yield f"# {say('observed.sheet', title=_text(scene, scene.scenario.title))}"
    yield f"**{say('drill.total', total=score.total)} · {verdict}**"
    names = {name: markdown.text(getattr(counts, name)) or "–" for name in ("observer", "seller")}
    yield say(
        "observed.facts", day=counts.day or scene.today, rubric=_text(scene, scene.rubric.title), **names
    )
    if made_of := naming.made_of(scene, say):
        yield made_of
    yield f"## {say('drill.to-pass')}"
    yield "\n".join(
        f"- {'✓' if one.holds else '✗'} {of}"
        for one in wanted
        for of in naming.wanted(scene, one.kind, one.of, say)
    )
    yield f"## {say('drill.by-rubric')}"
    head = [say(f"drill.head-{name}") for name in ("behaviour", "counted", "points", "of")]
    by_row = {one.row.id: one for one in score.rows}
    cells = [
        [_text(scene, row.title), *_numbers(by_row.get(row.id)), str(row.points)]
        for row in scene.rubric.rows
        if not row.critical
    ]
    yield markdown.table(head, cells)
    missing = [
        _text(scene, row.title) for row in scene.rubric.rows if row.id not in by_row and not row.critical
    ]
    if missing:
        yield say("observed.not-counted", rows=say("kit.semicolon").join(missing))
    yield from _better(scene, score, say)
    yield from _words(scene, counts, say)
    yield f"## {say('drill.debrief')}"
    yield "\n".join(f"{at}. {_text(scene, one)}" for at, one in enumerate(scene.scenario.debrief, 1))


def _numbers(one: Scored | None) -> list[str]:
    if one is None:
        return ["–", "–"]
    return [number(one.measured.number, one.measured.spread), f"{one.points:g}"]


def number(counted: float, also: int = 0) -> str:
    """`4` or, with what was counted beside it, `4 / 2`."""
    return f"{counted:g} / {also}" if also else f"{counted:g}"


def _better(scene: Scene, score: Score, say: Say) -> Iterator[str]:
    """What to do about the rows that lost most."""
    weak = sorted((one for one in score.rows if _lost(one) and one.row.better), key=_lost, reverse=True)
    if weak:
        yield f"## {say('observed.next-time')}"
        yield "\n".join(
            f"- **{_text(scene, one.row.title)}**: {_text(scene, one.row.better)}" for one in weak
        )


def _lost(one: Scored) -> float:
    return float("inf") if one.failed else one.row.points - one.points


def _words(scene: Scene, counts: "Counts", say: Say) -> Iterator[str]:
    told = [mark for mark in counts.marks if mark.words or not mark.code]
    if told:
        titles = {row.id: _text(scene, row.title) for row in scene.rubric.rows}
        yield f"## {say('observed.words')}"
        yield "\n".join(
            f"- [{mark.at or '–'}] {titles.get(mark.code, markdown.text(mark.code))}"
            + (f" “{markdown.text(mark.words)}”" if mark.words else "")
            for mark in told
        )


def _text(scene: Scene, text: object) -> str:
    return markdown.text(scene.pick(text) if isinstance(text, dict) else text)
