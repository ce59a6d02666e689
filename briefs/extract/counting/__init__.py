"""Numbers in a text: what they count, which are figures, and what they measure."""
