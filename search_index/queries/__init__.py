"""Queries: from what a person types to what is asked of the index."""
