"""A way of talking: lines for every situation, for a personality that people of the playbook may have."""

from collections.abc import Iterator, Mapping

from salescoach.findings import Finding
from salescoach.lint._index import ids
from salescoach.lint.drills._case import Held, TalkerCase
from salescoach.playbook.model import LocalText
from salescoach.playbook.scenario import SITUATIONS

PERSONALITY = ("people", "personality")
"""The field that tells how somebody talks."""


def check(case: TalkerCase) -> Iterator[Finding]:
    """Its name, its lines, its texts."""
    talker = case.talker
    yield from case.named(talker.id)
    field = case.index.field(*PERSONALITY)
    if field is not None:
        yield from case.index.unknown(("id",), "unknown-personality", talker.id, ids(field.choices))
    missing = [name for name in SITUATIONS if name not in talker.lines]
    if missing:
        yield case.find(("lines",), "missing-situations", key=True, names=missing)
    yield from situations(case, talker.lines)
    yield from case.texts(talker)


def situations(case: Held, lines: Mapping[str, list[LocalText]]) -> Iterator[Finding]:
    """Situations that there are, each with a line."""
    for name, said in lines.items():
        yield from case.index.unknown(("lines", name), "unknown-situation", name, SITUATIONS, key=True)
        if not said:
            yield case.find(("lines", name), "no-lines", key=True, value=name)
