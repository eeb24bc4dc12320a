"""Chains: the table they are about, and questions that exist, in the order of their types."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint._index import Index
from salescoach.playbook.load import Loaded


def check(loaded: Loaded) -> Iterator[Finding]:
    """Each chain by itself."""
    index = Index(loaded)
    types = {q.id: q.type for q in index.playbook.questions}
    order = list(index.playbook.types)
    for at, chain in enumerate(index.playbook.chains):
        path = ("chains", at)
        yield from index.unknown((*path, "about"), "unknown-table", chain.about, index.tables)
        if chain.industry:
            yield from index.unknown(
                (*path, "industry"), "unknown-industry", chain.industry, index.industries
            )
        yield from index.each((*path, "order"), "unknown-question", chain.order, list(types))
        before = -1
        for i, question in enumerate(chain.order):
            kind = types.get(question, "")
            if kind not in order:
                continue
            if order.index(kind) < before:
                where = (*path, "order", i)
                yield loaded.finding(
                    where, "chain-out-of-order", value=question, type=kind, after=order[before]
                )
            before = max(before, order.index(kind))
