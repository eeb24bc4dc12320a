"""How many criteria an exit needs: neither more than there are, nor so few that some only decorate."""

from collections.abc import Iterator

from salescoach.fields import FULL, RIGOURS
from salescoach.findings import Finding
from salescoach.lint._index import Index
from salescoach.playbook.load import Loaded
from salescoach.playbook.model import Stage
from salescoach.playbook.rigour import applying, needed
from salescoach.yamlfile.document import Path


def check(loaded: Loaded) -> Iterator[Finding]:
    """Each stage at each rigour; what holds for both is said once."""
    for at, stage in enumerate(Index(loaded).playbook.stages):
        path: Path = ("stages", at, "exit", "pass")
        seen = set()
        for rigour in RIGOURS:
            passes, musts, criteria = _numbers(stage, rigour)
            rule = _fault(passes, musts, criteria)
            by_rigour = not isinstance(stage.exit.passes, int)
            if rule and (rule, passes, musts, criteria) not in seen:
                where = (*path, rigour) if by_rigour else path
                facts = {"passes": passes, "musts": musts, "criteria": criteria, "rigour": rigour}
                yield Finding(*loaded.place(where), rule, "error", facts)
            if not by_rigour:
                seen.add((rule, passes, musts, criteria))


def _numbers(stage: Stage, rigour: str) -> tuple[int, int, int]:
    """How many must hold, how many of them are musts, how many criteria there are."""
    criteria = applying(stage.exit.criteria, rigour)
    musts = sum(c.must == "always" or (c.must == "full" and rigour == FULL) for c in criteria)
    return needed(stage.exit, rigour), musts, len(criteria)


def _fault(passes: int, musts: int, criteria: int) -> str:
    if passes < 1:
        return "pass-too-small"
    if passes > criteria:
        return "pass-too-large"
    return "" if musts < passes or musts == passes == criteria else "musts-against-pass"
