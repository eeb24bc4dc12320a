"""What `check` found, in words and numbers: what every format renders, and nothing else is needed for it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from salescoach.findings import LEVELS


class Told(NamedTuple):
    """A finding in words. `line` and `column` count from 1; 0 means the whole file.

    `rule` is `stage/criterion`, or the short stable id of a built-in rule. `what` is wrong, `why` it matters
    ("" where that is plain), `todo` is the next best thing to do ("" where `what` says it). `mark` is a
    fingerprint that survives when lines move.
    """

    path: str
    line: int
    column: int
    rule: str
    level: str
    what: str
    why: str = ""
    todo: str = ""
    mark: str = ""


STATES = ("holds", "waived", "missing", "spare", "open")
"""Of a criterion: `missing` where an earlier exit needs it, `spare` where that passes without it, `open` where it
belongs to the stage being worked on."""


class Criterion(NamedTuple):
    """One exit criterion of one deal, judged; `state` is one of STATES."""

    rule: str
    title: str
    state: str


class Checked(NamedTuple):
    """One deal that was checked. `name` is `customer · title`; `stage` the title of the stage being worked on.

    `worst`: the highest level among all its findings, listed or left out; "" where there are none.
    """

    path: str
    name: str
    stage: str
    criteria: Sequence[Criterion] = ()
    findings: Sequence[Told] = ()
    worst: str = ""


class Rule(NamedTuple):
    """A rule that a finding names, in the playbook's words or ours."""

    id: str
    title: str
    why: str = ""
    todo: str = ""


class Report(NamedTuple):
    """A whole run. `deals` come in the order of their paths, and can be walked once.

    `elsewhere`: findings that are no deal's own (settings, playbooks, folders without a deal). `counts`: findings by
    level, those among them that are `left_out` because there were too many to list. Of the deals `checked`, `clean`
    ones have nothing worse than notes. `held` of `judged` criteria
    hold or are waived, of the exits that a deal claims to have left. `fail_on`: the level from which the run fails.
    """

    deals: Iterable[Checked]
    elsewhere: Sequence[Told]
    rules: Mapping[str, Rule]
    counts: Mapping[str, int]
    checked: int
    held: int
    judged: int
    left_out: int = 0
    fail_on: str = "error"
    clean: int = 0

    def fails(self, level: str) -> bool:
        """Whether a finding of this level ("" for none) fails the run."""
        return bool(level) and LEVELS.index(level) >= LEVELS.index(self.fail_on)

    @property
    def failing(self) -> int:
        """How many findings fail the run."""
        return sum(count for level, count in self.counts.items() if self.fails(level))
