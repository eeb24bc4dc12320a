"""`drill correct`: a line is something else than it was heard as, from now on and for the whole team."""

from typing import TYPE_CHECKING, Annotated

import typer

from salescoach import completing
from salescoach.call import Call
from salescoach.errors import RequestError

if TYPE_CHECKING:
    from salescoach.correcting import Meant


def register(group: typer.Typer, call: Call) -> None:
    """Add the command to the group."""
    say = call.say

    @group.command("correct", help=say("cli.drill-correct"))
    def correct(
        line: Annotated[str, typer.Argument(metavar="[LINE]", help=say("cli.drill-correct-line"))] = "",
        kind: Annotated[str, completing.option("--type", say("cli.drill-correct-type"), _types, "TYPE")] = "",
        number: Annotated[
            int | None, typer.Option("--line", metavar="NUMBER", help=say("cli.drill-correct-number"))
        ] = None,
        attempt: Annotated[
            str, typer.Option("--attempt", metavar="SCENARIO", help=say("cli.drill-correct-attempt"))
        ] = "",
        transcript: Annotated[
            str, typer.Option("--transcript", metavar="FILE", help=say("cli.drill-correct-transcript"))
        ] = "",
        scenario: Annotated[
            str, typer.Option("--scenario", metavar="SCENARIO", help=say("cli.drill-correct-scenario"))
        ] = "",
        fact: Annotated[str, typer.Option("--fact", metavar="FACT", help=say("cli.drill-correct-fact"))] = "",
    ) -> int:
        from salescoach.correcting import LAST, Meant, line_of_attempt, line_of_transcript, type_of

        if not kind:
            raise RequestError("needs-flag", flag="--type")
        if (
            bool(line) == (number is not None)
            or (attempt and transcript)
            or (line and (attempt or transcript))
        ):
            raise RequestError("what-to-correct")
        found = type_of(call, kind)
        if number is not None and transcript:
            line = line_of_transcript(transcript, number)
        elif number is not None:
            line, played = line_of_attempt(call, attempt or LAST, number)
            scenario = scenario or (played if fact else "")
        return run(call, Meant(line, found, scenario, fact))


def _types(incomplete: str) -> list[str]:
    from salescoach.drill.heard import LABELS

    return [name for name in LABELS if name.startswith(incomplete)]


def run(call: Call, meant: "Meant") -> int:
    """Write it, and say what the line was heard as until now."""
    from salescoach.correcting import correct
    from salescoach.opening import shown
    from salescoach.terminal import show

    done = correct(call, meant)
    before = done.before
    facts = {
        "line": meant.line.strip(),
        "type": call.say(f"drill.type-{meant.type}"),
        "before": call.say(f"drill.type-{before.type}"),
        "path": shown(done.path),
    }
    key = "drill.corrected" if done.is_new else "drill.corrected-again"
    show.note(call.say(key, sure=round(100 * before.sure), **facts))
    return 0
