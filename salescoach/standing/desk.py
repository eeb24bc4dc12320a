"""What judging single deals needs at hand: the repo, the team's settings, playbooks by name."""

from pathlib import Path
from typing import TYPE_CHECKING

from salescoach.call import Call
from salescoach.checking import deals, method
from salescoach.checking.deals import Entry
from salescoach.checking.judging import Judgement, judge
from salescoach.files.repo import check_id
from salescoach.opening import find_deal, shown, team_of

if TYPE_CHECKING:
    from salescoach.findings import Finding


class Desk:
    """A team's repo, judged as `check` judges it. `settings`: what is wrong in `salescoach.yaml`."""

    def __init__(self, call: Call, root: Path) -> None:
        self.call = call
        self.root = root
        self.team, self.settings = team_of(root)
        top = shown(root)
        self._shown = "" if top == "." else f"{top}/"
        self._methods: dict[str, method.Method | None] = {}

    def find(self, name: str) -> method.Method | None:
        """A playbook by its name, read once; None when there is none."""
        if name not in self._methods:
            self._methods[name] = method.load(self.root, self.call, name)
        return self._methods[name]

    def path(self, entry: Entry) -> str:
        """A deal's file as a person would type it."""
        return f"{self._shown}{entry.path}"

    def judge(self, entry: Entry, raw: bytes | None = None) -> Judgement:
        """A deal as its file stands, or as it would with `raw` in it. RequestError where it cannot be opened."""
        content = deals.read(self.root, entry) if raw is None else raw
        return judge(content, self.path(entry), entry, self.find, self.team, self.call.today)

    def broken_playbook(self, judgement: Judgement) -> list["Finding"]:
        """What is wrong in the playbook that a deal names, where that is why the deal cannot be judged."""
        content = judgement.document.data
        name = content.get("playbook") if isinstance(content, dict) else None
        found = self.find(name) if isinstance(name, str) and judgement.case is None else None
        return found.findings if found is not None else []


def desk_of(call: Call, ident: str) -> tuple[Desk, Entry]:
    """The desk, and the deal of that id. RequestError where there is no such deal, naming those there are."""
    root, _ = find_deal(call, ident)
    (entry,) = deals.named(root, [str(root / deals.FOLDER / check_id(ident) / deals.FILE)])
    return Desk(call, root), entry
