"""Articles in, briefs out: the model, the readers, the extractors, the library and the exports."""
