"""What happens in one invented deal: its chance, its days, its people, and the evidence that gathers."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from random import Random
from typing import NamedTuple, TypeVar

from vocabulary import EN, FAMILY_IDS, ZH, Trouble, Words

TODAY = date(2026, 11, 20)
"""The day on which the deals are looked at: `check --today`."""
STAGES = (
    "step0_incubate", "step1_trust", "step2_need", "step3_value", "step4_criteria", "step5_shield",
    "step6_close", "step7_expect", "step8_collect",
)  # fmt: skip
SHARES = (17, 18, 18, 15, 11, 8, 6, 4, 3)
"""How many of a hundred deals are in each stage: a funnel."""
APPROVERS = ("sun-lan", "he-jun")
OWNERS = ("lin-qing", "zhao-peng", "wu-di", "ma-rui", "chen-yi")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
LAST_DAYS = (3, 18)
"""A deal has been in its stage for this long; as long it was in the ones before: no proof of step 1 is too old."""
IDLE_DAYS = (200, 260)
INITIATOR, DECIDER, DESIGNER, USER, FINANCE = range(5)
ROLES = ("[initiator]", "[decision_maker]", "[evaluator, designer]", "[user]", "[user]")
LEVELS = ("managerial", "decision", "operational", "operational", "operational")
FUNCTIONS = ("using", "other", "technical", "using", "finance")

T = TypeVar("T")


class Dice:
    """Chance that is the same everywhere: only `random()` of a generator is promised to stay as it is."""

    def __init__(self, seed: str) -> None:
        self.roll = Random(seed).random

    def below(self, most: int) -> int:
        """A whole number from 0 to `most` - 1."""
        return int(self.roll() * most)

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return least + int(self.roll() * (most - least + 1))

    def pick(self, among: Sequence[T]) -> T:
        """One of several."""
        return among[int(self.roll() * len(among))]

    def chance(self, percent: int) -> bool:
        """Whether it happens, so many times in a hundred."""
        return self.roll() * 100 < percent


class Person(NamedTuple):
    """One of the customer's people."""

    id: str
    name: str


class Story:
    """One deal. `stage` counts from 0; `entered` are the days (ordinals) on which each stage was entered."""

    def __init__(self, seed: int, number: int) -> None:
        self.number = number
        self.dice = Dice(f"{seed}/{number}")
        dice = self.dice
        self.chinese = dice.chance(55)
        self.words: Words = ZH if self.chinese else EN
        self.stage = self._stage(dice.below(100))
        self.full = dice.chance(60)
        self.flavour = self._flavour(dice.below(100))
        self.entered = self._days()
        self.industry = dice.pick(("printing", "telecom", "equipment"))
        self.people = self._people()
        self.troubles = self._troubles()
        self.missed = self._missed()
        self.evidence: list[str] = []
        self.visits: set[int] = set()
        self.quoting = dice.below(4)
        self.owner = dice.pick(OWNERS)
        self.event = dice.pick(self.words.events)

    def _stage(self, share: int) -> int:
        for stage, more in enumerate(SHARES):
            share -= more
            if share < 0:
                return stage
        raise AssertionError(share)

    def _flavour(self, share: int) -> str:
        """Of a hundred deals 6 are broken, 9 give warnings, 4 have a waiver that they need."""
        if share < 6:
            return "broken"
        for limit, flavour in ((9, "late"), (12, "idle"), (15, "spare-waiver"), (19, "waived")):
            if share < limit:
                return flavour if self.stage > 2 or flavour == "idle" else "plain"
        return "plain"

    def _days(self) -> list[int]:
        day = TODAY.toordinal() - self.dice.between(*(IDLE_DAYS if self.flavour == "idle" else LAST_DAYS))
        days = [day]
        for _ in range(self.stage):
            day -= self.dice.between(8, 18)
            days.insert(0, day)
        return days

    def _people(self) -> list[Person]:
        dice, words = self.dice, self.words
        at, step = dice.below(len(FAMILY_IDS)), dice.pick((1, 5, 7, 11))
        found = []
        for _ in range(5 if dice.chance(15) else 4 if dice.chance(50) else 3):
            given = dice.pick(words.given)
            name = f"{words.family[at]}{'' if self.chinese else ' '}{given}"
            found.append(Person(FAMILY_IDS[at], name))
            at = (at + step) % len(FAMILY_IDS)
        return found

    def _troubles(self) -> list[Trouble]:
        known = self.words.troubles[self.industry]
        at = self.dice.below(len(known))
        count = 3 if self.stage < 2 else 2 if self.stage < 4 and self.dice.chance(40) else 1
        return [known[(at + n) % len(known)] for n in range(count)]

    def _missed(self) -> tuple[int, ...]:
        """The stages that a late entry never went through."""
        if self.flavour != "late":
            return ()
        return (2, 3) if self.stage > 3 else (2,)

    @property
    def waives(self) -> str:
        """The criterion that the deal's waiver stands for, or ""."""
        if self.flavour not in ("waived", "spare-waiver"):
            return ""
        return "step3_value/approved" if self.stage > 3 else "step2_need/raises-it"

    def someone(self, wanted: int) -> int:
        """The person of a part, or the last we know where that part is not filled."""
        return min(wanted, len(self.people) - 1)

    def lacks(self, criterion: str) -> bool:
        """Whether this criterion is unmet, and waived."""
        return self.flavour == "waived" and self.waives == criterion

    def has(self, stage: int) -> bool:
        """Whether something of a stage was found out: always of those left, sometimes of the present one."""
        if stage in self.missed:
            return False
        return self.stage > stage or (self.stage == stage and self.dice.chance(40))

    def day(self, stage: int) -> int:
        """A day within a stage, as an ordinal."""
        end = self.entered[stage + 1] if stage < self.stage else TODAY.toordinal()
        first = self.entered[stage]
        return first + self.dice.below(max(1, end - first))

    def left(self, stage: int) -> int:
        """The day on which a stage was left."""
        return self.entered[stage + 1]

    def spoken(self, day: int) -> str:
        """A day as one says it."""
        month, on = iso(day)[5:].split("-")
        return f"{int(month)}月{int(on)}日" if self.chinese else f"{int(on)} {MONTHS[int(month) - 1]}"

    def say(self, text: str, indent: int = 6) -> str:
        """A sentence as this author writes it: plain, in quotes of either kind, or folded."""
        how = self.quoting if self.dice.chance(70) else self.dice.below(4)
        if how == 0 and ": " not in text:
            return text
        if how == 3 and len(text) > 48 - 24 * self.chinese:
            return f">-\n{' ' * indent}{text}"
        return "'" + text.replace("'", "''") + "'" if how == 2 else f'"{text}"'

    def phrase(self, key: str, day: int = 0) -> str:
        """Something that a customer says or does."""
        text = self.dice.pick(self.words.said[key])
        return text.format(event=self.event, day=self.spoken(day) if day else "")

    def comment(self) -> str:
        """Now and then a remark at the end of a line."""
        return f"  # {self.dice.pick(self.words.comments)}" if self.dice.chance(12) else ""

    def prove(
        self,
        targets: str,
        grade: str,
        who: int,
        day: int,
        words: str,
        source: str = "mail",
        value: object = "",
    ) -> None:
        """Put one record into the evidence; several targets are parted by spaces."""
        listed = targets.split(" ")
        at = f" {targets}" if len(listed) == 1 else "".join(f"\n      - {t}" for t in listed)
        if source == "visit":
            self.visits.add(day)
            kept = visit(day)
        else:
            kept = self.words.fixed[source].format(day=self.spoken(day))
        origin = (
            "" if source == "mail" and self.stage > 3 and self.dice.chance(75) else f"    source: {kept}\n"
        )
        held = "" if value == "" else f"\n    value: {value}"
        self.evidence.append(
            f"  - for:{at}{held}\n    grade: customer_{grade}\n    person: {self.people[who].id}\n"
            f"    date: {iso(day)}\n    words: {self.say(words)}\n{origin}"
        )


@cache
def iso(day: int) -> str:
    """An ordinal as a date is written."""
    return date.fromordinal(day).isoformat()


def visit(day: int) -> str:
    """The id of the visit of a day."""
    return f"{iso(day)}-visit"
