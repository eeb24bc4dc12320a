"""For the customer: the same agenda without our questions, our parts and our aims."""

from itertools import groupby

from salescoach.plan.brief import Brief
from salescoach.plan.markdown import table
from salescoach.plan.sections.agenda import timed

SHARED = True


def render(brief: Brief) -> str:
    """Minutes and topics; neighbours of one name become one."""
    blocks = groupby(timed(brief), key=lambda pair: pair[0].shared)
    rows = [[str(sum(n for _, n in group)), shared] for shared, group in blocks]
    return table([brief.say("min"), ""], rows)
