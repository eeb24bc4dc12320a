"""The commands, one file each: flags in, one journey, exit code out.

A command's module has `register(app, call)`. The file's name is the command's name.
"""

ORDER = ("demo", "init", "new", "prep", "plan", "debrief", "log", "status", "agenda", "check", "advance")
"""The order in the help: a deal's journey. Commands that are not listed follow."""
