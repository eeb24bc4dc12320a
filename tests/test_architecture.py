"""The architecture of DESIGN.md §6 as tests: what imports what, and one file with one case for each of many."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest
from conftest import ROOT, TESTS

PACKAGE = ROOT / "salescoach"

LAYERS = (
    {
        "commands",
        "cli",
        "__main__",
        "call",
        "opening",
        "planning",
        "preparing",
        "starting",
        "linting",
        "telling",
        "checking",
        "standing",
        "advancing",
        "drilling",
        "enrolling",
        "grading",
        "rehearsing",
        "quizzing",
        "observing",
        "completing",
        "correcting",
    },
    {"lint"},
    {"plan", "drill", "rules"},
    {"coach"},
    {"requirements", "derived"},
    {"playbook", "deal"},
    {"fields", "files", "terminal", "formats"},
    {
        "yamlfile",
        "dialogue",
        "text",
        "visible",
        "markdown",
        "messages",
        "findings",
        "report",
        "modules",
        "memo",
        "schema",
        "errors",
    },
)
"""Top to bottom. A part may import what lies below it, never what lies beside it or above."""
TOP, EDGES, FOUNDATIONS = LAYERS[0], {"files", "terminal", "formats"}, LAYERS[-1]
LIBRARIES = {
    "yaml": {"yamlfile"},
    "questionary": {"terminal"},
    "prompt_toolkit": {"terminal"},
    "rich": {"terminal"},
    "pydantic": {"playbook"},
    "typer": TOP,
    "filelock": {"files"},
    "platformdirs": {"files"},
    "wcwidth": {"visible"},
    "markdown_it": {"plan"},
    "fsrs": {"drill"},
}
"""Which parts may import which library; anything else that is not Python's own may not be imported."""


class Import(NamedTuple):
    """One import of a module; `name` is what was imported, dotted."""

    path: Path
    line: int
    name: str

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line}: imports {self.name}"


@cache
def modules() -> tuple[Path, ...]:
    return tuple(sorted(p for p in PACKAGE.rglob("*.py") if "playbooks" not in p.parts))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def dotted(path: Path) -> str:
    """The name by which a module is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part_of(path: Path) -> str:
    """The part of the package that a module belongs to: its folder or its own name ("" for the package's)."""
    inner = path.relative_to(PACKAGE).parts
    return inner[0].removesuffix(".py").removeprefix("__init__")


def for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")


def walk(node: ast.AST) -> Iterator[ast.AST]:
    """Every node that runs: what is imported for types alone is left out."""
    for child in ast.iter_child_nodes(node):
        if for_types_only(child):
            assert isinstance(child, ast.If)
            for other in child.orelse:
                yield from walk(other)
            continue
        yield child
        yield from walk(child)


def imports(path: Path) -> Iterator[Import]:
    for node in walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (Import(path, node.lineno, a.name) for a in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            if node.module == "salescoach":
                yield from (Import(path, node.lineno, f"salescoach.{a.name}") for a in node.names)
            else:
                yield Import(path, node.lineno, node.module or "")


def layer(part: str) -> int:
    found = [i for i, names in enumerate(LAYERS) if part in names]
    assert found, f"salescoach/{part} has no layer: name it in LAYERS where it belongs"
    return found[0]


def inner_imports() -> Iterator[tuple[Import, str, str]]:
    """Imports of our own parts by our own parts: importer, imported."""
    for path in modules():
        for one in imports(path):
            pieces = one.name.split(".")
            if pieces[0] != "salescoach" or len(pieces) == 1 or not part_of(path):
                continue
            if (PACKAGE / pieces[1]).is_dir() or (PACKAGE / f"{pieces[1]}.py").exists():
                yield one, part_of(path), pieces[1]


def test_imports_point_downwards_only() -> None:
    wrong = []
    for one, part, other in inner_imports():
        beside = part != other and layer(part) == layer(other) and part not in TOP | FOUNDATIONS
        if layer(other) < layer(part) or beside:
            wrong.append(str(one))
    assert wrong == []


def test_the_edges_are_used_by_the_commands_alone() -> None:
    wrong = [
        str(o) for o, part, other in inner_imports() if other in EDGES and part != other and part not in TOP
    ]
    assert wrong == []


def test_libraries_are_imported_where_they_belong() -> None:
    wrong = []
    for path in modules():
        for one in imports(path):
            library = one.name.split(".")[0]
            if library in sys.stdlib_module_names or library == "salescoach":
                continue
            if part_of(path) not in LIBRARIES.get(library, set()):
                wrong.append(str(one))
    assert wrong == []


@pytest.mark.parametrize(
    "part", ["plan", "coach", "lint", "requirements", "derived", "playbook", "deal", "fields"]
)
def test_only_the_edges_read_print_or_look_at_the_clock(part: str) -> None:
    """No open, print, input, exit, clock, environment in what decides."""
    banned = {
        "open",
        "print",
        "input",
        "exit",
        "today",
        "now",
        "environ",
        "getenv",
        "read_text",
        "read_bytes",
        "system",
    }
    wrong = []
    for path in modules():
        if part_of(path) != part:
            continue
        for node in walk(tree(path)):
            called = node.func if isinstance(node, ast.Call) else None
            name = (
                called.id
                if isinstance(called, ast.Name)
                else called.attr
                if isinstance(called, ast.Attribute)
                else ""
            )
            if name in banned:
                wrong.append(f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}: {name}")
    assert wrong == []


# --- a folder means many of one shape: each has its case ----------------------------------------


def kinds_in(folder: str) -> list[str]:
    return sorted(p.stem for p in (PACKAGE / folder).glob("*.py") if p.stem != "__init__")


DRILL_RULES = ("lint/drills/scenario", "lint/drills/rubric")


@pytest.mark.parametrize("folder", ["requirements", "derived", "fields", "plan/checks", "rules"])
def test_every_kind_has_its_cases(folder: str) -> None:
    """`requirements/rows.py` has `tests/requirements/rows.yaml`, and no case file is left without its kind."""
    cases = TESTS / Path(folder).name
    assert [p.stem for p in sorted(cases.glob("*.yaml"))] == kinds_in(folder)


@pytest.mark.parametrize(
    "folder", ["requirements", "derived", "fields", "plan/checks", "rules", *DRILL_RULES]
)
def test_every_kind_has_its_shape(folder: str) -> None:
    needed = {
        "plan/checks": {"check"},
        "rules": {"check"},
        **{folder: {"check"} for folder in DRILL_RULES},
        "requirements": {"PARAMETERS", "judge"},
        "derived": {"PARAMETERS", "inputs", "compute"},
        "fields": {"ASKED_AS", "GUARDED", "problem", "schema", "show"},
    }[folder]
    for name in kinds_in(folder):
        assert needed <= set(vars(import_module(f"salescoach.{folder.replace('/', '.')}.{name}"))), name


def has_test(name: str) -> bool:
    """Whether some test or case file bears the name, or some test names it as a text."""
    files = [p for p in TESTS.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    if any(p.stem in (name, f"test_{name}") for p in files):
        return True
    return any(f'"{name}"' in p.read_text(encoding="utf-8") for p in files if p.suffix == ".py")


@pytest.mark.parametrize("name", kinds_in("commands"))
def test_every_command_has_its_test(name: str) -> None:
    assert has_test(name.rstrip("_")), f"no test names the command {name}"


@pytest.mark.parametrize("name", kinds_in("plan/sections"))
def test_every_section_is_named_headed_and_tested(name: str) -> None:
    texts = import_module("salescoach.messages.plan").TEXTS
    untitled = import_module("salescoach.plan.render").UNTITLED
    assert name in untitled or f"heading-{name}" in texts
    assert has_test(name), f"no test names the section {name}"


# --- messages ------------------------------------------------------------------------------------

AREAS = kinds_in("messages")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("area", AREAS)
def test_messages_say_the_same_in_both_languages(area: str) -> None:
    texts = import_module(f"salescoach.messages.{area}").TEXTS
    assert list(texts) == sorted(texts), "keys are sorted"
    for name, text in texts.items():
        assert set(text) == {"en", "zh"}, name
        assert text["en"].strip() and text["zh"].strip(), name
        assert placeholders(text["en"]) == placeholders(text["zh"]), name


@pytest.mark.parametrize("area", AREAS)
def test_chinese_messages_use_full_width_punctuation(area: str) -> None:
    for name, text in import_module(f"salescoach.messages.{area}").TEXTS.items():
        for mark in ",;?!":
            for at in (i for i, c in enumerate(text["zh"]) if c == mark):
                around = text["zh"][max(0, at - 1) : at] + text["zh"][at + 1 : at + 2]
                assert not any("\u4e00" <= c <= "\u9fff" for c in around), f"{name}: {text['zh']}"


class Said(NamedTuple):
    """A message named in the code: `key` is whole, or the beginning of one that is put together."""

    where: str
    key: str
    whole: bool


def keys_named(node: ast.expr) -> Iterator[tuple[str, bool]]:
    """The texts an argument may be: a literal, either branch, or the fixed beginning of an f-string."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value, True
    elif isinstance(node, ast.IfExp):
        yield from keys_named(node.body)
        yield from keys_named(node.orelse)
    elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
        yield str(node.values[0].value), False


def own_area(path: Path) -> str:
    """What the module's own `say` puts before a key, "" for nothing."""
    for node in walk(tree(path)):
        if isinstance(node, ast.FunctionDef) and node.name == "say":
            fixed = [n.values[0] for n in ast.walk(node) if isinstance(n, ast.JoinedStr)]
            return next((str(n.value) for n in fixed if isinstance(n, ast.Constant)), "")
    return ""


def area_of(call: ast.Call, path: Path) -> str | None:
    """The area that a call's first text is a key of: "" when the key names it itself, None when it is none."""
    func = call.func
    name = func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""
    owner = ast.unparse(func.value) if isinstance(func, ast.Attribute) else ""
    if name == "say" and "deal" not in owner:
        return "plan." if owner == "brief" else own_area(path) if owner == "self" else ""
    if isinstance(func, ast.Call) and ast.unparse(func.func) == "speaker":
        return ""
    if name == "Problem":
        return (
            "prompts."
            if path.stem == "dialogue" or imported_from(path, name) == "salescoach.dialogue"
            else "findings."
        )
    return {"RequestError": "errors."}.get(name, "findings." if name in RULE_AT else None)


RULE_AT = {"Finding": 3, "finding": 1, "find": 1, "Fault": 1}
"""Which argument is the text's key, where it is not the first."""


def imported_from(path: Path, name: str) -> str:
    """The module that a name comes from, "" when it is the module's own."""
    nodes = [n for n in ast.walk(tree(path)) if isinstance(n, ast.ImportFrom)]
    return next((n.module or "" for n in nodes if any(a.name == name for a in n.names)), "")


def messages_named() -> Iterator[Said]:
    for path in modules():
        for node in walk(tree(path)):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            area = area_of(node, path)
            name = ast.unparse(node.func).rpartition(".")[2]
            at = RULE_AT.get(name, 0)
            plain = at < len(node.args) and not any(isinstance(a, ast.Starred) for a in node.args[:at])
            for key, whole in keys_named(node.args[at]) if area is not None and plain else ():
                yield Said(f"{path.relative_to(ROOT)}:{node.lineno}", f"{area}{key}", whole)


def test_every_message_named_in_the_code_is_there() -> None:
    known = {
        f"{area}.{name}" for area in AREAS for name in import_module(f"salescoach.messages.{area}").TEXTS
    }
    named = list(messages_named())
    assert len(named) > 200
    missing = [
        f"{s.where}: {s.key}"
        for s in named
        if (s.key not in known if s.whole else not any(k.startswith(s.key) for k in known))
    ]
    assert missing == []


# --- what is imported, and where it runs ----------------------------------------------------------


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        capture_output=True, text=True, encoding="utf-8", cwd=ROOT, timeout=60, check=False,
    )  # fmt: skip


def test_every_module_can_be_imported_where_posix_is_not() -> None:
    names = [dotted(p) for p in modules() if p.stem != "__main__"]
    done = python(
        "import sys\n"
        "class Absent:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name in ('fcntl', 'termios', 'pwd', 'resource', 'grp', 'tty'):\n"
        "            raise ModuleNotFoundError(name=name)\n"
        "for name in ('fcntl', 'termios', 'pwd', 'resource', 'grp', 'tty'):\n"
        "    sys.modules.pop(name, None)\n"
        "sys.meta_path.insert(0, Absent())\n"
        "from importlib import import_module\n"
        f"for name in {names!r}:\n"
        "    try:\n"
        "        import_module(name)\n"
        "    except ImportError as error:\n"
        "        if error.name in ('fcntl', 'termios', 'pwd', 'resource', 'grp', 'tty'):\n"
        "            import traceback\n"
        "            frames = traceback.extract_tb(error.__traceback__)\n"
        "            print(name, 'needs', error.name, [f.filename for f in frames][-1])\n"
        "        else:\n"
        "            raise\n"
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


@pytest.mark.parametrize(
    "start", ["import salescoach.__main__", "import salescoach.__main__ as m; m.main(['--version'])"]
)
def test_the_start_is_light(start: str) -> None:
    """DESIGN.md §6: neither the entry nor `--version` loads what they do not need."""
    heavy = (
        "pydantic",
        "yaml",
        "rich",
        "questionary",
        "prompt_toolkit",
        "typer",
        "salescoach.playbook.model",
    )
    done = python(f"{start}\nimport sys\nprint('loaded', [n for n in {heavy!r} if n in sys.modules])")
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["loaded []"]), done.stdout + done.stderr


def test_judging_a_deal_prints_nothing_and_asks_nothing() -> None:
    """The layers that decide load neither the terminal nor the disk edge."""
    done = python(
        "import sys, salescoach.coach.gate, salescoach.coach.questions, salescoach.plan.render\n"
        "print([n for n in sys.modules if n.startswith(('salescoach.terminal', 'salescoach.files', 'rich', 'yaml'))])"
    )
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stdout + done.stderr
