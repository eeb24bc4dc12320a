"""Why a parser stopped, in terms of what a person typed."""

from re import MULTILINE
from re import compile as pattern
from typing import NamedTuple

from salescoach.yamlfile.document import Fault

_TAB_INDENT = pattern(r"^ *\t[ \t]*(?=[^\s])", MULTILINE)
_WIDE_COLON = pattern(r"^[ ]*(?:- +)*[^\s:：\"'#\-][^:：\"'#\r\n]*(?P<colon>：)", MULTILINE)
_WIDE_QUOTES = pattern("[“”＂‘’＇]")
_WIDE_BRACKETS = pattern("[［］【】｛｝]")
_RESERVED = ("@", "`", "%", "*", "&")
_BREAK = pattern(r"\r\n|\r|\n")


class Failure(NamedTuple):
    """Where and with which words a parser stopped: at index `at`, in something that began at `start`."""

    problem: str
    context: str
    at: int
    start: int


def cause(text: str, failure: Failure) -> list[Fault]:
    """What is wrong with `text`, as one kind of fault."""
    for rule in (_tab, _special, _bad_tag, _wide_colons, _unclosed, _colon, _after_quote):
        faults = rule(text, failure)
        if faults:
            return faults
    return [Fault(min(failure.at, len(text)), "yaml-syntax", facts={"problem": failure.problem})]


def wide_colons(text: str, start: int, end: int) -> list[Fault]:
    """The lines between two indexes that look like a key with a full-width colon."""
    return [
        Fault(found.start("colon"), "full-width-colon") for found in _WIDE_COLON.finditer(text, start, end)
    ]


def _tab(text: str, failure: Failure) -> list[Fault]:
    tabbed = _TAB_INDENT.match(text, _line_start(text, failure.at))
    if not tabbed or failure.at > tabbed.end():
        return []
    count = len(_TAB_INDENT.findall(text))
    return [Fault(tabbed.start() + tabbed.group().index("\t"), "tab-indent", facts={"count": count})]


def _special(text: str, failure: Failure) -> list[Fault]:
    named = any(word in failure.context for word in ("alias", "anchor", "directive"))
    index = failure.start if named else failure.at
    known = (named or "cannot start any token" in failure.problem) and text[index : index + 1] in _RESERVED
    return [Fault(index, "special-start", facts={"character": text[index]})] if known else []


def _bad_tag(text: str, failure: Failure) -> list[Fault]:
    if "tag" not in failure.context and "tag handle" not in failure.problem:
        return []
    index = failure.start if text[failure.start : failure.start + 1] == "!" else failure.at
    words = text[index : _line_end(text, index)].split(maxsplit=1)
    return [Fault(index, "tag", facts={"tag": words[0] if words else "!"})]


def _wide_colons(text: str, failure: Failure) -> list[Fault]:
    """A key with a full-width colon is read as text, and its own line or the next one fails."""
    first = _line_start(text, min(failure.start, failure.at))
    if failure.start == failure.at:
        first = _line_start(text, max(first - 1, 0))
    return wide_colons(text, first, _line_end(text, failure.at))


def _unclosed(text: str, failure: Failure) -> list[Fault]:
    opened = text[failure.start : failure.start + 1]
    line = text[failure.start : _line_end(text, failure.start)]
    if "quoted scalar" in failure.context:
        if "end of stream" not in failure.problem and "document" not in failure.problem:
            return []
        rule = "full-width-quote" if _WIDE_QUOTES.search(line) else "unclosed-quote"
    elif (
        opened in ("[", "{")
        and "flow" in failure.context
        and failure.at >= failure.start + len(line.rstrip())
    ):
        rule = "full-width-bracket" if _WIDE_BRACKETS.search(line) else "unclosed-bracket"
    else:
        return []
    return [Fault(failure.start, rule, facts={"character": opened})]


def _colon(text: str, failure: Failure) -> list[Fault]:
    if "mapping values are not allowed" not in failure.problem:
        return []
    before = text[_line_start(text, failure.at) : failure.at]
    second = ": " in before or before.lstrip().startswith("- ")
    return [Fault(failure.at, "colon-in-value" if second else "wrong-indent")]


def _after_quote(text: str, failure: Failure) -> list[Fault]:
    line_start = _line_start(text, failure.at)
    before = text[line_start : failure.at].rstrip()
    return [Fault(failure.at, "text-after-quote")] if before[-1:] in ("'", '"') and len(before) > 1 else []


def _line_start(text: str, index: int) -> int:
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def _line_end(text: str, index: int) -> int:
    found = _BREAK.search(text, index)
    return found.start() if found else len(text)
