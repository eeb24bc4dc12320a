"""Hidden facts: each has words, stands in the truth, comes once; each reaction is about one of them."""

from collections.abc import Iterator

from salescoach import derived
from salescoach.deal.check import Checker
from salescoach.deal.deal import Deal, View
from salescoach.findings import Finding
from salescoach.lint.drills._case import Case, addresses_of
from salescoach.lint.ids import once
from salescoach.yamlfile.document import Path


def check(case: Case) -> Iterator[Finding]:
    """Reactions, then records of evidence, then what is told but not true."""
    yield from once(case.loaded, ("reactions",), (r.at for r in case.scenario.reactions), "at")
    yield from _reactions(case)
    yield from _records(case)
    for fact in case.facts.values():
        for address in fact.for_:
            if _is_lacking(case, address):
                yield case.find(case.place_of(fact), "fact-not-in-truth", value=address)


def _reactions(case: Case) -> Iterator[Finding]:
    """Each at an address that there is, with words of its own or of a record."""
    deal = Deal(case.scenario.id, case.scene.truth, case.playbook, derived)
    checker = Checker(case.loaded.documents[0], deal, View(deal, case.today))
    told = [address for fact in case.facts.values() for address in fact.for_]
    for at, reaction in enumerate(case.scenario.reactions):
        path: Path = ("reactions", at, "at")
        wrong = list(checker.address(path, reaction.at, None))
        yield from wrong
        if not wrong and reaction.at not in told:
            yield case.find(path, "reaction-without-words", value=reaction.at, names=told)


def _records(case: Case) -> Iterator[Finding]:
    """Each with words, and none about what another one tells already."""
    said = {reaction.at for reaction in case.scenario.reactions if reaction.says is not None}
    first: dict[str, str] = {}
    for path, record in case.records():
        told = case.fact_of(record)
        if not record.get("words") and not said & set(addresses_of(record)):
            yield case.find(path, "fact-without-words", value=told)
        if told in first:
            yield case.find(path, "fact-twice", value=told, first=first[told])
        place, line, _ = case.loaded.place(path)
        first.setdefault(told, f"{place}:{line}")


def _is_lacking(case: Case, address: str) -> bool:
    """Whether the truth does not hold what is told: a typed-in value that is nowhere."""
    spot = case.scene.hidden.spot(address)
    if spot.row is None or spot.field is None or spot.field.derived:
        return False
    value = spot.row.cells.get(spot.name)
    rest = address.split("/")[2 if spot.row.sheet.form is not None else 3 :]
    return value is None or (bool(rest) and not (isinstance(value, dict) and rest[0] in value))
