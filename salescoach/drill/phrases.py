"""Sentences with slots, in every language of a playbook at once: which one is taken follows from the seed."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from salescoach.text import clause, fill, pick, say_date, say_number

if TYPE_CHECKING:
    from salescoach.playbook.answers import Figure
    from salescoach.playbook.model import Language, LocalText

Text = dict[str, str]
"""One text in every language of the playbook."""
Known = Mapping[str, Text]
"""What the slots stand for."""
_BEGINS = re.compile(r"(^|[.!?] )([a-z])")


class Phrases:
    """Texts of one drill. `seed` and what a text is for decide which of several is taken: one that was used least."""

    def __init__(self, languages: "Iterable[Language]", seed: int) -> None:
        self.languages: list[Language] = list(languages)
        self.seed = seed
        self._used: Counter[str] = Counter()

    def number(self, salt: str, below: int) -> int:
        """A number from 0 that the seed gives for a purpose."""
        digest = sha256(f"{self.seed}/{salt}".encode()).digest()
        return int.from_bytes(digest[:8]) % below if below > 0 else 0

    def shuffled(self, items: Sequence[Any], salt: str) -> list[Any]:
        """The same items in an order that the seed gives."""
        return [x for _, x in sorted(enumerate(items), key=lambda p: self.number(f"{salt}/{p[0]}", 1 << 30))]

    def every(self, text: "LocalText | None") -> Text:
        """A text in each language, the same where it has none of its own."""
        return {language: pick(text, language) for language in self.languages}

    def inside(self, text: "LocalText") -> Text:
        """The same as it stands inside another sentence."""
        return {language: clause(words, language) for language, words in self.every(text).items()}

    def sentence(self, text: "LocalText") -> Text:
        """The same as a sentence of its own."""
        return {
            language: words if words.endswith((".", "!", "?", "。", "！", "？")) else words + stop
            for language, words in self.every(text).items()
            for stop in ["。" if language.startswith("zh") else "."]
        }

    def fill(self, frame: "LocalText", known: Known) -> Text | None:
        """A frame with its slots filled, None where one of them is not known."""
        found: Text = {}
        for language, words in self.every(frame).items():
            filled = fill(words, {name: text.get(language, "") for name, text in known.items()})
            if filled is None:
                return None
            found[language] = _BEGINS.sub(lambda at: at[1] + at[2].upper(), filled)
        return found

    def one_of(self, frames: "Sequence[LocalText]", known: Known, salt: str) -> Text | None:
        """One of the frames whose slots are all known."""
        chosen = self.choose([(frame,) for frame in frames], known, salt)
        return chosen[0] if chosen is not None else None

    def choose(self, groups: "Sequence[Sequence[LocalText]]", known: Known, salt: str) -> list[Text] | None:
        """One group of frames that belong together, of those whose slots are all known."""
        ordered = sorted(self.shuffled(groups, salt), key=lambda group: self._used[repr(group[0])])
        for group in ordered:
            filled = [text for frame in group if (text := self.fill(frame, known)) is not None]
            if len(filled) == len(group):
                self._used[repr(group[0])] += 1
                return filled
        return None

    def day(self, day: date) -> Text:
        """A date as people say it."""
        return {language: say_date(day, language, year=False) for language in self.languages}

    def amount(self, number: float) -> Text:
        """An amount as people say it."""
        return {language: say_number(number, language) for language in self.languages}

    def figure(self, figure: "Figure", amount: float, salt: str) -> int:
        """An amount to invent, two digits and noughts; `amount` is that of the deal, 0 where nobody knows it."""
        low, high = figure.low, figure.high
        if amount and figure.share:
            low, high = (int(amount * share / 100) for share in figure.share)
        exact = low + self.number(f"{salt}/figure", max(1, high - low))
        round_to: int = 10 ** max(0, len(str(exact)) - 2)
        return max(round_to, exact // round_to * round_to)
