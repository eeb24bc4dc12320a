"""The customer's card: who they are, what they hide and what opens it, mines, objections, advances."""

from salescoach import fields, markdown
from salescoach.drill import naming
from salescoach.drill.buyer import TOO_COLD, agreed
from salescoach.drill.handouts import Desk, bullets, joined
from salescoach.drill.handouts._people import who
from salescoach.drill.handouts._when import conditions, opens, own_words, signed
from salescoach.drill.handouts.seller import facts
from salescoach.drill.scene import COMMITMENTS, Fact
from salescoach.drill.state import COLDEST, WARMEST
from salescoach.fields import known
from salescoach.playbook.scenario import Advance, Mine, Objection, Remark

FALLBACKS = (
    "default", "vague", "too-early", "told-before", "pitch", "summary", "small-talk", "silence", "cold", "time-up",
)  # fmt: skip
"""What a customer has to say when nothing else on the card fits."""
MOST_WORDS = 8
"""Words that set off a mine: so many are named."""


def render(desk: Desk) -> list[str]:
    """One card; none where several play a meeting."""
    scene, scenario = desk.scene, desk.scene.scenario
    if scenario.players:
        return []
    return [
        joined(
            desk.head(desk.say("kit.customer")),
            f"**{desk.say('kit.keep-hidden')}** {facts(desk)}",
            desk.section("you-are", *_person(desk)),
            desk.section("you-begin", f"“{desk.text(scenario.opening)}”" if scenario.opening else ""),
            desk.section("rules", desk.listed(desk.room.customer)),
            desk.section("hidden", *(_fact(desk, at, one) for at, one in enumerate(scene.facts, 1))),
            desk.section("freely", bullets([_remark(desk, one) for one in scenario.freely])),
            desk.section("mines", *(_mine(desk, at, one) for at, one in enumerate(scenario.mines, 1))),
            desk.section("objections", *(_objection(desk, one) for one in scenario.objections)),
            desk.section("events", bullets(_events(desk))),
            desk.section("advances", *(_advance(desk, one) for one in scenario.advances)),
            desk.section("nothing-fits", _fallbacks(desk)),
        )
    ]


def _person(desk: Desk) -> list[str]:
    scene, scenario, deal = desk.scene, desk.scene.scenario, desk.scene.hidden
    row = deal.row("people", scenario.buyer)
    if row is None:
        return [desk.text(scenario.buyer_brief)]
    field = row.sheet.fields.get("personality")
    choice = fields.choice_of(field, row.cells.get("personality")) if field is not None else None
    lines = [who(desk, deal, row)]
    if choice is not None:
        lines += [desk.say("kit.manner", text=desk.text(choice.hint))] if choice.hint else []
        lines += [desk.say("kit.wants", text=desk.text(choice.advice))] if choice.advice else []
        lines += [desk.say("kit.dislikes", text=desk.text(choice.avoid))] if choice.avoid else []
    others = {one.person for one in scene.facts} | {one.speaker for one in scenario.events}
    rows = [deal.row("people", ident) for ident in sorted(others - {scenario.buyer, ""})]
    also = [desk.say("kit.also-play", who=who(desk, deal, one)) for one in rows if one is not None]
    scale = "  ".join(
        f"({signed(n)})" if n == scenario.mood else signed(n) for n in range(COLDEST, WARMEST + 1)
    )
    return [
        bullets([*lines, *also]),
        desk.text(scenario.buyer_brief),
        desk.say("kit.mood", scale=scale, cold=signed(TOO_COLD)),
    ]


def _fact(desk: Desk, at: int, fact: Fact) -> str:
    say, scene = desk.say, desk.scene
    lines = opens(desk, fact)
    if fact.reaction.hint is not None:
        lines.append(say("kit.hint", words=desk.text(fact.reaction.hint)))
    if fact.reaction.too_early is not None:
        lines.append(say("kit.too-early", words=desk.text(fact.reaction.too_early)))
    if fact.reaction.feel:
        lines.append(say("kit.feel", change=signed(fact.reaction.feel)))
    speaker = markdown.text(scene.person(fact.person)) if fact.person != scene.scenario.buyer else ""
    words = say("kit.says-as", name=speaker, words=markdown.text(fact.says)) if speaker else ""
    head = f"**{at}. {markdown.text(naming.place(scene, fact.at))}**"
    head += f" {say('drill.invented')}" if fact.is_invented else ""
    return f"{head}\n\n> {words or f'“{markdown.text(fact.says)}”'}\n\n{bullets(lines)}"


def _remark(desk: Desk, one: Remark) -> str:
    example = next(iter(own_words(desk.scene, one.ask_like or one.about)), "")
    return desk.say("kit.freely-told", example=markdown.text(example), words=desk.text(one.says))


def _mine(desk: Desk, at: int, mine: Mine) -> str:
    say, scene = desk.say, desk.scene
    words = own_words(scene, mine.words)[:MOST_WORDS]
    lines = []
    if mine.acts:
        lines.append(say("kit.they-do", acts=markdown.text(naming.acts(scene, mine.acts, say))))
    if words:
        lines.append(say("kit.they-say", words=markdown.text(say("kit.comma").join(words))))
    if mine.before is not None:
        lines.append(say("kit.until", minute=mine.before))
    if mine.unless:
        lines.append(say("kit.unless", acts=markdown.text(naming.acts(scene, mine.unless, say))))
    if mine.critical:
        lines.append(say("kit.is-critical"))
    head = say("kit.mine", number=at, change=signed(mine.mood), words=desk.text(mine.says))
    return f"{head}\n\n{bullets(lines)}"


def _objection(desk: Desk, one: Objection) -> str:
    say, scene = desk.say, desk.scene
    when = [say("kit.at-minute", minute=one.minute)] if one.minute is not None else []
    when += [say("kit.they-did", acts=naming.acts(scene, one.acts, say))] if one.acts else []
    first = markdown.text(say("kit.or").join(when))
    lines = [
        say(
            "kit.settled", acts=markdown.text(naming.acts(scene, one.good, say)), words=desk.text(one.settled)
        ),
        say("kit.worse", acts=markdown.text(naming.acts(scene, one.bad, say)), words=desk.text(one.worse))
        if one.bad
        else say("kit.not-settled", words=desk.text(one.worse)),
    ]
    if one.ignored is not None:
        lines.append(say("kit.ignored", words=desk.text(one.ignored)))
    if one.unless:
        lines.append(say("kit.unless", acts=markdown.text(naming.acts(scene, one.unless, say))))
    if one.critical:
        lines.append(say("kit.is-critical"))
    words = f"“{desk.text(one.says)}”"
    if one.speaker and one.speaker != scene.scenario.buyer:
        words = say("kit.says-as", name=markdown.text(scene.person(one.speaker)), words=desk.text(one.says))
    return f"**{first}** {words}\n\n{bullets(lines)}"


def _events(desk: Desk) -> list[str]:
    found = []
    for one in desk.scene.scenario.events:
        says = f" “{desk.text(one.says)}”" if one.says is not None else ""
        found.append(f"**{desk.say('kit.at-minute', minute=one.minute)}** {desk.text(one.tells)}{says}")
    return found


def _advance(desk: Desk, offer: Advance) -> str:
    say, scene = desk.say, desk.scene
    deal = scene.deal({**scene.truth, **agreed(scene, offer)})
    row = deal.row(COMMITMENTS, offer.row)
    told = [f"**{markdown.text(naming.advance(scene, offer.id))}**"]
    for name in ("by", "costs") if row is not None else ():
        assert row is not None
        value, field = deal.typed(row, name), row.sheet.fields.get(name)
        if field is not None and known(value):
            shown = fields.kind(field.kind).show(value, field, deal, scene.language)
            told.append(say("kit.is", what=desk.text(field.label), value=markdown.text(shown)))
    example = next(iter(own_words(scene, offer.ask_like)), "")
    lines = [markdown.text(say("kit.asked-for", example=example))] if example else []
    lines += conditions(desk, offer)
    lines.append(say("kit.grants", words=desk.text(offer.says)))
    lines.append(say("kit.refuses", words=desk.text(offer.refuses)))
    return f"{' · '.join(told)}\n\n{bullets(lines)}"


def _fallbacks(desk: Desk) -> str:
    scene = desk.scene
    cells = []
    for situation in FALLBACKS:
        lines = scene.lines(situation, scene.scenario.buyer)
        cells.append(
            [desk.say(f"kit.when-{situation}"), " / ".join(f"“{desk.text(one)}”" for one in lines[:2])]
        )
    return markdown.table([desk.say("kit.head-when"), desk.say("kit.head-say")], cells)
