"""Terms: from words, figures, dates and whole texts to what stands of them in the index."""
