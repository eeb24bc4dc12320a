"""`rows: table`: enough of the rows picked out meet all of `have`.

Whom we judge (`which`, `by_role`, `within_days`) is apart from what they need (`have`). With `half` or
`all` it cannot be told while the table is empty, a row cannot be judged, or none is picked out: "every
killer criterion is answered" must not hold on an empty matrix.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, NamedTuple

from salescoach.deal.conditions import HOLDS, Gap, Verdict, both
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
    is_met: bool
    gaps: tuple[Gap, ...]
    proof: tuple[Record, ...]


def judge(needs: Mapping[str, Any], criterion: str, view: View) -> Verdict:
    """Hold the table's rows against `needs`; the gaps are those of the rows nearest completion."""
    judged = [_judge_one(row, needs, view) for row in view.deal.rows(needs["rows"])]
    met = [j for j in judged if j.is_met]
    picked = [j for j in judged if j.picked]
    asked = needs["at_least"]
    if not isinstance(asked, int):
        if not picked or any(j.picked is None for j in judged):
            undecided = [g for j in judged if j.picked is None for g in j.gaps]
            return Verdict(None, tuple(undecided) or (_lacking_row(needs),))
        asked = len(picked) if asked == "all" else -(-len(picked) // 2)
    short = asked - len(met)
    if short <= 0:
        return Verdict(True, (), _proof(met))
    rest = [j for j in judged if j.picked is not False and not j.is_met]
    rest.sort(key=lambda j: len(j.gaps))
    gaps = [g for j in rest[:short] for g in j.gaps]
    if short > len(rest):
        gaps.append(_lacking_row(needs))
    begun = rest[:short] if isinstance(needs["at_least"], int) else rest
    return Verdict(False, tuple(gaps), _proof(met) or _proof(begun))


def _lacking_row(needs: Mapping[str, Any]) -> Gap:
    return Gap(str(needs["rows"]), "missing", _grade(needs["have"]))


def _proof(judged: list[_Judged]) -> tuple[Record, ...]:
    """What is proven in rows, be it that they do not meet everything yet."""
    return tuple([record for j in judged for record in j.proof])


def _judge_one(row: Row, needs: Mapping[str, Any], view: View) -> _Judged:
    which = judge_row(needs["which"], row, view) if "which" in needs else HOLDS
    if "by_role" in needs:
        which = both([which, _in_role(row, needs, view)])
    picked = which.holds
    if picked is False or (picked and not _recent(row, needs, view)):
        return _Judged(False, False, (), ())
    have = judge_row(needs["have"], row, view, required=True)
    gaps = which.gaps + have.gaps if picked else which.gaps
    return _Judged(picked, bool(picked and have.holds), gaps, have.proof)


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
