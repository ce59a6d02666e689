"""Builds: which index is in force, who writes it, which briefs retell which, and whether all is as the library says."""
