"""The process that the reader runs in: its start, its memory, and what the system tells it."""
