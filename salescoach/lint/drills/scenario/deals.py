"""The two deals of a scenario: what the rep knows and what is true are right as far as they go."""

from collections.abc import Iterator, Mapping
from typing import Any

from salescoach import derived
from salescoach.deal.check import check as check_deal
from salescoach.deal.deal import Deal, View
from salescoach.deal.evidence import QUOTE
from salescoach.drill.scene import resolved
from salescoach.findings import Finding
from salescoach.lint.drills._case import Case

HEAD = ("playbook", "stage", "industry")
"""What stands at the top of the scenario."""


def check(case: Case) -> Iterator[Finding]:
    """First what the rep knows, then the truth, which may refer to it."""
    for part, whole in (("start", case.scene.start), ("truth", case.scene.truth)):
        content = getattr(case.scenario, part)
        for key in HEAD:
            if key in content:
                yield case.find((part, key), "said-at-the-top", key=True, key_name=key)
        if content:
            yield from _held(case, part, content, whole)


def _held(case: Case, part: str, content: Mapping[str, Any], whole: Mapping[str, Any]) -> Iterator[Finding]:
    here, all_of_it = (
        Deal(case.scenario.id, _complete(case, one), case.playbook, derived) for one in (content, whole)
    )
    document = case.loaded.documents[0].part((part,))
    yield from check_deal(document, here, View(all_of_it, case.today))


def _complete(case: Case, content: Mapping[str, Any]) -> dict[str, Any]:
    """With real dates, and with what a record of evidence may leave out here."""
    ready: dict[str, Any] = resolved(content, case.playbook, case.today, case.languages[0])
    records = ready.get("evidence")
    if isinstance(records, list):
        said = {"grade": QUOTE, "person": case.scenario.buyer, "date": case.today.isoformat()}
        ready["evidence"] = [{**said, **one} if isinstance(one, dict) else one for one in records]
    return {key: value for key, value in ready.items() if key not in HEAD}
