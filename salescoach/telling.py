"""What several commands tell the person, in the same words."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from salescoach.call import Call
from salescoach.opening import Opened, shown
from salescoach.terminal import show

if TYPE_CHECKING:
    from salescoach.findings import Finding
    from salescoach.planning import Written

MOST_PROBLEMS = 5
MOST_LINES = 40


def deliver(chunks: Iterable[str], output: str, for_programs: bool = False) -> None:
    """A product that did its own escaping: to the file `output`, or to stdout where that is empty or `-`.

    A file is UTF-8, and so is what programs read; people have the characters of their console.
    """
    if output in ("", "-"):
        if for_programs:
            show.speak_to_programs()
        for chunk in chunks:
            show.out(chunk, raw=True)
    else:
        from salescoach.files import atomic

        atomic.write(Path(output), "".join(chunks).encode("utf-8", "backslashreplace"), atomic.ANY)


def deliver_page(text: str, output: str) -> None:
    """A page of Markdown: as it is to the file `output` or a pipe, laid out for reading on a terminal."""
    if output in ("", "-") and show.on_terminal(sys.stdout):
        show.page(text)
    else:
        deliver([text], output)


def tell_findings(call: Call, findings: "list[Finding]", fmt: str, fail_on: str) -> int:
    """What a linter found, as `text` or `json`, and how much; 1 when something is at `fail_on` or above."""
    from salescoach.findings import LEVELS, worst
    from salescoach.formats import json, lines

    rendered = {"text": lines.render, "json": json.listed}[fmt](findings, call.language)
    if rendered:
        show.out(rendered, raw=fmt == "json")
    show.note(lines.summary(findings, call.language))
    level = worst(findings)
    return int(bool(level) and LEVELS.index(level) >= LEVELS.index(fail_on))


def tell_problems(call: Call, opened: Opened) -> None:
    """What in the deal's file needs a look."""
    wrong = [f for f in opened.findings if f.level != "note"]
    if wrong:
        from salescoach.formats.lines import render

        show.note(call.say("prep.file-problems", count=len(wrong), path=shown(opened.path)))
        show.note(render(wrong[:MOST_PROBLEMS], call.language))


def tell_waiting(call: Call, root: Path, ident: str, deal: bytes) -> None:
    """That answers of a preparation wait to be written to a deal, whose file holds `deal`."""
    from salescoach.preparing import waiting

    if count := waiting(root, ident, deal):
        show.note(call.say("prep.waiting", count=count, deal=ident))


def tell_changes(call: Call, path: str, changes: str) -> None:
    """What was added to a file and taken away, without the diff's own lines."""
    show.note("\n" + (call.say("prep.changed", path=path) if changes else call.say("prep.nothing-changed")))
    lines = [x for x in changes.splitlines() if x[:1] in "+-" and x[:3] not in ("+++", "---")]
    if lines:
        show.note("\n".join(lines[:MOST_LINES] + ["…"] * (len(lines) > MOST_LINES)), "dim")


def tell_flaws(call: Call, path: str, flaws: list["Finding"]) -> None:
    """What keeps the plan from being good enough to go."""
    if flaws:
        from salescoach.formats.lines import render

        show.note(call.say("prep.flaws", path=path))
        show.note(render(flaws[:MOST_PROBLEMS], call.language))


def tell_plan(call: Call, written: "Written") -> None:
    """Where the plan lies; what was kept because somebody had edited it."""
    if written.kept is not None:
        show.note(call.say("prep.plan-kept", path=shown(written.kept), new=shown(written.path)))
        show.note(written.difference, "dim")
    show.note(call.say("prep.plan-written", path=shown(written.path)), "bold")
