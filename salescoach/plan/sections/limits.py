"""Lines not to cross: the compliance gates that this stage's exit names (METHOD.md §0.4)."""

from salescoach.plan.brief import Brief


def render(brief: Brief) -> str:
    """One line per gate, in the playbook's words."""
    gates = {g.id: g for g in brief.deal.playbook.compliance}
    named = [gates[i] for i in brief.stage.exit.forbid if i in gates]
    return "\n".join(f"- {brief.pick(g.title)}{brief.say('colon')}{brief.pick(g.rule)}" for g in named)
