"""Plain data as YAML text, in the style of the file it goes into."""

from re import compile as pattern
from typing import NamedTuple

from salescoach.yamlfile.scalars import OutOfRange, plain

_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`")
_SPECIAL = pattern("[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_FLOW_SPECIAL = pattern(r"[,\[\]{}?:]")
# what YAML 1.1 readers take for a boolean, an octal, a sexagesimal: quoted for their sake
_FOREIGN = pattern(
    r"(?i:y|n|yes|no|on|off|true|false|null)|0[0-9_]+|0[xob][0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+"
    r"|[-+]?[0-9][0-9_,]*(?:\.[0-9_]*)?|=|<<|\.(?i:nan|inf)"
)
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0", "\x1b": "\\e"}
_SHORT |= {"\x85": "\\N", "\xa0": "\\_", "\u2028": "\\L", "\u2029": "\\P"}
_ESCAPED = pattern('[\x00-\x1f\x7f-\x9f\\\\"\u2028\u2029\ufeff\ufffe\uffff]')


class Habit(NamedTuple):
    """How the file indents: a mapping in a mapping, a list in a mapping; whether lists of words stand on one line."""

    mapping: int = 2
    sequence: int = 2
    words_in_flow: bool = False


def flow(value: object, style: str = "") -> str:
    """`value` on one line, for use within brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key_text(k, True)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return scalar(value, style, in_flow=True)


def scalar(value: object, style: str = "", in_flow: bool = False) -> str:
    """A scalar on one line; text keeps the quoting `style` ("", ' or \") where it can."""
    if isinstance(value, str):
        if style == "'" and not _SPECIAL.search(value):
            return "'" + value.replace("'", "''") + "'"
        if style == '"' or not _is_safe(value, in_flow):
            return '"' + _ESCAPED.sub(_escape, value) + '"'
        return value
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _float(value) if isinstance(value, float) else str(value)


def key_text(key: str, in_flow: bool = False) -> str:
    """A mapping's key."""
    return scalar(key, in_flow=in_flow)


def block(
    value: object, indent: int, habit: Habit, style: str = "", text_blocks: bool = True
) -> tuple[str, list[str]]:
    """`value` for block context: what stands on the line of its key or dash, and the lines below.

    `indent` is the column of that key or dash. `text_blocks` allows `|` and `>` for text of several
    lines, or where `style` already is one.
    """
    if isinstance(value, dict) and value:
        return "", mapping(value, indent + habit.mapping, habit)
    words = habit.words_in_flow and isinstance(value, list) and all(isinstance(one, str) for one in value)
    if isinstance(value, list) and value and not words:
        return "", sequence(value, indent + habit.sequence, habit)
    if isinstance(value, dict | list):
        return flow(value), []
    if (
        isinstance(value, str)
        and text_blocks
        and (style in ("|", ">") or "\n" in value)
        and _fits_block(value)
    ):
        body = value.removesuffix("\n")
        folded = style == ">" and "\n" not in body
        header = (">" if folded else "|") + ("" if value.endswith("\n") else "-")
        margin = " " * (indent + habit.mapping)
        return header, [margin + line if line else "" for line in body.split("\n")]
    return scalar(value, style), []


def document(value: object, habit: Habit) -> list[str]:
    """The lines of a whole file."""
    if isinstance(value, dict) and value:
        return mapping(value, 0, habit)
    if isinstance(value, list) and value:
        return sequence(value, 0, habit)
    return [flow(value)]


def mapping(value: dict[str, object], indent: int, habit: Habit) -> list[str]:
    """The lines of a block mapping."""
    lines: list[str] = []
    for key, item in value.items():
        first, below = block(item, indent, habit)
        lines.append(" " * indent + key_text(key) + ":" + (" " + first if first else ""))
        lines += below
    return lines


def sequence(value: list[object], indent: int, habit: Habit) -> list[str]:
    """The lines of a block list."""
    return [line for item in value for line in row(item, indent, habit)]


def row(item: object, indent: int, habit: Habit, gap: int = 1) -> list[str]:
    """The lines of one item of a block list, `gap` spaces after its dash."""
    margin, space = " " * indent, " " * gap
    inner = indent + 1 + gap
    if item and isinstance(item, dict | list):
        lines = mapping(item, inner, habit) if isinstance(item, dict) else sequence(item, inner, habit)
        return [margin + "-" + space + lines[0][inner:], *lines[1:]]
    first, below = block(item, indent, habit)
    return [margin + "-" + space + first, *below]


def _float(number: float) -> str:
    """Python writes 1e+16 without a point, which is a float to us and text to YAML 1.1."""
    text = repr(number)
    return text.replace("e", ".0e") if "e" in text and "." not in text else text


def _is_safe(text: str, in_flow: bool) -> bool:
    """Whether `text` reads back as itself without quotes, here and in other YAML readers."""
    if not text or text[0] in _FIRST or text != text.strip() or text.startswith("..."):
        return False
    if (
        ": " in text
        or " #" in text
        or text.endswith(":")
        or _SPECIAL.search(text)
        or _FOREIGN.fullmatch(text)
    ):
        return False
    if in_flow and _FLOW_SPECIAL.search(text):
        return False
    try:
        return type(plain(text)) is str
    except OutOfRange:
        return False


def _fits_block(text: str) -> bool:
    """Whether `text` can be a block scalar without an indentation mark."""
    body = text.removesuffix("\n")
    if not body or body[0] in " \t\n" or body.endswith("\n"):
        return False
    lines = body.split("\n")
    return not any(_SPECIAL.search(line) or (line and not line.strip()) or line[:1] == "\t" for line in lines)


def _escape(found: object) -> str:
    character = str(found.group())  # type: ignore[attr-defined]
    return _SHORT.get(character) or (
        f"\\x{ord(character):02X}" if ord(character) < 256 else f"\\u{ord(character):04X}"
    )
