"""Sentences in flow style, which YAML reads otherwise than their author: for the playbook linter."""

from collections.abc import Iterator
from typing import Any

from salescoach.findings import Finding
from salescoach.yamlfile.document import Document, Fault
from salescoach.yamlfile.parse import is_plain


def flow_traps(document: Document) -> list[Finding]:
    """Where a flow mapping holds what was meant as text; the cure is quotes or block style.

    `flow-extra-key`: a comma made a key of the rest of a sentence; `flow-slot`: a `{slot}` became a
    mapping; `flow-sentence`: text that another YAML reader may cut or refuse.
    """
    return document.report(list(_faults(document.root, False)) if document.root is not None else [])


def _faults(node: Any, in_flow: bool) -> Iterator[Fault]:
    if node.id == "scalar":
        if in_flow and is_plain(node) and _reads_like_a_sentence(node.value):
            yield Fault(node.start_mark.index, "flow-sentence", "warning", {"text": node.value})
        return
    inside = in_flow or bool(node.flow_style)
    if node.id == "sequence":
        for item in node.value:
            yield from _faults(item, inside)
        return
    if node.flow_style:
        yield from _lone_keys(node)
    for key, value in node.value:
        yield from _faults(key, inside)
        yield from _faults(value, inside)


def _lone_keys(node: Any) -> Iterator[Fault]:
    if len(node.value) == 1 and _is_lone(node.value[0]):
        yield Fault(node.start_mark.index, "flow-slot", facts={"slot": node.value[0][0].value})
        return
    for pair in node.value[1:]:
        if _is_lone(pair):
            yield Fault(pair[0].start_mark.index, "flow-extra-key", facts={"key": pair[0].value})


def _is_lone(pair: tuple[Any, Any]) -> bool:
    """A plain word with nothing after it: `{word}`."""
    key, value = pair
    return bool(
        key.id == value.id == "scalar"
        and is_plain(key)
        and is_plain(value)
        and value.value == ""
        and key.value != ""
    )


def _reads_like_a_sentence(text: str) -> bool:
    return ": " in text or text.endswith(("?", ":")) or "{" in text or "}" in text
