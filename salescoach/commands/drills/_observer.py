"""Somebody who counts at a terminal, live or afterwards: every key is on the disk before the next one."""

import time
from typing import TYPE_CHECKING

from salescoach.call import Call

if TYPE_CHECKING:
    from salescoach.dialogue import Ask
    from salescoach.drill.counting import Event, Item
    from salescoach.drill.scene import Scene
    from salescoach.files.journal import Journal
    from salescoach.terminal.tally import Line

SPACE = "␣"
"""How the space bar is shown."""


class Observer:
    """Somebody who counts at a terminal. `did`: what they counted so far."""

    def __init__(
        self,
        call: Call,
        scene: "Scene",
        items: "list[Item]",
        journal: "Journal",
        before: list[dict[str, object]],
    ) -> None:
        from salescoach.drill.counting import events

        self._call, self._scene, self._items, self._journal = call, scene, items, journal
        self._records = list(before)
        self.did: list[Event] = events(self._records)

    # live

    def watch(self, start: int) -> int | None:
        """Count until it is over; the last second, None where it was put aside."""
        from salescoach.terminal import show
        from salescoach.terminal.tally import watch

        show.note(self._call.say("observed.keys"), "dim")
        how, end = watch(self, start)
        self._keep(act="leave" if how == "leave" else "end", at=end)
        return None if how == "leave" else end

    def lines(self, seconds: int) -> "list[Line]":
        """The clock, every item with its key and count, the last moment."""
        from salescoach.drill.counting import is_speaking, tallied
        from salescoach.drill.sheet import minute
        from salescoach.terminal.tally import Line

        say, limit = self._call.say, self._scene.scenario.minutes * 60
        who = say("observed.seller-speaks" if is_speaking(self.did) else "observed.others-speak")
        head = say("observed.clock", at=minute(seconds), of=minute(limit), who=who)
        told = tallied(self.did, self._items, seconds)
        found = [Line(head, "bold")]
        for one in self._items:
            number, also = told[one.id]
            key = f"{one.key}/{one.key.upper()}" if one.tally.also else one.key.replace(" ", SPACE)
            count = "–" if number is None else f"{number}" + (f"/{also}" if one.tally.also else "")
            found.append(Line(f"{key:>5} {count:>5}  {one.title}", "bold" if number and one.critical else ""))
        return [*found, Line(self._last(), "dim")]

    def press(self, key: str, seconds: int) -> None:
        """Count what the key stands for."""
        from unicodedata import normalize

        from salescoach.drill.counting import press

        found = press(normalize("NFKC", key), self._items)
        if found is not None:
            self._keep(act=found[0], of=found[1], at=seconds)

    def undo(self) -> None:
        """Take the last one back."""
        if self.did:
            self._keep(act="back", at=self.did[-1].at)

    def words(self, text: str, seconds: int) -> None:
        """Words as they fell, for the last moment."""
        self._keep(act="words", words=text, at=seconds)

    def prompt(self) -> str:
        """What is shown before words are typed."""
        return self._call.say("observed.words-prompt")

    def _last(self) -> str:
        from salescoach.drill.sheet import minute

        if not self.did:
            return self._call.say("observed.nothing-yet")
        last = self.did[-1]
        titles = {one.id: one.title for one in self._items}
        what = last.words or titles.get(last.of, "") or self._call.say(f"observed.did-{last.act}")
        return self._call.say("observed.last", at=minute(last.at), what=what)

    # afterwards

    def ask(self) -> int | None:
        """Ask for one number after the other; None where it was put aside."""
        from salescoach.dialogue import Reply
        from salescoach.terminal.prompts import Terminal
        from salescoach.terminal.signals import caught

        terminal = Terminal(self._call.say, self._call.today, plans=False)
        with caught():
            while (item := next(filter(self._is_open, self._items), None)) is not None:
                first = not self._of(item)
                reply: Reply = terminal.ask(self._question(item, not first))
                if reply.act == "leave":
                    self._keep(act="leave", at=0)
                    return None
                if reply.act == "back":
                    self.undo()
                elif first and reply.act == "skip":
                    self._keep(act="skip", of=item.id, at=0)
                elif first:
                    self._keep(act="number", of=item.id, number=int(reply.value), at=0)
                else:
                    also = int(reply.value or 0)
                    self._keep(act="number", of=item.id, number=self._of(item)[-1].number, also=also, at=0)
        return 0

    def _of(self, item: "Item") -> "list[Event]":
        return [one for one in self.did if one.of == item.id]

    def _is_open(self, item: "Item") -> bool:
        """Whether something is still to be asked: the number, then what is counted beside it."""
        told = self._of(item)
        return not told or (len(told) == 1 and bool(item.tally.also) and told[0].act == "number")

    def _question(self, one: "Item", also: bool) -> "Ask":
        from salescoach.dialogue import Ask

        say, unit = self._call.say, one.tally.also if also else one.tally.unit
        words = say(f"observed.ask-{unit}", title=one.title)
        kind = "confirm" if unit == "yes_no" else "number"
        return Ask(f"{one.id}/{unit}", kind, words, unknown=False, above=one.tally.goal)

    def _keep(self, **record: object) -> None:
        """On the disk before anything else happens."""
        from salescoach.drill.counting import events

        kept = {**record, "wall": int(time.time())}
        self._journal.append(kept)
        self._records.append(kept)
        self.did = events(self._records)
