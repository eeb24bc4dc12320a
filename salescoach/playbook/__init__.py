"""What a team knows: one selling method as content (FORMAT.md §2)."""
