"""A playbook as plain objects: what judging and naming needs of it, read without pydantic in milliseconds.

It is made from a playbook that was validated, and has the model's attributes, less the prose that no finding
prints. The objects know no types and no rules: whoever writes them has checked what they hold.
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from salescoach.playbook.model import Playbook

FORMAT = 2
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


def dump(playbook: "Playbook") -> dict[str, Any]:
    """What JSON can hold: `classes` with their defaults, `around` with their attributes that hold others, `content`."""
    classes: dict[str, dict[str, Any]] = {}
    around: dict[str, list[str]] = {}
    content = _plain(playbook, classes, around)
    held: dict[str, Any] = json.loads(json.dumps({"classes": classes, "around": around, "content": content}))
    return held


def load(held: dict[str, Any]) -> "Playbook":
    """The playbook of what `dump` gave, and uses it up. KeyError, TypeError or AttributeError for anything else."""
    classes = {name: type(name, (Plain,), defaults) for name, defaults in held["classes"].items()}
    around = held["around"]

    def made(value: Any) -> Any:
        if isinstance(value, list):
            return [made(one) for one in value]
        if not isinstance(value, dict):
            return value
        name = value.pop(_CLASS, None)
        if name is None:
            return {key: made(one) for key, one in value.items()}
        for attribute in around[name]:
            if attribute in value:
                value[attribute] = made(value[attribute])
        new: Any = Plain.__new__(classes[name])
        new.__dict__ = value
        return new

    found = made(held["content"])
    if not isinstance(found, Plain):
        raise TypeError(type(found))
    return cast("Playbook", found)


def _plain(value: Any, classes: dict[str, dict[str, Any]], around: dict[str, list[str]]) -> Any:
    fields: Mapping[str, Any] | None = getattr(type(value), "model_fields", None)
    if fields is None:
        if isinstance(value, dict):
            return {k: _plain(v, classes, around) for k, v in value.items()}
        return [_plain(v, classes, around) for v in value] if isinstance(value, list) else value
    name = type(value).__name__
    dropped = DROPPED.get(name, set())
    if name not in classes:
        defaults = {n: f.get_default() for n, f in fields.items() if n not in dropped and not f.is_required()}
        classes[name] = {
            n: d for n, d in defaults.items() if d is None or isinstance(d, str | int | list | dict)
        }
        around[name] = []
    held = {n: getattr(value, n) for n in fields if n not in dropped}
    kept = {n: v for n, v in held.items() if n not in classes[name] or v != classes[name][n]}
    around[name] += [n for n, v in kept.items() if n not in around[name] and _holds_models(v)]
    return {_CLASS: name, **{n: _plain(v, classes, around) for n, v in kept.items()}}


def _holds_models(value: Any) -> bool:
    if isinstance(value, dict | list):
        return any(map(_holds_models, value.values() if isinstance(value, dict) else value))
    return hasattr(type(value), "model_fields")
