"""A talk that was written down: who said what, from `Name: text` lines, plain or in Markdown."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

LONGEST_NAME = 40
"""Characters of a speaker's name; what stands before a later colon is no name."""

_TIME = r"[\[(（]?\s*(?P<time>[0-9]{1,2}(?::[0-9]{2}){1,2})(?:[.,][0-9]{1,3})?\s*[\])）]?"
_LEAD = re.compile(r"\s*(?:[-*+>]\s+|[0-9]{1,4}[.)]\s+)?")
_STAMP = re.compile(_TIME + r"\s*")
_BOLD = r"(?:\*\*|__)?"
_NAME = re.compile(
    _BOLD + r"(?P<name>[^\s:：*_|<>\[\]][^:：*|<>\[\]\n]{0,39}?)" + _BOLD + r"\s*[:：]\s*" + _BOLD + r"\s*"
)
_SHORT_NAME = re.compile(r"[^\W\d_a-z][\w.'-]*(?: [^\W\d_a-z][\w.'-]*){0,2}|[\u3400-\u9fff]{2,4}")
"""Up to three words with capitals, or up to four Chinese characters."""
_ASIDE = re.compile(r"\s*(?:#{1,6}\s|\||---|```|<!--)")
"""A heading, a table or a rule of Markdown: nobody says that."""


class Line(NamedTuple):
    """What somebody said. `number`: the line of the file, from 1; `at`: seconds from the beginning, if it says so."""

    speaker: str
    text: str
    number: int
    at: int | None = None


def parse(text: str) -> list[Line]:
    """Everybody's lines in their order; a line without a name goes on with the one before."""
    names = _names(text)
    found: list[Line] = []
    for number, raw in enumerate(text.splitlines(), 1):
        if not raw.strip() or _ASIDE.match(raw):
            continue
        speaker, said, at = _split(raw, names)
        if speaker:
            found.append(Line(speaker, said, number, at))
        elif found and said:
            last = found[-1]
            found[-1] = last._replace(text=f"{last.text} {said}".strip())
    return [line for line in found if line.text]


def speakers(lines: Sequence[Line]) -> list[str]:
    """Who speaks, whoever says most first."""
    return [name for name, _ in Counter(line.speaker for line in lines).most_common()]


def _names(text: str) -> set[str]:
    """What stands before a colon at the beginning of several lines; where it is one, only what looks like a name."""
    counts = Counter(name for raw in text.splitlines() if (name := next(_named(raw), "")))
    return {name for name, count in counts.items() if count > 1 or _SHORT_NAME.fullmatch(name)}


def _named(raw: str) -> Iterator[str]:
    at = _start(raw)[0]
    if found := _NAME.match(raw, at):
        yield found["name"].strip()


def _start(raw: str) -> tuple[int, int | None]:
    """Where the name begins, after a bullet and a time; and the time."""
    lead = _LEAD.match(raw)
    at = lead.end() if lead else 0
    stamp = _STAMP.match(raw, at)
    if stamp is None:
        return at, None
    return stamp.end(), _seconds(stamp["time"])


def _split(raw: str, names: set[str]) -> tuple[str, str, int | None]:
    at, seconds = _start(raw)
    found = _NAME.match(raw, at)
    if found and found["name"].strip() in names:
        return found["name"].strip(), _plain(raw[found.end() :]), seconds
    return "", _plain(raw[at:]), seconds


def _plain(text: str) -> str:
    return text.replace("**", "").strip(' *_\t“”"')


def _seconds(time: str) -> int:
    total = 0
    for part in time.split(":"):
        total = total * 60 + int(part)
    return total
