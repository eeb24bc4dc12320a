"""What the rep takes away: the call plan as Markdown, one file per section."""
