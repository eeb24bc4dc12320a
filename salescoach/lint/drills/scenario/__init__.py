"""The rules for scenarios, one family per file: `check(case)`."""
