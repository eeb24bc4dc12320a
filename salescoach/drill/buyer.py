"""How the buyer answers a line: vaguely to what is vague, with a fact where it was earned, coldly to a pitch.

Everything follows from the scenario, the line, what came before, and the seed; there is no chance in it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

from salescoach.deal.evidence import QUOTE
from salescoach.drill.acts import Act, numbers
from salescoach.drill.heard import QUESTIONS, Heard
from salescoach.drill.reach import ENOUGH, REWORDED, Aim, aim, aims, examples, likeness
from salescoach.drill.scene import COMMITMENTS, Fact, Scene
from salescoach.drill.state import State, ladder_of
from salescoach.playbook.scenario import Advance, Mine, Objection
from salescoach.text import mentioned

PATIENCE = 2
"""Lines in which an objection must be settled."""
TOO_COLD = -2
"""From this mood down nobody tells anything."""
_POINTS_BACK = re.compile(
    r"\b(?:do|does|did|is|was|has|had|from|of|with|by|after|behind|about|because) (?:that|this|it|them|these|those)\b"
    r"|\b(?:that|this|it) (?:mean|means|cost|costs|affect|affects|do|does|cause|causes|lead|leads|happen|happens)\b"
    r"|[这那](?:件|个|样|种|些|事|会|让|给|对|么)|[它此]",
    re.IGNORECASE,
)
"""How a question without a topic points to what was said last."""
_CAUSES = {
    "why", "how come", "cause", "causes", "reason", "reasons", "come from", "comes from", "为什么", "怎么会",
    "原因", "根源", "怎么来的",
}  # fmt: skip
"""Words that ask for the cause of whatever was talked of last."""
CERTAIN = 0.97
"""What the recogniser is so sure of, no example changes."""
_SUMS_UP = 0.12
"""More than this share of common words makes a summary one of what was said; a number of theirs does, too."""
_FOLLOWS = 0.6
"""What counts for a fact that it is about what was talked of last."""


@dataclass
class Answer:
    """What came of a line. `about`: the fact that it was after; `told`: those that came out."""

    says: list[tuple[str, str]] = field(default_factory=list)
    """Who says what; "" tells what happens."""
    situation: str = ""
    about: str = ""
    words: tuple[str, ...] = ()
    early: bool = False
    """Whether it asked for what cannot be told yet: what a problem leads to, before anybody admitted it."""
    told: list[str] = field(default_factory=list)
    granted: str = ""
    refused: str = ""
    mine: str = ""
    objection: str = ""


class Buyer:
    """Answers the lines of one talk and keeps its state. `seed` picks among lines that mean the same."""

    def __init__(self, state: State, seed: int) -> None:
        self.state = state
        self.scene = state.scene
        self.seed = seed

    def answer(self, heard: Heard, acts: Sequence[Act]) -> Answer:
        """The answer to one line, and the state after it."""
        state, answer = self.state, Answer()
        names = [act.name for act in acts]
        state.acts.update(names)
        if "insult" in names:
            state.feel(-2)
            self.say(answer, "insult")
        elif (mine := self._mine(heard.text, names)) is not None:
            self._step_on(answer, mine)
            self._worsen(names)
        elif (objection := self._standing()) is not None and self._settles(answer, objection, names):
            pass
        else:
            self._react(answer, heard)
        self._unasked(answer)
        state.silent = heard.type == "silence"
        state.line += 1
        return answer

    def settled(self, heard: Heard) -> Heard:
        """A line that could be of two types, as the one of them that reaches the hidden fact it is about."""
        is_asked = heard.other in QUESTIONS or "?" in heard.text or "？" in heard.text
        facts = [f for f in self.scene.facts if f.at not in self.state.told and self.state.is_there(f.person)]
        if heard.asks and heard.sure < CERTAIN and (meant := self._as_in_an_example(heard, facts)):
            return heard._replace(type=meant, clear=True, other="")
        if heard.clear or not heard.asks or not is_asked:
            return heard
        hits = [(a.score, f) for a, f in zip(aims(heard, self.scene, facts), facts, strict=True)]
        near = [(score, fact.types & {heard.type, heard.other}) for score, fact in hits if score >= ENOUGH]
        types = max(near, key=lambda one: one[0], default=(0.0, frozenset[str]()))[1]
        return heard._replace(type=next(iter(types)), clear=True, other="") if len(types) == 1 else heard

    def _as_in_an_example(self, heard: Heard, facts: Sequence[Fact]) -> str:
        """The type of the scenario's example that a line is much like; "" where there is none, or of several types."""
        alike = {
            fact.at: max((likeness(heard.text, one) for one in examples(fact.reaction.ask_like)), default=0.0)
            for fact in facts
        }
        fact = max(facts, key=lambda one: alike[one.at], default=None)
        if fact is None or alike[fact.at] < REWORDED or heard.corrected or heard.type in fact.types:
            return ""
        types = fact.types & {heard.other} or fact.types
        return next(iter(types)) if len(types) == 1 else ""

    def raise_due(self) -> Answer | None:
        """What is due by the clock or by what happened: somebody comes in, an objection falls. None for nothing."""
        state, answer = self.state, Answer()
        for event in self.scene.scenario.events:
            if event.id not in state.events and state.clock >= event.minute * 60:
                state.events.append(event.id)
                answer.says.append(("", self.scene.pick(event.tells)))
                state.speaker = event.speaker or state.speaker
                if event.says is not None:
                    self._speak(answer, self.scene.pick(event.says))
        if not state.raised:
            for one in self.scene.scenario.objections:
                on_time = one.minute is not None and state.clock >= one.minute * 60
                if (
                    one.id not in state.settled
                    and not any(state.acts[act] for act in one.unless)
                    and (on_time or any(state.acts[act] for act in one.acts))
                ):
                    state.raised[one.id] = PATIENCE
                    answer.objection = one.id
                    self._speak(answer, self.scene.pick(one.says), one.speaker)
                    break
        return answer if answer.says else None

    def _react(self, answer: Answer, heard: Heard) -> None:
        match heard.type:
            case "silence":
                self._silence(answer)
            case "summary":
                self._summary(answer, heard)
            case "feature":
                self._pitch(answer)
            case "commitment":
                self._asked_to_act(answer, heard)
            case "small_talk":
                self.say(answer, "small-talk" if self.state.acts["small_talk"] < 2 else "small-talk-again")
            case "other":
                self._statement(answer, heard)
            case _:
                self._asked(answer, heard)

    def _statement(self, answer: Answer, heard: Heard) -> None:
        is_cold = self.state.mood <= TOO_COLD
        self.say(answer, "unclear" if heard.sure <= 0 else "cold" if is_cold else "statement")

    def _asked(self, answer: Answer, heard: Heard) -> None:
        state = self.state
        facts = [f for f in self.scene.facts if not state.never(f.reaction) and state.is_there(f.person)]
        facts += self.scene.known
        scored = aims(heard, self.scene, facts)
        topical = [
            (self._weight(a, f), f, a)
            for a, f in zip(scored, facts, strict=True)
            if a.score >= ENOUGH and not self._merely_why(a, f)
        ]
        fitting = [(s, f, a) for s, f, a in topical if f.types & self._types(heard)]
        new = [one for one in fitting if not state.is_told(one[1])]
        ready = [one for one in new if self._ready(one[1], heard)]
        told = [one for one in fitting if state.is_told(one[1])]
        found = max(ready or told or new or topical, key=lambda one: one[0], default=None)
        next_ = None if fitting else self._next(heard, [fact for _, fact, _ in topical], facts)
        if next_ is not None:
            answer.about = next_.at
            self._earned(answer, next_, heard)
            return
        if not new and self._freely(answer, heard, found[0] if found is not None else ENOUGH):
            return
        if found is None:
            self._astray(answer, heard, facts)
            return
        _, fact, hit = found
        answer.about, answer.words = fact.at, hit.words
        if state.is_told(fact):
            self.say(answer, "told-before")
        elif state.mood <= TOO_COLD:
            self.say(answer, "cold")
        elif not fact.types & self._types(heard):
            self._beside(answer, fact, heard)
        else:
            self._earned(answer, fact, heard)

    def _next(self, heard: Heard, named: Sequence[Fact], facts: Sequence[Fact]) -> Fact | None:
        """What a question reaches that names what was told and asks for what follows from it, whatever that is."""
        state = self.state
        rows = {fact.row for fact in named if fact.row and state.is_told(fact)}
        if heard.type not in ("I", "N") or state.mood <= TOO_COLD:
            return None
        return next(
            (
                fact
                for fact in facts
                if fact.row in rows
                and heard.type in fact.types
                and not state.is_told(fact)
                and self._ready(fact, heard)
            ),
            None,
        )

    def _merely_why(self, hit: Aim, fact: Fact) -> bool:
        """Whether nothing but a word like "why" speaks for a fact that is not about what was talked of last."""
        return bool(hit.words) and set(hit.words) <= _CAUSES and fact.row != self.state.focus

    def _freely(self, answer: Answer, heard: Heard, least: float) -> bool:
        """Tell what nobody hides, if the question is at least so much about it."""
        remarks = self.scene.scenario.freely
        scored = [aim(heard.text, one.about, examples(one.ask_like)).score for one in remarks]
        at = max(range(len(remarks)), key=lambda i: scored[i], default=0)
        if not remarks or scored[at] < least or self.state.mood <= TOO_COLD:
            return False
        if at in self.state.remarks:
            self.say(answer, "told-before")
        else:
            self.state.remarks.add(at)
            self._speak(answer, self.scene.pick(remarks[at].says))
        return True

    def _beside(self, answer: Answer, fact: Fact, heard: Heard) -> None:
        """A question about the right thing of a type that does not reach it."""
        is_open = any(self.state.is_open(fact, kind) for kind in fact.types)
        if fact.reaction.too_early is not None and not is_open:
            self._early(answer, fact)
        else:
            self.say(answer, "default" if heard.type == "S" else "vague")

    def _opens(self, fact: Fact, heard: Heard) -> bool:
        """Whether a line of this type may already reach a fact."""
        return self.state.is_open(fact, heard.type if heard.type in fact.types else heard.other)

    def _ready(self, fact: Fact, heard: Heard) -> bool:
        """Whether a line of this type brings out a fact, or its hint, now."""
        return self._opens(fact, heard) and self.state.allows(fact.reaction)

    def _earned(self, answer: Answer, fact: Fact, heard: Heard) -> None:
        """The right type of question about a fact: is the time right, too?"""
        state, reaction = self.state, fact.reaction
        state.focus = fact.row
        if self._ready(fact, heard):
            if reaction.hint is not None and fact.at not in state.hinted:
                state.hinted.add(fact.at)
                state.hinted_in = state.line
                self._speak(answer, self.scene.pick(reaction.hint), fact.person)
            else:
                self._tell(answer, fact)
            return
        if reaction.after_silence and self._opens(fact, heard) and state.allows(reaction, silent=True):
            state.waiting = fact.at
        self._early(answer, fact)

    def _early(self, answer: Answer, fact: Fact) -> None:
        answer.early = True
        if fact.reaction.too_early is not None:
            self._speak(answer, self.scene.pick(fact.reaction.too_early), fact.person)
        else:
            self.say(answer, "too-early")

    def _astray(self, answer: Answer, heard: Heard, facts: Sequence[Fact]) -> None:
        """A question that names nothing hidden: it may follow up what was just said, be too vague, or lead nowhere."""
        state = self.state
        types = self._types(heard)
        open_ = [f for f in facts if f.at not in state.told]
        points_back = bool(_POINTS_BACK.search(heard.text))
        asks_on = points_back and state.hinted_in == state.line - 1
        hinted = [f for f in open_ if f.at in state.hinted and (f.types & types or asks_on)]
        follows = [
            f
            for f in open_
            if f.row and f.row == state.focus and f.types & types and (points_back or not _has_cues(f))
        ]
        if (hinted or follows) and state.mood > TOO_COLD:
            fact = (hinted or follows)[0]
            answer.about = fact.at
            self._earned(answer, fact, heard)
        elif heard.type == "S":
            self.say(answer, "default")
        elif heard.type == "P" or state.focus:
            self.say(answer, "vague")
        else:
            answer.early = True
            self.say(answer, "no-context")

    def _silence(self, answer: Answer) -> None:
        state = self.state
        hinted = [at for at in state.hinted if at not in state.told and state.hinted_in == state.line - 1]
        fact = state.facts.get(state.waiting or next(iter(hinted), ""))
        if fact is not None and state.allows(fact.reaction, silent=True):
            answer.about = fact.at
            self._tell(answer, fact)
        else:
            self.say(answer, "silence")

    def _summary(self, answer: Answer, heard: Heard) -> None:
        state = self.state
        said = [fact.says for fact in (*self.scene.facts, *self.scene.known) if state.is_told(fact)]
        own = _numbers_in(heard.text)
        if not any(likeness(heard.text, words) > _SUMS_UP or own & _numbers_in(words) for words in said):
            self.say(answer, "summary-empty")
            return
        state.summaries += 1
        if state.since_summary:
            state.feel(1)
        state.since_summary = 0
        self.say(answer, "summary")

    def _pitch(self, answer: Answer) -> None:
        """Talk about us: welcome once a need was said, a nuisance before."""
        if self._has_need():
            self.say(answer, "advantage-welcome")
            return
        self.state.feel(-1)
        self.say(answer, "pitch" if self.state.acts["feature"] < 2 else "pitch-again")

    def _has_need(self) -> bool:
        """Whether the customer said that they want something: the top of some row's ladder."""
        return any(
            self.state.rung(f) == len(ladder[1]) - 1
            for f in (*self.scene.facts, *self.scene.known)
            if self.state.is_told(f) and (ladder := ladder_of(self.scene, f.sheet)) is not None
        )

    def _asked_to_act(self, answer: Answer, heard: Heard) -> None:
        state = self.state
        offers = [o for o in self.scene.scenario.advances if o.id not in state.granted]
        scored = [(aim(heard.text, o.about, examples(o.ask_like)), o) for o in offers]
        found = max(
            (one for one in scored if one[0].score >= ENOUGH), key=lambda one: one[0].score, default=None
        )
        if found is None:
            self.say(answer, "commitment-vague" if offers else "statement")
            return
        hit, offer = found
        answer.words = hit.words
        if state.allows(offer):
            self._grant(answer, offer)
        else:
            answer.refused = offer.id
            if offer.id not in state.refused:
                state.refused.append(offer.id)
            self._speak(answer, self.scene.pick(offer.refuses), self._acts(offer))

    def _grant(self, answer: Answer, offer: Advance) -> None:
        state = self.state
        state.granted.append(offer.id)
        answer.granted = offer.id
        state.add(agreed(self.scene, offer))
        self._speak(answer, self.scene.pick(offer.says), self._acts(offer))

    def _acts(self, offer: Advance) -> str:
        """Who would do it, "" where nobody is named."""
        row = self.scene.hidden.row(COMMITMENTS, offer.row)
        return str(row.cells.get("person") or "") if row is not None else ""

    def _mine(self, text: str, names: Sequence[str]) -> Mine | None:
        for mine in self.scene.scenario.mines:
            early = mine.before is None or self.state.clock < mine.before * 60
            words = [word for language in mine.words.values() for word in language]
            spared = any(self.state.acts[act] for act in mine.unless)
            if early and not spared and (set(mine.acts) & set(names) or mentioned(text, words)):
                return mine
        return None

    def _step_on(self, answer: Answer, mine: Mine) -> None:
        answer.mine = mine.id
        self.state.mines.append(mine.id)
        self.state.feel(mine.mood)
        self._speak(answer, self.scene.pick(mine.says))

    def _standing(self) -> Objection | None:
        objections = {one.id: one for one in self.scene.scenario.objections}
        return next((objections[ident] for ident in self.state.raised), None)

    def _worsen(self, names: Sequence[str]) -> None:
        """A mine was stepped on while an objection stood: it is worse if the same act makes it so."""
        objection = self._standing()
        if objection is not None and set(objection.bad) & set(names):
            del self.state.raised[objection.id]
            self.state.settled[objection.id] = False

    def _settles(self, answer: Answer, objection: Objection, names: Sequence[str]) -> bool:
        """Hold a line against the objection that stands; whether it makes it worse: then nothing else is answered."""
        state = self.state
        is_bad, is_good = bool(set(objection.bad) & set(names)), bool(set(objection.good) & set(names))
        state.raised[objection.id] -= 1
        if not is_bad and not is_good and state.raised[objection.id] > 0:
            return False
        del state.raised[objection.id]
        settled = is_good and not is_bad
        state.settled[objection.id] = settled
        state.feel(1 if settled else -1)
        answer.objection = objection.id
        is_ignored = not is_bad and not is_good and objection.ignored is not None
        words = objection.ignored if is_ignored else objection.settled if settled else objection.worse
        self._speak(answer, self.scene.pick(words), objection.speaker)
        return is_bad

    def _unasked(self, answer: Answer) -> None:
        for fact in self.scene.facts:
            if (
                fact.reaction.unasked
                and fact.at not in self.state.told
                and self.state.is_there(fact.person)
                and self.state.allows(fact.reaction)
            ):
                if answer.situation:
                    answer.says, answer.situation = [], ""
                self._tell(answer, fact)

    def _tell(self, answer: Answer, fact: Fact) -> None:
        state = self.state
        state.told[fact.at] = state.line
        state.since_summary += 1
        state.focus, state.waiting = fact.row or state.focus, ""
        state.add(self.scene.told(fact))
        answer.told.append(fact.at)
        state.feel(fact.reaction.feel)
        answer.says.append((fact.person, fact.says))
        state.numbers |= {number for number, _ in numbers(fact.says)}

    def _speak(self, answer: Answer, words: str, person: str = "") -> None:
        """Something is said by whoever answers, or by a person where they are in the talk."""
        answer.says.append((self.state.voice(person), words))
        self.state.numbers |= {number for number, _ in numbers(words)}

    def say(self, answer: Answer, situation: str) -> None:
        """One of the lines for a situation, in the tone of whoever answers."""
        lines = self.scene.lines(situation, self.state.speaker)
        at = crc32(f"{self.seed}/{self.state.line}/{situation}".encode()) % len(lines)
        answer.situation = situation
        self._speak(answer, self.scene.pick(lines[at]))

    def _types(self, heard: Heard) -> set[str]:
        return {heard.type} if heard.clear or not heard.other else {heard.type, heard.other}

    def _weight(self, hit: Aim, fact: Fact) -> float:
        return hit.score + (_FOLLOWS if fact.row and fact.row == self.state.focus else 0.0)


def _numbers_in(words: str) -> set[float]:
    return {number for number, _ in numbers(words)}


def _has_cues(fact: Fact) -> bool:
    """Whether words or examples tell which line means a fact."""
    return bool(fact.reaction.about or fact.reaction.ask_like)


def agreed(scene: Scene, offer: Advance) -> dict[str, Any]:
    """The partial deal of an advance that was granted: its row, and the buyer's words for it."""
    row = next((r for r in scene.truth.get(COMMITMENTS, []) if r.get("id") == offer.row), None)
    if row is None:
        return {}
    targets = [f"commitments/{offer.row}/moves", *([row["moves"]] if "moves" in row else [])]
    record = {"for": targets, "value": row.get("moves"), "grade": QUOTE}
    person, words = row.get("person") or scene.scenario.buyer, scene.pick(offer.says)
    dated = {**record, "person": person, "date": str(scene.today), "words": words}
    return {COMMITMENTS: [row], "evidence": [dated]}
