"""What is shown, as lines for a width. Pure: knows no Textual, and asks nobody."""
