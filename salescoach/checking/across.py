"""What is wrong between deals: two files of one deal, names that differ in case alone, folders without a deal."""

import os
import unicodedata
from array import array
from collections.abc import Iterator
from itertools import pairwise

from salescoach.checking.deals import Listing
from salescoach.checking.outcome import Outcome
from salescoach.errors import RequestError
from salescoach.files.repo import check_id
from salescoach.findings import Finding


class Across:
    """Compares deals with one another, of which it keeps as little as can be: there may be very many.

    `shown` stands before paths in findings.
    """

    def __init__(self, shown: str) -> None:
        self._shown = shown
        self._paths = bytearray()
        self._same = array("q")
        self._names = array("q")
        self._found: list[Finding] = []

    def add(self, one: Outcome) -> None:
        """One more deal; they come in the order of their paths."""
        deal = one.path.split("/")[1]
        self._paths += os.fsencode(one.path) + b"\0"
        self._same.append(hash(one.same) if one.same else 0)
        self._names.append(hash(_plain(deal)))
        try:
            check_id(deal)
        except RequestError as error:
            self._find(one.path, f"deal-{error.key}", "error", value=deal)

    def findings(self, listing: Listing) -> list[Finding]:
        """Findings about several files, or about folders of a listing that was passed."""
        for folder in listing.orphans:
            self._find(folder, "no-deal-file", "warning", value=folder)
        for folder in listing.nested:
            self._find(folder, "repo-of-its-own", "error", value=folder)
        first: dict[int, str] = {}
        for path, same in self._repeated(self._same):
            if same and first.setdefault(same, path) != path:
                self._find(path, "same-deal", "warning", other=f"{self._shown}{first[same]}")
        names: dict[str, str] = {}
        for path, _ in self._repeated(self._names):
            deal = path.split("/")[1]
            other = names.setdefault(_plain(deal), deal)
            if other != deal:
                self._find(path, "same-name", "error", value=deal, other=other)
        return self._found

    def _repeated(self, marks: "array[int]") -> Iterator[tuple[str, int]]:
        """Path and mark of the deals whose mark is not theirs alone."""
        twice = {mark for mark, following in pairwise(sorted(marks)) if mark == following}
        if twice:
            paths = self._paths.split(b"\0")
            yield from ((os.fsdecode(bytes(paths[n])), mark) for n, mark in enumerate(marks) if mark in twice)

    def _find(self, path: str, rule: str, level: str, **facts: str) -> None:
        self._found.append(Finding(f"{self._shown}{path}", 0, 0, rule, level, facts))


def _plain(deal: str) -> str:
    """A name as a disk that knows no case takes it."""
    return deal.lower() if deal.isascii() else unicodedata.normalize("NFC", deal).casefold()
