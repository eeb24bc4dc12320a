"""Is that an advance: what a customer person is asked for, whole or with one part missing (METHOD.md §3.8).

The row is judged by the playbook's own field, as in a deal.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from salescoach import derived
from salescoach.deal.deal import Deal, View
from salescoach.drill.cards import Card, Material
from salescoach.drill.cards._choices import Chosen, fields, told
from salescoach.playbook.model import Question
from salescoach.text import parse_day, pick, slots

MOST = 4
"""Cards for one stage."""
LACKS = ("", "person", "by", "action")
"""What a row may lack, "" for nothing."""
DAY = "2027-03-19"
DATED = ("day", "date", "week", "日", "天", "周")
"""Words that name a time: an action that has one already cannot be without a date."""


def cards(of: Material) -> Iterator[Card]:
    """A few requests of every stage, each time with another part missing."""
    chosen = next((c for c in fields(of) if c.field.derived == "outcome"), None)
    used = Counter[str]()
    for question in of.playbook.questions if chosen else ():
        stage = question.stages[0] if len(question.stages) == 1 else ""
        if used[stage] >= MOST or not _whole(question):
            continue
        used[stage] += 1
        yield _card(of, chosen, question)


def _whole(question: Question) -> bool:
    """Whether its action can be told by itself, with a date or without."""
    texts = question.action.values() if isinstance(question.action, dict) else [question.action or ""]
    told = all(texts) and bool(question.wins)
    return told and not any(slots(text) or any(word in text for word in DATED) for text in texts)


def _card(of: Material, chosen: Chosen | None, question: Question) -> Card:
    assert chosen is not None
    ident = f"advances/{question.id}"
    lacks = of.random(ident).choice(LACKS)
    outcome = judged(of, chosen, question, lacks)
    labels = {"": of.say("quiz.advance")} | {n: of.say(f"quiz.lacks-{n}") for n in LACKS if n}
    assert outcome == ("continuation" if lacks else "advance")
    choice = next(c for c in chosen.field.choices if c.id == outcome)
    why = told(of, choice)
    wrong = tuple(label for name, label in labels.items() if name != lacks)
    where = f"{chosen.address}={outcome}"
    return Card(
        ident,
        of.say("quiz.advances-asks", words=_said(of, question, lacks)),
        labels[lacks],
        wrong,
        why,
        where,
    )


def judged(of: Material, chosen: Chosen, question: Question, lacks: str) -> str:
    """What the playbook's field makes of the row."""
    names = chosen.field.parameters
    row: dict[str, Any] = {
        "person": "p",
        "action": pick(question.action, of.language),
        "by": DAY,
        "costs": question.costs,
        "moves": question.wins[0],
    }
    held = {names[name]: value for name, value in row.items() if name != lacks}
    content = {"people": [{"id": "p"}], chosen.sheet.id: [{"id": "row", **held}]}
    deal = Deal("quiz", content, of.playbook, derived)
    found = deal.row(chosen.sheet.id, "row")
    day = parse_day(DAY)
    assert found is not None and day is not None
    return str(View(deal, day).value(found, chosen.name))


def _said(of: Material, question: Question, lacks: str) -> str:
    chance = of.random(f"advances/{question.id}/who")
    who = chance.choice(of.say("quiz.names").split("|"))
    day = chance.choice(of.say("quiz.days").split("|"))
    action = of.pick(question.action)
    return of.say(f"quiz.row-{lacks or 'whole'}", who=who, what=action, day=day)
