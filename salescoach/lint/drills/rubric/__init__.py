"""The rules for rubrics, one family per file: `check(case)`."""
