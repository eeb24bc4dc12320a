"""A scenario of a real deal and its next visit (`drill my`): what nobody knows yet becomes what the buyer hides.

Nothing of it goes back into the deal. What is made up bears INVENTED as its source, so that it can be told apart
wherever it shows.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach import derived
from salescoach.coach.commitments import commitments
from salescoach.coach.room import Chosen, Room, hears_report
from salescoach.deal.conditions import exists
from salescoach.deal.deal import PEOPLE, Deal, Row
from salescoach.deal.evidence import COUNTING, GRADES, Record
from salescoach.deal.merge import merge
from salescoach.drill.hidden import Inventor, Secret
from salescoach.drill.keywords import joined, keywords
from salescoach.drill.phrases import Known, Phrases, Text
from salescoach.drill.scene import COMMITMENTS
from salescoach.errors import RequestError
from salescoach.fields import EXIT, MISSING, known
from salescoach.playbook.drills import PLAIN
from salescoach.text import clause, parse_day, pick, say_date

if TYPE_CHECKING:
    from salescoach.playbook.answers import Answers, Beat, Cast
    from salescoach.playbook.model import Language, Library
    from salescoach.playbook.scenario import Level, Words

Content = dict[str, Any]
"""A scenario as its file holds it."""
KILLERS = ("criteria", "quadrant", "killer")
"""The worksheet, the field and the value of what the customer wants and we are weaker in."""
WORRIES = ("risks", "concern_words")
"""The worksheet of worries, and the field that holds the customer's own words."""
CARRIED = ("customer", "title", "currency", "rigour", "team")
"""What of a deal the rep carries into the talk besides its worksheets and its evidence."""
LONGEST_NAME = 20
"""A text of a deal up to this length may be a name; a longer one is given for each language."""
_PROSE = re.compile(r"[\s，。、；：？！…—（）「」“”《》]")
_MOODS = (-2, 2)
_SOON, _LATER = 2, 7
"""Days until a step of the plan for which nobody set a day."""
SPARED = "drill-"
"""How the ids of the steps that a drill adds begin."""


class Visit(NamedTuple):
    """What a drill is made of: the visit, who is there, what the plan asks, the library, and how hard it is to be."""

    room: Room
    planned: Mapping[str, Any]
    questions: Sequence[Chosen]
    library: "Library"
    answers: "Answers"
    level: "Level"
    seed: int


def build(visit: Visit, ident: str) -> Content:
    """The scenario. Raises RequestError where there is nobody to talk to, or nothing unknown."""
    return _Maker(visit, ident).scenario()


def ident_of(deal: str) -> str:
    """What the scenario of a deal is called."""
    if deal.isascii():
        return f"my-{deal}"[:80]
    return "".join(re.findall(r"[\u3400-\u9fff]", deal))[:76] + "演练"


def buyer_of(room: Room, questions: Sequence[Chosen]) -> str:
    """Who is played: who hears the report, else whom the plan asks most, else who is named first; "" for nobody."""
    reported = [person for person in room.people if hears_report(person, room.deal)]
    asked = [one.person for one in questions]
    ordered = reported or sorted(room.people, key=lambda person: -asked.count(person))
    return next(iter(ordered), "")


class _Maker:
    def __init__(self, visit: Visit, ident: str) -> None:
        self.visit, self.ident = visit, ident
        self.room, self.deal, self.answers = visit.room, visit.room.deal, visit.answers
        self.buyer = buyer_of(visit.room, visit.questions)
        self.phrases = Phrases(self.deal.playbook.languages, visit.seed)
        self.cast = self._cast()
        self.common = self._common()
        self.inventor = Inventor(
            self.room, visit.questions, self.buyer, self.cast, visit.library, self.answers, self.phrases,
            visit.level, self.common,
        )  # fmt: skip

    def _cast(self) -> "Cast":
        deal = self.deal.ident
        if not self.buyer:
            raise RequestError("visit-without-people", visit=self.visit.planned.get("id"), deal=deal)
        if all(j.holds for j in self.room.gate.judged):
            raise RequestError("nothing-unknown", deal=deal)
        report = hears_report(self.buyer, self.deal)
        stage = self.room.gate.stage.id
        fitting = [c for c in self.answers.casts if (c.report if report else stage in c.stages)]
        if not fitting:
            raise RequestError("no-cast", deal=deal, stage=stage)
        return fitting[0]

    def _common(self) -> Known:
        row = self.deal.row(PEOPLE, self.buyer)
        day = parse_day(self.visit.planned.get("date"))
        stage = self.room.gate.stage
        title = row.cells.get("title") if row is not None else None
        found: dict[str, Text] = {
            "customer": self.phrases.every(self.deal.say("customer") or "–"),
            "person": self.phrases.every(self.deal.person(self.buyer)),
            "date": {name: say_date(day, name) if day else "–" for name in self.phrases.languages},
        }
        found["stage"] = {name: clause(pick(stage.title, name), name) for name in self.phrases.languages}
        return {**found, "title": self.phrases.every(title)} if known(title) and title else found

    def scenario(self) -> Content:
        """Everything, in the order of a scenario's file."""
        secrets, truth = self._truth()
        if not secrets:
            raise RequestError("nothing-unknown", deal=self.deal.ident)
        there = [secret.at for secret in secrets]
        needed = self._to_find(secrets)
        earned = list(dict.fromkeys([*needed, *(s.at for s in secrets if not s.answer.unasked)]))
        steps = list(self._steps(earned))
        truth[COMMITMENTS] = [row for row, _ in steps]
        fill, level = self._filled, self.visit.level
        industry = self.deal.industry
        mood = self._mood()
        return {
            "format": 1,
            "id": self.ident,
            "playbook": self.deal.playbook.id,
            "deal": self.deal.ident,
            "title": fill(self.answers.title),
            "summary": fill(self.answers.summary),
            **({"industry": industry} if industry in {i.id for i in self.deal.playbook.industries} else {}),
            "level": level,
            "stage": self.room.gate.stage.id,
            "minutes": self._minutes,
            **({} if self.cast.pause is None else {"pause": self.cast.pause}),
            "rubric": self.cast.rubric,
            "pass": {"score": self.cast.score[level], "found": needed},
            "brief": self._brief(),
            "buyer": self.buyer,
            "buyer_brief": fill(self.answers.buyer_brief),
            "mood": mood,
            "opening": self.phrases.one_of(self.cast.openings, self.common, "opening"),
            "start": self._start(),
            "truth": {**truth, "evidence": [self.inventor.record(secret) for secret in secrets]},
            "reactions": [self.inventor.reaction(secret, there) for secret in secrets],
            "mines": list(self._mines()),
            "objections": list(self._objections()),
            "advances": [offer for _, offer in steps],
            **({"lines": self._lines()} if self.cast.lines else {}),
            **({"signs": signs} if (signs := self._signs()) else {}),
            **({"report": True} if self.cast.report else {}),
            "debrief": [fill(one) for one in self.answers.debrief],
        }

    def _to_find(self, secrets: Sequence[Secret]) -> list[str]:
        """What must be found to pass: of the fields that the cast names, the first two that are hidden."""
        earned = [secret for secret in secrets if not secret.answer.unasked]
        found = [next((s.at for s in earned if s.answer.at == place), "") for place in self.cast.found]
        return [at for at in found if at][:2]

    @property
    def _minutes(self) -> int:
        return self.cast.minutes[self.visit.level]

    def _filled(self, text: Any, **more: Text) -> Text:
        """A text that every drill has; what it names is always known."""
        return self.phrases.fill(text, {**self.common, **more}) or self.phrases.every(text)

    # the two deals

    def _start(self) -> Content:
        """The deal as it is, as far as the rep carries it in the head; what is wrong in its file is left out."""
        kept = {k: v for k, v in self.deal.content.items() if k in CARRIED and v not in (None, [], {})}
        for sheet in self.deal.playbook.worksheets:
            rows = [
                {**({"id": row.id} if row.id else {}), **self._right(row)} for row in self.deal.rows(sheet.id)
            ]
            if any(rows):
                kept[sheet.id] = rows if sheet.table is not None else rows[0]
        kept["evidence"] = [one for one in map(self._counted, self.deal.records) if one]
        return {key: _told(value, self.phrases.languages) for key, value in kept.items() if value}

    def _right(self, row: Row) -> Content:
        """The cells of a row that hold a right value."""
        held = {name: self.deal.typed(row, name) for name in row.cells if name in row.sheet.fields}
        right = {name: row.cells[name] for name, value in held.items() if value is not MISSING}
        if row.sheet.id == PEOPLE and not known(right.get("personality")):
            right.pop("personality", None)
        view = self.room.view
        return {n: v for n, v in right.items() if not row.sheet.fields[n].derived and exists(row, n, view)}

    def _counted(self, record: Record) -> Content:
        """A record of evidence, {} where it is none that the deal's checks let pass."""
        exits = self.deal.ids(EXIT)
        right = all(a in exits or self.deal.spot(a).field is not None for a in record.addresses)
        people = self.deal.ids(PEOPLE)
        is_known = record.grade in GRADES and (record.grade not in COUNTING or record.person in people)
        entry = self.deal.content["evidence"][record.at]
        return dict(entry) if right and is_known and record.day is not None and record.addresses else {}

    def _truth(self) -> tuple[list[Secret], Content]:
        """What is hidden, and the partial deal that holds it; fields that do not exist in it are left out."""
        secrets = list({secret.at: secret for secret in self.inventor.secrets()}.values())
        while True:
            truth = self._rows(secrets)
            whole = self._whole(truth, secrets)
            view = whole.seen(self.room.today)
            missing = [s for s in secrets if s.topic is not None and not _is_there(whole, view, s)]
            if not missing:
                return secrets, truth
            secrets = [secret for secret in secrets if secret not in missing]

    def _rows(self, secrets: Sequence[Secret]) -> Content:
        truth: Content = {}
        for topic in self.inventor.topics:
            own = [s for s in secrets if s.topic is not None and s.topic.address() == topic.address()]
            if topic.is_new and topic.sheet.table is not None and (own or not secrets):
                truth = merge(truth, {topic.sheet.id: [{"id": topic.id, **topic.cells}]})
        for secret in secrets:
            if secret.topic is not None and (cell := secret.cell()):
                sheet, ident = secret.topic.sheet, secret.topic.id
                part: Content = {sheet.id: [{"id": ident, **cell}] if sheet.table is not None else cell}
                truth = merge(truth, part)
        return truth

    def _whole(self, truth: Content, secrets: Sequence[Secret]) -> Deal:
        """The deal of somebody who found everything."""
        today = self.room.today.isoformat()
        records = [{**self.inventor.record(secret), "words": "–", "date": today} for secret in secrets]
        plain = _in_one_language(truth, self.phrases.languages[0])
        content = merge(self.deal.content, {**plain, "evidence": records})
        return Deal(self.deal.ident, content, self.deal.playbook, derived)

    # the brief

    def _brief(self) -> Content:
        situation = self._filled(self.answers.situation)
        if not self._personality:
            plain = self._filled(self.answers.plain)
            situation = {
                k: words + ("" if k.startswith("zh") else " ") + plain[k] for k, words in situation.items()
            }
        minimum = next((c for c in self._planned() if c.get("id") == "minimum"), None)
        objective = self.visit.planned.get("objective")
        return {
            "situation": situation,
            "objective": self.phrases.sentence(str(objective)) if known(objective) and objective
            else self._filled(self.cast.objective),
            "fallback": self.phrases.sentence(str(minimum["action"])) if minimum
            else self._filled(self.cast.fallback),
            "targets": [self.phrases.every(target) for target in self.cast.targets],
        }  # fmt: skip

    @property
    def _personality(self) -> str:
        row = self.deal.row(PEOPLE, self.buyer)
        value = self.deal.typed(row, "personality") if row is not None else None
        return str(value) if known(value) and value else ""

    def _mood(self) -> int:
        row = self.deal.row(PEOPLE, self.buyer)
        moods = self.answers.moods
        feelings = {"relationship": moods.relationship, "stance": moods.stance}
        own = (
            [of.get(str(row.cells.get(name)), 0) for name, of in feelings.items()] if row is not None else []
        )
        mood = self.cast.mood + sum(own) + moods.level.get(self.visit.level, 0)
        return max(_MOODS[0], min(_MOODS[1], mood))

    def _lines(self) -> Content:
        return {name: [self.phrases.every(one) for one in said] for name, said in self.cast.lines.items()}

    def _signs(self) -> dict[str, "Words"]:
        """Words of the deal that show what the rubric counts: the names of people, the pains."""
        found: dict[str, Words] = {}
        for sign, place in self.cast.named.items():
            sheet, _, field = place.partition(".")
            texts = [
                str(row.cells[field]) for row in self.deal.rows(sheet) if known(row.cells.get(field, ""))
            ]
            words = [
                word for text in texts for word in (keywords(text) if _PROSE.search(text) else [text]) if word
            ]
            names = [text for text in texts if len(text) <= LONGEST_NAME]
            both = list(dict.fromkeys([*names, *([] if sheet == PEOPLE else words)]))
            if both:
                found[sign] = dict.fromkeys(self.phrases.languages, both)
        return found

    # what makes it hard

    def _mines(self) -> Iterator[Content]:
        for mine in (
            *self.answers.mines.get("any", []),
            *self.answers.mines.get(self._personality or PLAIN, []),
        ):
            yield mine.model_dump(exclude_defaults=True)

    def _objections(self) -> Iterator[Content]:
        """Killer criteria, worries that were voiced, then what the plan expects or the library has for the stage."""
        most = 1 if self.cast.report else self.answers.objections[self.visit.level]
        raised = [*_numbered("killer", self._killers()), *_numbered("worry", self._worries())]
        raised = raised[: max(1, most - 1)] if most > 1 else raised[:1]
        raised += list(self._from_library())[: most - len(raised)]
        for at, one in enumerate(raised):
            minute = (at + 1) * self._minutes // (len(raised) + 1)
            yield {"id": one.pop("id"), "minute": max(1, min(minute, self._minutes - 1)), **one}

    def _killers(self) -> Iterator[Content]:
        sheet, field, value = KILLERS
        beat = self.answers.beats.get(self.cast.killer)
        for row in self.deal.rows(sheet) if beat is not None else []:
            quadrant = self.room.view.value(row, field)
            if value in (quadrant.values() if isinstance(quadrant, Mapping) else [quadrant]):
                name = self.phrases.inside(self.deal.title(row, self.room.language))
                yield from self._beat(f"killer/{row.id}", beat, {"row": name})

    def _worries(self) -> Iterator[Content]:
        sheet, field = WORRIES
        beat = self.answers.beats[self.cast.worry]
        for row in self.deal.rows(sheet):
            words = self.room.ever.value(row, field)
            own = row.cells.get(row.sheet.who) if row.sheet.who else self.buyer
            if isinstance(words, list) and words and own == self.buyer:
                yield from self._beat(
                    f"worry/{row.id}", beat, {"words": self.phrases.sentence(str(words[-1]))}
                )

    def _from_library(self) -> Iterator[Content]:
        planned = self.visit.planned.get("objections")
        chosen = [str(one) for one in planned] if isinstance(planned, list) else []
        stage, listed = self.room.gate.stage.id, self.visit.library.objections
        fitting = [o for o in listed if not o.stages or stage in o.stages]
        ordered = sorted(self.phrases.shuffled(fitting, "objections"), key=lambda o: o.id not in chosen)
        beat = self.answers.beats[self.cast.objection]
        for one in ordered:
            texts = {"ask": self.phrases.every(one.ask)}
            for made in self._beat(one.id, beat, texts):
                yield {**made, "says": self.phrases.every(one.says)}

    def _beat(self, ident: str, beat: "Beat | None", texts: Known) -> Iterator[Content]:
        assert beat is not None
        slots = {**self.common, **texts}
        says = self.phrases.one_of(beat.says, slots, ident)
        if says is None and beat.says:
            return
        yield {
            "id": ident,
            "says": says,
            "good": beat.good,
            "bad": beat.bad,
            "settled": self.phrases.one_of(beat.settled, slots, f"{ident}/settled"),
            "worse": self.phrases.one_of(beat.worse, slots, f"{ident}/worse"),
            "why": self.phrases.fill(beat.why, slots),
        }

    # what the buyer would agree to

    def _planned(self) -> list[Mapping[str, Any]]:
        """The steps of the plan: what the visit is after and what it would be content with."""
        listed = self.visit.planned.get("commitments")
        held = [c for c in listed if isinstance(c, Mapping) and known(c.get("action", "")) and c.get("action")] if (
            isinstance(listed, list)
        ) else []  # fmt: skip
        if held:
            return held
        offered = commitments(self.room)[:2]
        return [
            {"id": rung, "action": one.action, "costs": one.costs, "moves": one.moves, "person": one.person}
            for rung, one in zip(("best", "minimum"), offered, strict=False)
        ]

    def _steps(self, earned: Sequence[str]) -> Iterator[tuple[Content, Content]]:
        """Each step as a row of the truth, and as what the buyer grants."""
        open_ = [j.address for j in self.room.gate.judged if not j.holds]
        steps = self._planned()
        for at, held in enumerate(steps or [{"action": pick(self.cast.fallback, self.room.language)}]):
            is_best = str(held.get("id")) == "best" or (at == 0 and len(steps) > 1)
            offer = self.answers.offers[self.cast.best if is_best else self.cast.minimum]
            ident = f"{SPARED}{at + 1}"
            day = self._day(held.get("by"), _LATER if is_best else _SOON)
            person = held.get("person") if self.deal.row(PEOPLE, str(held.get("person"))) else self.buyer
            action = str(held["action"])
            texts = {**self.common, "action": self.phrases.inside(action), "day": self.phrases.day(day)}
            row = {
                "id": ident,
                "person": person,
                "action": _told(action, self.phrases.languages),
                "by": day.isoformat(),
                "costs": held["costs"] if known(held.get("costs", "")) and held.get("costs") else "effort",
                "moves": held["moves"] if known(held.get("moves", "")) and held.get("moves") else open_[0],
            }
            granted = {
                "id": ident,
                "row": ident,
                "about": _named(action, self.phrases.languages),
                "ask_like": self._requests(action),
                "after": list(earned[: offer.after]),
                "shown": offer.shown,
                "mood": offer.mood,
                "says": self.phrases.one_of(offer.says, texts, f"{ident}/says"),
                "refuses": self.phrases.one_of(offer.refuses, texts, f"{ident}/refuses"),
            }
            yield row, {name: value for name, value in granted.items() if value not in ([], {})}

    def _day(self, by: Any, days: int) -> date:
        day = parse_day(by)
        return day if day is not None and day > self.room.today else self.room.today + timedelta(days=days)

    def _requests(self, action: str) -> dict[str, list[str]]:
        """How the plan would ask for it."""
        types = self.deal.playbook.types
        asked = [
            one.text
            for one in self.visit.questions
            if one.type in types and types[one.type].style == "commitment"
        ]
        return {language: [action, *asked] for language in self.phrases.languages}


def _numbered(name: str, beats: Iterator[Content]) -> Iterator[Content]:
    """With ids that a scenario may have, whatever the rows are called."""
    for at, one in enumerate(beats, 1):
        yield {**one, "id": f"{name}-{at}"}


def _is_there(deal: Deal, view: Any, secret: Secret) -> bool:
    """Whether the field of a secret exists in its row."""
    assert secret.topic is not None
    row = deal.row(secret.topic.sheet.id, secret.topic.id)
    return row is not None and exists(row, secret.field, view)


def _named(text: str, languages: "Sequence[Language]") -> "Words":
    """The words that name something, in whatever language it is written."""
    words = joined({}, {language: keywords(text) for language in languages})
    return {language: listed for language, listed in words.items() if listed}


def _told(value: Any, languages: Sequence[str]) -> Any:
    """A part of a deal as a scenario holds it: prose once for each language of the playbook."""
    if isinstance(value, Mapping):
        return {key: _told(inner, languages) for key, inner in value.items()}
    if isinstance(value, list):
        return [_told(inner, languages) for inner in value]
    if isinstance(value, str) and len(languages) > 1 and len(value) > LONGEST_NAME and _PROSE.search(value):
        return dict.fromkeys(languages, value)
    return value


def _in_one_language(value: Any, language: str) -> Any:
    """The same with each text in one language."""
    if isinstance(value, Mapping):
        if value and value.keys() <= {"en", "zh", "zh-Hant"}:
            return pick(value, language)
        return {key: _in_one_language(inner, language) for key, inner in value.items()}
    return [_in_one_language(inner, language) for inner in value] if isinstance(value, list) else value
