"""Every text of a playbook with its place, found by the types of the model."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from salescoach.playbook.model import LocalText, Playbook, Strict
from salescoach.yamlfile.document import Path

_MEMBERS = set(get_args(LocalText))


def texts(playbook: Playbook) -> Iterator[tuple[Path, str | dict[str, str]]]:
    """Place and text, in the order of the model."""
    yield from _in_model((), playbook)


def _in_model(path: Path, model: Strict) -> Iterator[tuple[Path, Any]]:
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if value is not None:
            yield from _in_value((*path, field.alias or name), value, field.annotation)
    for name, value in (model.__pydantic_extra__ or {}).items():
        yield from _in_value((*path, name), value, list[Strict])


def _in_value(path: Path, value: Any, annotation: Any) -> Iterator[tuple[Path, Any]]:
    if _is_text(annotation):
        yield path, value
    elif isinstance(value, Strict):
        yield from _in_model(path, value)
    elif isinstance(value, list) and get_origin(annotation) is list:
        for at, item in enumerate(value):
            yield from _in_value((*path, at), item, get_args(annotation)[0])
    elif isinstance(value, dict) and get_origin(annotation) is dict:
        for key, item in value.items():
            yield from _in_value((*path, key), item, get_args(annotation)[1])


def _is_text(annotation: Any) -> bool:
    return set(get_args(annotation)) >= _MEMBERS
