"""What a rubric counts in: a talk that was played, or one that was written down, in one shape."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from salescoach.drill import clock
from salescoach.drill.scene import COMMITMENTS, Fact
from salescoach.drill.state import ladder_of
from salescoach.drill.talk import Talk, Turn


class Shown(NamedTuple):
    """One thing that the rep did, in the line of that `number`, `at` seconds; and what it was about."""

    act: str
    number: int
    at: int
    words: str
    sheet: str = ""
    row: str = ""
    key: str = ""


class Counted(Protocol):
    """A talk as the rows of a rubric see it. `outcome`: `advance`, `continuation` or `no_sale`."""

    @property
    def limit(self) -> int:
        """Seconds that the talk may last."""

    @property
    def need(self) -> int | None:
        """The number of the line after which the customer first said what they want; None where they did not."""

    @property
    def share(self) -> float:
        """What share of all that was said the rep said, 0 to 1."""

    @property
    def said(self) -> int:
        """Seconds that the rep spoke."""

    @property
    def outcome(self) -> str:
        """How the talk ended."""

    def shown(self, acts: Sequence[str]) -> list[Shown]:
        """Every line in which one of some acts was shown, once each."""

    def told(self, of: str) -> list[Shown]:
        """The lines after which something came out about a worksheet, or a field of it."""

    def brought(self) -> set[int]:
        """The numbers of the lines that brought anything out."""

    def early(self) -> set[int]:
        """The numbers of the lines that asked for what could not be told yet."""

    def granted(self) -> list[Shown]:
        """The lines after which the customer agreed to something."""


class Run:
    """A talk that was played."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk
        self.scene = talk.scene
        self.turns: Sequence[Turn] = talk.turns
        self.facts = talk.state.facts

    def shown(self, acts: Sequence[str]) -> list[Shown]:
        """Every line in which one of some acts was shown, once each."""
        return [
            self._shown(name, turn, turn.about)
            for turn in self.turns
            for name in [next((act.name for act in turn.acts if act.name in acts), "")]
            if name
        ]

    def told(self, of: str) -> list[Shown]:
        """The lines after which a fact about a worksheet, or a field of it, came out; one for each fact."""
        sheet, _, field = of.partition(".")
        return [
            self._shown("told", turn, fact.at)
            for fact, turn in self.facts_told()
            if fact.sheet == sheet and field in ("", fact.field)
        ]

    def brought(self) -> set[int]:
        """The numbers of the lines that brought a fact out."""
        return {turn.number for turn in self.turns if turn.told}

    def early(self) -> set[int]:
        """The numbers of the lines that asked for what could not be told yet."""
        return {turn.number for turn in self.turns if turn.early}

    def granted(self) -> list[Shown]:
        """The lines after which the buyer agreed to something."""
        return [self._shown(turn.granted, turn, "") for turn in self.turns if turn.granted]

    def facts_told(self) -> Iterator[tuple[Fact, Turn]]:
        """Each fact that came out, with the line that brought it."""
        for turn in self.turns:
            for at in turn.told:
                yield self.facts[at], turn

    @property
    def need(self) -> int | None:
        """The number of the line after which the customer first said what they want, 0 where it was before the talk."""
        if any(self._is_need(fact) for fact in self.scene.known):
            return 0
        return next((turn.number for fact, turn in self.facts_told() if self._is_need(fact)), None)

    @property
    def limit(self) -> int:
        """Seconds that the talk may last."""
        return self.talk.limit

    @property
    def seconds(self) -> int:
        """How long the talk took."""
        return self.talk.state.clock

    @property
    def said(self) -> int:
        """Seconds that the rep spoke."""
        return sum(clock.seconds(turn.heard.text) for turn in self.turns if turn.heard.type != "silence")

    @property
    def share(self) -> float:
        """What share of all that was said the rep said, 0 to 1."""
        own = sum(clock.amount(turn.heard.text) for turn in self.turns)
        others = clock.amount(self.talk.opening.words)
        others += sum(clock.amount(said.words) for turn in self.turns for said in turn.says if said.person)
        return own / (own + others) if own + others else 0.0

    @property
    def outcome(self) -> str:
        """`advance`, `continuation`, or `no_sale` where nothing was agreed and the buyer is as cold as can be."""
        deal = self.talk.state.deal()
        view = deal.seen(self.scene.today)
        offers = {offer.id: offer.row for offer in self.scene.scenario.advances}
        rows = [deal.row(COMMITMENTS, offers[ident]) for ident in self.talk.state.granted]
        outcomes = {view.value(row, "outcome") for row in rows if row is not None}
        if "advance" in outcomes:
            return "advance"
        return "no_sale" if self.talk.state.mood <= -3 else "continuation"

    def _shown(self, act: str, turn: Turn, address: str) -> Shown:
        fact = self.facts.get(address)
        about = (fact.sheet, fact.row, fact.key) if fact is not None else ()
        return Shown(act, turn.number, turn.at, turn.heard.text, *about)

    def _is_need(self, fact: Fact) -> bool:
        """Whether a fact is what the top rung of its worksheet's ladder asks for."""
        ladder = ladder_of(self.scene, fact.sheet)
        sheet = next((w for w in self.scene.playbook.worksheets if w.id == fact.sheet), None)
        if ladder is None or sheet is None:
            return False
        rungs = sheet.fields[ladder[0]].parameters.get("rungs", [])
        return bool(rungs) and fact.field in rungs[-1]["have"]
