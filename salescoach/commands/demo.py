"""`demo`: a real deal, played end to end; the first thing a newcomer runs."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from salescoach.call import Call
from salescoach.errors import Interrupted, RequestError
from salescoach.messages import Say

if TYPE_CHECKING:
    from salescoach.dialogue import Ask, Reply

STORY = Path(__file__).resolve().parent.parent / "demo"
DAY = date(2026, 11, 21)
DEAL = "haichuan-charging"
REPLIES = "replies.jsonl"
FOLDER = "salescoach-demo"


def register(app: typer.Typer, call: Call) -> None:
    """Add the command to the application."""

    @app.command("demo", help=call.say("cli.demo"))
    def demo(folder: Annotated[str, typer.Option("--dir", help=call.say("cli.dir"))] = "") -> int:
        return run(call, folder)


def run(call: Call, folder: str) -> int:
    """Copy the story, play the preparation, show the plan and where it lies."""
    from salescoach import planning, preparing
    from salescoach.opening import open_deal, shown
    from salescoach.telling import tell_changes
    from salescoach.terminal import show
    from salescoach.terminal.prompts import Terminal, interactive
    from salescoach.terminal.signals import caught
    from salescoach.text import say_date
    from salescoach.yamlfile.rewrite import unified

    language = "zh" if call.language.startswith("zh") else "en"
    root = _copy(STORY / language, _folder(folder))
    call = call._replace(root=str(root), today=DAY)
    show.note(call.say("demo.story", folder=shown(root), today=say_date(DAY, language)), "bold")
    prep = preparing.begin(call, open_deal(call, DEAL), {})
    if call.ask and interactive():
        try:
            with caught():
                preparing.play(prep, Terminal(call.say, DAY), show.note)
        except (Interrupted, RequestError, KeyboardInterrupt):
            show.note("\n" + call.say("demo.stopped", folder=shown(root), ident=DEAL, today=str(DAY)))
            raise
    else:
        show.note(call.say("demo.recorded"))
        preparing.play(prep, Recorded(_replies(language), call.say), show.note)
    content = preparing.content_to_write(prep, with_plan=True)
    before, after = preparing.write_deal(prep, content)
    written = planning.write_plan(prep.opened, planning.brief_of(call, prep.opened, content))
    prep.journal.close_done()
    path = shown(prep.opened.path)
    tell_changes(call, path, unified(before, after, path))
    show.note("")
    show.out(written.text.partition("\n---\n")[0])
    facts = {
        "plan": shown(written.path),
        "deal": path,
        "folder": shown(root),
        "ident": DEAL,
        "flags": f"--today {DAY}{_language_flag(call)}",
    }
    show.note("\n" + call.say("demo.go-on", **facts))
    return 0


def _language_flag(call: Call) -> str:
    """What must be added to go on in the demo's language."""
    from salescoach.messages import find_language

    return "" if find_language(None, call.environment) == call.language else f" --lang {call.language}"


def _folder(asked: str) -> Path:
    """The folder asked for, which must be empty; else the first free one of our own name."""
    if asked:
        path = Path(asked)
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise RequestError("folder-not-empty", path=asked)
        return path
    names = [FOLDER, *(f"{FOLDER}-{number}" for number in range(2, 1000))]
    return next(p for n in names if not (p := Path.cwd() / n).exists())


def _copy(story: Path, folder: Path) -> Path:
    from salescoach.files.atomic import write

    for path in sorted(p for p in story.rglob("*") if p.is_file() and p.name != REPLIES):
        write(folder / path.relative_to(story), path.read_bytes(), None)
    return folder.resolve()


def _replies(language: str) -> dict[str, Mapping[str, Any]]:
    """The story's recorded answers, in the journal's form, by the key of the question."""
    import json

    lines = (STORY / language / REPLIES).read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines if line.strip()]
    return {record["key"]: record for record in records}


class Recorded:
    """Answers as the story has them; what it does not answer is taken as offered, or skipped."""

    def __init__(self, replies: Mapping[str, Mapping[str, Any]], say: Say) -> None:
        self._replies = replies
        self._say = say

    def ask(self, ask: "Ask") -> "Reply":
        """The recorded reply, shown like a conversation."""
        from salescoach.dialogue import Reply
        from salescoach.terminal import show

        found = self._replies.get(ask.key)
        if found is not None:
            reply = Reply(str(found["act"]), found.get("value"))
        else:
            reply = Reply("value", ask.default) if ask.default is not None else Reply("skip")
        show.note(ask.above, "dim")
        show.note(ask.prompt)
        show.note(self._say("demo.answer", text=_shown(ask, reply, self._say)), "bold")
        return reply


def _shown(ask: "Ask", reply: "Reply", say: Say) -> str:
    from salescoach.terminal.prompts import in_words

    if reply.act != "value":
        return say("demo.unknown" if reply.act == "unknown" else "demo.skipped")
    import json

    labels = {json.dumps(c.value, sort_keys=True): c.label for c in ask.choices}
    values = reply.value if isinstance(reply.value, list) else [reply.value]
    return say("demo.semicolon").join(labels.get(json.dumps(v, sort_keys=True), in_words(v)) for v in values)
