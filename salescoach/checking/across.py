"""What is wrong between deals: two files of one deal, names that differ in case alone, folders without a deal."""

import unicodedata
from collections.abc import Sequence

from salescoach.checking.deals import Listing
from salescoach.checking.outcome import Outcome
from salescoach.errors import RequestError
from salescoach.files.repo import check_id
from salescoach.findings import Finding


def across(outcomes: Sequence[Outcome], listing: Listing, shown: str) -> list[Finding]:
    """Findings about several files, or about folders; `shown` stands before paths in findings."""
    found = [
        Finding(f"{shown}{folder}", 0, 0, rule, level, {"value": folder})
        for rule, level, folders in (
            ("no-deal-file", "warning", listing.orphans),
            ("repo-of-its-own", "error", listing.nested),
        )
        for folder in folders
    ]
    first: dict[str, str] = {}
    names: dict[str, str] = {}
    for one in outcomes:
        path, deal = one.path, one.path.split("/")[1]
        if one.same:
            other = first.setdefault(one.same, path)
            if other != path:
                found.append(
                    Finding(f"{shown}{path}", 0, 0, "same-deal", "warning", {"other": f"{shown}{other}"})
                )
        plain = unicodedata.normalize("NFC", deal).casefold() if not deal.isascii() else deal.lower()
        other = names.setdefault(plain, deal)
        if other != deal:
            found.append(
                Finding(f"{shown}{path}", 0, 0, "same-name", "error", {"value": deal, "other": other})
            )
        found += _bad_name(f"{shown}{path}", deal)
    return found


def _bad_name(path: str, deal: str) -> list[Finding]:
    try:
        check_id(deal)
    except RequestError as error:
        return [Finding(path, 0, 0, f"deal-{error.key}", "error", {"value": deal})]
    return []
