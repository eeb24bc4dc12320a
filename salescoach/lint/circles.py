"""Fields that depend on themselves: by `only_if`, or by what they are computed from."""

from collections.abc import Iterator

from salescoach.deal.conditions import names_in
from salescoach.findings import Finding
from salescoach.lint._index import Index, sources
from salescoach.playbook.load import Loaded

Node = tuple[str, str]


def check(loaded: Loaded) -> Iterator[Finding]:
    """Each field on a circle."""
    index = Index(loaded)
    edges: dict[Node, list[Node]] = {}
    for _, sheet, name, field in index.fields():
        needed = [(sheet.id, other) for other in names_in(field.only_if)]
        edges[sheet.id, name] = needed + sources(sheet.id, field)
    for path, sheet, name, _ in index.fields():
        if (sheet.id, name) in _reached(edges, (sheet.id, name)):
            yield loaded.finding(path, "depends-on-itself", key=True, value=f"{sheet.id}.{name}")


def _reached(edges: dict[Node, list[Node]], start: Node) -> set[Node]:
    found: set[Node] = set()
    waiting = list(edges[start])
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting += edges.get(node, [])
    return found
