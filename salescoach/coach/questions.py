"""Which questions to ask whom, in which order: from the gaps and the people in the room (METHOD.md §3).

Per pain the order is S, P, I, N. An I-question needs an admitted pain: until then it stands in the list
only behind the P-question that could admit it. Who decides gets a report, not an interview.
"""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from salescoach.coach.commitments import needs_an_act, request_for, requests
from salescoach.coach.gate import Judged, gaps_in_order
from salescoach.coach.loops import Loops
from salescoach.coach.reach import reaches
from salescoach.coach.room import Chosen, Room, addresses, hears_report, proven, put, row_of, whom
from salescoach.coach.topics import about_topics, person_for, raisable, urgent
from salescoach.deal.conditions import Gap
from salescoach.deal.deal import PEOPLE, ROLES, Row

if TYPE_CHECKING:
    from salescoach.playbook.model import Question

MOST = 9
MOST_BESIDE_A_REPORT = 3
MINUTES_EACH = 5
ABOUT_EACH = 2
MOST_OF_A_KIND = 3


def choose(room: Room) -> list[Chosen]:
    """The questions of a visit, in the order of the talk; the last asks for the commitment."""
    asked_for = request_for(room)
    most = MOST_BESIDE_A_REPORT if room.reported else MOST
    budget = max(3, min(most, room.minutes // MINUTES_EACH - 1)) - len(asked_for)
    acts = {j.address for j in room.gate.judged if needs_an_act(j)}
    won = acts & {w for one in asked_for for w in one.wins}
    first = urgent(room)
    for_gaps = [] if first else [one for one in _for_gaps(room) if not won & set(one.wins)]
    asked = {one.question for one in for_gaps}
    topics = about_topics(room, first)
    direct = _in_order(room, [*for_gaps, *(one for one in topics if one.question not in asked)])
    if room.reported:  # nobody is examined before their own superior
        direct = [one for one in direct if hears_report(one.person, room.deal)]
    loops = Loops(room)
    tries = [_everyone(room, loops, direct, budget, spared) for spared in range(len(room.people) + 1)]
    chosen = next((t for t in tries if not _left_out(room, t)), tries[0])
    if not room.reported:
        chosen = _fill(room, chosen, budget)
    return _capped(chosen, room) + asked_for


def _in_order(room: Room, direct: list[Chosen]) -> list[Chosen]:
    """The order of the types is the order in the talk: the mood before the matter, worries before terms.

    Within a type what is about the same row stays together.
    """
    types = list(room.deal.playbook.types)
    topics = list(dict.fromkeys(one.about for one in direct))
    return sorted(direct, key=lambda one: (types.index(one.type), topics.index(one.about)))


def _room_for_pains(room: Room, budget: int, others: int) -> int:
    """Half the talk or more where the stage is about pains; elsewhere what is left, two questions at most.

    None in front of who decides: nobody is interviewed before their own superior.
    """
    if room.reported or urgent(room):
        return 0
    return max(budget - others, budget // 2) if room.about_pains else max(0, min(2, budget - others))


def alternatives(room: Room, one: Chosen) -> list[Chosen]:
    """Other questions that fill the same gap for the same person."""
    if one.type in room.deal.playbook.types and room.deal.playbook.types[one.type].style == "commitment":
        return [c for c in requests(room) if c.question != one.question]
    row = row_of(room.deal, one.about)
    found = []
    for question in room.deal.playbook.questions:
        if question.type != one.type or question.id == one.question:
            continue
        other = put(room, question, one.person, row)
        if other and (set(other.opens) & set(one.opens) or set(other.wins) & set(one.wins)):
            found.append(other._replace(waits=one.waits))
    return found


def _for_gaps(room: Room) -> Iterator[Chosen]:
    """For each gap of the stage outside the pains, the first question that reaches it; none is asked twice."""
    reveals = {q.id: tuple(q.reveals) for q in room.direct}
    asked: dict[str, tuple[str, ...]] = {}
    for judged, gap in gaps_in_order(room.gate):
        sheet, _, rest = gap.address.partition("/")
        row = room.deal.row(sheet, rest.partition("/")[0]) or room.deal.row(sheet, "")
        if sheet in room.pain_sheets or _only_they_can_tell(room, row, rest.rpartition("/")[2]):
            continue
        if _comes_by_itself(room, judged):
            continue
        fresh = (q for q in room.direct if q.id not in asked and not _worn_out(q, asked.values()))
        found = (_answering(room, question, judged, gap, row) for question in fresh)
        chosen = next(filter(None, found), None)
        if chosen is not None:
            asked[chosen.question] = reveals[chosen.question]
            yield chosen


def _worn_out(question: "Question", asked: Collection[tuple[str, ...]]) -> bool:
    """Whether the talk has enough of this: the same was asked already, or MOST_OF_A_KIND about the same field."""
    field = question.reveals[0].partition("=")[0] if question.reveals else ""
    same_field = sum(any(r.partition("=")[0] == field for r in reveals) for reveals in asked)
    return tuple(question.reveals) in asked or (bool(field) and same_field >= MOST_OF_A_KIND)


def _answering(room: Room, question: "Question", judged: Judged, gap: Gap, row: Row | None) -> Chosen | None:
    """The question put to somebody who could fill the gap with it, None when it does not reach the gap."""
    if not (reaches(question, judged, gap, row) or judged.address in question.wins):
        return None
    if not raisable(room, question, row):
        return None
    person = person_for(room, question, row)
    return put(room, question, person, row) if person or not room.people else None


def _only_they_can_tell(room: Room, row: Row | None, name: str) -> bool:
    """Whether a gap is about an absent person's own conduct, which nobody else can show; a role others can name."""
    return row is not None and row.sheet.id == PEOPLE and row.id not in room.people and name != ROLES


def _comes_by_itself(room: Room, judged: Judged) -> bool:
    """Whether the visit itself brings it: an event with a role whose holder sits in the room."""
    roles = {r for needs in judged.criterion.requires for r in needs.get("from_role", [])}
    return any(roles & set(room.deal.roles(p)) for p in room.people)


def _fill(room: Room, chosen: list[Chosen], budget: int) -> list[Chosen]:
    """Time that is left goes to the people themselves: their part, their wishes, what is open about them."""
    for person in room.people:
        added = 0
        for one in _about_person(room, person):
            opened = {a for k in chosen for a in k.opens}
            fresh = one.question not in {k.question for k in chosen} and not set(one.opens) & opened
            if fresh and added < ABOUT_EACH and len(chosen) < budget:
                chosen = [*chosen, one]
                added += 1
    return chosen


def _about_person(room: Room, person: str) -> list[Chosen]:
    """Questions to a person about what nobody has proven of them yet; none for who hears the report."""
    row = room.deal.row(PEOPLE, person)
    if row is None or hears_report(person, room.deal):
        return []
    own = [q for q in room.direct if whom(room, q, row, [person]) == person]
    about_them = [q for q in own if any(not proven(room, a) for a in addresses(q, row))]
    return [c for q in about_them if (c := put(room, q, person, row))]


def _everyone(room: Room, loops: Loops, direct: list[Chosen], budget: int, spared: int) -> list[Chosen]:
    """Pains first, then the other gaps, then one question for whoever has none about their part or wishes.

    `spared` questions are kept from the pains for that: a loop is cut by its own rules, never torn.
    """
    pains = loops.within(_room_for_pains(room, budget, len(direct)) - spared)
    others = direct[: max(0, budget - len(pains) - spared)]
    chosen = pains + others if room.about_pains else others + pains
    for person in _left_out(room, chosen):
        used = {one.question for one in chosen}
        fresh = [one for one in _about_person(room, person) if one.question not in used]
        chosen = [*chosen, *fresh[:1]] if len(chosen) < budget else chosen
    return chosen


def _left_out(room: Room, chosen: list[Chosen]) -> list[str]:
    """Who sits there without a question, though they could be asked one."""
    if room.reported:
        return []
    asked = {one.person for one in chosen}
    return [p for p in room.people if p not in asked and _about_person(room, p)]


def _capped(chosen: list[Chosen], room: Room) -> list[Chosen]:
    """Keep each type within its limit."""
    kept: list[Chosen] = []
    for one in chosen:
        limit = room.deal.playbook.types[one.type].limit
        if limit is None or sum(k.type == one.type for k in kept) < limit:
            kept.append(one)
    return kept
