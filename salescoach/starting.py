"""What a team's repo begins with: the files of `init`, and how each goes beside what is there already."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from salescoach import __version__
from salescoach.call import Call
from salescoach.errors import RequestError

TEMPLATES = Path(__file__).resolve().parent / "init"
FOLDERS = ("deals", "playbooks")
SCHEMA = ".vscode/salescoach-deal.schema.json"
"""Named in the editor's settings (`init/editor-settings.json`), too."""
NO_SOURCE = f"git+https://git.example.com/your-team/salescoach@v{__version__}"
"""Stands where the source is unknown: a host that nobody can have, so that nothing wrong is ever installed."""
_SOURCE = re.compile(r"[A-Za-z0-9][\w @:/+.=<>!~,#&%?\[\]()-]*", re.ASCII)
_GIT = re.compile(r"(?:salescoach ?@ ?)?git\+(?P<repo>[^#]+?)@(?P<rev>[^@/#]+)")
_SLOT = re.compile(r"@@([a-z]+)@@")
_COMMENT = re.compile(r"( *)#: ([a-z-]+)")


class Piece(NamedTuple):
    """One file that a team's repo begins with.

    `join`: how it goes into a file that is there already: "whole" takes its place, "lines" and "json" add to it,
    "never" leaves it alone, for what is in it is the team's.
    """

    path: str
    text: str
    join: str = "whole"


class Place(NamedTuple):
    """Where a piece goes. `before` is what is there (None: nothing), `after` what is wanted (None: it cannot be)."""

    piece: Piece
    target: Path
    before: bytes | None
    after: bytes | None

    @property
    def is_there(self) -> bool:
        """Whether nothing is left to do; line ends do not matter."""
        return None not in (self.before, self.after) and _same(self.before or b"", self.after or b"")

    @property
    def is_own(self) -> bool:
        """Whether what is there is the team's, and other than a new repo would have it."""
        before = self.before if self.piece.join == "never" else None
        return before is not None and not _same(before, self.piece.text.encode())


def places(root: Path, call: Call, source: str) -> list[Place]:
    """Every piece beside what is there in `root`, which need not exist. `source`: what pip installs in CI.

    Raises RequestError where a link leads out of `root`, something there is no file, or the source would
    mean something else on the one line of a CI file where it stands; Unusable for a broken playbook in `root`.
    """
    if not _SOURCE.fullmatch(source):
        raise RequestError("bad-source", value=source)
    everything = (*_folders(root), *_pieces(call, source), _schema(root, call))
    return [_place(root, piece) for piece in everything]


def _folders(root: Path) -> Iterator[Piece]:
    """Git keeps no empty folder."""
    from salescoach.files import repo

    for name in FOLDERS:
        if _is_empty(repo.inside(root, name)):
            yield Piece(f"{name}/.gitkeep", "")


def _is_empty(folder: Path) -> bool:
    try:
        return not any(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError as error:
        raise RequestError("cannot-read", path=str(folder), reason=error.strerror or str(error)) from error


def _pieces(call: Call, source: str) -> Iterator[Piece]:
    """The files, their comments in the caller's language."""
    git = _GIT.fullmatch(source)
    values = {"source": source, "language": call.language}
    values |= git.groupdict() if git else {}
    hooks = "pre-commit.yaml" if git else "pre-commit-local.yaml"
    for path, template, join in (
        ("salescoach.yaml", "settings.yaml", "never"),
        (".gitignore", "ignored.txt", "lines"),
        (".github/workflows/salescoach.yml", "github.yml", "whole"),
        (".gitlab-ci.yml", "gitlab.yml", "whole"),
        (".pre-commit-config.yaml", hooks, "whole"),
        (".vscode/settings.json", "editor-settings.json", "json"),
        (".vscode/extensions.json", "editor-extensions.json", "json"),
    ):
        text = (TEMPLATES / template).read_text(encoding="utf-8")
        yield Piece(path, _filled(text, call, values), join)


def _schema(root: Path, call: Call) -> Piece:
    """What an editor needs to complete a deal: the same as `playbook schema --deal` writes."""
    from salescoach.files.playbooks import list_playbooks
    from salescoach.opening import schema_of_deals
    from salescoach.schema import render

    names = [folder.name for folder in list_playbooks(root, call.playbooks)]
    return Piece(SCHEMA, render(schema_of_deals(root, call, names)))


def _place(root: Path, piece: Piece) -> Place:
    from salescoach.files import repo

    target = repo.inside(root, piece.path)
    if not os.path.lexists(target):
        return Place(piece, target, None, piece.text.encode())
    before = repo.read_bytes(target)
    return Place(piece, target, before, _JOINS[piece.join](before, piece.text))


def _filled(text: str, call: Call, values: dict[str, str]) -> str:
    """A template with its comments said (`#: name`) and its values in quotes (`@@name@@`)."""
    lines = []
    for line in text.splitlines():
        comment = _COMMENT.fullmatch(line)
        if comment:
            said = call.say(f"init.{comment[2]}").splitlines()
            lines += [f"{comment[1]}# {part}" for part in said]
        else:
            lines.append(_SLOT.sub(lambda found: json.dumps(values[found[1]]), line))
    return "\n".join(lines) + "\n"


def _same(left: bytes, right: bytes) -> bool:
    return left.replace(b"\r\n", b"\n") == right.replace(b"\r\n", b"\n")


def _whole(_before: bytes, text: str) -> bytes:
    return text.encode()


def _never(before: bytes, _text: str) -> bytes:
    return before


def _lines(before: bytes, text: str) -> bytes:
    """The lines that are missing, after those that are there."""
    there = {line.strip() for line in before.splitlines()}
    missing = [x for x in text.encode().splitlines() if x not in there and not x.startswith(b"#")]
    if not missing:
        return before
    end = b"\r\n" if b"\r\n" in before else b"\n"
    gap = end if before and not before.endswith(b"\n") else b""
    return before + gap + end.join(missing) + end


def _json(before: bytes, text: str) -> bytes | None:
    """What is missing in the settings that are there; None where they are not plain JSON (comments, say)."""
    try:
        have = json.loads(before.decode("utf-8"))
    except ValueError:
        return None
    if not isinstance(have, dict):
        return None
    both = _with(have, json.loads(text))
    if both == have:
        return before
    indent = re.search(rb"\n([ \t]+)\S", before)
    return (json.dumps(both, ensure_ascii=False, indent=indent[1].decode() if indent else 2) + "\n").encode()


def _with(have: Any, more: Any) -> Any:
    """`have` and what of `more` it lacks; where they contradict each other, `have` holds."""
    if isinstance(have, dict) and isinstance(more, dict):
        return {**have, **{k: _with(have[k], v) if k in have else v for k, v in more.items()}}
    if isinstance(have, list) and isinstance(more, list):
        return have + [entry for entry in more if entry not in have]
    return have


_JOINS = {"whole": _whole, "never": _never, "lines": _lines, "json": _json}
