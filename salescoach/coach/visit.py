"""The planned visit: what the plan still needs to know about it, asked in the order of the plan."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from salescoach.coach.asking import Desk, for_field, people
from salescoach.coach.commitments import commitments
from salescoach.coach.gate import Gate, gaps_in_order
from salescoach.coach.room import Room
from salescoach.deal.check import COSTS
from salescoach.deal.deal import PEOPLE, Deal
from salescoach.dialogue import Ask, Choice
from salescoach.fields import MISSING, known
from salescoach.text import parse_day

MINUTES = 45
LONGEST = 24 * 60
ATTENDEE_FIELDS = ("personality", "wants")
"""What the plan needs of everyone in the room, asked only where it was never asked."""


def asks(desk: Desk, visit: Mapping[str, Any], gate: Gate) -> Iterator[Ask]:
    """Every question about the visit that has no answer yet."""
    yield from (a for a in _basics(desk) if visit.get(a.key.partition("/")[2]) is None)
    present = people_of(visit, desk.deal)
    for person in present:
        row = desk.deal.row("people", person)
        for name in ATTENDEE_FIELDS:
            if row and name in row.sheet.fields and desk.view.value(row, name) is MISSING:
                yield for_field(desk, f"people/{person}/{name}", row, name)
    yield from (a for a in _purpose(desk, gate) if visit.get(a.key.partition("/")[2]) is None)
    room = room_of(desk, visit, gate)
    yield from _commitment(desk, visit, "best", room)
    yield from _commitment(desk, visit, "minimum", room)
    yield from (a for a in _rest(desk, visit, gate, present) if visit.get(a.key.partition("/")[2]) is None)
    yield from _parts(desk, visit)


def minutes_of(visit: Mapping[str, Any]) -> int:
    """How long the visit takes, 0 when that is not known or no length of a visit."""
    minutes = visit.get("minutes")
    fits = isinstance(minutes, int) and not isinstance(minutes, bool) and 0 < minutes <= LONGEST
    return int(minutes) if fits else 0  # type: ignore[arg-type]


def people_of(visit: Mapping[str, Any], deal: Deal) -> list[str]:
    """The customer's people who will be there, as far as the deal knows them."""
    named = visit.get("people")
    return [p for p in named if isinstance(p, str) and deal.row(PEOPLE, p)] if isinstance(named, list) else []


def room_of(desk: Desk, visit: Mapping[str, Any], gate: Gate) -> Room:
    """The room as this visit has it; minutes default to MINUTES."""
    people = people_of(visit, desk.deal)
    minutes = minutes_of(visit) or MINUTES
    return Room(desk.deal, gate, people, minutes, desk.language, desk.view.on, _held(visit, "best"))


def _visit_ask(desk: Desk, name: str, kind: str, **more: Any) -> Ask:
    """A question about the visit; its words stand in `messages/visit.py`."""
    return Ask(
        f"visit/{name}",
        kind,
        desk.say(f"visit.{name}"),
        why=desk.say(f"visit.{name}-why"),
        good=desk.say(f"visit.{name}-good"),
        bad=desk.say(f"visit.{name}-bad"),
        **more,
    )


def _basics(desk: Desk) -> Iterator[Ask]:
    yield _visit_ask(desk, "date", "date")
    yield _visit_ask(desk, "time", "time")
    yield _visit_ask(desk, "minutes", "number", default=MINUTES)
    yield _visit_ask(desk, "place", "text", default=desk.say("visit.place-default"))
    yield _visit_ask(desk, "people", "choices", choices=people(desk), free=True)


def _purpose(desk: Desk, gate: Gate) -> Iterator[Ask]:
    missing = gaps_in_order(gate)
    objective = None
    if missing:
        objective = desk.say("visit.objective-default", what=_clause(desk, missing[0][0].criterion.title))
    yield _visit_ask(desk, "objective", "text", default=objective)
    yield _visit_ask(desk, "reason", "text")


def _clause(desk: Desk, title: Any) -> str:
    plain = desk.pick(title)
    return plain[:1].lower() + plain[1:] if plain[1:2].islower() else plain


def _commitment(desk: Desk, visit: Mapping[str, Any], rung: str, room: Room) -> Iterator[Ask]:
    """What a customer person would do: action, who, by when, and for a typed one its cost and what it moves."""
    held = _held(visit, rung)
    if held.get("action") is None:
        best = _held(visit, "best").get("action")
        offers = [o for o in commitments(room) if o.action != best]
        ordered = offers if rung == "best" else offers[1:] + offers[:1]
        choices = tuple(Choice(_values(o), o.action, _hint(desk, o.costs)) for o in ordered)
        kind = "choice" if choices else "text"
        yield _visit_ask(desk, f"{rung}/action", kind, choices=choices, free=bool(choices))
    if held.get("action") is None or not known(held.get("action")):
        return
    named = [c for c in people(desk) if c.value in room.people] or list(people(desk))
    day = parse_day(visit.get("date")) or desk.view.on
    if held.get("person") is None:
        yield _visit_ask(
            desk, f"{rung}/person", "choice", choices=tuple(named), default=named[0].value if named else None
        )
    if held.get("by") is None:
        later = day + timedelta(days=7 if rung == "best" else 2)
        yield _visit_ask(desk, f"{rung}/by", "date", default=later.isoformat())
    if held.get("costs") is None:
        yield _visit_ask(desk, f"{rung}/costs", "choice", choices=_costs(desk))
    if held.get("moves") is None:
        moves = tuple(
            Choice(j.address, desk.pick(j.criterion.title)) for j in room.gate.judged if not j.holds
        )
        if moves:
            yield _visit_ask(desk, f"{rung}/moves", "choice", choices=moves, default=moves[0].value)


def _held(visit: Mapping[str, Any], rung: str) -> Mapping[str, Any]:
    listed = visit.get("commitments")
    found = (
        [c for c in listed if isinstance(c, Mapping) and c.get("id") == rung]
        if isinstance(listed, list)
        else []
    )
    return found[0] if found else {}


def _values(offer: Any) -> dict[str, str]:
    values = {"action": offer.action, "costs": offer.costs, "moves": offer.moves}
    return {k: v for k, v in values.items() if v}


def _costs(desk: Desk) -> tuple[Choice, ...]:
    return tuple(Choice(c, desk.say(f"visit.cost-{c}")) for c in COSTS)


def _hint(desk: Desk, costs: str) -> str:
    return desk.say("visit.costs-them", what=desk.say(f"visit.cost-{costs}")) if costs in COSTS else ""


def _rest(desk: Desk, visit: Mapping[str, Any], gate: Gate, present: list[str]) -> Iterator[Ask]:
    stops = tuple(Choice(desk.pick(s), desk.pick(s)) for s in gate.stage.stop_if)
    yield _visit_ask(
        desk, "stop_if", "choice" if stops else "text", choices=stops, free=True,
        default=stops[0].value if stops else None,
    )  # fmt: skip
    fitting = [o for o in desk.library.objections if not o.stages or gate.stage.id in o.stages]
    objections = tuple(Choice(o.id, desk.pick(o.says)) for o in fitting)
    yield _visit_ask(desk, "objections", "choices", choices=objections, free=True)
    tasks = tuple(Choice(t, t) for t in _suggested_tasks(desk, visit, present))
    yield _visit_ask(desk, "tasks", "choices", choices=tasks, free=True, default=[t.value for t in tasks[:2]])


def _suggested_tasks(desk: Desk, visit: Mapping[str, Any], present: list[str]) -> Iterator[str]:
    day = parse_day(visit.get("date"))
    before = "" if day is None else f" ({_short(day - timedelta(days=1), desk)})"
    for person in present:
        row = desk.deal.row("people", person)
        if row and not known(desk.view.value(row, "buying_roles")):
            yield desk.say("visit.task-part", person=desk.deal.person(person)) + before
    if present:
        yield desk.say("visit.task-agenda", person=desk.deal.person(present[0])) + before
    yield desk.say("visit.task-rehearse") + before


def _short(day: date, desk: Desk) -> str:
    from salescoach.text import say_date

    return say_date(day, desk.language, year=False)


PARTS = ("lead", "notes", "technical", "objections")


def _parts(desk: Desk, visit: Mapping[str, Any]) -> Iterator[Ask]:
    """Who of ours does what, where several go and the team list does not say it."""
    members = [m for m in desk.deal.team if m.get("id") in (visit.get("team") or [])]
    given = visit.get("parts") or {}
    for member in members if len(members) > 1 else []:
        ident = str(member.get("id"))
        if ident in given or member.get("part"):
            continue
        choices = tuple(Choice(p, desk.say(f"visit.part-{p}")) for p in PARTS)
        yield _visit_ask(desk, "parts", "choice", choices=choices)._replace(
            key=f"visit/parts/{ident}",
            prompt=desk.say("visit.parts", person=str(member.get("name") or ident)),
        )
