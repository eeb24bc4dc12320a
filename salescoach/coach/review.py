"""The rep's last word on the questions: keep, reword, swap, drop, add. What is kept goes into the deal."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from salescoach.coach.asking import Desk
from salescoach.coach.commitments import request_for
from salescoach.coach.draft import Answer
from salescoach.coach.questions import alternatives, choose
from salescoach.coach.room import Chosen, Room, put_again, typed
from salescoach.dialogue import Ask, Choice

KEEP = "keep"
ADD = "add"


def reviewed(room: Room, planned: Mapping[str, Any], answers: Sequence[Answer]) -> list[Chosen]:
    """The visit's questions: those in the deal or the coach's choice, after the rep's turns so far."""
    chosen = _with_request(room, stored(room, planned)) or choose(room)
    turns = {a.key: a for a in answers if a.key.startswith("questions#review.")}
    count = 1
    while (turn := turns.get(f"questions#review.{count}")) is not None:
        chosen = _after_turn(room, chosen, turn.value, turns, f"questions#review.{count}")
        count += 1
    return chosen


def _with_request(room: Room, held: list[Chosen]) -> list[Chosen]:
    """The stored questions, closed by the request for the best commitment where that is in the rep's own words."""
    types = room.deal.playbook.types
    asks = any(one.type in types and types[one.type].style == "commitment" for one in held)
    return held if asks or not held else [*held, *(one for one in request_for(room) if not one.question)]


def _after_turn(
    room: Room, chosen: list[Chosen], what: Any, turns: Mapping[str, Answer], stem: str
) -> list[Chosen]:
    words = turns.get(f"{stem}.words")
    if what == ADD:
        if words is None or words.act != "value":
            return chosen
        new = typed(str(words.value), room.people[0] if room.people else "")
        closing = 1 if chosen and chosen[-1].wins else 0
        return [*chosen[: len(chosen) - closing], new, *chosen[len(chosen) - closing :]]
    if not isinstance(what, int) or what >= len(chosen):
        return chosen
    act = turns.get(f"{stem}.act")
    if act is None or act.act != "value":
        return chosen
    if act.value == "drop":
        return [*chosen[:what], *chosen[what + 1 :]]
    if act.value == "reword":
        new = chosen[what]._replace(text=str(words.value)) if words and words.act == "value" else chosen[what]
    else:
        other = {a.question: a for a in alternatives(room, chosen[what])}
        new = other.get(str(act.value), chosen[what])
    return [*chosen[:what], new, *chosen[what + 1 :]]


def asks(desk: Desk, room: Room, planned: Mapping[str, Any], answers: Sequence[Answer]) -> Iterator[Ask]:
    """The next turn of the review; none before anyone is in the room, none after "keep"."""
    turns = [a for a in answers if a.key.startswith("questions#review.")]
    done = [a for a in turns if a.key.count(".") == 1]
    if done and (done[-1].value == KEEP or done[-1].act != "value"):
        return
    chosen = reviewed(room, planned, answers)
    if not chosen:
        return
    if done:
        before = reviewed(room, planned, answers[: answers.index(done[-1])])
        act = next((a.value for a in turns if a.key == f"{done[-1].key}.act"), None)
        yield from _turn(desk, room, before, done[-1], rewords=act == "reword")
    colon = desk.say("prep.colon")
    listed = tuple(
        Choice(
            at,
            f"{at + 1}. {desk.deal.person(one.person) + colon if one.person else ''}{one.text}",
            _label(desk, one),
        )
        for at, one in enumerate(chosen)
    )
    yield Ask(
        f"questions#review.{len(done) + 1}",
        "choice",
        desk.say("prep.review", count=len(chosen)),
        default=KEEP,
        choices=(
            Choice(KEEP, desk.say("prep.keep-all")),
            *listed,
            Choice(ADD, desk.say("prep.add-question")),
        ),
        why=desk.say("prep.review-why"),
        unknown=False,
    )


def _turn(desk: Desk, room: Room, chosen: list[Chosen], turn: Answer, rewords: bool) -> Iterator[Ask]:
    """What to do with the question picked, and the new words where they are needed."""
    if turn.value == ADD:
        yield Ask(f"{turn.key}.words", "text", desk.say("prep.own-question"), unknown=False)
        return
    one = chosen[turn.value]
    swaps = tuple(Choice(o.question, desk.say("prep.swap", text=o.text)) for o in alternatives(room, one)[:8])
    fixed = (Choice("reword", desk.say("prep.reword")), Choice("drop", desk.say("prep.drop")))
    yield Ask(f"{turn.key}.act", "choice", one.text, choices=(*fixed, *swaps), unknown=False)
    if rewords:
        yield Ask(f"{turn.key}.words", "text", desk.say("prep.reworded"), default=one.text, unknown=False)


def _label(desk: Desk, one: Chosen) -> str:
    kind = desk.deal.playbook.types.get(one.type)
    return desk.pick(kind.label) if kind else ""


def stored(room: Room, planned: Mapping[str, Any]) -> list[Chosen]:
    """The questions that an activity already holds, put to the same people, in the rep's words."""
    entries = planned.get("questions")
    return [
        found
        for entry in (entries if isinstance(entries, list) else [])
        if isinstance(entry, Mapping) and (found := put_again(room, entry)) is not None
    ]


def entries(chosen: Sequence[Chosen], room: Room) -> list[dict[str, Any]]:
    """The questions as a deal holds them: the id, the person, the row, and the words where the rep changed them."""
    return [_entry(one, room) for one in chosen if one.question or not one.type]


def _entry(one: Chosen, room: Room) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": one.question} if one.question else {}
    if one.person:
        entry["person"] = one.person
    if one.about:
        entry["about"] = one.about
    plain = put_again(room, entry) if one.question else None
    if plain is None or plain.text != one.text:
        entry["words"] = one.text
    return entry
