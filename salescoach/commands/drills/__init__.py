"""Commands of `drill`, one file each: `register(group, call)` adds it to the group."""
