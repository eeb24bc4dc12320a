"""The subcommands of `drill`, one file each: `register` adds it to the group."""
