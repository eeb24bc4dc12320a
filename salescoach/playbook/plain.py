"""A playbook as plain objects: what judging and naming needs of it, read without pydantic in milliseconds.

It is made from a playbook that was validated, and has the model's attributes, less the prose that no finding
prints. The objects know no types and no rules: whoever writes them has checked what they hold.
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from salescoach.playbook.model import Playbook

FORMAT = 1
DROPPED = {
    "Playbook": {"library", "plan", "summary"},
    "Stage": {"goal", "purpose", "entry", "actions", "tips", "mistakes", "bad", "stop_if"},
    "Field": {"why", "good", "bad"},
    "Criterion": {"good", "bad"},
    "Choice": {"hint", "advice", "avoid"},
    "QuestionType": {"purpose"},
    "Worksheet": {"ask_new", "suggest_new"},
}
"""What is left out, by model: such an attribute has its default, or is not there."""
_CLASS = "="


class Plain:
    """An object with the attributes it was given; the others are its class's defaults."""


def dump(playbook: "Playbook") -> str:
    """Two lines: the classes with their defaults, and the playbook."""
    classes: dict[str, dict[str, Any]] = {}
    content = _plain(playbook, classes)
    return "\n".join(
        json.dumps(part, ensure_ascii=False, separators=(",", ":")) for part in (classes, content)
    )


def load(text: str) -> "Playbook":
    """The playbook of a text that `dump` made. ValueError, KeyError or TypeError for any other."""
    first, _, second = text.partition("\n")
    classes = {name: type(name, (Plain,), defaults) for name, defaults in json.loads(first).items()}

    def made(held: dict[str, Any]) -> Any:
        name = held.pop(_CLASS, None)
        if name is None:
            return held
        new: Any = Plain.__new__(classes[name])
        new.__dict__ = held
        return new

    found = json.loads(second, object_hook=made)
    if not isinstance(found, Plain):
        raise TypeError(text[:40])
    return cast("Playbook", found)


def _plain(value: Any, classes: dict[str, dict[str, Any]]) -> Any:
    fields: Mapping[str, Any] | None = getattr(type(value), "model_fields", None)
    if fields is None:
        if isinstance(value, dict):
            return {k: _plain(v, classes) for k, v in value.items()}
        return [_plain(v, classes) for v in value] if isinstance(value, list) else value
    name = type(value).__name__
    dropped = DROPPED.get(name, set())
    if name not in classes:
        defaults = {n: f.get_default() for n, f in fields.items() if n not in dropped and not f.is_required()}
        classes[name] = {
            n: d for n, d in defaults.items() if d is None or isinstance(d, str | int | list | dict)
        }
    held = {n: getattr(value, n) for n in fields if n not in dropped}
    kept = {n: v for n, v in held.items() if n not in classes[name] or v != classes[name][n]}
    return {_CLASS: name, **{n: _plain(v, classes) for n, v in kept.items()}}
