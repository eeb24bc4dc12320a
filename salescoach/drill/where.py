"""Where something stands in a playbook, in words: from an address to the headings a reader follows."""

from salescoach.playbook.model import LocalText, Playbook
from salescoach.text import pick


def where(playbook: Playbook, address: str, language: str) -> str:
    """`criteria.quadrant=killer` as `Purchase criteria and competition matrix › Quadrant › Killer criterion`.

    Addresses: `worksheet`, `worksheet.field`, `worksheet.field=choice`; `stages/…`, `stages/…/criterion`, `types/…`,
    `questions/…`, `buying_stages/…`, `compliance/…`. "" for what is not there.
    """
    head, slash, rest = address.partition("/")
    steps = _listed(playbook, head, rest) if slash else _field(playbook, address)
    return " › ".join(pick(step, language).rstrip("。.") for step in steps)


def _field(playbook: Playbook, address: str) -> list[LocalText]:
    place, equals, choice = address.partition("=")
    sheet_id, dot, name = place.partition(".")
    sheet = next((s for s in playbook.worksheets if s.id == sheet_id), None)
    if sheet is None:
        return []
    title = sheet.title or sheet.table or sheet.form or sheet.id
    field = sheet.fields.get(name)
    if field is None:
        return [] if dot else [title]
    labels = [c.label for c in [*field.choices, *field.keys] if str(c.id) == choice]
    return [] if equals and not labels else [title, field.label, *labels]


def _listed(playbook: Playbook, head: str, rest: str) -> list[LocalText]:
    if head == "stages":
        stage_id, slash, wanted = rest.partition("/")
        stage = next((s for s in playbook.stages if s.id == stage_id), None)
        titles = [c.title for c in stage.exit.criteria if c.id == wanted] if stage else []
        return [] if stage is None or (slash and not titles) else [stage.title, *titles]
    if head == "types":
        return [playbook.types[rest].label] if rest in playbook.types else []
    if head == "questions":
        labels = [playbook.types[q.type].label for q in playbook.questions if q.id == rest]
        return [*labels, rest] if labels else []
    if head == "buying_stages":
        return [b.title for b in playbook.buying_stages if b.id == rest]
    return [g.title for g in playbook.compliance if g.id == rest] if head == "compliance" else []
