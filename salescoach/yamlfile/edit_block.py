"""Changes in block style: whole lines come and go, scalars change in place.

What happens to comments: one behind a deleted value goes with it, and so do those within it and those
below it that are indented deeper; comments above a deleted entry stay. New entries go behind the
comments that belong to the entry before them by their indentation.
"""

from typing import Any

from salescoach.yamlfile.edit_flow import FlowEditor, first_entries, new_keys, runs
from salescoach.yamlfile.layout import Entry, Layout, Unclear, is_empty
from salescoach.yamlfile.match import pairs, same
from salescoach.yamlfile.render import Habit, block, document, flow, mapping, row
from salescoach.yamlfile.splices import Splices


class BlockEditor:
    """Collects the splices that turn a tree into what is wanted."""

    def __init__(self, layout: Layout, splices: Splices, habit: Habit) -> None:
        self.layout = layout
        self.splices = splices
        self.habit = habit
        self.flow = FlowEditor(layout, splices)

    def root(self, node: Any, have: Any, want: Any) -> None:
        """The whole document."""
        if node is not None and self._inside(node, have, want):
            return
        lines = document(want, self.habit)
        if node is None or is_empty(node):
            end = len(self.layout.text)
            self.splices.lines(end, end, lines)
            return
        start = int(node.start_mark.index)
        if not self.layout.opens_line(start):
            raise Unclear
        self.splices.lines(self.layout.line_start(start), self.layout.next_line(self.layout.end(node)), lines)

    def _inside(self, node: Any, have: Any, want: Any) -> bool:
        """Edits within a collection that stays what it is; False if it must be written anew."""
        if not have or not want or type(have) is not type(want) or node.id == "scalar":
            return False
        if node.flow_style:
            self.flow.edit(node, have, want)
            return True
        return self._mapping(node, have, want) if node.id == "mapping" else self._sequence(node, have, want)

    def _mapping(self, node: Any, have: dict[str, Any], want: dict[str, Any]) -> bool:
        entries = first_entries(node, self.layout.entries(node), have)
        kept = [name for name in entries if name in want]
        if not kept:
            return False
        column = self.layout.column(next(iter(entries.values())).start)
        habit = self.habit._replace(sequence=self._list_indent(entries, column))
        for name in kept:
            self._value(entries[name], column, have[name], want[name], habit=habit)
        for name, anchor in new_keys(want, kept):
            at = self.layout.after(entries[anchor].end, column)
            self.splices.lines(at, at, mapping({name: want[name]}, column, habit))
        gone = {i for i, name in enumerate(entries) if name not in want}
        self._delete(list(entries.values()), gone, column)
        return True

    def _list_indent(self, entries: dict[str, Entry], column: int) -> int:
        """How far the lists in this mapping are indented, where it has any."""
        for entry in entries.values():
            if entry.node.id == "sequence" and not entry.node.flow_style:
                return self.layout.column(entry.node.start_mark.index) - column
        return self.habit.sequence

    def _sequence(self, node: Any, have: list[Any], want: list[Any]) -> bool:
        entries = self.layout.entries(node)
        column = self.layout.column(entries[0].start)
        found = list(pairs(have, want))
        inline = not self.layout.opens_line(entries[0].start)
        if inline and (not found or found[0][0] is None or found[0][1] is None):
            return False
        at = self.layout.line_start(entries[0].start)
        near = entries[0]
        for i, j in found:
            if i is not None and j is not None:
                near = entries[i]
                self._value(near, column, have[i], want[j], habit=self.habit, dash=True)
                at = self.layout.after(near.end, column)
            elif j is not None:
                self.splices.lines(at, at, self._row(want[j], column, near))
        self._delete(entries, {i for i, j in found if i is not None and j is None}, column)
        return True

    def _row(self, item: object, column: int, near: Entry) -> list[str]:
        """The lines of a new item, in the style of one that is near."""
        gap = self._gap(near)
        if item and isinstance(item, dict) and near.node.id == "mapping" and near.node.flow_style:
            return [" " * column + "-" + " " * gap + flow(item)]
        return row(item, column, self.habit, gap)

    def _gap(self, entry: Entry) -> int:
        """The spaces between an item's dash and the item."""
        start = int(entry.node.start_mark.index)
        beside = not is_empty(entry.node) and self.layout.same_line(entry.mark, start)
        return start - entry.mark if beside else 1

    def _value(
        self, entry: Entry, column: int, have: Any, want: Any, *, habit: Habit, dash: bool = False
    ) -> None:
        if same(have, want) or self._inside(entry.node, have, want):
            return
        node, layout = entry.node, self.layout
        start = int(node.start_mark.index)
        beside = is_empty(node) or layout.same_line(entry.mark, start)
        open_below = beside or layout.next_line(entry.mark) == layout.line_start(start)
        style = getattr(node, "style", None) or ""
        text_blocks = open_below and not layout.glues(entry.end, column)
        first, below = block(want, column, habit, style, text_blocks)
        if dash and want and isinstance(want, dict | list):
            gap = self._gap(entry)
            lines = row(want, column, habit, gap)
            first, below = lines[0][column + 1 + gap :], lines[1:]
        if is_empty(node) or not beside:
            self.splices.replace(entry.mark, entry.mark, " " + first if first else "")
        else:
            self.splices.replace(start if first else entry.mark, entry.end, first)
        after = layout.next_line(entry.end)
        self.splices.lines(after if beside else layout.line_start(start), after, below)

    def _delete(self, entries: list[Entry], gone: set[int], column: int) -> None:
        layout = self.layout
        for first, last in runs(gone):
            if layout.opens_line(entries[first].start):
                for entry in entries[first : last + 1]:
                    self.splices.lines(layout.line_start(entry.start), layout.after(entry.end, column), [])
            elif last + 1 < len(entries):
                self._delete_beside_dash(entries[first].start, entries[last].end, entries[last + 1].start)
            else:
                raise Unclear

    def _delete_beside_dash(self, start: int, end: int, following: int) -> None:
        """The next entry moves up behind the dash, unless comments stand between."""
        layout = self.layout
        if layout.next_line(end) == layout.line_start(following):
            self.splices.replace(start, following, "")
            return
        while layout.text[start - 1] == " ":
            start -= 1
        self.splices.replace(start, layout.line_end(end), "")
