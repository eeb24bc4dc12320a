"""Waivers: who may give one, for how long, and whether it is needed at all."""

from collections.abc import Iterator

from salescoach.deal.waivers import Waiver
from salescoach.fields import EXIT
from salescoach.findings import Finding
from salescoach.rules import Case


def check(case: Case) -> Iterator[Finding]:
    """A void waiver is an error, one that nothing needs a warning."""
    gates = [*(e.gate for e in case.exits), *(e.faded for e in case.exits if e.faded)]
    gates += [case.pending] if case.pending else []
    judged = [j for gate in gates for j in gate.judged]
    lacking = {j.address for j in judged if j.verdict.holds is not True}
    for waiver in case.waivers:
        if waiver.fault:
            yield _void(case, waiver)
        elif waiver.criterion not in lacking and any(j.address == waiver.criterion for j in judged):
            yield case.find(("waivers", waiver.at, "for"), "waiver-unused", "warning", value=waiver.criterion)


def _void(case: Case, waiver: Waiver) -> Finding:
    approvers = [a for a in case.team.approvers if a != case.deal.content.get("owner")]
    meant = {"no-such-criterion": sorted(case.deal.ids(EXIT)), "waiver-not-approved": approvers}
    return case.find(
        ("waivers", waiver.at, waiver.key),
        waiver.fault,
        value=waiver.by if waiver.key == "by" else waiver.criterion,
        names=meant.get(waiver.fault),
        approvers=approvers,
        criterion=waiver.criterion,
        until=str(waiver.until or ""),
        most=case.team.longest_waiver,
    )
