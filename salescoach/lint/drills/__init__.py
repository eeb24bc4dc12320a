"""What is wrong in drill content: scenarios, rubrics, how buyers of a personality talk, cards, corrections.

`scenario/` and `rubric/` hold one family of rules per file; the others have one family each.
"""

from collections.abc import Iterable
from typing import Any

from salescoach import modules
from salescoach.findings import Finding
from salescoach.lint.drills import corrections, deck, talker
from salescoach.lint.drills._case import Case, CorrectionsCase, DeckCase, RubricCase, TalkerCase, There

__all__ = [
    "Case", "CorrectionsCase", "DeckCase", "RubricCase", "TalkerCase", "There",
    "check_corrections", "check_deck", "check_rubric", "check_scenario", "check_talker",
]  # fmt: skip


def check_scenario(case: Case) -> list[Finding]:
    """Every finding of a scenario, in the order of its file."""
    return _sorted(f for family in _families("scenario") for f in family.check(case))


def check_rubric(case: RubricCase) -> list[Finding]:
    """Every finding of a rubric, in the order of its file."""
    return _sorted(f for family in _families("rubric") for f in family.check(case))


def check_talker(case: TalkerCase) -> list[Finding]:
    """Every finding of a way of talking, in the order of its file."""
    return _sorted(talker.check(case))


def check_deck(case: DeckCase) -> list[Finding]:
    """Every finding of a deck of cards, in the order of its file."""
    return _sorted(deck.check(case))


def check_corrections(case: CorrectionsCase) -> list[Finding]:
    """Every finding of a team's corrections, in the order of its file."""
    return _sorted(corrections.check(case))


def _families(folder: str) -> list[Any]:
    package = f"{__name__}.{folder}"
    return [modules.named(package, name) for name in modules.names(package)]


def _sorted(findings: Iterable[Finding]) -> list[Finding]:
    """One thing said twice at a place is said once."""
    once = {(f.line, f.column, f.rule, str(f.facts)): f for f in findings}
    return [once[key] for key in sorted(once)]
