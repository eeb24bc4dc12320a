"""JSON Schema as editors read it: the few forms that the schemas of deals and playbooks are made of.

Draft 7, the newest that yaml-language-server and check-jsonschema both know in full. One flat schema a
value, `type` a list, instead of `anyOf`: an editor then shows one title, one description, one fault.
`enumDescriptions`, `errorMessage`, `patternErrorMessage` and `doNotSuggest` are read by editors alone.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from salescoach.messages import speaker
from salescoach.text import pick, slots

if TYPE_CHECKING:
    from salescoach.playbook.model import Choice, Field

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
"""A date as it is written; whether the calendar has it is no question of shape."""
_SPECIAL = re.compile(r"[\^$\\.*+?()\[\]{}|/]")
SCALARS = ("string", "number", "integer", "boolean")


def one_of(choices: Iterable[tuple[Any, str]]) -> Schema:
    """One of these values, each with what it means."""
    listed = list(choices)
    return {"enum": [value for value, _ in listed], "enumDescriptions": [says for _, says in listed]}


def list_of(items: Schema) -> Schema:
    """A list of such."""
    return {"type": ["array"], "items": items}


def record(properties: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    """A mapping with these keys and no others."""
    needed = list(required)
    closed = {"type": ["object"], "properties": dict(properties), "additionalProperties": False}
    return {**closed, "required": needed} if needed else closed


def literal(text: str) -> str:
    """A pattern that only this text fits, as JavaScript and Python read it."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def written(pattern: str, says: str) -> Schema:
    """Text of one form; `says` is what an editor shows where it has another."""
    return {"type": ["string"], "pattern": f"^({pattern})$", "patternErrorMessage": says}


def or_word(schema: Schema, word: str, language: str) -> Schema:
    """The same, or this one word (`unknown`)."""
    if "enum" in schema:
        return _with_value(schema, word, speaker(language)("schema.unknown"))
    loose = dict(schema)
    if "else" in schema:
        loose["else"] = or_word(schema["else"], word, language)
    types = schema["type"]
    if "string" not in types:
        loose["type"] = ["string", *types] if types[0] in SCALARS else [*types, "string"]
        if "else" not in schema:
            loose["pattern"] = f"^{word}$"
    elif "pattern" in schema:
        loose["pattern"] = f"{schema['pattern']}|^{word}$"
    return loose


def or_nothing(schema: Schema, language: str) -> Schema:
    """The same, or no value behind the key."""
    if "enum" in schema:
        return _with_value(schema, None, speaker(language)("schema.nothing"))
    loose = {**schema, "type": [*schema["type"], "null"]}
    if "else" in schema:
        loose["else"] = or_nothing(schema["else"], language)
    return loose


def _with_value(schema: Schema, value: str | None, says: str) -> Schema:
    return {
        **schema,
        "enum": [*schema["enum"], value],
        "enumDescriptions": [*schema["enumDescriptions"], says],
    }


def titled(title: str, description: str, schema: Schema) -> Schema:
    """With what an editor shows: the title above a hover, the description there and in a completion."""
    return {"title": title, "description": description, **schema}


def meaning(choice: "Choice", language: str) -> str:
    """A choice's label and what helps to choose it, in one line."""
    label, hint = pick(choice.label, language), pick(choice.hint, language)
    return speaker(language)("schema.said", label=label, text=hint) if hint else label


def explain(field: "Field", language: str) -> str:
    """What a field is for, in lines: its label with the question, why, a good and a bad answer."""
    say = speaker(language)
    label, asked = pick(field.label, language), without_slots(pick(field.ask, language))
    lines = [say("schema.said", label=label, text=asked) if asked else label]
    for name in ("why", "good", "bad"):
        if text := without_slots(pick(getattr(field, name), language)):
            lines.append(say(f"schema.{name}", text=text))
    return "\n".join(lines)


def without_slots(text: str) -> str:
    """A playbook's text where no row is at hand."""
    for name in slots(text):
        text = text.replace(f"{{{name}}}", "…")
    return text


def with_keys_named(schema: Any, language: str) -> Any:
    """The same, each record with the keys that an editor names where another key stands, or a needed one does not."""
    if isinstance(schema, list):
        return [with_keys_named(inner, language) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: with_keys_named(value, language) for key, value in schema.items()}
    if schema.get("additionalProperties") is False and "properties" in schema:
        inner["errorMessage"] = _keys_of(schema, language)
    return inner


def _keys_of(record: Schema, language: str) -> str:
    say = speaker(language)
    known = (key for key, of in record["properties"].items() if of and not of.get("doNotSuggest"))
    keys = say("schema.comma").join(known)
    if needed := record.get("required"):
        return say("schema.keys-needed", keys=keys, needed=say("schema.comma").join(needed))
    return say("schema.keys", keys=keys)


def render(schema: Schema) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
