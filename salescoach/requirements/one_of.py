"""`one_of: [...]`: any one of them holds; the gap shown is the nearest; no nesting."""

from collections.abc import Mapping
from typing import Any

from salescoach import requirements
from salescoach.deal.conditions import Verdict, nearest
from salescoach.deal.deal import View
from salescoach.playbook.parameters import Parameter

PARAMETERS = {"one_of": Parameter("requirements", required=True)}


def judge(needs: Mapping[str, Any], criterion: str, view: View) -> Verdict:
    """The first that holds, else the one with the fewest gaps."""
    return nearest(requirements.judge(n, criterion, view) for n in needs["one_of"])
