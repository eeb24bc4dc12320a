"""Reads one YAML file: all faults with their lines, and the data if there is any."""

from re import compile as pattern
from typing import Any

from salescoach.yamlfile.construct import TooDeep, construct
from salescoach.yamlfile.decode import decode
from salescoach.yamlfile.document import Document, Fault
from salescoach.yamlfile.parse import is_plain, parse, refusals
from salescoach.yamlfile.scans import scan

_CUT = pattern(r" #(?=\S)")


def read(raw: bytes, path: str) -> Document:
    """The document in `raw`; `path` is shown in findings. Never raises for what the bytes hold."""
    text, faults = decode(raw)
    document = Document(path, raw, text)
    if not faults:
        faults = scan(text)
    if not any(fault.level == "error" for fault in faults):
        document.root, refused = parse(text)
        if not refused:
            refused = _construct(document, faults)
        faults += refused
        document.readable = not refused
    else:
        document.readable = False
    if not document.readable:
        document.root = document.data = None
    document.findings = document.report(faults)
    return document


def _construct(document: Document, faults: list[Fault]) -> list[Fault]:
    """Sets the document's data and adds to `faults`; returns what makes the document unreadable."""
    root, text = document.root, document.text
    try:
        document.data, wrong = construct(root, text)
    except TooDeep:
        return refusals(text)
    faults += wrong
    if root is not None and root.id == "scalar" and is_plain(root):
        from salescoach.yamlfile.causes import wide_colons

        faults += wide_colons(text, 0, len(text))
    if " #" in text:
        faults += _cut_values(root, text)
    return []


def _cut_values(root: Any, text: str) -> list[Fault]:
    """Values that a ` #` cuts short: one space before it and none after it is seldom meant as a comment."""
    cuts = {
        found.start()
        for found in _CUT.finditer(text)
        if not text[found.start() - 1 : found.start()].isspace()
    }
    waiting = [root] if cuts and root is not None else []
    faults = []
    while waiting:
        node = waiting.pop()
        if node.id == "mapping":
            waiting.extend(value for _, value in node.value)
        elif node.id == "sequence":
            waiting.extend(node.value)
        elif is_plain(node) and node.value and node.end_mark.index in cuts:
            facts = {"value": node.value}
            faults.append(Fault(node.end_mark.index + 1, "value-cut", "warning", facts))
    return faults
