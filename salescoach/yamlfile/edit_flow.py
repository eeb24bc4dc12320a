"""Changes within brackets: `[a, b]` and `{a: 1}` stay on their lines."""

from typing import Any

from salescoach.yamlfile.layout import Entry, Layout, is_empty
from salescoach.yamlfile.match import pairs, same
from salescoach.yamlfile.render import flow, key_text
from salescoach.yamlfile.splices import Splices


class FlowEditor:
    """Collects the splices that turn a flow collection into what is wanted."""

    def __init__(self, layout: Layout, splices: Splices) -> None:
        self.layout = layout
        self.splices = splices

    def edit(self, node: Any, have: Any, want: Any) -> None:
        """`node` holds `have`; both are mappings or both lists, and neither is empty."""
        if node.id == "mapping":
            self._mapping(node, have, want)
        else:
            self._sequence(node, have, want)

    def _mapping(self, node: Any, have: dict[str, Any], want: dict[str, Any]) -> None:
        entries = first_entries(node, self.layout.entries(node), have)
        kept = [name for name in entries if name in want]
        if not kept:
            return self._whole(node, want)
        for name in kept:
            self._value(entries[name], have[name], want[name])
        for name, anchor in new_keys(want, kept):
            text = f", {key_text(name, True)}: {flow(want[name])}"
            self.splices.replace(entries[anchor].end, entries[anchor].end, text)
        return self._delete(list(entries.values()), {i for i, name in enumerate(entries) if name not in want})

    def _sequence(self, node: Any, have: list[Any], want: list[Any]) -> None:
        entries = self.layout.entries(node)
        found = list(pairs(have, want))
        if not any(i is not None and j is not None for i, j in found):
            return self._whole(node, want)
        anchor = None
        for i, j in found:
            if i is not None and j is not None:
                self._value(entries[i], have[i], want[j])
                anchor = entries[i].end
            elif j is not None and anchor is None:
                self.splices.replace(entries[0].start, entries[0].start, flow(want[j]) + ", ")
            elif j is not None and anchor is not None:
                self.splices.replace(anchor, anchor, ", " + flow(want[j]))
        return self._delete(entries, {i for i, j in found if i is not None and j is None})

    def _value(self, entry: Entry, have: Any, want: Any) -> None:
        node = entry.node
        if same(have, want):
            return
        if have and want and type(have) is type(want) and isinstance(want, dict | list):
            self.edit(node, have, want)
        elif is_empty(node):
            colon = self.layout.text[entry.mark - 1 : entry.mark] == ":"
            self.splices.replace(entry.mark, entry.mark, (" " if colon else ": ") + flow(want))
        else:
            self._whole(node, want)

    def _whole(self, node: Any, want: Any) -> None:
        style = getattr(node, "style", None) or ""
        self.splices.replace(node.start_mark.index, self.layout.end(node), flow(want, style))

    def _delete(self, entries: list[Entry], gone: set[int]) -> None:
        """Takes items out with their commas; at least one stays."""
        for first, last in runs(gone):
            if last + 1 < len(entries):
                self.splices.replace(entries[first].start, entries[last + 1].start, "")
            else:
                self.splices.replace(entries[first - 1].end, entries[last].end, "")


def first_entries(node: Any, entries: list[Entry], have: dict[str, Any]) -> dict[str, Entry]:
    """A mapping's entries by key, in file order: those that were read, of equal keys the first."""
    found: dict[str, Entry] = {}
    for (key, _), entry in zip(node.value, entries, strict=True):
        if key.id == "scalar" and key.value in have:
            found.setdefault(key.value, entry)
    return found


def new_keys(want: dict[str, Any], kept: list[str]) -> list[tuple[str, str]]:
    """Each new key with the kept key it goes after: the nearest before it in `want`, or the last of all."""
    anchor, found, known = kept[-1], [], set(kept)
    for name in want:
        if name in known:
            anchor = name
        else:
            found.append((name, anchor))
    return found


def runs(indexes: set[int]) -> list[tuple[int, int]]:
    """The stretches of neighbours among `indexes`, as (first, last)."""
    found: list[tuple[int, int]] = []
    for index in sorted(indexes):
        if found and found[-1][1] == index - 1:
            found[-1] = found[-1][0], index
        else:
            found.append((index, index))
    return found
