"""`return_measure`: what the purchase returns, by the measure that its kind of spending allows (METHOD.md §6.3).

Capitalised spending: return on investment a year, payback in years, net present value where a rate is
given, and output to input over the years. Expensed spending: output to input only; no ROI exists for
it. The measures answer different questions and are never printed under one label. Also the supplier's
share of the value, and the case with the largest benefit 30 % lower and costs 20 % higher.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from salescoach.deal.deal import Row, View
from salescoach.fields import MISSING, known
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    name: Parameter("field", required=name in ("spend_type", "price", "benefits"))
    for name in (
        "spend_type",
        "price",
        "internal_effort",
        "running_cost",
        "years",
        "discount_rate",
        "benefits",
    )
}


def inputs(parameters: Mapping[str, Any]) -> Sequence[str]:
    """Every parameter names a field of the row."""
    return [parameters[name] for name in PARAMETERS if name in parameters]


def compute(parameters: Mapping[str, Any], row: Row, view: View) -> Any:
    """A mapping from measure to number (`roi` and `share` as fractions), MISSING when it cannot be told."""
    given = {n: view.value(row, parameters[n]) for n in PARAMETERS if n in parameters}
    if not all(known(given.get(n, MISSING)) for n in ("spend_type", "price", "benefits")):
        return MISSING
    return measures(
        given["spend_type"],
        given["price"],
        given["benefits"],
        **{n: given[n] for n in _OPTIONAL if known(given.get(n, MISSING))},
    )


_OPTIONAL = ("internal_effort", "running_cost", "years", "discount_rate")


def measures(
    spend_type: str,
    price: float,
    benefits: float,
    internal_effort: float = 0,
    running_cost: float = 0,
    years: float = 1,
    discount_rate: float | None = None,
) -> dict[str, float]:
    """The measures for a yearly `benefits` and `running_cost` over `years`; `discount_rate` in percent."""
    invested = price + internal_effort
    found: dict[str, float] = {}
    if invested <= 0 or years <= 0 or benefits <= 0 or running_cost < 0:
        return found
    net = benefits - running_cost
    if spend_type == "capitalised":
        found["roi"] = net / invested
        if net > 0:
            found["payback"] = invested / net
        if discount_rate is not None:
            rate, count = discount_rate / 100, int(years)
            found["npv"] = net * ((1 - (1 + rate) ** -count) / rate if rate else count) - invested
    found["ratio"] = benefits * years / (invested + running_cost * years)
    found["share"] = price / (benefits * years)
    return found
