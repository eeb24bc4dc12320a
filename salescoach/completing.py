"""Completion in the shell: the names that only the repo knows, and the answers to a shell that asks.

The library brings the scripts for the shells, and knows commands and options. Ids of deals come from listing folders;
a playbook is read only where its stages are asked for. A name that is no id is never handed to a shell.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from salescoach.call import Call
from salescoach.errors import RequestError

if TYPE_CHECKING:
    from salescoach.playbook.model import Playbook

VARIABLE = "_SALESCOACH_COMPLETE"
"""Set by the script of a shell that asks: `complete_bash`."""
PROGRAM = "salescoach"
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
FLAGS = ("--install-completion", "--show-completion")
DEFAULT_PLAYBOOK = "value-competition"
FORMATS_OF_LINT = ("text", "json")

Complete = Callable[[str], list[str]]
CompleteIn = Callable[[typer.Context, str], list[str]]


# what may stand where


def deal_argument(call: Call, *, all_if_none: bool = False) -> Any:
    """The argument that names a deal, the same in every command."""
    words = ("[DEAL]", call.say("cli.status-deal")) if all_if_none else ("DEAL", call.say("cli.deal"))
    return typer.Argument(metavar=words[0], help=words[1], autocompletion=deals(call))


def playbook_argument(call: Call, metavar: str, words: str) -> Any:
    """An argument that names a playbook."""
    return typer.Argument(metavar=metavar, help=words, autocompletion=playbooks(call))


def scenario_argument(call: Call, words: str, metavar: str = "SCENARIO") -> Any:
    """An argument that names a scenario."""

    def complete(incomplete: str) -> list[str]:
        from salescoach.files import drills
        from salescoach.opening import find_root_or_none

        there = drills.list_parts(find_root_or_none(call), call.playbooks, drills.SCENARIOS)
        return _beginning(incomplete, there)

    return typer.Argument(metavar=metavar, help=words, autocompletion=complete)


def option(flag: str, words: str, known: Sequence[str] | Complete | CompleteIn, metavar: str = "") -> Any:
    """An option with one of the known values, or with what a function says may stand there."""
    complete = known if callable(known) else one_of(known)
    return typer.Option(flag, help=words, metavar=metavar or None, autocompletion=complete)


def one_of(known: Sequence[str]) -> Complete:
    """One of a few words."""

    def complete(incomplete: str) -> list[str]:
        return _beginning(incomplete, known)

    return complete


def deals(call: Call) -> Complete:
    """Ids of deals."""

    def complete(incomplete: str) -> list[str]:
        from salescoach.files.names import deal_names

        root = _root(call)
        return deal_names(root, incomplete) if root is not None else []

    return complete


def playbooks(call: Call) -> Complete:
    """Names of playbooks."""

    def complete(incomplete: str) -> list[str]:
        from salescoach.files.names import is_id
        from salescoach.files.playbooks import list_playbooks

        names = (folder.name for folder in list_playbooks(_root(call), call.playbooks))
        return _beginning(incomplete, filter(is_id, names))

    return complete


def formats(incomplete: str) -> list[str]:
    """The formats of `check`."""
    from salescoach import formats as there

    return _beginning(incomplete, there.names())


def stages(call: Call) -> CompleteIn:
    """Stages of the playbook at hand: the deal's, or the one that is named."""

    def complete(context: typer.Context, incomplete: str) -> list[str]:
        playbook, _ = _at_hand(call, context)
        return _beginning(incomplete, (s.id for s in playbook.stages)) if playbook else []

    return complete


def criteria(call: Call) -> CompleteIn:
    """Exit criteria of the stage that the deal is in; of all where it is not known."""

    def complete(context: typer.Context, incomplete: str) -> list[str]:
        playbook, stage = _at_hand(call, context)
        listed = [s for s in playbook.stages if s.id == stage] or playbook.stages if playbook else []
        return _beginning(incomplete, (f"{s.id}/{c.id}" for s in listed for c in s.exit.criteria))

    return complete


def _beginning(incomplete: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if name.startswith(incomplete)]


def _root(call: Call) -> Path | None:
    from salescoach.files import repo

    return repo.find_root(Path.cwd(), call.root, call.environment)


def _at_hand(call: Call, context: typer.Context) -> "tuple[Playbook | None, str]":
    """The playbook that the command line is about, and the stage of its deal, "" where none is named.

    Before an option that waits for its value, the library leaves the arguments where they are: in `context.args`.
    """
    from salescoach.checking import method

    root, facts = _root(call), {}
    about = next((p.name for p in context.command.params if p.param_type_name == "argument"), "")
    named = str(context.params.get(about or "") or next(iter(context.args), ""))
    if root is not None and about == "deal" and named:
        facts = _facts(root, named)
    name = facts.get("playbook") or (named if about == "name" else "") or DEFAULT_PLAYBOOK
    found = method.load(root or Path.cwd(), call, name)
    return found.playbook, facts.get("stage", "")


def _facts(root: Path, deal: str) -> dict[str, str]:
    """Playbook and stage of a deal, read from their lines: no YAML is parsed for a key that was pressed.

    {} for a deal that is yet to be made.
    """
    from salescoach.files import repo

    try:
        raw = repo.read_bytes(repo.deal_file(root, deal))
    except RequestError:
        return {}
    found = re.findall(rb"^(playbook|stage)[ \t]*:[ \t]*[\"']?([a-z0-9][a-z0-9_-]*)", raw, re.MULTILINE)
    return {key.decode(): value.decode() for key, value in found}


# a shell that asks


def answer(environment: Mapping[str, str]) -> int:
    """Answer a shell on stdout. Whatever goes wrong, it gets nothing: a key that was pressed is no place for errors."""
    from salescoach.terminal import show

    try:
        show.out(_completions(environment), raw=True)
    except SystemExit as end:  # how fish is told whether there is anything
        return end.code if isinstance(end.code, int) else 0
    except Exception:
        return 0
    return 0


def _completions(environment: Mapping[str, str]) -> str:
    from salescoach.cli import OPTIONS, SWITCHES, build, call_of, split
    from salescoach.messages import LANGUAGES

    library = _library()
    library.completion_init()
    known: Any = library.shell_completion
    plain: Any = known.get_completion_class(environment[VARIABLE].partition("_")[2])

    class Ours(plain):  # type: ignore[misc] # one class for each shell
        def get_completions(self, args: list[str], incomplete: str) -> list[Any]:
            """With the options that hold everywhere taken out first: they say which repo, and in which language."""
            common, rest = split([a for a in args if a != "="])  # bash makes `--to=x` three words
            if rest[-1:] == ["--lang"]:
                return [known.CompletionItem(n) for n in _beginning(incomplete, LANGUAGES)]
            if rest and rest[-1] in OPTIONS:
                return []
            self.cli = typer.main.get_command(build(call_of(common, environment)))
            found = [item.value for item in super().get_completions(rest, incomplete)]
            if incomplete.startswith("-"):
                found += _beginning(incomplete, [*OPTIONS, *SWITCHES])
            return [known.CompletionItem(name) for name in dict.fromkeys(found)]

    return str(Ours(None, {}, PROGRAM, VARIABLE).complete())


def _library() -> Any:
    """Typer's completion: it has no types of its own to speak of."""
    from typer import completion

    return completion


# a person who sets it up


def set_up(call: Call, arguments: Sequence[str]) -> int:
    """`--install-completion [SHELL]`, `--show-completion [SHELL]`; the shell that this runs in when none is named."""
    from salescoach.terminal import show

    library = _library()
    shell = arguments[1] if len(arguments) > 1 else library._get_shell_name() or ""
    if shell not in SHELLS:
        raise RequestError("no-such-shell", name=shell, names=SHELLS, there=", ".join(SHELLS))
    if arguments[0] == "--show-completion":
        script = library.get_completion_script(prog_name=PROGRAM, complete_var=VARIABLE, shell=shell)
        show.out(script, raw=True)
        return 0
    try:
        _, path = library.install(shell=shell, prog_name=PROGRAM, complete_var=VARIABLE)
    except OSError as error:
        reason = error.strerror or str(error)
        raise RequestError("cannot-write", path=str(error.filename), reason=reason) from error
    show.note(call.say("cli.completion-installed", path=str(path)))
    return 0
