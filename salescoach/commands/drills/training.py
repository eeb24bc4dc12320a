"""`drill training`: the steps of a training for one person: what is done, what may start, what is due."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from salescoach.call import Call

if TYPE_CHECKING:
    from salescoach.drill.enrolment import Standing
    from salescoach.enrolling import Plan

MARKS = {"done": "✓", "started": "…", "open": "→", "waiting": "·", "stale": "!"}


def register(group: typer.Typer, call: Call) -> None:
    """Add the command to the group."""
    say = call.say

    @group.command("training", help=say("cli.drill-training"))
    def training(
        files: Annotated[
            list[str] | None, typer.Argument(metavar="[FILES]...", help=say("cli.drill-training-files"))
        ] = None,
        name: Annotated[str, typer.Option("--name", help=say("cli.drill-training-name"))] = "",
        done: Annotated[str, typer.Option("--done", help=say("cli.drill-done"))] = "",
        on: Annotated[str, typer.Option("--on", help=say("cli.drill-done-on"))] = "",
        by: Annotated[str, typer.Option("--by", help=say("cli.drill-done-by"))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=say("cli.json"))] = False,
    ) -> int:
        return run(call, files or [], name, done, on, by, as_json)


def run(call: Call, files: list[str], name: str, done: str, on: str, by: str, as_json: bool) -> int:
    """Record a step where one is named, then show the plan; 2 when a file could not be read."""
    from salescoach import enrolling, grading
    from salescoach.commands.drills.results import tell_skipped
    from salescoach.formats.json import document
    from salescoach.opening import shown
    from salescoach.terminal import show

    if done:
        day = enrolling.note_done(call, name, done, on, by)
        show.note(call.say("drill.noted", step=done, day=day))
    read = grading.read_exports(files)
    tell_skipped(call, read)
    names = list(dict.fromkeys([name] if name or not files else [one.name for one in read.exports]))
    plans = [enrolling.plan(call, one, read.exports) for one in names]
    for one in plans[:1]:
        if one.aside is not None:
            show.note(call.say("drill.history-aside", path=shown(one.aside)))
    if as_json:
        show.out(document(plans=[_plain(one, call.language) for one in plans]), raw=True)
    else:
        for one in plans:
            _show(call, one)
    return 2 if read.skipped else 0


def _plain(plan: "Plan", language: str) -> dict[str, Any]:
    from salescoach.text import pick

    return {
        "name": plan.name,
        "steps": [
            {
                "id": one.step.id,
                "title": pick(one.step.title, language),
                "state": one.state,
                "done_on": str(one.done_on) if one.done_on else None,
                "shown": len(one.shown),
                "of": one.step.exit.times,
                "waits_for": list(one.waits),
                "until": str(one.until) if one.until else None,
                "due": one.due,
                "early": one.early,
            }
            for one in plan.steps
        ],
    }


def _show(call: Call, plan: "Plan") -> None:
    from salescoach.terminal import show
    from salescoach.text import pick

    title = pick(plan.training.title, call.language)
    show.out(call.say("drill.training-of", title=title, name=plan.name) if plan.name else title)
    titles = {one.step.id: pick(one.step.title, call.language) for one in plan.steps}
    for at, one in enumerate(plan.steps, 1):
        show.out(
            f"{MARKS[one.state]} {at}. {titles[one.step.id]} ({one.step.id}) · {_told(call, one, titles)}"
        )
        if one.state in ("open", "started", "stale"):
            show.out(f"     {pick(one.step.goal, call.language)}")
        if one.early and one.state != "stale":
            before = call.say("drill.comma").join(titles[i] for i in one.step.entry.after)
            show.out("     " + call.say("drill.training-early", before=before))


def _told(call: Call, one: "Standing", titles: dict[str, str]) -> str:
    from salescoach.text import say_date

    facts: dict[str, object] = {"count": len(one.shown), "of": one.step.exit.times}
    facts["day"] = say_date(one.done_on, call.language) if one.done_on else ""
    facts["before"] = call.say("drill.comma").join(titles[ident] for ident in one.waits)
    words = call.say(f"drill.training-{one.state}", **facts)
    if one.until is None or one.state not in ("open", "started"):
        return words
    until = call.say(
        "drill.training-due" if one.due else "drill.training-until", day=say_date(one.until, call.language)
    )
    return words + call.say("drill.semicolon") + until
