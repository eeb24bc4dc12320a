"""Lines that must not be crossed, as far as a deal's own words and plans show it (METHOD.md §0.4)."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from salescoach.coach.compliance import barred, level_of, signs_in
from salescoach.fields import known
from salescoach.findings import Finding
from salescoach.rules import Case

if TYPE_CHECKING:
    from salescoach.yamlfile.document import Path

NOT_OURS = ("evidence", "people", "stage_history", "waivers")
"""What the customer did and said is theirs, and stays as it was; titles and names are no plans."""
PLANNED = "planned"


def check(case: Case) -> Iterator[Finding]:
    """Words that point to a breach, and evaluators in a planned contact while a tender is open."""
    ours = {key: value for key, value in case.deal.content.items() if key not in NOT_OURS}
    together: list[str] = []
    _gather(ours.values(), together)
    if next(signs_in(" ".join(together), case.deal.playbook), None) is not None:
        for path, words in _texts(ours, ()):
            for gate, sign in signs_in(words, case.deal.playbook):
                yield case.find(
                    path, "line-crossed", level_of(gate), value=sign, title=gate.title, gate=gate.id
                )
    out_of_bounds = barred(case.deal, case.deal.seen(case.today))
    listed = case.deal.content.get("activities")
    for at, entry in enumerate(listed if out_of_bounds and isinstance(listed, list) else []):
        people = entry.get("people") if isinstance(entry, dict) and entry.get("state") == PLANNED else None
        for i, person in enumerate(people if isinstance(people, list) else []):
            if person in out_of_bounds:
                yield case.find(
                    ("activities", at, "people", i), "tender-open", value=case.deal.person(person)
                )


def _gather(values: Iterable[Any], texts: list[str]) -> None:
    """Every text: hardly a deal has one with a sign, so they are first searched together."""
    for value in values:
        kind = type(value)
        if kind is str:
            texts.append(value)
        elif kind is dict:
            _gather(value.values(), texts)
        elif kind is list:
            _gather(value, texts)


def _texts(value: Any, path: "Path") -> Iterator[tuple["Path", str]]:
    """Every text with its place."""
    if isinstance(value, str) and known(value):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _texts(inner, (*path, at))
