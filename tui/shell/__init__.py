"""The commands of the shell, a file for each kind, and what they print."""
