"""Every text of a playbook or of drill content with its place, found by the types of the model."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from salescoach.playbook.model import Language, LocalText, Strict
from salescoach.yamlfile.document import Path

Placed = tuple[Path, str | dict[str, str]]
"""A text, or one for each language, with its place."""
_MEMBERS = set(get_args(LocalText))
LANGUAGES = set(get_args(Language))


def texts(model: Strict) -> Iterator[Placed]:
    """Place and text, in the order of the model."""
    yield from _in_model((), model)


def texts_in(content: Any, path: Path = ()) -> Iterator[Placed]:
    """The same for content that no model describes: what has one entry per language, and plain strings."""
    if isinstance(content, str):
        yield path, content
    elif isinstance(content, dict):
        if content and content.keys() <= LANGUAGES and all(isinstance(v, str) for v in content.values()):
            yield path, content
        else:
            for key, value in content.items():
                yield from texts_in(value, (*path, key))
    elif isinstance(content, list):
        for at, value in enumerate(content):
            yield from texts_in(value, (*path, at))


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
