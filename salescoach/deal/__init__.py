"""What we know of one customer, and what proves it (FORMAT.md §3)."""
