"""The proof of a pack: its rules as formulas over every plausible case, and what a solver finds wrong with them."""
