"""From the node tree to plain data, and what is wrong with keys and numbers on the way."""

from typing import Any

from salescoach.yamlfile.document import Fault, Lines
from salescoach.yamlfile.parse import MAX_DEPTH
from salescoach.yamlfile.scalars import OutOfRange, plain


class TooDeep(Exception):  # noqa: N818 - names what the tree is
    """The tree is deeper than MAX_DEPTH."""


def construct(root: Any, text: str) -> tuple[object, list[Fault]]:
    """The data of a node tree, and the faults of its keys and numbers. Raises TooDeep.

    What is at fault is left out: a key that is no text, the second of two equal keys; a number out
    of range stays as its text.
    """
    faults: list[Fault] = []
    lines = Lines(text)

    def build(node: Any, depth: int) -> object:
        kind = node.id
        if kind == "scalar":
            return node.value if node.tag == "quoted" else number(node)
        if depth > MAX_DEPTH:
            raise TooDeep
        if kind == "sequence":
            return [build(item, depth + 1) for item in node.value]
        return mapping(node, depth + 1)

    def mapping(node: Any, depth: int) -> dict[str, object]:
        made: dict[str, object] = {}
        for key, value in node.value:
            name = key.value
            if key.id != "scalar" or (key.tag == "plain" and not _is_text(name)):
                shown = {"sequence": "[…]", "mapping": "{…}"}.get(key.id) or name or "null"
                faults.append(Fault(key.start_mark.index, "key-not-text", facts={"key": shown}))
                if key.id != "scalar":
                    build(key, depth)
                build(value, depth)
            elif name in made:
                first = next(k for k, _ in node.value if k.value == name).start_mark.index
                facts: dict[str, object] = {"key": name, "first": lines.line(first)}
                facts["second"] = lines.line(key.start_mark.index)
                faults.append(Fault(key.start_mark.index, "duplicate-key", facts=facts))
                build(value, depth)
            else:
                made[name] = build(value, depth)
        return made

    def number(node: Any) -> object:
        try:
            return plain(node.value)
        except OutOfRange as error:
            facts = {"text": node.value if len(node.value) <= 40 else node.value[:40] + "…"}
            faults.append(Fault(node.start_mark.index, error.rule, facts=facts))
            return node.value

    return (None if root is None else build(root, 1)), faults


def _is_text(word: str) -> bool:
    try:
        return type(plain(word)) is str
    except OutOfRange:
        return False
