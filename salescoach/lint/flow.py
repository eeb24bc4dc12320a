"""Sentences in flow style, in every file of the playbook."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.playbook.load import Loaded
from salescoach.yamlfile.flow_traps import flow_traps


def check(loaded: Loaded) -> Iterator[Finding]:
    """What `flow_traps` finds."""
    for document in loaded.documents:
        yield from flow_traps(document)
