"""What a person touches: the command line and the reader in the terminal."""
