"""The part of YAML that deals are mostly written in, read line by line, several times as fast as by the parser.

It says what stands in a text, never where: who needs a place, or a fault, reads with the parser. Whatever is not
surely read as the parser reads it is refused, and a test holds the two against each other.
"""

from functools import lru_cache
from itertools import takewhile
from re import compile as pattern
from typing import Any

from salescoach.yamlfile.scalars import OutOfRange, is_text, plain

MOST = 200_000
"""Characters."""
DEEPEST = 16
"""Half of what is allowed: nothing here is at the limit."""
LONG = 60
"""Characters from which a line is hardly the same in two deals."""

_SPECIAL = r"\-?:,\[\]{}#&*!|>'\"%@`"
"""What an unquoted word does not begin with here, though a few of them may in YAML."""
_WORD_START = pattern(rf"[^\s{_SPECIAL}]")
_KEY = pattern(r"[^\W\d][\w-]{0,60}")
_QUOTED = pattern(r"\"[^\"\\]*\"|'[^']*(?:''[^']*)*'")
ITEM = pattern(
    rf" *(?:({_KEY.pattern}): +)?(?:({_QUOTED.pattern})|({_WORD_START.pattern}[^:#,\[\]{{}}\"']*)) *(?:,|$)"
)


class _Unusual(Exception):  # noqa: N818 - says what the text is
    """Something that only the parser reads."""


Held = tuple[int, bool, str, Any, str]
"""What one line holds: its column, whether it is an item, the key ("" in an item that is no mapping), the value, the
style of the text below it; instead of a style "waits" for what is below, "several" of a collection in the line, or "".
A plain tuple is several times as fast taken apart as one with names.
"""


def quick(text: str) -> dict[str, Any] | None:
    """The data of a text, as `construct` would give it without a fault; None where that is not certain."""
    if len(text) > MOST or not text.replace("\n", "").isprintable():
        return None
    try:
        return _read(text.split("\n")) or None
    except (_Unusual, OutOfRange):
        return None


def _read(lines: list[str]) -> dict[str, Any]:
    """Goes through the lines once; `around` are the collections that may go on, with the columns of their entries."""
    root: dict[str, Any] = {}
    around: list[tuple[int, bool, Any]] = [(0, False, root)]
    into: Any = root  # the innermost of them, and what is asked of it for each line
    above, in_list = 0, False
    waits, key = False, ""  # a key waits for what follows: a mapping, a list or nothing
    after = 0  # the line after a text over several lines
    for at, line in enumerate(lines, 1):
        if at <= after:
            continue
        entry = _usual(line) if len(line) < LONG else _entry(line)
        if entry is None:
            continue
        last = key
        column, is_item, key, value, style = entry
        if waits:
            waits = False
            if column > above or (is_item and column == above):
                into[last] = into = [] if is_item else {}
                above, in_list = column, is_item
                around.append((above, in_list, into))
                if len(around) > DEEPEST:
                    raise _Unusual
        if above != column or in_list is not is_item:
            while len(around) > 1 and (above > column or in_list is not is_item):  # those further in are over
                around.pop()
                above, in_list, into = around[-1]
            if above != column or in_list is not is_item:
                raise _Unusual
        if is_item and key:
            into.append(into := {})
            above, in_list = column + 2, False
            around.append((above, in_list, into))
        if not style:
            pass
        elif style == "waits":
            waits = True
        elif style == "several":
            value = value.copy()
        else:
            value, after = _block(style, lines, at, above)
        if not key:
            into.append(value)
        elif key in into:
            raise _Unusual
        else:
            into[key] = value
    return root


def _entry(line: str) -> Held | None:
    """What a line holds; None for an empty line or a comment."""
    bare = line.lstrip(" ")
    if not bare or bare[0] == "#":
        return None
    column = len(line) - len(bare)
    is_item = bare[0] == "-"
    if is_item:
        if bare[:2] != "- ":
            raise _Unusual
        bare = bare[2:]
    key, colon, word = bare.partition(":")
    if not colon or (word and word[0] != " ") or not _is_key(key):
        if not is_item:
            raise _Unusual
        key, word = "", bare
    word = word.strip(" ")
    if word in ("|", ">-"):
        return column, is_item, key, None, word
    if key and (not word or word[0] == "#"):
        return column, is_item, key, None, "waits"
    value = _value(word)
    return column, is_item, key, value, "several" if isinstance(value, list | dict) else ""


_usual = lru_cache(8192)(_entry)
"""Most lines of a deal stand in many others, too."""


def entry_of(line: str) -> Held | None:
    """What a line holds that is none of a text over several lines; None for an empty line or a comment."""
    return _usual(line) if len(line) < LONG else _entry(line)


def _is_key(word: str) -> bool:
    return _KEY.fullmatch(word) is not None and type(plain(word)) is str


def _value(word: str) -> Any:
    """What stands after a key or a dash."""
    first = word[:1]
    if first in ('"', "'"):
        found = _QUOTED.match(word)
        after = word[found.end() :] if found else "?"
        if found is None or (after and (after[0] != " " or after.lstrip(" ")[0] != "#")):
            raise _Unusual
        return _unquoted(found[0])
    if "#" in word:
        word, mark, note = word.partition(" #")
        if mark and (note[:1] not in ("", " ") or '"' in word or "'" in word):
            raise _Unusual
        word = word.rstrip(" ")
    if first in ("[", "{"):
        return _flow(word)
    if not _WORD_START.match(word) or (":" in word and (": " in word or word[-1] == ":")):
        raise _Unusual
    return word if is_text(word) else plain(word)


def _unquoted(word: str) -> str:
    return word[1:-1].replace("''", "'") if word[0] == "'" else word[1:-1]


def _block(style: str, lines: list[str], at: int, column: int) -> tuple[str, int]:
    """A text of several lines: those deeper than its key, all in one column, none empty."""
    first = lines[at] if at < len(lines) else ""
    inner = len(first) - len(first.lstrip(" "))
    start = " " * inner
    held = list(takewhile(lambda line: line.startswith(start) and line != start, lines[at:]))
    at += len(held)
    following = next((line for line in lines[at:] if line), "")
    words = [line[inner:] for line in held]
    if (
        inner <= column
        or not words
        or at == len(lines)
        or following.startswith(" " * (column + 1))
        or any(w[0] == " " or w[-1] == " " for w in words)
    ):
        raise _Unusual
    return ("\n".join(words) + "\n" if style == "|" else " ".join(words)), at


def _flow(text: str) -> Any:
    """`[a, b]` or `{key: value}` without another one in it."""
    inner, is_list = text[1:-1], text[0] == "["
    if text[-1] != ("]" if is_list else "}") or inner.rstrip(" ").endswith(","):
        raise _Unusual
    keys: list[str] = []
    values: list[Any] = []
    at = 0
    while at < len(inner):
        found = ITEM.match(inner, at)
        if found is None or (found[1] is None) is not is_list:
            raise _Unusual
        at = found.end()
        keys.append(found[1])
        word = found[2] or found[3].rstrip(" ")
        values.append(_unquoted(word) if found[2] else word if is_text(word) else plain(word))
    if is_list:
        return values
    if len({*keys}) < len(keys) or not all(map(_is_key, keys)):
        raise _Unusual
    return dict(zip(keys, values, strict=True))
