"""A whole run remembered: where git sees that a few deals changed and nothing else, only these are judged.

What a run came to is kept under all that it hangs on: the circumstances of every verdict, and git's list of every
file with its blob. Deals that differ from that list are taken out of the sums and put back as they are now.
"""

import json
import os
import re
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from salescoach.checking import kept
from salescoach.checking.deals import FILE, FOLDER, PLANS, Entry
from salescoach.checking.desk import Desk
from salescoach.checking.outcome import Outcome
from salescoach.checking.showing import Totals
from salescoach.files import git, verdicts
from salescoach.findings import LEVELS
from salescoach.report import Told

KIND = "whole"
SPARE = 100
"""Findings of each level that are kept beyond those that can be listed: so many may go with deals that changed."""
MOST_CHANGED = 100
"""Deals that differ from git's list; with more, every deal is looked up."""


class Whole(NamedTuple):
    """What a run came to. `first`: in the order of their paths, the deals of which something may be listed."""

    totals: Totals
    others: list[Told]
    first: list[Outcome]


def key_of(key: str, most: int, stands: git.Standing) -> str:
    """All that a run hangs on but the day, and files that differ from git's list."""
    held = sha256(f"{key}\0{most}\0".encode())
    held.update(stands.holds or b"")
    return held.hexdigest()


def changed(stands: git.Standing) -> list[Entry] | None:
    """The deals that differ from git's list; None where anything else does, too."""
    found = []
    for path, letters in stands.touched().items():
        parts = path.split("/")
        if letters != " M" or len(parts) != 3 or parts[0] != FOLDER or parts[2] != FILE:
            return None
        found.append(entry(stands, path))
    return sorted(found) if len(found) <= MOST_CHANGED else None


def entry(stands: git.Standing, path: str) -> Entry:
    """A deal as git lists it."""
    deal, all_files = path.split("/")[1], stands.holds or b""
    end = all_files.find(b"\t" + os.fsencode(path) + b"\0")
    head = all_files[all_files.rfind(b"\0", 0, end) + 1 : end].split() if end >= 0 else []
    plans = re.findall(re.escape(os.fsencode(f"\t{FOLDER}/{deal}/{PLANS}/")) + rb"([^/\0]*)\0", all_files)
    blob = head[2].decode() if len(head) == 4 else ""
    return Entry(path, deal, blob, tuple(sorted(map(os.fsdecode, plans))))


def rooms(most: int) -> dict[str, int]:
    """Of how many findings of each level the deals are kept."""
    return dict.fromkeys(LEVELS, most + SPARE)


def keep(desk: Desk, key: str, first: Iterable[Outcome], totals: Totals, others: list[Told]) -> None:
    """Keep a run of which every deal is as git lists it."""
    rows = [[one.path, *kept.to_columns(one, "", "")] for one in first]
    held = [str(desk.call.today), totals.dump(), [list(t) for t in others], rows]
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    verdicts.keep(desk.root, KIND, key, [text.encode("utf-8", "surrogateescape")])


def look_up(desk: Desk, key: str) -> Whole | None:
    """What the run under a key came to, None where it is not known, or another day."""
    rows = verdicts.load(desk.root, KIND, key)
    if rows is None:
        return None
    try:
        day, sums, others, first = json.loads(rows.decode("utf-8", "surrogateescape"))
        outcomes = [kept.from_columns(path, columns) for path, *columns in first]
        told = [Told(*t) for t in others]
        totals = Totals.load(sums)
    except (ValueError, TypeError, KeyError):
        return None
    if not day <= str(desk.call.today) <= totals.until or None in outcomes:
        return None
    return Whole(totals, told, [one for one in outcomes if one is not None])


def replaced(whole: Whole, before: Iterable[Outcome], now: Iterable[Outcome]) -> Whole | None:
    """The run with some deals as they are now; None where too much of what is listed would be gone."""
    listed_before = {one.path for one in whole.first}
    now = list(now)
    gone = dict.fromkeys(LEVELS, 0)
    for one in before:
        whole.totals.add(one, -1)
        if one.path in listed_before:
            for level, count in zip(LEVELS, one.counts, strict=True):
                gone[level] += count
    if max(gone.values()) > SPARE:
        return None
    for one in now:
        whole.totals.add(one)
    paths = {one.path for one in now}
    first = [one for one in whole.first if one.path not in paths] + [one for one in now if any(one.counts)]
    return whole._replace(first=sorted(first, key=lambda one: one.path))
