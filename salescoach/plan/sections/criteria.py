"""Criteria and competition: the matrix as a picture and as a table with what to do, per alternative."""

from collections.abc import Mapping

from salescoach.deal.deal import Row
from salescoach.fields import choice_of
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, table
from salescoach.plan.pictures.quadrant import Corner, Quadrant
from salescoach.text import pick

SHOWN = ("quadrant", "weight", "customer_reaction")
LACKING = {"killer": "no-move", "winning": "no-proof", "sleeping": "no-proof"}
"""What a criterion of the quadrant needs from us; the valueless ones need nothing."""


def render(brief: Brief) -> str:
    """One matrix per rival (METHOD.md §7.4): a criterion may win against one and be fatal against another."""
    rows = brief.rows("criteria")
    if not rows:
        return ""
    rivals = brief.rows("rivals")
    if not rivals:
        return brief.say("no-alternatives")
    return paragraphs(*(_against(brief, rival, rows) for rival in rivals), _advice(brief, rows))


def _against(brief: Brief, rival: Row, rows: list[Row]) -> str:
    placed = [(r, _quadrant(brief, r, rival.id)) for r in rows]
    judged = [(r, q) for r, q in placed if q]
    heading = f"### {brief.say('against', rival=brief.title(rival))}"
    if not judged:
        return paragraphs(heading, brief.say("not-judged"))
    fields = rows[0].sheet.fields
    quadrant, weight, said = (brief.pick(fields[n].label) for n in SHOWN)
    head = [brief.pick(rows[0].sheet.table), quadrant, weight, brief.say("proof-or-move"), said]
    lines = [_line(brief, r, q) for r, q in judged]
    open_ones = [brief.title(r) for r, q in placed if not q]
    more = brief.say("not-placed", what=brief.say("semicolon").join(open_ones)) if open_ones else ""
    return paragraphs(heading, _chart(brief, judged), table(head, lines), more)


def _advice(brief: Brief, rows: list[Row]) -> str:
    """What to do with each quadrant there is, once."""
    field = rows[0].sheet.fields["quadrant"]
    held = {q for r in rows for q in _quadrants(brief, r).values()}
    lines = []
    for choice in (c for c in field.choices if c.id in held):
        avoid = brief.say("not-so", what=brief.pick(choice.avoid)) if choice.avoid else ""
        lines.append(brief.sentences(brief.advice(choice), avoid))
    return "\n".join(f"- {line}" for line in lines)


def _quadrants(brief: Brief, row: Row) -> Mapping[str, str]:
    value = brief.view.value(row, "quadrant")
    return value if isinstance(value, Mapping) else {}


def _quadrant(brief: Brief, row: Row, rival: str) -> str:
    return str(_quadrants(brief, row).get(rival, ""))


def _line(brief: Brief, row: Row, quadrant: str) -> list[str]:
    """Where it stands, what it weighs, what we can show or how we meet it, and what they said to that."""
    found = choice_of(row.sheet.fields["quadrant"], quadrant)
    move = brief.chosen(row, "counter_move") if quadrant == "killer" else None
    answer = brief.advice(move) if move else brief.show(row, "our_proof")
    said = brief.show(row, "customer_reaction")
    return [
        brief.title(row),
        brief.pick(found.label) if found else quadrant,
        brief.show(row, "weight") or "–",
        answer or (brief.say(LACKING[quadrant]) if quadrant in LACKING else "–"),
        brief.say("quoted", words=said) if said else "–",
    ]


_CORNERS: dict[str, Corner] = {
    "winning": "top_right",
    "killer": "top_left",
    "valueless": "bottom_left",
    "sleeping": "bottom_right",
}


def _chart(brief: Brief, judged: list[tuple[Row, str]]) -> str:
    """The quadrants as a picture: across how strong we are, upwards how important it is to them."""
    field = judged[0][0].sheet.fields["quadrant"]
    names = {_CORNERS[str(c.id)]: pick(c.label, brief.language) for c in field.choices if c.id in _CORNERS}
    points = tuple((brief.deal.title(r, brief.language), _CORNERS[q]) for r, q in judged if q in _CORNERS)
    return brief.picture(
        Quadrant(
            x_low=brief.say("we-weaker"),
            x_high=brief.say("we-stronger"),
            y_low=brief.say("less-important"),
            y_high=brief.say("more-important"),
            top_right=names.get("top_right", ""),
            top_left=names.get("top_left", ""),
            bottom_left=names.get("bottom_left", ""),
            bottom_right=names.get("bottom_right", ""),
            points=points,
        )
    )
