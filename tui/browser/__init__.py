"""The reader in a browser: a server on this machine alone, and a process of the reader for each session."""
