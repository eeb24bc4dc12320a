"""The journey of a preparation: ask, keep every answer at once, write the deal."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from salescoach.call import Call
from salescoach.coach import review, visit
from salescoach.coach.draft import Answer, Key, planned_visit
from salescoach.coach.interview import GAPS_ONLY, Case, Interview, Scope
from salescoach.deal.merge import merge, place_of
from salescoach.dialogue import Ask, Reply
from salescoach.errors import RequestError
from salescoach.files import atomic
from salescoach.files.journal import Journal
from salescoach.files.lock import locked
from salescoach.files.state import STATE, journal_file, make_folder
from salescoach.opening import Opened, shown
from salescoach.yamlfile.read import read
from salescoach.yamlfile.rewrite import CannotEdit, rewrite

Tell = Callable[[str], None]


class Asker(Protocol):
    """Whoever answers: a person at a terminal, or recorded answers."""

    def ask(self, ask: Ask) -> Reply:
        """The reply to one question."""


class Preparation(NamedTuple):
    """What is being prepared; `partial` is what `--answers` brought."""

    call: Call
    opened: Opened
    interview: Interview
    journal: Journal
    partial: Mapping[str, Any]


def begin(call: Call, opened: Opened, partial: Mapping[str, Any], scope: Scope = GAPS_ONLY) -> Preparation:
    """A preparation, its waiting answers replayed."""
    interview = _interview(call, opened, partial, scope)
    journal = Journal(journal_file(opened.root, opened.deal.ident))
    return Preparation(call, opened, interview, journal, partial)


def _interview(call: Call, opened: Opened, partial: Mapping[str, Any], scope: Scope) -> Interview:
    content = merge(opened.deal.content, partial)
    case = Case(
        content, opened.deal.ident, opened.playbook, opened.stage, opened.library, call.language, call.today
    )
    return Interview(case, scope)


@contextmanager
def alone(root: Path, ident: str, patience: float) -> Iterator[None]:
    """Be the only preparation of this deal: two would share one journal.

    Raises RequestError, naming the other one's process, after `patience` seconds.
    """
    with locked(root / STATE, ident, patience=patience, purpose="prep"):
        yield


def resume(prep: Preparation, tell: Tell) -> None:
    """Replay the answers that wait in the journal, and say so."""
    atomic.sweep(prep.journal.path.parent, older_than=0, of=prep.journal.path.name)
    header, records = prep.journal.read()
    say = prep.call.say
    started = header.get("started", "") if header else ""
    if prep.journal.torn:
        tell(say("prep.torn"))
    if prep.journal.bad is not None:
        tell(say("prep.journal-bad", path=shown(prep.journal.bad)))
    if _written(records, prep.opened.document.raw):
        prep.journal.close_done()
        tell(say("prep.already-written", date=started))
        return
    left_out = replay(prep.interview, records)
    if left_out:
        tell(say("prep.not-fitting", keys=say("prep.comma").join(left_out)))
    if prep.interview.answers:
        tell(say("prep.resumed", count=len(prep.interview.answers), date=started))


def preview(prep: Preparation) -> None:
    """Replay the answers that wait, and leave the journal as it is."""
    _, records = prep.journal.read()
    if not _written(records, prep.opened.document.raw):
        replay(prep.interview, records)


def waiting(root: Path, ident: str, deal: bytes) -> int:
    """How many answers wait in a deal's journal to be written; `deal` is its file's content."""
    _, records = Journal(journal_file(root, ident)).read()
    if _written(records, deal):
        return 0
    given = [r for r in records if "key" in r]
    back = [r for r in records if r.get("act") == "back"]
    return max(0, len(given) - len(back))


def _written(records: Iterable[Mapping[str, Any]], deal: bytes) -> bool:
    """Whether these answers are in the deal's file, though the end was never reached.

    Once the file was replaced the journal says so, and an edit by hand since then changes nothing about it;
    a kill just before that is told by the file's own bytes.
    """
    acts = {r.get("act"): r.get("deal") for r in records}
    return "written" in acts or acts.get("write") == sha256(deal).hexdigest()


def replay(interview: Interview, records: Iterable[Mapping[str, Any]]) -> list[str]:
    """Take recorded answers in their order, going back where the person went back.

    Returns the keys that have no place in this playbook: it may have changed since.
    """
    left_out = []
    for record in records:
        key = record.get("key")
        if record.get("act") == "back":
            interview.back()
        elif isinstance(key, str) and record.get("act") in ("value", "unknown", "skip"):
            if _has_place(interview, Key.parse(key)):
                interview.take(Answer(key, record["act"], record.get("value")))
            else:
                left_out.append(key)
    return left_out


def _has_place(interview: Interview, key: Key) -> bool:
    first, *rest = key.path
    sheet = next((w for w in interview.case.playbook.worksheets if w.id == first), None)
    if sheet is None:
        return first in ("visit", "questions", *(s.id for s in interview.case.playbook.stages))
    if sheet.form is None and key.part not in ("new", "table"):
        rest = rest[1:]
    return not rest or rest[0] in sheet.fields


def play(prep: Preparation, asker: Asker, tell: Tell) -> str:
    """Ask until nothing is left or the person ends it; returns `done`, `plan` or `leave`.

    Every confirmed answer is in the journal, on the disk, before the next question.
    """
    header, _ = prep.journal.read()
    if header is None:
        prep.journal.begin(prep.call.today, prep.opened.document.raw)
    while (ask := prep.interview.ask()) is not None:
        reply = asker.ask(ask)
        if reply.act in ("plan", "leave"):
            return reply.act
        if reply.act == "back":
            if prep.interview.back():
                prep.journal.append({"act": "back"})
            continue
        prep.journal.append({"key": ask.key, "act": reply.act, "value": reply.value})
        for line in prep.interview.reply(reply):
            tell(line)
    return "done"


# writing


def content_to_write(prep: Preparation, with_plan: bool) -> dict[str, Any]:
    """The deal as it is to be; with a plan, the visit names its questions and the plan's file."""
    moment = prep.interview.moment()
    content = moment.content
    if not with_plan:
        return content
    planned = planned_visit(content, prep.call.today)
    if planned is None:
        moment.draft.visit()
        content = moment.draft.finished()
        planned = planned_visit(content, prep.call.today)
    assert planned is not None
    room = visit.room_of(moment.desk, planned, moment.gate)
    if room.people and (questions := review.entries(prep.interview.chosen(), room)):
        planned["questions"] = questions
    planned["plan"] = f"plans/{planned['id']}.md"
    return content


def write_deal(prep: Preparation, content: Mapping[str, Any]) -> tuple[bytes, bytes]:
    """Write the deal by splice, under its lock; returns the file before and after.

    When somebody saved the file meanwhile, the same answers go into the new text; where both changed the
    same thing, nothing is written, our version is put beside, and RequestError says where.
    """
    opened = prep.opened
    before = opened.document.raw
    with locked(opened.root / STATE, opened.deal.ident):
        after = rewritten(prep, before, content)
        atomic.sweep(opened.path.parent, older_than=0)
        if after == before:
            return before, after
        try:
            _replace(prep, before, after)
        except atomic.Changed as changed:
            before, after = _onto(prep, changed.now, content, after)
            _replace(prep, before, after)
    return before, after


def _replace(prep: Preparation, before: bytes, after: bytes) -> None:
    """The journal says first what is about to be written, so that a kill between the two is no riddle."""
    kept = prep.journal.path.exists()
    if kept:
        prep.journal.append({"act": "write", "deal": sha256(after).hexdigest()})
    atomic.write(prep.opened.path, after, before)
    if kept:
        prep.journal.append({"act": "written"})


def rewritten(prep: Preparation, before: bytes, content: Mapping[str, Any]) -> bytes:
    """`before` changed to hold `content`. Where that cannot be done line by line, RequestError has the edit."""
    try:
        return rewrite(before, content, prep.opened.document)
    except CannotEdit as refused:
        kept = _keep_aside(prep, refused.by_hand.encode())
        raise RequestError(
            "cannot-edit", path=shown(prep.opened.path), kept=kept, edit=refused.by_hand
        ) from refused


def _onto(
    prep: Preparation, now: bytes | None, content: Mapping[str, Any], ours: bytes
) -> tuple[bytes, bytes]:
    """Our changes applied to the text that somebody else saved meanwhile."""
    theirs = read(now, shown(prep.opened.path)) if now is not None else None
    merged = (
        _three_way(prep.opened.deal.content, content, theirs.data) if theirs and theirs.readable else None
    )
    if merged is None or now is None:
        raise RequestError("changed-meanwhile", path=shown(prep.opened.path), kept=_keep_aside(prep, ours))
    return now, rewritten(prep, now, merged)


def _three_way(base: Any, ours: Any, theirs: Any) -> Any:
    """Both sides' changes in one value; None where both changed the same thing differently."""
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping) and isinstance(base, Mapping):
        return _three_way_mapping(base, ours, theirs)
    lists = [base or [], ours, theirs]
    if all(isinstance(side, list) for side in lists):
        return _three_way_rows(*lists)
    return None


def _three_way_mapping(base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Any:
    merged = {}
    for key in [*theirs, *(k for k in ours if k not in theirs)]:
        if key not in ours and theirs[key] == base.get(key):
            continue
        if key not in theirs and ours[key] == base.get(key):
            continue
        value = _three_way(base.get(key), ours.get(key, base.get(key)), theirs.get(key, base.get(key)))
        if value is None and not (ours.get(key) is None and theirs.get(key) is None):
            return None
        merged[key] = value
    return merged


def _three_way_rows(base: list[Any], ours: list[Any], theirs: list[Any]) -> Any:
    """Rows by id; records without ids are joined, each once."""
    if all(isinstance(e, Mapping) and "id" in e for e in [*base, *ours, *theirs]):
        sides = [{e["id"]: e for e in side} for side in (base, ours, theirs)]
        merged = _three_way_mapping(*sides)
        return None if merged is None else list(merged.values())
    added = [e for e in ours if e not in base]
    if any(e not in ours for e in base):
        return None
    merged = list(theirs)
    for entry in added:
        if entry not in theirs:
            merged.insert(place_of(merged, entry) if isinstance(entry, Mapping) else len(merged), entry)
    return merged


def _keep_aside(prep: Preparation, ours: bytes) -> str:
    """What could not go into the deal, kept where the person can find it."""
    folder = prep.opened.root / STATE / "conflicts"
    make_folder(folder)
    path = folder / f"{prep.opened.deal.ident}.yaml"
    atomic.write(path, ours, atomic.ANY)
    return shown(path)
