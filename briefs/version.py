"""The version of the program and of the conversion that it performs."""

__version__ = "0.1.0"

GENERATOR = "Briefs"  # what exports name as the program that made them

# Raised whenever the same article would give another brief; `briefs doctor` offers to reconvert what is older.
CONVERTER = 3
