"""The customer's own stages: which of ours work on them, and what shows them."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint._index import Index
from salescoach.lint.questions import reveal
from salescoach.playbook.load import Loaded


def check(loaded: Loaded) -> Iterator[Finding]:
    """Each by itself."""
    index = Index(loaded)
    for at, one in enumerate(index.playbook.buying_stages):
        yield from index.each(("buying_stages", at, "stages"), "unknown-stage", one.stages, index.stages)
        for i, shows in enumerate(one.shown_by):
            path = ("buying_stages", at, "shown_by", i)
            place, _, value = shows.partition("=")
            if "/" in place:
                yield from index.unknown(path, "unknown-criterion", shows, index.criteria)
            elif "/" in value:
                yield from reveal(index, path, place)
                yield from index.unknown(path, "unknown-criterion", value, index.criteria)
            else:
                yield from reveal(index, path, shows)
