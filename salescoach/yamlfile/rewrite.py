"""Changes a YAML file to hold what is wanted, and leaves every other byte as a person wrote it."""

from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff
from math import isfinite
from re import compile as pattern
from typing import Any

from salescoach.yamlfile.decode import BOM
from salescoach.yamlfile.document import Document
from salescoach.yamlfile.edit_block import BlockEditor
from salescoach.yamlfile.layout import Layout, Unclear
from salescoach.yamlfile.match import same
from salescoach.yamlfile.read import read
from salescoach.yamlfile.render import Habit, document
from salescoach.yamlfile.splices import Splices

_LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class CannotEdit(Exception):  # noqa: N818 - what callers ask about
    """The file is laid out in a way that cannot be changed safely. `by_hand` shows the change to make."""

    def __init__(self, by_hand: str) -> None:
        super().__init__(by_hand)
        self.by_hand = by_hand


def rewrite(raw: bytes, wanted: object, known: Document | None = None) -> bytes:
    """`raw` with the lines changed that must change for `read` to give `wanted`.

    `wanted` is plain data: dict with text keys, list, str, int, float, bool, None. The same bytes
    come back when nothing differs. Raises CannotEdit, TypeError for other types, ValueError for
    numbers and text that no YAML file can hold. `known` is `raw` as read, where that was done already.
    """
    want = _plain(wanted)
    before = known if known is not None and known.raw == raw else read(raw, "")
    if before.readable and same(before.data, want):
        return raw
    for edited in _edits(before, want) if before.readable else ():
        if _holds(edited, want, before):
            return edited
    raise CannotEdit(_by_hand(before.data if before.readable else None, want))


def unified(before: bytes, after: bytes, path: str) -> str:
    """The unified diff between two states of a file, "" when they are equal."""
    old, new = (_LINE.findall(raw.decode("utf-8", "replace")) for raw in (before, after))
    shown = []
    for line in unified_diff(old, new, path, path):
        shown.append(line.rstrip("\r\n"))
        if line[-1] not in "\r\n":
            shown.append("\\ No newline at end of file")
    return "".join(line + "\n" for line in shown)


def _edits(before: Document, want: object) -> Iterator[bytes]:
    """The edited file; if its last line is not closed, also the ways to close it.

    A block scalar on that line needs a line break after it, or a mark that the break is not its own.
    """
    yield from _edit(before, want)
    if before.text and before.text[-1] not in "\r\n":
        yield from _edit(before, want, close=True)
        yield from _edit(before, want, chomp=True)


def _edit(before: Document, want: object, close: bool = False, chomp: bool = False) -> Iterator[bytes]:
    layout, splices = Layout(before.text), Splices(before.text)
    last = _last_scalar(before.root)
    if chomp and last is not None and last.style in ("|", ">"):
        mark = last.start_mark.index + 1
        splices.replace(mark, mark, "-")
    try:
        BlockEditor(layout, splices, _habit(before.root, layout)).root(before.root, before.data, want)
        text = splices.apply()
    except Unclear:
        return
    text += splices.line_break if close else ""
    yield (BOM if before.raw.startswith(BOM) else b"") + text.encode("utf-8")


def _last_scalar(node: Any) -> Any:
    while node is not None and node.id != "scalar":
        node = (node.value[-1][1] if node.id == "mapping" else node.value[-1]) if node.value else None
    return node


def _holds(raw: bytes, want: object, before: Document) -> bool:
    """The read-back: what was meant is there, and no error that was not there before."""
    after = read(raw, "")
    new = Counter(f.rule for f in after.findings) - Counter(f.rule for f in before.findings)
    return after.readable and same(after.data, want) and not any(f.rule in new for f in after.findings)


def _by_hand(have: object, want: object) -> str:
    """The change as a diff of the data, for a file whose own lines cannot be relied on."""
    old, new = ("\n".join([*document(value, Habit()), ""]).encode("utf-8") for value in (have, want))
    return "".join(unified(b"" if have is None else old, new, "").splitlines(keepends=True)[2:])


def _plain(value: Any) -> Any:
    """A copy in exact types, so that comparing by type holds."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("keys must be text")
        return {_plain(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, str):
        value.encode("utf-8")  # a lone surrogate is a ValueError here, not when the file is written
        return "".join((value,))
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        if not isfinite(value):
            raise ValueError("a number must be finite")
        return float(value)
    raise TypeError(f"cannot write a {type(value).__name__}")


def _habit(root: Any, layout: Layout) -> Habit:
    """How far this file indents, by its first mapping in a mapping and its first list in a mapping."""
    found: dict[str, int] = {}
    waiting = [root] if root is not None else []
    while waiting and len(found) < 2:
        node = waiting.pop(0)
        if node.id == "scalar" or node.flow_style:
            continue
        children = [value for _, value in node.value] if node.id == "mapping" else node.value
        for child in children:
            if node.id == "mapping" and child.id != "scalar" and not child.flow_style:
                indent = layout.column(child.start_mark.index) - layout.column(node.start_mark.index)
                found.setdefault(child.id, indent)
        waiting += children
    return Habit(found.get("mapping", 2), found.get("sequence", 2))
