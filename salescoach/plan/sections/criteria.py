"""Criteria and competition: the matrix as a picture and as a table with what to do, per alternative."""

from collections.abc import Mapping

from salescoach.deal.deal import Row
from salescoach.fields import choice_of, known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import label, paragraphs, table

MOST_POINTS = 8


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


def _chart(brief: Brief, judged: list[tuple[Row, str]]) -> str:
    """A Mermaid quadrant chart; every label quoted, points apart from each other within their quadrant."""
    field = judged[0][0].sheet.fields["quadrant"]
    names = {c.id: label(_plain(brief, c.label)) for c in field.choices}
    lines = [
        "```mermaid",
        "quadrantChart",
        f"    x-axis {label(brief.say('we-weaker'))} --> {label(brief.say('we-stronger'))}",
        f"    y-axis {label(brief.say('less-important'))} --> {label(brief.say('more-important'))}",
        f"    quadrant-1 {names.get('winning', label(''))}",
        f"    quadrant-2 {names.get('killer', label(''))}",
        f"    quadrant-3 {names.get('valueless', label(''))}",
        f"    quadrant-4 {names.get('sleeping', label(''))}",
    ]
    corner = {
        "winning": (0.55, 0.55),
        "killer": (0.05, 0.55),
        "valueless": (0.05, 0.05),
        "sleeping": (0.55, 0.05),
    }
    used: dict[str, int] = {}
    for row, quadrant in judged[:MOST_POINTS]:
        count = used[quadrant] = used.get(quadrant, 0) + 1
        x, y = corner[quadrant]
        across, up = x + 0.1 + 0.2 * ((count - 1) % 2), y + 0.38 - 0.09 * (count - 1)
        lines.append(
            f"    {label(brief.deal.title(row, brief.language))}: [{across:.2f}, {max(up, y + 0.02):.2f}]"
        )
    return "\n".join([*lines, "```"])


def _plain(brief: Brief, content: object) -> str:
    from salescoach.text import pick

    return pick(content, brief.language)  # type: ignore[arg-type]
