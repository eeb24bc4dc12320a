"""What to do before the visit, as a list to tick."""

from salescoach.plan.brief import Brief
from salescoach.plan.markdown import text


def render(brief: Brief) -> str:
    """One line per task."""
    tasks = brief.visit.get("tasks")
    return (
        "\n".join(f"- [ ] {text(t)}" for t in tasks if isinstance(t, str)) if isinstance(tasks, list) else ""
    )
