"""A playbook's content as parts that know where they are written, so that two playbooks can be joined."""

from collections.abc import Mapping
from typing import Any

from salescoach.findings import Finding
from salescoach.playbook.gather import Source
from salescoach.yamlfile.document import Path


class Part:
    """A value and its source: `held` is a dict of parts, a list of parts, or anything else itself."""

    __slots__ = ("held", "source")

    def __init__(self, held: Any, source: Source) -> None:
        self.held = held
        self.source = source

    @property
    def mapping(self) -> dict[str, "Part"]:
        """What a mapping holds, {} for anything else."""
        return self.held if isinstance(self.held, dict) else {}

    @property
    def items(self) -> list["Part"]:
        """What a list holds, [] for anything else."""
        return self.held if isinstance(self.held, list) else []

    @property
    def ident(self) -> str | int | None:
        """The id of an item; None for what has none."""
        held = self.mapping["id"].held if "id" in self.mapping else None
        return held if isinstance(held, str | int) else None

    def item(self, ident: object) -> "Part | None":
        """The item of a list with an id; `1` and `"1"` are two ids."""
        return next((i for i in self.items if i.ident == ident and type(i.ident) is type(ident)), None)

    def finding(self, rule: str, key: bool = False, **facts: object) -> Finding:
        """An error at this part."""
        line, column = self.source.document.place(self.source.at, key)
        return Finding(self.source.document.path, line, column, rule, "error", facts)

    @property
    def place(self) -> str:
        """`path:line`, for a person."""
        found = self.finding("")
        return f"{found.path}:{found.line}"


def parts_of(content: Any, sources: Mapping[Path, Source]) -> Part:
    """Content as parts; what `sources` does not name stands within what is around it."""
    return _part(content, (), sources[()], sources)


def _part(value: Any, path: Path, source: Source, sources: Mapping[Path, Source]) -> Part:
    source = sources.get(path, source)
    document, at = source
    if isinstance(value, dict):
        held: Any = {k: _part(v, (*path, k), Source(document, (*at, k)), sources) for k, v in value.items()}
    elif isinstance(value, list):
        held = [_part(v, (*path, i), Source(document, (*at, i)), sources) for i, v in enumerate(value)]
    else:
        held = value
    return Part(held, source)


def content_of(root: Part) -> tuple[Any, dict[Path, Source]]:
    """Plain content, and the sources of all that does not stand within what is around it."""
    sources: dict[Path, Source] = {(): root.source}
    return _plain(root, (), sources), sources


def _plain(part: Part, path: Path, sources: dict[Path, Source]) -> Any:
    if isinstance(part.held, dict):
        return {k: _inner(p, (*path, k), k, part.source, sources) for k, p in part.held.items()}
    if isinstance(part.held, list):
        return [_inner(p, (*path, i), i, part.source, sources) for i, p in enumerate(part.held)]
    return part.held


def _inner(part: Part, path: Path, step: str | int, around: Source, sources: dict[Path, Source]) -> Any:
    if part.source.document is not around.document or part.source.at != (*around.at, step):
        sources[path] = part.source
    return _plain(part, path, sources)
