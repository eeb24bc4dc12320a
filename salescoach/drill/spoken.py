"""A talk that was written down, tagged line by line, and counted as far as its words show it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from salescoach.coach.compliance import signs_in
from salescoach.drill import clock
from salescoach.drill.acts import INSULTS
from salescoach.drill.heard import QUESTIONS, Heard
from salescoach.drill.reach import likeness
from salescoach.drill.run import Shown
from salescoach.drill.transcript import Line
from salescoach.text import mentioned

if TYPE_CHECKING:
    from salescoach.playbook.model import Playbook
    from salescoach.playbook.scenario import Rubric

WANTS = (
    "we need", "we want", "i need", "i want", "we would like", "we'd like", "we are looking for", "we must have",
    "我们需要", "我需要", "我们想要", "我想要", "我们希望", "我希望", "最好能", "我们要的是", "需要的是", "要是能",
)  # fmt: skip
"""How a customer says what they want."""
AGREES = (
    "i will send", "i'll send", "i will ask", "i'll ask", "i will bring", "i'll bring", "let us meet", "let's meet",
    "i will invite", "i'll invite", "i can give you", "i will arrange", "i'll arrange", "see you on", "see you next",
    "我来约", "我发给您", "我发给你", "我来安排", "我去安排", "我把", "我给您", "我约", "那就周", "到时候见",
)  # fmt: skip
"""How a customer agrees to do something; with a day it is an advance as far as words show it."""
DAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "tomorrow", "next week", "this week", "o'clock", "by the",
    "周一", "周二", "周三", "周四", "周五", "星期", "明天", "后天", "下周", "这周", "本周", "月底", "号之前", "点",
)  # fmt: skip
_ALIKE = 0.25
"""From which likeness a line is about what a question of the bank asks."""


class Tagged(NamedTuple):
    """One line of the rep: `number` counts the rep's lines, `line` is that of the file."""

    number: int
    line: Line
    at: int
    heard: Heard
    acts: tuple[str, ...]
    sheet: str
    row: str
    key: str


class Spoken:
    """A transcript as the rows of a rubric see it; facts and what was agreed are read from the customer's words."""

    def __init__(
        self,
        lines: Sequence[Line],
        seller: str,
        rubric: "Rubric",
        playbook: "Playbook",
        rivals: Sequence[str],
        hear: Callable[[str], Heard],
    ) -> None:
        self.lines, self.seller, self.rubric = lines, seller, rubric
        self.tagged: list[Tagged] = []
        self._needs: list[int] = []
        self._agreed: list[int] = []
        self._days: list[int] = []
        at = 0
        for line in lines:
            at = line.at if line.at is not None else at
            if line.speaker == seller:
                heard = hear(line.text)
                about = _about(playbook, heard)
                did = tuple(_acts(heard, rubric, playbook, rivals))
                self.tagged.append(Tagged(len(self.tagged) + 1, line, at, heard, did, *about))
            else:
                self._listen(line.text)
            at += clock.seconds(line.text)
        self._end = at

    def _listen(self, words: str) -> None:
        number = len(self.tagged)
        if number and mentioned(words, WANTS):
            self._needs.append(number)
        if number and mentioned(words, AGREES):
            self._agreed.append(number)
            if mentioned(words, DAYS):
                self._days.append(number)

    def shown(self, acts: Sequence[str]) -> list[Shown]:
        """Every line of the rep in which one of some acts was shown, once each."""
        return [
            Shown(act, one.number, one.at, one.line.text, one.sheet, one.row, one.key)
            for one in self.tagged
            for act in [next((a for a in one.acts if a in acts), "")]
            if act
        ]

    def told(self, of: str) -> list[Shown]:
        """The lines after which the customer said what they want; of anything else words alone do not tell."""
        return self._lines(self._needs) if of.endswith(".explicit_need") else []

    def brought(self) -> set[int]:
        """The numbers of the lines after which the customer said what they want."""
        return set(self._needs)

    def early(self) -> set[int]:
        """The numbers of the lines that asked for what a problem leads to before any problem was asked for."""
        first = next((one.number for one in self.tagged if one.heard.type == "P"), len(self.tagged) + 1)
        return {one.number for one in self.tagged if one.heard.type in ("I", "N") and one.number < first}

    def granted(self) -> list[Shown]:
        """The lines after which the customer agreed to something."""
        return self._lines(self._agreed)

    @property
    def need(self) -> int | None:
        """The number of the line after which the customer first said what they want."""
        return min(self._needs, default=None)

    @property
    def limit(self) -> int:
        """Seconds that the talk lasted."""
        return self._end

    @property
    def said(self) -> int:
        """Seconds that the rep spoke."""
        return sum(clock.seconds(one.line.text) for one in self.tagged)

    @property
    def share(self) -> float:
        """What share of all that was said the rep said, 0 to 1."""
        own = sum(clock.amount(one.line.text) for one in self.tagged)
        every = sum(clock.amount(line.text) for line in self.lines)
        return own / every if every else 0.0

    @property
    def outcome(self) -> str:
        """`advance` where the customer said that they do something, and when; else `continuation`."""
        return "advance" if self._days else "continuation"

    def _lines(self, numbers: Sequence[int]) -> list[Shown]:
        found = [one for one in self.tagged if one.number in set(numbers)]
        return [
            Shown("told", one.number, one.at, one.line.text, one.sheet, one.row, one.key) for one in found
        ]


def measurable(kind: str, parameters: Mapping[str, object]) -> bool:
    """Whether a row of a rubric can be counted from words alone."""
    return kind != "told" or str(parameters.get("of", "")).endswith(".explicit_need")


def _acts(heard: Heard, rubric: "Rubric", playbook: "Playbook", rivals: Sequence[str]) -> list[str]:
    found = [heard.type]
    for sign in rubric.signs:
        if mentioned(heard.text, [word for words in sign.words.values() for word in words]):
            found.append(sign.id)
    if mentioned(heard.text, rivals):
        found.append("rival-named")
    if any(gate.level == "block" for gate, _ in signs_in(heard.text, playbook)):
        found.append("compliance")
    if mentioned(heard.text, INSULTS):
        found.append("insult")
    return found


def _about(playbook: "Playbook", heard: Heard) -> tuple[str, str, str]:
    """Worksheet, chain and dimension that a question is about: those of the bank's question that is most alike."""
    if heard.type not in QUESTIONS:
        return "", "", ""
    chains = {ident: chain.id for chain in playbook.chains for ident in chain.order}
    best, sheet, row, key = _ALIKE, "", "", ""
    for question in playbook.questions:
        texts = question.text.values() if isinstance(question.text, dict) else [question.text]
        alike = max(likeness(heard.text, text) for text in texts)
        if alike > best:
            keys = [reveals.split(".")[2] for reveals in question.reveals if reveals.count(".") == 2]
            best, row, key = alike, chains.get(question.id, question.id), keys[0] if keys else ""
            sheet = question.reveals[0].partition(".")[0] if question.reveals else ""
    return sheet, row, key
