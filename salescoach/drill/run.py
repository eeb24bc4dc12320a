"""What a rubric counts in: the turns of a talk, or the counts of an observer, in one shape."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from salescoach.drill import clock
from salescoach.drill.scene import Fact
from salescoach.drill.talk import Talk, Turn


class Shown(NamedTuple):
    """One thing that the rep did, in the line of that `number`."""

    act: str
    number: int
    at: int
    words: str
    about: str


class Run:
    """A talk as it is scored."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk
        self.scene = talk.scene
        self.turns: Sequence[Turn] = talk.turns
        self.facts = talk.state.facts

    def shown(self, acts: Sequence[str]) -> list[Shown]:
        """Every line in which one of some acts was shown, once each."""
        return [
            Shown(act.name, turn.number, turn.at, turn.heard.text, turn.about)
            for turn in self.turns
            for act in [next((a for a in turn.acts if a.name in acts), None)]
            if act is not None
        ]

    def told(self) -> Iterator[tuple[Fact, Turn]]:
        """Each fact that came out, with the line that brought it."""
        for turn in self.turns:
            for at in turn.told:
                yield self.facts[at], turn

    @property
    def explicit_need(self) -> Turn | None:
        """The line after which the customer first said what they want; None where they did not."""
        return next((turn for fact, turn in self.told() if self._is_need(fact)), None)

    def _is_need(self, fact: Fact) -> bool:
        from salescoach.drill.state import ladder_of

        ladder = ladder_of(self.scene, fact.sheet)
        sheet = next((w for w in self.scene.playbook.worksheets if w.id == fact.sheet), None)
        if ladder is None or sheet is None:
            return False
        rungs = sheet.fields[ladder[0]].parameters.get("rungs", [])
        return bool(rungs) and fact.field in rungs[-1]["have"]

    @property
    def limit(self) -> int:
        """Seconds that the talk may last."""
        return self.talk.limit

    @property
    def seconds(self) -> int:
        """How long the talk took."""
        return self.talk.state.clock

    @property
    def share(self) -> float:
        """What share of all that was said the rep said, 0 to 1."""
        own = sum(clock.amount(turn.heard.text) for turn in self.turns)
        others = clock.amount(self.talk.opening.words)
        others += sum(clock.amount(said.words) for turn in self.turns for said in turn.says if said.person)
        return own / (own + others) if own + others else 0.0

    @property
    def outcome(self) -> str:
        """`advance`, `continuation`, or `no_sale` where nothing was agreed and the buyer is cold."""
        deal = self.talk.state.deal()
        view = deal.seen(self.scene.today)
        offers = {offer.id: offer.row for offer in self.scene.scenario.advances}
        rows = [deal.row("commitments", offers[ident]) for ident in self.talk.state.granted]
        outcomes = {view.value(row, "outcome") for row in rows if row is not None}
        if "advance" in outcomes:
            return "advance"
        return "no_sale" if self.talk.state.mood <= -3 else "continuation"
