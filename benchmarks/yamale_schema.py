"""The exported JSON Schema of deals in yamale's own language: the nearest that it can say.

Left out: limits of length. A date is yamale's `day()`, which is how its parser reads it.
"""

import json
from typing import Any

Schema = dict[str, Any]
DIGITS = "[0-9]{4}-"
"""What a pattern for dates begins with."""


def translate(schema: Schema) -> str:
    """A yamale schema: the deal, then one document for each kind of record in it."""
    records: dict[str, Schema] = {}
    written = [_record(schema, records, "deal")]
    waiting = 0
    while waiting < len(records):
        name = list(records)[waiting]
        written.append(f"{name}:\n" + "".join(f"  {line}\n" for line in _lines(records[name], records, name)))
        waiting += 1
    return "---\n".join(written)


def _record(schema: Schema, records: dict[str, Schema], name: str) -> str:
    return "".join(f"{line}\n" for line in _lines(schema, records, name))


def _lines(schema: Schema, records: dict[str, Schema], name: str) -> list[str]:
    """One line for each key of a record."""
    required = schema.get("required", [])
    return [
        f"{key}: {json.dumps(_with(_expression(inner, records, f'{name}_{key}'), key in required))}"
        for key, inner in schema["properties"].items()
    ]


def _with(expression: str, required: bool) -> str:
    """The expression, for a key that may be left out or hold nothing unless it is required."""
    if required:
        return expression
    comma = "" if expression.endswith("()") else ", "
    return f"{expression[:-1]}{comma}required=False)"


def _expression(schema: Schema, records: dict[str, Schema], name: str) -> str:
    """A validator for one value."""
    if "enum" in schema:
        return f"enum({', '.join(repr(v) for v in schema['enum'] if v is not None)})"
    if "anyOf" in schema:
        return _any([_expression(one, records, f"{name}_{at}") for at, one in enumerate(schema["anyOf"])])
    types = schema.get("type", [])
    found = [
        _of_type(kind, schema, records, name)
        for kind in (types if isinstance(types, list) else [types])
        if kind != "null"
    ]
    return _any(found) if found else "null()" if types else "any()"


def _any(expressions: list[str]) -> str:
    return expressions[0] if len(expressions) == 1 else f"any({', '.join(expressions)})"


def _of_type(kind: str, schema: Schema, records: dict[str, Schema], name: str) -> str:
    if kind == "array":
        items = _expression(schema["items"], records, f"{name}_item") if "items" in schema else ""
        return f"list({items})"
    if kind == "object":
        return _object(schema, records, name)
    if kind == "string":
        return _text(schema, records, name)
    return {"number": "num()", "integer": "int()", "boolean": "bool()"}[kind]


def _object(schema: Schema, records: dict[str, Schema], name: str) -> str:
    if "properties" in schema:
        records[name] = schema
        return f"include({name!r})"
    values = schema.get("additionalProperties")
    return f"map({_expression(values, records, f'{name}_value')})" if isinstance(values, dict) else "map()"


def _text(schema: Schema, records: dict[str, Schema], name: str) -> str:
    if isinstance(schema.get("else"), dict):
        return _expression(schema["else"], records, name)
    pattern = schema.get("pattern", "")
    if not pattern:
        return "str()"
    text = f"regex({pattern!r})"
    return f"any(day(), {text})" if DIGITS in pattern else text
