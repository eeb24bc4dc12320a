"""The shape of a team's `corrections.yaml`: lines that the recogniser took for something else, and what they are.

format: 1
lines:
  - line: What does that cost you?
    type: I
    facts: {two-blues: pains/colour/impacts/money}
"""

from typing import Literal

import pydantic

from salescoach.playbook.model import Strict


class CorrectedLine(Strict):
    """One line, however it is typed: case, width, punctuation and space do not matter.

    `type`: what it is. `facts`: by scenario the address of the hidden fact that it is after.
    """

    line: str
    type: str
    facts: dict[str, str] = pydantic.Field(default={})


class Corrections(Strict):
    """What trainers corrected, for everybody who drills in this folder."""

    format: Literal[1]
    lines: list[CorrectedLine] = pydantic.Field(default=[])
