"""Requirements of the exit criteria: a kind that exists, with the parameters it declares."""

from collections.abc import Iterator

from salescoach import requirements
from salescoach.findings import Finding
from salescoach.lint import _parameters
from salescoach.lint._index import Index, Need, split
from salescoach.playbook.load import Loaded


def check(loaded: Loaded) -> Iterator[Finding]:
    """Each requirement by itself, alternatives included."""
    index = Index(loaded)
    for need in index.needs():
        first = next(iter(need.needs), "")
        if not need.kind:
            names = requirements.names()
            yield loaded.finding(
                (*need.path, first), "unknown-requirement", key=True, value=first, names=names
            )
            continue
        declared = requirements.kind(need.kind).PARAMETERS
        yield from _parameters.check(_parameters.Given(index, need.path, need.needs, declared), need.kind)
        if need.kind == "covers":
            yield from _coverable(index, need)
        elif "by_role" in need.needs:
            yield from _by_role(index, need)


def _coverable(index: Index, need: Need) -> Iterator[Finding]:
    """Without choices there is nothing to cover."""
    name = str(need.needs["covers"])
    field = index.field(*split(name))
    if field is None:
        return
    if not field.choices:
        yield index.loaded.finding((*need.path, "covers"), "no-choices", value=name)
        return
    wanted = need.needs.get("at_least")
    if "values" not in need.needs and isinstance(wanted, int) and wanted > len(field.choices):
        yield index.loaded.finding((*need.path, "at_least"), "bad-count", value=wanted)


def _by_role(index: Index, need: Need) -> Iterator[Finding]:
    """Rows of a table that names no person cannot be picked by a person's role."""
    sheet = index.sheets.get(str(need.needs["rows"]))
    if sheet is not None and not sheet.who and sheet.id != index.people:
        yield index.loaded.finding((*need.path, "by_role"), "no-who", key=True, value=sheet.id)
