"""The terminal edge: the only place that prints and asks."""
