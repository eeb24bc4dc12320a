"""What speaks for a type of line, a module per language: `KEPT`, `CLASSES`, `FRAMES` (and `SPELT` for English).

The first letter of a frame's name tells what it was written for: `s`, `p`, `i`, `n` the types of question, `u` a summary,
`f` talk about us, `c` a request for a next step, `m` small talk, `y` the rest. How much it counts is learned.
"""
