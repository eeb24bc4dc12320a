"""Questions: whom and where they are for, what they reveal and which criteria they win."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint._index import Index, ids, parts
from salescoach.playbook.load import Loaded
from salescoach.playbook.model import Question
from salescoach.yamlfile.document import Path

PARTS = ("label", "praise", "challenge", "pains", "value", "ask")
"""The parts of a report to the decision maker."""


def check(loaded: Loaded) -> Iterator[Finding]:
    """Each question by itself."""
    index = Index(loaded)
    for at, question in enumerate(index.playbook.questions):
        yield from _check_one(index, ("questions", at), question)


def _check_one(index: Index, path: Path, question: Question) -> Iterator[Finding]:
    yield from index.unknown((*path, "type"), "unknown-type", question.type, list(index.playbook.types))
    yield from index.each((*path, "for_roles"), "unknown-role", question.for_roles, index.roles)
    yield from index.each((*path, "stages"), "unknown-stage", question.stages, index.stages)
    yield from index.each((*path, "wins"), "unknown-criterion", question.wins, index.criteria)
    if question.industry:
        yield from index.unknown((*path, "industry"), "unknown-industry", question.industry, index.industries)
    for at, target in enumerate(question.reveals):
        yield from reveal(index, (*path, "reveals", at), target)
    yield from _costs(index, path, question)
    yield from _part(index, path, question)


def reveal(index: Index, path: Path, target: str) -> Iterator[Finding]:
    """`worksheet.field`, with the key of a cell where keys are a closed list, with `=value` of its choices."""
    address, equals, value = target.partition("=")
    sheet, name, key = parts(address)
    place = f"{sheet}.{name}"
    field = index.field(sheet, name)
    if field is None:
        yield from index.unknown(path, "unknown-place", target, index.places)
        return
    if key:
        yield from index.unknown(path, "unknown-cell", address, [f"{place}.{k}" for k in ids(field.keys)])
    if equals:
        yield from index.unknown(path, "unknown-value", value, [str(i) for i in ids(field.choices)])


def _costs(index: Index, path: Path, question: Question) -> Iterator[Finding]:
    field = index.field("commitments", "costs")
    if question.costs and field is not None and field.choices:
        yield from index.unknown((*path, "costs"), "unknown-value", question.costs, ids(field.choices))


def _part(index: Index, path: Path, question: Question) -> Iterator[Finding]:
    """A frame of a report belongs to one of its parts; other questions have none."""
    kind = index.playbook.types.get(question.type)
    if kind is None:
        return
    if kind.style == "report":
        yield from index.unknown((*path, "part"), "unknown-part", question.part, PARTS)
    elif question.part:
        yield index.loaded.finding((*path, "part"), "part-outside-report", key=True, value=question.part)
