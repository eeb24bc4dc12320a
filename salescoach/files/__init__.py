"""The disk edge: the only place that reads, lists and writes files."""
