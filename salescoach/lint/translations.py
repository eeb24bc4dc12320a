"""Texts in every language of the playbook, none empty, with the same slots in each."""

import re
from collections.abc import Iterable, Iterator

from salescoach.findings import Finding
from salescoach.lint._index import Index
from salescoach.lint._texts import Placed, texts
from salescoach.playbook.load import Loaded
from salescoach.text import slots
from salescoach.yamlfile.document import Path

SHORT = 20
"""A plain string up to this length may be a name or a number."""

_SENTENCE = re.compile(r"[\s，。、；：？！…—（）「」“”《》]")


def check(loaded: Loaded) -> Iterator[Finding]:
    """Each text by itself."""
    languages = [str(name) for name in Index(loaded).playbook.languages]
    if not languages:
        yield loaded.finding(("languages",), "no-languages")
    yield from check_each(loaded, texts(Index(loaded).playbook), languages)


def check_each(loaded: Loaded, placed: Iterable[Placed], languages: list[str]) -> Iterator[Finding]:
    """Some texts of a file, each by itself."""
    for path, text in placed:
        if isinstance(text, str):
            yield from _plain(loaded, path, text, languages)
        else:
            yield from _local(loaded, path, text, languages)


def _plain(loaded: Loaded, path: Path, text: str, languages: list[str]) -> Iterator[Finding]:
    if not text.strip():
        yield loaded.finding(path, "empty-text")
    elif len(languages) > 1 and len(text) > SHORT and _SENTENCE.search(text):
        yield loaded.finding(path, "untranslated-text", value=text, languages=languages)


def _local(loaded: Loaded, path: Path, text: dict[str, str], languages: list[str]) -> Iterator[Finding]:
    missing = [name for name in languages if name not in text]
    if missing:
        yield loaded.finding(path, "missing-translation", key=bool(text), languages=missing)
    for language, words in text.items():
        if not words.strip():
            yield loaded.finding((*path, language), "empty-text")
    used = {language: sorted(set(slots(words))) for language, words in text.items() if words.strip()}
    first = next(iter(used), "")
    for language, names in used.items():
        if names != used[first]:
            facts = {"language": language, "slots": names, "other": first, "others": used[first]}
            yield Finding(*loaded.place((*path, language)), "slots-differ", "warning", facts)
