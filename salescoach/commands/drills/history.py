"""`drill history`: attempts, how each behaviour gets on, and a file to hand in."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from salescoach.call import Call


def register(group: typer.Typer, call: Call) -> None:
    """Add the command to the group."""
    say = call.say

    @group.command("history", help=say("cli.drill-history"))
    def history_(
        as_json: Annotated[bool, typer.Option("--json", help=say("cli.json"))] = False,
        export: Annotated[str, typer.Option("--export", help=say("cli.drill-export"))] = "",
        name: Annotated[str, typer.Option("--name", help=say("cli.drill-name"))] = "",
    ) -> int:
        return run_export(call, export, name) if export else run(call, as_json)


def run(call: Call, as_json: bool) -> int:
    """Every attempt, then how each behaviour gets on."""
    from salescoach.drill.record import trends
    from salescoach.drilling import history
    from salescoach.formats.json import document
    from salescoach.opening import shown
    from salescoach.terminal import show

    kept = history(call)
    if kept.aside is not None:
        show.note(call.say("drill.history-aside", path=shown(kept.aside)))
    if as_json:
        listed = [one._asdict() for one in trends(kept.records)]
        show.out(document(runs=kept.records, trends=listed), raw=True)
        return 0
    if not kept.records:
        show.note(call.say("drill.no-history"))
        return 0
    for one in kept.records:
        verdict = call.say("drill.passed" if one.get("passed") else "drill.not-passed")
        mode = _mode(call, one)
        facts = {"day": one["day"], "scenario": one["scenario"], "total": one["total"]}
        show.out(call.say("drill.history-line", verdict=verdict, mode=mode, **facts))
    played = trends(kept.records)
    if not played:
        return 0
    show.out("\n" + call.say("drill.trends"))
    named = titles(call)
    for trend in played:
        shares = {name: round(100 * getattr(trend, name)) for name in ("first", "last", "now")}
        title = named.get((trend.rubric, trend.row), f"{trend.rubric}/{trend.row}")
        show.out(call.say("drill.trend", title=title, runs=trend.runs, **shares))
    return 0


def run_export(call: Call, path: str, name: str) -> int:
    """Write the history to a file that can be handed in."""
    from salescoach import grading
    from salescoach.terminal import show

    count = grading.write_export(call, path, name)
    show.note(
        call.say("drill.exported" if name else "drill.exported-nameless", path=path, count=count, name=name)
    )
    return 0


def _mode(call: Call, one: Mapping[str, Any]) -> str:
    """How a talk of the history came about."""
    from salescoach.drill.record import OBSERVED

    if one.get("kind") == OBSERVED:
        return call.say(
            "drill.observed", seller=one.get("seller") or "–", observer=one.get("observer") or "–"
        )
    return call.say("drill.exam" if one.get("exam") else "drill.practice")


def titles(call: Call) -> dict[tuple[str, str], str]:
    """What the rows of all rubrics are called, and the kinds of cards that an exam counts by."""
    from salescoach.drill import exam
    from salescoach.drilling import rubrics
    from salescoach.quizzing import kind_titles
    from salescoach.text import pick

    rows = {(r.id, row.id): pick(row.title, call.language) for r in rubrics(call) for row in r.rows}
    return rows | {(exam.NAME, kind): title for kind, title in kind_titles(call).items()}
