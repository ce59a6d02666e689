"""Briefs into files: what is wished for, how it would look, and how it is written. Knows no Textual."""
