"""What was read from one YAML file: its data, and where each value stands."""

from bisect import bisect_right
from re import compile as pattern
from typing import Any, NamedTuple, Protocol

from salescoach.findings import Finding

Path = tuple[str | int, ...]

_BREAK = pattern(r"\r\n|\r|\n")


class Fault(NamedTuple):
    """A finding before it has a line: `place` is an index into the text, -1 the whole file."""

    place: int
    rule: str
    level: str = "error"
    facts: dict[str, object] = {}  # noqa: RUF012 - never written to


class Lines:
    """Turns an index into a text into line and column, both from 1, as editors count them."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None

    def place(self, index: int) -> tuple[int, int]:
        """Line and column of the character at `index`."""
        if self._starts is None:
            self._starts = [0, *(found.end() for found in _BREAK.finditer(self._text))]
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def line(self, index: int) -> int:
        """The line of the character at `index`."""
        return self.place(index)[0]


class NeedsPlaces(Exception):  # noqa: N818 - says what is wanted
    """A document that was read without places is asked for the line itself."""


class Placing(Protocol):
    """What knows where values stand without a node tree."""

    def place(self, path: Path, key: bool = False) -> tuple[int, int]:
        """Line and column of the value at `path`, or of its key; of what is nearest where it is missing."""


class Document:
    """One YAML file as read.

    `data` is plain dict, list, str, int, float, bool or None; where an entry is at fault (a second
    key of the same name, a number out of range) the rest is there all the same. `readable` is False
    when there is no data to speak of: then `data` is None and `findings` say why. `owed` are the places that a
    document that was read without any was asked for: the first is known as line -1, and so on.
    """

    __slots__ = ("_lines", "data", "findings", "owed", "path", "places", "raw", "readable", "root", "text")

    def __init__(self, path: str, raw: bytes, text: str, root: Any = None, data: object = None) -> None:
        self.path = path
        self.raw = raw
        self.text = text
        self.root = root  # the composed node tree (PyYAML's), None for an empty or unreadable file
        self.data = data
        self.readable = True
        self.findings: list[Finding] = []
        self.owed: list[tuple[Path, bool]] | None = None
        self.places: Placing | None = None
        self._lines = Lines(text)

    def report(self, faults: list[Fault]) -> list[Finding]:
        """`faults` as findings of this file, sorted by place."""
        return sorted((self._finding(fault) for fault in faults), key=lambda f: (f.line, f.column, f.rule))

    def place(self, path: Path, key: bool = False) -> tuple[int, int]:
        """Line and column of the value at `path`, or of its key; of what is nearest where it is missing.

        A value that is left empty stands where its key stands.
        """
        if self.owed is not None:
            self.owed.append((path, key))
            return -len(self.owed), 0
        if self.places is not None:
            return self.places.place(path, key)
        if self.root is None:
            return 1, 1
        name, value = None, self.root
        for part in path:
            step = _step(value, part)
            if step is None:
                key = False
                break
            name, value = step
        stands = name if name is not None and (key or _is_empty(value)) else value
        return self._lines.place(stands.start_mark.index)

    def part(self, path: Path) -> "Document":
        """What stands at `path`, as a document whose places are those in this file; it must be there."""
        node, data = self.root, self.data
        for at in path:
            _, node = _step(node, at) or (None, None)
            data = data[at]  # type: ignore[index]
        return Document(self.path, self.raw, self.text, node, data)

    def line(self, path: Path) -> int:
        """The line of the value at `path`. Raises NeedsPlaces where there are none yet."""
        if self.owed is not None:
            raise NeedsPlaces
        return self.place(path)[0]

    def _finding(self, fault: Fault) -> Finding:
        line, column = (0, 0) if fault.place < 0 else self._lines.place(fault.place)
        return Finding(self.path, line, column, fault.rule, fault.level, fault.facts)


def _step(node: Any, part: str | int) -> tuple[Any, Any] | None:
    """The key node (None in a list) and the value node of `part` within `node`."""
    children = node.value
    if node.id == "mapping":
        for name, value in children:
            if name.id == "scalar" and name.value == part:
                return name, value
    elif node.id == "sequence" and isinstance(part, int) and 0 <= part < len(children):
        return None, children[part]
    return None


def _is_empty(node: Any) -> bool:
    return node.id == "scalar" and not node.style and node.value == ""
