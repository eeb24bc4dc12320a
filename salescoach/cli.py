"""The command line: the options that hold everywhere, and the commands, one file each in `commands/`."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from salescoach import commands, modules
from salescoach.call import Call
from salescoach.errors import RequestError
from salescoach.messages import LANGUAGES, Say, find_language, speaker, texts

if TYPE_CHECKING:
    import typer

OPTIONS = {"--root": "root", "--lang": "language", "--today": "today", "--playbooks": "playbooks"}
NARROW = 52
"""Columns below which the library would write help wider than the terminal."""
SWITCHES = {"--no-input": "no_input", "--debug": "debug"}


def split(arguments: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """The options that hold for every command, wherever they stand, and the rest; `--` ends them."""
    common: dict[str, str] = {}
    rest: list[str] = []
    waiting = list(arguments)
    while waiting:
        word = waiting.pop(0)
        name, equals, value = word.partition("=")
        if word == "--":
            return common, [*rest, word, *waiting]
        if name in OPTIONS and (equals or waiting):
            common[OPTIONS[name]] = value if equals else waiting.pop(0)
        elif word in SWITCHES:
            common[SWITCHES[word]] = "yes"
        else:
            rest.append(word)
    return common, rest


def dispatch(
    common: Mapping[str, str], rest: Sequence[str], language: str, environment: Mapping[str, str]
) -> int:
    """Run the command that `rest` names and return its exit code."""
    call = call_of(common, environment)
    if common.get("language", language).partition("-")[0] not in LANGUAGES:
        raise RequestError("no-language", name=common["language"], names=", ".join(LANGUAGES))
    if rest[:1] == ["check"]:
        from salescoach.commands import check

        if (given := check.read(rest[1:])) is not None:
            return check.run(call, given)
    from salescoach import completing

    if rest and rest[0] in completing.FLAGS:
        return completing.set_up(call, rest)
    return _run(build(call), rest, call.say)


def call_of(common: Mapping[str, str], environment: Mapping[str, str]) -> Call:
    """What holds for every command, from the options and the environment."""
    language = find_language(common.get("language"), environment)
    return Call(
        language=language,
        say=speaker(language),
        today=_today(common, environment),
        root=common.get("root") or environment.get("SALESCOACH_ROOT"),
        playbooks=common.get("playbooks"),
        ask="no_input" not in common and environment.get("CI", "").casefold() not in ("1", "true"),
        environment=environment,
    )


def _today(common: Mapping[str, str], environment: Mapping[str, str]) -> date:
    asked = common.get("today") or environment.get("SALESCOACH_TODAY")
    if not asked:
        return date.today()
    try:
        return date.fromisoformat(asked)
    except ValueError:
        raise RequestError("bad-today", value=asked) from None


def build(call: Call) -> "typer.Typer":
    """The application in the caller's language."""
    import shutil

    import typer

    wide = shutil.get_terminal_size().columns
    app = typer.Typer(
        help=call.say("cli.salescoach"),
        epilog=call.say("cli.everywhere"),
        cls=_group(call.say),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={
            "help_option_names": ["-h", "--help"],
            "max_content_width": 100,
            "terminal_width": wide - 2 if wide < NARROW else None,
        },
    )
    app.callback()(lambda: None)
    for name in command_names():
        modules.named(commands.__name__, name).register(app, call)
    return app


def command_names() -> list[str]:
    """Every command's module, in the order of a deal's journey; new ones come last."""
    found = modules.names(commands.__name__)
    return sorted(found, key=lambda n: commands.ORDER.index(n) if n in commands.ORDER else len(found))


def translated(help_text: str, say: Say) -> str:
    """The words that the library puts into help and usage, in the caller's language."""
    for name, languages in texts("library").items():
        help_text = help_text.replace(languages["en"], say(f"library.{name}"))
    return help_text


def _group(say: Say) -> "type[typer.core.TyperGroup]":
    import typer

    class Group(typer.core.TyperGroup):
        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            found: Any = super().get_command(ctx, cmd_name)
            if found is not None and "get_help" not in vars(found):
                plain = found.get_help
                found.get_help = lambda inner: translated(plain(inner), say)
            return found

        def get_help(self, ctx: Any) -> str:
            return translated(super().get_help(ctx), say)

    return Group


def _run(app: "typer.Typer", rest: Sequence[str], say: Say) -> int:
    """Run the application; what the library says about a wrong command line becomes one of our sentences."""
    import typer

    try:
        code = app(list(rest), standalone_mode=False, prog_name="salescoach")
    except typer.Abort:
        return 130
    except SystemExit as end:  # how the library ends when the reader of our output is gone
        raise BrokenPipeError from end
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        if type(error).__name__ == "NoArgsIsHelpError":
            from salescoach.terminal.show import out

            out(error.format_message())
            return 0
        raise RequestError("usage", problem=_problem(error, say), command=_command(error)) from None
    return code if isinstance(code, int) else 0


_PROBLEMS = {
    "no-such-command": r"No such command '(?P<name>.*?)'\.?(?P<rest>.*)",
    "no-such-option": r"No such option: (?P<name>\S+)(?P<rest>.*)",
    "missing-argument": r"Missing argument '?(?P<name>.*?)'?\.(?P<rest>.*)",
    "needs-value": r"Option '(?P<name>.*?)' requires an argument\.(?P<rest>.*)",
    "extra-argument": r"Got unexpected extra arguments? \((?P<name>.*?)\)(?P<rest>.*)",
    "bad-value": r"Invalid value for '?(?P<name>.*?)'?: (?P<rest>.*)",
}


def _problem(error: Any, say: Say) -> str:
    """A usage error in the caller's language; its proposals ("Did you mean …") are kept."""
    message = str(error.format_message())
    for key, pattern in _PROBLEMS.items():
        found = re.match(pattern, message, re.DOTALL)
        if found:
            near = re.findall(r"'([^']+)'|(--[\w-]+)", found["rest"])
            names = ", ".join(a or b for a, b in near)
            tail = say("cli.did-you-mean", names=names) if names and key.startswith("no-such") else ""
            return say(f"cli.{key}", name=found["name"]) + tail
    return message


def _command(error: Any) -> str:
    context = getattr(error, "ctx", None)
    return str(context.command_path) if context is not None else "salescoach"
