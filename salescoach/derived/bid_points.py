"""`bid_points`: the price points of a bid by the tender's published formula (METHOD.md §7.6).

Every formula compares the row's price with those of all rows of its table; which formula and which weight
hold is the tender's to say. Under a formula around the mean, the cheapest bid is not the best one.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from salescoach.deal.deal import Row, View
from salescoach.fields import MISSING, known
from salescoach.playbook.parameters import Parameter

PARAMETERS = {
    "price": Parameter("field", required=True),
    "formula": Parameter("place", required=True),
    "weight": Parameter("place", required=True),
}


def inputs(parameters: Mapping[str, Any]) -> Sequence[str]:
    """The price."""
    return [parameters["price"]]


def compute(parameters: Mapping[str, Any], row: Row, view: View) -> Any:
    """Points, at most the weight; MISSING while a price, the formula or the weight is not known."""
    formula, weight = (_of_form(view, parameters[name]) for name in ("formula", "weight"))
    prices = [view.value(other, parameters["price"]) for other in view.deal.rows(row.sheet.id)]
    own = view.value(row, parameters["price"])
    if formula not in FORMULAS or not all(known(v) for v in (weight, own, *prices)) or min(prices) <= 0:
        return MISSING
    return points(str(formula), weight, own, prices)


def _of_form(view: View, place: str) -> Any:
    sheet, _, name = place.partition(".")
    form = view.deal.row(sheet, "")
    return view.value(form, name) if form is not None else MISSING


def points(formula: str, weight: float, price: float, prices: Sequence[float]) -> float:
    """The points of `price` among all `prices` (its own too), never below 0; `weight` is the most there are."""
    return max(0.0, FORMULAS[formula](weight, price, prices))


def needed_extra(formula: str, weight: float, price: float, prices: Sequence[float]) -> float:
    """The points that must be won outside price to draw level with whoever has most for theirs."""
    best = max(points(formula, weight, other, prices) for other in prices)
    return best - points(formula, weight, price, prices)


def _low_price_first(weight: float, price: float, prices: Sequence[float]) -> float:
    return weight * min(prices) / price


def _linear_from_low(weight: float, price: float, prices: Sequence[float]) -> float:
    return weight * (1 - (price - min(prices)) / min(prices))


def _average_benchmark(weight: float, price: float, prices: Sequence[float]) -> float:
    """One point off for each percent above the mean, half a point for each percent below."""
    above = _percent_above_mean(price, prices)
    return weight - (above if above > 0 else -above / 2)


def _mean_fifty(weight: float, price: float, prices: Sequence[float]) -> float:
    """Half the weight at the mean, a hundredth of it for each percent, at most all of it."""
    return min(weight, weight * (50 - _percent_above_mean(price, prices)) / 100)


def _percent_above_mean(price: float, prices: Sequence[float]) -> float:
    mean = sum(prices) / len(prices)
    return (price - mean) / mean * 100


FORMULAS: Mapping[str, Callable[[float, float, Sequence[float]], float]] = {
    "low_price_first": _low_price_first,
    "linear_from_low": _linear_from_low,
    "average_benchmark": _average_benchmark,
    "mean_fifty": _mean_fifty,
}
"""By the id that a playbook's choice has: lowest gets all; off the lowest in proportion; around the mean."""
