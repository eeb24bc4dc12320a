"""Where deals stand: one deal judged with all that `status` and `advance` say of it, and how that is laid out."""
