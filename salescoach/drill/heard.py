"""What a line that the rep typed was heard as."""

from typing import NamedTuple

QUESTIONS = ("S", "P", "I", "N")
LABELS = (*QUESTIONS, "summary", "feature", "commitment", "small_talk", "other")
"""What a line with words may be, in the order of the model's weights."""
TYPES = (*LABELS, "silence")
"""Types of lines: the four types of question, a summary, talk about us, a request for a next step, and the rest.

`silence` is a pause on purpose: nothing but dots.
"""

LISTENED = 2000
"""Characters of a line that anybody listens to; all of it takes its time."""


class Correction(NamedTuple):
    """What a trainer says that a line is. `fact`: the address of the hidden fact that it is after, "" for any."""

    type: str
    fact: str = ""


class Heard(NamedTuple):
    """A line, recognised. `sure` is from 0 to 1; `clear` tells whether that is sure enough to go on without asking.

    `other`: the type that it might be instead. `words`: those of the line that decided. `is_open`: whether a question
    asks for more than yes or no. `language`: `en` or `zh`. `corrected`: whether a trainer decided, not the recogniser;
    `fact`: the hidden fact that the line is after by that correction. `question`: the id of the playbook's own question
    that told its type, "" where none did.
    """

    text: str
    type: str
    sure: float
    clear: bool
    other: str = ""
    words: tuple[str, ...] = ()
    is_open: bool = True
    language: str = "en"
    corrected: bool = False
    fact: str = ""
    question: str = ""

    @property
    def asks(self) -> bool:
        """Whether it is a question of one of the four types."""
        return self.type in QUESTIONS
