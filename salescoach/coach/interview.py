"""The preparation as a fold: what is asked next follows from the deal and the answers so far, nothing else.

So going back, resuming from the journal and playing recorded answers are one thing: replaying.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach import derived
from salescoach.coach import gate as gates
from salescoach.coach import review, visit
from salescoach.coach.asking import Desk, for_cell, for_evidence, for_field
from salescoach.coach.draft import ASSUMED, Answer, Draft, Key, planned_visit
from salescoach.coach.gate import Gate, Judged
from salescoach.coach.questions import Chosen
from salescoach.deal.conditions import Gap, exists
from salescoach.deal.deal import Deal, Row, View
from salescoach.dialogue import Ask, Choice, Reply
from salescoach.fields import MISSING, UNKNOWN, known
from salescoach.text import pick

if TYPE_CHECKING:
    from salescoach.playbook.model import Library, Playbook, Stage

SECONDS_EACH = 20
ORDER = ("grade", "person", "date", "words")
ORDER_OF_WORDS = ("words", "grade", "person", "date")
OPEN = ("missing", "unknown")


class Scope(NamedTuple):
    """What is asked beyond the gaps: everything of one step, or everything of the stage that is missing."""

    step: str = ""
    everything: bool = False


class Moment(NamedTuple):
    """The preparation as it stands after the answers so far."""

    draft: Draft
    content: dict[str, Any]
    desk: Desk
    gate: Gate


class Interview:
    """One preparation of one deal. `answers` is all there is to keep; the rest is derived from it."""

    def __init__(
        self,
        content: Mapping[str, Any],
        ident: str,
        playbook: "Playbook",
        stage: "Stage",
        library: "Library",
        language: str,
        today: date,
        scope: Scope = Scope(),
    ) -> None:
        self.base = content
        self.ident = ident
        self.playbook = playbook
        self.stage = stage
        self.library = library
        self.language = language
        self.today = today
        self.scope = scope
        self.answers: list[Answer] = []
        self.ahead: list[Answer] = []
        self._moment: Moment | None = None
        self._headings: dict[str, str] = {}

    # where it stands

    def moment(self) -> Moment:
        """The draft and the gate after the answers so far."""
        if self._moment is None:
            draft = Draft(self.base, self.playbook, self.today)
            for answer in self.answers:
                draft.apply(answer)
            content = draft.finished()
            deal = Deal(self.ident, content, self.playbook, derived)
            desk = Desk(deal, View(deal, self.today, self.stage.quote_alone), self.library, self.language)
            self._moment = Moment(draft, content, desk, gates.judge(self.stage, deal, self.today))
        return self._moment

    def chosen(self) -> list[Chosen]:
        """The questions for the visit, as the rep left them."""
        moment = self.moment()
        planned = planned_visit(moment.content, self.today) or {}
        room = visit.room_of(moment.desk, planned, moment.gate)
        return review.reviewed(room, planned, self.answers)

    # asking and answering

    def ask(self) -> Ask | None:
        """The next question, None when there is none left."""
        moment = self.moment()
        pending = self._pending(moment)
        first = next(pending, None)
        if first is None:
            return None
        kept = next((a for a in self.ahead if a.key == first.key and a.act == "value"), None)
        if kept is not None:
            first = first._replace(default=kept.value)
        rest = sum(1 for _ in pending)
        return first._replace(above=self._heading(first, rest))

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
        self._moment = None
        return True

    def _put(self, answer: Answer) -> None:
        self.answers.append(answer)
        self.ahead = [a for a in self.ahead if a.key != answer.key]
        self._moment = None

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
        say = self.moment().desk.say
        if not gone:
            return []
        return [say("prep.cleared", what=", ".join(dict.fromkeys(self._name_of(a.key) for a in gone)))]

    def _depends(self, later: Answer, changed: Answer) -> bool:
        """Whether a later answer was about something that the changed one decided."""
        stem = changed.key.partition("!")[0]
        if later.key.startswith((stem + "#", stem + "=", stem + "/")):
            return True
        made = self.moment().draft.new_rows.get(changed.key)
        key, root = Key.parse(later.key), Key.parse(changed.key)
        if root.part == "new":
            return key.path[0] == root.path[0] and (made is None or key.path[1:2] != (made,))
        if root.path[:1] == ("visit",):
            rung = root.path[1]
            same_rung = rung in ("best", "minimum") and root.path[-1] == "action" and key.path[1:2] == (rung,)
            return same_rung or (rung == "people" and key.path[0] == "people") or key.part == "review"
        return key.part == "review" or self._no_longer_exists(key)

    def _no_longer_exists(self, key: Key) -> bool:
        desk = self.moment().desk
        row = desk.deal.row(key.path[0], key.path[1]) if len(key.path) > 2 else desk.deal.row(key.path[0], "")
        name = key.path[2] if row is not None and row.id else key.path[1] if len(key.path) > 1 else ""
        return row is not None and not exists(row, name, desk.view)

    # what is pending

    def _pending(self, moment: Moment) -> Iterator[Ask]:
        """Every question with no answer yet in this session, the next one first."""
        answered = {a.key for a in self.answers}
        seen: set[str] = set()
        for ask in self._all(moment):
            if ask.key not in answered and ask.key not in seen:
                seen.add(ask.key)
                yield ask

    def _all(self, moment: Moment) -> Iterator[Ask]:
        if self.answers:
            yield from self._follow_ups(moment, self.answers[-1])
        if self.scope.step:
            yield from self._steps(moment, known_too=True)
            return
        gaps = gates.gaps_in_order(moment.gate)
        last = self.answers[-1].key.partition("#")[0].partition("!")[0] if self.answers else ""
        gaps.sort(key=lambda pair: not _related(pair[1].address, last))
        for judged, gap in gaps:
            yield from self._for_gap(moment, judged, gap)
        if self.scope.everything:
            yield from self._steps(moment, known_too=False)
        planned = planned_visit(moment.content, self.today) or {}
        yield from visit.asks(moment.desk, planned, moment.gate)
        room = visit.room_of(moment.desk, planned, moment.gate)
        yield from review.asks(moment.desk, room, planned, self.answers)

    def _follow_ups(self, moment: Moment, last: Answer) -> Iterator[Ask]:
        """The rest of a record that was begun, the unit of an amount, the first fields of a new row."""
        key = Key.parse(last.key)
        name = last.key.partition("!")[0].partition("#")[0]
        if key.part in ORDER:
            yield from self._record_asks(moment, name, key, "", last)
        elif key.part == "new" and last.key in moment.draft.new_rows:
            row = moment.desk.deal.row(key.path[0], moment.draft.new_rows[last.key])
            if row is not None and row.sheet.who and moment.desk.view.value(row, row.sheet.who) is MISSING:
                yield for_field(moment.desk, row.address(row.sheet.who), row, row.sheet.who)
        elif key.path[-1] == "amount" and last.act == "value":
            sheet, ident, field = key.path[0], key.path[1], key.path[2]
            row = moment.desk.deal.row(sheet, ident)
            if row is not None and "per" in row.sheet.fields[field].cell:
                where = "/".join([*key.path[:-1], "per"])
                yield for_cell(moment.desk, where, row, field, key.path[3], "per")

    def _for_gap(self, moment: Moment, judged: Judged, gap: Gap) -> Iterator[Ask]:
        """What the rep can tell about one gap: the value while it is open, then what proves it."""
        heading = self._criterion_heading(judged)
        for ask in self._gap_asks(moment, judged, gap):
            self._headings[ask.key] = heading
            yield ask

    def _gap_asks(self, moment: Moment, judged: Judged, gap: Gap) -> Iterator[Ask]:
        desk = moment.desk
        path = gap.address.split("/")
        if gap.address == judged.address:
            yield from self._record_asks(moment, gap.address, Key.parse(gap.address), gap.grade, None, judged)
            return
        sheet = desk.deal.worksheets[path[0]]
        if len(path) == 1:
            yield self._new_row(moment, judged, gap)
            return
        row = desk.deal.row(path[0], "" if sheet.form is not None else path[1])
        if row is None:
            return
        rest = path[1:] if sheet.form is not None else path[2:]
        field, tip = sheet.fields[rest[0]], self._tip(path[0], rest[0])
        if field.derived == "words":
            yield from self._record_asks(moment, gap.address, Key.parse(gap.address), gap.grade, None, judged)
        elif gap.reason in OPEN and len(rest) > 1:
            for part in gap.parts or ("",):
                key = f"{gap.address}/{part}" if part else gap.address
                yield for_cell(desk, key, row, rest[0], rest[1], part, tip)
        elif gap.reason in OPEN:
            yield for_field(desk, gap.address, row, rest[0], tip)
        elif gap.reason != "differs":
            name = (
                gap.address
                if gap.wanted is MISSING or field.kind != "choices"
                else f"{gap.address}={gap.wanted}"
            )
            yield from self._record_asks(moment, name, Key.parse(name), gap.grade, None, judged)

    def _new_row(self, moment: Moment, judged: Judged, gap: Gap) -> Ask:
        """A row that a criterion lacks: typed, or chosen from the library or the chains."""
        desk = moment.desk
        sheet = desk.deal.worksheets[gap.address]
        wanted = "" if gap.wanted is MISSING else f".{gap.wanted}"
        stem = f"{sheet.id}#new.{judged.criterion.id}{wanted}"
        made = sum(k.startswith(stem) for k in moment.draft.new_rows)
        return self._row_ask(moment, sheet.id, f"{stem}.{made + 1}", judged, gap)

    def _row_ask(
        self, moment: Moment, sheet_id: str, key: str, judged: Judged | None = None, gap: Gap | None = None
    ) -> Ask:
        desk = moment.desk
        sheet = desk.deal.worksheets[sheet_id]
        prompt = desk.pick(sheet.ask_new) or desk.say("prep.new-row", table=desk.pick(sheet.table))
        if gap is not None and gap.wanted is not MISSING:
            prompt = desk.say(
                "prep.new-row-for", table=desk.pick(sheet.table), value=self._value_label(gap, sheet_id)
            )
        preset = _preset(judged, sheet_id) if judged is not None else {}
        choices = tuple(
            Choice({**c.value, **preset}, c.label, c.hint) for c in self._library_rows(moment, sheet_id)
        )
        title = sheet.fields[sheet.row_title]
        return Ask(
            key,
            "choice" if choices else "text",
            prompt,
            choices=choices,
            free=bool(choices),
            why=desk.pick(title.why),
            good=desk.pick(title.good),
            bad=desk.pick(title.bad),
            tip=self._tip(sheet_id, sheet.row_title),
            unknown=False,
        )

    def _value_label(self, gap: Gap, sheet: str) -> str:
        for judged in self.moment().gate.judged:
            for needs in judged.criterion.requires:
                place = str(needs.get("covers", ""))
                if place.startswith(sheet + "."):
                    field = self.moment().desk.deal.worksheets[sheet].fields[place.partition(".")[2]]
                    found = next((c for c in field.choices if c.id == gap.wanted), None)
                    return pick(found.label, self.language) if found else str(gap.wanted)
        return str(gap.wanted)

    def _library_rows(self, moment: Moment, sheet: str) -> Iterator[Choice]:
        """The company's own rows for this table, those of the customer's industry first."""
        if moment.desk.deal.worksheets[sheet].suggest_new != "library":
            return
        taken = {r.cells.get("chain") for r in moment.desk.deal.rows(sheet)}
        rows: Sequence[Any] = getattr(self.library, sheet, [])
        for row in sorted(rows, key=lambda r: r.industry != moment.desk.deal.industry):
            values = {name: pick(text, self.language) for name, text in row.fills.items()}
            if values.get("chain") and values["chain"] in taken:
                continue
            title = moment.desk.deal.worksheets[sheet].row_title
            hint = " · ".join(pick(t, self.language) for t in list(row.expect.values())[:1])
            yield Choice(values, values.get(title, row.id), hint)

    def _record_asks(
        self,
        moment: Moment,
        name: str,
        key: Key,
        least: str,
        last: Answer | None,
        judged: Judged | None = None,
    ) -> Iterator[Ask]:
        """The parts of a record of evidence that are not answered yet, in the order that fits what is proven."""
        desk = moment.desk
        field, row = _field_at(desk.deal, key.path)
        words_first = field is not None and field.derived == "words"
        answered = {a.key.partition("!")[0]: a for a in self.answers}
        grade = answered.get(f"{name}#grade")
        if grade is not None and (grade.act != "value" or grade.value == ASSUMED):
            return
        words = answered.get(f"{name}#words")
        if words_first and words is not None and words.act != "value":
            return
        criterion = judged.criterion if judged else _criterion_at(desk.deal, key.path)
        source = field if field is not None else criterion
        texts = {n: desk.pick(getattr(source, n, None)) for n in ("why", "good", "bad")}
        help_ = Ask(name, "text", "", tip=self._tip(key.path[0], _field_name(desk.deal, key.path)), **texts)
        about = self._about(moment, key, field, row, criterion)
        person = _likely_person(desk, row)
        for part in ORDER_OF_WORDS if words_first else ORDER:
            ask = for_evidence(desk, name, part, about, person, least or "customer_quote", help_)
            if words_first and part == "words":
                ask = ask._replace(prompt=about)
            if words_first and part == "grade":
                ask = ask._replace(prompt=desk.say("evidence.how"), default="customer_quote")
            yield ask

    def _about(self, moment: Moment, key: Key, field: Any, row: Row | None, criterion: Any) -> str:
        """What the evidence would prove, as a question."""
        desk = moment.desk
        if row is None or field is None:
            return desk.pick(criterion.ask) or desk.pick(criterion.title)
        if field.derived == "words":
            return for_field(desk, "", row, _field_name(desk.deal, key.path)).prompt
        shown = _shown(desk, key, field, row)
        title = f"{desk.deal.title(row, self.language)} · " if row.id else ""
        return desk.say("evidence.proof", what=f"{title}{desk.pick(field.label)}: {shown}")

    # steps: --step and --all

    def _steps(self, moment: Moment, known_too: bool) -> Iterator[Ask]:
        for step in self.stage.steps:
            if self.scope.step and step.id != self.scope.step:
                continue
            sheet = moment.desk.deal.worksheets[step.fills]
            names = step.only or [n for n, f in sheet.fields.items() if f.ask]
            if sheet.form is not None:
                row = moment.desk.deal.rows(sheet.id)[0]
                yield from self._row_fields(moment, row, names, "", known_too)
            else:
                yield from self._table(moment, sheet.id, names, known_too)

    def _row_fields(
        self, moment: Moment, row: Row, names: Sequence[str], mark: str, known_too: bool
    ) -> Iterator[Ask]:
        desk = moment.desk
        for name in names:
            field = row.sheet.fields[name]
            if field.derived or not exists(row, name, desk.view):
                continue
            tip = self._tip(row.sheet.id, name)
            if field.kind != "cells":
                if known_too or desk.view.value(row, name) is MISSING:
                    yield for_field(desk, row.address(name) + mark, row, name, tip)
                continue
            held = row.cells.get(name)
            from salescoach.fields.cells import keys

            for cell in keys(field, desk.deal):
                begun = isinstance(held, dict) and cell in held
                for part in list(field.cell)[:1] or [""]:
                    if known_too or not begun:
                        where = row.address(name, cell, *([part] if part else []))
                        yield for_cell(desk, where + mark, row, name, cell, part, tip)

    def _table(self, moment: Moment, sheet_id: str, names: Sequence[str], known_too: bool) -> Iterator[Ask]:
        """A table row by row: add one, edit one, done; each turn is a question of its own."""
        desk = moment.desk
        sheet = desk.deal.worksheets[sheet_id]
        if not known_too:
            for row in desk.deal.rows(sheet_id):
                yield from self._row_fields(moment, row, names, "", known_too=False)
        turns = [a for a in self.answers if a.key.startswith(f"{sheet_id}#table.")]
        for count, turn in enumerate(turns, 1):
            if turn.act != "value" or turn.value == "done":
                return
            if turn.value == "add":
                key = f"{sheet_id}#new.turn.{count}"
                yield self._row_ask(moment, sheet_id, key)
                row = desk.deal.row(sheet_id, moment.draft.new_rows.get(key, ""))
            else:
                row = desk.deal.row(sheet_id, str(turn.value))
            if row is not None and row.id:
                yield from self._row_fields(moment, row, names, f"!{count}", known_too=True)
        rows = [
            Choice(r.id, desk.say("prep.edit", row=desk.deal.title(r, self.language)))
            for r in desk.deal.rows(sheet_id)
        ]
        yield Ask(
            f"{sheet_id}#table.{len(turns) + 1}",
            "choice",
            desk.say("prep.table", table=desk.pick(sheet.title or sheet.table), count=len(rows)),
            default="done",
            choices=(Choice("done", desk.say("prep.done")), Choice("add", desk.say("prep.add")), *rows),
            unknown=False,
        )

    # words around a question

    @cached_property
    def _tips(self) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for step in self.stage.steps:
            sheet = next(w for w in self.playbook.worksheets if w.id == step.fills)
            for name in step.only or sheet.fields:
                found.setdefault((step.fills, name), pick(step.tip, self.language))
        return found

    def _tip(self, sheet: str, name: str) -> str:
        """The coach's tip of the step that fills a field."""
        return self._tips.get((sheet, name), "")

    def _criterion_heading(self, judged: Judged) -> str:
        say = self.moment().desk.say
        mark = " ●" if judged.must else ""
        return f"{say('prep.for-exit')}: {pick(judged.criterion.title, self.language)}{mark}"

    def _heading(self, ask: Ask, rest: int) -> str:
        """Progress, and what the question is for."""
        say = self.moment().desk.say
        done = len(self.answers)
        minutes = max(1, round((rest + 1) * SECONDS_EACH / 60))
        progress = say("prep.progress", at=done + 1, all=done + rest + 1, minutes=minutes)
        area = "visit" if ask.key.startswith(("visit/", "questions#")) else "stage"
        what = (
            self._headings.get(ask.key.partition("#")[0])
            or self._headings.get(ask.key)
            or say(f"prep.{area}")
        )
        return f"{progress} · {what}"

    def _name_of(self, key: str) -> str:
        """What an answer was about, in a few words."""
        desk = self.moment().desk
        parsed = Key.parse(key)
        if parsed.path[0] == "visit":
            return desk.say(f"visit.{'/'.join(parsed.path[1:2])}-short")
        field, row = _field_at(desk.deal, parsed.path)
        if field is None:
            return parsed.path[-1]
        return (
            f"{desk.deal.title(row, self.language)}: {desk.pick(field.label)}"
            if row and row.id
            else desk.pick(field.label)
        )

    def _exit_holds(self) -> str:
        moment = self.moment()
        following = gates.next_stage(self.stage, moment.desk.deal)
        title = pick(self.stage.title, self.language)
        if following is None:
            return moment.desk.say("prep.exit-holds-last", stage=title)
        return moment.desk.say("prep.exit-holds", stage=title, next=pick(following.title, self.language))


def _related(address: str, last: str) -> int:
    return bool(last) and (
        address == last or last.startswith(address + "/") or address.startswith(last + "/")
    )


def _preset(judged: Judged, sheet: str) -> dict[str, Any]:
    """What a new row must hold to be one of those that the criterion picks out."""
    for needs in judged.criterion.requires:
        if needs.get("rows") == sheet:
            return {k: v for k, v in needs.get("which", {}).items() if isinstance(v, str) and "/" in v}
    return {}


def _field_at(deal: Deal, path: tuple[str, ...]) -> tuple[Any, Row | None]:
    sheet = deal.worksheets.get(path[0])
    if sheet is None or len(path) < 2:
        return None, None
    row = deal.row(path[0], "" if sheet.form is not None else path[1])
    return sheet.fields.get(_field_name(deal, path)), row


def _field_name(deal: Deal, path: tuple[str, ...]) -> str:
    sheet = deal.worksheets.get(path[0])
    at = 1 if sheet is not None and sheet.form is not None else 2
    return path[at] if sheet is not None and len(path) > at else ""


def _criterion_at(deal: Deal, path: tuple[str, ...]) -> Any:
    stage = deal.stages.get(path[0])
    return (
        next((c for c in stage.exit.criteria if c.id == path[1]), None) if stage and len(path) > 1 else None
    )


def _likely_person(desk: Desk, row: Row | None) -> str:
    """Whose words or act it probably was: the row's person, or the person the row is."""
    if row is None:
        return ""
    if row.sheet.id == "people":
        return row.id
    value = desk.view.value(row, row.sheet.who) if row.sheet.who else MISSING
    return str(value) if known(value) else ""


def _shown(desk: Desk, key: Key, field: Any, row: Row) -> str:
    from salescoach.fields import kind
    from salescoach.fields.cells import key_name, show_cell

    name = _field_name(desk.deal, key.path)
    value = desk.view.value(row, name)
    if field.kind == "cells" and isinstance(value, Mapping):
        cell = key.path[-1]
        return f"{key_name(field, cell, desk.deal, desk.language)}: {show_cell(value.get(cell, UNKNOWN), field, desk.deal, desk.language)}"
    if key.value:
        value = [key.value] if field.kind == "choices" else key.value
    return (
        kind(field.kind).show(value, field, desk.deal, desk.language) if field.kind and known(value) else ""
    )
