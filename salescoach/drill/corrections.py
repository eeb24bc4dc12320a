"""Trainers' corrections as the recogniser looks them up."""

from typing import TYPE_CHECKING

from salescoach.drill.folding import key
from salescoach.drill.heard import Correction

if TYPE_CHECKING:
    from salescoach.playbook.corrections import Corrections


def by_key(corrections: "Corrections", scenario: str) -> dict[str, Correction]:
    """Every correction by the key of its line, with the fact that it is after in a scenario ("": in none)."""
    return {key(one.line): Correction(one.type, one.facts.get(scenario, "")) for one in corrections.lines}
