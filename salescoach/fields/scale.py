"""`scale`: one of the field's choices, which are ordered from low to high."""

from salescoach.fields.choice import ASKED_AS, GUARDED, problem, schema, show

__all__ = ["ASKED_AS", "GUARDED", "problem", "schema", "show"]
