"""Which questions to ask whom, in which order: from the gaps and the people in the room (METHOD.md §3).

Per pain the order is S, P, I, N. An I-question needs an admitted pain: until then it stands in the list
only behind the P-question that could admit it. Who decides gets a report, not an interview.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach.coach.gate import Gate, Judged, gaps_in_order
from salescoach.coach.slots import slots
from salescoach.deal.conditions import Gap
from salescoach.deal.deal import PEOPLE, ROLES, Deal, Row, View
from salescoach.deal.evidence import Want
from salescoach.fields import MISSING
from salescoach.text import fill, pick

if TYPE_CHECKING:
    from salescoach.playbook.model import Question, QuestionType

MOST = 9
MINUTES_EACH = 5


class Chosen(NamedTuple):
    """A question for one person. `about` is a row's address or ""; `opens` the addresses that an answer fills.

    `waits`: only to be asked once that person has admitted the pain in this very talk.
    """

    question: str
    type: str
    person: str
    about: str
    text: str
    opens: tuple[str, ...] = ()
    wins: tuple[str, ...] = ()
    waits: bool = False


class Room(NamedTuple):
    """Who is in the room, for how long, in which language, and how the stage's gate stands."""

    deal: Deal
    gate: Gate
    people: Sequence[str]
    minutes: int
    language: str
    today: date

    @property
    def view(self) -> View:
        """The deal as of today."""
        return View(self.deal, self.today)


def admits(kind: "QuestionType", person: str, deal: Deal) -> bool:
    """Whether this type of question is for this person.

    `not_for` excludes someone only if all their roles are excluded; who draws both the report and the
    interview gets the one for their level.
    """
    roles = set(deal.roles(person))
    if kind.only_for and not roles & set(kind.only_for):
        return False
    decides = bool(roles & _reported_to(deal))
    if decides and roles - _reported_to(deal):
        row = deal.row("people", person)
        at_the_top = row is not None and deal.typed(row, "level") == "decision"
        return kind.style == "commitment" or (kind.style == "report") == at_the_top
    return not (roles and roles <= set(kind.not_for))


def _reported_to(deal: Deal) -> set[str]:
    return {r for t in deal.playbook.types.values() if t.style == "report" for r in t.only_for}


def hears_report(person: str, deal: Deal) -> bool:
    """Whether this person gets the report instead of questions."""
    return any(t.style == "report" and admits(t, person, deal) for t in deal.playbook.types.values())


def choose(room: Room) -> list[Chosen]:
    """The questions of a visit, in the order of the talk; the last asks for the commitment."""
    budget = max(3, min(MOST, room.minutes // MINUTES_EACH - 1))
    asked_for = _commitments(room)[:1]
    budget -= len(asked_for)
    won = {w for one in asked_for for w in one.wins}
    direct = [one for one in _unique(_for_gaps(room)) if not won & set(one.wins)]
    loops = [list(_loop(room, row)) for row in _pain_rows(room)]
    pains = [one for loop in _share(loops, _room_for_pains(room, budget, len(direct))) for one in loop]
    chosen = pains + direct[: budget - len(pains)]
    chosen = _fill(room, _everyone(room, chosen, budget), budget)
    return _capped(chosen, room) + asked_for


def _room_for_pains(room: Room, budget: int, others: int) -> int:
    """Half the talk or more where the stage is about pains; elsewhere what is left, two questions at most."""
    about_pains = {c.about for c in room.deal.playbook.chains} & {s.fills for s in room.gate.stage.steps}
    return max(budget - others, budget // 2) if about_pains else max(0, min(2, budget - others))


def alternatives(room: Room, one: Chosen) -> list[Chosen]:
    """Other questions that fill the same gap for the same person."""
    if one.type in room.deal.playbook.types and room.deal.playbook.types[one.type].style == "commitment":
        return [c for c in _commitments(room) if c.question != one.question]
    row = _row_of(room.deal, one.about)
    found = []
    for question in room.deal.playbook.questions:
        if question.type != one.type or question.id == one.question:
            continue
        other = _put(room, question, one.person, row)
        if other and (set(other.opens) & set(one.opens) or set(other.wins) & set(one.wins)):
            found.append(other._replace(waits=one.waits))
    return found


def put_again(room: Room, entry: Mapping[str, Any]) -> Chosen | None:
    """A question that a deal holds (`{id, person, about, words}`); None when its playbook has it no more."""
    person, words = str(entry.get("person", "")), entry.get("words")
    if not entry.get("id"):
        return typed(str(words), person) if words else None
    question = next((q for q in room.deal.playbook.questions if q.id == entry["id"]), None)
    if question is None:
        return typed(str(words), person) if words else None
    row = _row_of(room.deal, str(entry.get("about", "")))
    if row is None and any(r.startswith("people.") for r in question.reveals):
        row = room.deal.row("people", person)
    found = _put(room, question, person, row)
    if found is None:
        return typed(str(words), person) if words else None
    if row is not None and row.sheet.id in {c.about for c in room.deal.playbook.chains}:
        found = found._replace(waits=_must_wait(room, question, row))
    return found._replace(text=str(words)) if words else found


def typed(text: str, person: str) -> Chosen:
    """A question in the rep's own words."""
    return Chosen("", "", person, "", text)


# pains: loops of S, P, I, N


def _pain_rows(room: Room) -> list[Row]:
    """The rows that chains are about, the ones in the gaps first, then the furthest up the need ladder."""
    sheets = {c.about for c in room.deal.playbook.chains}
    rows = [r for s in sorted(sheets) for r in room.deal.rows(s)]
    gaps = [g.address for _, g in gaps_in_order(room.gate)]

    def rank(row: Row) -> tuple[bool, int, bool]:
        in_gaps = any(a.startswith(f"{row.sheet.id}/{row.id}/") for a in gaps)
        return (_listener(room, row) == "", -_reached(room, row), not in_gaps)

    return sorted(rows, key=rank)


def _listener(room: Room, row: Row) -> str:
    """Whom to ask about a pain: its owner when in the room, else the first who may be interviewed."""
    owner = room.view.value(row, row.sheet.who)
    spin = [t for t in room.deal.playbook.types.values() if t.style == "question" and t.not_for]
    may = [
        p
        for p in room.people
        if any(admits(t, p, room.deal) for t in spin) and not hears_report(p, room.deal)
    ]
    if owner in may:
        return str(owner)
    others = {room.view.value(r, r.sheet.who) for r in room.deal.rows(row.sheet.id)}
    free = [p for p in may if p not in others]
    return (free or may or [""])[0]


def _loop(room: Room, row: Row) -> Iterator[Chosen]:
    """S, P, I, I, N for one pain: only what is still open, I and N waiting for the P where they must."""
    person = _listener(room, row)
    if not person:
        return
    admitted = _reached(room, row) >= 1
    seen: set[str] = set()
    for name, kind in room.deal.playbook.types.items():
        if kind.style != "question" or not kind.not_for or (admitted and not kind.opens_at):
            continue
        most = kind.per_row
        for chosen in _of_type(room, row, name, person):
            if most and not set(chosen.opens) & seen:
                seen |= set(chosen.opens)
                most -= 1
                yield chosen


def _reached(room: Room, row: Row) -> int:
    """Which rung of its ladder a row has reached, 0 for the start."""
    ladder = next((n for n, f in row.sheet.fields.items() if f.derived == "ladder"), "")
    rungs = [c.id for c in row.sheet.fields[ladder].choices] if ladder else []
    value = room.view.value(row, ladder)
    return rungs.index(value) if value in rungs else 0


def _must_wait(room: Room, question: "Question", row: Row) -> bool:
    """Whether the question only opens once the person has admitted the pain."""
    return bool(room.deal.playbook.types[question.type].opens_at) and _reached(room, row) == 0


def _of_type(room: Room, row: Row, name: str, person: str) -> Iterator[Chosen]:
    """Questions of one type about a pain whose answers are still open: its chain's first, then general ones."""
    bound = [room.view.value(row, n) for n, f in row.sheet.fields.items() if f.kind == "chain"]
    chain = next((c for c in room.deal.playbook.chains if c.id in bound), None)
    by_id = {q.id: q for q in room.deal.playbook.questions}
    own = [by_id[q] for q in (chain.order if chain else []) if q in by_id]
    general = [q for q in room.deal.playbook.questions if not q.industry]
    candidates = [q for q in own + general if q.type == name]
    if any(_opens_gap(room, q, row) for q in candidates):
        candidates.sort(key=lambda q: not _opens_gap(room, q, row))
    for question in candidates:
        if question.alone and len(room.people) > 1:
            continue
        chosen = _put(room, question, person, row)
        if chosen and (not chosen.opens or any(not _proven(room, a) for a in chosen.opens)):
            yield chosen._replace(waits=_must_wait(room, question, row))


def _opens_gap(room: Room, question: "Question", row: Row) -> bool:
    """Whether an answer would fill a gap of the stage in this row."""
    gaps = {g.address for _, g in gaps_in_order(room.gate)}
    return bool(gaps & set(_addresses(question, row)))


def _share(loops: list[list[Chosen]], budget: int) -> list[list[Chosen]]:
    """As many loops as fit, in order; the last one that does not fit whole loses its tail, not its question."""
    taken: list[list[Chosen]] = []
    for loop in loops:
        room_left = budget - sum(map(len, taken))
        if room_left < min(2, len(loop)):
            break
        taken.append(_trim(loop, room_left))
    return taken


def _trim(loop: list[Chosen], most: int) -> list[Chosen]:
    """A loop cut to `most` questions, in order: what can be spared goes first.

    First a second implication, then the situation question; with fewer than P, I and N left only the
    opening remains: no need-payoff straight after the problem, no implication without a payoff (METHOD.md §3.4).
    """
    kinds = [one.type for one in loop]
    spare = [i for i, k in enumerate(kinds) if i and k == kinds[i - 1]] + [0]
    while len(loop) > most and spare:
        gone = spare.pop(0)
        loop = [one for i, one in enumerate(loop) if i != gone]
        spare = [i - (i > gone) for i in spare]
    return loop if len(loop) <= most else loop[: max(1, most - 1)]


# gaps that are no pains


def _for_gaps(room: Room) -> Iterator[Chosen]:
    """For each gap of the stage outside the pains, the first question that reaches it."""
    about_pains = {c.about for c in room.deal.playbook.chains}
    for judged, gap in gaps_in_order(room.gate):
        sheet, _, rest = gap.address.partition("/")
        row = room.deal.row(sheet, rest.partition("/")[0]) or room.deal.row(sheet, "")
        if sheet in about_pains or _only_they_can_tell(room, row, rest.rpartition("/")[2]):
            continue
        if _comes_by_itself(room, judged):
            continue
        for question in _direct(room):
            if not (_reaches(question, gap, row) or judged.address in question.wins):
                continue
            person = _whom(room, question, row)
            chosen = _put(room, question, person, row) if person else None
            if chosen:
                yield chosen
                break


def _only_they_can_tell(room: Room, row: Row | None, name: str) -> bool:
    """Whether a gap is about an absent person's own conduct, which nobody else can show; a role others can name."""
    return row is not None and row.sheet.id == PEOPLE and row.id not in room.people and name != ROLES


def _comes_by_itself(room: Room, judged: Judged) -> bool:
    """Whether the visit itself brings it: an event with a role whose holder sits in the room."""
    roles = {r for needs in judged.criterion.requires for r in needs.get("from_role", [])}
    return any(roles & set(room.deal.roles(p)) for p in room.people)


def _reaches(question: "Question", gap: Gap, row: Row | None) -> bool:
    """Whether an answer would fill the gap; `reveals: people.buying_roles=designer` finds that value only."""
    for reveals in question.reveals:
        place, _, value = reveals.partition("=")
        if value and gap.wanted not in (MISSING, value):
            continue
        parts = place.split(".")
        if row is None and gap.address == parts[0]:
            return True
        if (
            row is not None
            and len(parts) > 1
            and gap.address == row.address(*parts[1:])
            and parts[0] == row.sheet.id
        ):
            return True
    return False


def _direct(room: Room) -> list["Question"]:
    """Questions outside the pain loops that fit this stage, this industry and this many listeners."""
    types = room.deal.playbook.types
    return [
        q
        for q in room.deal.playbook.questions
        if types[q.type].style == "question"
        and not types[q.type].opens_at
        and (not q.stages or room.gate.stage.id in q.stages)
        and (not q.industry or q.industry == room.deal.industry)
        and not (q.alone and len(room.people) > 1)
    ]


def _whom(room: Room, question: "Question", about: Row | None) -> str:
    """Whom to ask: the person it is about, else one of the roles it is for, else who is there; "" for nobody.

    Who hears the report is only asked what is meant for their role by name.
    """
    kind = room.deal.playbook.types[question.type]
    roles = set(question.for_roles)
    may = [
        p
        for p in room.people
        if admits(kind, p, room.deal)
        and (kind.style == "report" or not hears_report(p, room.deal) or roles & set(room.deal.roles(p)))
    ]
    if about is not None and about.id in may:
        return about.id
    fitting = [p for p in may if set(room.deal.roles(p)) & roles]
    if roles and not fitting and any(room.deal.roles(p) for p in may):
        return ""
    return (fitting or may or [""])[0]


ABOUT_EACH = 2


def _fill(room: Room, chosen: list[Chosen], budget: int) -> list[Chosen]:
    """Time that is left goes to the people themselves: their part, their wishes, what is open about them."""
    for person in room.people:
        fresh = [c for c in _about_person(room, person) if c.question not in {k.question for k in chosen}]
        for one in fresh[:ABOUT_EACH]:
            opened = {a for k in chosen for a in k.opens}
            if len(chosen) < budget and not set(one.opens) & opened:
                chosen = [*chosen, one]
    return chosen


def _about_person(room: Room, person: str) -> list[Chosen]:
    """Questions to a person about what nobody has proven of them yet; none for who hears the report."""
    row = room.deal.row(PEOPLE, person)
    if row is None or hears_report(person, room.deal):
        return []
    own = [q for q in _direct(room) if _whom(room._replace(people=[person]), q, row) == person]
    about_them = [q for q in own if any(not _proven(room, a) for a in _addresses(q, row))]
    return [c for q in about_them if (c := _put(room, q, person, row))]


def _everyone(room: Room, chosen: list[Chosen], budget: int) -> list[Chosen]:
    """Nobody sits there without a question: who has none gets one about their part or their wishes."""
    for person in room.people:
        fitting = [] if any(c.person == person for c in chosen) else _about_person(room, person)
        if fitting:
            chosen = [*chosen[: budget - 1], fitting[0]]
    return chosen


# commitments


def _commitments(room: Room) -> list[Chosen]:
    """Requests for an advance: those that win the first missing criterion first."""
    missing = [j.address for j in sorted(room.gate.judged, key=lambda j: not j.must) if not j.holds]
    about_pains = {c.about for c in room.deal.playbook.chains} & {s.fills for s in room.gate.stage.steps}
    row = next(iter(_pain_rows(room)), None) if about_pains else None
    found = []
    for question in room.deal.playbook.questions:
        if room.deal.playbook.types[question.type].style != "commitment":
            continue
        if (question.stages and room.gate.stage.id not in question.stages) or (
            question.alone and len(room.people) > 1
        ):
            continue
        ranks = [missing.index(w) for w in question.wins if w in missing]
        person = _whom(room, question, None) if ranks else ""
        chosen = _put(room, question, person, row) if person else None
        if chosen:
            found.append((min(ranks), chosen))
    return [chosen for _, chosen in sorted(found, key=lambda pair: pair[0])]


class Commitment(NamedTuple):
    """An action to ask for: what the customer person does, what it costs them, which criterion it moves."""

    action: str
    costs: str
    moves: str
    person: str


def commitments(room: Room) -> list[Commitment]:
    """The actions that the commitment questions ask for, in the same order."""
    by_id = {q.id: q for q in room.deal.playbook.questions}
    missing = {j.address for j in room.gate.judged if not j.holds}
    found = []
    for chosen in _commitments(room):
        question = by_id[chosen.question]
        row = _row_of(room.deal, chosen.about)
        known_slots = slots(room.deal, room.view, room.language, row, chosen.person)
        action = fill(pick(question.action, room.language), known_slots)
        if action:
            moves = next(w for w in question.wins if w in missing)
            found.append(Commitment(action, question.costs, moves, chosen.person))
    return list(dict.fromkeys(found))


# common


def _put(room: Room, question: "Question", person: str, row: Row | None) -> Chosen | None:
    """The question put to a person about a row; None when a slot of it is not known."""
    text = fill(pick(question.text, room.language), slots(room.deal, room.view, room.language, row, person))
    if text is None:
        return None
    opens = _addresses(question, row)
    about = f"{row.sheet.id}/{row.id}" if row is not None and row.id and opens else ""
    if row is not None and row.id and "{" in pick(question.text, room.language):
        about = f"{row.sheet.id}/{row.id}"
    return Chosen(question.id, question.type, person, about, text, tuple(opens), tuple(question.wins))


def _addresses(question: "Question", row: Row | None) -> list[str]:
    """The places in this row that an answer may fill."""
    if row is None:
        return []
    return [
        row.address(*r.partition("=")[0].split(".")[1:])
        for r in question.reveals
        if "." in r and r.partition(".")[0] == row.sheet.id
    ]


def _proven(room: Room, address: str) -> bool:
    """Whether the customer has already said or shown this."""
    return bool(room.view.proof(address, Want("customer_quote", MISSING)).records)


def _row_of(deal: Deal, about: str) -> Row | None:
    sheet, _, ident = about.partition("/")
    return deal.row(sheet, ident) if about else None


def _unique(found: Iterator[Chosen]) -> list[Chosen]:
    return list({c.question: c for c in found}.values())


def _capped(chosen: list[Chosen], room: Room) -> list[Chosen]:
    """Keep each type within its limit."""
    kept: list[Chosen] = []
    for one in chosen:
        limit = room.deal.playbook.types[one.type].limit
        if limit is None or sum(k.type == one.type for k in kept) < limit:
            kept.append(one)
    return kept
