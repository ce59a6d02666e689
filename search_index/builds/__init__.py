"""Builds: which index is in force, who writes it, and whether it still is what the library says."""
