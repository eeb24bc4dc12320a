"""What a file of drill content is held against: its playbook, and the files that it names."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from salescoach.drill.heard import TYPES
from salescoach.drill.scene import Fact, Scene
from salescoach.findings import Finding
from salescoach.lint._index import Index
from salescoach.lint._texts import texts
from salescoach.lint.slots import check_each as slots_in
from salescoach.lint.translations import check_each as translations_of
from salescoach.playbook.cards import Deck
from salescoach.playbook.corrections import Corrections
from salescoach.playbook.load import Loaded
from salescoach.playbook.model import Playbook, Strict
from salescoach.playbook.scenario import ACTS, Rubric, Scenario, Talker, Words
from salescoach.yamlfile.document import Path


class Held:
    """A file, held against a playbook. `name`: what the file is called, without its ending."""

    def __init__(self, loaded: Loaded, playbook: Playbook, name: str) -> None:
        self.loaded, self.playbook, self.name = loaded, playbook, name
        self.find = loaded.finding
        self.index = Index(loaded._replace(playbook=playbook))
        self.languages = [str(language) for language in playbook.languages]

    def named(self, ident: str) -> Iterator[Finding]:
        """A file is called like what it holds: it is found by the one and kept by the other."""
        if ident != self.name:
            yield self.find(("id",), "id-not-file", value=ident, file=self.name)

    def texts(self, model: Strict) -> Iterator[Finding]:
        """Every text in every language of the playbook, none with slots: nobody fills them in a talk."""
        placed = list(texts(model))
        yield from translations_of(self.loaded, placed, self.languages)
        yield from slots_in(self.loaded, placed, ())

    def words(self, path: Path, words: Words) -> Iterator[Finding]:
        """Words in every language, where there are any: who drills in another one would not be understood."""
        given: Mapping[str, list[str]] = {str(language): listed for language, listed in words.items()}
        missing = [language for language in self.languages if not given.get(language)]
        if given and missing:
            yield self.find(path, "missing-words", key=True, languages=missing)
        for language, listed in given.items():
            for at, word in enumerate(listed):
                if not word.strip():
                    yield self.find((*path, language, at), "empty-text")

    def minutes(self, path: Path, minute: int | None, least: int, most: int) -> Iterator[Finding]:
        """A minute within the talk."""
        if minute is not None and not least <= minute <= most:
            yield self.find(path, "outside-the-talk", value=minute, least=least, most=most)


class DeckCase(Held):
    """A deck of cards."""

    def __init__(self, loaded: Loaded, playbook: Playbook, name: str, deck: Deck) -> None:
        super().__init__(loaded, playbook, name)
        self.deck = deck


class CorrectionsCase(NamedTuple):
    """A team's corrections. `facts`: of each scenario there is, how to look up its facts (None where its shape is
    wrong); None where nobody looks.
    """

    loaded: Loaded
    corrections: Corrections
    facts: Mapping[str, Callable[[], Collection[str] | None]] | None = None

    @property
    def find(self) -> Callable[..., Finding]:
        """Makes a finding at a part of the file."""
        return self.loaded.finding


class There(NamedTuple):
    """The names of the rubrics and of the ways of talking that there are."""

    rubrics: Collection[str] = ()
    talkers: Collection[str] = ()


class Case(Held):
    """A scenario. `scored`: its rubric where nothing is wrong in that, else None."""

    def __init__(
        self,
        loaded: Loaded,
        playbook: Playbook,
        name: str,
        scenario: Scenario,
        rubric: Rubric | None,
        scored: Rubric | None,
        talker: Talker | None,
        there: There,
        today: date,
    ) -> None:
        super().__init__(loaded, playbook, name)
        self.scenario, self.rubric, self.scored, self.talker = scenario, rubric, scored, talker
        self.there, self.today = there, today

    @cached_property
    def acts(self) -> list[str]:
        """Every act that there is in this scenario."""
        return acts_of(self.rubric)

    def each_act(self, path: Path, acts: Collection[str], also: Collection[str] = ()) -> Iterator[Finding]:
        """Acts that there are, or others of some names; where the rubric is not there, nobody knows."""
        if self.rubric is not None:
            yield from self.index.each(path, "unknown-act", acts, [*self.acts, *also])

    @cached_property
    def scene(self) -> Scene:
        """The scenario as it could be played with what is right of it."""
        sound = {part: self._sound(getattr(self.scenario, part)) for part in ("start", "truth")}
        reactions = [reaction for reaction in self.scenario.reactions if "/" in reaction.at]
        scenario = self.scenario.model_copy(update={**sound, "reactions": reactions})
        rubric = self.rubric or Rubric(format=1, id=scenario.rubric, title="", rows=[])
        talker = self.talker or Talker(id="none", title="", lines={})
        return Scene(scenario, rubric, talker, self.playbook, self.today, self.languages[0])

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """Everything that the buyer may tell, by its address."""
        return {fact.at: fact for fact in self.scene.facts}

    def place_of(self, fact: Fact) -> Path:
        """Where a fact stands: its reaction, else its record of evidence."""
        for at, reaction in enumerate(self.scenario.reactions):
            if reaction.at == fact.at:
                return ("reactions", at, "at")
        return next((path for path, record in self.records() if self.fact_of(record) == fact.at), ("truth",))

    def fact_of(self, record: Mapping[str, Any]) -> str:
        """The address of the fact that a record tells: the one with a reaction, else its first."""
        targets = addresses_of(record)
        reactions = [reaction.at for reaction in self.scenario.reactions]
        return next((address for address in targets if address in reactions), targets[0])

    def records(self) -> Iterator[tuple[Path, Mapping[str, Any]]]:
        """The records of evidence that are hidden and can be read, each with the place of what it is for."""
        listed = self.scenario.truth.get("evidence")
        for at, record in enumerate(listed if isinstance(listed, list) else []):
            if _is_record(record):
                yield ("truth", "evidence", at, "for"), record

    def _sound(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """What of a partial deal can be read at all; what is wrong with the rest `deal/check.py` says."""
        kept: dict[str, Any] = {}
        for name, value in content.items():
            if name == "evidence":
                kept[name] = [r for r in value if _is_record(r)] if isinstance(value, list) else []
            elif name in self.index.tables and isinstance(value, list):
                kept[name] = [r for r in value if isinstance(r, dict) and isinstance(r.get("id"), str)]
            elif name in self.index.forms and isinstance(value, dict):
                kept[name] = value
        return kept


def addresses_of(record: Mapping[str, Any]) -> list[str]:
    """What a record is for."""
    targets: Any = record.get("for")
    return targets if isinstance(targets, list) else [targets]


def _is_record(record: object) -> bool:
    listed = addresses_of(record) if isinstance(record, dict) else []
    return bool(listed) and all(isinstance(one, str) and "/" in one for one in listed)


class RubricCase(Held):
    """A rubric."""

    def __init__(self, loaded: Loaded, playbook: Playbook, name: str, rubric: Rubric) -> None:
        super().__init__(loaded, playbook, name)
        self.rubric = rubric


class TalkerCase(Held):
    """How buyers of a personality talk."""

    def __init__(self, loaded: Loaded, playbook: Playbook, name: str, talker: Talker) -> None:
        super().__init__(loaded, playbook, name)
        self.talker = talker


def acts_of(rubric: Rubric | None) -> list[str]:
    """Types of line, what every drill notices, and the signs of a rubric."""
    signs = [sign.id for sign in rubric.signs] if rubric is not None else []
    return list(dict.fromkeys([*TYPES, *ACTS, *signs]))
