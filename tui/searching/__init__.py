"""What is looked for: queries, what they may go on with, and what was looked at before. Knows no Textual."""
