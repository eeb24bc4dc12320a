"""The worksheets of one invented deal, and the evidence behind them, as far as its stage asks for them.

Each function writes one worksheet of the playbook `value-competition`, or "" where it is too early for it.
"""

from story import (
    DECIDER,
    DESIGNER,
    FINANCE,
    FUNCTIONS,
    INITIATOR,
    LEVELS,
    ROLES,
    TODAY,
    USER,
    Story,
    iso,
)

QUOTE_LASTS = 85
"""Days within which a quote still proves something (90), with some to spare."""


def lead(s: Story) -> str:
    """Where it began."""
    day = s.day(0)
    tier = s.dice.pick(("enterprise", "smb", "government_public"))
    trouble = s.words.troubles[s.industry][0]
    if s.stage > 0:
        s.prove("lead/tier", "quote", INITIATOR, day, s.phrase("tier"), "fair", tier)
    if s.has(0):
        first = s.people[INITIATOR].id
        targets = f"lead/sign lead/why_now people/{first}/business_contact step0_incubate/consent"
        s.prove(targets, "quote", INITIATOR, day, s.phrase("lead"), "fair")
    return (
        f"lead:\n  tier: {tier}\n  sign: {s.say(trouble.symptom, 4)}\n"
        f"  why_now: {s.say(s.event, 4)}{s.comment()}\n  source: {s.words.fixed['fair']}\n"
    )


def people(s: Story) -> str:
    """Whom we know there."""
    met = s.has(1)
    rows = [_person(s, at, met) for at in range(len(s.people))]
    if met:
        _prove_trust(s)
    return "people:\n" + "".join(rows)


def _person(s: Story, at: int, met: bool) -> str:
    who, dice = s.people[at], s.dice
    level = LEVELS[at]
    text = f"  - id: {who.id}\n    name: {who.name}\n    title: {s.words.titles[at]}\n    level: {level}\n"
    if at == INITIATOR:
        text += f"    business_contact: {who.id}@{s.number:06d}.example\n"
    known = met and at in (INITIATOR, DESIGNER)
    if s.stage < 4:
        text += f"    department: {s.words.departments[at]}\n    function: {FUNCTIONS[at]}\n"
    text += f"    buying_roles: {ROLES[at]}{s.comment()}\n"
    if known and dice.chance(70):
        kind = dice.pick(("analytical", "driver", "expressive", "amiable"))
        sign = s.say(dice.pick(s.words.signs), 8)
        text += f"    personality: {kind}\n    confidence: {dice.pick(('low', 'medium'))}\n    signs:\n      - {sign}\n"
    if known or s.stage < 3:
        text += f"    wants: {s.say(dice.pick(s.words.wants)) if known else 'unknown'}\n"
    if s.stage > 3 and not known:
        return text
    text += f"    stance: {dice.pick(('supporter', 'neutral')) if known else 'unknown'}\n"
    return text + f"    relationship: {'r2_interact' if known else 'r0_none'}\n"


def _prove_trust(s: Story) -> None:
    for at in (INITIATOR, DECIDER, DESIGNER) if s.stage < 4 else (INITIATOR, DESIGNER):
        roles = ROLES[at] if at == DESIGNER else ROLES[at][1:-1]
        address = f"people/{s.people[at].id}/buying_roles"
        s.prove(address, "action", at, s.day(1), s.phrase("role"), value=roles)
    for at in (INITIATOR, DESIGNER):
        address = f"people/{s.people[at].id}/relationship"
        s.prove(address, "action", at, s.day(1), s.phrase("act"), value="r2_interact")
    day = s.day(1)
    grade = "quote" if TODAY.toordinal() - day <= QUOTE_LASTS else "written"
    s.prove("step1_trust/opened-up", grade, INITIATOR, day, s.phrase("open"))


def pains(s: Story) -> str:
    """What hurts them."""
    dug = s.has(2)
    return "pains:\n" + "".join(_pain(s, at, dug) for at in range(len(s.troubles)))


def _pain(s: Story, at: int, dug: bool) -> str:
    trouble = s.troubles[at]
    owner = s.people[INITIATOR if at == 0 else s.someone(USER)].id
    text = f"  - id: {trouble.id}\n    symptom: {s.say(trouble.symptom)}\n    owner: {owner}\n"
    text += f"    chain: {trouble.chain}\n"
    if not dug:
        return text + f"    root_cause: unknown{s.comment()}\n"
    amount = 10_000 * s.dice.between(3, 90)
    text += f"    root_cause: {s.say(trouble.root)}\n    root_confirmed: {s.dice.pick(('true', 'false'))}\n"
    text += f"    impacts:\n      process:\n        text: {s.say(trouble.process, 10)}\n"
    text += (
        f"      future:\n        text: {s.say(trouble.future, 10)}\n        amount: {amount}{s.comment()}\n"
    )
    text += f"        per: {s.dice.pick(('month', 'quarter', 'year'))}\n"
    text += f"    urgency: {s.dice.between(2, 5)}\n    importance: {s.dice.between(2, 5)}\n"
    if at == 0:
        _prove_need(s, amount)
    return text


def _prove_need(s: Story, amount: int) -> None:
    trouble, day = s.troubles[0], s.day(2)
    here = f"pains/{trouble.id}"
    source = "visit" if s.stage < 5 else "mail"
    s.prove(f"{here}/symptom {here}/explicit_need", "quote", INITIATOR, day, trouble.need, source)
    confirmed = s.dice.chance(40)
    if confirmed:
        s.prove("step2_need/recap", "written", INITIATOR, s.day(2), s.phrase("recap"))
    if not confirmed or s.dice.chance(50):
        s.prove(f"{here}/impacts/process", "quote", INITIATOR, day, trouble.process, source)
        s.prove(f"{here}/impacts/future", "quote", INITIATOR, day, trouble.future, source, amount)


def commitments(s: Story) -> str:
    """What they agreed to do."""
    if s.lacks("step2_need/raises-it") or not s.has(2):
        return ""
    day = s.day(2)
    by = day + s.dice.between(3, 12)
    spoken = s.phrase("raise", by)
    s.prove("commitments/raise/moves", "quote", INITIATOR, day, spoken, value="step2_need/raises-it")
    return (
        f"commitments:\n  - id: raise\n    person: {s.people[INITIATOR].id}\n"
        f"    action: {s.say(s.words.fixed['action'])}\n    by: {iso(by)}\n    costs: reputation\n"
        "    moves: step2_need/raises-it\n"
    )


def value_case(s: Story) -> str:
    """What it is worth to them, counted their way."""
    if not s.has(3) or s.dice.chance(50):
        return ""
    trouble = s.troubles[0]
    amount = 10_000 * s.dice.between(12, 480)
    s.prove(
        f"value_case/{trouble.id}/amount_per_year",
        "written",
        s.someone(USER),
        s.day(3),
        s.phrase("value"),
        value=amount,
    )
    return (
        f"value_case:\n  - id: {trouble.id}\n    pain: {trouble.id}\n    dimension: process\n    type: cost_down\n"
        f"    how: {s.say(trouble.value)}\n    amount_per_year: {amount}{s.comment()}\n"
        f"    confidence: {s.dice.pick(('medium', 'high'))}\n    counted: true\n"
        f"value:\n  spend_type: capitalised\n  price: {amount * 2}\n  internal_effort: {amount // 5}\n"
        f"  years: 5\n  discount_rate: {s.dice.pick(('8', 'unknown'))}\n"
    )


def approval(s: Story) -> str:
    """Whether their house has said yes."""
    if not s.has(3):
        return ""
    text = (
        f"approval:\n  budget: {100_000 * s.dice.between(4, 90)}{s.comment()}\n  decisions: [whether, when]\n"
    )
    if s.waives or s.dice.chance(50):
        s.prove("step3_value/decider-met", "quote", DECIDER, s.day(3), s.phrase("decider"))
    window = s.phrase("window")
    s.prove("approval/time_window", "quote", DECIDER, s.day(3), window)
    text += f"  time_window: {s.say(window, 4)}\n"
    if not s.lacks("step3_value/approved"):
        s.prove("approval/reference", "document", DECIDER, s.day(3), s.phrase("paper"), "minutes")
        text += f"  reference: {s.words.fixed['reference']}\n"
    return text if s.stage > 4 else text + f"  strategic_goal: {s.words.fixed['goal']}\n"


def rivals(s: Story) -> str:
    """Against whom or what."""
    if s.stage < 4:
        return ""
    return (
        f"rivals:\n  - id: incumbent\n    name: {s.words.rivals[s.number % 3]}\n    kind: incumbent\n"
        f"    strength: {s.dice.pick(s.words.strengths)}\n"
    )


def criteria(s: Story) -> str:
    """By what they choose."""
    if s.stage < 4 or not s.has(4):
        return ""
    day = s.day(4)
    s.prove("step4_criteria/list-in-hand", "document", DESIGNER, day, s.phrase("list"), "minutes")
    first = s.troubles[0]
    address = f"criteria/{first.id}"
    s.prove(f"{address}/in_customer_list", "document", DESIGNER, day, first.criterion, "minutes", "listed")
    text = (
        f"criteria:\n{_criterion(s, 0, 'high', 'stronger')}    our_proof: {s.say(s.words.fixed['proof'])}\n"
    )
    if len(s.troubles) > 1 and s.dice.chance(60):
        killer = s.troubles[1].id
        s.prove(f"criteria/{killer}/customer_reaction", "written", DESIGNER, s.day(4), s.phrase("killer"))
        text += f"{_criterion(s, 1, 'high', 'weaker')}    counter_move: redefine\n"
    return text


def _criterion(s: Story, at: int, importance: str, we_are: str) -> str:
    trouble = s.troubles[at]
    measure = f"    measure: {s.say(trouble.measure)}\n" if s.stage < 6 else ""
    return (
        f"  - id: {trouble.id}\n    name: {s.say(trouble.criterion)}\n{measure}"
        f"    kind: hard\n    group: technical\n    importance: {importance}{s.comment()}\n"
        f"    weight: {s.dice.between(10, 40)}\n    said_by: {s.people[INITIATOR].id}\n"
        f"    in_customer_list: {'listed' if at == 0 else s.dice.pick(('listed', 'not_listed'))}\n"
        f"    pain: {trouble.id}\n    we_are:\n      incumbent: {we_are}\n"
    )


def harms(s: Story) -> str:
    """What a wrong choice would cost them."""
    if s.stage < 5 or not s.has(5):
        return ""
    trouble = s.troubles[0]
    mechanism = f"    mechanism: {s.say(s.words.fixed['mechanism'])}\n" if s.stage < 6 else ""
    s.prove(f"harms/{trouble.id}/voiced", "written", INITIATOR, s.day(5), s.phrase("harm"))
    return (
        f"harms:\n  - id: {trouble.id}\n    harm: {s.say(trouble.harm)}\n"
        f"{mechanism}    dimension: process\n"
        f"    sufferer: {s.people[INITIATOR].id}\n    check: {s.say(trouble.check)}\n    we_pass: true\n"
    )


def evaluation(s: Story) -> str:
    """Where we stand among them."""
    if s.stage < 5 or not s.has(5):
        return ""
    place = s.dice.pick(("first", "last_two"))
    s.prove("evaluation/our_place", "document", DESIGNER, s.day(5), s.phrase("place"), "minutes", place)
    return f"evaluation:\n  our_place: {place}\n  others_left: {s.dice.between(1, 2)}\n  tender_open: false\n"


def risks(s: Story) -> str:
    """What still keeps them awake."""
    if s.stage < 6 or s.dice.chance(40 * s.stage - 240):
        return ""
    day = s.day(6)
    worry = s.dice.pick(s.words.worries)
    s.prove("risks/first/concern_words", "written", INITIATOR, day, worry)
    text = (
        f"risks:\n  - id: first\n    concern: {s.say(worry)}\n    category: delivery\n"
        f"    person: {s.people[INITIATOR].id}\n    likelihood: medium\n    seriousness: high\n"
    )
    if s.stage > 6:
        s.prove(
            "risks/first/customer_reaction",
            "written",
            INITIATOR,
            s.day(6),
            s.phrase("killer"),
            value="accepted",
        )
        text += (
            f"    prevention_plan: {s.say(s.words.fixed['plan'])}\n    prevention_owner: {s.owner}\n"
            f"    customer_reaction: accepted\n    written_in: {s.words.fixed['written']}\n"
        )
    return text


def contract(s: Story) -> str:
    """What was agreed."""
    if s.stage < 6:
        return ""
    text = "contract:\n  reviewed: [parties, triggers, documents, delivery_proof]\n"
    text += f"  payment_terms: {s.say(s.words.fixed['terms'], 4)}\n"
    if s.stage == 6:
        return text + "  prepayment: agreed\n"
    signed = s.day(6)
    paid = min(signed + s.dice.between(0, 6), s.left(6))
    s.prove("contract/signed_on", "document", DECIDER, signed, s.phrase("signed"), "minutes", iso(signed))
    s.prove("contract/prepaid_on", "document", s.someone(USER), paid, s.phrase("paid"), "slip", iso(paid))
    return text + (
        f"  signed_on: {iso(signed)}\n  signers: {s.people[DECIDER].name}\n  prepayment: agreed\n"
        f"  prepaid_on: {iso(paid)}\n  finance_contact: {s.words.fixed['contact']}\n"
    )


def service(s: Story) -> str:
    """Whether it runs."""
    if s.stage < 7:
        return ""
    text = f"service:\n  use_level: {s.say(s.words.fixed['level'], 4)}\n"
    if s.stage == 7:
        return text + "  use_now: unknown\n"
    accepted, used, told = s.day(7), s.phrase("use"), s.day(7)
    s.prove(
        "service/accepted_on", "document", DESIGNER, accepted, s.phrase("accepted"), "minutes", iso(accepted)
    )
    s.prove("service/use_now", "written", INITIATOR, told, used)
    return text + f"  accepted_on: {iso(accepted)}\n  use_now: {s.say(used, 4)}\n"


def references(s: Story) -> str:
    """Who speaks for us."""
    if s.stage < 8 or not s.full:
        return ""
    day = s.day(7)
    s.prove("references/show/kind", "action", INITIATOR, day, s.phrase("refer"), "visit", "reference")
    return (
        f"references:\n  - id: show\n    what: {s.say(s.words.fixed['show'])}\n    kind: reference\n"
        f"    person: {s.people[INITIATOR].id}\n    given_on: {iso(day)}\n"
    )


def payments(s: Story) -> str:
    """What is owed."""
    if s.stage < 8:
        return ""
    amount, day = 10_000 * s.dice.between(9, 400), s.left(6)
    payer = s.someone(FINANCE)
    s.prove("payments/prepayment/paid", "document", payer, day, s.phrase("paid"), "slip", "full")
    fixed = s.words.fixed
    return (
        f"payments:\n  - id: prepayment\n    name: {fixed['prepay']}\n    amount: {amount}\n    due: {iso(day)}\n"
        f"    documents: [invoice]\n    paid: full\n    received: {amount}\n    received_on: {iso(day)}\n"
        f"    dispute: none_raised\n  - id: rest\n    name: {fixed['rest']}\n    amount: {amount * 2}\n"
        f"    trigger: {s.say(fixed['trigger'])}\n    due: {iso(TODAY.toordinal() + s.dice.between(5, 25))}\n"
        f"    documents: [acceptance, invoice]\n    paid: nothing\n    dispute: none_raised\n"
        f"    last_step: nothing_yet\n"
    )


ALL = (
    lead, people, pains, commitments, value_case, approval, rivals, criteria, harms, evaluation, risks, contract,
    service, references, payments,
)  # fmt: skip
"""In the order of a deal's file."""
