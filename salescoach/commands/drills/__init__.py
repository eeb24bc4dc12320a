"""The commands of `drill`, one file each: what registers them takes the group and the call."""
