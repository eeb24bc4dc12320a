"""From the node tree to plain data, and what is wrong with keys and numbers on the way."""

from functools import lru_cache
from typing import Any

from yaml.nodes import ScalarNode, SequenceNode

from salescoach.yamlfile.document import Fault, Lines
from salescoach.yamlfile.parse import MAX_DEPTH
from salescoach.yamlfile.scalars import OutOfRange, is_text, plain


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
        if node.__class__ is ScalarNode:
            return node.value if node.style or is_text(node.value) else number(node)
        if depth > MAX_DEPTH:
            raise TooDeep
        if node.__class__ is SequenceNode:
            return [build(item, depth + 1) for item in node.value]
        made: dict[str, object] = {}
        for key, value in node.value:
            name = key.value
            if key.__class__ is not ScalarNode or not (key.style or _is_text(name)) or name in made:
                refuse(node, key)
                if key.__class__ is not ScalarNode:
                    build(key, depth + 1)
                build(value, depth + 1)
            elif value.__class__ is ScalarNode and (value.style or is_text(value.value)):
                made[name] = value.value
            else:
                made[name] = build(value, depth + 1)
        return made

    def refuse(node: Any, key: Any) -> None:
        if key.id == "scalar" and (key.style or _is_text(key.value)):
            first = next(k for k, _ in node.value if k.value == key.value).start_mark.index
            facts: dict[str, object] = {"key": key.value, "first": lines.line(first)}
            facts["second"] = lines.line(key.start_mark.index)
            faults.append(Fault(key.start_mark.index, "duplicate-key", facts=facts))
        else:
            shown = {"sequence": "[…]", "mapping": "{…}"}.get(key.id) or key.value or "null"
            faults.append(Fault(key.start_mark.index, "key-not-text", facts={"key": shown}))

    def number(node: Any) -> object:
        try:
            return plain(node.value)
        except OutOfRange as error:
            facts = {"text": node.value if len(node.value) <= 40 else node.value[:40] + "…"}
            faults.append(Fault(node.start_mark.index, error.rule, facts=facts))
            return node.value

    return (None if root is None else build(root, 1)), faults


@lru_cache(4096)
def _is_text(word: str) -> bool:
    try:
        return type(plain(word)) is str
    except OutOfRange:
        return False
