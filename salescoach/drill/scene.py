"""A scenario made ready to be played: its two deals with real dates, its facts, and whom the buyer talks like."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach import derived
from salescoach.deal.deal import Deal
from salescoach.deal.evidence import COUNTING, QUOTE
from salescoach.deal.merge import merge
from salescoach.drill.keywords import keywords
from salescoach.playbook.answers import INVENTED
from salescoach.text import pick

if TYPE_CHECKING:
    from salescoach.playbook.model import LocalText, Playbook, Stage
    from salescoach.playbook.scenario import Reaction, Rubric, Scenario, Talker

COMMITMENTS = "commitments"
"""The worksheet whose rows are advances."""
_DAYS = re.compile(r"[+-]?[0-9]{1,4}")
_LANGUAGES = {"en", "zh", "zh-Hant"}
_DATED = ("date", "by", "entered", "left", "until")


class Fact(NamedTuple):
    """Something hidden. `at`: its address; `types`: those of a line that may reach it; `says`: the buyer's words.

    `for_`: every address that these words prove. `sheet` and `row` tell what it is about ("" where it is a criterion),
    `field` and `key` which field of it. `anytime`: types that the scenario adds, which wait for no rung of a ladder.
    """

    at: str
    for_: tuple[str, ...]
    types: frozenset[str]
    says: str
    person: str
    grade: str
    sheet: str
    row: str
    field: str
    key: str
    value: Any
    reaction: "Reaction"
    source: str = ""
    anytime: frozenset[str] = frozenset()

    @property
    def is_invented(self) -> bool:
        """Whether a drill of a real deal made it up."""
        return self.source == INVENTED


class Scene:
    """A scenario on a day, in a language. `rivals`: names that the rep must not say; `others`: how whoever comes in
    later talks.
    """

    def __init__(
        self,
        scenario: "Scenario",
        rubric: "Rubric",
        talker: "Talker",
        playbook: "Playbook",
        today: date,
        language: str,
        rivals: Sequence[str] = (),
        others: Mapping[str, "Talker"] = MappingProxyType({}),
    ) -> None:
        self.scenario, self.rubric, self.talker = scenario, rubric, talker
        self.playbook, self.today, self.language = playbook, today, language
        self.rivals, self.others = tuple(rivals), others
        head = {"playbook": playbook.id, "stage": scenario.stage, "industry": scenario.industry}
        start, truth = (
            resolved(part, playbook, today, language) for part in (scenario.start, scenario.truth)
        )
        self.start: dict[str, Any] = {"customer": "–", **head, **start}
        self.truth: dict[str, Any] = merge(self.start, truth)

    def deal(self, content: Mapping[str, Any]) -> Deal:
        """A deal of this scene."""
        return Deal(self.scenario.id, content, self.playbook, derived)

    @cached_property
    def stage(self) -> "Stage":
        """The stage whose exit measures what was uncovered."""
        return next(s for s in self.playbook.stages if s.id == self.scenario.stage)

    @cached_property
    def hidden(self) -> Deal:
        """The whole truth."""
        return self.deal(self.truth)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Everything that the buyer may tell, in the order of the file."""
        return tuple(_facts(self))

    @cached_property
    def known(self) -> tuple[Fact, ...]:
        """What the buyer said before the talk: whoever asks for it again hears that it was said."""
        hidden = {address for fact in self.facts for address in fact.for_}
        records = {
            address: record
            for record in self.start.get("evidence", [])
            if record.get("person") == self.scenario.buyer and record.get("grade") in COUNTING
            for address in addresses_of(record)
            if address not in hidden
        }
        return tuple(_said_before(self, address, record) for address, record in records.items())

    def pick(self, text: "LocalText | None") -> str:
        """A text in the language of the scene."""
        return pick(text, self.language)

    def told(self, fact: Fact) -> dict[str, Any]:
        """The partial deal that a fact adds to what the rep knows; words that name an amount prove that amount."""
        record = {"for": list(fact.for_), "grade": fact.grade, "person": fact.person, "words": fact.says}
        dated = {**record, "date": str(self.today), **({} if fact.value is None else {"value": fact.value})}
        partial: dict[str, Any] = {"evidence": [dated]}
        for address in fact.for_:
            partial = merge(partial, self._cell(address))
            if (amount := self._amount(address)) is not None:
                partial["evidence"].append({**dated, "for": address, "value": amount})
        return partial

    def chain_of(self, fact: Fact) -> str:
        """The chain of questions that the row of a fact names, "" for none."""
        row = self.hidden.row(fact.sheet, fact.row) if fact.row else None
        return str(row.cells.get("chain", "")) if row is not None else ""

    def lines(self, situation: str, person: str) -> "Sequence[LocalText]":
        """What a person may say in a situation: the lines of the scenario, else those of their personality."""
        own = self.scenario.lines.get(situation)
        return own or self.others.get(person, self.talker).lines[situation]

    def person(self, ident: str) -> str:
        """What a person of the scene is called."""
        return self.hidden.person(ident)

    def _amount(self, address: str) -> Any:
        """The amount in the cell at an address, None where there is none."""
        spot = self.hidden.spot(address)
        value = spot.row.cells.get(spot.name) if spot.row is not None else None
        cell = value.get(address.rpartition("/")[2]) if isinstance(value, Mapping) else None
        return cell.get("amount") if isinstance(cell, Mapping) else None

    def _cell(self, address: str) -> dict[str, Any]:
        parts = address.split("/")
        there: Any = self.truth.get(parts[0])
        if isinstance(there, list):
            row: dict[str, Any] = next((r for r in there if r.get("id") == parts[1]), {})
            inner = _only(row, parts[2:])
            return {parts[0]: [{"id": parts[1], **inner}]}
        return {parts[0]: _only(there, parts[1:])} if isinstance(there, Mapping) else {}


def _only(cells: Mapping[str, Any], path: Sequence[str]) -> dict[str, Any]:
    """One value of a row at a path of keys, with the row's own keys that say whose it is."""
    if not path or path[0] not in cells:
        return {}
    value = cells[path[0]]
    if len(path) > 1 and isinstance(value, Mapping):
        return {path[0]: _only(value, path[1:])}
    return {path[0]: value}


def _facts(scene: Scene) -> Iterator[Fact]:
    reactions = {r.at: r for r in scene.scenario.reactions}
    seen = set()
    before = scene.start.get("evidence", [])
    for record in (one for one in scene.truth.get("evidence", []) if one not in before):
        addresses = addresses_of(record)
        own = next((reactions[a] for a in addresses if a in reactions), None)
        if own is None:
            own = _plain(addresses[0])
        seen.add(own.at)
        says = scene.pick(own.says) or str(record.get("words") or "")
        yield _fact(scene, own, tuple(addresses), says, record)
    for reaction in scene.scenario.reactions:
        if reaction.at not in seen and reaction.says is not None:
            yield _fact(scene, reaction, (reaction.at,), scene.pick(reaction.says), {})


def addresses_of(record: Mapping[str, Any]) -> list[str]:
    """What a record of evidence is for."""
    return record["for"] if isinstance(record["for"], list) else [record["for"]]


def _said_before(scene: Scene, address: str, record: Mapping[str, Any]) -> Fact:
    """What was said before the talk is asked for in the words in which it was said."""
    from salescoach.playbook.scenario import Reaction

    words = str(record.get("words") or "")
    return _fact(scene, Reaction(at=address, about={"en": keywords(words)}), (address,), words, record)


def _plain(address: str) -> "Reaction":
    from salescoach.playbook.scenario import Reaction

    return Reaction(at=address)


def _fact(
    scene: Scene, reaction: "Reaction", addresses: tuple[str, ...], says: str, record: Mapping[str, Any]
) -> Fact:
    sheets = {w.id: w for w in scene.playbook.worksheets}
    parts = reaction.at.split("/")
    sheet = sheets.get(parts[0])
    inner = parts[2:] if sheet is not None and sheet.table is not None else parts[1:]
    row = parts[1] if sheet is not None and sheet.table is not None and len(parts) > 1 else ""
    field, key = ([*inner, "", ""] if sheet is not None else ["", ""])[:2]
    usual = types_of(scene.playbook, parts[0] if sheet else reaction.at, field, key)
    named = frozenset(reaction.types)
    person = str(record.get("person") or scene.scenario.buyer)
    grade = str(record.get("grade") or QUOTE)
    name = parts[0] if sheet is not None else ""
    return Fact(
        reaction.at,
        addresses,
        named or usual,
        says,
        person,
        grade,
        name,
        row,
        field,
        key,
        record.get("value"),
        reaction,
        str(record.get("source") or ""),
        named - usual,
    )


def types_of(playbook: "Playbook", sheet: str, field: str, key: str) -> frozenset[str]:
    """The types of line that reveal a field: those of the questions that say so, as a rep's line sounds.

    What an implication question or a later one reveals, no earlier type does: it would come too soon.
    """
    wanted = {f"{sheet}.{field}", f"{sheet}.{field}.{key}"} if field else set()
    found: set[str] = set()
    for question in playbook.questions:
        reveals = {r.partition("=")[0] for r in question.reveals}
        if wanted & reveals or sheet in question.wins:
            kind = playbook.types[question.type]
            found.add(kind.sounds_like or question.type)
    later = {name for name in found if name in playbook.types and playbook.types[name].opens_at}
    return frozenset(later or found)


def resolved(content: Mapping[str, Any], playbook: "Playbook", today: date, language: str) -> dict[str, Any]:
    """A partial deal of a scenario as a deal has it: every text in one language, every date a date."""
    fields = (item for sheet in playbook.worksheets for item in sheet.fields.items())
    dates = {*_DATED, *(name for name, field in fields if field.kind == "date")}
    return {key: _resolved(value, today, language, dates, key) for key, value in content.items()}


def _resolved(value: Any, today: date, language: str, dates: Collection[str], key: str = "") -> Any:
    """The same with every text in one language, and every date that is told in days from today (`+7`) as a date."""
    if isinstance(value, Mapping):
        if value and value.keys() <= _LANGUAGES and all(isinstance(v, str) for v in value.values()):
            return pick(value, language)
        return {k: _resolved(v, today, language, dates, str(k)) for k, v in value.items()}
    if isinstance(value, list):
        return [_resolved(v, today, language, dates, key) for v in value]
    if key in dates and _DAYS.fullmatch(str(value)):
        return str(today + timedelta(days=int(value)))
    return value
