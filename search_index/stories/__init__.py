"""Stories: which briefs tell the same one, and which are near to another."""
