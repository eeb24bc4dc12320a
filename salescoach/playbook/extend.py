"""A playbook that extends another: what it takes away, changes and adds, applied to its base.

First its own plain fields replace the base's, then `remove`, `change` and `add` are applied in this order.
"""

from collections.abc import Iterable

from salescoach.findings import Finding
from salescoach.playbook.part import Part
from salescoach.playbook.remove import remove

OWN = ("format", "id", "version", "title")
"""What every playbook says of itself, whatever it extends."""
PLAIN = (*OWN, "summary", "languages", "evidence_expires", "plan")
"""Fields that a playbook which extends another may state anew; the others hold items, and would be lost."""
KEYED = ("types", "fields", "cell")
"""Mappings whose keys are ids that an author chooses."""


def extend(base: Part, own: Part) -> list[Finding]:
    """Make `base` what `own` (all that the extending playbook's files hold) makes of it; findings at `own`."""
    findings = [own.finding("missing-key", key_name=name) for name in OWN if name not in own.mapping]
    ident, taken = own.mapping.get("id"), base.mapping.get("id")
    if ident and taken and ident.held == taken.held:
        findings.append(ident.finding("id-taken", value=ident.held, first=taken.place))
    steps = {"extends": None, "remove": remove, "change": change, "add": add}
    for name, part in own.mapping.items():
        if name in steps:
            continue
        if name in base.mapping and name not in PLAIN:
            findings.append(_would_replace(part, name))
        else:
            base.mapping[name] = part
    for name, step in steps.items():
        if step and name in own.mapping:
            findings += step(base, own.mapping[name])
    base.source = own.source
    return findings


def _would_replace(part: Part, name: str) -> Finding:
    first = part.items[0] if part.items else part
    apart = first.source.document is not part.source.document  # in a folder of its name
    return (first if apart else part).finding("would-replace", key=not apart, key_name=name)


def change(base: Part, by: Part, keyed: bool = False) -> list[Finding]:
    """Mappings merge, lists of items with ids merge by id, anything else is replaced; no item is new."""
    found: list[Finding] = []
    for name, new in by.mapping.items():
        old = base.mapping.get(name)
        if old is None and keyed:
            found.append(_unknown(new, name, list(base.mapping), key=True))
        elif old is not None and isinstance(old.held, dict) and isinstance(new.held, dict):
            found += change(old, new, keyed=name in KEYED)
        elif old is not None and new.items and _has_ids(old):
            found += _change_items(old, new)
        else:
            base.mapping[name] = new
    return found


def _change_items(base: Part, by: Part) -> list[Finding]:
    found: list[Finding] = []
    seen: dict[object, int] = {}
    for new in by.items:
        old = base.item(new.ident)
        if new.ident is None:
            found.append(new.finding("missing-key", key_name="id"))
        elif old is None:
            found.append(_unknown(new.mapping["id"], new.ident, [i.ident for i in base.items]))
        elif repr(new.ident) in seen:
            first = seen[repr(new.ident)]
            found.append(new.mapping["id"].finding("duplicate-id", value=new.ident, first=first))
        else:
            found += change(old, new)
        seen.setdefault(repr(new.ident), new.finding("").line)
    return found


def add(base: Part, by: Part) -> list[Finding]:
    """What is not there is put in, at the end of its list; what is there is only descended into."""
    found: list[Finding] = []
    for name, new in by.mapping.items():
        old = base.mapping.get(name)
        if old is None:
            base.mapping[name] = new
        elif isinstance(old.held, dict) and isinstance(new.held, dict):
            found += add(old, new)
        elif isinstance(old.held, list) and isinstance(new.held, list):
            found += _add_items(old, new)
        elif name != "id" or old.held != new.held:
            found.append(new.finding("already-there", key=True, key_name=name, first=old.place))
    return found


def _add_items(base: Part, by: Part) -> list[Finding]:
    found: list[Finding] = []
    for new in by.items:
        old = base.item(new.ident) if new.ident is not None else None
        if new.ident is None and _has_ids(base):
            found.append(new.finding("missing-key", key_name="id"))
        elif old is None:
            base.items.append(new)
        elif len(new.mapping) == 1:
            found.append(new.finding("already-there", key_name=str(new.ident), first=old.place))
        else:
            found += add(old, new)
    return found


def _has_ids(part: Part) -> bool:
    return bool(part.items) and all(i.ident is not None for i in part.items)


def _unknown(part: Part, value: object, names: Iterable[object], key: bool = False) -> Finding:
    return part.finding("not-in-base", key, value=value, names=[str(n) for n in names])
