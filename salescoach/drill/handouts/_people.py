"""A person of a scene in one line."""

from salescoach import fields, markdown
from salescoach.deal.deal import Deal, Row
from salescoach.drill.handouts import Desk
from salescoach.fields import known

SHOWN = ("level", "buying_roles", "personality", "relationship", "stance")


def who(desk: Desk, deal: Deal, row: Row) -> str:
    """Name and what the deal knows of them."""
    language = desk.scene.language
    told = [f"**{markdown.text(deal.title(row, language))}**"]
    for name in SHOWN:
        value, field = deal.typed(row, name), row.sheet.fields.get(name)
        if field is not None and known(value):
            words = fields.kind(field.kind).show(value, field, deal, language)
            told.append(desk.say("kit.is", what=desk.text(field.label), value=markdown.text(words)))
    return " · ".join(told)
