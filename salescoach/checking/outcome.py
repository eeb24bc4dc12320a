"""What a run keeps of each deal: numbers always, words only where they will be shown."""

import json
from typing import TYPE_CHECKING, NamedTuple

from salescoach.report import STATES, Checked, Criterion, Told
from salescoach.text import pick

if TYPE_CHECKING:
    from salescoach.playbook.model import Playbook

LETTERS = {state: state[0] if state != "spare" else "x" for state in STATES}
"""One letter for each state of a criterion; `-` for one that was not judged."""
NAMES = {letter: state for state, letter in LETTERS.items()}


NEVER = "9999-12-31"
"""The day until which holds what no day changes."""


class Outcome(NamedTuple):
    """One deal, checked. `counts`: findings by LEVELS, the mildest first.

    `states`: a letter for each exit criterion of the playbook, in its order. `same`: what two files of one deal
    share, "" where it is not known. `until`: the last day on which this holds though nobody changes the file.
    `worded`: the mildest level of which, and of all that are graver, the findings are in `words`, "" for none;
    `words`: these, and how the deal is called, as JSON.
    """

    path: str
    counts: tuple[int, int, int]
    states: str
    same: str
    until: str
    playbook: str
    worded: str = ""
    words: str = ""


def unpacked(one: Outcome, path: str, playbook: "Playbook | None", language: str) -> Checked:
    """A deal as a format shows it; `path` is how findings name it."""
    name, stage, told = json.loads(one.words) if one.words else ("", "", [])
    width = len(Told._fields)
    findings = tuple(Told(*t) if len(t) == width else Told(path, *t) for t in told)
    return Checked(path, name or one.path.split("/")[1], stage, criteria(one, playbook, language), findings)


def criteria(one: Outcome, playbook: "Playbook | None", language: str) -> tuple[Criterion, ...]:
    """The criteria that were judged, in the playbook's order."""
    listed = [(s.id, c) for s in playbook.stages for c in s.exit.criteria] if playbook else []
    return tuple(
        Criterion(f"{stage}/{c.id}", pick(c.title, language), NAMES[letter])
        for (stage, c), letter in zip(listed, one.states, strict=False)
        if letter in NAMES
    )
