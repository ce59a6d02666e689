"""Who says what: the grammar of attribution in news."""
