"""How a requirement kind, a derived kind, or a way to count in a rubric declares its parameters.

One declaration serves the linter (unknown keys, missing ones, names that must exist), the editors'
schema and the reader of the code.
"""

from typing import NamedTuple

TYPES = {
    "table": "the id of a table",
    "form": "the id of a form",
    "field": "a field of the same worksheet",
    "place": "a field of a worksheet, written `worksheet.field`",
    "condition": "a mapping from field to what it must be, or a list of such of which one is enough",
    "count": "a whole number, `half` or `all`",
    "number": "a whole number",
    "grade": "a grade of evidence that counts",
    "roles": "a list of buying roles",
    "values": "a list of values of the field",
    "requirements": "a list of requirements",
    "rungs": "a list of `{reach, have}`, with `optional` where a rung may be left out",
    "gives": "a mapping from `down` to a mapping from `across` to the result",
    "bands": "a list of `{from, gives}`: from which number of days on which value",
    "text": "a value of the field's choices",
    "acts": "a list of acts: types of line, what every drill notices, signs of the rubric",
    "reveals": "a worksheet, or a field of one written `worksheet.field`",
    "spread": "`rows` or `keys`",
    "times": "a whole number from 1 up",
    "yes_no": "`true` or `false`",
}


class Parameter(NamedTuple):
    """`type` is one of TYPES; `of` names the parameter that holds the worksheet a condition is about."""

    type: str
    required: bool = False
    of: str = ""
