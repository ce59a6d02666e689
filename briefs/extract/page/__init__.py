"""The lines of a page: which are the story, and what the others say about it."""
