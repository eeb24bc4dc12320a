"""Everything a criterion needs can be got: a step fills it, a question reaches it, a question serves it."""

from collections.abc import Iterator

from salescoach.deal.conditions import alternatives
from salescoach.deal.deal import PEOPLE, ROLES
from salescoach.findings import Finding
from salescoach.lint._index import Index, Need, parts, split
from salescoach.playbook.load import Loaded
from salescoach.yamlfile.document import Path


def check(loaded: Loaded) -> Iterator[Finding]:
    """Fields without a step, criteria without a question, questions without a use."""
    index = Index(loaded)
    yield from _unfilled(index)
    yield from _unreached(index)
    for at, question in enumerate(index.playbook.questions):
        if not question.reveals and not question.wins and not question.part:
            yield loaded.finding(("questions", at, "id"), "question-reveals-nothing", value=question.id)


def _needed(index: Index, need: Need) -> Iterator[tuple[Path, str, str]]:
    """The place where a field is named, and the typed-in fields behind it."""
    for path, sheet, name in _named(index, need):
        for source in sorted(index.inputs(sheet, name)):
            yield (path, *source)


def _named(index: Index, need: Need) -> Iterator[tuple[Path, str, str]]:
    if need.kind == "covers":
        yield ((*need.path, "covers"), *split(str(need.needs["covers"])))
    if need.kind not in ("rows", "fields"):
        return
    sheet = str(need.needs[need.kind])
    for part in ("which", "have"):
        condition = need.needs.get(part)
        several = isinstance(condition, list)
        for at, way in enumerate(alternatives(condition)):
            for name in way:
                yield (*need.path, part, *((at,) if several else ()), name), sheet, name
    if "by_role" in need.needs:
        yield (*need.path, "by_role"), PEOPLE, ROLES
        if sheet in index.sheets and index.sheets[sheet].who:
            yield (*need.path, "by_role"), sheet, index.sheets[sheet].who


def _unfilled(index: Index) -> Iterator[Finding]:
    """Steps of the same stage or an earlier one must fill what a criterion needs."""
    by_stage = {s.id: _filled(index, s.id) for s in index.playbook.stages}
    seen = set()
    for need in index.needs():
        for path, sheet, name in _needed(index, need):
            if (sheet, name) in by_stage[need.stage.id]:
                continue
            address = f"{need.stage.id}/{need.criterion.id}"
            if (address, sheet, name) not in seen:
                seen.add((address, sheet, name))
                facts = {"value": f"{sheet}.{name}", "stage": need.stage.id, "criterion": address}
                yield index.loaded.finding(path, "no-step-fills", key=True, **facts)


def _filled(index: Index, until: str) -> set[tuple[str, str]]:
    """The fields that the steps ask for, up to a stage: those of `only`, else all that have a question."""
    found: set[tuple[str, str]] = set()
    for stage in index.playbook.stages:
        for step in stage.steps:
            sheet = index.sheets.get(step.fills)
            if sheet is not None:
                names = step.only or [
                    n for n, f in sheet.fields.items() if f.ask is not None or n == sheet.row_title
                ]
                found |= {(sheet.id, name) for name in names}
        if stage.id == until:
            break
    return found


def _unreached(index: Index) -> Iterator[Finding]:
    """A criterion that the rep has no words for cannot be worked on in a talk."""
    won = {w for q in index.playbook.questions for w in q.wins}
    revealed = {parts(r)[:2] for q in index.playbook.questions for r in q.reveals}
    fields: dict[str, set[tuple[str, str]]] = {}
    for need in index.needs():
        address = f"{need.stage.id}/{need.criterion.id}"
        named = {(sheet, name) for path, sheet, name in _named(index, need) if path[-1] != "by_role"}
        fields.setdefault(address, set()).update(named, *(index.inputs(*one) for one in named))
    for s, stage in enumerate(index.playbook.stages):
        for c, criterion in enumerate(stage.exit.criteria):
            address = f"{stage.id}/{criterion.id}"
            if address not in won and not fields.get(address, set()) & revealed:
                path = ("stages", s, "exit", "criteria", c, "id")
                yield index.loaded.finding(path, "no-question-reaches", value=address)
