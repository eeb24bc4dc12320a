"""The value case: items on the customer's figures, and the measure that this kind of spending allows."""

from collections import Counter

from salescoach.deal.deal import Row
from salescoach.deal.evidence import Want
from salescoach.derived.return_measure import measures
from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, table, text
from salescoach.text import say_number

WARN_SHARE = 1 / 3
BLOCK_SHARE = 1 / 2


def render(brief: Brief) -> str:
    """Only confirmed items make the headline (METHOD.md §6.2); each measure under its own label (§6.3)."""
    rows = brief.rows("value_case")
    if not rows:
        return ""
    head = [brief.say("item"), brief.say("a-year"), brief.say("confirmed"), brief.say("counted")]
    shown = [
        [brief.title(r), brief.show(r, "amount_per_year"), _confirmed(brief, r), brief.show(r, "counted")]
        for r in rows
    ]
    return paragraphs(table(head, shown), _open(brief, rows), _doubles(brief, rows), _measures(brief))


def _open(brief: Brief, rows: list[Row]) -> str:
    """The measures below stand on confirmed items alone: how much is not confirmed yet."""
    counted = [r for r in rows if brief.room.ever.value(r, "counted") is True]
    waiting = [
        brief.room.ever.value(r, "amount_per_year")
        for r in counted
        if _confirmed(brief, r) == brief.say("no")
    ]
    amount = sum(a for a in waiting if known(a))
    return brief.say("not-confirmed", amount=say_number(amount, brief.language)) if amount else ""


def _confirmed(brief: Brief, row: Row) -> str:
    value = brief.room.ever.value(row, "amount_per_year")
    proof = (
        brief.room.ever.proof(row.address("amount_per_year"), Want("customer_written", value))
        if known(value)
        else None
    )
    if proof is None or not proof.records:
        return brief.say("no")
    return brief.name(proof.records[-1].person)


def _doubles(brief: Brief, rows: list[Row]) -> str:
    """The same pain, dimension and type twice: perhaps the same hour saved, counted twice."""
    keys = [
        tuple(str(brief.room.ever.value(r, n)) for n in ("pain", "dimension", "type"))
        for r in rows
        if _counted(brief, r)
    ]
    twice = [k for k, count in Counter(keys).items() if count > 1]
    return brief.say("counted-twice", count=len(twice)) if twice else ""


def _counted(brief: Brief, row: Row) -> bool:
    return brief.room.ever.value(row, "counted") is True and known(brief.room.ever.value(row, "pain"))


def _measures(brief: Brief) -> str:
    form = next(iter(brief.rows("value")), None)
    if form is None or not known(found := brief.room.ever.value(form, "measure")):
        return ""
    lines = []
    if "roi" in found:
        lines.append(brief.say("roi", value=f"{found['roi']:.1%}"))
    if "payback" in found:
        lines.append(brief.say("payback", value=f"{found['payback']:.2f}"))
    if "npv" in found:
        lines.append(
            brief.say(
                "npv",
                value=say_number(round(found["npv"]), brief.language),
                rate=brief.show(form, "discount_rate"),
            )
        )
    lines.append(brief.say("ratio", value=f"{found['ratio']:.2f}".rstrip("0").rstrip(".")))
    lines.append(_share(brief, found["share"]))
    lines.append(_sensitivity(brief, form))
    return "\n".join(f"- {line}" for line in lines if line)


def _share(brief: Brief, share: float) -> str:
    """They earn the big part, we the small one; above a third it is not clear, above a half not true."""
    key = "share-blocked" if share > BLOCK_SHARE else "share-warned" if share > WARN_SHARE else "share"
    return brief.say(key, value=f"{share:.0%}")


def _sensitivity(brief: Brief, form: Row) -> str:
    """The case with 30 % less of the largest benefit and 20 % more cost; a case that turns negative says so."""
    confirmed = [r for r in brief.rows("value_case") if _confirmed(brief, r) != brief.say("no")]
    amounts = [brief.room.ever.value(r, "amount_per_year") for r in confirmed]
    given = {n: brief.room.ever.value(form, n) for n in form.sheet.fields if n != "measure"}
    if not amounts or not all(known(given[n]) for n in ("spend_type", "price", "benefits")):
        return ""
    costs = {n: given[n] * 1.2 for n in ("internal_effort", "running_cost") if known(given[n])}
    years = {"years": given["years"]} if known(given["years"]) else {}
    benefits = given["benefits"] - 0.3 * max(amounts)
    worse = measures(str(given["spend_type"]), given["price"] * 1.2, benefits, **costs, **years)
    ratio = worse.get("ratio", 0)
    return brief.say("sensitivity-bad" if ratio < 1 else "sensitivity", value=text(f"{ratio:.2f}"))
