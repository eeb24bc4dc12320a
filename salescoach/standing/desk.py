"""Single deals judged, with what that needs at hand."""

from typing import TYPE_CHECKING

from salescoach.call import Call
from salescoach.checking import deals, desk
from salescoach.checking.deals import Entry
from salescoach.checking.judging import Judgement, judge, judge_at_once, settled
from salescoach.files.repo import check_id
from salescoach.opening import find_deal

if TYPE_CHECKING:
    from salescoach.findings import Finding


class Desk(desk.Desk):
    """A team's repo, its deals judged as `check` judges them."""

    def judge(self, entry: Entry, raw: bytes | None = None) -> Judgement:
        """A deal as its file stands, or as it would with `raw` in it. RequestError where it cannot be opened."""
        content = deals.read(self.root, entry) if raw is None else raw
        return judge(content, self.path(entry), entry, self.find, self.team, self.call.today)

    def glance(self, entry: Entry) -> Judgement:
        """The same, sooner where nothing is wrong: then the findings, all warnings and notes, have no places."""
        content = deals.read(self.root, entry)
        found = judge_at_once(content, self.path(entry), entry, self.find, self.team, self.call.today)
        return settled(found) if any(f.level == "error" for f in found.findings) else found

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
