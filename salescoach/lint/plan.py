"""The call plan: each section exists and stands there once, each kind of visit names what there is."""

from collections.abc import Iterator, Sequence

from salescoach.findings import Finding
from salescoach.lint._index import Index
from salescoach.plan.sections import names, shared
from salescoach.playbook.load import Loaded
from salescoach.playbook.model import PlanSections, Variant
from salescoach.yamlfile.document import Path

LISTS = ("carry_in", "annex")


def check(loaded: Loaded) -> Iterator[Finding]:
    """Before and after the fold, the customer's page, and the same for each kind of visit."""
    index = Index(loaded)
    plan = index.playbook.plan
    yield from _sections(index, ("plan",), plan)
    yield from _known(index, ("plan", "customer"), plan.customer, {}, shared())
    yield from _known(index, ("plan", "full_only"), plan.full_only, {}, names())
    for at, variant in enumerate(plan.variants):
        path = ("plan", "variants", at)
        yield from _sections(index, path, variant)
        yield from index.each((*path, "stages"), "unknown-stage", variant.stages, index.stages)
        if variant.when is None and not variant.stages:
            yield loaded.finding((*path, "id"), "variant-never-used", value=variant.id)


def _sections(index: Index, path: Path, holder: PlanSections | Variant) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for part in LISTS:
        yield from _known(index, (*path, part), getattr(holder, part), seen, names())


def _known(
    index: Index, path: Path, listed: list[str], seen: dict[str, str], there: Sequence[str]
) -> Iterator[Finding]:
    for at, name in enumerate(listed):
        yield from index.unknown((*path, at), "unknown-section", name, there)
        place, line, _ = index.loaded.place((*path, at))
        if name in seen:
            yield index.loaded.finding((*path, at), "id-taken", value=name, first=seen[name])
        seen.setdefault(name, f"{place}:{line}")
