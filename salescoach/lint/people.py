"""The table of the customer's people: roles, gates and reports all rest on it."""

from collections.abc import Iterator

from salescoach.deal.deal import PEOPLE, ROLES
from salescoach.findings import Finding
from salescoach.lint._index import Index
from salescoach.playbook.load import Loaded
from salescoach.yamlfile.document import Path

NAME = "name"


def check(loaded: Loaded) -> Iterator[Finding]:
    """It is there, with a name and the buying roles."""
    index = Index(loaded)
    if PEOPLE not in index.tables:
        yield loaded.finding(("worksheets",), "no-people", value=PEOPLE, fields=[NAME, ROLES])
        return
    at = next(i for i, w in enumerate(index.playbook.worksheets) if w.id == PEOPLE)
    for name, kind in ((NAME, "text"), (ROLES, "choices")):
        field = index.field(PEOPLE, name)
        if field is None or field.kind != kind:
            path: Path = ("worksheets", at, "fields", *([name] if field else []))
            yield loaded.finding(path, "people-needs-field", key=True, value=name, kind=kind)
