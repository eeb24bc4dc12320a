"""The golden deals of `gates/`, and edits of their text: what a test of the judgement begins with.

An edit is one change of the text: `from` becomes `to`, `drop` takes out the line or the entry that holds these
words, `last` moves that entry to the end of its list, `add` puts lines at the end of the file; `after` says from
where on the words are looked for.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from conftest import TESTS, read_yaml

from salescoach.yamlfile.read import read
from salescoach.yamlfile.rewrite import rewrite

FOLDERS = sorted(p.parent for p in (TESTS / "gates").glob("*/deal.yaml"))
EDITS = {folder: read_yaml(folder / "edits.yaml") for folder in FOLDERS}
Edit = Mapping[str, Any]


def golden(folder: Path) -> str:
    """The text of a stage's golden deal."""
    return (folder / "deal.yaml").read_text(encoding="utf-8")


def rewound(folder: Path) -> tuple[str, str]:
    """A golden deal as it was before it left its stage, and the day on which it did."""
    raw = golden(folder).encode()
    content = read(raw, "deal.yaml").data
    assert isinstance(content, dict)
    history = [e for e in content["stage_history"] if e["stage"] <= folder.name]
    day = history[-1].pop("left")
    wanted = {**content, "stage": folder.name, "stage_history": history, "waivers": []}
    return rewrite(raw, wanted).decode(), day


def changed(text: str, edit: Edit) -> str:
    """The text after one edit."""
    if "add" in edit:
        return text + edit["add"]
    words = next(edit[how] for how in ("from", "drop", "last") if how in edit)
    at = place(text, words, edit.get("after", ""))
    if "from" in edit:
        return f"{text[:at]}{edit['to']}{text[at + len(words) :]}"
    lines = text.splitlines(keepends=True)
    first = text.count("\n", 0, at)
    end = next(i for i in range(first + 1, len(lines)) if depth(lines[i]) <= depth(lines[first]))
    entry, rest = lines[first:end], lines[:first] + lines[end:]
    if "last" in edit:
        first = next(i for i in range(first, len(rest)) if depth(rest[i]) < depth(entry[0]))
        rest[first:first] = entry
    return "".join(rest)


def place(text: str, words: str, after: str) -> int:
    """Where the words stand: the one place, or the first one after others that stand there once."""
    assert text.count(after or words) == 1, (
        f"{after or words!r} stands there {text.count(after or words)} times"
    )
    return text.index(words, text.index(after) if after else 0)


def depth(line: str) -> int:
    """How far a line is indented; a blank one ends every list."""
    return len(line) - len(line.lstrip()) if line.strip() else -1
