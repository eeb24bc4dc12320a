"""What the parts of a scene are called: acts, the places of facts, types of lines."""

from collections.abc import Iterable

from salescoach import markdown
from salescoach.drill.heard import TYPES
from salescoach.drill.scene import COMMITMENTS, Scene
from salescoach.fields import EXIT
from salescoach.messages import Say
from salescoach.playbook.scenario import ACTS


def act(scene: Scene, name: str, say: Say) -> str:
    """A type of line, an act that every drill notices, or a sign of the rubric."""
    sign = next((s for s in scene.rubric.signs if s.id == name), None)
    if sign is not None:
        return scene.pick(sign.label)
    if name in ACTS:
        return say(f"drill.act-{name}")
    if name in TYPES:
        return say(f"drill.type-{name}")
    kind = scene.playbook.types.get(name)
    return scene.pick(kind.label) if kind is not None else name


def acts(scene: Scene, names: Iterable[str], say: Say) -> str:
    """Several acts, of which one is enough."""
    return " / ".join(act(scene, name, say) for name in names)


def place(scene: Scene, address: str, *, row_last: bool = False) -> str:
    """A fact's place in words: the row, the worksheet's field, the key; with `row_last` what tells facts of a row apart
    comes first, for lines that are cut.
    """
    fact = next((one for one in scene.facts if one.at == address), None)
    sheet = next((w for w in scene.playbook.worksheets if fact is not None and w.id == fact.sheet), None)
    if fact is None or sheet is None:
        return scene.hidden.name(EXIT, address, scene.language)
    field = sheet.fields.get(fact.field)
    key = next((k for k in field.keys if k.id == fact.key), None) if field is not None else None
    words = [scene.pick(one.label) for one in (field, key) if one is not None]
    row = scene.hidden.row(fact.sheet, fact.row)
    name = scene.hidden.title(row, scene.language) if row is not None else ""
    colon = "：" if scene.language.startswith("zh") else ": "
    parts = [name, " · ".join(words)] if name else [" · ".join(words)]
    return colon.join(reversed(parts) if row_last else parts)


def advance(scene: Scene, ident: str) -> str:
    """What the buyer would agree to."""
    rows = {offer.id: offer.row for offer in scene.scenario.advances}
    return scene.hidden.name(COMMITMENTS, rows.get(ident, ident), scene.language)


def wanted(scene: Scene, kind: str, of: str, say: Say) -> list[str]:
    """What it takes to pass (`score.Wanted`), as Markdown: one thing, or each that is critical."""
    listed = of.split(", ")
    match kind:
        case "found":
            listed = [place(scene, of)]
        case "advance":
            listed = [" / ".join(advance(scene, ident) for ident in listed)]
        case "shown" | "never":
            listed = [act(scene, of, say)]
        case "critical":
            listed = [critical(scene, ident) for ident in listed]
    return [say(f"drill.wants-{kind}", of=markdown.text(one)) for one in listed]


def critical(scene: Scene, ident: str) -> str:
    """What fails a run: a row of the rubric, or why a moment does."""
    row = next((row for row in scene.rubric.rows if row.id == ident), None)
    if row is not None:
        return scene.pick(row.title)
    return next((scene.pick(one.why) for one in scene.scenario.moments if one.id == ident), ident)


def made_of(scene: Scene, say: Say) -> str:
    """Which deal a drill was made of, and what of it nobody ever said, as Markdown; "" for any other drill."""
    deal = scene.scenario.deal
    return f"*{say('drill.invented-all', deal=markdown.text(deal))}*" if deal else ""
