"""The parser and its guard: nothing is composed that could hang, crash or surprise.

libyaml where PyYAML has it, PyYAML's own parser otherwise (20 times slower, the same
results, but that it refuses a tab between words).
"""

import gc
import operator
from collections.abc import Iterator
from re import compile as pattern
from typing import Any

import yaml
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from salescoach.yamlfile.document import Fault

MAX_DEPTH = 32
MAX_NODES = 100_000

_SAFE_NESTING = 500  # libyaml composes recursively and dies on the C stack far above this
_LEAF = pattern(r"[\[{][^\[\]{}\"'#\r\n]*[\]}]")
_BREAKS_AND_MARKS = "\x85\u2028\u2029\ufeff"  # PyYAML takes them for line breaks, or drops them
_TEXT_QUESTION = pattern(
    r"(?<=[^\s,\[\]{}])\?|\?(?=\S)"
)  # a `?` that starts no key: the pure parser fails on it
_SURROGATE = pattern(r"\\(?:u|U0000)[dD][89a-fA-F][0-9a-fA-F]{2}")
_SURROGATES = pattern("[\ud800-\udfff]")


class _Kinds:
    """Leaves the types to us: no node has a tag that means anything, a scalar's style says whether it has quotes.

    PyYAML asks all three of every node and we have no answer: functions in C that take as many values cost a
    sixth less of the parser's time than methods.
    """

    descend_resolver = operator.is_
    ascend_resolver = gc.isenabled
    resolve = slice


def is_plain(node: Any) -> bool:
    """Whether a scalar stands without quotes."""
    return not node.style


class PureParser(Reader, Scanner, Parser, Composer, _Kinds):
    """PyYAML's parser in Python."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


PARSER: Any = PureParser
if yaml.__with_libyaml__:
    from yaml._yaml import CParser

    class FastParser(CParser, _Kinds):
        """libyaml's parser."""

    PARSER = FastParser

# ValueError, OverflowError: an escape above U+10FFFF in the pure parser
_ERRORS = (yaml.YAMLError, ValueError, OverflowError, RecursionError)


def parse(text: str) -> tuple[Any, list[Fault]]:
    """The node tree of `text` (None if it is empty), or None and the reasons why there is none.

    A text that cannot nest deeply is composed at once; all others meet the guard first. The
    caller must refuse a depth over MAX_DEPTH by calling `refusals`.
    """
    if _needs_guard(text):
        faults = refusals(text)
        if faults:
            return None, faults
    masked, back = _mask(text)
    try:
        root = PARSER(masked).get_single_node()
    except _ERRORS:
        return None, refusals(text)
    for node in _scalars(root) if back or (PARSER is PureParser and "\\" in text) else ():
        if _SURROGATES.search(node.value):
            return None, [_surrogate(text, node.start_mark.index)]
        node.value = node.value.translate(back)
    return root, []


def refusals(text: str) -> list[Fault]:
    """What makes `text` unfit for composing: a flat walk through its events, safe for any input."""
    parser = PARSER(_mask(text)[0])
    faults: list[Fault] = []
    depth = nodes = documents = 0
    try:
        while not isinstance(event := parser.get_event(), yaml.StreamEndEvent):
            index = event.start_mark.index
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    return [*faults, Fault(index, "several-documents")]
            elif isinstance(event, yaml.NodeEvent):
                nodes += 1
                faults += _marked(text, event, index)
                depth += isinstance(event, yaml.CollectionStartEvent)
                if depth > MAX_DEPTH:
                    return [*faults, Fault(index, "too-deep", facts={"most": MAX_DEPTH})]
                if nodes > MAX_NODES:
                    return [*faults, Fault(index, "too-many-values", facts={"most": MAX_NODES})]
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except _ERRORS as error:
        faults += _syntax(text, error, parser)
    return faults


def _marked(text: str, event: yaml.NodeEvent, index: int) -> Iterator[Fault]:
    """Anchors, aliases and tags; a lone `!` is seen only in the text."""
    if isinstance(event, yaml.AliasEvent):
        yield Fault(index, "alias", facts={"name": event.anchor})
        return
    if event.anchor is not None:
        yield Fault(index, "anchor", facts={"name": event.anchor})
    tag = getattr(event, "tag", None)
    if tag is not None or text[index : index + 1] == "!":
        shown = str(tag or "!").replace("tag:yaml.org,2002:", "!!")
        yield Fault(index, "tag", facts={"tag": shown})


def _syntax(text: str, error: Exception, parser: Any) -> list[Fault]:
    from salescoach.yamlfile.causes import Failure, cause

    problem, context = getattr(error, "problem", None), getattr(error, "context", None)
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    at = mark.index if mark else begun.index if begun else _reached(parser)
    start = begun.index if begun else at
    if "escape" in str(problem) and _SURROGATE.search(text, start):
        return [_surrogate(text, start)]
    return cause(text, Failure(str(problem or error), str(context or ""), at, start))


def _reached(parser: Any) -> int:
    """How far the pure parser came before it failed without a mark."""
    return int(parser.get_mark().index) if isinstance(parser, PureParser) else 0


def _surrogate(text: str, start: int) -> Fault:
    found = _SURROGATE.search(text, start)
    return Fault(
        found.start() if found else start, "surrogate", facts={"text": found.group() if found else ""}
    )


def _needs_guard(text: str) -> bool:
    """Whether `text` might hold too much, or marks; cheap, and never wrong on the unsafe side."""
    if PARSER is PureParser or "&" in text or "!" in text:
        return True
    entries = sum(map(text.count, ":-,?[{"))  # each is at most a mapping with a key and a value
    if 3 * entries > MAX_NODES:
        return True
    depth = max(map(len, text.splitlines()), default=0)  # each block level needs a column of its own
    brackets = text.count("[") + text.count("{")
    if depth + brackets > _SAFE_NESTING:
        brackets -= len(_LEAF.findall(text)) - 1
    return depth + brackets > _SAFE_NESTING


def _mask(text: str) -> tuple[str, dict[int, str]]:
    """`text` with stand-ins of the same length for what PyYAML misreads, and the way back."""
    odd = [c for c in _BREAKS_AND_MARKS if c in text] if not text.isascii() else []
    question = PARSER is PureParser and "?" in text
    if not odd and not question:
        return text, {}
    free = (c for c in map(chr, range(0xF2A5, 0xF8FF)) if c not in text)
    stand_ins = {c: next(free) for c in odd}
    masked = text.translate({ord(c): stand_in for c, stand_in in stand_ins.items()})
    if question:
        stand_ins["?"] = next(free)
        masked = _TEXT_QUESTION.sub(stand_ins["?"], masked)
    return masked, {ord(stand_in): c for c, stand_in in stand_ins.items()}


def _scalars(root: Any) -> Iterator[Any]:
    waiting = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        if node.id == "scalar":
            yield node
        elif node.id == "mapping":
            waiting.extend(part for pair in node.value for part in pair)
        else:
            waiting.extend(node.value)
