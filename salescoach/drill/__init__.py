"""Role-play drills: what a line of the rep is, how the buyer answers, what a run comes to. No file is read here."""
