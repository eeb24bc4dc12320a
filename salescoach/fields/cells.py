"""`cells`: one small record, or one choice, per key; the keys are a closed list or another table's ids."""

from typing import TYPE_CHECKING, Any

from salescoach.fields import UNKNOWN, Around, Problem, kind
from salescoach.fields.choice import problem as problem_of_choice
from salescoach.fields.choice import schema as schema_of_choice
from salescoach.fields.choice import show as show_choice
from salescoach.schema import Schema, explain, meaning, or_word, record, titled
from salescoach.text import pick

if TYPE_CHECKING:
    from collections.abc import Collection

    from salescoach.playbook.model import Field

ASKED_AS = ""
GUARDED = True


def keys(field: "Field", around: Around) -> "Collection[str]":
    """The keys that may stand here."""
    return around.ids(field.keys_from) if field.keys_from else [str(k.id) for k in field.keys]


def key_name(field: "Field", key: str, around: Around, language: str) -> str:
    """What a key is called."""
    if field.keys_from:
        return around.name(field.keys_from, key, language)
    return next((pick(k.label, language) for k in field.keys if k.id == key), key)


def problem(value: Any, field: "Field", around: Around) -> Problem | None:
    """A mapping from allowed keys to cells whose parts are right, too."""
    if not isinstance(value, dict):
        return Problem("not-a-mapping", {"value": value})
    for key, cell in value.items():
        if key not in keys(field, around):
            return Problem("no-such-cell", {"value": key, "names": sorted(keys(field, around))}, (key,))
        if found := _problem_in_cell(cell, field, around):
            return found._replace(at=(key, *found.at))
    return None


def _problem_in_cell(cell: Any, field: "Field", around: Around) -> Problem | None:
    if cell == UNKNOWN:
        return None
    if not field.cell:
        return problem_of_choice(cell, field, around)
    if not isinstance(cell, dict):
        return Problem("not-a-mapping", {"value": cell})
    for name, part in cell.items():
        if name not in field.cell:
            return Problem("unknown-key", {"key_name": name, "names": sorted(field.cell)}, (name,))
        if part == UNKNOWN:
            continue
        found = kind(field.cell[name].kind).problem(part, field.cell[name], around)
        if found:
            return found._replace(at=(name, *found.at))
    return None


def schema(field: "Field", around: Around, language: str) -> Schema:
    """A cell for each key; for any key where another table's ids are the keys."""
    cell = or_word(_schema_of_cell(field, around, language), UNKNOWN, language)
    if field.keys_from:
        return {"type": ["object"], "additionalProperties": cell}
    return record(
        {str(k.id): titled(pick(k.label, language), meaning(k, language), cell) for k in field.keys}
    )


def _schema_of_cell(field: "Field", around: Around, language: str) -> Schema:
    if not field.cell:
        return schema_of_choice(field, around, language)
    parts = {}
    for name, part in field.cell.items():
        inner = or_word(kind(part.kind).schema(part, around, language), UNKNOWN, language)
        parts[name] = titled(pick(part.label, language), explain(part, language), inner)
    return record(parts)


def show(value: Any, field: "Field", around: Around, language: str) -> str:
    """Every cell behind its key."""
    colon, semicolon = ("：", "；") if language.startswith("zh") else (": ", "; ")
    shown = [
        f"{key_name(field, key, around, language)}{colon}{show_cell(cell, field, around, language)}"
        for key, cell in value.items()
    ]
    return semicolon.join(shown)


def show_cell(cell: Any, field: "Field", around: Around, language: str) -> str:
    """One cell: its known parts, in the order of the declaration."""
    if not field.cell:
        return cell if cell == UNKNOWN else show_choice(cell, field, around, language)
    if not isinstance(cell, dict):
        return str(cell)
    parts = [
        kind(part.kind).show(cell[name], part, around, language)
        for name, part in field.cell.items()
        if name in cell and cell[name] != UNKNOWN
    ]
    return ("，" if language.startswith("zh") else ", ").join(parts)
