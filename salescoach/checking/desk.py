"""What judging single deals needs at hand: the repo, the team's settings, playbooks by name."""

from pathlib import Path
from typing import TYPE_CHECKING

from salescoach.call import Call
from salescoach.checking import method
from salescoach.opening import shown, team_of

if TYPE_CHECKING:
    from salescoach.checking.deals import Entry
    from salescoach.findings import Finding
    from salescoach.playbook.model import Playbook


class Desk:
    """A team's repo. `settings`: what is wrong in `salescoach.yaml`; `shown`: what stands before paths in findings."""

    def __init__(self, call: Call, root: Path) -> None:
        self.call = call
        self.root = root
        self.team, self.settings = team_of(root)
        path = shown(root)
        self.shown = "" if path == "." else f"{path}/"
        self._methods: dict[str, method.Method] = {}

    def find(self, name: str) -> method.Method:
        """A playbook by its name, read once."""
        if name not in self._methods:
            self._methods[name] = method.load(self.root, self.call, name)
        return self._methods[name]

    def path(self, entry: "Entry") -> str:
        """A deal's file as a person would type it."""
        return f"{self.shown}{entry.path}"

    @property
    def playbooks(self) -> list["Playbook"]:
        """Those that were needed so far."""
        return [m.playbook for m in self._methods.values() if m.playbook is not None]

    def broken_playbooks(self) -> list["Finding"]:
        """What is wrong in the playbooks that were needed so far."""
        return [f for m in self._methods.values() for f in m.findings if f.level == "error"]
