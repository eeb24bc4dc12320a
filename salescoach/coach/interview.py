"""The preparation as a fold: what is asked next follows from the deal and the answers so far, nothing else.

So going back, resuming from the journal and playing recorded answers are one thing: replaying.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach import derived
from salescoach.coach import gaps, gate, records, review, steps, visit
from salescoach.coach.asking import Desk, for_cell, for_field
from salescoach.coach.draft import ASSUMED, Answer, Draft, Key, planned_visit
from salescoach.coach.moment import Moment
from salescoach.coach.room import Chosen
from salescoach.deal.conditions import exists
from salescoach.deal.deal import Deal, View
from salescoach.dialogue import Ask, Reply
from salescoach.fields import MISSING
from salescoach.text import pick

if TYPE_CHECKING:
    from salescoach.playbook.model import Library, Playbook, Stage

SECONDS_EACH = 20


class Scope(NamedTuple):
    """What is asked beyond the gaps: everything of one step, or everything of the stage that is missing."""

    step: str = ""
    everything: bool = False


GAPS_ONLY = Scope()


class Case(NamedTuple):
    """What is prepared: a deal's content, by which playbook, in which language, on which day."""

    content: Mapping[str, Any]
    ident: str
    playbook: "Playbook"
    stage: "Stage"
    library: "Library"
    language: str
    today: date


class Interview:
    """One preparation of one deal. `answers` is all there is to keep; the rest is derived from it."""

    def __init__(self, case: Case, scope: Scope = GAPS_ONLY) -> None:
        self.case = case
        self.scope = scope
        self.answers: list[Answer] = []
        self.ahead: list[Answer] = []
        """Answers the person went back over, in order: offered again, or kept."""
        self._moment: Moment | None = None
        self._headings: dict[str, str] = {}
        """What the record being asked about is for, by its topic: its gap may be closed by its first part."""
        self._asked: Ask | None = None
        self._chosen: list[Chosen] | None = None

    # where it stands

    def moment(self) -> Moment:
        """The draft and the gate after the answers so far."""
        if self._moment is None:
            case = self.case
            draft = Draft(case.content, case.playbook, case.stage, case.today)
            for answer in self.answers:
                draft.apply(answer)
            content = draft.finished()
            deal = Deal(case.ident, content, case.playbook, derived)
            desk = Desk(deal, View(deal, case.today, case.stage.quote_alone), case.library, case.language)
            self._moment = Moment(
                draft, content, desk, gate.judge(case.stage, deal, case.today), self.answers
            )
        return self._moment

    def chosen(self) -> list[Chosen]:
        """The questions for the visit, as the rep left them."""
        if self._chosen is None:
            moment = self.moment()
            planned = planned_visit(moment.content, self.case.today) or {}
            room = visit.room_of(moment.desk, planned, moment.gate)
            self._chosen = review.reviewed(room, planned, self.answers)
        return self._chosen

    # asking and answering

    def ask(self) -> Ask | None:
        """The next question, None when there is none left."""
        if self._asked is None:
            self._asked = self._next()
        return self._asked

    def _next(self) -> Ask | None:
        pending = self._pending()
        first = next(pending, None)
        if first is None:
            return None
        heading, ask = first
        self._headings[_topic(ask.key)] = heading
        kept = next((a for a in self.ahead if a.key == ask.key and a.act == "value"), None)
        if kept is not None:
            ask = ask._replace(default=kept.value)
        left = len({ask.key, *(_topic(one.key) for _, one in pending)})
        done = len(self.answers)
        minutes = max(1, round(left * SECONDS_EACH / 60))
        progress = self.moment().desk.say("prep.progress", at=done + 1, all=done + left, minutes=minutes)
        return ask._replace(above=f"{progress} · {heading}")

    def reply(self, reply: Reply) -> list[str]:
        """Take the answer to `ask()`; returns what the rep should be told."""
        asked = self.ask()
        if asked is None or reply.act not in ("value", "unknown", "skip"):
            raise ValueError(reply.act)
        return self.take(Answer(asked.key, reply.act, reply.value))

    def take(self, answer: Answer) -> list[str]:
        """Take one answer, replayed or new; answers given ahead of it stay where nothing depended on it."""
        changed = next((a for a in self.ahead if a.key == answer.key), None)
        passed = self._moment is not None and self._moment.gate.passes
        self._put(answer)
        told = self._reinstate(answer, changed) if changed is not None else []
        if not passed and self.moment().gate.passes:
            told.append(self._exit_holds())
        return told

    def back(self) -> bool:
        """Go back one question; what was answered there is offered again. False at the start."""
        if not self.answers:
            return False
        self.ahead.insert(0, self.answers.pop())
        self._forget()
        return True

    def _put(self, answer: Answer) -> None:
        self.answers.append(answer)
        self.ahead = [a for a in self.ahead if a.key != answer.key]
        self._forget()

    def _forget(self) -> None:
        """After any change: what follows from the answers follows anew."""
        self._moment = self._asked = self._chosen = None

    def _reinstate(self, answer: Answer, before: Answer) -> list[str]:
        """After a change further up: keep later answers that do not depend on it, say which ones go."""
        later, self.ahead = self.ahead, []
        same = (before.act, before.value) == (answer.act, answer.value)
        gone = []
        for one in later:
            if same or not self._depends(one, answer):
                self._put(one)
            else:
                gone.append(one)
        names = dict.fromkeys(self._name_of(a.key) for a in gone)
        return (
            [self.moment().desk.say("prep.cleared", what=self.moment().desk.say("prep.comma").join(names))]
            if gone
            else []
        )

    def _depends(self, later: Answer, changed: Answer) -> bool:
        """Whether a later answer was about something that the changed one decided."""
        stem = changed.key.partition("!")[0]
        if later.key.startswith((stem + "#", stem + "=", stem + "/", stem + ".")):
            return True
        key, root = Key.parse(later.key), Key.parse(changed.key)
        if root.part in records.PARTS and later.key.startswith(stem.partition("#")[0] + "#"):
            return changed.act != "value" or changed.value == ASSUMED  # with its proof, the record goes
        if root.part == "new":
            made = self.moment().draft.new_rows.get(changed.key)
            return key.path[0] == root.path[0] and key.path[1:2] != (made,)
        if root.path[:1] == ("visit",):
            rung = root.path[1]
            if rung in ("best", "minimum"):
                return root.path[-1] == "action" and key.path[1:2] == (rung,)
            return key.part == "review"
        place = self.moment().deal.spot("/".join(key.path))
        return key.part == "review" or (
            place.row is not None and not exists(place.row, place.name, self.moment().desk.view)
        )

    # what is pending

    def _pending(self) -> Iterator[tuple[str, Ask]]:
        """Every question with no answer yet in this session, with its heading, the next one first."""
        seen = {a.key for a in self.answers}
        for heading, ask in self._all(self.moment()):
            if ask.key not in seen:
                seen.add(ask.key)
                yield heading, ask

    def _all(self, moment: Moment) -> Iterator[tuple[str, Ask]]:
        say = moment.desk.say
        here = say("prep.stage")
        for ask in _follow_ups(moment):
            yield self._headings.get(_topic(ask.key)) or records.subject(moment, ask.key) or here, ask
        if self.scope.step:
            chosen = [s for s in self.case.stage.steps if s.id == self.scope.step]
            for ask in steps.asks(moment, chosen, known_too=True):
                yield pick(chosen[0].title, self.case.language), ask
            return
        for judged, ask in gaps.asks(moment):
            mark = "● " if judged.must else ""  # before the title: at its end it would wrap alone
            yield say("prep.for-exit", what=mark + pick(judged.criterion.title, self.case.language)), ask
        applying = steps.applying(moment.stage, moment.deal)
        for step in applying:
            for ask in steps.asked_each_time(moment, step):
                yield pick(step.title, self.case.language), ask
        if self.scope.everything:
            for ask in steps.asks(moment, applying, known_too=False):
                yield here, ask
        planned = planned_visit(moment.content, self.case.today) or {}
        for ask in visit.asks(moment.desk, planned, moment.gate):
            yield say("prep.visit"), ask
        room = visit.room_of(moment.desk, planned, moment.gate)
        for ask in review.asks(moment.desk, room, planned, self.answers):
            yield say("prep.visit"), ask

    # words

    def _name_of(self, key: str) -> str:
        """What an answer was about, in a few words."""
        desk = self.moment().desk
        parsed = Key.parse(key)
        if parsed.path[0] == "visit":
            return desk.say(f"visit.{parsed.path[1]}-short")
        place = desk.deal.spot("/".join(parsed.path))
        if place.field is None:
            return parsed.path[-1]
        colon = desk.say("prep.colon")
        title = f"{desk.deal.title(place.row, desk.language)}{colon}" if place.row and place.row.id else ""
        return title + desk.pick(place.field.label)

    def _exit_holds(self) -> str:
        moment = self.moment()
        following = gate.next_stage(self.case.stage, moment.deal)
        title = pick(self.case.stage.title, self.case.language)
        if following is None:
            return moment.desk.say("prep.exit-holds-last", stage=title)
        return moment.desk.say("prep.exit-holds", stage=title, next=pick(following.title, self.case.language))


def _topic(key: str) -> str:
    """What a question counts as: a record is one topic until it is plain that there is proof at all."""
    return key.partition("#")[0] if Key.parse(key).part in records.PARTS else key


def _follow_ups(moment: Moment) -> Iterator[Ask]:
    """After the last answer: the rest of a record begun, the unit of an amount, whose row a new one is."""
    if not moment.answers:
        return
    last = moment.answers[-1]
    key = Key.parse(last.key)
    if key.part in records.PARTS:
        name = last.key.partition("!")[0].partition("#")[0]
        yield from records.asks(moment, name, "customer_quote")
    elif key.part == "new" and last.key in moment.draft.new_rows:
        row = moment.deal.row(key.path[0], moment.draft.new_rows[last.key])
        if row is not None and row.sheet.who and moment.desk.view.value(row, row.sheet.who) is MISSING:
            yield for_field(moment.desk, row.address(row.sheet.who), row, row.sheet.who)
    elif key.path[-1] == "amount" and last.act == "value":
        place = moment.deal.spot("/".join(key.path))
        if place.row is not None and place.field is not None and "per" in place.field.cell:
            where = "/".join([*key.path[:-1], "per"])
            yield for_cell(moment.desk, where, place.row, place.name, key.path[-2], "per")
