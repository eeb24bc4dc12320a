"""`rows: table`: enough of the rows picked out meet all of `have`.

Whom we judge (`which`, `by_role`, `within_days`) is apart from what they need (`have`). With `half` or
`all` it cannot be told while the table is empty, a row cannot be judged, or none is picked out: "every
killer criterion is answered" must not hold on an empty matrix.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, NamedTuple

from salescoach.deal.conditions import Gap, Verdict, both
from salescoach.deal.conditions import judge as judge_row
from salescoach.deal.deal import PEOPLE, ROLES, Row, View
from salescoach.deal.evidence import Record
from salescoach.fields import MISSING, UNKNOWN, known
from salescoach.playbook.parameters import Parameter
from salescoach.text import parse_day

PARAMETERS = {
    "rows": Parameter("table", required=True),
    "which": Parameter("condition", of="rows"),
    "by_role": Parameter("roles"),
    "within_days": Parameter("number"),
    "at_least": Parameter("count", required=True),
    "have": Parameter("condition", required=True, of="rows"),
}


class _Judged(NamedTuple):
    picked: bool | None
    have: Verdict
    gaps: tuple[Gap, ...]

    @property
    def is_met(self) -> bool:
        return bool(self.picked and self.have.holds)


def judge(needs: Mapping[str, Any], criterion: str, view: View) -> Verdict:
    """Hold the table's rows against `needs`; the gaps are those of the rows nearest completion."""
    judged = [_judge_one(row, needs, view) for row in view.deal.rows(needs["rows"])]
    candidates = [j for j in judged if j.picked is not False]
    met = [j for j in candidates if j.is_met]
    proof = tuple(r for j in met for r in j.have.proof)
    rest = sorted((j for j in candidates if not j.is_met), key=lambda j: len(j.gaps))
    lacking_row = Gap(str(needs["rows"]), "missing", _grade(needs["have"]))
    if isinstance(needs["at_least"], int):
        short = needs["at_least"] - len(met)
        if short <= 0:
            return Verdict(True, (), proof)
        gaps = [g for j in rest[:short] for g in j.gaps]
        return Verdict(
            False, tuple(gaps) + (lacking_row,) * (short > len(rest)), proof or _begun(rest[:short])
        )
    picked = [j for j in judged if j.picked]
    if not picked or any(j.picked is None for j in judged):
        undecided = [g for j in judged if j.picked is None for g in j.gaps]
        return Verdict(None, tuple(undecided) or (lacking_row,))
    wanted = len(picked) if needs["at_least"] == "all" else -(-len(picked) // 2)
    if len(met) >= wanted:
        return Verdict(True, (), proof)
    gaps = [g for j in rest[: wanted - len(met)] for g in j.gaps]
    return Verdict(False, tuple(gaps), proof or _begun(rest))


def _begun(judged: list[_Judged]) -> tuple[Record, ...]:
    """What is proven already in rows that do not meet everything yet."""
    return tuple(r for j in judged for r in j.have.proof)


def _judge_one(row: Row, needs: Mapping[str, Any], view: View) -> _Judged:
    which = both([judge_row(needs["which"], row, view)] if "which" in needs else [])
    if "by_role" in needs:
        which = both([which, _in_role(row, needs, view)])
    picked = which.holds
    if picked and not _recent(row, needs, view):
        picked = False
    have = judge_row(needs["have"], row, view, required=True)
    return _Judged(picked, have, (*which.gaps, *(have.gaps if picked else ())))


def _in_role(row: Row, needs: Mapping[str, Any], view: View) -> Verdict:
    """Whether the row's person has one of the roles; who is not known, or without a known role, is a gap."""
    who = row.sheet.who
    ident = view.value(row, who) if who else row.id
    if not known(ident):
        return Verdict(None, (Gap(row.address(who), "unknown" if ident == UNKNOWN else "missing"),))
    person = view.deal.row(PEOPLE, ident)
    roles = view.value(person, ROLES) if person else MISSING
    if person and not known(roles):
        return Verdict(None, (Gap(person.address(ROLES), "unknown" if roles == UNKNOWN else "missing"),))
    return Verdict(ident in view.deal.people_with(needs["by_role"]))


def _recent(row: Row, needs: Mapping[str, Any], view: View) -> bool:
    if "within_days" not in needs:
        return True
    days = [parse_day(view.value(row, n)) for n, f in row.sheet.fields.items() if f.kind == "date"]
    since = view.on - timedelta(days=needs["within_days"])
    return any(known(d) and d is not None and since <= d <= view.on for d in days)


def _grade(have: Mapping[str, Any]) -> str:
    specs = [s for spec in have.values() for s in (spec if isinstance(spec, list) else [spec])]
    return next((str(s["proven_by"]) for s in specs if isinstance(s, dict) and "proven_by" in s), "")
