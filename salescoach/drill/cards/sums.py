"""Sums with fresh numbers: return, payback, input to output, share, price points (METHOD.md §6.4, §7.6).

Every answer is computed by the playbook's own derived kinds.
"""

from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import NamedTuple

from salescoach.derived.bid_points import needed_extra, points
from salescoach.derived.return_measure import measures
from salescoach.drill.cards import Card, Material
from salescoach.text import say_number

NEAR = 0.006
"""How far off an answer may be, as a share: whoever rounds on the way is not wrong."""


class Sum(NamedTuple):
    """A sum: the numbers it gives, the answer, and to how many decimals it is told."""

    facts: Mapping[str, float]
    answer: float
    decimals: int = 1


def cards(of: Material) -> Iterator[Card]:
    """One for every sum, with the numbers of the seed."""
    for name, (make, where) in SUMS.items():
        ident = f"sums/{name}"
        found = make(of.random(ident))
        facts = {key: say_number(value, "en") for key, value in found.facts.items()}
        answer = round(found.answer, found.decimals)
        shown = of.say(f"quiz.unit-{name}", answer=f"{answer:.{found.decimals}f}")
        within = max(NEAR * abs(answer), 0.51 * 10**-found.decimals)
        why = of.say(f"quiz.sum-{name}-why", answer=shown, **facts)
        yield Card(ident, of.say(f"quiz.sum-{name}", **facts), shown, (), why, where, answer, within)


def _purchase(chance: Random) -> dict[str, float]:
    """A machine that pays for itself in two to four years."""
    invested = chance.randrange(12, 41) * 100
    net = round(invested / chance.choice((2, 2.5, 3, 3.2, 4)) / 10) * 10
    running = chance.randrange(4, 16) * 10
    return {"price": invested, "benefits": net + running, "running": running}


def _service(chance: Random) -> dict[str, float]:
    """A service whose output is a multiple of its input."""
    fee, effort = chance.randrange(10, 41) * 10, chance.randrange(2, 10) * 10
    return {
        "price": fee,
        "effort": effort,
        "benefits": round((fee + effort) * chance.uniform(1.8, 3.4) / 10) * 10,
    }


def _bids(chance: Random) -> dict[str, float]:
    """Three bids, ours (`own`) not the lowest, and a weight of the price."""
    low = chance.randrange(80, 121) * 10
    other = low + chance.randrange(4, 12) * 10
    return {
        "weight": chance.choice((20, 30, 40)),
        "low": low,
        "other": other,
        "own": other + chance.randrange(2, 9) * 10,
    }


def _roi(chance: Random) -> Sum:
    of = _purchase(chance)
    return Sum(of, 100 * _measured("capitalised", of)["roi"])


def _payback(chance: Random) -> Sum:
    of = _purchase(chance)
    return Sum(of, _measured("capitalised", of)["payback"])


def _ratio(chance: Random) -> Sum:
    of = _purchase(chance) | {"years": 5.0}
    return Sum(of, _measured("capitalised", of)["ratio"])


def _service_ratio(chance: Random) -> Sum:
    of = _service(chance)
    return Sum(of, _measured("expensed", of)["ratio"])


def _share(chance: Random) -> Sum:
    of = _service(chance)
    return Sum(of, 100 * _measured("expensed", of)["share"])


def _doubtful(chance: Random) -> Sum:
    """The return when benefits are 30 % lower and the investment costs 20 % more."""
    of = _purchase(chance)
    worse = measures("capitalised", of["price"] * 1.2, of["benefits"] * 0.7, running_cost=of["running"])
    return Sum(of, 100 * worse["roi"])


def _measured(spend_type: str, of: Mapping[str, float]) -> dict[str, float]:
    return measures(
        spend_type,
        of["price"],
        of["benefits"],
        internal_effort=of.get("effort", 0),
        running_cost=of.get("running", 0),
        years=of.get("years", 1),
    )


def _priced(formula: str) -> Callable[[Random], Sum]:
    def make(chance: Random) -> Sum:
        of = _bids(chance)
        return Sum(of, points(formula, of["weight"], of["own"], [of["low"], of["other"], of["own"]]))

    return make


def _extra(chance: Random) -> Sum:
    of = _bids(chance)
    prices = [of["low"], of["other"], of["own"]]
    return Sum(of, needed_extra("low_price_first", of["weight"], of["own"], prices))


SUMS: Mapping[str, tuple[Callable[[Random], Sum], str]] = {
    "roi": (_roi, "value.spend_type=capitalised"),
    "payback": (_payback, "value.spend_type=capitalised"),
    "ratio": (_ratio, "value.spend_type=capitalised"),
    "service": (_service_ratio, "value.spend_type=expensed"),
    "share": (_share, "value.spend_type"),
    "doubtful": (_doubtful, "value.spend_type=capitalised"),
    "low": (_priced("low_price_first"), "bid.formula=low_price_first"),
    "linear": (_priced("linear_from_low"), "bid.formula=linear_from_low"),
    "average": (_priced("average_benchmark"), "bid.formula=average_benchmark"),
    "fifty": (_priced("mean_fifty"), "bid.formula=mean_fifty"),
    "extra": (_extra, "bid.formula=low_price_first"),
}
"""Each sum by its name, and where its measure stands."""
