"""Criteria and competition: the matrix as a picture and as a table with what to do, per alternative."""

from collections.abc import Mapping

from salescoach.deal.deal import Row
from salescoach.fields import choice_of, known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, table
from salescoach.plan.pictures.quadrant import Corner, Quadrant
from salescoach.text import pick


def render(brief: Brief) -> str:
    """One matrix per rival (METHOD.md §7.4): a criterion may win against one and be fatal against another."""
    rows = brief.rows("criteria")
    if not rows:
        return ""
    rivals = brief.rows("rivals")
    return paragraphs(*(_against(brief, rival, rows) for rival in rivals)) or brief.say("no-alternatives")


def _against(brief: Brief, rival: Row, rows: list[Row]) -> str:
    placed = [(r, _quadrant(brief, r, rival.id)) for r in rows]
    judged = [(r, q) for r, q in placed if q]
    heading = f"### {brief.say('against', rival=brief.title(rival))}"
    if not judged:
        return paragraphs(heading, brief.say("not-judged"))
    head = [brief.pick(rows[0].sheet.table), brief.say("quadrant"), brief.say("do"), brief.say("do-not")]
    lines = [_line(brief, r, q) for r, q in judged]
    open_ones = [brief.title(r) for r, q in placed if not q]
    more = brief.say("not-placed", what=brief.say("semicolon").join(open_ones)) if open_ones else ""
    return paragraphs(heading, _chart(brief, judged), table(head, lines), more)


def _quadrant(brief: Brief, row: Row, rival: str) -> str:
    value = brief.view.value(row, "quadrant")
    return str(value.get(rival, "")) if isinstance(value, Mapping) else ""


def _line(brief: Brief, row: Row, quadrant: str) -> list[str]:
    found = choice_of(row.sheet.fields["quadrant"], quadrant)
    move = brief.view.value(row, "counter_move")
    chosen = (
        choice_of(row.sheet.fields["counter_move"], move) if known(move) and quadrant == "killer" else None
    )
    if found is None:
        return [brief.title(row), quadrant, "", ""]
    advice = brief.pick(chosen.advice or chosen.hint) if chosen else brief.pick(found.advice)
    lead = f"{brief.pick(chosen.label)}{brief.say('colon')}" if chosen else ""
    return [brief.title(row), brief.pick(found.label), lead + advice, brief.pick(found.avoid)]


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
