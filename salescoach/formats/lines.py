"""Findings as lines for people and editors: `path:line:column: rule: what is wrong. What to do.`"""

from collections import Counter
from collections.abc import Iterable, Mapping

from salescoach.findings import Finding, nearest
from salescoach.formats._told import counted, place
from salescoach.messages import Say, speaker
from salescoach.text import pick
from salescoach.visible import visible

LONGEST = 60
"""Characters of a value that are repeated in a sentence."""
MOST = 20
"""Entries of a list that are named."""


def render(findings: Iterable[Finding], language: str) -> str:
    """One line for each finding, in the order given; "" for none."""
    return "\n".join(visible(f"{place(f)}: {f.rule}: {_sentence(f, language)}") for f in findings)


def sentence(finding: Finding, language: str) -> str:
    """What is wrong, what to do, and what was probably meant: without place and rule, in one line."""
    return visible(_sentence(finding, language))


def summary(findings: Iterable[Finding], language: str) -> str:
    """How many there are of each level, the worst first: "3 errors, 1 warning"."""
    return counted(Counter(f.level for f in findings), speaker(language))


def _sentence(finding: Finding, language: str) -> str:
    say = speaker(language)
    facts = {name: _shown(value, name, language) for name, value in finding.facts.items()}
    return say(f"findings.{finding.said or finding.rule}", **facts) + _meant(finding, say)


def _shown(value: object, name: str, language: str) -> str:
    """A fact in a sentence: lists named as such, a value that may be anything cut short."""
    if name == "circle" and isinstance(value, list):
        return " -> ".join(map(str, value))  # half a name says nothing
    if isinstance(value, list | tuple | set) and name != "value":
        say = speaker(language)
        names = [_shown(v, "value", language) for v in value]
        more = ["…"] if len(names) > MOST else []
        return say("formats.comma").join(names[:MOST] + more) or say("formats.nothing")
    if isinstance(value, Mapping) and name == "title":
        value = pick(value, language)
    text = visible(_as_yaml(value))
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _as_yaml(value: object) -> str:
    """A value as it looks in the file; what has parts only by its brackets."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{…}" if value else "{}"
    if isinstance(value, list):
        return "[…]" if value else "[]"
    return "null" if value is None else str(value)


def _meant(finding: Finding, say: Say) -> str:
    """The name that was probably meant, where the finding knows the names there are."""
    names = finding.facts.get("names") or finding.facts.get("choices")
    given = finding.facts.get("value", finding.facts.get("key_name"))
    if not isinstance(names, list | tuple) or not isinstance(given, str):
        return ""
    near = nearest(given, names)
    return say("formats.did-you-mean", name=near) if near else ""
