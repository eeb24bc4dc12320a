"""How lines are heard where people drill: as trainers corrected, as the playbook asks, else as recognised."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from salescoach.drill.folding import key
from salescoach.drill.heard import QUESTIONS, Correction, Heard
from salescoach.drill.reach import REWORDED, likeness
from salescoach.drill.recognise import recognise

if TYPE_CHECKING:
    from salescoach.playbook.model import Playbook

Hear = Callable[[str], Heard]


class Own(NamedTuple):
    """A question of the playbook in one language. `exact`: whether it is of one of the four types itself, and not of a
    type that only sounds like one of them.
    """

    id: str
    text: str
    type: str
    exact: bool


class Ear:
    """Hears one line after another; what it heard before changes nothing.

    Whoever writes a question into a playbook says of which type it is: that holds for these words. Where words are
    only alike, or the type is one that only sounds so, it decides between two types that the recogniser cannot tell
    apart.
    """

    def __init__(self, playbook: "Playbook", corrections: Mapping[str, Correction]) -> None:
        self._playbook, self._corrections = playbook, corrections

    def __call__(self, text: str) -> Heard:
        """What a line is heard as."""
        heard = recognise(text, self._corrections)
        if heard.corrected or heard.type == "silence":
            return heard
        same = self._same.get(key(text))
        if same is not None and (same.exact or _could_be(heard, same)):
            return _as(heard, same, 1.0)
        if heard.clear:
            return heard
        near = [(likeness(text, one.text), one) for one in self._own if _could_be(heard, one)]
        alike, best = max(near, key=lambda found: found[0], default=(0.0, None))
        return _as(heard, best, heard.sure) if best is not None and alike >= REWORDED else heard

    @cached_property
    def _own(self) -> tuple[Own, ...]:
        return tuple(_questions(self._playbook))

    @cached_property
    def _same(self) -> dict[str, Own]:
        """The questions by their words, but for words that stand for two types."""
        found: dict[str, Own] = {}
        types: dict[str, set[str]] = {}
        for one in self._own:
            found.setdefault(key(one.text), one)
            types.setdefault(key(one.text), set()).add(one.type)
        return {words: one for words, one in found.items() if len(types[words]) == 1}


def _questions(playbook: "Playbook") -> Iterator[Own]:
    """Every question without slots, in every language, as it sounds."""
    for question in playbook.questions:
        kind = playbook.types[question.type]
        asks = "commitment" if kind.style == "commitment" else kind.sounds_like or question.type
        texts = question.text.values() if isinstance(question.text, dict) else [question.text]
        for text in texts if asks in (*QUESTIONS, "commitment") else ():
            if "{" not in text:
                yield Own(question.id, text, asks, kind.sounds_like is None)


def _could_be(heard: Heard, own: Own) -> bool:
    return not heard.clear and own.type in (heard.type, heard.other)


def _as(heard: Heard, own: Own, sure: float) -> Heard:
    return heard._replace(type=own.type, sure=sure, clear=True, other="", question=own.id)
