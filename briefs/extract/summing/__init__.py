"""What the summary is made of: the sentences that may go into it, and what speaks for each."""
